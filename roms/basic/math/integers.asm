; Arithmetic of 16-bit integers. A sum that does not fit becomes a single, a product a double; DAC and VALTYP
; tell.

; UMULT: DE = BC * DE without sign, the low 16 bits. Changes: AF, DE.
M_UMULT: MACRO
UMULT.go: push hl
         call integer.product
         ex de,hl
         pop hl
         ret
         ENDM

; In: BC, DE. Out: DE:HL = the product. Changes: AF.
M_INTEGER_PRODUCT: MACRO
integer.product: ld hl,0
         ld a,16
integer.product.bit: add hl,hl
         rl e
         rl d
         jr nc,integer.product.next
         add hl,bc
         jr nc,integer.product.next
         inc de
integer.product.next: dec a
         jr nz,integer.product.bit
         ret
         ENDM

; ISUB, IADD: HL = DE - HL, DE + HL. Changes: all.
M_ISUB: MACRO
ISUB.go: push de
         push hl
         ex de,hl
         or a
         sbc hl,de
         jp po,integer.fits
         ld a,128             ; the second operand changes its sign
         jr integer.large
IADD.go: push de
         push hl
         or a
         adc hl,de
         jp po,integer.fits
         xor a
integer.large: pop hl
         push af
         call real.make
         pop af
         ld hl,DAC
         xor (hl)
         ld (hl),a
         call decimal.maf
         pop hl
         call real.make
         call decimal.add
integer.single: ld a,4
         ld (VALTYP),a
         ret
integer.fits: pop bc
         pop bc
         jp integer.store
         ENDM

; IMULT: HL = DE * HL. Changes: all.
M_IMULT: MACRO
IMULT.go: push de
         push hl
         call integer.magnitudes
         push af
         call integer.product
         pop af
         ld b,a
         ld a,d
         or e
         jr nz,integer.mult.large
         ld a,h
         add a,a
         jr c,integer.mult.edge
         ld a,b
         add a,a
         call c,integer.negate
         jr integer.fits
integer.mult.edge: ld a,b
         add a,a
         jr nc,integer.mult.large
         ld a,h
         xor 128
         or l
         jr z,integer.fits
integer.mult.large: pop hl
         call real.make
         call decimal.maf
         pop hl
         call real.make
         call decimal.multiply
         ld a,8
         ld (VALTYP),a
         ret
         ENDM

; In: DE, HL. Out: DE = |DE|, HL and BC = |HL|, A bit 7 = sign of the product. Changes: F.
M_INTEGER_MAGNITUDES: MACRO
integer.magnitudes: ld a,d
         xor h
         push af
         bit 7,h
         call nz,integer.negate
         ld b,h
         ld c,l
         ex de,hl
         bit 7,h
         call nz,integer.negate
         ex de,hl
         pop af
         ret
         ENDM

; IDIV: HL = DE / HL, cut off. Changes: all.
M_IDIV: MACRO
IDIV.go: call integer.divide
         pop af               ; sign of the quotient
         add a,a
         jp c,integer.idiv.negative
         bit 7,h
         jp z,integer.store
         xor a
         call real.unsigned
         jp integer.single
integer.idiv.negative: call integer.negate
         jp integer.store
         ENDM

; IMOD: HL = DE mod HL with the sign of DE; DE = DE / HL. Changes: all.
M_IMOD: MACRO
IMOD.go: push de
         call integer.divide
         ex de,hl
         pop af
         add a,a
         jr nc,integer.mod.quotient
         ex de,hl
         call integer.negate
         ex de,hl
integer.mod.quotient: pop af
         add a,a
         call c,integer.negate
         jp integer.store
         ENDM

; In: DE, HL. Out: HL = |DE| / |HL|, DE = the rest, on the stack: AF, A bit 7 = sign. Changes: all.
M_INTEGER_DIVIDE: MACRO
integer.divide: ld a,h
         or l
         jp z,error.division
         call integer.magnitudes
         pop hl
         push af
         push hl
         ex de,hl
         ld de,0
         ld a,16
integer.divide.bit: add hl,hl
         rl e
         rl d
         ex de,hl
         or a
         sbc hl,bc
         jr nc,integer.divide.fits
         add hl,bc
         ex de,hl
         jr integer.divide.next
integer.divide.fits: ex de,hl
         inc l
integer.divide.next: dec a
         jr nz,integer.divide.bit
         ret
         ENDM
