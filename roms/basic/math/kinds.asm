; Kinds of numbers: conversions, signs, comparisons.

; FRCINT: DAC to an integer, cut off. Out: HL, DAC + 2; VALTYP 2. Changes: all. Else: overflow.
M_FRCINT: MACRO
FRCINT.go: ld a,(VALTYP)
         cp 2
         ld hl,(DAC + 2)
         ret z
         call integer.from
         jp c,error.overflow
; Out: DAC + 2 = HL, VALTYP 2. Changes: A.
integer.store: ld (DAC + 2),hl
         ld a,2
         ld (VALTYP),a
         ret
         ENDM

; The real in DAC as an integer, cut off. Out: HL; CY = too large. Changes: AF, BC, DE.
M_INTEGER_FROM: MACRO
integer.from: ld hl,0
         ld a,(DAC)
         and 127
         cp 65
         ccf
         ret nc
         sub 64
         cp 6
         ccf
         ret c
         ld b,a
         ld de,DAC + 1
         ld c,0
integer.from.digit: push de
         ld d,h
         ld e,l
         add hl,hl
         jr c,integer.from.large
         add hl,hl
         jr c,integer.from.large
         add hl,de
         jr c,integer.from.large
         add hl,hl
         jr c,integer.from.large
         pop de
         ld a,(de)
         inc c
         bit 0,c
         jr z,integer.from.ones
         rrca
         rrca
         rrca
         rrca
         dec de
integer.from.ones: inc de
         and 15
         add a,l
         ld l,a
         jr nc,integer.from.next
         inc h
         scf
         ret z
integer.from.next: djnz integer.from.digit
         ld a,(DAC)
         add a,a
         jr nc,integer.from.positive
         call integer.negate
         ld a,h
         or l
         ret z
         ld a,h
         cpl
         add a,a              ; CY unless negative
         ret
integer.from.positive: ld a,h
         add a,a
         ret
integer.from.large: pop de
         ret
         ENDM

; HL = -HL. Changes: A.
M_INTEGER_NEGATE: MACRO
integer.negate: xor a
         sub l
         ld l,a
         sbc a,h
         sub l
         ld h,a
         ret
         ENDM

; FRCSNG: DAC to single precision. VALTYP 4. Changes: all.
M_FRCSNG: MACRO
FRCSNG.go: call real.from
         ld a,(VALTYP)
         cp 8
         ld a,4
         ld (VALTYP),a
         ret nz
single.round: ld hl,DAC + 4
         ld b,3
         call decimal.round
         ld b,5
         jp real.clear
         ENDM

; FRCDBL: DAC to double precision. VALTYP 8. Changes: all.
M_FRCDBL: MACRO
FRCDBL.go: call real.from
         ld a,(VALTYP)
         cp 8
         ld a,8
         ld (VALTYP),a
         ret z
         ld b,5
real.clear: ld hl,DAC + 8        ; B bytes that end at DAC + 8
real.clear.byte: ld (hl),0
         dec hl
         djnz real.clear.byte
         ret
         ENDM

; An integer in DAC becomes a single, others stay. Changes: all.
M_REAL_FROM: MACRO
real.from: ld a,(VALTYP)
         cp 2
         ret nz
         ld a,4
         ld (VALTYP),a
         ld hl,(DAC + 2)
         jp real.make
         ENDM

; In: HL = integer. Out: DAC = the real, 16 digits. Changes: all.
M_REAL_MAKE: MACRO
real.make: ld a,h
         and 128
         jp p,real.unsigned
         call integer.negate
         ld a,128
; In: HL = 0 to 65535, A = 128 negative, 0 positive.
real.unsigned: ld c,a
         ex de,hl
         ld hl,0
         ld (DAC + 1),hl
         ld (DAC + 3),hl
         ld (DAC + 5),hl
         ld (DAC + 7),hl
         ld a,d
         or a
         ld a,e
         jp nz,real.make.large
         cp 100
         jp nc,real.make.large
         ld b,-1
real.make.ten: inc b
         sub 10
         jr nc,real.make.ten
         add a,10
         ld e,a
         ld a,b
         add a,a
         add a,a
         add a,a
         add a,a
         ld d,66
         jr nz,real.make.two
         or e
         ld (DAC),a           ; 0
         ret z
         ld e,b
         add a,a
         add a,a
         add a,a
         add a,a
         dec d
real.make.two: or e
         ld (DAC + 1),a
         ld a,d
         or c
         ld (DAC),a
         ret
         ENDM
M_REAL_MAKE_LARGE: MACRO
real.make.large: ex de,hl
         ld de,10000
         call real.make.place
         ld (DAC + 1),a
         ld de,1000
         call real.make.place
         add a,a
         add a,a
         add a,a
         add a,a
         ld b,a
         ld de,100
         call real.make.place
         or b
         ld (DAC + 2),a
         ld e,10
         call real.make.place
         add a,a
         add a,a
         add a,a
         add a,a
         or l
         ld (DAC + 3),a
         ld a,70
         or c
         ld (DAC),a
         jp DECNRM.go
; A = HL / DE, HL = the rest. Changes: F.
real.make.place: xor a
real.make.times: inc a
         sbc hl,de
         jr nc,real.make.times
         add hl,de
         dec a
         ret
         ENDM

; FIXER: the digits behind the point go. In, Out: DAC, VALTYP. Changes: all.
M_FIXER: MACRO
FIXER.go: ld a,(VALTYP)
         cp 2
         ret z
         cp 8
         jr z,real.fix
         ld b,5
         call real.clear
; The same for 16 digits. Changes: AF, B, HL.
real.fix: ld hl,DAC
         ld a,(hl)
         and 127
         sub 65
         jp c,decimal.zero
         inc a
         ld b,16
real.fix.byte: inc hl               ; A = digits to keep, B = digits from HL + 1
         cp 2
         jr c,real.fix.part
         sub 2
         dec b
         djnz real.fix.byte
         ret
real.fix.part: or a
         ld a,0
         jr z,real.fix.rest
         ld a,(hl)
         and &F0
real.fix.rest: ld (hl),a
         inc hl
         xor a
         dec b
         djnz real.fix.rest
         ret
         ENDM

; Out: A, HL = sign of DAC: 1, 0 or -1; Z, M. Changes: F.
M_NUMBER_SIGN: MACRO
number.sign: ld a,(VALTYP)
         cp 2
         jr z,integer.sign
         ld a,(DAC)
number.sign.of: or a
         ret z
number.sign.bit: rla
         sbc a,a
         ret nz
         inc a
         ret
integer.sign: ld a,(DAC + 2)
         push hl
         ld hl,DAC + 3
         or (hl)
         jr z,integer.sign.zero
         ld a,(hl)
         or 1
integer.sign.zero: pop hl
         jr number.sign.of
         ENDM

; ABSFN, NEG: -32768 becomes the single 32768. In, Out: DAC, VALTYP. Changes: all.
M_ABSFN: MACRO
ABSFN.go: call number.sign
         ret p
NEG.go:  ld a,(VALTYP)
         cp 2
         jr z,integer.neg
         ld hl,DAC
real.neg: ld a,(hl)
         or a
         ret z
         xor 128
         ld (hl),a
         ret
integer.neg: ld hl,(DAC + 2)
         call integer.negate
         ld (DAC + 2),hl
         ld a,h
         xor 128
         or l
         ret nz
         ld a,4
         ld (VALTYP),a
         push bc
         push de
         xor a
         call real.unsigned
         pop de
         pop bc
         ret
         ENDM

; SGN: DAC = the sign as an integer. Changes: A, HL.
M_SGN: MACRO
SGN.go:  call number.sign
         ld l,a
         rla
         sbc a,a
         ld h,a
         jp integer.store
         ENDM

; Compares reals of B bytes. In: HL = left, DE = right. Out: A = 1 left < right, 0 equal, -1;
; flags as A. Changes: F, B, DE, HL.
M_REAL_COMPARE: MACRO
real.compare: ld a,(de)
         xor (hl)
         ld a,(hl)
         jp m,real.compare.sign
         or a
         jr nz,real.compare.byte
         ld a,(de)            ; left is 0: the sign of right
         jp number.sign.of
real.compare.byte: ld c,a
real.compare.next: ld a,(de)
         cp (hl)
         jr nz,real.compare.unequal
         inc de
         inc hl
         djnz real.compare.next
         xor a
         ret
real.compare.unequal: ld a,c               ; CY: right has the smaller magnitude
         jp nc,number.sign.bit
real.compare.sign: cpl                  ; A = first byte of left: negative is less
         jr number.sign.bit
         ENDM
