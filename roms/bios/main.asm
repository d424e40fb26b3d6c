; The main ROM: everything that both boards share. The top file sets MSX2 to 0 or 1.
         ORG 0
         INCLUDE "../include/workarea.inc"
         INCLUDE "../include/ports.inc"
         INCLUDE "../include/subrom.inc"
         INCLUDE "../include/macros.inc"
         INCLUDE "../include/tokens.inc"
         INCLUDE "entries.asm"
         INCLUDE "slots.asm"
         INCLUDE "memory.asm"
         INCLUDE "startup.asm"
         INCLUDE "cartridges.asm"
         INCLUDE "interrupt.asm"
         INCLUDE "keyboard.asm"
         INCLUDE "letters.asm"
         INCLUDE "cursor.asm"
         INCLUDE "lineend.asm"
IF MSX2
room.cells: EQU &0B98 - $
         ENTRY &0B98, text.address ; where cartridges with compiled BASIC call it on an MSX2
ENDIF
         INCLUDE "fnkeys.asm"
IF MSX2 == 0
room.cells: EQU &0BF2 - $
         ENTRY &0BF2, text.address ; and on an MSX1
ENDIF
         INCLUDE "keytables.asm"
         INCLUDE "vram.asm"
         INCLUDE "modes.asm"
         INCLUDE "cls.asm"
         INCLUDE "sprites.asm"
         INCLUDE "console.asm"
         INCLUDE "escape.asm"
         INCLUDE "scroll.asm"
         INCLUDE "editor.asm"
         INCLUDE "psg.asm"
         INCLUDE "music.asm"
         INCLUDE "joystick.asm"
room.font: EQU &1BBF - $
         AT &1BBF             ; programs read it here
         INCLUDE "font.asm"
         INCLUDE "pixels.asm"
         INCLUDE "fill.asm"
room.math: EQU &268C - $
         INCLUDE "../basic/math/islands.asm" ; 268Ch to 3842h
         INCLUDE "../basic/far.asm"
         INCLUDE "../basic/files/stream.asm"
room.words: EQU &392E - $
         AT &392E
         INCLUDE "../basic/statements.asm"
         INCLUDE "pixelmoves.asm"
         INCLUDE "grpprt.asm"
         INCLUDE "cassette.asm"
         INCLUDE "printer.asm"
         INCLUDE "language.asm"
         INCLUDE "../basic/errors.asm"
         INCLUDE "../basic/graphics/plot.asm"
room.page: EQU &4000 - $
         AT &4000
         INCLUDE "../basic/main.asm"
         INCLUDE "../basic/rom.asm"
