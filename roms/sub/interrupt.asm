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

; Calls a routine outside page 0 that needs the main ROM there: the disk system, BASIC. The way is the
; hook of the NMI, an interrupt that MSX does not have.
; In: IX routine, AF BC DE HL for it Out: what it gives Changes: IX, IY, alternate registers
main.reach:
         push af
         ld a,&C3
         ld (H.NMI),a
         ld (H.NMI + 1),ix
         pop af
         MAIN M.NMI
         push hl
         ld hl,H.NMI
         ld (hl),&C9
         pop hl
         ret
