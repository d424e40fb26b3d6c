; Whole lines: deleting, putting back, going to one by its number.

; The line goes, and can be put back, with those deleted right before it. Changes: all.
cmd.deleteline:
         ld a,(LASTKEY)
         cp KEY.DELETELINE
         jr z,deleteline.more
         ld hl,0
         ld (CUTLEN),hl
deleteline.more:
         call to.start
deleteline.next:
         call text.delete
         jr c,deleteline.last
         push af
         call cut.keep
         pop af
         cp LF
         jr nz,deleteline.next
         ld a,1
         ld (GONE),a
         ret
deleteline.last:
         ld a,1
         ld (TOUCHED),a
         ret
; In: A = character that was deleted. Changes: F, BC, DE, HL.
cut.keep:
         ld hl,(CUTLEN)
         ld de,CUTSIZE
         or a
         sbc hl,de
         ret nc
         add hl,de
         ld de,CUT
         ex de,hl
         add hl,de
         ld (hl),a
         inc de
         ld (CUTLEN),de
         ret

; What was deleted last comes back, before the cursor. Changes: all.
cmd.putback:
         ld hl,CUT
         ld bc,(CUTLEN)
putback.next:
         ld a,b
         or c
         jr z,putback.end
         dec bc
         ld a,(hl)
         inc hl
         push hl
         call text.insert
         pop hl
         jr nc,putback.next
         ld hl,message.full
         call message.show
putback.end:
         ld a,1
         ld (DIRTY),a
         ret

; Goes to a line. Changes: all.
cmd.goto:
         ld hl,goto.ask
         ld de,BUFFER
         ld c,5
         call ask
         ret c
         or a
         ret z
         ld de,BUFFER
         ld hl,0
goto.digit:
         ld a,(de)
         or a
         jr z,goto.line
         inc de
         sub "0"
         cp 10
         ret nc
         push de
         add hl,hl
         ld d,h
         ld e,l
         add hl,hl
         add hl,hl
         add hl,de
         ld e,a
         ld d,0
         add hl,de
         pop de
         jr goto.digit
goto.line:
         push hl
         call to.first
         pop de
goto.next:
         ld hl,(LINE)
         inc hl
         or a
         sbc hl,de
         ret nc
         push de
         call text.right
         pop de
         jr nc,goto.next
         jp to.start
goto.ask:
         dm "Line: "
         db 0
