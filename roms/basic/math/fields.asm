; Fields of nine bytes: reals of 16 digits.

real.t0: EQU FBUFFR           ; quotients destroy it
real.t4: EQU FBUFFR + 9       ; as well
real.t1: EQU FBUFFR + 18      ; `polynomial` destroys it
real.t2: EQU FBUFFR + 27
real.t3: EQU FBUFFR + 36      ; and DECTMP

; ARG = DAC; DAC = ARG; ARG, DAC = (HL); (DE) = DAC. Changes: DE, HL (behind the fields), not BC.
M_DECIMAL_MAF: MACRO
decimal.maf: ld de,ARG
decimal.keep: ld hl,DAC
         jr decimal.copy
decimal.mfa: ld hl,ARG
decimal.dac: ld de,DAC
         jr decimal.copy
decimal.arg: ld de,ARG
decimal.copy: push bc
         ld bc,9
         ldir
         pop bc
         ret
         ENDM

; DAC = DAC times or plus the field at HL. Changes: AF, BC, DE, HL, ARG.
M_DECIMAL_TIMES: MACRO
decimal.times: call decimal.arg
         jp decimal.multiply
decimal.plus: call decimal.arg
         jp decimal.add
decimal.square: call decimal.maf
         jp decimal.multiply
         ENDM

; DAC = the polynomial of DAC. In: HL = number of its coefficients in a byte, then they, highest first: number of
; bytes that count, exponent, digits. The sum so far has no more digits either: the first ones matter least.
; Changes: AF, BC, DE, HL, ARG, real.t1.
M_POLYNOMIAL: MACRO
polynomial: push hl
         ld de,real.t1
         call decimal.keep
         pop hl
         ld b,(hl)
         inc hl
         xor a
         ld (DAC),a
polynomial.term: push bc
         push hl
         ld hl,real.t1
         call decimal.times
         pop hl
         ld b,0
         ld c,(hl)
         inc hl
         push bc
         ld de,ARG
         ldir
         push hl
         ld l,(ARG + 9) \ 256
         call polynomial.clear
         call decimal.add
         pop hl
         pop bc
         push hl
         ld hl,DAC
         add hl,bc
         ex de,hl
         ld l,(DAC + 9) \ 256
         call polynomial.clear
         pop hl
         pop bc
         djnz polynomial.term
         ret
; The bytes from DE on that lie before one with L as its low byte become 0. Changes: AF, E.
polynomial.clear: ld a,e
         cp l
         ret z
         xor a
         ld (de),a
         inc e
         jr polynomial.clear
         ENDM

M_REAL_ONE: MACRO
real.one: db 65,&10,&00,&00,&00,&00,&00,&00,&00
real.minus1: db 193,&10,&00,&00,&00,&00,&00,&00,&00
real.half: db 64,&50,&00,&00,&00,&00,&00,&00,&00
real.quarterpower: db 65,&17,&78,&27,&94,&10,&03,&89,&23; 10 ^ (1/4), (2/4), (3/4)
         db 65,&31,&62,&27,&76,&60,&16,&83,&79
         db 65,&56,&23,&41,&32,&51,&90,&34,&91
         ENDM
