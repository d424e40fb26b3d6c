; The start of COMMAND, its loop, and the search for a command.

; Where COMMAND comes to life: with the machine, with CALL SYSTEM, and after each program.
cmd.start:
         ld sp,DOS.BASE
         ld hl,DOS.AGAIN
         ld a,(hl)
         ld (hl),2
         cp 2
         call nz,cmd.first
         ld hl,DOS.BROKEN
         ld a,(hl)
         ld (hl),0
         or a
         call nz,cmd.broken
cmd.loop:
         ld sp,DOS.BASE
         call process.end
         xor a
         ld (DOS.COPIES),a
         ld hl,&0080
         ld (DMA),hl
         call put.fresh
         call pipe.begin      ; NZ: so is the next command of a pipe
         jr nz,cmd.given
         call batch.line      ; NZ: a line from the batch file is in CMD.LINE
         jr nz,cmd.given
         call cmd.prompt
         call take.line
cmd.given:
         ld hl,CMD.LINE + 2
         call redirect.take
         call nc,cmd.execute
         jr cmd.loop

; A line from the console. Out: CMD.LINE + 2 = HL = text, ended by 0. Changes: all.
take.line:
         ld de,CMD.LINE
         ld a,127
         ld (de),a
         ld c,&0A
         call BDOS
         call put.line
         ld hl,CMD.LINE + 1
         ld a,(hl)
         inc hl
         push hl
         call add.hl
         ld (hl),0
         pop hl
         ret

; CTRL+C has ended a program. Changes: all.
cmd.broken:
         xor a
         ld (PIPE.NEXT),a
         ld a,(DOS.COPIES)
         or a
         call nz,copy.broken
         call process.end
         jp batch.broken
; In: A = DOS.AGAIN, CY if it is below 2. Changes: all.
cmd.first:
         push af
         call is.level2
         call nz,settings.start
         pop af
         jp batch.first

; `A>`, at level 2 with the directory if the user wants it. Changes: all.
cmd.prompt:
         call prompt.folder
         ret nz
         ld a,(DEFDRV)
         add a,"A"
         call put
         ld a,">"
         jp put

; Executes a line. In: HL = text ended by 0. Changes: all.
cmd.execute:
         call skip.blanks
         or a
         ret z
         ld (CMD.REST),hl
         ld (CMD.WORD),hl
         inc hl
         ld a,(hl)
         dec hl
         cp ":"
         jr nz,execute.word
         inc hl
         inc hl
         ld a,(hl)
         call is.blank
         jr nz,execute.word
         ld hl,(CMD.REST)
         ld a,(hl)
         call capital
         sub "A"
         call is.drive
         jp c,say.drive
         ld e,a
         ld c,&0E
         jp BDOS
execute.word:
         ld de,cmd.table
         call is.level2
         jr z,execute.next
         ld de,cmd.table2
execute.next:
         ld a,(de)
         or a
         jp z,run.file
         ld hl,(CMD.REST)
execute.letter:
         ld a,(de)
         inc de
         or a
         jr z,execute.end
         ld c,a
         ld a,(hl)
         call capital
         inc hl
         cp c
         jr z,execute.letter
execute.skip:
         ld a,(de)
         inc de
         or a
         jr nz,execute.skip
execute.other:
         inc de
         inc de
execute.syntax:
         ld a,(de)
         inc de
         cp "$"
         jr nz,execute.syntax
         jr execute.next
execute.end:
         ld a,(hl)
         call is.end
         jr nz,execute.other
         ex de,hl
         ld c,(hl)
         inc hl
         ld b,(hl)
         ex de,hl
         ld (CMD.REST),hl
         push bc              ; the routine gets HL = text behind its word
         ret
