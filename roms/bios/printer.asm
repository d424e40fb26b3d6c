; The printer.

; LPTSTT: Out: A = FFh and NZ when the printer is ready, 0 and Z when not. Changes: F.
LPTSTT:  call H.LPTS
         in a,(PRN.STAT)
         rrca
         rrca                 ; CY: busy
         ccf
         sbc a,a
         ret

; LPTOUT: prints a character. In: A. Out: CY when CTRL+STOP ended the wait. Changes: F.
LPTOUT:  call H.LPTO
         push af
lptout.wait:
         call BREAKX
         jr c,lptout.break
         call LPTSTT
         jr z,lptout.wait
         pop af
         push af
         out (PRN.DATA),a
         xor a
         out (PRN.STAT),a     ; strobe
         inc a
         out (PRN.STAT),a
         pop af
         or a
         ret
lptout.break:
         xor a
         ld (LPTPOS),a
         ld a,13
         out (PRN.DATA),a     ; leaves the head at the left
         pop af
         scf
         ret

; OUTDLP: prints with TAB as spaces and, on printers that are not of the standard, graphic
; characters as spaces. In: A. Changes: F.
OUTDLP:  push af
         cp 9
         jr nz,outdlp.raw
outdlp.tab:
         ld a,32
         call outdlp.one
         ld a,(LPTPOS)
         and 7
         jr nz,outdlp.tab
         pop af
         ret
outdlp.raw:
         call outdlp.one
         pop af
         ret
outdlp.one:
         push hl
         ld hl,LPTPOS
         cp 32
         jr nc,outdlp.count
         cp 13
         jr nz,outdlp.send
         ld (hl),0
         jr outdlp.send
outdlp.count:
         inc (hl)
         ld h,a
         ld a,(RAWPRT)
         or a
         ld a,h
         jr nz,outdlp.send
         call CNVCHR
         jr nc,outdlp.end
         jr z,outdlp.foreign
         push af              ; a graphic character goes as its two bytes
         ld a,(NTMSXP)
         or a
         jr nz,outdlp.space
         ld a,1
         call LPTOUT
         pop af
         add a,64
         jr outdlp.send
outdlp.space:
         pop af
         ld a,32
         jr outdlp.send
outdlp.foreign:
         bit 7,a
         jr z,outdlp.send
         ld h,a
         ld a,(NTMSXP)
         or a
         ld a,h
         jr z,outdlp.send
         ld a,32
outdlp.send:
         call LPTOUT
outdlp.end:
         pop hl
         ret
