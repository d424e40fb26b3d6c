; Finds the row of the tables that a mnemonic and its operands fit, and writes its bytes.

; In: WORD, A.BEST = its place, operands. Out: A.CODE, A.COUNT. Error at the operand that fits nowhere. Changes: all.
match.all:
         ld iy,ops.main
         xor a
         call match.table
         ld iy,ops.cb
         ld a,&CB
         call match.table
         ld iy,ops.ed
         ld a,&ED
         call match.table
         ld hl,(A.BEST)
         jp error

; Leaves by match.found if a row fits. In: IY = table, A = its prefix. Changes: all.
match.table:
         ld (A.TABLE),a
table.next:
         ld a,(iy + 0)
         or a
         ret z
         bit 7,(iy + 2)
         call z,match.row
         ld de,OPS.SIZE
         add iy,de
         jr table.next

; In: IY = row. Changes: AF, BC, DE, HL, IX.
match.row:
         push iy
         pop hl
         ld de,OPS.NAME
         add hl,de
         ld de,WORD
         ld b,4
row.letter:
         ld a,(de)
         cp (hl)
         ret nz
         inc hl
         inc de
         djnz row.letter
         ld a,(iy + 1)
         ld (A.OP),a
         xor a
         ld (A.KIND),a
         ld h,a
         ld l,a
         ld (A.THIRD),hl
         ld ix,OPERAND1
         call match.best
         ld a,(iy + 2)
         call match.operand
         ret nz
         ld ix,OPERAND2
         call match.best
         ld a,(iy + 3)
         call match.operand
         jr z,row.third
         ld a,(iy + 3)        ; a rotation's copy
         or a
         ret nz
         ld a,(OPERAND3 + R.KIND)
         or a
         ret nz
         jr row.copy
row.third:
         ld ix,OPERAND3
         ld a,(ix + R.KIND)
         or a
         jr z,row.prefix
         call match.best
row.copy:
         ld (A.THIRD),ix
         ld a,(A.TABLE)
         cp &CB
         ret nz
row.prefix:
         call match.prefix
         ret nz
         pop hl               ; of match.row
         pop hl               ; of match.table
         jp match.found
; The fault is at this operand or behind it. In: IX. Changes: DE, HL, F.
match.best:
         ld l,(ix + R.PLACE)
         ld h,(ix + R.PLACE + 1)
         ld de,(A.BEST)
         or a
         sbc hl,de
         add hl,de
         ret c
         ld (A.BEST),hl
         ret

; In: A = operand of the table, IX = operand. Out: Z: it fits; A.OP, A.KIND, A.VALUE. Changes: AF, BC, DE, HL.
match.operand:
         or a
         jr nz,operand.some
         ld a,(ix + R.KIND)
         or a
         ret
operand.some:
         cp O.FIELDS
         jr nc,operand.field
         dec a
; In: A = number of a name. Out: Z: it is that.
match.name:
         ld c,a
         ld a,(ix + R.KIND)
         dec a
         ret nz
         ld a,(ix + R.NAME)
         cp c
         ret
operand.field:
         sub O.FIELDS
         add a,a
         ld e,a
         ld d,0
         ld hl,match.routines
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex de,hl
         ld e,(ix + R.VALUE)
         ld d,(ix + R.VALUE + 1)
         ld b,(ix + R.NAME)
         ld a,(ix + R.KIND)
         dec a                ; Z: a name
         jp (hl)
; Routines of the fields. In: B = name, DE = value, A = kind - 1, Z: a name. Out: Z: fits. Changes: AF, BC, DE, HL.
match.routines:
         dw match.r3
         dw match.r0
         dw match.rp
         dw match.rq
         dw match.cc
         dw match.cj
         dw match.n
         dw match.w
         dw match.cw
         dw match.cn
         dw match.e
         dw match.rst
         dw match.bit
         dw match.hl
         dw match.jump
         dw match.0
         dw match.1
         dw match.2
match.r0:
         ret nz
         ld a,b
         cp N.BC
         jr c,match.or
         jr match.no
match.r3:
         ret nz
         ld a,b
         cp N.BC
         jr c,match.high
         jr match.no
match.rq:
         ret nz
         ld a,b
         cp N.AF
         ld a,N.SP
         jr z,match.pair
         ld a,b
         cp N.SP
         jr z,match.no
         jr match.pair
match.rp:
         ret nz
         ld a,b
match.pair:
         sub N.BC
         cp 4
         jr nc,match.no
         add a,a
         jr match.high
match.cj:
         ret nz
         ld a,b
         cp N.NZ + 3
         jr nc,match.no
         xor a
match.cc:
         ret nz
         ld a,b
         cp N.C
         ld a,3
         jr z,match.high
         ld a,b
         sub N.NZ
         cp 7
         jr nc,match.no
         cp 3
         jr c,match.high
         inc a
match.high:
         add a,a
         add a,a
         add a,a
match.or:
         ld c,a
         ld a,(A.OP)
         or c
         ld (A.OP),a
         xor a
         ret
match.no:
         or 1
         ret
match.cn:
         dec a
match.n: dec a
         ret nz
         call is.byte
         ret nz
         ld a,1
         jr match.value
match.cw:
         dec a
match.w: dec a
         ret nz
         ld a,2
match.value:
         ld (A.KIND),a
         ld (A.VALUE),de
         xor a
         ret
match.e: dec a
         ret nz
         ld hl,(HERE)
         inc hl
         inc hl
         ex de,hl
         or a
         sbc hl,de
         ex de,hl
         ld a,e               ; -80h to 7Fh
         rla
         sbc a,a
         cp d
         ret nz
         ld a,1
         jr match.value
match.rst:
         dec a
         ret nz
         ld a,e
         and %11000111
         or d
         ret nz
         ld a,e
         jr match.or
match.bit:
         dec a
         ret nz
         ld a,e
         and %11111000
         or d
         ret nz
         ld a,e
         jr match.high
match.hl:
         ret nz
         ld a,(ix + R.INDEX)
         or a
         ret nz
         ld a,N.HL
         jp match.name
match.jump:
         ret nz
         ld a,(ix + R.GIVEN)
         or a
         ret nz
         ld a,6
         jp match.name
match.2: dec de
match.1: dec de
match.0: dec a
         ret nz
         ld a,d
         or e
         ret

; Writes the row's bytes. Changes: AF, BC, DE.
match.found:
         ld a,(INDEX)
         or a
         call nz,emit
         ld a,(A.TABLE)
         or a
         call nz,emit
         cp &CB
         call z,match.distance
         ld a,(A.OP)
         call emit
         ld a,(A.TABLE)
         or a
         call z,match.distance
         ld a,(A.KIND)
         or a
         ret z
         ld de,(A.VALUE)
         ld c,a
         push bc
         ld a,e
         call emit
         pop bc
         dec c
         ret z
         ld a,d
         jp emit
match.distance:
         ld a,(D.MEMORY)
         or a
         ret z
         ld a,(D.OFFSET)
         jp emit
