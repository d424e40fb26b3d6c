; The text and the cursor in it.

; The cursor goes one character back. Out: A = that, CY at the start. Changes: F, DE, HL.
text.left:
         ld hl,(GAP)
         ld de,TEXT
         or a
         sbc hl,de
         scf
         ret z
         add hl,de
         dec hl
         ld (GAP),hl
         ld a,(hl)
         ld hl,(AFTER)
         dec hl
         ld (AFTER),hl
         ld (hl),a
         cp LF
         jr nz,left.end
         ld hl,(LINE)
         dec hl
         ld (LINE),hl
left.end:
         or a
         ret

; The cursor goes one character on. Out: A = that, CY at the end. Changes: F, HL.
text.right:
         call text.take
         ret c
; Puts a character before the cursor, for which there is room. In: A. Out: NC. Changes: F, HL.
text.put:
         ld hl,(GAP)
         ld (hl),a
         inc hl
         ld (GAP),hl
         cp LF
         jr nz,put.end
         ld hl,(LINE)
         inc hl
         ld (LINE),hl
put.end: or a
         ret

; Puts a character before the cursor. In: A. Out: CY: the memory is full. Changes: F, DE, HL.
text.insert:
         ld hl,(AFTER)
         ld de,(GAP)
         or a
         sbc hl,de
         scf
         ret z
         call text.put
; The text is not saved. Changes: AF.
text.changed:
         ld a,1
         ld (CHANGED),a
         or a
         ret

; Deletes the character behind the cursor. Out: A = that, CY at the end. Changes: F, HL.
text.delete:
         call text.take
         ret c
         push af
         call text.changed
         pop af
         ret

; Takes the character behind the cursor out of the text. Out: A = that, NC; CY at the end. Changes: F, HL.
text.take:
         ld hl,(AFTER)
         ld a,(hl)
         cp MARK
         scf
         ret z
         inc hl
         ld (AFTER),hl
         or a
         ret

; The cursor goes to the start of its line. Changes: AF, DE, HL.
to.start:
         ld hl,(GAP)
         dec hl
         ld a,(hl)
         cp LF
         ret z
         call text.left
         jr to.start
; The cursor goes to the end of its line. Changes: AF, HL.
to.end:  ld hl,(AFTER)
         ld a,(hl)
         cp LF
         ret z
         call text.right
         jr nc,to.end
         ret
; The cursor goes to the start of the text. Changes: AF, DE, HL.
to.first:
         call text.left
         jr nc,to.first
         ret
; The cursor goes to the end of the text. Changes: AF, HL.
to.last: call text.right
         jr nc,to.last
         ret
; The cursor goes to column GOAL of its line, or the last one before it. In: the cursor at the line's start.
; Changes: AF, DE, HL.
to.goal: ld de,0
goal.next:
         ld hl,(AFTER)
         ld a,(hl)
         cp LF
         ret z
         call column.next
         ld hl,(GOAL)
         or a
         sbc hl,de
         ret c
         call text.right
         jr nc,goal.next
         ret

; The column behind a character. In: A = character, DE = its column. Out: DE. Changes: F.
column.next:
         cp TAB
         jr nz,column.one
         push af
         ld a,e
         or 7
         ld e,a
         pop af
column.one:
         inc de
         ret

; The start of the cursor's line. Out: HL. Changes: AF.
line.start:
         ld hl,(GAP)
start.next:
         dec hl
         ld a,(hl)
         cp LF
         jr nz,start.next
         inc hl
         ret

; The cursor's column. Out: DE. Changes: AF, BC, HL.
column:  call line.start
         ld de,0
         ld bc,(GAP)
column.more:
         ld a,l
         cp c
         jr nz,column.step
         ld a,h
         cp b
         ret z
column.step:
         ld a,(hl)
         inc hl
         call column.next
         jr column.more

; The line of a row on the screen. In: A = row. Out: HL = its start, CY: behind the end. Changes: AF, B.
line.at: ld b,a
         ld a,(ROW)
         sub b
         jr c,at.below
         ld b,a
         inc b
         ld hl,(GAP)
at.above:
         dec hl
         ld a,(hl)
         cp LF
         jr nz,at.above
         djnz at.above
         inc hl
         or a
         ret
at.below:
         neg
         ld b,a
         ld hl,(AFTER)
at.next: ld a,(hl)
         cp MARK
         scf
         ret z
         inc hl
         cp LF
         jr nz,at.next
         djnz at.next
         or a
         ret
