; The sub-ROM of board eb2: what the MSX2 adds to the main ROM. 16 KB at 0000h of its slot.
; A routine here runs with this ROM in page 0: main-ROM routines are reached with `MAIN entry`,
; interrupts go there through 0038h. Names of entries and work area are the documented ones; routines
; that are no entry are called topic.what.
MSX2:    EQU 0               ; slots.asm without its calls into the sub-ROM: this is the sub-ROM
SLOTS.RAM: EQU 0
         ORG 0
         INCLUDE "../include/workarea.inc"
         INCLUDE "../include/ports.inc"
         INCLUDE "../include/subrom.inc"
         INCLUDE "../include/macros.inc"
         INCLUDE "mainrom.inc"
         INCLUDE "entries.asm"
         INCLUDE "../bios/slots.asm"
         INCLUDE "interrupt.asm"
         INCLUDE "vram.asm"
         INCLUDE "modes.asm"
         INCLUDE "colour.asm"
         INCLUDE "sprites.asm"
         INCLUDE "clear.asm"
         INCLUDE "text.asm"
         INCLUDE "fnkeys.asm"
         INCLUDE "command.asm"
         INCLUDE "points.asm"
         INCLUDE "moves.asm"
         INCLUDE "shapes.asm"
         INCLUDE "scan.asm"
         INCLUDE "paint.asm"
         INCLUDE "glyphs.asm"
         INCLUDE "kanji.asm"
         INCLUDE "copy.asm"
         INCLUDE "diskcopy.asm"
         INCLUDE "clock.asm"
         INCLUDE "settings.asm"
         INCLUDE "password.asm"
         INCLUDE "beep.asm"
         INCLUDE "pad.asm"
         INCLUDE "kana.asm"
         INCLUDE "basic.asm"
         INCLUDE "statements.asm"
         INCLUDE "set.asm"
         INCLUDE "calendar.asm"
         INCLUDE "copystatement.asm"
ROM.PAINT: EQU &266E - $
         AT &266E             ; where cartridges with compiled BASIC call PAINT
         jp paint.from
ROM.END: EQU $
         ASSERT ROM.END <= &4000
