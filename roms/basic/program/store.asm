; The program in memory: lines put in, taken out, linked. Source: MSX2 Technical Handbook, chapter 2, "Storage
; format of programs".

; In: KBUF = tokens, DE = line number, BC = length with the 0. A line of length 1 is only taken out. Variables
; must be cleared afterwards. Changes: all. Error 7: no room; 8: no line to take out.
program.store:
         push bc
         push de
         call program.free
         pop de
         push de
         MAIN line.find
         push af
         call c,program.cut
         ld h,b
         ld l,c               ; HL = where it goes
         pop af
         pop de
         pop bc
         dec bc
         inc b
         dec b                ; keeps CY
         jr nz,program.store1
         inc c
         dec c
         jr z,program.store2
program.store1:
         inc bc
         inc bc
         inc bc
         inc bc
         inc bc
         push de
         push hl
         push bc
         call program.room
         ex de,hl
         ld hl,(VARTAB)
         ld (VARTAB),de
         pop bc
         pop de               ; DE = place
         push bc
         push de
         push hl
         or a
         sbc hl,de
         ld b,h
         ld c,l               ; BC = length of what stands behind
         pop hl
         ld de,(VARTAB)
         dec hl
         dec de
         lddr
         pop hl
         pop bc
         pop de
         push hl
         ld (hl),255          ; a link that is not the end
         inc hl
         ld (hl),255
         inc hl
         ld (hl),e
         inc hl
         ld (hl),d
         inc hl
         ex de,hl
         ld hl,-4
         add hl,bc
         ld b,h
         ld c,l
         ld hl,KBUF
         ldir
         pop hl
         jr program.link1
program.store2:               ; an empty line
         jr c,program.link1
         jp error.line
; Renews the links. In: DE = first line. Out: HL behind the end of the program. Changes: all.
program.link:
         ex de,hl
program.link1:
         ld d,h
         ld e,l
         ld a,(hl)
         inc hl
         or (hl)
         inc hl
         ret z
         inc hl
         inc hl
         call token.end
         ex de,hl
         ld (hl),e
         inc hl
         ld (hl),d
         ex de,hl
         jr program.link1

; In: HL = tokens. Out: HL behind the 0 of the line. Changes: AF, BC.
token.end:
         call token.next
         or a
         jr nz,token.end
         ret

; In: HL = token. Out: A = it, HL behind it and its operand. Changes: F, BC.
token.next:
         ld a,(hl)
         inc hl
         cp 32
         ret nc
         ld bc,2
         cp C.OCTAL
         ret c
         cp C.BYTE
         jr c,token.skip
         jr z,token.byte
         cp C.INTEGER
         ret c
         jr z,token.skip
         ld c,4
         cp C.SINGLE
         jr z,token.skip
         ld c,8
         cp C.DOUBLE
         ret nz
         jr token.skip
token.byte:
         dec c
token.skip:
         add hl,bc
         ret

; The same; strings, remarks and DATA are passed over: what looks like a number there is none.
token.code:
         call token.next
         ld b,34
         cp b
         jr z,token.string
         ld b,":"
         cp T.DATA
         jr z,token.text
         cp T.REM
         ret nz
         ld b,0
token.text:
         inc (hl)
         dec (hl)
         ret z
         push af
         ld a,(hl)
         cp b
         jr z,token.text1
         inc hl
         cp 34
         jr nz,token.text2
         inc b
         dec b
         call nz,token.quoted ; in DATA; in a remark a quote is nothing
token.text2:
         pop af
         jr token.text
token.text1:
         pop af
         ret
token.string:
token.quoted:                 ; to behind the quote, or to the 0
         ld c,a
token.quoted1:
         ld a,(hl)
         or a
         jr z,token.quoted2
         inc hl
         cp 34
         jr nz,token.quoted1
token.quoted2:
         ld a,c
         ret

; Takes a part out of the program; links are wrong then. In: BC = its start, HL = its end.
; Changes: AF, DE, HL; BC kept.
program.cut:
         push bc
         ex de,hl
         ld hl,(VARTAB)
         or a
         sbc hl,de
         push hl
         ex de,hl             ; HL = end of the part
         ld d,b
         ld e,c
         pop bc               ; what stands behind
         ld a,b
         or c
         jr z,program.cut1
         ldir
program.cut1:
         ld (VARTAB),de
         pop bc
         ret

; In: BC = bytes wanted behind the program. Out: HL = VARTAB + BC. Error 7 when that would come near the
; stack. Changes: AF, HL.
program.room:
         push bc
         ld hl,200
         add hl,bc
         jp c,error.memory
         ld bc,(VARTAB)
         add hl,bc
         jp c,error.memory
         ex de,hl
         push hl
         ld hl,0
         add hl,sp
         or a
         sbc hl,de
         pop de
         jp c,error.memory
         pop bc
         ld hl,(VARTAB)
         add hl,bc
         ret

; Pointers in the text (0Dh) become line numbers again: before lines move. PTRFLG tells whether there are any:
; whoever writes one sets it. Changes: all but HL.
program.free:
         ld a,(PTRFLG)
         or a
         ret z
         push hl
         xor a
         ld (PTRFLG),a
         ld hl,(TXTTAB)
program.free1:
         call program.head
         jr z,program.free4
program.free2:
         push hl
         call token.code
         pop de
         cp C.POINTER
         jr nz,program.free3
         call H.SCNE          ; DE at the pointer's code, HL behind it
         ld a,C.LINE
         ld (de),a
         push hl
         dec hl
         ld b,(hl)
         dec hl
         ld c,(hl)
         inc bc               ; to the number of the line
         inc bc
         inc bc
         ld a,(bc)
         ld (hl),a
         inc hl
         inc bc
         ld a,(bc)
         ld (hl),a
         pop hl
         jr program.free2
program.free3:
         or a
         jr nz,program.free2
         jr program.free1
program.free4:
         pop hl
         ret

; The head of a line. In: HL = its link. Out: Z: the program's end; else DE = number, HL = text. Changes: AF.
program.head:
         ld a,(hl)
         inc hl
         or (hl)
         ret z
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ret
