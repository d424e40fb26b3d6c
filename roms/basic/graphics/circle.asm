; CIRCLE: circles, ellipses, arcs and sectors.
; A place on the circle is its octant (0-7, against the clock from the
; right) and the distance from the octant's axis, backwards in odd octants.
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
         bit 7,h              ; the size counts, not the sign
         call nz,circle.negate
         res 7,h
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
         call circle.draw
         ld de,arc.start
         call circle.line
         ld de,arc.end
         call circle.line
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
         jr nz,circle.error
         ld a,l
         cp 9
         jr nc,circle.error
         ld (ix + 0),a
         inc a
         and %1110            ; the axis
         ld l,a
         call circle.double
         ld hl,arc.angle
         call circle.second
         MAIN DECSUB
         ld hl,DAC
         res 7,(hl)
         ld hl,circle.eighth
         call circle.times
         ld de,arc.angle
         call circle.store
         MAIN SIN.go
         call circle.round
         ld (ix + 3),l
         ld (ix + 4),h
         ld a,(ix + 0)
         cp 8
         jr nz,circle.place
         ld a,h               ; beyond two pi
         or l
         jr nz,circle.error
circle.place:
         rrca
         jr nc,circle.even
         ld a,l
         cpl
         ld l,a
         ld a,h
         cpl
         ld h,a
circle.even:
         ld (ix + 1),l
         ld (ix + 2),h
         ld hl,arc.angle
         ld de,DAC
         ld bc,8
         ldir
         MAIN COS.go
         call circle.round
         ld (ix + 5),l
         ld (ix + 6),h
         pop hl
         ret
circle.error:
         jp error.call

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
; In: HL = double for ARG. Changes: BC, DE, HL.
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
; HL = DAC times the radius, rounded. Changes: all but IX.
circle.round:
         ld hl,arc.radius
         call circle.times
circle.whole:
         ld hl,circle.half
         call circle.second
         MAIN DECADD
         ld a,8
         ld (VALTYP),a
         MAIN FRCINT
         ret
circle.octants:               ; 4 / pi
         db &41,&12,&73,&23,&95,&44,&73,&52
circle.eighth:                ; pi / 4
         db &40,&78,&53,&98,&16,&33,&97,&45
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
         jp nz,circle.error
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
         call circle.times
         call circle.whole
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
