; RUNC: gets ready for a program. Cartridges that start one call it and jump to NEWSTT. At 629Ah.
; In: TXTTAB. Out: HL = the byte before the program; no variables, a new stack. Changes: all.
RUNC:    ld hl,(TXTTAB)
         dec hl
         call run.clear
         ret                  ; the stack has this address and its end
