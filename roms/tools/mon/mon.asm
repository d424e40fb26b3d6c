; MON.COM, a debugger: it moves itself from 0100h to MON.BASE, below the system, and leaves the memory before that to the
; program. Documents: MSX2 Technical Handbook, chapter 3; MSX-DOS 2 Program Interface Specification, 2.3 (page 0: RST 28h is
; recommended to debuggers); Zilog, Z80 CPU User Manual.
         ORG &0100
         INCLUDE "constants.inc"

         ld hl,(BDOS + 1)
         ld de,MON.END
         or a
         sbc hl,de
         jr c,no.room
         ld hl,mon.image
         ld de,MON.BASE
         ld bc,MON.VARS - MON.BASE
         ldir
         jp start
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
         INCLUDE "variables.inc"
         ASSERT MON.END <= &DA00
