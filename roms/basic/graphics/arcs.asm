; CIRCLE's drawing: one octant by the midpoint method, the eight points that are alike painted at once; an
; arc keeps those between its ends. The variables are in circle.asm.

; Draws the points. Changes: all.
circle.draw:
IF MSX2
         call vram.zero
ENDIF
         ld hl,(arc.r)
         ld (arc.j),hl
         ld hl,0
         ld (arc.e),hl
circle.next:
         ld (arc.i),hl
         ld a,(INTFLG)
         or a
         call nz,ISCNTC
         call circle.scale
         ld c,7
circle.octant:
         push bc
         call circle.inside
         pop bc
         jr c,circle.not
         push bc
         ld a,c
         call circle.point
         call plot.low
         pop bc
circle.not:
         dec c
         jp p,circle.octant
         ld de,(arc.i)
         ld hl,(arc.e)        ; II + JJ - RR
         ld a,h
         add hl,de
         add hl,de
         inc hl
         ld (arc.e),hl
         inc de
         ld bc,(arc.j)
         bit 7,h
         jr z,circle.positive
         rlca                 ; was it below 0 before? Else it is 32768 and more
         jr c,circle.same
circle.positive:
         or a
         sbc hl,bc
         jr c,circle.same
         sbc hl,bc
         inc hl
         ld (arc.e),hl
         dec bc
         ld (arc.j),bc
         bit 7,b
         ret nz
circle.same:
         ld h,b
         ld l,c
         or a
         sbc hl,de
         ex de,hl
         jr nc,circle.next
         ret

; In: C = octant. Out: CY: its point is not on the arc. Changes: AF, B, HL, IX.
circle.inside:
         ld a,(arc.need)
         or a
         ret z
         ld hl,(arc.i)
         bit 0,c
         jr z,circle.forward
         ld a,l
         cpl
         ld l,a
         ld a,h
         cpl
         ld h,a
circle.forward:
         ld b,0
         ld ix,arc.start
         call circle.compare
         jr c,circle.behind
         jr nz,circle.before
circle.behind:
         inc b
circle.before:
         ld ix,arc.end
         call circle.compare
         jr c,circle.beyond
         inc b
circle.beyond:
         ld a,(arc.need)
         dec a
         cp b
         ccf
         ret

; Distances with the aspect. In: arc.i, arc.j. Out: arc.xi, arc.xj, arc.yi, arc.yj. Changes: all.
circle.scale:
         ld hl,(arc.i)
         ld (arc.xi),hl
         ld (arc.yi),hl
         ld hl,(arc.j)
         ld (arc.xj),hl
         ld (arc.yj),hl
         ld a,(arc.squeeze)
         or a
         ret z
         ld hl,arc.yi
         dec a
         jr z,circle.pair
         ld hl,arc.xi
circle.pair:
         call circle.part
; In: HL = a distance. Out: HL behind it. Changes: AF, BC, DE.
circle.part:
         push hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld a,(arc.factor)
         ld c,a
         ld hl,0
         xor a
         ld b,8
circle.bit:
         add hl,hl
         rla
         rl c
         jr nc,circle.zero
         add hl,de
         adc a,0
circle.zero:
         djnz circle.bit
         ld de,128
         add hl,de
         adc a,0
         ld e,h
         pop hl
         ld (hl),e
         inc hl
         ld (hl),a
         inc hl
         ret

; The point of an octant. In: A = octant (8 is 0). Out: BC = X, DE = Y. Changes: AF, HL.
circle.point:
         ld c,a
         ld hl,(arc.xj)
         ld de,(arc.yi)
         inc a
         and 2
         jr z,circle.sides
         ld hl,(arc.xi)
         ld de,(arc.yj)
circle.sides:
         ld a,c
         add a,2
         and 4
         call nz,circle.negate
         ex de,hl
         ld a,c
         cp 4
         call c,circle.negate
         push de
         ld de,(GRPACY)
         add hl,de
         ex de,hl
         pop hl
         ld bc,(GRPACX)
         add hl,bc
         ld b,h
         ld c,l
         ret
circle.negate:
         xor a
         sub l
         ld l,a
         sbc a,a
         sub h
         ld h,a
         ret

; The line from an end to the centre, if it has one. In: DE = end. Changes: all.
circle.line:
         push de
         pop ix
         bit 7,(ix + 7)
         ret z
         ld l,(ix + 3)
         ld h,(ix + 4)
         ld (arc.i),hl
         ld l,(ix + 5)
         ld h,(ix + 6)
         ld (arc.j),hl
         ld a,(ix + 0)
         push af
         call circle.scale
         pop af
         call circle.point
         ld hl,(GRPACX)
         ld (GXPOS),hl
         ld hl,(GRPACY)
         ld (GYPOS),hl
         MAIN line.draw
         ret
