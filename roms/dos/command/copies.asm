; Level 2: COPY path [path], files from one directory to another. What joins files, takes text or a device is left to
; copy.asm.

CPY.MEMORY: EQU &0100         ; what is read on its way, up to COMMAND

; In: HL = text. Out: Z: copy.asm has to do it; NZ: done. HL kept if Z. Changes: all others.
copy.paths:
         call is.level2
         ret z
         ld a,"A"
         call is.switch
         jp nz,paths.leave
         push hl
paths.plus:
         ld a,(hl)
         inc hl
         cp "+"
         jp z,paths.other
         or a
         jr nz,paths.plus
         pop hl
         push hl
         call take.path
         jp z,paths.other
         call skip.blanks
         ld de,CMD.SECOND
         ld b,CMD.PATH - CMD.SECOND - 2
         call path.next
         call skip.blanks
         or a
         jr nz,paths.other
         ld de,CMD.SECOND
         ld ix,CMD.FIB2
         call paths.find
         jr nz,paths.source
         bit 7,a
         jp nz,paths.other    ; a device
         and AT.DIR
         jr z,paths.source
         ld a,(CMD.SECOND)
         or a
         jr z,paths.source
         ld hl,CMD.SECOND
         call is.wildcard
         ld de,CMD.SECOND
         ld hl,find.nothing
         call nz,path.add
paths.source:
         ld de,CMD.PATH
         ld ix,CMD.FIB
         call paths.find
         jr nz,paths.copy
         bit 7,a
         jr nz,paths.other
         and AT.DIR
         jr z,paths.copy
         call is.pattern
         ld de,CMD.PATH
         ld hl,folder.all
         call nz,path.add
paths.copy:
         pop hl
         call is.pattern
         ld a,1
         jr z,paths.named
         dec a
paths.named:
         ld (CMD.MODE),a
         ld hl,0
         ld (CMD.COUNT),hl
         ld b,0
         ld hl,copy.file
         call each.file
         ld hl,(CMD.COUNT)
         ld a,h
         or l
         jr z,paths.done
         ld de,0
         ld b,3
         call put.number
         ld de,text.copied
         call say.line
paths.done:
         or 1
         ret
paths.other:
         pop hl
paths.leave:
         xor a
         ret
; In: DE = path, IX = fileinfo block. Out: Z: found, A = attributes; NZ: not. Changes: all.
paths.find:
         ld b,AT.DIR
         ld c,&40
         push ix
         call BDOS
         pop ix
         ret nz
         ld a,(ix + FIB.ATTR)
         cp a
         ret

; One file. In: CMD.FIB. Out: A = 0; does not come back when nothing more can be copied. Changes: all.
copy.file:
         call copy.again
         jp z,file.lost
         ld a,(CMD.MODE)
         or a
         jr z,file.open
         ld hl,CMD.FIB + FIB.NAME
         call put.zero
         call put.line
file.open:
         ld de,CMD.FIB
         call handle.open
         ret nz
         ld hl,CMD.FIB        ; the name for wildcards
         ld de,CMD.FIB2
         ld bc,64
         ldir
         ld de,CMD.SECOND
         ld b,0
         ld ix,CMD.FIB2
         ld c,&42
         call BDOS
         jr nz,file.refused
         ld de,CMD.FIB2
         ld a,2
         ld c,&43
         call BDOS
         jr nz,file.refused
         ld a,b
         ld (CMD.HANDLE2),a
file.piece:
         ld de,CPY.MEMORY
         ld hl,CMD.BASE - CPY.MEMORY
         call handle.read
         jr nz,file.read
         ld a,(CMD.HANDLE2)
         ld b,a
         ld de,CPY.MEMORY
         ld c,&49
         call BDOS
         jr z,file.piece
file.broken:
         push af
         ld a,(CMD.HANDLE2)
         ld b,a
         ld c,&52             ; half a file is none
         call BDOS
         pop af
file.refused:
         push af
         call handle.close
         pop af
         pop hl               ; not back to each.file
         cp ERR.FOPEN
         jr z,file.itself
         cp ERR.DKFUL
         jr z,file.full
         call say.error
         jr file.stop
file.full:
         call say.full
         jr file.stop
file.lost:
         pop hl               ; not back to each.file
         ld de,copy.lost
         jr file.say
file.itself:
         ld de,copy.same
file.say:
         call say.line
file.stop:
         or 1
         ret
; Out: Z: a file was copied, and the target is one name. Changes: AF, HL.
copy.again:
         ld hl,(CMD.COUNT)
         ld a,h
         or l
         sub 1
         sbc a,a
         ret nz               ; none so far
         ld hl,CMD.SECOND
         call is.wildcard
         jr z,again.many
         ld hl,CMD.SECOND
         ld a,(hl)
         or a
         jr z,again.many
again.last:
         ld a,(hl)
         inc hl
         cp ":"
         jr z,again.drive
         cp "\"
         jr z,again.drive
         or a
         jr nz,again.last
         ret                  ; Z
again.drive:
         ld a,(hl)
         or a
         jr nz,again.last
again.many:
         or 1
         ret
file.read:
         cp ERR.EOF
         jr nz,file.broken
         ld a,(CMD.HANDLE2)
         ld b,a
         ld hl,(CMD.FIB + FIB.DATE)
         ld ix,(CMD.FIB + FIB.TIME)
         ld a,1
         ld c,&56
         call BDOS
         ld a,(CMD.HANDLE2)
         ld b,a
         ld c,&45
         call BDOS
         jr nz,file.refused
         ld hl,(CMD.COUNT)
         inc hl
         ld (CMD.COUNT),hl
         jp handle.close
