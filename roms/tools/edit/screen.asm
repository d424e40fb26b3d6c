; The screen: the text below the title and the help.

; After a command: the screen follows the text and the cursor. Changes: all.
settle:  call column
         ld hl,(COL)
         ld (COL),de
         push de
         or a
         sbc hl,de
         add hl,de
         jr c,settle.from
         ex de,hl
settle.from:
         ld (FROM),hl         ; the lesser of the column before and now
         pop de
         ld a,(KEEP)
         or a
         jr nz,settle.goal
         ld (GOAL),de
settle.goal:
         xor a
         ld (KEEP),a
         call settle.left
         call settle.row
         ld a,(GONE)
         or a
         call nz,settle.gone
         ld a,(TOUCHED)
         or a
         ld a,(ROW)
         call nz,draw.from
         xor a
         ld (GONE),a
         ld (TOUCHED),a
         ld (SPLIT),a
         ret

; The cursor's column is on the screen. In: DE = column. Changes: AF, BC, DE, HL.
settle.left:
         ld hl,(LEFT)
         ex de,hl
         or a
         sbc hl,de
         add hl,de
         ex de,hl             ; DE = column, HL = LEFT
         jr c,left.move
         ld b,0
         ld a,(WIDTH)
         ld c,a
         dec c
         add hl,bc
         or a
         sbc hl,de
         ret nc
left.move:
         ld a,(WIDTH)
         ld l,a
         ld h,0
         ex de,hl             ; HL = column, DE = WIDTH
         or a
         sbc hl,de
         add hl,de
         jr c,left.none
         srl e
         or a
         sbc hl,de
         jr left.set
left.none:
         ld hl,0
left.set:
         ld (LEFT),hl
         ld a,1
         ld (DIRTY),a
         ret

; How far the cursor's line is from the one that the screen knew. Out: HL = lines, Z: none. Changes: F, DE.
line.moved:
         ld hl,(LINE)
         ld de,(SHOWN)
         ld (SHOWN),hl
         or a
         sbc hl,de
         ret

; The cursor's line is on the screen. Changes: all.
settle.row:
         call line.moved
         ret z
         ld a,(ROW)
         ld e,a
         ld d,0
         add hl,de            ; the new row
         bit 7,h
         jr nz,row.above
         ld a,h
         or a
         jr nz,row.far
         ld a,(ROWS)
         dec a
         cp l
         jr c,row.below
         ld a,l
         ld (ROW),a
         ld a,(SPLIT)
         or a
         ret z
         ld a,(ROW)
         ld c,"L"
         jr row.shift
row.below:
         ld (ROW),a
         inc a
         cp l
         jr nz,row.far
         xor a
         ld c,"M"
         call row.edit
         ld a,(ROW)
         jr draw.row
row.above:
         xor a
         inc hl
         ld d,a
         ld e,a
         sbc hl,de
         jr nz,row.far
         ld (ROW),a
         ld c,"L"
row.shift:
         call row.edit
         ld a,(ROW)
         jr draw.row
; Far away: its line comes to the middle. Changes: AF, HL.
row.far: ld a,(ROWS)
         srl a
         ld (ROW),a
         ld a,1
         ld (DIRTY),a
         jp row.limit
; Inserts or deletes a row. In: A = row, C = letter of the sequence. Changes: AF, HL.
row.edit:
         ld h,a
         ld a,(DIRTY)
         or a
         ret nz
         ld a,h
         add a,HEAD
         ld h,a
         ld l,0
         call draw.hide
         call out.at
         ld a,c
         jp out.escape
; A line below the cursor's, or its own, is gone. In: A = GONE. Changes: all.
settle.gone:
         dec a
         ld hl,ROW
         add a,(hl)
         ld hl,ROWS
         cp (hl)
         ret nc
         ld c,"M"
         call row.edit
         ld a,(ROWS)
         dec a
; Draws a row. In: A = row. Changes: all.
draw.row:
         ld hl,(LEFT)
         push hl
         ld hl,(FROM)
         ex (sp),hl
         ld (FROM),hl
         call draw.from
         pop hl
         ld (FROM),hl
         ret
; Draws a row from column FROM on, unless all will be drawn. In: A = row. Changes: all.
draw.from:
         ld c,a
         ld a,(DIRTY)
         or a
         ret nz
         call draw.hide
         ld a,c
         call line.at
         ld a,c
         jr c,draw.blank
; Draws a line from column FROM on. In: A = row, HL = start. Out: HL = start of the next, CY: there is none.
; Changes: all others.
draw.line:
         push hl
         push af
         ld hl,(FROM)
         ld de,(LEFT)
         or a
         sbc hl,de
         jr nc,line.from
         ld (FROM),de
         ld l,0
line.from:
         pop af
         add a,HEAD
         ld h,a
         call out.at
         pop hl
         ld de,0
line.next:
         call text.at
         cp LF
         jr z,line.end
         cp MARK
         jr z,line.last
         inc hl
         cp TAB
         jr z,line.tab
         call draw.char
         jr line.next
line.tab:
         ld a," "
         call draw.char
         ld a,e
         and 7
         jr nz,line.tab
         jr line.next
line.last:
         ld a,"K"
         call out.escape
         scf
         ret
line.end:
         inc hl
         ld a,"K"
         call out.escape
         or a
         ret
; A row without a line. In: A = row. Changes: AF, HL.
draw.blank:
         add a,HEAD
         ld h,a
         ld l,0
         call out.at
         ld a,"K"
         jp out.escape

; A character, if its column is on the screen. In: A, DE = column. Out: DE = next one. Changes: AF, BC.
draw.char:
         cp " "
         jr c,char.other
         cp 127
         jr z,char.other
         inc a
         jr z,char.other
         dec a
         jr char.where
char.other:
         ld a,"."
char.where:
         ld c,a
         push hl
         ld hl,(FROM)
         scf
         sbc hl,de
         jr nc,char.end
         ld hl,(LEFT)
         ld a,(WIDTH)
         ld b,a
         ld a,e
         sub l
         ld l,a
         ld a,d
         sbc a,h
         jr nz,char.end
         ld a,l
         cp b
         jr nc,char.end
         ld a,c
         call out.char
char.end:
         pop hl
         inc de
         ret

; The character at an address, or the one behind the gap. In: HL. Out: A, HL = where it is. Changes: F.
text.at: ld a,(GAP)
         cp l
         jr nz,at.here
         ld a,(GAP + 1)
         cp h
         jr nz,at.here
         ld hl,(AFTER)
at.here: ld a,(hl)
         ret

; Draws all rows, until a key waits: then DIRTY stays. Changes: all.
draw.all:
         call draw.hide
         ld hl,(LEFT)
         ld (FROM),hl
         xor a
         call line.at
         xor a
all.next:
         push af
         call draw.line
         jr c,all.below
         call key.waits
         pop bc
         ret nz
         ld a,(ROWS)
         dec a
         cp b
         jr z,all.end
         ld a,b
         inc a
         jr all.next
all.below:
         pop af
all.blank:
         inc a
         ld hl,ROWS
         cp (hl)
         jr nc,all.end
         push af
         call draw.blank
         pop af
         jr all.blank
all.end: xor a
         ld (DIRTY),a
         ret

; The screen's cursor is not seen while the screen changes. Changes: AF.
draw.hide:
         ld a,"x"
         jr cursor.set
; The screen's cursor is where the text's is. Changes: AF, DE, HL.
draw.cursor:
         ld hl,(COL)
         ld de,(LEFT)
         or a
         sbc hl,de
         ld a,(ROW)
         add a,HEAD
         ld h,a
         call out.at
         ld a,"y"
cursor.set:
         call out.escape
         ld a,"5"
         jp out.char
