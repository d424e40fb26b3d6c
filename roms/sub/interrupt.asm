; Calls into the main ROM: its interrupt handler and everything else.

; Interrupt with this ROM in page 0: the main ROM's handler does the work.
; In: - Out: - Changes: -
interrupt:
         PUSHALL
         push ix
         push iy
         ex af,af'
         exx
         PUSHALL
         ld ix,M.KEYINT
         ld iy,(EXPTBL - 1)
         call CALSLT
         POPALL
         exx
         ex af,af'
         pop iy
         pop ix
         POPALL
         ei
         ret

; Calls the main ROM, with interrupts on afterwards.
; In: IX entry, AF BC DE HL for it Out: what it gives Changes: IY, alternate registers
main.call:
         ld iy,(EXPTBL - 1)
         call CALSLT
         ei
         ret
