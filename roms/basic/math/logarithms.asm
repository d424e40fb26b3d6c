; LOG, and the logarithm of 28 digits that powers need.

; LOG: In: DAC = double > 0, else error 5. Out: DAC. Changes: all.
M_LOG: MACRO
LOG.go:  call double.guards
         call decimal.log
         ld hl,real.t2
         call decimal.plus
         jp DECROU
         ENDM

; In: DAC > 0. Out: DAC, t0 = 14 digits of the logarithm, t2 = what they lack. Changes: all, t1, t4.
; x = (1 + r) / a * 10 ^ e with an a of two digits, so that r is exact; log (1 + r) = r - s (r - s s P(s s)),
; s = r / (2 + r).
M_DECIMAL_LOG: MACRO
decimal.log: ld hl,DAC
         ld a,(hl)
         dec a
         jp m,error.call    ; 0 or negative
         sub 63
         ld (hl),64
         ld c,a               ; e
         ld a,(DAC + 1)
         cp &11
         jr nc,log.table
         dec c
         inc (hl)
         ld a,&91
log.table: ld hl,log.factors - 15
         ld de,15
log.find: add hl,de
         cp (hl)
         jr nc,log.find
         inc hl
         ld a,(hl)
         inc hl
         push hl              ; - log a
         push bc
         ld hl,real.one
         call decimal.arg
         ld (ARG + 1),a
         call decimal.multiply
         ld hl,real.minus1
         call decimal.plus
         ld de,real.t2
         call decimal.keep    ; r
         ld hl,log.two
         call decimal.plus
         call decimal.maf
         ld hl,real.t2
         call decimal.dac
         call decimal.divide
         ld de,real.t0
         call decimal.keep    ; s
         call decimal.square
         ld hl,log.terms
         call polynomial
         ld hl,real.t2
         call decimal.plus
         ld hl,real.t0
         call decimal.times
         call decimal.minus
         ld de,real.t1
         call decimal.keep    ; log (1 + r) - r
         pop bc
         ld a,c
         ld l,a
         rla
         sbc a,a
         ld h,a
         call real.make
         ld de,real.t0
         call decimal.keep    ; e
         pop hl
         call decimal.arg
         push hl
         ld hl,real.t2
         call decimal.dac
         call decimal.add     ; exact: all has 15 places
         call DECNRM.go
         ld de,real.t2
         call decimal.keep
         ld hl,real.t0
         call decimal.dac
         ld hl,log.ten.rest
         call decimal.times
         pop hl
         call decimal.plus
         ld hl,real.t1
         call decimal.plus
         ld de,real.t1
         call decimal.keep    ; all the small parts
         ld hl,real.t0
         call decimal.dac
         ld hl,log.ten
         call decimal.times   ; exact
         ld de,real.t0
         call decimal.keep
         call log.sum
         ld hl,real.t2
         call decimal.dac
         ld hl,real.t1
         call decimal.plus
         ld de,real.t2
         call decimal.keep
; t0, DAC = t0 + t2, 14 digits; t2 = what they lack: a subtraction of fields of 16 may lose one, where a power
; of ten lies between. Changes: AF, BC, DE, HL, ARG, t4.
log.sum: ld hl,real.t0
         call decimal.dac
         ld hl,real.t2
         call decimal.plus
         xor a
         ld (DAC + 8),a
         ld de,real.t4
         call decimal.keep
         call decimal.minus
         ld hl,real.t0
         call decimal.plus
         ld hl,real.t2
         call decimal.plus
         ld de,real.t2
         call decimal.keep
         ld hl,real.t4
         call decimal.dac
         ld de,real.t0
         jp decimal.keep
         ENDM

M_LOG_TERMS: MACRO
log.two: db 65,&20,&00,&00,&00,&00,&00,&00,&00
log.ten: db 65,&23,&02,&58,&50,&92,&99,&00,&00; log(10), in two parts
log.ten.rest: db 53,&40,&45,&68,&40,&17,&99,&14,&55
log.terms: db 6
         db 5,192,&18,&28,&87,&77
         db 6,192,&22,&22,&19,&62,&65
         db 7,192,&28,&57,&14,&28,&82,&84
         db 9,192,&39,&99,&99,&99,&99,&99,&11,&01
         db 9,192,&66,&66,&66,&66,&66,&66,&66,&67
         db 9,0,0,0,0,0,0,0,0,0
; The first two digits from which the next row counts, 10 a, - log a, and six digits more of it.
log.factors: db &13,&84,193,&21,&28,&23,&17,&05,&84,&92,&67,177,&93,&13,&17
         db &15,&72,193,&19,&74,&08,&10,&26,&02,&20,&09,177,&62,&70,&24
         db &18,&61,193,&18,&08,&28,&87,&71,&17,&92,&65,177,&56,&47,&33
         db &22,&50,193,&16,&09,&43,&79,&12,&43,&41,&00,177,&37,&46,&00
         db &27,&41,193,&14,&10,&98,&69,&73,&71,&02,&62,177,&11,&98,&48
         db &32,&34,193,&12,&23,&77,&54,&31,&62,&21,&15,177,&70,&56,&48
         db &38,&29,193,&10,&64,&71,&07,&36,&99,&24,&28,177,&34,&31,&65
         db &46,&24,193,&08,&75,&46,&87,&37,&35,&38,&99,177,&93,&56,&28
         db &54,&20,193,&06,&93,&14,&71,&80,&55,&99,&45,177,&30,&94,&17
         db &65,&17,193,&05,&30,&62,&82,&51,&06,&21,&70,177,&39,&62,&31
         db &76,&14,193,&03,&36,&47,&22,&36,&62,&12,&12,177,&93,&05,&04
         db &91,&12,193,&01,&82,&32,&15,&56,&79,&39,&54,177,&62,&62,&11
         db &A0,&10,0,0,0,0,0,0,0,0,0,0
         ENDM
