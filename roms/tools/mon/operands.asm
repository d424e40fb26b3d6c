; Mnemonics and operands as text.

; In: IX = row of the table. Changes: AF, BC, HL.
show.mnemonic:
         push ix
         pop hl
         ld bc,OPS.NAME
         add hl,bc
; Four characters without the blanks behind them. In: HL. Changes: AF, B, HL.
put.name:
         ld b,4
name.char:
         ld a,(hl)
         inc hl
         cp " "
         ret z
         call put
         djnz name.char
         ret

; The operands of an instruction, from column 5 on. In: IX = row of the table. Changes: AF, BC, DE, HL.
show.operands:
         ld a,(ix + 2)
         and &7F
         ret z
         push af
pad.next:
         call put.space
         ld a,(D.OUT)
         cp (D.TEXT + 5) \ 256
         jr nz,pad.next
         pop af
         call show.operand
         ld a,(ix + 3)
         or a
         jr z,show.third
         push af
         call put.comma
         pop af
         call show.operand
; The register that gets a copy after DD CB.
show.third:
         ld a,(D.CB)
         or a
         ret z
         ld a,(D.OP)
         and 7
         cp 6
         ret z
         call put.comma
         ld a,(D.OP)
         and 7
         jp show.name
put.comma:
         ld a,","
         jp put

; In: A = operand of the table. Changes: AF, BC, DE, HL.
show.operand:
         cp O.FIELDS
         jr nc,show.field
         dec a
; A name; HL is IX or IY behind a prefix. In: A = its number. Changes: AF, BC, HL.
show.name:
         cp N.HL
         jr nz,show.plain
         ld a,(INDEX)
         or a
         ld a,N.HL
         jr z,show.plain
         ld a,N.IX
; In: A = number of a name with IX, IY's is the next. Changes: AF, BC, HL.
show.indexed:
         ld hl,D.USED
         ld (hl),1
         ld hl,INDEX
         bit 5,(hl)           ; FDh
         jr z,show.plain
         inc a
show.plain:
         ld l,a
         ld h,0
         add hl,hl
         add hl,hl
         ld bc,names
         add hl,bc
         jr put.name
show.field:
         sub O.FIELDS
         add a,a
         ld e,a
         ld d,0
         ld hl,show.table
         add hl,de
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ld a,(D.OP)
         jp (hl)
; Routines of the fields. In: A = operation. Changes: AF, BC, DE, HL.
show.table:
         dw show.r3
         dw show.r0
         dw show.rp
         dw show.rq
         dw show.cc
         dw show.cj
         dw show.n
         dw show.w
         dw show.cellw
         dw show.celln
         dw show.e
         dw show.rst
         dw show.bit
         dw show.hl
         dw show.jump
         dw show.0
         dw show.1
         dw show.2
show.r3: rrca
         rrca
         rrca
         jr show.register
show.r0: ld b,a
         ld a,(D.CB)
         or a
         ld a,6               ; always (IX+d) there
         jr nz,show.register
         ld a,b
show.register:
         and 7
         ld b,a
         ld a,(INDEX)
         or a
         ld a,b
         jr z,show.plain
         cp 6
         jr z,show.distance
         and &FE
         cp N.H
         ld a,b
         jr nz,show.plain
         ld a,(D.MEMORY)      ; H and L are themselves beside (IX+d)
         or a
         ld a,b
         jr nz,show.plain
         sub N.H
         add a,a
         add a,N.IXH
         jr show.indexed
show.distance:
         ld a,"("
         call put
         ld a,N.IX
         call show.indexed
         ld a,(D.OFFSET)
         ld b,"+"
         bit 7,a
         jr z,distance.put
         neg
         ld b,"-"
distance.put:
         ld c,a
         ld a,b
         call put
         ld a,c
         call put.hex
         jr put.close
show.rq: ld b,N.AF
         jr show.pair
show.rp: ld b,N.SP
show.pair:
         rrca
         rrca
         rrca
         rrca
         and 3
         cp 3
         jr nz,pair.name
         ld a,b
         jp show.name
pair.name:
         add a,N.BC
         jp show.name
show.cj: and %00011000
show.cc: rrca
         rrca
         rrca
         and 7
         cp 3
         jr z,cc.carry
         jr nc,cc.high
         inc a
cc.high: add a,N.NZ - 1
         jp show.plain
cc.carry:
         ld a,N.C
         jp show.plain
show.w:  call fetch
         ld e,a
         call fetch
         ld h,a
         ld l,e
         jp put.word
show.cellw:
         call put.open
         call show.w
         jr put.close
show.celln:
         call put.open
         call show.n
put.close:
         ld a,")"
         jp put
put.open:
         ld a,"("
         jp put
; A byte; 0 goes before what would be the name of a register.
show.n:  call fetch
         cp &AF
         jr z,n.zero
         cp &BC
         jr z,n.zero
         cp &DE
         jr nz,n.put
n.zero:  push af
         ld a,"0"
         call put
         pop af
n.put:   jp put.hex
show.e:  call fetch
         ld e,a
         rla
         sbc a,a
         ld d,a
         ld hl,(D.AT)
         add hl,de
         jp put.word
show.rst:
         and %00111000
         jp put.hex
show.bit:
         rrca
         rrca
         rrca
         and 7
         add a,"0"
         jp put
show.hl: ld a,N.HL
         jp show.plain
show.jump:
         ld a,(INDEX)
         or a
         ld a,6
         jp z,show.plain
         ld a,N.CELLIX
         jp show.indexed
show.0:  ld a,"0"
         jp put
show.1:  ld a,"1"
         jp put
show.2:  ld a,"2"
         jp put
