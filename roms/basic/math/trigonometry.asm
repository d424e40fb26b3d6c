; SIN, COS, TAN, ATN. The polynomials are interpolated at Chebyshev nodes, relative errors < 1E-16.

; In: DAC = double. Out: DAC. Changes: all.
M_COS: MACRO
COS.go:  call double.guards
         call angle.reduce
         inc a
         jr sine.octant
SIN.go:  call double.guards
         ld a,(DAC)
         push af
         call angle.reduce
         pop bc
         rl b
         jr nc,sine.octant
         add a,2
sine.octant: push af              ; A = quarters
         rrca
         jr c,sine.cosine
         call sine.kernel
         jr sine.sign
sine.cosine: call cosine.kernel
sine.sign: pop af
         and 2
         call nz,decimal.minus
         jp DECROU
decimal.minus: ld hl,DAC
         jp real.neg
         ENDM

M_TAN: MACRO
TAN.go:  call double.guards
         ld a,(DAC)
         push af
         call angle.reduce
         push af
         call sine.kernel
         ld de,real.t0
         call decimal.keep
         ld hl,real.t2
         call decimal.dac
         call cosine.kernel
         pop af
         ld hl,real.t0
         rrca
         jr c,tangent.odd
         call decimal.maf
         ld hl,real.t0
         call decimal.dac
         call decimal.divide
         jr tangent.sign
tangent.odd: call decimal.arg
         call decimal.divide
         call decimal.minus
tangent.sign: pop af
         add a,a
         call c,decimal.minus
         jp DECROU
         ENDM

; DAC = |DAC| less the nearest multiple of pi / 2, of which 32 digits count: up to 10 ^ 14 nothing is lost.
; Out: A bits 0, 1 = the multiple; DAC. Changes: all, t0 to t3.
M_ANGLE_REDUCE: MACRO
angle.reduce: ld hl,DAC
         res 7,(hl)
         ld de,real.t2
         call decimal.keep
         ld hl,angle.quarters
         call decimal.times
         ld hl,real.half
         call decimal.plus
         call real.fix
         call angle.modulus
         push af
         ld de,real.t1
         call decimal.keep
         ld hl,angle.half
         call decimal.times
         call decimal.split
         ld de,real.t3
         call decimal.keep
         ld hl,real.t2
         call decimal.dac
         ld hl,real.t0
         call decimal.plus
         ld hl,real.t3
         call decimal.plus
         ld de,real.t2
         call decimal.keep
         ld b,1
         ld hl,angle.half + 9
         call decimal.reduce
         ld a,(DAC)
         and 127
         cp 65
         call nc,decimal.zero ; beyond all digits
         ld de,real.t2
         call decimal.keep
         pop af
         ret
         ENDM

; t2 = t2 + t1 times each of B fields from HL; DAC = t2. Changes: all.
M_DECIMAL_REDUCE: MACRO
decimal.reduce: push bc
         call decimal.arg
         push hl
         ld hl,real.t1
         call decimal.dac
         call decimal.multiply
         ld hl,real.t2
         call decimal.plus
         ld de,real.t2
         call decimal.keep
         pop hl
         pop bc
         djnz decimal.reduce
         ret
         ENDM

; In: DAC = whole number. Out: A bits 0, 1. Changes: F, BC, HL.
M_ANGLE_MODULUS: MACRO
angle.modulus: ld a,(DAC)
         sub 65
         ld c,a
         ld a,0
         ret c
         ld a,c
         cp 16
         ld a,0
         ret nc
         ld b,0
         srl c
         ld hl,DAC + 1
         push af
         add hl,bc
         pop af               ; CY: the ones are a low digit
         ld a,(hl)
         jr c,angle.modulus.pair
         rrca                 ; ones are the high digit, the tens in the byte before
         rrca
         rrca
         rrca
         and 15
         inc c
         dec c
         ret z
         ld c,a
         dec hl
         ld a,(hl)
         add a,a
         add a,c
         ret
angle.modulus.pair: ld c,a               ; 10 a + b is 2 a + b, modulo 4
         rrca
         rrca
         rrca
         and 2
         add a,c
         ret
angle.quarters: db 64,&63,&66,&19,&77,&23,&67,&58,&13; 2 / pi
angle.half: db 193,&15,&70,&79,&63,&26,&79,&48,&96; - pi / 2
         db 177,&61,&92,&31,&32,&16,&91,&63,&97
         ENDM

; DAC = its sine or cosine, for up to pi / 4. Changes: all, t1; the sine needs DAC in t2 too.
M_SINE_KERNEL: MACRO
sine.kernel: call decimal.square
         ld hl,sine.terms
         call polynomial
         ld hl,real.t2
         jp decimal.times
cosine.kernel: call decimal.square
         ld hl,cosine.terms
         jp polynomial
sine.terms: db 7
         db 5,55,&15,&89,&43,&20
         db 6,185,&25,&05,&07,&09,&90
         db 7,59,&27,&55,&73,&13,&33,&17
         db 9,189,&19,&84,&12,&69,&82,&85,&21,&43
         db 9,62,&83,&33,&33,&33,&33,&32,&01,&97
         db 9,192,&16,&66,&66,&66,&66,&66,&66,&62
         db 9,65,&10,&00,&00,&00,&00,&00,&00,&00
cosine.terms: db 7
         db 6,56,&20,&62,&98,&30,&21
         db 7,186,&27,&55,&52,&23,&28,&27
         db 8,60,&24,&80,&15,&78,&47,&15,&87
         db 9,190,&13,&88,&88,&88,&86,&97,&85,&60
         db 9,63,&41,&66,&66,&66,&66,&64,&69,&82
         db 9,192,&49,&99,&99,&99,&99,&99,&99,&24
         db 9,65,&10,&00,&00,&00,&00,&00,&00,&00
         ENDM

; ATN: beyond 1 by the reciprocal, beyond tan(pi / 12) by (x sqrt 3 - 1) / (x + sqrt 3).
M_ATN: MACRO
ATN.go:  call double.guards
         ld a,(DAC)
         push af
         ld hl,DAC
         res 7,(hl)
         ld a,(hl)
         cp 65
         push af
         call nc,decimal.reciprocal
         ld a,(DAC)
         cp 64
         jr c,arctangent.small
         jr nz,arctangent.reduce ; the reciprocal of 1
         ld a,(DAC + 1)
         cp &27
         jr c,arctangent.small
arctangent.reduce: ld de,real.t2
         call decimal.keep
         ld hl,arctangent.root
         call decimal.plus
         ld de,real.t1
         call decimal.keep
         ld hl,real.t2
         call decimal.dac
         ld hl,arctangent.root
         call decimal.times
         ld hl,real.minus1
         call decimal.plus
         ld hl,real.t1
         call decimal.arg
         call decimal.divide
         call arctangent.kernel
         ld hl,arctangent.sixth
         call decimal.plus
         jr arctangent.large
arctangent.small: call arctangent.kernel
arctangent.large: pop af
         jr c,arctangent.sign
         call decimal.minus
         ld hl,arctangent.quarter
         call decimal.plus
arctangent.sign: pop af
         add a,a
         call c,decimal.minus
         jp DECROU
arctangent.kernel: ld de,real.t2
         call decimal.keep
         call decimal.square
         ld hl,arctangent.terms
         call polynomial
         ld hl,real.t2
         jp decimal.times
decimal.reciprocal: call decimal.maf
         ld hl,real.one
         call decimal.dac
         jp decimal.divide
arctangent.root: db 65,&17,&32,&05,&08,&07,&56,&88,&77
arctangent.sixth: db 64,&52,&35,&98,&77,&55,&98,&29,&89; pi / 6
arctangent.quarter: db 65,&15,&70,&79,&63,&26,&79,&48,&97; pi / 2
arctangent.terms: db 9
         db 5,63,&44,&37,&12,&94
         db 6,191,&64,&82,&67,&80,&06
         db 7,63,&76,&79,&30,&94,&50,&74
         db 7,191,&90,&90,&36,&75,&97,&46
         db 8,64,&11,&11,&10,&97,&78,&05,&75
         db 9,192,&14,&28,&57,&14,&10,&07,&11,&22
         db 9,64,&19,&99,&99,&99,&99,&87,&10,&76
         db 9,192,&33,&33,&33,&33,&33,&33,&29,&87
         db 9,65,&10,&00,&00,&00,&00,&00,&00,&00
         ENDM
