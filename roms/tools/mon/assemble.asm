; A: instructions from lines of text: a mnemonic and operands, DB or DW; the rest of a line behind ; is left out.

; A [from]
cmd.assemble:
         ld de,(LIST.AT)
         call skip.comma
         jr z,assemble.from
         call number
         call at.end
assemble.from:
         ld (HERE),de
assemble.ask:
         ld hl,assemble.ask
         ld (ON.ERROR),hl
         ld hl,(HERE)
         ld (LIST.AT),hl
         call out.word
         call out.space
         ld a,5
         call line.read
         call skip
         jp z,main.prompt
         call assemble
         ld a,(A.COUNT)
         or a
         jr z,assemble.ask
         ld c,a
         ld b,0
         ld hl,A.CODE
         ld de,(HERE)
         ldir
         ld (HERE),de
         jr assemble.ask

; A line. In: HL = text. Out: A.CODE, A.COUNT. Changes: all.
assemble:
         xor a
         ld (A.COUNT),a
         call skip
         ret z
         cp ";"
         ret z
         ld (A.BEST),hl
         call take.mnemonic
         ld de,(WORD)
         ld a,(WORD + 2)
         cp " "
         jr nz,assemble.operands
         ld a,e
         cp "D"
         jr nz,assemble.operands
         ld a,d
         cp "B"
         jr z,assemble.bytes
         cp "W"
         jr z,assemble.words
assemble.operands:
         ld ix,OPERAND1
         ld b,3
operands.next:
         push bc
         call take.operand
         pop bc
         ld de,RECORD
         add ix,de
         call at.remark
         jr z,operands.rest
         cp ","
         jp nz,error
         inc hl
         djnz operands.next
         dec hl
         jp error
; The missing ones are empty.
operands.rest:
         dec b
         jp z,match.all
         ld (ix + R.KIND),KIND.NONE
         ld (ix + R.PLACE),l
         ld (ix + R.PLACE + 1),h
         add ix,de
         jr operands.rest
assemble.bytes:
         call list            ; VALUES is A.CODE
         ld a,(COUNT)
         ld (A.COUNT),a
         ret
assemble.words:
         call number.next
         ld a,e
         call emit
         ld a,d
         call emit
         call at.remark
         jr nz,assemble.words
         ret

; Out: A = next character, HL at it; Z: nothing but a remark comes. Changes: F.
at.remark:
         call skip
         ret z
         cp ";"
         ret

; Four letters, blanks for those that lack. In: HL = text. Out: WORD, HL behind it. Changes: AF, BC, DE.
take.mnemonic:
         ld de,WORD
         ld b,4
mnemonic.next:
         call is.letter
         jr nc,mnemonic.blank
         ld (de),a
         inc de
         inc hl
         djnz mnemonic.next
         call is.letter
         ret nc
         ld hl,(A.BEST)
         jp error
mnemonic.blank:
         ld a," "
         ld (de),a
         inc de
         djnz mnemonic.blank
         ret

; An operand. In: HL = text, IX = its record. Out: HL behind it. Changes: AF, BC, DE.
take.operand:
         call skip
         ld (ix + R.PLACE),l
         ld (ix + R.PLACE + 1),h
         ld (ix + R.KIND),KIND.NONE
         ld (ix + R.INDEX),0
         ld (ix + R.GIVEN),0
         call at.remark
         ret z
         call take.name
         ret z
         ld (ix + R.KIND),KIND.NUMBER
         ld a,(hl)
         cp "("
         jr nz,operand.number
         inc hl
         call take.index
         jr z,operand.close
         ld (ix + R.KIND),KIND.CELL
         call operand.number
operand.close:
         call skip
         cp ")"
         jp nz,error
         inc hl
         ret
operand.number:
         call number
         ld (ix + R.VALUE),e
         ld (ix + R.VALUE + 1),d
         ret

; IX or IY and a distance behind a parenthesis. In: HL. Out: Z: it was there, HL behind it. Changes: AF, BC, DE.
take.index:
         push hl
         call skip
         cp "I"
         jr nz,index.none
         inc hl
         call fold.at
         ld b,&DD
         cp "X"
         jr z,index.sign
         ld b,&FD
         cp "Y"
         jr nz,index.none
index.sign:
         inc hl
         call skip
         cp "-"
         jr z,index.take
         cp "+"
         jr nz,index.none
         inc hl
index.take:
         pop af
         ld (ix + R.INDEX),b
         ld (ix + R.KIND),KIND.NAME
         ld (ix + R.NAME),6
         ld (ix + R.GIVEN),1
         push hl
         call operand.number
         pop bc
         ld a,e               ; -80h to 7Fh
         rla
         sbc a,a
         cp d
         ret z
         ld h,b
         ld l,c
         jp error
index.none:
         pop hl
         or 1
         ret

; A name. In: HL = text, IX. Out: Z: the record has it, HL behind it. Changes: AF, BC, DE.
take.name:
         ld de,names
         ld c,0
name.next:
         push hl
         push de
         ld b,4
name.letter:
         ld a,(de)
         cp " "
         jr z,name.ends
         call fold.at
         ex de,hl
         cp (hl)
         ex de,hl
         jr nz,name.differs
         inc hl
         inc de
         djnz name.letter
name.ends:
         call name.over
         jr z,name.found
name.differs:
         pop de
         pop hl
         inc de
         inc de
         inc de
         inc de
         inc c
         ld a,c
         cp N.ALL
         jr c,name.next
         or a                 ; NZ
         ret
name.found:
         pop de
         pop de
         ld (ix + R.KIND),KIND.NAME
         ld (ix + R.VALUE),0
         ld a,c
         sub N.IX
         jr c,found.plain
         push hl
         ld c,a
         ld b,0
         ld hl,names.plain
         add hl,bc
         ld a,(hl)
         ld (ix + R.NAME),a
         pop hl
         ld a,&DD
         bit 0,c
         jr z,found.index
         ld a,&FD
found.index:
         ld (ix + R.INDEX),a
         xor a
         ret
found.plain:
         ld (ix + R.NAME),c
         xor a
         ret
; Out: Z: a name ends at HL. Changes: AF.
name.over:
         ld a,(hl)
         or a
         ret z
         cp " "
         ret z
         cp 9
         ret z
         cp ","
         ret z
         cp ";"
         ret

; A byte of the code. In: A. Changes: AF, BC.
emit:    ld b,a
         ld a,(A.COUNT)
         cp LIST.MAX
         jp nc,error
         ld c,a
         inc a
         ld (A.COUNT),a
         ld a,b
         ld b,0
         push hl
         ld hl,A.CODE
         add hl,bc
         ld (hl),a
         pop hl
         ret
