; EDIT.COM, a text editor for the whole screen: BDOS functions of level 1 and the VT-52's escape sequences alone.
         ORG &0100

         ld hl,(BDOS + 1)
         ld sp,hl
         call init
         call trouble.begin
         call load
main.loop:
         call draw.now
         call key.get
         call message.over
         push af
         call command
         call settle
         pop af
         ld (LASTKEY),a
         jr main.loop

; The screen shows the text and the cursor. Changes: all.
draw.now:
         ld a,(DIRTY)
         or a
         call nz,draw.all
         call draw.title
         jp draw.cursor

; Empties the text and measures the screen. In: HL = end of the memory. Changes: all.
init:    push hl
         ld hl,VARIABLES
         ld de,VARIABLES + 1
         ld bc,VARIABLES.END - VARIABLES - 1
         ld (hl),0
         ldir
         pop hl
         ld de,-STACK
         add hl,de
         ld (TOP),hl
         ld (AFTER),hl
         ld (hl),MARK
         ld hl,TEXT.EDGE
         ld (hl),LF
         inc hl
         ld (GAP),hl
         call init.screen
         ld hl,NAME           ; none so far
         call fcb.blank
         ld a,1
         ld (INSERT),a
         ld (DIRTY),a
         ld a,"E"
         call out.escape
         jp draw.help
; The rows and columns: an MSX has them in its work area, which is empty elsewhere. Changes: AF, BC.
init.screen:
         ld bc,79 + 22 * 256
         ld a,(LINLEN)
         or a
         jr z,screen.set
         dec a
         ld c,a
         ld a,(CNSDFG)
         or a
         ld a,(CRTCNT)
         jr z,screen.rows
         dec a
screen.rows:
         sub 2
         ld b,a
screen.set:
         ld a,c
         ld (WIDTH),a
         ld a,b
         ld (ROWS),a
         ret

; Obeys a key. In: A = key. Changes: all.
command: ld hl,command.table
         ld c,a
command.next:
         ld a,(hl)
         inc hl
         or a
         jr z,command.letter
         cp c
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         jr nz,command.next
         ex de,hl
         jp (hl)
command.letter:
         ld a,c
         cp " "
         ret c
         jp cmd.letter
command.table:
         db 3
         dw cmd.quit          ; CTRL+C, CTRL+STOP
         db 17
         dw cmd.quit          ; CTRL+Q
         db 19
         dw cmd.save          ; CTRL+S
         db 23
         dw cmd.saveas        ; CTRL+W
         db 6
         dw cmd.find          ; CTRL+F
         db 14
         dw cmd.again         ; CTRL+N
         db 8
         dw cmd.backspace
         db 127
         dw cmd.delete
         db KEY.DELETELINE
         dw cmd.deleteline
         db 22
         dw cmd.putback       ; CTRL+V
         db 7
         dw cmd.goto          ; CTRL+G
         db 20
         dw cmd.replace       ; CTRL+T
         db ESC
         dw cmd.keys
         db CR
         dw cmd.return
         db TAB
         dw cmd.letter
         db 18
         dw cmd.mode          ; INS
         db 28
         dw text.right
         db 29
         dw text.left
         db 30
         dw cmd.up
         db 31
         dw cmd.down
         db 21
         dw cmd.pageup        ; CTRL+U
         db 4
         dw cmd.pagedown      ; CTRL+D
         db 11
         dw to.start          ; HOME
         db 5
         dw to.end            ; CTRL+E
         db 24
         dw to.end            ; SELECT, the terminal's End
         db 12
         dw to.first          ; SHIFT+HOME
         db 2
         dw to.last           ; CTRL+B
         db 1
         dw key.get           ; a graphic character's first code: the second is dropped, too
         db 0

         INCLUDE "text.asm"
         INCLUDE "commands.asm"
         INCLUDE "screen.asm"
         INCLUDE "console.asm"
         INCLUDE "title.asm"
         INCLUDE "find.asm"
         INCLUDE "replace.asm"
         INCLUDE "lines.asm"
         INCLUDE "keys.asm"
         INCLUDE "file.asm"
         INCLUDE "../fcb.asm"
         INCLUDE "name.asm"
         INCLUDE "trouble.asm"
IMAGE.END: EQU $
         INCLUDE "variables.inc"
