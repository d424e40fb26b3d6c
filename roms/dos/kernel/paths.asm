; Paths: the program's strings, the way through the directories, what a string or fileinfo block means.

; The program's string or fileinfo block. In: DE = its address. Out: Z: it is a block, in fib; NZ: a string, in
; path.text. Changes: all but IX.
path.take:
         ld (path.user),de
         ex de,hl
         ld de,path.text
         ld bc,128
         call user.get
         xor a
         ld (de),a
         ld a,(path.text)
         inc a
         ret nz
         ld hl,path.text
         ld de,fib
         ld bc,64
         ldir
         ret
; In: HL = address in path.text. Out: HL = the program's. Changes: F, DE.
path.outside:
         ld de,path.text
         or a
         sbc hl,de
         ld de,(path.user)
         add hl,de
         ret

; 5B: In: B = bit 4: a volume name, DE = string. Out: A = error, DE = what is not of it, HL = last item, B = flags,
; C = drive, 1 is A.
path.function:
         push bc
         call path.take
         pop bc
         bit 4,b
         jr nz,path.volume
         call path.scan
path.answer:
         push af
         ld hl,(path.last)
         call path.outside
         push hl
         ld hl,(path.end)
         call path.outside
         ex de,hl
         pop hl
         ld a,(path.flags)
         ld b,a
         ld a,(path.drive)
         ld c,a
         pop af
         ret
path.volume:
         call path.letter
         jr nz,path.answer
volume.next:
         ld a,(hl)
         call volume.ends
         jr c,volume.end
         inc hl
         jr volume.next
volume.end:
         ld (path.end),hl
         ld de,(path.last)
         or a
         sbc hl,de
         jr z,path.answer
         ld hl,path.flags
         ld a,(hl)
         or %00001001
         ld (hl),a
         xor a
         jr path.answer

; The drive in front of path.text. Out: HL behind it, path.drive, path.flags, path.start, path.last, path.end;
; NZ, A: error. Changes: AF, DE.
path.letter:
         ld a,(DEFDRV)
         inc a
         ld (path.drive),a
         xor a
         ld (path.flags),a
         ld hl,path.text
         call letter.keep
         ld a,(hl)
         or a
         jr z,letter.none
         inc hl
         ld a,(hl)
         cp ":"
         dec hl
         jr nz,letter.none
         ld a,(hl)
         call name.capital
         sub "A"
         push hl
         call drive.exists
         pop hl
         jr c,letter.bad
         inc a
         ld (path.drive),a
         ld a,%00000100
         ld (path.flags),a
         inc hl
         inc hl
letter.keep:
         ld (path.start),hl
         ld (path.last),hl
         ld (path.end),hl
letter.none:
         xor a
         ret
letter.bad:
         ld a,ERR.IDRV
         or a
         ret

; The parts of path.text. Out: path.drive, path.flags, path.start, path.last, path.end; A = error, with Z: 0.
; Changes: all but IX.
path.scan:
         call path.letter
         ret nz
         ld a,(hl)
         cp 92                ; the root
         jr nz,scan.item
         call scan.directory
scan.item:
         ld (path.last),hl
         push hl
         ld de,name.item
         call name.parse
         ld (path.end),hl
         pop de
         or a
         sbc hl,de
         jr z,scan.end        ; nothing
         add hl,de
         ld b,a
         ld a,(path.flags)
         or 1
         ld (path.flags),a
         ld a,(hl)
         cp 92
         jr nz,scan.last
         bit 5,b
         jr nz,scan.bad
         call scan.directory
         jr scan.item
scan.last:
         ld a,(path.flags)
         or b
         ld (path.flags),a
scan.end:
         ld hl,(path.end)
         ld a,(hl)
         cp 92
         jr z,scan.bad        ; two of them
         ld de,(path.start)
         or a
         sbc hl,de
         ld de,64
         sbc hl,de
         ld a,ERR.PLONG
         jr nc,scan.error
         xor a
         ret
scan.bad:
         ld a,ERR.IPATH
scan.error:
         or a
         ret
; Passes a "\". In: HL. Out: HL + 1. Changes: AF.
scan.directory:
         inc hl
         ld a,(path.flags)
         or 3
         ld (path.flags),a
         ret

; The string in path.text: it must be a path and nothing else. Out: name.item, path.item = the last item and its flags;
; Z, A: it means device A. Ends the function on errors. Changes: all but IX.
path.last.item:
         call path.scan
         jp nz,func.fail
         ld hl,(path.end)
         ld a,(hl)
         or a
         ld a,ERR.IPATH
         jp nz,func.fail
         ld hl,(path.last)
         ld de,name.item
         call name.parse
         ld (path.item),a
         ld hl,name.item
         jp dev.named

; Goes into the directory of path.last.item's string, and to its drive. Out: IX = DPB, K.DIR, whole.text, name.item and
; path.item as before. Ends the function on errors. Changes: all.
path.walk:
         ld a,(path.drive)
         call drive.select
path.here:
         call disk.fresh
         ld hl,(path.start)
         ld a,(hl)
         cp 92
         jr z,walk.root
         push hl
         call current.enter
         pop hl
         jr walk.next
walk.root:
         inc hl
         push hl
         call whole.clear
         ld de,0
         call dir.enter
         pop hl
walk.next:
         push hl
         ld de,(path.last)
         or a
         sbc hl,de
         pop hl
         ld de,name.item
         jr nc,walk.last
         call name.parse
         inc hl
         push hl
         call walk.into
         pop hl
         ld a,ERR.NODIR
         jp nz,func.fail
         jr walk.next
walk.last:
         call name.parse
         ld hl,(whole.end)
         ld (whole.base),hl
         ret

; Goes into directory name.item of K.DIR. In: IX = DPB. Out: NZ: there is none. Changes: all but IX.
walk.into:
         ld hl,(name.item)
         ld de,&202E          ; "." alone
         or a
         sbc hl,de
         ret z
         call dir.named
         ret nz
         push hl
         ld de,ENT.ATTR
         add hl,de
         ld a,(hl)
         cpl
         and AT.DIR
         pop hl
         ret nz
         push hl
         call whole.add
         pop hl
; Goes into the directory of an entry. In: HL = entry. Out: Z. Changes: AF, DE, HL.
walk.enter:
         call dir.chain
         ex de,hl
         call dir.enter
         xor a
         ret

; Finds name.item, of any kind but a volume name, in K.DIR. Out: Z, HL = entry; NZ: none. Changes: all but IX.
dir.named:
         ld hl,name.item
         ld de,K.FCB + FCB.NAME
         ld bc,11
         ldir
         ld a,AT.VOLUME
         ld (K.UNSEEN),a
         jp dir.top

; What a function is to work on. In: DE = string or fileinfo block. Out: NC: IX = DPB, K.DIR, K.ENTRY, HL = entry in
; DIRBUF; CY: device A. Ends the function if there is no such thing. Changes: all.
target.take:
         call path.take
         jr z,target.fib
         call path.last.item
         scf
         ret z
         call path.single
         call path.walk
         call dir.named
         ld a,ERR.NOFIL
         jp nz,func.fail
         push hl
         call whole.add
         pop hl
         or a
         ret
; A name that means one thing only. Ends the function if path.item is not. Changes: AF.
path.single:
         ld a,(path.item)
         bit 5,a
         jr nz,single.bad
         and %00011000
         ret nz
single.bad:
         ld a,ERR.IPATH
         jp func.fail

; The same for the block in fib.
target.fib:
         ld a,(fib + FIB.ATTR)
         rla
         ld a,(fib + FIB.DEVICE)
         ret c
         ld a,(fib + FIB.DRIVE)
         call drive.select
         call disk.fresh
         ld de,(fib + FIB.DIR)
         call dir.enter
         ld hl,(fib + FIB.ENTRY)
         ld (K.ENTRY),hl
         call dir.load
         jr c,target.gone
         call dir.entry
         push hl
         ld de,fib + FIB.RAW
         ld b,11
target.same:
         ld a,(de)
         cp (hl)
         jr nz,target.gone
         inc de
         inc hl
         djnz target.same
         pop hl
         or a
         ret
target.gone:
         ld a,ERR.NOFIL
         jp func.fail
