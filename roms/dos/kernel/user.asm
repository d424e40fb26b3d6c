; The program's memory. It may lie in page 1, where the kernel is, so all goes through SECBUF, which is in page 3.

; In: HL = the program's, DE = the kernel's, BC = bytes, 1 to 512. Out: HL and DE behind them. Changes: AF, BC.
user.get:
         push bc
         push de
         ld de,SECBUF
         call l2.copy
         pop de
         pop bc
         push hl
         ld hl,SECBUF
         ldir
         pop hl
         ret

; In: HL = the kernel's, DE = the program's, BC = bytes, 1 to 512. Out: HL and DE behind them. Changes: AF, BC.
user.put:
         push bc
         push de
         ld de,SECBUF
         ldir
         pop de
         pop bc
         push hl
         ld hl,SECBUF
         call l2.copy
         pop hl
         ret
