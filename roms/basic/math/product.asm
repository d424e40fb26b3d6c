; Products, and what quotients share with them: signs, exponents, multiples by doubling.

decimal.sign: EQU DECTM2      ; bit 7
decimal.scale: EQU DECCNT     ; exponent + 64, wide enough for any product
product.sum: EQU HOLD8        ; 17 bytes: the product, its first byte at + 1
product.step: EQU HOLD8 + 17  ; from where the addition of an entry ends to the end of the next
product.times8: EQU HOLD8 + 28 ; four entries of nine bytes: 8, 4, 2 and 1 times the longer factor
product.table: EQU &FD18      ; 2  the last byte of the first entry

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

; All digits of the product of the mantissas, of which the bytes that end in zeros are left out: the shorter
; one's digits add up multiples of the longer one. Out: product.sum. Changes: AF, BC, DE, HL.
M_PRODUCT_MAKE: MACRO
product.make: push ix
         ld hl,ARG + 8
         call product.length
         ld c,b
         ld hl,DAC + 8
         call product.length
         ld de,ARG
         ld hl,DAC + 1
         ld a,b
         cp c
         jr nc,product.ordered
         ld b,c
         ld c,a
         ld de,DAC
         ld hl,ARG + 1
product.ordered: push bc      ; HL = the longer one's digits, B bytes; DE = the other, C bytes
         push de
         ld a,b
         ld c,a
         ld b,0
         ld de,product.times8 + 28
         ldir
         ld c,a
         ex de,hl
         dec hl
         call decimal.doubles
         ld (product.table),hl
         ld a,c
         add a,10             ; an entry's nine bytes, and the C + 1 just added
         ld (product.step),a
         ld hl,product.added
         call decimal.chain
         ld hl,0
         ld (product.sum),hl
         ld (product.sum + 2),hl
         ld (product.sum + 4),hl
         ld (product.sum + 6),hl
         ld (product.sum + 8),hl
         ld (product.sum + 10),hl
         ld (product.sum + 12),hl
         ld (product.sum + 14),hl
         ld a,l
         ld (product.sum + 16),a
         pop hl
         pop bc
         ld a,c
         ld d,b
         ld b,c
         add a,l
         ld l,a               ; the last byte of the shorter one
         ld a,d
         add a,b
         add a,product.sum \ 256
         ld e,a
         ld d,product.sum / 256
         push hl
         push de
         push bc
         ld c,1
         call product.pass
         pop bc
         pop hl
         push hl
         push bc
         ld a,l
         sub product.sum \ 256
         ld b,a
         call decimal.left
         pop bc
         pop de
         pop hl
         ld c,0
         call product.pass
         pop ix
         ret
; In: HL = last byte of the shorter one, B its length, DE = last byte of the sum, C = 1 tens, 0 ones.
product.pass: ld a,(hl)
         or a
         jr z,product.next
         push hl
         push bc
         bit 0,c
         jr nz,product.tens
         rlca
         rlca
         rlca
         rlca
product.tens: and &F0
         jr z,product.skip
         ld c,a
         ld b,e
         ld hl,(product.table)
product.bit: sla c
         jr nc,product.unset
         or a
         jp (ix)
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
         ADDBYTE
product.added: jr nc,product.sums
product.carry: ld a,(de)
         adc a,0
         daa
         ld (de),a
         dec e
         jr c,product.carry
product.sums: ld e,b
         ld a,c
         or a
         jr z,product.skip
         ld a,(product.step)
         add a,l
         ld l,a
         jp product.bit
product.unset: ld a,9
         add a,l
         ld l,a
         jp product.bit
product.skip: pop bc
         pop hl
product.next: dec hl
         dec e
         djnz product.pass
         ret
         ENDM

; The bytes of a mantissa without zeros behind. In: HL = its eighth byte. Out: B = 1 to 8. Changes: AF, HL.
M_DECIMAL_LENGTH: MACRO
product.length: ld b,8
product.length.byte: ld a,(hl)
         or a
         ret nz
         dec hl
         djnz product.length.byte
         inc b
         ret
; Where C + 1 of the steps before HL, of six bytes each, begin. Out: IX. Changes: AF, DE, HL.
decimal.chain: ld a,c
         inc a
         add a,a
         ld e,a
         add a,a
         add a,e
         ld e,a
         ld d,0
         sbc hl,de
         push hl
         pop ix
         ret
; Three doublings, each nine bytes below the one before, of a byte of 0 and C digits' bytes that end at HL.
; Out: HL = end of the last. Changes: AF, B, DE.
decimal.doubles: ld a,l
         sub c
         ld e,a
         ld d,h
         xor a
         ld (de),a
quotient.doubles: call decimal.double
         call decimal.double
decimal.double: ld d,h
         ld a,l
         sub 9
         ld e,a
         push de
         ld b,c
         inc b
         or a
decimal.double.byte: ld a,(hl)
         adc a,a
         daa
         ld (de),a
         dec l
         dec e
         djnz decimal.double.byte
         pop hl
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
