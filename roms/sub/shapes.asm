; Lines and boxes. Both ends are brought into the picture; modes 5-8 obey LOGOPR.

; DOGRPH: draws a line to GXPOS, GYPOS.
; In: BC = X, HL = Y, GXPOS, GYPOS, ATRBYT, LOGOPR Out: - Changes: AF
DOGRPH:
         push bc
         push de
         push hl
         push ix
         push iy
         ex de,hl
         call SCALXY
         push bc
         push de
         ld bc,(GXPOS)
         ld de,(GYPOS)
         call SCALXY
         pop hl
         ld iy,0              ; IYL = directions as in R45
         ld a,e
         sub l
         jr nc,@down
         neg
         ld iyl,8
@down:   ld e,l               ; DE = first Y
         ld l,a
         ld h,0
         ld (MINDEL),hl
         pop hl
         push hl
         ld a,c
         sub l
         ld l,a
         ld a,b
         sbc a,h
         ld h,a
         jr nc,@right
         xor a
         sub l
         ld l,a
         sbc a,a
         sub h
         ld h,a
         ld a,iyl
         or 4
         ld iyl,a
@right:  ld bc,(MINDEL)
         or a
         sbc hl,bc
         add hl,bc
         jr nc,@long
         ld a,iyl
         inc a                ; the long side is Y
         ld iyl,a
         push hl
         ld h,b
         ld l,c
         pop bc
@long:   push hl
         pop ix
         pop hl
         ld a,(SCRMOD)
         cp 5
         call c,shape.line
         jr c,@done
         ld a,(LOGOPR)
         and &0F
         or CMD.LINE
         ld iyh,a
         ld a,(ATRBYT)
         call command.send
@done:   pop iy
         pop ix
         pop hl
         pop de
         pop bc
         ret

; Draws a line point by point.
; In: HL = X, DE = Y, IX = long side, BC = short side, IYL as R45 Out: carry Changes: AF, BC, DE, HL
shape.line:
         ld (MINDEL),bc
         ld (MAXDEL),ix
         ld b,h
         ld c,l
         call MAPXYC
         ld bc,(MAXDEL)
         ld h,b
         ld l,c
         srl h                ; HL = what is left to the next side step
         rr l
@point:  call SETC
         ld a,b
         or c
         scf
         ret z
         dec bc
         ld a,iyl
         call shape.step
         ld de,(MINDEL)
         or a
         sbc hl,de
         jr nc,@point
         ld de,(MAXDEL)
         add hl,de
         ld a,iyl
         xor 1
         call shape.step
         jr @point

; Moves the graphics cursor by one: along Y if bit 0 is set, upwards by bit 3, leftwards by bit 2.
; In: A as R45 Out: - Changes: AF
shape.step:
         rrca
         jr c,@vertical
         bit 1,a
         jp nz,LEFTC
         jp RIGHTC
@vertical:
         bit 2,a
         jp nz,UPC
         jp DOWNC

; NVBXLN: draws a box.
; In: BC = X, DE = Y, GXPOS, GYPOS, ATRBYT, LOGOPR Out: - Changes: all
NVBXLN:
         call shape.corners
         push bc
         ld bc,1
         call shape.fill      ; top
         pop bc
         dec bc
         ld a,b
         or c
         ret z
         push de
         ex de,hl
         add hl,bc
         ex de,hl
         push bc
         ld bc,1
         call shape.fill      ; bottom
         pop bc
         pop de
         dec bc
         ld a,b
         or c
         ret z
         inc de
         push ix
         ld ix,1
         call shape.fill      ; left
         pop ix
         dec ix
         ld a,ixh
         or ixl
         ret z
         push de
         push ix
         pop de
         add hl,de
         pop de
         ld ix,1
         jr shape.fill        ; right

; NVBXFL: draws a filled box.
; In: BC = X, DE = Y, GXPOS, GYPOS, ATRBYT, LOGOPR Out: - Changes: all
NVBXFL:
         call shape.corners

; Fills a rectangle.
; In: HL = X, DE = Y, IX = width, BC = height Out: - Changes: AF, IY
shape.fill:
         ld a,(SCRMOD)
         cp 5
         ld a,(LOGOPR)
         jp nc,command.fill
         push bc
         push de
         push hl
@row:    push bc
         push hl
         ld b,h
         ld c,l
         call MAPXYC
         push ix
         pop bc
@point:  call SETC
         dec bc
         ld a,b
         or c
         jr z,@end
         call RIGHTC
         jr @point
@end:    pop hl
         pop bc
         inc de
         dec bc
         ld a,b
         or c
         jr nz,@row
         pop hl
         pop de
         pop bc
         ret

; The upper left corner and the size of a box.
; In: BC = X, DE = Y, GXPOS, GYPOS Out: HL = X, DE = Y, IX = width, BC = height Changes: AF
shape.corners:
         call SCALXY
         push bc
         push de
         ld bc,(GXPOS)
         ld de,(GYPOS)
         call SCALXY
         pop hl
         call shape.order
         ex (sp),hl           ; HL = first X, stack = first Y
         push de
         ld d,b
         ld e,c
         call shape.order
         push de
         pop ix
         pop bc
         pop de
         ret

; Sorts two coordinates.
; In: HL, DE Out: HL = the smaller one, DE = count from one to the other Changes: AF
shape.order:
         or a
         sbc hl,de
         add hl,de
         jr c,@sorted
         ex de,hl
@sorted: ex de,hl
         or a
         sbc hl,de
         inc hl
         ex de,hl
         ret
