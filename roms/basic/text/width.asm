; WIDTH: clears a text screen; only from 40 to 80 columns and back it is set up anew. Source: MSX Wiki, "WIDTH".

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
         cp 2
         jr nc,width.end
IF MSX2
         or a
         jr nz,width.clear
         ld a,(LINLEN)
         call width.columns
         ld d,a
         ld a,e
         call width.columns
         cp d
         jr z,width.clear
         call INITXT
         jr width.end
ENDIF
width.clear:                  ; the characters' shapes and colours stay
         ld a,e
         ld (LINLEN),a
         xor a
         call CLS
width.end:
         pop hl
         ret
IF MSX2
; In: A = width of SCREEN 0. Out: A = 255 for 40 columns, 0 for 80. Changes: F.
width.columns:
         cp 41
         sbc a,a
         ret
ENDIF
