; U: instructions as text, by the tables that the assembler has, too. What it does not write back as the same bytes is shown
; as DB: codes that mean what others mean, prefixes without meaning.

; U [from [to]]
cmd.unassemble:
         ld de,(LIST.AT)
         ld bc,24
         call range.open
         ld hl,(FROM)
unassemble.next:
         ld (LIST.AT),hl
         call list.line
         ld hl,(D.AT)
         ld de,(D.FROM)
         or a
         sbc hl,de
         add hl,de
         ld (LIST.AT),hl
         ret c                ; behind FFFFh
         ex de,hl
         ld hl,(TO)
         or a
         sbc hl,de
         ex de,hl
         jr nc,unassemble.next
         ret

; The line of the instruction at LIST.AT. Out: D.AT behind it. Changes: all.
list.line:
         ld hl,(LIST.AT)
         call decode
         ld hl,(D.FROM)
         call out.word
         call out.space
         ld a,(D.LENGTH)
         ld b,a
         ld c,4
line.byte:
         ld a,(hl)
         inc hl
         call out.byte
         dec c
         djnz line.byte
         inc c
line.blank:
         dec c
         jr z,line.text
         call out.space
         call out.space
         jr line.blank
line.text:
         call out.space
         ld hl,D.TEXT
         call out.text
         jp out.line

; An instruction. In: HL = address. Out: HL, D.AT behind it, D.FROM, D.LENGTH, D.TEXT, D.OP, INDEX. Changes: all.
decode:  ld (D.FROM),hl
         ld (D.AT),hl
         xor a
         ld (INDEX),a
         ld (D.CB),a
         ld (D.MEMORY),a
         ld (D.USED),a
         ld hl,D.TEXT
         ld (D.OUT),hl
         call fetch
         cp &DD
         jr z,decode.index
         cp &FD
         jr z,decode.index
         ld ix,ops.ed
         cp &ED
         jr z,decode.second
         ld ix,ops.cb
         cp &CB
         jr z,decode.second
         ld ix,ops.main
         jr decode.op
decode.index:
         ld (INDEX),a
         call fetch
         cp &DD
         jr z,decode.alone
         cp &ED
         jr z,decode.alone
         cp &FD
         jr z,decode.alone
         ld ix,ops.main
         cp &CB
         jr nz,decode.op
         ld (D.CB),a
         ld (D.MEMORY),a
         call fetch
         ld (D.OFFSET),a
         ld ix,ops.cb
decode.second:
         call fetch
decode.op:
         ld (D.OP),a
         ld c,a
         ld de,OPS.SIZE
decode.find:
         ld a,(ix + 0)
         or a
         jr z,decode.bytes
         and c
         cp (ix + 1)
         jr z,decode.found
         add ix,de
         jr decode.find
decode.found:
         call decode.memory
         call show.mnemonic
         call show.operands
         xor a
         call put
         bit 7,(ix + 2)
         jr nz,decode.bytes
         ld a,(INDEX)
         or a
         jr z,decode.length
         ld a,(D.USED)
         or a
         jr z,decode.alone
         ld a,(D.CB)
         or a
         jr z,decode.length
         ld a,(D.OP)          ; BIT with a register does the same as without
         and &C0
         cp &40
         jr nz,decode.length
         ld a,(D.OP)
         and 7
         cp 6
         jr nz,decode.bytes
decode.length:
         ld hl,(D.AT)
         ld de,(D.FROM)
         ld a,l
         sub e
         ld (D.LENGTH),a
         ret
; The prefix by itself.
decode.alone:
         ld hl,(D.FROM)
         inc hl
         ld (D.AT),hl
; The bytes up to D.AT.
decode.bytes:
         call decode.length
         ld b,a
         ld hl,D.TEXT
         ld (D.OUT),hl
         ld ix,ops.db
         push bc
         call show.mnemonic
         pop bc
         call put.space
         ld hl,(D.FROM)
bytes.put:
         ld a,(hl)
         inc hl
         call put.hex
         dec b
         ld a,b
         or a
         jr z,bytes.end
         ld a,","
         call put
         jr bytes.put
bytes.end:
         call put
         ld hl,(D.AT)
         ret

; The distance behind an operation with (IX+d). Changes: AF, HL.
decode.memory:
         ld a,(INDEX)
         or a
         ret z
         ld a,(D.CB)
         or a
         ret nz
         ld a,(ix + 2)
         call is.memory
         ld a,(ix + 3)
         call nz,is.memory
         ret nz
         ld a,1
         ld (D.MEMORY),a
         call fetch
         ld (D.OFFSET),a
         ret
; In: A = operand of the table. Out: Z: it is (HL). Changes: AF.
is.memory:
         cp O.R3
         jr z,memory.high
         cp O.R0
         ret nz
         ld a,(D.OP)
         jr memory.low
memory.high:
         ld a,(D.OP)
         rrca
         rrca
         rrca
memory.low:
         and 7
         cp 6
         ret

; Out: A = the next byte. Changes: HL.
fetch:   ld hl,(D.AT)
         ld a,(hl)
         inc hl
         ld (D.AT),hl
         ret
; In: A = character of the text. Changes: nothing.
put:     push hl
         ld hl,(D.OUT)
         ld (hl),a
         inc hl
         ld (D.OUT),hl
         pop hl
         ret
put.space:
         ld a," "
         jr put
; In: HL. Changes: AF.
put.word:
         ld a,h
         call put.hex
         ld a,l
; In: A. Changes: AF.
put.hex: push af
         rrca
         rrca
         rrca
         rrca
         call to.digit
         call put
         pop af
         call to.digit
         jr put
