; Searches along a line of the picture, for PAINT. The border's colour is in BRDATR, the paint in ATRBYT.
; Source: meaning of registers from "The MSX Red Book", standard routines SCANR and SCANL; MSX Assembly Page.

; SCANR: goes right from the graphics cursor over up to DE dots of the border's colour, then over all
; dots of other colours up to the border or the edge, and paints these.
; In: B = 0: paint nothing, DE = dots that may be skipped
; Out: DE = skips left, HL = dots found, C = 0 if nothing changed its colour; CSAVEA, CSAVEM = first dot;
; the graphics cursor stands on the last dot found, at the edge, or on the border Changes: all
SCANR:
         ld c,0
         ld hl,0
@skip:   call scan.border
         jr nz,@found
         ld a,d
         or e
         ret z
         dec de
         call TRIGHT
         jr nc,@skip
         ret
@found:  push hl
         ld hl,(CLOC)
         ld (CSAVEA),hl
         ld a,(CMASK)
         ld (CSAVEM),a
         pop hl
@next:   call scan.paint
         inc hl
         call TRIGHT
         ret c
         call scan.border
         jr nz,@next
         ret

; SCANL: goes left from the dot beside the graphics cursor up to the border or the edge, and paints.
; In: - Out: HL = dots found, C = 0 if nothing changed its colour; the graphics cursor stands on the
; border or at the edge Changes: all
SCANL:
         ld bc,&0100
         ld hl,0
@next:   call TLEFTC
         ret c
         call scan.border
         ret z
         call scan.paint
         inc hl
         jr @next

; In: - Out: zero: the dot has the border's colour Changes: AF
scan.border:
         push hl
         ld hl,BRDATR
         call READC
         cp (hl)
         pop hl
         ret

; Paints the dot at the graphics cursor if it has another colour.
; In: B = 0: only looks Out: C = 1 if it had another colour Changes: AF
scan.paint:
         push hl
         ld hl,ATRBYT
         call READC
         cp (hl)
         pop hl
         ret z
         ld c,1
         ld a,b
         or a
         call nz,SETC
         ret
