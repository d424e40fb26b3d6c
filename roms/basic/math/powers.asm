; EXP and powers.

; DAC = DAC * 10 ^ (A / 4). In: A = 1 to 3. Changes: all.
M_DECIMAL_QUARTER: MACRO
decimal.quarter: ld hl,real.quarterpower - 9
         ld de,9
decimal.quarter.next: add hl,de
         dec a
         jr nz,decimal.quarter.next
         jp decimal.times
         ENDM

; EXP: In: DAC = double. Out: DAC. Changes: all.
; x = n log(10) / 4 + r, n whole and r within log(10) / 8.
M_EXP: MACRO
EXP.go:  call double.guards
         xor a
         ld (real.t3),a
         call decimal.exp
         jp DECROU
; In: DAC, real.t3 = digits behind it. Changes: all, t1, t2.
decimal.exp: ld a,(DAC)
         ld c,a
         and 127
         cp 68
         jr c,exp.range
         bit 7,c              ; from 1000 on
         jp nz,decimal.zero
         jp error.overflow
exp.range: ld de,real.t2
         call decimal.keep
         ld hl,exp.quarters
         call decimal.times
         ld hl,real.half
         call decimal.arg
         ld a,(DAC)
         and 128
         ld hl,ARG
         or (hl)
         ld (hl),a
         call decimal.add
         call real.fix
         call integer.from
         push hl
         ld de,real.t1
         call decimal.keep
         ld b,2
         ld hl,exp.parts
         call decimal.reduce
         ld hl,real.t3
         call decimal.plus
         ld hl,exp.terms
         call polynomial
         pop hl
         push hl
         ld a,l
         and 3
         call nz,decimal.quarter
         pop hl
         sra h
         rr l
         sra h
         rr l
         ld a,(DAC)
         ld e,a
         ld d,0
         add hl,de
         ld a,h
         add a,a
         jp c,decimal.zero
         ld a,l
         or h
         jp z,decimal.zero
         ld a,l
         and 128
         or h
         jp nz,error.overflow
         ld a,l
         ld (DAC),a
         ret
         ENDM

M_EXP_TERMS: MACRO
exp.quarters: db 65,&17,&37,&17,&79,&27,&61,&30,&07; 4 / log(10)
exp.parts: db 192,&57,&56,&46,&27,&32,&40,&00,&00; - log(10) / 4
         db 181,&85,&11,&42,&10,&04,&49,&78,&64
exp.terms: db 11
         db 5,58,&27,&60,&50,&83
         db 5,59,&27,&61,&46,&44
         db 6,60,&24,&80,&15,&47,&58
         db 7,61,&19,&84,&12,&22,&17,&29
         db 8,62,&13,&88,&88,&88,&90,&33,&35
         db 8,62,&83,&33,&33,&33,&50,&67,&25
         db 9,63,&41,&66,&66,&66,&66,&66,&45,&22
         db 9,64,&16,&66,&66,&66,&66,&66,&40,&93
         db 9,64,&50,&00,&00,&00,&00,&00,&00,&01
         db 9,65,&10,&00,&00,&00,&00,&00,&00,&01
         db 9,65,&10,&00,&00,&00,&00,&00,&00,&00
         ENDM

; SGNEXP, DBLEXP: DAC = DAC ^ ARG, singles or doubles. 0 ^ 0 is 1. Changes: all.
M_SGNEXP: MACRO
SGNEXP.go: ld b,4
         ld hl,ARG + 7
power.clear: ld (hl),0
         dec hl
         djnz power.clear
         call FRCDBL.go
         call DBLEXP.go       ; 14 digits first: an exact half may be a little less in 16
         jp FRCSNG.go
DBLEXP.go: call double.guards
         call decimal.power
         ld a,8
         ld (VALTYP),a
         jp DECROU
         ENDM

; INTEXP: DAC = DE ^ HL, an integer if it is one, else a double. Changes: all.
M_INTEXP: MACRO
INTEXP.go: push hl
         push de
         call real.make
         call decimal.maf
         pop hl
         call real.make
         call DBLEXP.go
         pop hl
         bit 7,h
         ret nz
         call integer.from
         jp nc,integer.store
         ret
         ENDM

; DAC = DAC ^ ARG, 16 digits: a small whole exponent by products, else by logarithms of more digits. Changes: all.
M_DECIMAL_POWER: MACRO
decimal.power: ld a,(ARG)
         or a
         jr nz,power.base
         ld hl,real.one
         jp decimal.dac
power.base: rla
         ld a,(DAC)
         jr c,power.negative
         or a
         ret z
power.negative: or a
         jp z,error.division
         ld de,real.t2
         call decimal.keep
         call decimal.mfa
         ld hl,DAC
         ld a,(hl)
         and 127
         cp 84
         jr c,power.exponent
         ld a,(hl)            ; as large as 10 ^ 19 is as good
         and 128
         or 84
         ld (hl),a
power.exponent: ld de,real.t3
         call decimal.keep
         call real.fix
         ld hl,real.t3
         ld de,DAC
         ld b,9
power.whole: ld a,(de)
         cp (hl)
         jp nz,power.real
         inc hl
         inc de
         djnz power.whole
         call integer.from
         jp c,power.large
         push hl
         call power.limit
         pop hl
         jp c,power.large
         bit 7,h
         jr z,power.positive
         call integer.negate
         call power.positive
         jp decimal.reciprocal
; DAC = t2 ^ L, L from 1 to 64, bit by bit from the top. Changes: all.
power.positive: push hl
         ld hl,real.t2
         call decimal.dac
         pop hl
         ld b,8
power.top: sla l
         dec b
         jr nc,power.top
         inc b
power.bit: dec b
         ret z
         push bc
         push hl
         call decimal.maf
         call power.product
         pop hl
         sla l
         push hl
         ld hl,real.t2
         call c,power.times
         pop hl
         pop bc
         jr power.bit
power.times: call decimal.arg
power.product: call decimal.multiply
         ld hl,DAC + 9
         ld b,8
         jp decimal.round
         ENDM

; CY: products would be too far off, or out of range before the reciprocal. In: HL = exponent, t2 = base.
; Changes: AF, BC, DE, HL.
M_POWER_LIMIT: MACRO
power.limit: ld e,16
         push hl
         ld hl,real.t2 + 8
         call product.length
         pop hl
         dec b                ; few digits stay exact for longer
         jr z,power.limit.short
         dec b
         jr nz,power.limit.sign
         ld e,32
         db &01               ; skips two bytes (ld bc,...)
power.limit.short: ld e,64
power.limit.sign: bit 7,h
         jr z,power.limit.size
         call integer.negate
         ld a,(real.t2)
         and 127
         sub 62
         cp 5
         ccf
         ret c
         ld e,16
power.limit.size: ld d,0
         ex de,hl
         sbc hl,de
         ret
         ENDM

; An exponent with a fraction, or a large one: exp(y log x), both with the digits that 16 do not hold.
M_POWER_LARGE: MACRO
power.large: ld hl,real.t3
         call decimal.dac
         ld hl,DAC
         res 7,(hl)
         call angle.modulus
         rrca                 ; bit 7: odd
         ld hl,real.t2
         and (hl)
         res 7,(hl)
         jr power.by.log
power.real: ld a,(real.t2)
         rla
         jp c,error.call
         xor a
power.by.log: push af         ; bit 7: the result is negative
         ld hl,real.t2
         call decimal.dac
         call decimal.log
         ld hl,real.t3
         call decimal.times
         call decimal.split   ; 14 digits: exp takes off a number that may have a place more
         ld de,real.t1
         call decimal.keep
         ld hl,real.t2
         call decimal.dac
         ld hl,real.t3
         call decimal.times
         ld hl,real.t1
         call decimal.plus
         ld de,real.t3
         call decimal.keep
         ld hl,real.t0
         call decimal.dac
         call decimal.exp
         pop af
         rla
         ret nc
         jp decimal.minus
         ENDM

; In: DAC = a product just made. Out: t0 = its first 14 digits, DAC = those behind. Changes: all.
M_DECIMAL_SPLIT: MACRO
decimal.split: xor a
         ld (DAC + 8),a
         ld de,real.t0
         call decimal.keep
         ld hl,product.sum + 8
         ld a,(DAC)
         ld b,a
         and 127
         sub 14
         ld c,a
         ld a,(product.sum + 1)
         cp &10
         jr nc,decimal.split.exponent
         inc c
         ld a,(hl)
         and 15               ; t0 has the other digit
         ld (hl),a
decimal.split.exponent: ld a,c
         dec a
         jp m,decimal.zero
         ld a,b
         and 128
         or c
         ld de,DAC
         ld (de),a
         inc de
         ld bc,8
         ldir
         jp DECNRM.go
         ENDM
