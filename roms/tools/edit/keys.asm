; All keys on the screen, until one is pressed. Changes: all.
cmd.keys:
         call draw.hide
         ld a,"E"
         call out.escape
         ld hl,keys.text
keys.next:
         ld a,(hl)
         inc hl
         or a
         jr z,keys.wait
         call out.char
         jr keys.next
keys.wait:
         call key.get
         ld a,1
         ld (DIRTY),a
         jp draw.help
keys.text:
         dm "Cursor keys   a character, a line"
         db CR,LF
         dm "SHIFT+up down a page, also ^U ^D"
         db CR,LF
         dm "HOME SELECT   start, end of line, ^E"
         db CR,LF
         dm "SHIFT+HOME    start of text; ^B end"
         db CR,LF
         dm "BS DEL        delete a character"
         db CR,LF
         dm "^Y ^V         delete line, put back"
         db CR,LF
         dm "INS           over or between"
         db CR,LF
         dm "^F ^N         find, find again"
         db CR,LF
         dm "^T            replace"
         db CR,LF
         dm "^G            go to a line"
         db CR,LF
         dm "^S ^W         save, save as"
         db CR,LF
         dm "^Q            quit"
         db CR,LF,LF
         dm "A key goes back to the text"
         db 0
