; Words and numbers of a line. In all of them HL is the place in the line, and an error ends the command.

; Out: A = next character that is no blank, in capitals, HL at it; Z: the line ends.
skip:    ld a,(hl)
         inc hl
         cp " "
         jr z,skip
         cp 9
         jr z,skip
         dec hl
fold:    cp "a"
         jr c,fold.end
         cp "z" + 1
         jr nc,fold.end
         and &DF
fold.end:
         or a
         ret
; The same behind a comma, if there is one.
skip.comma:
         call skip
         cp ","
         jr nz,fold.end
         inc hl
         jr skip
; Error unless the line ends. Changes: AF.
at.end:  call skip
         ret z
         jp error

; A sum of terms. Out: DE, HL behind it. Changes: AF, BC.
number:  call skip
         ld de,0
         cp "-"
         jr z,number.minus
         call term
number.more:
         ld a,(hl)
         cp "+"
         jr z,number.plus
         cp "-"
         ret nz
number.minus:
         push de
         inc hl
         call term
         ex (sp),hl
         or a
         sbc hl,de
         jr number.set
number.plus:
         push de
         inc hl
         call term
         ex (sp),hl
         add hl,de
number.set:
         ex de,hl
         pop hl
         jr number.more

; Digits, 'x', $ or @ and a register. Out: DE, HL behind it. Changes: AF, BC.
term:    call skip
         cp "'"
         jr z,term.letter
         cp "$"
         jr z,term.here
         cp "@"
         jr z,term.register
         ld de,0
         call digit
         jp c,error
term.next:
         ex de,hl
         ld b,a
         ld a,h
         cp &10
         jr nc,term.toobig
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         ld a,b
         or l
         ld l,a
         ex de,hl
         inc hl
         call digit
         jr nc,term.next
         call fold.at
         cp "H"
         jr nz,term.over
         inc hl
term.over:
         call is.letter
         ret nc
         jp error
term.toobig:
         ex de,hl
         jp error
term.letter:
         inc hl
         ld a,(hl)
         or a
         jp z,error
         ld e,a
         ld d,0
         inc hl
         ld a,(hl)
         cp "'"
         jp nz,error
         inc hl
         ret
term.here:
         inc hl
         ld de,(HERE)
         ret
term.register:
         inc hl
         call reg.find
         ld a,b
         ex de,hl
         ld c,(hl)
         ld b,0
         dec a
         jr z,register.byte
         inc hl
         ld b,(hl)
register.byte:
         ex de,hl
         ld d,b
         ld e,c
         ret

; Out: A = the character at HL in capitals. Changes: F.
fold.at: ld a,(hl)
         jp fold
; Out: NC: A = the digit at HL; CY: there is none. Changes: F.
digit:   call fold.at
         sub "0"
         ret c
         cp 10
         ccf
         ret nc
         sub 7
         cp 10
         ret c
         cp 16
         ccf
         ret
; Out: CY: a letter or a digit at HL. Changes: AF.
is.letter:
         call fold.at
         cp "0"
         ccf
         ret nc
         cp "9" + 1
         ret c
         cp "A"
         ccf
         ret nc
         cp "Z" + 1
         ret

; The next number of the line. Out: DE, HL behind it. Changes: AF, BC.
number.next:
         call skip.comma
         jp number
; A number that is a byte, from -80h on. Out: E. Changes: AF, BC, D.
byte.next:
         call skip.comma
byte:    push hl
         call number
         call is.byte
         jr nz,byte.toobig
         pop af
         ret
byte.toobig:
         pop hl
         jp error
; In: DE. Out: Z: it is a byte. Changes: AF.
is.byte: ld a,d
         or a
         ret z
         inc a
         ret nz
         bit 7,e
         jr nz,is.signed
         inc a
         ret                  ; NZ
is.signed:
         xor a
         ret

; From and to, both needed. Out: FROM, TO. Changes: AF, BC, DE.
range:   call number.next
         ld (FROM),de
         call skip.comma
         jp z,error
; The end: an address, or L and how many. In: A = next character. Out: TO. Changes: AF, BC, DE.
range.to:
         push hl
         cp "L"
         jr z,range.length
         call number
         push hl
         ex de,hl
         ld de,(FROM)
         or a
         sbc hl,de
         add hl,de
         ex de,hl
         pop hl
         jr c,range.bad
range.set:
         ld (TO),de
         pop bc
         ret
range.length:
         inc hl
         call number
         ld a,d
         or e
         jr z,range.bad
         push hl
         ld hl,(FROM)
         dec de
         add hl,de
         ex de,hl
         pop hl
         jr nc,range.set
range.bad:
         pop hl
         jp error

; From and to, each if it is there. In: DE = from, BC = how many, when they are not. Out: FROM, TO; nothing is behind them.
; Changes: all but IX, IY.
range.open:
         ld (FROM),de
         push bc
         call skip.comma
         jr z,open.length
         call number
         ld (FROM),de
         call skip.comma
         jr z,open.length
         pop bc
         call range.to
         jp at.end
open.length:
         pop de
         ld hl,(FROM)
         dec de
         add hl,de
         jr nc,open.set
         ld hl,&FFFF
open.set:
         ld (TO),hl
         ret

; Bytes and texts to the line's end. Out: VALUES, COUNT, at least one. Changes: all but IX, IY.
list:    xor a
         ld (COUNT),a
         call skip.comma
         jp z,error
list.next:
         cp 34
         jr z,list.text
         call byte
         call list.put
list.more:
         call skip.comma
         ret z
         cp ";"
         ret z
         jr list.next
list.text:
         inc hl
         ld a,(hl)
         or a
         jp z,error
         cp 34
         jr z,list.over
         ld e,a
         call list.put
         jr list.text
list.over:
         inc hl
         jr list.more
; In: E. Changes: AF, BC.
list.put:
         ld a,(COUNT)
         cp LIST.MAX
         jp nc,error
         ld c,a
         inc a
         ld (COUNT),a
         ld b,0
         push hl
         ld hl,VALUES
         add hl,bc
         ld (hl),e
         pop hl
         ret
