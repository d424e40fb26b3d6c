; Replacing a word by another one, from the cursor to the end of the text.

; Asks for both, and at each place what to do. Changes: all.
cmd.replace:
         ld hl,find.ask
         ld de,PATTERN
         ld c,LONGEST
         call ask
         ret c
         ld a,(PATTERN)
         or a
         ret z
         ld hl,replace.ask
         ld de,INSTEAD
         ld c,LONGEST
         call ask
         ret c
         xor a
         ld (ALL),a
replace.next:
         ld hl,(AFTER)
         call find.next
         jr c,replace.end
         call find.go
         ld a,(ALL)
         or a
         jr nz,replace.word
         call settle
         ld a,1
         ld (DIRTY),a
         call draw.now
         ld hl,replace.question
         call message.show
         call draw.cursor
         call key.get
         cp ESC
         jr z,replace.end
         cp 3
         jr z,replace.end
         and &DF
         cp "Y"
         jr z,replace.word
         cp "A"
         jr z,replace.all
         cp "N"
         jr nz,replace.next
         call text.right
         jr replace.next
replace.all:
         ld (ALL),a
replace.word:
         ld hl,PATTERN
replace.delete:
         ld a,(hl)
         inc hl
         or a
         jr z,replace.put
         push hl
         call text.delete
         pop hl
         jr replace.delete
replace.put:
         ld hl,INSTEAD
put.next:
         ld a,(hl)
         inc hl
         or a
         jr z,replace.next
         push hl
         call text.insert
         pop hl
         jr nc,put.next
         ld hl,message.full
         jr replace.last
replace.end:
         ld hl,replace.done
replace.last:
         ld a,1
         ld (DIRTY),a
         jp message.show
replace.ask:
         dm "Replace with: "
         db 0
replace.question:
         dm "Replace? (Y/N/All) ESC ends"
         db 0
replace.done:
         dm "No more"
         db 0
