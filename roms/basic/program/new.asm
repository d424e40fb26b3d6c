; NEW, and what ends a change of the program. In the main ROM.

; NEW
do.new:  ret nz
         call new.program
; The program has changed: variables go, the prompt comes. Never returns.
edited:  call clear.variables
         jp ready
; Takes the program out; variables must be cleared afterwards. Changes: AF, HL.
new.program:
         ld hl,(TXTTAB)
         xor a
         ld (AUTFLG),a
         ld (TRCFLG),a
         ld (PTRFLG),a
         ld (hl),a
         inc hl
         ld (hl),a
         inc hl
         ld (VARTAB),hl
         ret
; AUTO begins: no prompt.
auto.begin:
         ld sp,(SAVSTK)
         jp ready.line
