; What Japanese machines need for their syllables. This board has an international keyboard: there is
; the lock and its lamp, but no letters are combined.

; KYKLOK: switches the KANA lock and its lamp.
; In: KANAST Out: KANAST Changes: AF
KYKLOK:
         ld a,(KANAST)
         cpl
         ld (KANAST),a
         and &80
         xor &80              ; R15 bit 7: 0 is light
         push bc
         ld b,a
         ld a,15
         di
         out (PSG.ADDR),a
         in a,(PSG.READ)
         and &7F
         or b
         out (PSG.WRITE),a
         ei
         pop bc
         ret

; PUTCHR: puts a character into the keyboard buffer; when the buffer is full it is lost.
; In: A = code Out: - Changes: all
PUTCHR:
         ld c,a
         ld de,(PUTPNT)
         ld h,d
         ld l,e
         inc hl
         ld a,l
         cp LINWRK \ 256      ; the buffer ends where LINWRK begins
         jr nz,@next
         ld hl,KEYBUF
@next:   ld a,(GETPNT)
         cp l
         ret z
         ld a,c
         ld (de),a
         ld (PUTPNT),hl
         ret
