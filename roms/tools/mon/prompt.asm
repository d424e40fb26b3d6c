; The prompt, the commands, and how errors are shown.

; Takes a command and obeys it, again and again: a command comes back by RET or by a jump here.
main.prompt:
         ld sp,MON.STACK
         ld hl,main.prompt
         ld (ON.ERROR),hl
         xor a
         ld (RUNNING),a
         call start.break
         ld a,"-"
         call out.char
         ld a,1
         call line.read
         call skip
         jr z,main.prompt
         ld b,a
         inc hl
         ld de,main.prompt
         push de
         ld de,command.table
command.next:
         ld a,(de)
         or a
         jr z,command.none
         inc de
         cp b
         jr z,command.found
         inc de
         inc de
         jr command.next
command.none:
         dec hl
         jp error
command.found:
         ex de,hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         push hl
         ex de,hl             ; HL = text behind the letter
         ret
command.table:
         db "?"
         dw cmd.help
         db "A"
         dw cmd.assemble
         db "C"
         dw cmd.compare
         db "D"
         dw cmd.dump
         db "E"
         dw cmd.enter
         db "F"
         dw cmd.fill
         db "G"
         dw cmd.go
         db "H"
         dw cmd.hex
         db "I"
         dw cmd.in
         db "L"
         dw cmd.load
         db "M"
         dw cmd.move
         db "N"
         dw cmd.name
         db "O"
         dw cmd.out
         db "P"
         dw cmd.proceed
         db "Q"
         dw cmd.quit
         db "R"
         dw cmd.registers
         db "S"
         dw cmd.search
         db "T"
         dw cmd.trace
         db "U"
         dw cmd.unassemble
         db "W"
         dw cmd.write
         db 0

; Points at what is wrong in the line. In: HL. Never returns.
error:
         ld de,LINE + 2
         or a
         sbc hl,de
         ld a,(COLUMN)
         add a,l
         ld b,a
         ld a,(IS.MSX)
         or a
         jr z,error.blank
         ld a,(LINLEN)
         ld c,a
         ld a,b
error.row:
         sub c                ; a long line goes on in the next row
         jr nc,error.row
         add a,c
         ld b,a
error.blank:
         inc b
error.next:
         dec b
         jr z,error.mark
         ld a," "
         call out.char
         jr error.next
error.mark:
         ld a,"^"
         call out.char
         call out.line
         ld sp,MON.STACK
         ld hl,(ON.ERROR)
         jp (hl)

; Says what went wrong. In: HL = text. Never returns.
say:     call out.text
         call out.line
         jp main.prompt

; ?
cmd.help:
         call at.end
         ld hl,help.text
         jp out.text
help.text:
         dm "A [from]          assemble"
         db CR,LF
         dm "C from to other   compare"
         db CR,LF
         dm "D [from [to]]     dump"
         db CR,LF
         dm "E from [list]     enter bytes"
         db CR,LF
         dm "F from to list    fill"
         db CR,LF
         dm "G [=from] [at..]  go, stop at"
         db CR,LF
         dm "H a [b]           a; a+b a-b"
         db CR,LF
         dm "I port            read a port"
         db CR,LF
         dm "L [to]            load the file"
         db CR,LF
         dm "M from to there   move"
         db CR,LF
         dm "N file [words]    name a file"
         db CR,LF
         dm "O port byte       write a port"
         db CR,LF
         dm "P [n]   T past calls"
         db CR,LF
         dm "Q       quit"
         db CR,LF
         dm "R [register [value]]"
         db CR,LF
         dm "S from to list    search"
         db CR,LF
         dm "T [n]             trace"
         db CR,LF
         dm "U [from [to]]     unassemble"
         db CR,LF
         dm "W [from to]       write the file"
         db CR,LF
         dm "Numbers are hexadecimal; L20 as"
         db CR,LF
         dm "to: 20 bytes; @HL: a register;"
         db CR,LF
         dm "'A'  $  1+2-3   list: 1,2,"
         db 34
         dm "AB"
         db 34,CR,LF,0
