; Functions that change the root directory.

; 10: In: DE = FCB. Out: A = 0, FFh if the directory has no such file any more.
file.close:
         push de
         call fcb.fetch
         pop de
         call dev.is
         jp nc,bdos.ok
         ld hl,K.FCB + FCB.DEVICE
         bit 7,(hl)
         jp z,bdos.ok         ; nothing was written
         res 7,(hl)
         push de
         call clock.stamp
         ld (K.FCB + FCB.DATE),de
         ld (K.FCB + FCB.TIME),hl
         ld b,0
         call dir.find
         pop de
         jp nz,bdos.failed
         push de
         push hl
         ld de,22             ; time, date, first cluster, size
         add hl,de
         ex de,hl
         ld hl,K.FCB + FCB.TIME
         ld bc,2
         ldir
         ld hl,K.FCB + FCB.DATE
         ld c,2
         ldir
         ld hl,K.FCB + FCB.FIRST
         ld c,2
         ldir
         ld hl,K.FCB + FCB.SIZE
         ld c,4
         ldir
         call dir.write
         pop hl
         pop de
         call fcb.store
         jp bdos.ok

; 16: In: DE = FCB. Out: A = 0, and the file is there, empty; FFh when the directory is full.
file.create:
         push de
         call fcb.fetch
         ld hl,K.FCB + FCB.NAME
         call dev.named
         jp z,dev.open
         ld b,0
         call dir.find
         jr nz,create.new
         call dir.chain       ; what was in it is given back
         call fat.drop
         call fat.flush
         call dir.entry
         jr create.entry
create.new:
         call dir.room
         jr nz,create.failed
create.entry:
         push hl
         ex de,hl
         ld hl,K.FCB + FCB.NAME
         ld b,11
create.name:
         ld a,(hl)
         call dir.capital
         ld (de),a
         inc hl
         inc de
         djnz create.name
         xor a
         ld b,21
create.clear:
         ld (de),a
         inc de
         djnz create.clear
         call clock.stamp
         pop bc               ; the entry
         push bc
         push de
         ex de,hl
         ld hl,22
         add hl,bc
         ld (hl),e
         inc hl
         ld (hl),d
         pop de
         inc hl
         ld (hl),e
         inc hl
         ld (hl),d
         call dir.write
         pop hl
         call fcb.fill
         pop de
         call fcb.store
         jp bdos.ok
create.failed:
         pop de
         jp bdos.failed

; 13: In: DE = FCB. Out: A = 0, FFh if no file fits its name.
file.delete:
         call fcb.fetch
         ld b,0
         call dir.find
         jp nz,bdos.failed
delete.next:
         ld (hl),&E5
         push hl
         call dir.write
         pop hl
         call dir.chain
         call fat.drop
         ld a,(K.ENTRY)
         inc a
         ld b,a
         call dir.find
         jr z,delete.next
         call fat.flush
         jp bdos.ok

; 17: In: DE = FCB, with the new name 16 bytes behind the old; "?" keeps a character.
; Out: A = 0, FFh if no file fits, or if one of the new name is there.
file.rename:
         call fcb.fetch
         ld b,0
         call dir.find
         jp nz,bdos.failed
rename.next:
         ld a,(K.ENTRY)
         push af
         ld de,K.NEWNAME
         ld bc,11
         push hl
         ldir
         pop hl
         call rename.make
         ld hl,K.NEWNAME
         call dev.named
         jp z,bdos.abort
         call rename.taken
         jp z,bdos.abort
         pop af
         push af
         ld (K.ENTRY),a
         call dir.load
         call dir.entry
         ex de,hl
         ld hl,K.NEWNAME
         ld bc,11
         ldir
         call dir.write
         pop af
         inc a
         ld b,a
         call dir.find
         jr z,rename.next
         jp bdos.ok
; Puts what is given of the new name over the old one in K.NEWNAME. Changes: AF, B, DE, HL.
rename.make:
         ld hl,K.FCB + 17
         ld de,K.NEWNAME
         ld b,11
make.next:
         ld a,(hl)
         cp "?"
         jr z,make.keep
         call dir.capital
         ld (de),a
make.keep:
         inc hl
         inc de
         djnz make.next
         ret
; Out: Z when a file has the name in K.NEWNAME. Changes: all but IX.
rename.taken:
         ld hl,K.FCB + FCB.NAME
         ld de,K.OLDNAME
         ld bc,11
         ldir
         ld hl,K.NEWNAME
         ld de,K.FCB + FCB.NAME
         ld bc,11
         ldir
         ld b,0
         call dir.find
         push af
         ld hl,K.OLDNAME
         ld de,K.FCB + FCB.NAME
         ld bc,11
         ldir
         pop af
         ret

; In: HL = directory entry. Out: HL = first cluster of its file. Changes: DE.
dir.chain:
         ld de,26
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex de,hl
         ret

; A free entry of the root directory. In: IX = DPB. Out: Z, HL = entry in DIRBUF, K.ENTRY; NZ when
; there is none. Changes: all but IX.
dir.room:
         xor a
room.sector:
         ld (K.ENTRY),a
         cp (ix + DPB.MAXENT)
         jr nc,room.none
         call dir.load
room.entry:
         call dir.entry
         ld a,(hl)
         or a
         ret z
         cp &E5
         ret z
         ld hl,K.ENTRY
         inc (hl)
         ld a,(hl)
         and 15
         jr nz,room.entry
         ld a,(hl)
         jr room.sector
room.none:
         or 1
         ret
