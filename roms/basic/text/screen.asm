; CLS, LOCATE, INKEY$. Source: MSX Wiki, "CLS", "LOCATE", "INKEY$"; escape sequences: MSX2 Technical Handbook,
; appendix "Escape sequences".

do.cls:  ret nz
         push hl
         call CLS
         pop hl
         ret

; LOCATE [column][,[row][,cursor]].
do.locate:
         jp z,error.operand
         ld a,(CSRX)
         call locate.number
         push af
         ld a,(CSRY)
         call locate.number
         pop de               ; D = column
         push hl
         ld l,a
         ld h,d
         call POSIT
         ld a,(CSRX)
         dec a
         ld (TTYPOS),a
         pop hl
         dec hl
         rst 16
         ret z
         call GETBYT
         or a
         ld a,"x"             ; ESC x 5: cursor off, ESC y 5: on
         jr z,locate.cursor
         inc a
locate.cursor:
         push af
         ld a,27
         rst 24
         pop af
         rst 24
         ld a,"5"
         rst 24
         ret
; In: HL = text, A = what holds when nothing is there. Out: A = the number + 1, 255 at the most; HL behind it and
; its ",". Error 24 when nothing follows the ",". Changes: all.
locate.number:
         ld e,a
         dec hl
         rst 16
         jr z,locate.number.end
         cp ","
         jr z,locate.number.comma
         call GETBYT
         inc e
         jr nz,locate.number.more
         dec e
locate.number.more:
         dec hl
         rst 16
         cp ","
         jr nz,locate.number.end
locate.number.comma:
         rst 16
         jp z,error.operand
locate.number.end:
         ld a,e
         ret

fn.inkey_s:
         push hl
         call CHSNS
         ld a,0
         jr z,fn.inkey_s.make
         call CHGET
         ld c,a
         ld a,1
fn.inkey_s.make:
         call convert.fill
         pop hl
         ret
