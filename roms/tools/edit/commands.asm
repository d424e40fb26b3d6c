; What the keys do to the text.

; A letter or tab comes into the text. In: C. Changes: all.
cmd.letter:
         ld a,(INSERT)
         or a
         jr nz,letter.put
         ld hl,(AFTER)
         ld a,(hl)
         cp LF
         call nz,text.delete
letter.put:
         ld a,1
         ld (TOUCHED),a
         ld a,c
         call text.insert
         ret nc
         ld hl,message.full
         jp message.show

; Return: the line ends here. Changes: all.
cmd.return:
         call draw.cursor
         ld a,"K"
         call out.escape
         ld a,LF
         call text.insert
         jr c,return.full
         ld a,1
         ld (SPLIT),a
         ret
return.full:
         ld a,1
         ld (TOUCHED),a
         ld hl,message.full
         jp message.show

; The character before the cursor goes. Changes: all.
cmd.backspace:
         call text.left
         ret c
; The character behind the cursor goes. Changes: all.
cmd.delete:
         call text.delete
         ret c
         ld hl,TOUCHED
         ld (hl),1
         cp LF
         ret nz
         ld a,2
         ld (GONE),a
         ret

; INS: letters come between letters, or replace them. Changes: AF.
cmd.mode:
         ld a,(INSERT)
         xor 1
         ld (INSERT),a
         ret

; Up and down; with SHIFT a page. Changes: all.
cmd.up:  call key.shifted
         jr nz,cmd.pageup
move.up: ld a,1
         ld (KEEP),a
         call to.start
         call text.left
         call nc,to.start
         jp to.goal
cmd.down:
         call key.shifted
         jr nz,cmd.pagedown
move.down:
         ld a,1
         ld (KEEP),a
         call to.end
         call text.right
         call c,to.start
         jp to.goal

; A page up or down: the cursor keeps its row where it can. Changes: all.
cmd.pageup:
         ld hl,move.up
         jr page.move
cmd.pagedown:
         ld hl,move.down
page.move:
         ld a,(ROWS)
         dec a
         ld b,a
page.next:
         push bc
         push hl
         ld de,page.back
         push de
         jp (hl)
page.back:
         pop hl
         pop bc
         djnz page.next
         call line.moved
         ret z
         ld a,1
         ld (DIRTY),a
; The cursor's row is not below its line's number. Changes: AF, HL.
row.limit:
         ld hl,(LINE)
         ld a,h
         or a
         ret nz
         ld a,(ROW)
         cp l
         ret c
         ld a,l
         ld (ROW),a
         ret

; Quits, and asks first whether the text shall be saved. Changes: all.
cmd.quit:
         ld a,(CHANGED)
         or a
         jr z,quit.end
         ld hl,message.ask
         call message.show
         call draw.cursor
         call key.get
         and &DF
         cp "N"
         jr z,quit.end
         cp "Y"
         jp nz,draw.help
         call cmd.save
         ld a,(CHANGED)
         or a
         ret nz
quit.end:
         ld a,"E"
         call out.escape
; Ends the program. Never returns.
program.end:
         ld c,0
         jp BDOS
message.ask:
         dm "Save the changes? (Y/N)"
         db 0
message.full:
         dm "The memory is full"
         db 0
