; The title: name, changed or not, line, column, and whether letters replace letters.

; Draws it unless a key waits. Changes: all.
draw.title:
         call key.waits
         ret nz
         call draw.hide
         ld de,BUFFER
         ld a,(NAME)
         or a
         jr z,title.name
         add a,"A" - 1
         ld (de),a
         inc de
         ld a,":"
         ld (de),a
         inc de
title.name:
         ld hl,NAME + 1
         ld a,(hl)
         cp " "
         ld hl,title.none
         call z,title.text
         ld hl,NAME + 1
         ld b,8
         call title.part
         ld a,(NAME + 9)
         cp " "
         jr z,title.state
         ld a,"."
         ld (de),a
         inc de
         ld b,3
         call title.part
title.state:
         ld a,(CHANGED)
         or a
         ld a,"*"
         call nz,title.put
         ld hl,title.line
         call title.text
         ld hl,(LINE)
         inc hl
         call title.number
         ld hl,title.column
         call title.text
         ld hl,(COL)
         inc hl
         call title.number
         ld a,(INSERT)
         or a
         ld hl,title.over
         call z,title.text
         xor a
         ld (de),a
         ld hl,0
         call out.at
         ld hl,BUFFER
         call out.text
         ld a,"K"
         jp out.escape
; A part of the name, without its blanks. In: HL, B = length, DE = where to. Out: HL, DE behind it. Changes: AF, B.
title.part:
         ld a,(hl)
         inc hl
         cp " "
         call nz,title.put
         djnz title.part
         ret
; In: A = character, DE = where to. Out: DE.
title.put:
         ld (de),a
         inc de
         ret
; In: HL = text up to a zero, DE = where to. Out: DE. Changes: AF, HL.
title.text:
         ld a,(hl)
         or a
         ret z
         inc hl
         call title.put
         jr title.text
; In: HL = number, DE = where to. Out: DE. Changes: AF, BC, HL.
title.number:
         ld bc,0
         push bc              ; ends the digits
number.next:
         ld b,16
         xor a
number.bit:
         add hl,hl
         rla
         cp 10
         jr c,number.low
         sub 10
         inc l
number.low:
         djnz number.bit
         add a,"0"
         ld b,a
         push bc
         ld a,h
         or l
         jr nz,number.next
number.put:
         pop af
         or a
         ret z
         call title.put
         jr number.put
title.none: dm "(no name)"
         db 0
title.line: dm "  Line "
         db 0
title.column: dm "  Column "
         db 0
title.over: dm " Over"
         db 0
