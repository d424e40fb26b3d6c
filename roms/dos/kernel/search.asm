; Searches, and fileinfo blocks (MSX-DOS 2 Function Specifications, 40 to 42).

; 40: In: DE = string or block, HL = name, B = attributes, IX = block. Out: A = error.
search.first:
         ld a,b
         ld (new.attr),a
         call fib.where
         jp z,search.device
         ld hl,fib
         ld de,fib + 1
         ld bc,63
         ld (hl),0
         ldir
         ld a,(new.attr)
         ld (fib + FIB.WANT),a
         ld a,(path.drive)
         ld (fib + FIB.DRIVE),a
         ld hl,name.item
         ld de,fib + FIB.PATTERN
         ld bc,11
         ldir
         ld a,(new.attr)
         and AT.VOLUME
         jr z,first.dir
         ld de,0
         call dir.enter
first.dir:
         ld hl,(K.DIR)
         ld (fib + FIB.DIR),hl
         ld hl,0
         jr fib.search

; 41: In: IX = block. Out: A = error.
search.next:
         ld (fib.user),ix
         push ix
         pop de
         call path.take
         ld a,ERR.NOFIL
         ret nz
         ld a,(fib + FIB.ATTR)
         rla
         ld a,ERR.NOFIL
         ret c                ; there is one device of a name
         ld a,(fib + FIB.DRIVE)
         call drive.select
         call disk.fresh
         ld de,(fib + FIB.DIR)
         call dir.enter
         ld hl,(whole.base)
         ld (whole.end),hl
         ld hl,(fib + FIB.ENTRY)
         inc hl
; Goes on at entry HL.
fib.search:
         ld a,(fib + FIB.WANT)
         and AT.VOLUME
         jr nz,search.volume
         ld a,(fib + FIB.WANT)
         cpl
         and AT.DIR + AT.SYSTEM + AT.HIDDEN
         or AT.VOLUME
         ld (K.UNSEEN),a
         push hl
         ld hl,fib + FIB.PATTERN
         ld de,K.FCB + FCB.NAME
         ld bc,11
         ldir
         pop hl
         call dir.find
search.end:
         ld a,ERR.NOFIL
         ret nz
         push hl
         call whole.add
         pop hl
         call fib.fill
fib.give:
         ld hl,fib
         ld de,(fib.user)
         ld bc,64
         call user.put
         xor a
         ret
search.volume:
         call volume.find
         jr search.end

; Finds the volume name. In: HL = first entry, K.DIR. Out: Z, HL = entry; NZ: none. Changes: all but IX.
volume.find:
         push hl
         ld hl,K.FCB + FCB.NAME
         ld b,11
find.any:
         ld (hl),"?"
         inc hl
         djnz find.any
         xor a
         ld (K.UNSEEN),a
         pop hl
find.volume:
         call dir.find
         ret nz
         push hl
         ld de,ENT.ATTR
         add hl,de
         ld a,(hl)
         pop hl
         and %00001111
         cp AT.VOLUME         ; with the other three: a piece of a long name
         ret z
         ld hl,(K.ENTRY)
         inc hl
         jr find.volume

; A block of a device. In: A = device. Out: A = 0.
search.device:
         ld b,a
         push bc
         ld hl,fib
         ld de,fib + 1
         ld bc,63
         ld (hl),0
         ldir
         pop bc
         ld a,255
         ld (fib),a
         ld a,b
         ld (fib + FIB.DEVICE),a
         call dev.name
         ld de,fib + FIB.NAME
         ld bc,3
         ldir
         ld a,AT.DEVICE
         ld (fib + FIB.ATTR),a
         ld a,(path.drive)
         ld (fib + FIB.DRIVE),a
         jr fib.give

; In: HL = entry in DIRBUF. Changes: AF, BC, DE, HL.
fib.fill:
         ld a,255
         ld (fib),a
         push hl
         ld de,fib + FIB.RAW
         ld bc,11
         ldir
         ld a,(hl)
         ld (fib + FIB.ATTR),a
         ld bc,ENT.TIME - ENT.ATTR
         add hl,bc
         ld de,fib + FIB.TIME
         ld bc,10             ; time, date, cluster, size
         ldir
         ld hl,fib + FIB.NAME
         ld b,13
fill.clear:
         ld (hl),0
         inc hl
         djnz fill.clear
         pop hl
         ld de,fib + FIB.NAME
         ld a,(fib + FIB.ATTR)
         and AT.VOLUME
         jr z,fill.name
         ld bc,11
         ldir
         jr fill.place
fill.name:
         call name.text
fill.place:
         ld hl,(K.DIR)
         ld (fib + FIB.DIR),hl
         ld hl,(K.ENTRY)
         ld (fib + FIB.ENTRY),hl
         ret

; Where to search or to make an entry: what functions 40 and 42 are given. In: DE, HL, IX as there, new.attr.
; Out: NZ: IX = DPB, K.DIR, path.drive, name.item ("?" where nothing was given); Z: device A. Changes: all.
fib.where:
         ld (fib.user),ix
         push hl
         call path.take
         pop hl
         jr z,where.block
         ld a,(new.attr)
         and AT.VOLUME
         jr nz,where.volume
         call path.last.item
         ret z
         call path.walk
where.name:
         ld a,(path.item)
         and %00111000
         ret nz
         ld hl,name.item
         ld b,11
where.any:
         ld (hl),"?"
         inc hl
         djnz where.any
         or 1
         ret
where.block:
         ld a,(fib + FIB.ATTR)
         rla
         ld a,ERR.IDEV
         jp c,func.fail
         ld a,(fib + FIB.DRIVE)
         ld c,a
         ld a,(new.attr)
         and AT.VOLUME
         ld a,c
         jr nz,where.drive
         ld a,(fib + FIB.ATTR)
         and AT.DIR
         ld a,ERR.IATTR
         jp z,func.fail
         push hl
         call target.fib
         call walk.enter
         pop de
         ld hl,(whole.end)
         ld (whole.base),hl
         ld a,(fib + FIB.DRIVE)
         push af
         call path.name
         pop af
         ld (path.drive),a
         ld hl,name.item
         call dev.named
         jr nz,where.name
         ret
; A volume name: of the string only drive and text count.
where.volume:
         call path.letter
         jp nz,func.fail
         ld de,name.item
         call volume.take
         ld a,(path.drive)
         jr volume.drive
where.drive:
         push af
         ex de,hl
         call path.take
         ld hl,path.text
         ld de,name.item
         call volume.take
         pop af
volume.drive:
         ld (path.drive),a
         call drive.select
         call disk.fresh
         call whole.clear
         ld (whole.base),hl
         ld de,0
         call dir.enter
         or 1
         ret

; In: HL = text, DE = 11 bytes for the volume name. Changes: AF, BC, DE, HL.
volume.take:
         ld b,11
take.blank:
         ld a,(hl)
         cp " "
         jr nz,take.next
         inc hl
         jr take.blank
take.next:
         ld a,(hl)
         call volume.ends
         jr nc,take.put
         dec hl
         ld a," "
take.put:
         inc hl
         ld (de),a
         inc de
         djnz take.next
         ret

; A name alone, without drive and directories. In: DE = string of the program. Out: name.item, path.item. Ends the
; function if it is none. Changes: all but IX.
path.name:
         call path.take
         ld hl,path.text
         ld de,name.item
         call name.parse
         ld (path.item),a
         ld a,(hl)
         or a
         ret z
         ld a,ERR.IFNM
         jp func.fail
