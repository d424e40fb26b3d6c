; Level 2: directories, and the commands of level 1 that take paths here.

; CD [path], CHDIR: the present directory, or a new one; CD drive: that of another drive.
do.cd:   call take.path
         ld b,0
         jr z,cd.show
         ld hl,(CMD.PATH + 1)
         ld a,l
         cp ":"
         jr nz,cd.change
         ld a,h
         or a
         jr nz,cd.change
         ld a,(CMD.PATH)
         call capital
         sub "A" - 1
         ld b,a
cd.show: call put.folder
         jp put.line
cd.change:
         ld de,CMD.PATH
         ld c,&5A
; The end of a command. In: function in C with its registers. Changes: all.
call.say:
         call BDOS
         jp nz,say.error
         ret

; MD path, MKDIR: makes a directory.
do.md:   call take.last
         ret c
         ld de,CMD.PATH
         ld bc,AT.DIR * 256 + &44
         xor a
         jr call.say

; RD path, RMDIR: removes empty directories.
do.rd:   call take.last
         ret c
         ld b,AT.DIR
         ld hl,rd.one
         jp each.file
rd.one:  call is.folder
         ld a,0
         jr nz,rd.file
         ld a,(CMD.FIB + FIB.NAME)
         cp "."
         jr z,rd.skip
         ld c,&4D
         jp BDOS
rd.file: call is.pattern
         ld a,ERR.NODIR
         ret nz
rd.skip: xor a
         ret

; DEL path, ERASE: deletes files; asks before it deletes all of a directory.
del.paths:
         call take.last
         ret c
         call del.folder
         call del.isall
         jr nz,paths.go
         ld de,del.ask
         call ask.yes
         ret nz
paths.go:
         ld b,0
         ld hl,del.one
         jp each.file
del.one: ld c,&4D
         jp BDOS
; Out: Z: CMD.PATH means all files of its directory: its last item is empty or has nothing but wildcards. Changes: all.
del.isall:
         ld b,0
         ld de,CMD.PATH
         ld c,&5B
         call BDOS
         ret nz
         ex de,hl
         ld hl,CMD.FCB + 1
         ld c,&5C
         call BDOS
         ld hl,CMD.FCB + 1
         ld b,11
         ld a,(hl)
         cp " "
         jr nz,isall.next
         ld a,(CMD.FCB + 9)
         cp " "
         ret
isall.next:
         ld a,(hl)
         cp "?"
         ret nz
         inc hl
         djnz isall.next
         ret
; A directory as what to delete means all its files. Changes: all.
del.folder:
         call is.pattern
         ret z
         ld b,AT.DIR
         ld de,CMD.PATH
         ld ix,CMD.FIB
         ld c,&40
         call BDOS
         ret nz
         call is.folder
         ret nz
         ld de,CMD.PATH
         ld hl,folder.all
         jp path.add
folder.all: dm "*.*"
         db 0

; A further item of a path. In: DE = path, HL = item. Changes: AF, DE, HL.
path.add:
         ld c,0
add.end: ld a,(de)
         or a
         jr z,add.mark
         ld c,a
         inc de
         jr add.end
add.mark:
         ld a,c
         or a
         jr z,add.item
         cp "\"
         jr z,add.item
         cp ":"
         jr z,add.item
         ld a,"\"
         ld (de),a
         inc de
add.item:
         ld a,(hl)
         ld (de),a
         inc hl
         inc de
         or a
         jr nz,add.item
         ret

; REN path name, RENAME: files; RNDIR: directories. The name may have wildcards.
do.rndir:
         ld c,AT.DIR
         jr ren.take
ren.paths:
         ld c,0
ren.take:
         ld de,ren.one
         jr both.take
ren.one: ld c,&4E
         ld hl,CMD.SECOND
         jr both.kind

; MOVE path directory: files; MVDIR: directories.
do.mvdir:
         ld c,AT.DIR
         jr move.take
do.move: ld c,0
move.take:
         ld de,move.one
; In: HL = text, C = attributes, DE = what is done for each file.
both.take:
         push de
         push bc
         call take.path
         pop bc
         pop de
         jp z,say.parameter
         push de
         push bc
         call take.second
         pop bc
         pop hl
         ret c
         ld a,c
         ld (CMD.MODE),a
         ld b,c
         jp each.file
move.one:
         ld c,&4F
         ld hl,CMD.SECOND
; Does function C to the entry at DE if it is of the kind wanted. Out: A = error. Changes: all.
both.kind:
         ld a,(CMD.MODE)
         ld b,a
         ld a,(CMD.FIB + FIB.ATTR)
         xor b
         and AT.DIR
         jr nz,both.other
         ld a,(CMD.FIB + FIB.NAME)
         cp "."
         jr z,both.other
         call BDOS
         cp ERR.DUPF
         ret nz
         ld de,ren.taken
         call say.line
both.other:
         xor a
         ret
; The second word, the last of the line. In: HL = text. Out: CMD.SECOND; CY: wrong, and that was said. Changes: all.
take.second:
         call skip.blanks
         ld de,CMD.SECOND
         ld b,CMD.PATH - CMD.SECOND - 1
         call path.next
         ld a,(CMD.SECOND)
         or a
         jp z,last.bad
         call skip.blanks
         or a
         ret z
         jp last.bad

; ATTRIB +R, -R, +H, -H path: sets or clears attributes of files; without them, shows those.
do.attrib:
         ld bc,0              ; B set, C clear
attrib.next:
         push bc
         call skip.plus
         pop bc
         cp "+"
         jr z,attrib.set
         cp "-"
         jr nz,attrib.path
         call attrib.bit
         jp c,say.parameter
         or c
         ld c,a
         jr attrib.next
attrib.set:
         call attrib.bit
         jp c,say.parameter
         or b
         ld b,a
         jr attrib.next
attrib.path:
         ld (CMD.COUNT),bc
         call take.last
         ret c
         ld b,AT.HIDDEN
         ld hl,attrib.one
         jp each.file
attrib.one:
         ld bc,(CMD.COUNT)
         ld a,b
         or c
         jr z,attrib.show
         ld a,c
         cpl
         ld c,a
         ld a,(CMD.FIB + FIB.ATTR)
         and c
         or b
         ld l,a
         ld a,1
         ld c,&50
         jp BDOS
attrib.show:
         ld a,(CMD.FIB + FIB.ATTR)
         ld c,"R"
         call attrib.letter
         ld c,"H"
         call attrib.letter
         call put.blank
         ld hl,CMD.FIB + FIB.NAME
         call put.zero
         call put.line
         xor a
         ret
; In: A = attributes, C = letter of bit 0. Out: A = attributes shifted. Changes: all others.
attrib.letter:
         rrca
         push af
         ld a,c
         jr c,letter.put
         ld a,"-"
letter.put:
         call put
         pop af
         ret
; In: HL = sign. Out: HL behind the letter, A = its bit; CY: there is none. Changes: F.
attrib.bit:
         inc hl
         ld a,(hl)
         call capital
         inc hl
         sub "H"
         jr z,bit.hidden
         sub "R" - "H"
         scf
         ret nz
         ld a,AT.RO
         or a
         ret
bit.hidden:
         ld a,AT.HIDDEN
         or a
         ret
; Blanks, but not a plus. In: HL. Out: HL, A. Changes: F.
skip.plus:
         ld a,(hl)
         call is.blank
         ret nz
         or a
         ret z
         inc hl
         jr skip.plus

; TYPE path: shows text files up to their 1Ah, with their names if there may be several.
type.path:
         call take.last
         ret c
         call is.pattern
         jr nz,type.open      ; a device, perhaps
         ld b,0
         ld hl,type.one
         jp each.file
type.open:
         ld de,CMD.PATH
         call type.file
         ret z
         jp say.error
type.one:
         ld hl,CMD.FIB + FIB.NAME
         call put.zero
         call put.line
         ld de,CMD.FIB
         call type.file
         push af
         call put.fresh
         pop af
         ret
; In: DE = path or fileinfo block. Out: A = error, Z: none. Changes: all.
type.file:
         call handle.open
         ret nz
type.more:
         ld de,CMD.BUFFER
         ld hl,512
         call handle.read
         jr nz,type.over
         call type.piece
         jr nz,type.more
         jp handle.close
type.over:
         cp ERR.EOF
         jp z,handle.close
         push af
         call handle.close
         pop af
         ret
