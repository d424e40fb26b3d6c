; PRINT USING. Source: MSX Wiki, "PRINT"; MSX2 Technical Handbook, appendix 2 (PUFOUT's format).

picture.format: EQU &FD1A       ; 2  descriptor of the format
picture.left:  EQU &FD1C        ; 1  characters of the format that are left
picture.state: EQU &FD1D        ; 1  0: no value yet, 1: the list has ended, 2: a separator was the last

; In: HL = text at USING. Out: HL at the statement's end. Changes: all.
print.using:
         rst 16
         MAIN expr.string
         ld de,(DAC + 2)
         ld (picture.format),de
         rst 8
         db ";"
         jp z,error.operand
picture.pass:
         ld de,(picture.format)
         ld a,(de)
         ld (picture.left),a
         xor a
         ld (picture.state),a
; In: HL = text.
picture.go:
         push hl
         ld hl,(picture.format)
         ld a,(picture.left)
         ld b,a
         ld a,(hl)
         sub b
         ld e,a
         ld d,0
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         add hl,de
; In: HL, B = rest of the format, stack = text.
picture.scan:
         ld a,b
         or a
         jr z,picture.over
         ld a,(hl)
         ld de,1
         ld c,d
         cp "!"
         jr z,picture.char
         ld e,d
         cp "&"
         jr z,picture.char
         cp 92
         jr z,picture.width
         cp "_"
         jr nz,picture.value
         dec b
         jr z,picture.last
         inc hl
         jr picture.literal
picture.last:
         inc b
         jr picture.literal
picture.value:
         push hl
         push bc
         call picture.number
         jr nz,picture.found
picture.width.none:
         pop bc
         pop hl
picture.literal:
         ld a,(hl)
         rst 24
         inc hl
         djnz picture.scan
picture.over:
         pop hl
         ld a,(picture.state)
         or a
         jp z,error.call      ; no field at all
         ld a,(hl)
         or a
         jr z,picture.finish
         cp ":"
         jr nz,picture.pass
; In: HL = text.
picture.finish:
         push hl
         ld hl,(picture.format)
         MAIN string.release
         pop hl
         ld a,(picture.state)
         dec a
         ret nz
         MAIN crlf
         ret

; A backslash: the next one is at the other end of blanks.
picture.width:
         push hl
         push bc
picture.width.next:
         inc e
         inc hl
         dec b
         jr z,picture.width.none
         ld a,(hl)
         cp " "
         jr z,picture.width.next
         cp 92
         jr nz,picture.width.none
         inc e
         dec b
picture.found:
         pop af
         pop af
         db 62                ; skips the next byte
picture.char:
         dec b
; A field. In: B = characters left behind it; C = PUFOUT's format or 0 for a string; D, E = places of a number
; or E = width of a string, 0 for all; stack = text.
picture.field:
         pop hl
         ld a,(hl)
         or a
         jr z,picture.finish
         cp ":"
         jr z,picture.finish
         ld a,b
         ld (picture.left),a
         push bc
         push de
         MAIN FRMEVL
         pop de
         pop bc
         push hl
         bit 7,c
         jr z,picture.string
         push bc
         push de
         MAIN check.number
         pop bc
         pop de
         ld a,e
         MAIN PUFOUT.go
         MAIN print.text
         jr picture.behind
picture.string:
         ld c,e
         push bc
         MAIN string.take
         pop bc
         ld b,a
         ld a,c
         or a
         jr nz,picture.string.width
         ld c,b
picture.string.width:
         ld a,c
         or a
         jr z,picture.behind
         ld a,b
         or a
         ld a," "
         jr z,picture.string.put
         dec b
         ld a,(de)
         inc de
picture.string.put:
         rst 24
         dec c
         jr picture.string.width
picture.behind:
         pop hl
         dec hl
         rst 16
         ld a,1
         ld (picture.state),a
         jp z,picture.go
         ld a,(hl)
         cp ";"
         jr z,picture.separator
         cp ","
         jp nz,error.syntax
picture.separator:
         rst 16
         ld a,2
         ld (picture.state),a
         jp picture.go

; A field of a number. In: HL, B = rest of the format. Out: NZ: there is one: C = PUFOUT's format, D = places
; before the point, E = from the point on, B = characters left behind it. Changes: AF, HL.
picture.number:
         ld c,128
         ld de,0
         ld a,(hl)
         cp "+"
         jr nz,picture.number.first
         set 3,c
         inc d
         call picture.step
         ret z
picture.number.first:
         cp "#"
         jr z,picture.number.digits
         cp "."
         jr z,picture.number.fraction
         cp "*"
         jr z,picture.number.stars
         cp "$"
         jr nz,picture.none
         call picture.twice
         jr nz,picture.none
         set 4,c
         jr picture.number.more
picture.number.stars:
         call picture.twice
         jr nz,picture.none
         set 5,c
         cp "$"
         jr nz,picture.number.more
         inc d
         set 4,c
         call picture.step
         jr picture.number.more
picture.number.fraction:
         call picture.step
         cp "#"
         jr nz,picture.none
         inc e
         jr picture.number.places
picture.none:
         xor a
         ret
picture.number.point:
         inc e
         call picture.step
picture.number.places:
         cp "#"
         jr nz,picture.number.exponent
         jr picture.number.point
picture.number.comma:
         set 6,c
picture.number.digits:
         inc d
         call picture.step
picture.number.more:
         cp "#"
         jr z,picture.number.digits
         cp ","
         jr z,picture.number.comma
         cp "."
         jr z,picture.number.point
; Behind the digits: the exponent and the sign. In and out as picture.number.
picture.number.exponent:
         push hl
         push bc
         ld c,4
picture.number.arrow:
         cp "^"
         jr nz,picture.number.fixed
         call picture.step
         dec c
         jr nz,picture.number.arrow
         ld a,b
         pop bc
         ld b,a
         set 0,c
         pop af
         jr picture.number.sign
picture.number.fixed:
         pop bc
         pop hl
picture.number.sign:            ; one behind the number, if none leads it
         bit 3,c
         jr nz,picture.number.end
         ld a,b
         or a
         jr z,picture.number.end
         ld a,(hl)
         cp "-"
         jr z,picture.number.behind
         cp "+"
         jr nz,picture.number.end
         set 3,c
picture.number.behind:
         set 2,c
         dec b
picture.number.end:
         ld a,d
         add a,e
         cp 25
         jp nc,error.call
         or 1
         ret

; Out: A = next character of the format, 0 and Z at its end. Changes: HL, B.
picture.step:
         inc hl
         dec b
         ld a,b
         ret z
         ld a,(hl)
         ret
; In: A = character in hand. Out: Z when it stands twice; A = character behind. Changes: HL, B, D.
picture.twice:
         call picture.step
         dec hl
         cp (hl)
         inc hl
         ret nz
         inc d
         inc d
         call picture.step
         cp a
         ret
