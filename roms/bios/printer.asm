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
; characters as spaces. In: A. Changes: F. CTRL+STOP: error 19.
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
         ld h,a
         ld a,(RAWPRT)
         or a
         ld a,h
         jr nz,outdlp.send
         ld hl,LPTPOS
         call CNVCHR
         jr nc,outdlp.end     ; the prefix of a graphic character
         jr nz,outdlp.graphic
         cp 13
         jr nz,outdlp.count
         ld (hl),0
outdlp.count:
         cp 32
         jr c,outdlp.send
         inc (hl)
outdlp.send:
         call LPTOUT
         jp c,error.device
outdlp.end:
         pop hl
         ret
outdlp.graphic:
         inc (hl)
         ld h,a
         ld a,(NTMSXP)
         or a
         ld a,32
         jr nz,outdlp.send
         ld a,1
         call LPTOUT
         jp c,error.device
         ld a,h
         add a,64
         jr outdlp.send
