; CIRCLE: circles, ellipses, arcs and sectors.
; A place on the circle is its octant (0-7, against the clock from the
; right) and the distance from the octant's axis, backwards in odd octants.
; An angle of six digits goes evenly through the octant's steps, and an
; aspect is cut off to 256ths, as on MSX1 machines: github.com/andete/zerobas,
; docs/arcmask- and circdom-msx1-characterization.md.
; Source: MSX2 Technical Handbook, chapter 2; MSX Wiki, "CIRCLE".

arc.start: EQU CENCNT         ; 8  ends of the arc: octant, place 2, I 2, J 2, bit 7: line to the centre
arc.end:   EQU CPCNT8         ; 8
arc.i:     EQU CSAVEA + 1     ; 2  distances from the octant's axis
arc.j:     EQU CXOFF          ; 2  and along it
arc.e:     EQU CYOFF          ; 2
arc.xi:    EQU LOHMSK         ; 2  the same in X and in Y, with the aspect
arc.xj:    EQU LOHMSK + 2     ; 2
arc.yi:    EQU LOHMSK + 4     ; 2
arc.yj:    EQU LOHMSK + 6     ; 2
arc.r:     EQU LOHMSK + 8     ; 2  radius
arc.need:  EQU LFPROG         ; 1  ends that a point must lie behind: 0 whole circle, 1, 2
arc.squeeze: EQU RTPROG       ; 1  aspect: 0 none, 1 Y gets smaller, 2 X
arc.factor: EQU PDIREC        ; 1  by this / 256
arc.angle: EQU BUF + 64       ; 8  doubles
arc.radius: EQU BUF + 72      ; 8

; CIRCLE point,radius[,colour[,start[,end[,aspect]]]]
do.circle:
         MAIN point.get
         rst 8
         db ","
         MAIN expr.integer
; In: GRPACX, GRPACY, DE = radius, HL text behind it. Out: HL. Changes: all others.
circle.at:
         ex de,hl
         ld (arc.r),hl
         ex de,hl
         ld a,(FORCLR)
         MAIN ink.get
         push hl
         ld hl,(arc.r)
         call circle.double
         ld de,arc.radius
         call circle.store
         xor a
         ld (arc.need),a
         pop hl
         ld de,arc.start
         call circle.arc
         ld de,arc.end
         ld a,8
         call circle.arc
         call circle.aspect
         push hl
         ld a,(arc.need)
         or a
         call nz,circle.order
         ld a,(arc.r + 1)
         rlca                 ; negative: as if larger than any screen, no error
         jr c,circle.done
         call circle.draw
         ld de,arc.start
         call circle.line
         ld de,arc.end
         call circle.line
circle.done:
         pop hl
         ret

; One end of the arc. In: HL, DE = its place, A = octant if none is given. Out: HL. Changes: all others.
circle.arc:
         push de
         pop ix
         ld (ix + 0),a
         xor a
         ld (ix + 1),a
         ld (ix + 2),a
         ld (ix + 7),a
         call circle.argument
         ret z
         push de
         MAIN expr.number
         pop ix
         ld a,1
         ld (arc.need),a
         push hl
         MAIN FRCSNG
         MAIN FRCDBL
         ld hl,DAC
         ld a,(hl)
         ld (ix + 7),a
         res 7,(hl)
         ld hl,circle.octants
         call circle.times
         ld de,arc.angle
         call circle.store
         MAIN FRCINT
         ld a,h
         or a
         jp nz,error.call
         ld a,l
         cp 9
         jp nc,error.call
         ld (ix + 0),a
         call circle.double
         ld hl,arc.angle
         call circle.second
         MAIN DECSUB
         ld hl,DAC
         res 7,(hl)
         ld de,arc.angle
         call circle.store    ; how far in the octant
         ld hl,circle.root
         call circle.second
         ld hl,arc.radius
         call circle.load
         call circle.product
         push hl              ; steps of an octant
         call circle.double
         ld hl,arc.angle
         call circle.second
         call circle.product
         pop de
         ld a,(ix + 0)
         cp 8
         jr nz,circle.place
         ld hl,(arc.angle)    ; to 6.28324, which is 8.00007 octants
         ld a,l
         cp &3C
         jr c,circle.full.turn
         jp nz,error.call
         ld a,h
         cp &75
         jp nc,error.call
circle.full.turn:
         ld hl,0
         ld a,8
circle.place:
         rrca
         jr nc,circle.even
         ex de,hl
         or a
         sbc hl,de
         ld d,h
         ld e,l
         ld a,l
         cpl
         ld l,a
         ld a,h
         cpl
         ld h,a
         ex de,hl
         jr circle.step
circle.even:
         ld d,h
         ld e,l
circle.step:                  ; HL = steps from the axis, DE = place
         ld (ix + 1),e
         ld (ix + 2),d
         ld (ix + 3),l
         ld (ix + 4),h
         call circle.square
         ld de,arc.angle
         call circle.store
         ld hl,(arc.r)
         call circle.square
         ld hl,arc.angle
         call circle.second
         MAIN DECSUB
         MAIN SQR.go
         call circle.whole
         ld (ix + 5),l
         ld (ix + 6),h
         pop hl
         ret

; Out: Z: no argument comes; else HL at it. Changes: AF.
circle.argument:
         dec hl
         rst 16
         sub ","
         jr nz,circle.none
         rst 16
         cp ","
         ret z
         or 1
         ret
circle.none:
         xor a
         ret

; DAC = HL as a double. Changes: all but IX.
circle.double:
         MAIN value.integer
         MAIN FRCDBL
         ret
; Keeps DAC. In: DE = where. Changes: BC, DE, HL.
circle.store:
         ld hl,DAC
         jr circle.copy
; In: HL = double for DAC, for ARG. Changes: BC, DE, HL.
circle.load:
         ld de,DAC
         jr circle.copy
circle.second:
         ld de,ARG
circle.copy:
         ld bc,8
         ldir
         ret
; DAC times the double at HL. Changes: all but IX.
circle.times:
         call circle.second
         MAIN double.multiply
         ret
; DAC = the square of HL. Changes: all but IX.
circle.square:
         call circle.double
         ld hl,DAC
         jr circle.times
; HL = DAC times ARG, cut off. Changes: all but IX.
circle.product:
         MAIN double.multiply
         jr circle.cut
; HL = DAC rounded, or cut off. Changes: all but IX.
circle.whole:
         ld hl,circle.half
         call circle.second
         MAIN DECADD
circle.cut:
         ld a,8
         ld (VALTYP),a
         MAIN FRCINT
         ret
circle.octants:               ; 4 / pi
         db &41,&12,&73,&23,&95,&44,&73,&52
circle.root:                  ; 1 / sqr(2)
         db &40,&70,&71,&06,&78,&11,&86,&55
circle.half:
         db &40,&50,0,0,0,0,0,0
circle.full:                  ; 256
         db &43,&25,&60,0,0,0,0,0

; The aspect, height / width. In: HL. Out: HL, arc.squeeze, arc.factor. Changes: all others.
circle.aspect:
         call circle.argument
         jr nz,circle.given
         push hl
         call GTASPC          ; DE = 256 / aspect, HL = 256 * aspect
         ld a,h
         ld bc,&0100
         or a
         jr z,circle.squeezed
         ex de,hl
         ld b,2
         jr circle.squeezed
circle.given:
         MAIN expr.number
         push hl
         MAIN FRCDBL
         ld hl,DAC
         bit 7,(hl)
         jp nz,error.call
         ld a,(hl)
         cp &41               ; 1 and more
         ld b,1
         jr c,circle.flat
         ld hl,DAC
         call circle.second
         ld hl,1
         call circle.double
         MAIN double.divide
         ld b,2
circle.flat:
         push bc
         ld hl,circle.full
         call circle.second
         call circle.product
         pop bc
circle.squeezed:
         ld a,l
         ld (arc.factor),a
         ld a,h
         or a
         jr z,circle.squeeze
         ld b,0
circle.squeeze:
         ld a,b
         ld (arc.squeeze),a
         pop hl
         ret

; arc.need = 2 when the arc does not go through the axis to the right. Changes: AF, C, HL, IX.
circle.order:
         ld a,(arc.end)
         ld c,a
         ld hl,(arc.end + 1)
         ld ix,arc.start
         call circle.compare
         ld a,1
         jr z,circle.both
         jr nc,circle.through
circle.both:
         inc a
circle.through:
         ld (arc.need),a
         ret
; Compares an end with a place. In: IX, C = octant, HL = place in it. Out: CY: the end lies before it, Z: there.
circle.compare:
         ld a,(ix + 0)
         cp c
         ret nz
         ld a,(ix + 2)
         cp h
         ret nz
         ld a,(ix + 1)
         cp l
         ret
