; Shows the line that is edited. Its columns are counted on through the rows of the screen, from the left edge of the one
; where it begins: LN.AT is that of the screen's cursor. So scrolling needs no care.

; The line begins at the screen's cursor. Changes: AF, HL.
draw.begin:
         ld a,(CSRX)
         dec a
         ld (LN.START),a
         ld l,a
         ld h,0
         ld (LN.AT),hl
         ld (LN.END),hl
         ret
; The screen's cursor to the start of the next row. Changes: AF, IX, IY.
draw.newrow:
         ld a,13
         call con.show
         ld a,10
         jp con.show
; All, and the cursor in its place. Changes: all.
draw.whole:
         xor a
; The line from a place on is new on the screen. In: A = place. Changes: all.
draw.from:
         push af
         call draw.column
         call draw.goto
         pop af
from.next:
         ld hl,LN.LEN
         cp (hl)
         jr z,from.end
         push af
         call line.nth
         ld a,(hl)
         call draw.char
         pop af
         inc a
         jr from.next
from.end:
         ld hl,(LN.AT)
         push hl
from.blank:
         ld hl,(LN.AT)
         ld de,(LN.END)
         or a
         sbc hl,de
         ld a," "
         call c,draw.put
         jr c,from.blank
         pop hl
         ld (LN.END),hl
; The screen's cursor to that of the line. Changes: all.
draw.cursor:
         ld a,(LN.POS)
         call draw.column
         jr draw.goto
; The screen's cursor behind the line. Changes: all.
draw.last:
         ld hl,(LN.END)
; The screen's cursor to a column. In: HL. Changes: all.
draw.goto:
         ld de,(LN.AT)
         or a
         sbc hl,de
         ret z
         add hl,de
         push hl
         ex de,hl
         call draw.divide
         ld c,b
         pop hl
         ld (LN.AT),hl
         call draw.divide
         ld h,l
         inc h
         ld a,(CSRY)
         add a,b
         sub c
         jr z,goto.top
         jp p,goto.row
goto.top:
         ld a,1               ; a line longer than the screen
goto.row:
         ld l,a
         ld ix,POSIT
         jp ram.bios
; In: HL = column. Out: B = rows below the line's first one, L = column there. Changes: AF, DE, H.
draw.divide:
         ld a,(LINLEN)
         ld e,a
         ld d,0
         ld b,-1
divide.next:
         inc b
         or a
         sbc hl,de
         jr nc,divide.next
         add hl,de
         ret

; In: A = place in the line. Out: HL = its column. Changes: AF, BC, DE.
draw.column:
         ld b,a
         ld a,(LN.START)
         ld l,a
         ld h,0
         inc b
         ld de,LN.TEXT
         jr column.test
column.next:
         ld a,(de)
         inc de
         call draw.width
         add a,l
         ld l,a
         jr nc,column.test
         inc h
column.test:
         djnz column.next
         ret
; In: A = character, L = its column. Out: A = columns that it takes: a control character is `^A`. Changes: F.
draw.width:
         cp 9
         jr z,width.tab
         cp " "
         ld a,1
         ret nc
         inc a
         ret
width.tab:
         ld a,l
         and 7
         sub 8
         neg
         ret
; In: A = character. Changes: all.
draw.char:
         cp " "
         jr nc,draw.put
         cp 9
         jr z,char.tab
         push af
         ld a,"^"
         call draw.put
         pop af
         add a,"@"
; In: A = character of one column. Keeps AF, HL. Changes: BC, DE, IX, IY, alternate registers.
draw.put:
         push af
         push hl
         call con.show
         ld hl,(LN.AT)
         inc hl
         ld (LN.AT),hl
         pop hl
         pop af
         ret
char.tab:
         ld a,(LN.AT)
         ld l,a
         call width.tab
         ld b,a
tab.next:
         push bc
         ld a," "
         call draw.put
         pop bc
         djnz tab.next
         ret
