; Searching: capitals and small letters are the same.

; Asks for a word, and goes to where it is next. Changes: all.
cmd.find:
         ld hl,find.ask
         ld de,PATTERN
         ld c,LONGEST
         call ask
         ret c
; Goes to where the word is next, from the start again when it is not below. Changes: all.
cmd.again:
         ld a,(PATTERN)
         or a
         jr z,cmd.find
         ld hl,(AFTER)
         ld a,(hl)
         cp MARK
         jr z,again.first
         inc hl
         call find.next
         jr nc,find.go
again.first:
         ld hl,(GAP)
         push hl
         call to.first
         ld hl,(AFTER)
         call find.next
         pop de
         jr nc,find.go
find.back:
         ld hl,(GAP)
         or a
         sbc hl,de
         jr z,find.none
         push de
         call text.right
         pop de
         jr find.back
find.none:
         ld hl,find.missing
         jp message.show
; The cursor goes on to a character behind it. In: HL. Changes: AF, BC, DE, HL.
find.go: ld de,(AFTER)
         or a
         sbc hl,de
         ret z
         ld b,h
         ld c,l
go.next: call text.right
         dec bc
         ld a,b
         or c
         jr nz,go.next
         ret
; In: HL = where to search, behind the cursor. Out: HL = where the word is; CY: nowhere. Changes: AF, C, DE.
find.next:
         push hl
         ld de,PATTERN
next.letter:
         ld a,(de)
         or a
         jr z,next.found
         call find.fold
         ld c,a
         ld a,(hl)
         call find.fold
         cp c
         inc hl
         inc de
         jr z,next.letter
         pop hl
         ld a,(hl)
         inc hl
         cp MARK
         jr nz,find.next
         scf
         ret
next.found:
         pop hl
         ret                  ; NC from OR
; In: A = letter. Out: A = the capital. Changes: F.
find.fold:
         cp "a"
         ret c
         cp "z" + 1
         ret nc
         sub 32
         ret
find.ask:
         dm "Find: "
         db 0
find.missing:
         dm "Not found"
         db 0
