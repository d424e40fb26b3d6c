; MON.COM, a debugger: it moves itself from 0100h to the end of the memory, below the system, and leaves the memory before that
; to the program. Documents: MSX2 Technical Handbook, chapter 3; MSX-DOS 2 Program Interface Specification, 2.3 (page 0: RST
; 28h is recommended to debuggers); Zilog, Z80 CPU User Manual.
         ORG &0100
         INCLUDE "constants.inc"

         ld hl,(BDOS + 1)
         ld de,MON.END - MON.BASE
         or a
         sbc hl,de
         jr c,no.room
         ld a,h
         cp LEAST
         jr c,no.room
         push af
         sub MON.BASE // 256
         ld c,a               ; pages to move by
         ld hl,TPA
         ld de,image.end
move.byte:
         ld a,(de)            ; build.py has put them there
         inc de
         push de
         ld d,a
         ld b,8
move.bit:
         rl d
         jr nc,move.next
         ld a,(hl)
         add a,c
         ld (hl),a
move.next:
         inc hl
         djnz move.bit
         ld de,image.end
         or a
         sbc hl,de
         add hl,de
         pop de
         jr c,move.byte
         pop de
         ld e,0
         push de
         ld hl,mon.image
         ld bc,MON.VARS - MON.BASE
         ldir
         pop hl
         ld de,start - MON.BASE
         add hl,de
         jp (hl)
no.room: ld de,no.text
         ld c,9
         jp BDOS
no.text: dm "Not enough memory for MON"
         db 13,10,"$"

mon.image: EQU $
         ORG MON.BASE
         dm "EB-MON"          ; where CP/M has its serial number
         jp gate              ; the system, for the program
         INCLUDE "start.asm"
         INCLUDE "prompt.asm"
         INCLUDE "console.asm"
         INCLUDE "numbers.asm"
         INCLUDE "memory.asm"
         INCLUDE "ports.asm"
         INCLUDE "registers.asm"
         INCLUDE "file.asm"
         INCLUDE "../fcb.asm"
         INCLUDE "names.asm"
         INCLUDE "run.asm"
         INCLUDE "breakpoints.asm"
         INCLUDE "trace.asm"
         INCLUDE "disassemble.asm"
         INCLUDE "operands.asm"
         INCLUDE "assemble.asm"
         INCLUDE "match.asm"
         INCLUDE "prefixes.asm"
         INCLUDE "tables.asm"
MON.VARS: EQU $
image.end: EQU mon.image + (MON.VARS - MON.BASE)
         ASSERT image.end + (MON.VARS - MON.BASE) // 8 < LEAST * 256
         INCLUDE "variables.inc"
