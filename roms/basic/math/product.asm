; Products and quotients.

decimal.sign: EQU DECTM2      ; bit 7
decimal.scale: EQU DECCNT     ; exponent + 64, wide enough for any product
product.sum: EQU HOLD8        ; 17 bytes: the product, its first byte at + 1
product.times8: EQU HOLD8 + 28 ; four entries of nine bytes: 8, 4, 2 and 1 times the longer factor
product.table: EQU &FD18       ; 2  the last byte of the first entry
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
         ld hl,(product.table)
product.bit: sla c
         jr nc,product.unset
         push hl
         push de
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
product.sums: pop de
         pop hl
         ld a,c
         or a
         jr z,product.skip
product.unset: ld a,9
         add a,l
         ld l,a
         jr product.bit
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
SUBBYTE: MACRO
         ld a,(de)
         sbc a,(hl)
         daa
         ld (de),a
         dec e
         dec l
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
         push ix
         call quotient.tables
         ld a,c
         ld hl,quotient.rest
         ld (hl),0
         inc l
         ex de,hl
         ld hl,DAC + 1
         ld bc,8
         ldir
         ld b,9
         ld c,a
         xor a
quotient.clear: ld (de),a
         inc e
         djnz quotient.clear
         ld hl,quotient.taken
         call decimal.chain
         ld b,c
         ld de,quotient.rest
quotient.byte: ld c,1               ; its bit comes out after eight
         ld hl,quotient.times80
quotient.bit: ld a,(de)
         cp (hl)
         jr c,quotient.less
         jr nz,quotient.take
         push bc
         push de
         push hl
quotient.compare: inc e
         inc l
         ld a,(de)
         cp (hl)
         jr nz,quotient.unequal
         djnz quotient.compare
quotient.unequal: pop hl
         pop de
         pop bc
         jr c,quotient.less
quotient.take: push de        ; the B + 1 bytes of the multiple go off
         push hl
         ld a,e
         add a,b
         ld e,a
         ld a,l
         add a,b
         ld l,a
         jp (ix)
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
         SUBBYTE
quotient.taken: pop hl
         pop de
         scf
         jr quotient.next
quotient.less: or a
quotient.next: rl c
         jr c,quotient.done
         ld a,l
         add a,9
         ld l,a
         jp quotient.bit
quotient.done: ld a,c
         ld (de),a
         inc e
         ld h,d
         ld l,e
quotient.zero: ld a,(hl)      ; no rest: the other places are 0 already
         or a
         jr nz,quotient.more
         inc l
         ld a,l
         cp (quotient.rest + 18) \ 256
         jr nz,quotient.zero
         jr quotient.whole
quotient.more: ld a,e
         cp quotient.end
         jp nz,quotient.byte
quotient.whole: pop ix
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

; Out: quotient.times80, C = length of ARG.
M_QUOTIENT_TABLES: MACRO
quotient.tables: ld hl,ARG + 8
         call product.length
         ld a,b
         ld c,b
         ld b,0
         ld hl,ARG + 1
         ld de,quotient.times80 + 64
         ldir
         ld c,a
         ex de,hl
         dec hl
         call decimal.doubles
         ld hl,quotient.times80 + 63
         ld de,quotient.times80 + 27
         ld b,0
         ld a,c
         inc c
         ldir
         ld c,a
         ex de,hl
         dec hl
         push hl
         ld b,a
         inc b
         call decimal.left
         pop hl
         jp quotient.doubles
         ENDM
