; The cursor of the text screens: character 255, drawn from the one it covers.

; Shows the cursor if CSRSW says so. Changes: AF, BC, DE, HL.
cursor.on:
         ld a,(CSRSW)
         or a
         ret z
; Shows the cursor: the pattern of character 255 becomes the one below, inverted; 255 goes there.
cursor.show:
         ld a,(SCRMOD)
         cp 2
         ret nc
         call H.DSPC
         ld hl,(CSRY)
         call text.read
         ld (CODSAV),a
         push hl
         ld l,a
         ld h,0
         add hl,hl
         add hl,hl
         add hl,hl
         ld de,(CGPBAS)
         push de
         add hl,de
         ld de,PATWRK
         ld bc,8
         call LDIRMV
         ld hl,PATWRK
         ld b,8
         ld a,(CSTYLE)
         or a
         jr z,cursor.flip
         ld l,PATWRK + 5 & 255
         ld b,3
cursor.flip:
         ld a,(hl)
         cpl
         ld (hl),a
         inc hl
         djnz cursor.flip
         pop hl
         ld de,255 * 8
         add hl,de
         ex de,hl
         ld hl,PATWRK
         ld bc,8
         call LDIRVM
         pop hl
         ld a,255
         jp text.write
; Takes it away if CSRSW says that it is there. Changes: AF, DE.
cursor.off:
         ld a,(CSRSW)
         or a
         ret z
cursor.hide:
         ld a,(SCRMOD)
         cp 2
         ret nc
         call H.ERAC
         push hl
         ld hl,(CSRY)
         ld a,(CODSAV)
         call text.write
         pop hl
         ret
