; EXP, LOG, SQR and powers.

; LOG: In: DAC = double > 0, else error 5. Out: DAC. Changes: all.
; x = f / 10 ^ (k / 4), log x = log f - k log(10) / 4, log f = 2 artanh((f - 1) / (f + 1)).
M_LOG: MACRO
LOG.go:  call double.guards
         call decimal.log
         jp DECROU
decimal.log: ld hl,DAC
         ld a,(hl)
         dec a
         jp m,error.call    ; 0 or negative
         inc a
         ld (hl),64
         sub 64
         ld l,a
         rla
         sbc a,a
         ld h,a
         add hl,hl
         add hl,hl            ; k = 4 times the exponent, less the step
         ld de,log.bounds
         ld a,(DAC + 1)
         ld b,a
log.find: ld a,(de)
         inc de
         dec hl
         cp b
         jr z,log.found
         jr nc,log.find
log.found: inc hl
         push hl
         ld a,e
         sub log.first
         jr z,log.reduced
         cp 4
         jr z,log.ten
         call decimal.quarter
         jr log.reduced
log.ten: ld hl,DAC
         inc (hl)
log.reduced: ld de,real.t2
         call decimal.keep
         ld hl,real.one
         call decimal.plus
         ld de,real.t1
         call decimal.keep
         ld hl,real.t2
         call decimal.dac
         ld hl,real.minus1
         call decimal.plus
         ld hl,real.t1
         call decimal.arg
         call decimal.divide
         ld de,real.t2
         call decimal.keep
         call decimal.square
         ld hl,log.terms
         call polynomial
         ld hl,real.t2
         call decimal.times
         ld de,real.t2
         call decimal.keep
         pop hl
         call real.make
         ld hl,log.quarter
         call decimal.times
         ld hl,real.t2
         jp decimal.plus
log.bounds: db &76,&43,&24,&13,&00
log.first: EQU (log.bounds + 1) \ 256
log.quarter: db 64,&57,&56,&46,&27,&32,&48,&51,&14; log(10) / 4
log.terms: db 6
         db 64,&16,&56,&61,&03,&52,&44,&18,&07
         db 64,&18,&14,&19,&50,&30,&52,&78,&01
         db 64,&22,&22,&28,&84,&17,&64,&30,&67
         db 64,&28,&57,&14,&22,&94,&72,&76,&31
         db 64,&40,&00,&00,&00,&02,&27,&16,&07
         db 64,&66,&66,&66,&66,&66,&66,&32,&30
         db 65,&20,&00,&00,&00,&00,&00,&00,&00
         ENDM

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
         call decimal.exp
         jp DECROU
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
exp.quarters: db 65,&17,&37,&17,&79,&27,&61,&30,&07; 4 / log(10)
exp.parts: db 192,&57,&56,&46,&27,&32,&40,&00,&00; - log(10) / 4
         db 181,&85,&11,&42,&10,&04,&49,&78,&64
exp.terms: db 10
         db 58,&27,&60,&50,&83,&35,&65,&39,&48
         db 59,&27,&61,&46,&43,&82,&03,&55,&82
         db 60,&24,&80,&15,&47,&58,&49,&52,&55
         db 61,&19,&84,&12,&22,&17,&29,&17,&55
         db 62,&13,&88,&88,&88,&90,&33,&35,&33
         db 62,&83,&33,&33,&33,&50,&67,&24,&55
         db 63,&41,&66,&66,&66,&66,&66,&45,&22
         db 64,&16,&66,&66,&66,&66,&66,&40,&93
         db 64,&50,&00,&00,&00,&00,&00,&00,&01
         db 65,&10,&00,&00,&00,&00,&00,&00,&01
         db 65,&10,&00,&00,&00,&00,&00,&00,&00
         ENDM

; SGNEXP, DBLEXP: DAC = DAC ^ ARG, singles or doubles. 0 ^ 0 is 1. Changes: all.
M_SGNEXP: MACRO
SGNEXP.go: ld b,4
         ld hl,ARG + 7
power.clear: ld (hl),0
         dec hl
         djnz power.clear
         call FRCDBL.go
         call DBLEXP.go
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

; DAC = DAC ^ ARG, 16 digits. Changes: all.
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
         ld de,real.t3
         call decimal.keep    ; the exponent
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
         ld hl,real.t2
         call decimal.dac
         pop hl
         bit 7,h
         jr z,power.positive
         push hl
         call decimal.reciprocal
         pop hl
         call integer.negate
; DAC = DAC ^ HL, HL from 1 to 32768, bit by bit from the top. Changes: all, t2.
power.positive: push hl
         ld de,real.t2
         call decimal.keep
         pop hl
         ld b,16
power.top: add hl,hl
         dec b
         jr nc,power.top
         inc b
power.bit: dec b
         ret z
         push bc
         push hl
         call decimal.square
         pop hl
         add hl,hl
         push hl
         ld hl,real.t2
         call c,decimal.times
         pop hl
         pop bc
         jr power.bit
         ENDM

; An exponent with a fraction, or out of the integers.
M_POWER_LARGE: MACRO
power.large: ld hl,real.t2
         ld a,(hl)
         res 7,(hl)
         jr power.by.log      ; so large an exponent is taken as even
power.real: ld a,(real.t2)
         rla
         jp c,error.call
power.by.log: ld hl,real.t2
         call decimal.dac
         call decimal.log
         ld hl,real.t3
         call decimal.times
         jp decimal.exp
         ENDM
