; Quotients: bit by bit, by taking off 80, 40, 20, 10, 8, 4, 2 and 1 times the divisor.

quotient.times80: EQU HOLD8   ; eight entries of nine bytes: 80, 40, 20, 10, 8, 4, 2, 1 times ARG
quotient.rest: EQU FBUFFR     ; 18 bytes
quotient.end: EQU (FBUFFR + 9) \ 256

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
