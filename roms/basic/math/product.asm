; Products and quotients.

decimal.sign: EQU DECTM2      ; bit 7
decimal.scale: EQU DECCNT     ; exponent + 64, wide enough for any product
product.sum: EQU HOLD8        ; 17 bytes: the product, its first byte at + 1
product.times8: EQU HOLD8 + 28 ; four entries of nine bytes: 8, 4, 2 and 1 times DAC
quotient.times80: EQU HOLD8   ; eight entries of nine bytes: 80, 40, 20, 10, 8, 4, 2, 1 times ARG
quotient.rest: EQU FBUFFR     ; 18 bytes
quotient.end: EQU (FBUFFR + 9) \ 256

M_DOUBLE_MULTIPLY: MACRO
double.multiply: call double.guards
         call decimal.multiply
         jp DECROU
double.divide: call double.guards
         call decimal.divide
         jp DECROU
         ENDM

; DAC = DAC * ARG, 16 digits and one byte more, cut off. Changes: AF, BC, DE, HL.
M_DECIMAL_MULTIPLY: MACRO
decimal.multiply: ld a,(ARG)
         or a
         jp z,decimal.zero
         ld c,a
         ld a,(DAC)
         or a
         ret z
         call decimal.signs
         add a,b
         ld (decimal.scale),a
         call product.make
         ld hl,product.sum + 1
         ld de,DAC + 1
         ld bc,9
         ldir
         ld a,(DAC + 1)
         cp &10
         jr nc,decimal.finish
         ld hl,decimal.scale
         dec (hl)
         ld hl,DAC + 9
         ld b,9
         call decimal.left
; The sign and the exponent of a product. Changes: AF, HL.
decimal.finish: ld a,(decimal.scale)
         sub 64
         jp c,decimal.zero
         jp z,decimal.zero
         jp m,error.overflow
         ld hl,decimal.sign
         or (hl)
         ld (DAC),a
         ret
         ENDM

; In: A, C = first bytes of two reals. Out: A, B = exponents of C and of A; the sign is stored.
M_DECIMAL_SIGNS: MACRO
decimal.signs: ld b,a
         xor c
         and 128
         ld (decimal.sign),a
         res 7,b
         ld a,c
         and 127
         ret
         ENDM

; All digits of the product of the mantissas. Out: product.sum. Changes: AF, BC, DE, HL.
M_PRODUCT_MAKE: MACRO
product.make: ld hl,DAC + 1
         ld de,product.times8 + 28
         ld bc,8
         ldir
         xor a
         ld (product.times8 + 27),a
         ld hl,product.times8 + 35
         ld de,product.times8 + 26
         call decimal.doubles
         ld hl,product.sum
         ld b,17
product.clear: ld (hl),0
         inc l
         djnz product.clear
         ld a,1
         call product.pass
         ld hl,product.sum + 16
         ld b,16
         call decimal.left
         xor a
; In: A not 0: tens of each byte of ARG, else ones.
product.pass: ld hl,ARG + 8
         ld de,product.sum + 16
         ld c,a
         ld b,8
product.byte: ld a,(hl)
         or a
         jr z,product.next
         push hl
         push bc
         inc c
         dec c
         jr nz,product.tens
         rlca
         rlca
         rlca
         rlca
product.tens: and &F0
         jr z,product.skip
         ld c,a
         ld hl,product.times8 + 8
product.bit: sla c
         call c,decimal.add9
         ld a,9
         add a,l
         ld l,a
         inc c
         dec c
         jr nz,product.bit
product.skip: pop bc
         pop hl
product.next: dec hl
         dec e
         djnz product.byte
         ret
         ENDM

ADDBYTE: MACRO
         ld a,(de)
         adc a,(hl)
         daa
         ld (de),a
         dec e
         dec l
         ENDM
SUBBYTE: MACRO
         ld a,(de)
         sbc a,(hl)
         daa
         ld (de),a
         dec e
         dec l
         ENDM

; In: DE, HL = last of nine bytes, neither crossing a page; (DE) += (HL), and carries go
; on in (DE). Changes: AF.
M_DECIMAL_ADD9: MACRO
decimal.add9: push hl
         push de
         or a
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
         jr nc,decimal.add9.end
decimal.add9.carry: ld a,(de)
         adc a,0
         daa
         ld (de),a
         dec e
         jr c,decimal.add9.carry
decimal.add9.end: pop de
         pop hl
         ret
         ENDM

; Three doublings downwards from HL to DE = HL - 9. Changes: AF, B, DE, HL.
M_DECIMAL_DOUBLES: MACRO
decimal.doubles: ld b,27
         or a
decimal.doubles.byte: ld a,(hl)
         adc a,a
         daa
         ld (de),a
         dec l
         dec e
         djnz decimal.doubles.byte
         ret
         ENDM

; DAC = DAC / ARG, 16 digits, cut off. Changes: AF, BC, DE, HL, ARG.
M_DECIMAL_DIVIDE: MACRO
decimal.divide: ld a,(ARG)
         or a
         jp z,error.division
         ld c,a
         ld a,(DAC)
         or a
         ret z
         call decimal.signs
         sub b
         neg
         add a,128
         ld (decimal.scale),a
         call quotient.tables
         ld hl,quotient.rest
         ld (hl),0
         inc l
         ex de,hl
         ld hl,DAC + 1
         ld bc,8
         ldir
         ld b,9
         xor a
quotient.clear: ld (de),a
         inc e
         djnz quotient.clear
         ld de,quotient.rest
quotient.byte: ld c,1               ; its bit comes out after eight
         ld hl,quotient.times80
quotient.bit: push de
         push hl
         ld b,9
quotient.compare: ld a,(de)
         cp (hl)
         jr nz,quotient.unequal
         inc e
         inc l
         djnz quotient.compare
quotient.unequal: pop hl
         pop de
         ccf
         call c,quotient.take
         rl c
         jr c,quotient.done
         ld a,l
         add a,9
         ld l,a
         jr quotient.bit
quotient.done: ld a,c
         ld (de),a
         inc e
         ld a,e
         cp quotient.end
         jr nz,quotient.byte
         ld hl,quotient.rest + 1
         ld de,DAC + 1
         ld bc,8
         ldir
         ld a,(quotient.rest)
         or a
         jp z,decimal.finish
         ld hl,decimal.scale
         inc (hl)
         ld hl,DAC + 1
         call decimal.right
         jp decimal.finish
         ENDM

; In: DE = rest, HL = multiple. Out: (DE) -= (HL), nine bytes each; CY. Changes: A.
M_QUOTIENT_TAKE: MACRO
quotient.take: push de
         push hl
         ld a,e
         add a,8
         ld e,a
         ld a,l
         add a,8
         ld l,a
         or a
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
         pop hl
         pop de
         scf
         ret
         ENDM

M_QUOTIENT_TABLES: MACRO
quotient.tables: ld hl,ARG + 1
         ld de,quotient.times80 + 64
         ld bc,8
         ldir
         xor a
         ld (quotient.times80 + 63),a
         ld hl,quotient.times80 + 71
         ld de,quotient.times80 + 62
         call decimal.doubles
         ld hl,quotient.times80 + 63
         ld de,quotient.times80 + 27
         ld bc,9
         ldir
         ld hl,quotient.times80 + 35
         ld b,9
         call decimal.left
         ld hl,quotient.times80 + 35
         ld de,quotient.times80 + 26
         jp decimal.doubles
         ENDM
