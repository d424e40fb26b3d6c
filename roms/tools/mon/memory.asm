; D, E, F, M, C, S: the memory.

; D [from [to]]
cmd.dump:
         ld a,(ROW)
         add a,a
         add a,a
         add a,a
         ld c,a
         ld b,0
         ld de,(DUMP.AT)
         call range.open
dump.row:
         call dump.count
         ld hl,(FROM)
         call out.word
         ld b,c
         call dump.bytes
         call out.space
         ld hl,(FROM)
dump.char:
         ld a,(hl)
         inc hl
         cp " "
         jr c,dump.dot
         cp 127
         jr c,dump.plain
dump.dot:
         ld a,"."
dump.plain:
         call out.char
         djnz dump.char
         call out.line
         ld (FROM),hl
         ld (DUMP.AT),hl
         ld a,h
         or l
         ret z                ; behind FFFFh
         ex de,hl
         ld hl,(TO)
         or a
         sbc hl,de
         jr nc,dump.row
         ret
; Out: C = bytes of this row, B = of a full one. Changes: AF, DE, HL.
dump.count:
         ld a,(ROW)
         ld b,a
         ld c,a
         ld hl,(TO)
         ld de,(FROM)
         or a
         sbc hl,de
         ld a,h
         or a
         ret nz
         ld a,l
         cp b
         ret nc
         inc a
         ld c,a
         ret
; The bytes, and blanks for those that the row lacks. In: HL, B, C = how many. Out: B = how many. Changes: AF, C, DE, HL.
dump.bytes:
         push bc
         call dump.count
         ld d,b
         ld e,0
         ld hl,(FROM)
         pop bc
         ld b,c
bytes.next:
         call out.space
         ld a,e
         cp c
         jr nc,bytes.lack
         ld a,(hl)
         inc hl
         call out.byte
         jr bytes.step
bytes.lack:
         call out.space
         call out.space
bytes.step:
         inc e
         ld a,e
         cp d
         jr c,bytes.next
         ret

; E from [list]; without a list each byte is shown and asked for: a list, nothing to leave it, a point to end.
cmd.enter:
         call number.next
         ld (FROM),de
         call skip.comma
         jr z,enter.ask
         call list
         jr list.store
enter.ask:
         ld hl,enter.ask
         ld (ON.ERROR),hl
         ld hl,(FROM)
         call out.word
         call out.space
         ld a,(hl)
         call out.byte
         call out.space
         ld a,8
         call line.read
         call skip
         jr z,enter.leave
         cp "."
         jp z,main.prompt
         call list
         call list.store
         jr enter.ask
enter.leave:
         ld hl,(FROM)
         inc hl
         ld (FROM),hl
         jr enter.ask
; VALUES to FROM. Out: FROM behind it. Changes: AF, BC, DE, HL.
list.store:
         ld de,(FROM)
         ld hl,VALUES
         ld a,(COUNT)
         ld c,a
         ld b,0
         ldir
         ld (FROM),de
         ret

; F from to list
cmd.fill:
         call range
         call list
         ld de,(FROM)
fill.list:
         ld hl,VALUES
         ld a,(COUNT)
         ld b,a
fill.next:
         ld a,(hl)
         ld (de),a
         call at.to
         ret z
         inc hl
         inc de
         djnz fill.next
         jr fill.list
; In: DE. Out: Z: it is TO. Changes: AF.
at.to:   ld a,(TO)
         cp e
         ret nz
         ld a,(TO + 1)
         cp d
         ret

; M from to there
cmd.move:
         call range
         call number.next
         call at.end
         ld hl,(TO)
         ld bc,(FROM)
         or a
         sbc hl,bc
         inc hl
         push hl              ; how many, 0: all
         ld h,b
         ld l,c
         pop bc
         ld a,b
         or c
         ret z
         or a
         sbc hl,de
         add hl,de
         jr c,move.up
         ldir
         ret
move.up: dec bc
         add hl,bc
         ex de,hl
         add hl,bc
         ex de,hl
         inc bc
         lddr
         ret

; C from to other
cmd.compare:
         call range
         call number.next
         call at.end
         ex de,hl
         ld de,(FROM)
compare.next:
         ld a,(de)
         cp (hl)
         call nz,compare.show
         call at.to
         ret z
         inc hl
         inc de
         jr compare.next
compare.show:
         ex de,hl
         call compare.one
         ex de,hl
         call out.space
         call compare.one
         jp out.line
; In: HL. Changes: AF.
compare.one:
         call out.word
         call out.space
         ld a,(hl)
         jp out.byte

; S from to list
cmd.search:
         call range
         call list
         ld b,5               ; addresses in a row
         ld a,(WIDE)
         or a
         jr z,search.start
         ld b,12
search.start:
         ld c,b
         ld de,(FROM)
search.next:
         push bc
         push de
         ld hl,VALUES
         ld a,(COUNT)
         ld b,a
search.byte:
         ld a,(de)
         cp (hl)
         jr nz,search.no
         inc hl
         dec b
         jr z,search.found
         call at.to
         inc de
         jr nz,search.byte
search.no:
         pop de
         pop bc
search.step:
         call at.to
         inc de
         jr nz,search.next
         ld a,b
         cp c
         ret z
         jp out.line
search.found:
         pop de
         pop bc
         ex de,hl
         call out.word
         ex de,hl
         call out.space
         djnz search.step
         call out.line
         ld b,c
         jr search.step
