; Names of files, and what a program finds of its command line.

; The file's name and the words behind it. In: HL = text. Out: NAME, ARGUMENTS. Changes: all.
name.take:
         ld de,NAME
         call fcb.parse
         push hl
         ld hl,NAME + 1
         ld a,(hl)
         cp " "
         jr z,take.bad
         ld bc,11
         ld a,"?"
         cpir
         jr z,take.bad
         pop hl
         ld de,ARGUMENTS + 1
         ld b,0
take.next:
         ld a,(hl)
         ld (de),a
         or a
         jr z,take.end
         inc hl
         inc de
         inc b
         jr take.next
take.end:
         ld a,b
         ld (ARGUMENTS),a
         ret
take.bad:
         xor a
         ld (NAME + 1),a
         ld hl,take.text
         jp say
take.text:
         dm "Give one file's name, without folders"
         db 0

; N file [words]
cmd.name:
         call skip.comma
         jp z,error
         call name.take
         jr arguments.set

; What COMMAND puts into page 0 for a program. Changes: all.
arguments.set:
         ld hl,ARGUMENTS
         ld c,(hl)
         inc c                ; its length
         inc c                ; the zero
         ld b,0
         ld de,TAIL
         ldir
         ld hl,FCB1
         ld de,FCB1 + 1
         ld bc,TAIL - FCB1 - 1
         ld (hl),0
         ldir
         ld hl,TAIL + 1
         ld de,FCB1
         call fcb.parse
         ld de,FCB2
; A word as drive and name. In: HL = text, DE. Out: 12 bytes at DE, HL behind the word. Changes: AF, BC, DE.
fcb.parse:
         call skip.comma
         push de
         ex de,hl
         call fcb.blank
         ex de,hl
         pop de
         inc hl
         ld a,(hl)
         dec hl
         cp ":"
         jr nz,parse.name
         call fold.at
         sub "@"
         ld (de),a
         inc hl
         inc hl
parse.name:
         inc de
         ld b,8
         call parse.part
         cp "."
         ret nz
         inc hl
         ld b,3
; In: HL = text, DE, B = letters at most. Out: A = what follows, HL at it, DE behind the part. Changes: F, B.
parse.part:
         call part.ends
         jr z,part.skip
         ld (de),a
         cp "*"
         jr z,part.star
         inc hl
         inc de
         djnz parse.part
part.long:
         call part.ends
         ret z
         inc hl
         jr part.long
part.star:
         ld a,"?"
         ld (de),a
         inc de
         djnz part.star
         jr part.long
part.skip:
         inc de
         djnz part.skip
         ret
; Out: A = capital at HL; Z: no part of a name goes on there. Changes: F.
part.ends:
         call fold.at
         ret z
         push hl
         push bc
         ld hl,part.signs
         ld bc,part.over - part.signs
         cpir
         pop bc
         pop hl
         ret
part.signs:
         db 9
         dm " .,;=:"
part.over: EQU $
