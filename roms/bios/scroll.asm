; Lines of text: insert, delete, copy.

; ESC M: deletes the cursor's line. In: HL = cursor. Changes: all.
line.delete:
         ld a,1
         ld (CSRX),a
; Deletes a line; those below move up. In: L = row. Changes: all.
line.remove:
         push hl
         call text.lines
         sub l
         jr z,line.last
         jr c,line.none
         ld b,a               ; B = lines to move
line.up:
         push bc
         ld e,l
         inc l
         push hl
         call line.copy
         pop hl
         pop bc
         djnz line.up
line.last:
         pop hl
         ld h,1
         call text.lines
         ld l,a
         jp EOL
line.none:
         pop hl
         ret

; ESC L: inserts a line at the cursor. In: HL = cursor. Changes: all.
line.insert:
         ld a,1
         ld (CSRX),a
; Inserts a blank line; those below move down. In: L = row. Changes: all.
line.make:
         push hl
         call text.lines
         sub l
         jr z,line.blank
         jr c,line.none
         ld b,a
         call text.lines
         ld e,a
line.down:
         push bc
         ld l,e
         dec l
         push de
         call line.copy
         pop de
         pop bc
         dec e
         djnz line.down
line.blank:
         pop hl
         ld h,1
         jp EOL

; Copies a line with its link. In: L = source row, E = destination row. Changes: all.
line.copy:
         push de
         push hl
         call text.link
         ld d,(hl)
         ld l,e
         call text.link
         ld (hl),d
         pop hl
         pop de
         push de
         ld h,1
         call text.address
         pop de
         push hl
         ld l,e
         ld h,1
         call text.address
         ex de,hl
         pop hl
         ld a,(LINLEN)
line.part:                    ; LINWRK holds 40 characters
         cp 41
         jr c,line.rest
         sub 40
         push af
         ld bc,40
         call line.move
         pop af
         jr line.part
line.rest:
         ld c,a
         ld b,0
; In: HL = source, DE = destination, BC = length, 1-40. Out: HL, DE behind. Changes: AF, BC. A byte takes 29
; cycles each way, as fast as a TMS9918 is ready for the next.
line.move:
         push bc
         push de
         call SETRD
         add hl,bc
         push hl
         ld hl,LINWRK
         ld b,c
         ld c,VDP.DATA
line.move.in:
         ini
         jp nz,line.move.in
         pop de
         pop hl
         pop bc
         push de
         call SETWRT
         add hl,bc
         push hl
         ld hl,LINWRK
         ld b,c
         ld c,VDP.DATA
line.move.out:
         outi
         jp nz,line.move.out
         pop de
         pop hl
         ret
