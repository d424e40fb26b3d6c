; Level 2: paths, errors in words, and what is done for each file that a path names.

; Out: Z at level 1; NC. Changes: AF.
is.level2:
         ld a,(DOS.LEVEL)
         cp 1
         ret

; The next word of a line. In: HL = text. Out: CMD.PATH = word ended by 0, HL behind it; Z: there is none. Changes: AF,
; BC, DE.
take.path:
         call skip.blanks
         ld de,CMD.PATH
         ld b,CMD.TEXT - CMD.PATH - 1
path.next:
         ld a,(hl)
         call is.end
         jr z,path.end
         ld (de),a
         inc hl
         inc de
         djnz path.next
path.end:
         xor a
         ld (de),a
         ld a,(CMD.PATH)
         or a
         ret
; The same when it must be the last one. Out: CY: it is missing or not alone, and that was said. Changes: all.
take.last:
         call take.path
         jr z,last.bad
         call skip.blanks
         or a
         ret z
last.bad:
         call say.parameter
         scf
         ret

; Says what an error is. In: A = error code. Changes: all.
say.error:
         ld b,a
         ld de,CMD.TEXT
         ld c,&66
         call BDOS
         ld hl,CMD.TEXT
         call put.zero
         jp put.line

; For each file that CMD.PATH names. In: B = attributes, beside plain files, HL = routine: In: DE = CMD.FIB. Out: A = error.
; Out: A = 0, or an error that was said. Changes: all.
each.file:
         ld (CMD.EACH),hl
         ld de,CMD.PATH
         ld c,&40
each.find:
         ld ix,CMD.FIB
         call BDOS
         jr nz,say.error
each.one:
         ld hl,each.back
         push hl
         ld hl,(CMD.EACH)
         ld de,CMD.FIB
         jp (hl)
each.back:
         or a
         call nz,each.failed
         ld ix,CMD.FIB
         ld c,&41
         call BDOS
         jr z,each.one
         cp ERR.NOFIL
         jr nz,say.error
         xor a
         ret
each.failed:
         push af
         ld hl,CMD.FIB + 1
         call put.zero
         ld de,text.colon
         call say
         pop af
         jr say.error
text.colon: dm ": $"

; Out: Z if CMD.FIB is of a directory. Changes: AF.
is.folder:
         ld a,(CMD.FIB + FIB.ATTR)
         and AT.DIR
         xor AT.DIR
         ret
; Out: Z if CMD.PATH, or the text at HL, has wildcards. Changes: AF, HL.
is.pattern:
         ld hl,CMD.PATH
is.wildcard:
wildcard.next:
         ld a,(hl)
         inc hl
         cp "?"
         ret z
         cp "*"
         ret z
         or a
         jr nz,wildcard.next
         inc a
         ret

; Prints drive and directory, "A:\SUB". In: B = drive, 0 the present one. Changes: all.
put.folder:
         push bc
         ld de,CMD.TEXT
         ld c,&59
         call BDOS
         pop bc
         jr nz,say.error
         ld a,b
         call real.drive
         add a,"A" - 1
         call put
         ld a,":"
         call put
         ld a,"\"
         call put
         ld hl,CMD.TEXT
         jp put.zero

; The first and the next file of DIR, for CMD.FOUND, with directories. In: C = 11h first: CMD.PATH, 12h next. Out: A = 0,
; or FFh if there is none. Changes: all.
dir.find:
         call is.level2
         ld de,CMD.FCB
         jp z,BDOS
         ld a,c
         cp &12
         jr z,find.next
         call find.kinds
         ld de,CMD.PATH
         ld ix,CMD.FIB
         ld c,&40
         call BDOS
         jr nz,find.none
         call is.folder
         jr nz,find.entry
         call is.pattern
         jr z,find.entry
         ld a,(CMD.PATH)
         or a
         jr z,find.entry
         call find.kinds
         ld de,CMD.FIB        ; what is in the directory
         ld hl,find.nothing
         ld ix,CMD.FIB
         ld c,&40
         jr find.call
; Out: B = attributes of what DIR shows beside plain files; /H: hidden ones, too. Changes: AF, C, DE.
find.kinds:
         ld a,"H"
         call is.switch
         ld b,AT.DIR
         ret z
         ld b,AT.DIR + AT.HIDDEN
         ret
find.next:
         ld ix,CMD.FIB
         ld c,&41
find.call:
         call BDOS
         jr nz,find.none
find.entry:
         ld hl,CMD.FOUND + 1
         ld b,11
         ld a," "
find.blank:
         ld (hl),a
         inc hl
         djnz find.blank
         ld a,(CMD.FIB + FIB.DRIVE)
         ld (CMD.FCB),a
         ld de,CMD.FIB + FIB.NAME
         ld hl,CMD.FOUND + 1
         ld a,(de)
         cp "."
         jr z,find.dots
         ld c,&5C
         call BDOS
find.rest:
         ld hl,(CMD.FIB + FIB.TIME)
         ld (CMD.FOUND + 23),hl
         ld hl,(CMD.FIB + FIB.DATE)
         ld (CMD.FOUND + 25),hl
         ld hl,(CMD.FIB + FIB.SIZE)
         ld (CMD.FOUND + 29),hl
         ld hl,(CMD.FIB + FIB.SIZE + 2)
         ld (CMD.FOUND + 31),hl
         ld a,(CMD.FIB + FIB.ATTR)
         ld (CMD.FOUND + 12),a
         xor a
         ret
find.none:
         cp ERR.NOFIL
         ld c,255
         jr z,find.quiet
         call say.error
         jp cmd.loop
find.quiet:
         ld a,c
         ret
find.dots:
         ld a,(de)
         or a
         jr z,find.rest
         ld (hl),a
         inc hl
         inc de
         jr find.dots
