; Characters and names of files (MSX-DOS 2 Function Specifications, 5C and 5D; Command Specification, "Notation").

; 5D: In: D = flags: bit 0 leaves small letters, bit 3 volume name; E = character. Out: A = 0, E = capital, D = flags,
; bit 4 set if no name may have it. There are no characters of two bytes.
name.check:
         ld a,d
         and %00001001
         ld d,a
         ld a,e
         bit 0,d
         call z,name.capital
         ld e,a
         bit 3,d
         jr nz,check.volume
         call name.ends
         jr check.flag
check.volume:
         call volume.ends
check.flag:
         ld a,0
         ret nc
         set 4,d
         ret

; In: A = character. Out: A = capital, of MSX's international character set. Changes: F.
name.capital:
         cp "a"
         ret c
         cp "z" + 1
         jr nc,capital.accent
         sub 32
         ret
capital.accent:
         push hl
         push bc
         ld hl,capital.pairs
         ld b,CAPITAL.COUNT
capital.next:
         cp (hl)
         inc hl
         jr z,capital.found
         inc hl
         djnz capital.next
         pop bc
         pop hl
         ret
capital.found:
         ld a,(hl)
         pop bc
         pop hl
         ret
capital.pairs:
         db &81,&9A, &82,&90, &84,&8E, &86,&8F, &87,&80, &91,&92, &94,&99, &A4,&A5
         db &B1,&B0, &B3,&B2, &B5,&B4, &B7,&B6, &B9,&B8
capital.end: EQU $
CAPITAL.COUNT: EQU (capital.end - capital.pairs) // 2

; In: A = character. Out: CY when a name of a file ends at it. Changes: F.
name.ends:
         cp "!"
         ret c
         cp 127
         jr z,ends.yes
         cp 255
         jr z,ends.yes
         push hl
         push bc
         ld hl,ends.list
         ld bc,ends.after - ends.list
         cpir
         pop bc
         pop hl
         jr z,ends.yes
         or a
         ret
ends.list: db 58,59,46,44,61,43,92,47,34,91,93,60,62,124 ; : ; . , = + \ / " [ ] < > |
ends.after: EQU $
; The same for the name of a volume.
volume.ends:
         cp " "
         ret c
         cp "/"
         jr z,ends.yes
         cp 127
         jr z,ends.yes
         cp 255
         scf
         ret z
         or a
         ret
ends.yes:
         scf
         ret

; 5C: In: DE = string, HL = 11 bytes. Out: A = 0, DE = what is not of the name, HL kept, B = flags.
name.function:
         push hl
         call path.take
         ld hl,path.text
         ld de,name.item
         call name.parse
         ld b,a
         call path.outside
         pop de
         push de
         push hl
         push bc
         ld hl,name.item
         ld bc,11
         call user.put
         pop bc
         pop de
         pop hl
         xor a
         ret

; A name to its eleven characters. In: HL = text, DE = 11 bytes. Out: HL behind it, A = flags of function 5B: bit 3 main
; name, 4 extension, 5 ambiguous, 6 "." or "..", 7 "..". Changes: F, BC, DE.
name.parse:
         push hl
         push de
         ld h,d
         ld l,e
         ld (hl)," "
         inc de
         ld bc,10
         ldir
         pop de
         pop hl
         ld c,0
         call parse.dots
         ret nz
         push de
         push hl
         ld b,8
         call parse.field
         pop de
         or a
         sbc hl,de
         add hl,de
         pop de
         jr z,parse.point
         set 3,c
         ld a,(de)
         cp &E5
         jr nz,parse.point
         ld a,5               ; E5h marks entries that are free
         ld (de),a
parse.point:
         ld a,(hl)
         cp "."
         jr nz,parse.end
         inc hl
         push hl
         ld hl,8
         add hl,de
         ex de,hl
         pop hl
         push hl
         ld b,3
         call parse.field
         pop de
         or a
         sbc hl,de
         add hl,de
         jr z,parse.end
         set 4,c
parse.end:
         ld a,c
         ret

; "." and "..". In: HL, DE, C = 0. Out: NZ: it was one, HL behind it, A = flags. Changes: AF, B.
parse.dots:
         push hl
         push de
         ld b,%01001000
         ld a,(hl)
         cp "."
         jr nz,dots.none
         ld (de),a
         inc de
         inc hl
         ld a,(hl)
         cp "."
         jr nz,dots.end
         ld (de),a
         inc hl
         ld b,%11001000
dots.end:
         ld a,(hl)
         cp "."
         jr z,dots.none
         call name.ends
         jr nc,dots.none
         pop de
         pop de
         ld a,b
         or a
         ret
dots.none:
         pop de
         pop hl
         ld a," "
         ld (de),a
         inc de
         ld (de),a
         dec de
         xor a
         ret

; In: HL = text, DE = where to, B = width, C = flags. Out: HL = what ends it, C. Changes: AF, B, DE.
parse.field:
         ld a,(hl)
         call name.ends
         ret c
         inc hl
         cp "*"
         jr z,field.rest
         cp "?"
         jr nz,field.plain
         set 5,c
field.plain:
         inc b
         dec b
         jr z,parse.field     ; too long
         call name.capital
         ld (de),a
         inc de
         dec b
         jr parse.field
field.rest:
         set 5,c
         inc b
         dec b
         jr z,parse.field
         ld a,"?"
         ld (de),a
         inc de
         dec b
         jr field.rest + 2

; In: HL = eleven characters. Out: Z when they are no name for a file: nothing, blanks within, or "?". Changes: AF, BC, DE.
name.legal:
         push hl
         ld a,(hl)
         cp " "
         jr z,legal.end
         cp "."
         jr z,legal.end
         ld b,8
         call legal.field
         ld b,3
         call nz,legal.field
legal.end:
         pop hl
         ret
; In: HL, B = width. Out: Z: not good; HL behind it. Changes: AF, BC.
legal.field:
         ld c,0
legal.next:
         ld a,(hl)
         inc hl
         cp "?"
         ret z
         cp " "
         jr nz,legal.letter
         ld c,a
legal.on:
         djnz legal.next
         or 1
         ret
legal.letter:
         inc c
         dec c
         jr z,legal.on
         xor a                ; a character behind a blank
         ret

; In: HL = eleven characters, DE = where their text goes, ended by 0. Out: DE = that 0. Changes: AF, BC, HL.
name.text:
         ld a,(hl)
         cp 5
         jr nz,text.main
         ld a,&E5
text.main:
         push hl
         ld b,8
         jr text.char
text.next:
         ld a,(hl)
text.char:
         inc hl
         cp " "
         jr z,text.blank
         ld (de),a
         inc de
text.blank:
         djnz text.next
         pop hl
         ld bc,8
         add hl,bc
         ld a,(hl)
         cp " "
         jr z,text.end
         ld a,"."
         ld (de),a
         inc de
         ld b,3
text.kind:
         ld a,(hl)
         inc hl
         cp " "
         jr z,text.end
         ld (de),a
         inc de
         djnz text.kind
text.end:
         xor a
         ld (de),a
         ret
