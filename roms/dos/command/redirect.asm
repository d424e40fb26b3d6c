; Level 2: redirection and pipes. `<` and `>` open other handles 0 and 1 in a process of their own, which ends with the
; command; `|` keeps the rest of the line for later and what the command shows in a file until then.

; Carries out and blanks out what a line redirects. In: HL = line. Out: CY: it was refused, and that was said. HL kept.
; Changes: all others.
redirect.take:
         call is.level2
         ret z
         push hl
         ld hl,name.redir
         call item.on
         pop hl
         scf
         ccf
         ret nz
         push hl
         ld a,(PIPE.IN)
         or a
         jr z,redirect.next
         push hl
         call pipe.name
         call redirect.input
         pop hl
         jr nz,redirect.failed
redirect.next:
         ld a,(hl)
         or a
         jr z,redirect.end
         ld de,redirect.input
         cp "<"
         jr z,redirect.file
         cp "|"
         jr z,redirect.pipe
         ld de,redirect.create
         cp ">"
         jr z,redirect.more
         inc hl
         jr redirect.next
redirect.more:
         inc hl
         ld a,(hl)
         dec hl
         cp ">"
         jr nz,redirect.file
         ld (hl)," "
         inc hl
         ld de,redirect.append
redirect.file:
         push de
         call redirect.name
         pop de
         jr z,redirect.bad
         push hl
         call redirect.open
         pop hl
         jr z,redirect.next
redirect.failed:
         push af
         xor a
         ld (PIPE.NEXT),a
         call process.end
         pop af
         call say.error
         pop hl
         scf
         ret
redirect.bad:
         pop hl
         call process.end
         call say.parameter
         scf
         ret
redirect.end:
         ld d,h
         ld e,l
         pop hl
redirect.trim:
         push hl
         or a
         sbc hl,de
         pop hl
         ret z                ; the line is empty
         dec de
         ld a,(de)
         cp " "
         jr nz,redirect.kept
         xor a
         ld (de),a
         jr redirect.trim
redirect.kept:
         or a
         ret
redirect.open:
         push de
         ret
redirect.pipe:
         ld (hl),0
         ld (CMD.COUNT),hl
         inc hl
         ld de,PIPE.LINE
         ld bc,127
pipe.rest:
         ld a,(hl)
         ldi
         or a
         jr z,pipe.number
         ld a,b
         or c
         jr nz,pipe.rest
         ld (de),a
pipe.number:
         ld a,(PIPE.IN)
         inc a
         ld (PIPE.NEXT),a
         call pipe.name
         call redirect.create
         jr nz,redirect.failed
         ld hl,(CMD.COUNT)
         jr redirect.end

; The name behind a sign. In: HL = sign. Out: CMD.SECOND, HL behind it, all blanked out; Z: there is none. Changes: AF, B,
; DE.
redirect.name:
         ld (hl)," "
         inc hl
         ld a,(hl)
         cp " "
         jr z,redirect.name
         ld de,CMD.SECOND
         ld b,CMD.PATH - CMD.SECOND - 1
redirect.letter:
         ld a,(hl)
         call is.end
         jr z,redirect.named
         ld (de),a
         ld (hl)," "
         inc hl
         inc de
         djnz redirect.letter
redirect.named:
         xor a
         ld (de),a
         ld a,(CMD.SECOND)
         or a
         ret

; CMD.SECOND as handle 0; as handle 1, new; as handle 1, its end. Out: NZ, A = error. Changes: all.
redirect.input:
         call process.fork
         ld bc,&0045
         call BDOS
         ld de,CMD.SECOND
         ld a,%101            ; for reading and for children
         ld c,&43
         jp BDOS
redirect.append:
         call process.fork
         ld bc,&0145
         call BDOS
         ld de,CMD.SECOND
         ld a,%110
         ld c,&43
         call BDOS
         jr nz,redirect.new
         ld hl,0
         ld d,h
         ld e,l
         ld a,2               ; from the end
         ld c,&4A
         jp BDOS
redirect.create:
         call process.fork
         ld bc,&0145
         call BDOS
redirect.new:
         ld de,CMD.SECOND
         ld a,%110
         ld bc,&0044
         jp BDOS

; The file between two commands, where TEMP says. In: A = its number. Out: CMD.SECOND. Changes: all.
pipe.name:
         push af
         ld hl,name.temp
         call get.item
         ld hl,CMD.TEXT
         ld de,CMD.SECOND
         ld bc,CMD.PATH - CMD.SECOND - 16
         ldir
         xor a
         ld (de),a
         ld de,CMD.SECOND
         ld hl,pipe.file
         call path.add
         ex de,hl
         ld de,&10000 - 6
         add hl,de
         pop af
         add a,"0"
         ld (hl),a
         ret
pipe.file: dm "EBPIPE0.TMP"
         db 0

; The next command of a pipe. Out: NZ: it is in CMD.LINE + 2; Z: there is none. Changes: all.
pipe.begin:
         call is.level2
         ret z
         ld hl,PIPE.IN
         ld a,(hl)
         or a
         jr z,pipe.more
         ld (hl),0
         call pipe.name
         ld de,CMD.SECOND
         ld c,&4D
         call BDOS
pipe.more:
         ld hl,PIPE.NEXT
         ld a,(hl)
         or a
         ret z
         ld (hl),0
         ld (PIPE.IN),a
         ld hl,PIPE.LINE
         ld de,CMD.LINE + 2
         ld bc,128
         ldir
         ret
