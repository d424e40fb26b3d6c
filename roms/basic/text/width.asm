; WIDTH. Source: MSX Wiki, "WIDTH".

do.width:
         call H.WIDT
         MAIN GETBYT
         push hl
         ld a,(SCRMOD)
         cp 2
         jr c,width.mode
         ld a,(OLDSCR)
width.mode:
         or a
         ld a,32
         ld hl,LINL32
         jr nz,width.limit
IF MSX2
         ld a,80
ELSE
         ld a,40
ENDIF
         ld hl,LINL40
width.limit:
         cp e
         jp c,error.call
         ld a,e
         or a
         jp z,error.call
         cp (hl)
         jr z,width.end
         ld (hl),a
         ld a,(SCRMOD)
         or a
         jr z,width.text
         dec a
         jr nz,width.end
         call INIT32
         jr width.end
width.text:
         call INITXT
width.end:
         pop hl
         ret
