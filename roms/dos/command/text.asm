; Text and numbers on the console.

; In: A = character. Changes: all but HL.
put:     push hl
         ld e,a
         ld c,2
         call BDOS
         pop hl
         ret
; A new line. Changes: all but HL.
put.line:
         ld a,13
         call put
         ld a,10
         jr put
; A new line, unless the cursor stands at the start of one. Changes: all but HL.
put.fresh:
         ld a,(CSRX)
         dec a
         ret z
         jr put.line
put.blank:
         ld a," "
         jr put
; In: DE = text ended by "$". Changes: all.
say:     ld c,9
         jp BDOS
; The same and a new line.
say.line:
         call say
         jr put.line

; In: HL = text ended by 0. Changes: all.
put.zero:
         ld a,(hl)
         inc hl
         or a
         ret z
         call put
         jr put.zero

; In: HL = text, B = its length. Changes: all; HL behind it.
put.text:
         push bc
         ld a,(hl)
         call put
         pop bc
         inc hl
         djnz put.text
         ret

; A number to the right. In: DEHL = number, B = width at least. Changes: all.
put.number:
         push bc
         ld ix,CMD.DIGITS + 11
         ld c,0
number.digit:
         push bc
         call divide.ten
         pop bc
         add a,"0"
         dec ix
         ld (ix + 0),a
         inc c
         ld a,h
         or l
         or d
         or e
         jr nz,number.digit
         pop af               ; width
         push ix
         pop hl
         ld b,c
         sub c
         jr c,put.text
         jr z,put.text
number.blank:
         push af
         push bc
         call put.blank
         pop bc
         pop af
         dec a
         jr nz,number.blank
         jr put.text
; In: DEHL. Out: DEHL = quotient by ten, A = remainder. Changes: F, BC.
divide.ten:
         ld b,32
         xor a
ten.bit: add hl,hl
         rl e
         rl d
         rla
         cp 10
         jr c,ten.less
         sub 10
         inc l
ten.less:
         djnz ten.bit
         ret
; Two digits. In: A = 0-99. Changes: all but HL.
put.two: push hl
         ld b,"0" - 1
two.ten: inc b
         sub 10
         jr nc,two.ten
         add a,10 + "0"
         push af
         ld a,b
         call put
         pop af
         call put
         pop hl
         ret

; HL = HL + A. Changes: AF.
add.hl:  add a,l
         ld l,a
         ret nc
         inc h
         ret

; Messages. Change all.
say.drive:
         ld de,text.drive
         jp say.line
say.missing:
         ld de,text.missing
         jp say.line
say.bad: ld de,text.bad
         jp say.line
say.parameter:
         ld de,text.parameter
         jp say.line
say.full:
         ld de,text.full
         jp say.line
text.drive: dm "No such drive$"
text.missing: dm "File not found$"
text.bad: dm "Bad command or file name$"
text.full: dm "Disk full$"
text.parameter: dm "Bad parameter$"
