; Deleting, renaming and moving (MSX-DOS 2 Function Specifications, 4D to 4F and 52 to 54).

; What a function for a path or block changes. In: DE. Out: NC: as target.take; CY: a device. A = 0. Changes: all.
chg.path:
         xor a
         ld (chg.own),a
         call target.take
         ld a,0
         ret
; The same for a handle: its file is brought up to date first. In: B.
chg.handle:
         ld a,1
         ld (chg.own),a
         call hnd.find
         ld a,(iy + OPN.DEVICE)
         or a
         ld a,0
         scf
         ret nz
         call fil.record
         push hl
         call fil.ensure
         pop hl
; The same for the record of a file that is up to date. In: HL.
chg.record:
         push hl
         call fil.enter
         call disk.fresh
         pop iy
         call fil.check
         call dir.load
         ld a,ERR.NOFIL
         jp c,func.fail
         call dir.entry
         xor a
         ret

; Is the entry free to be changed? In: IX = DPB, K.DIR, K.ENTRY, HL = entry. Out: chg.fil = its record, 0: not open; HL
; kept. Ends the function if others have it open. Changes: AF, BC, DE.
chg.free:
         push hl
         ld hl,0
         ld (chg.fil),hl
         call fil.find
         jr nz,free.yes
         ld (chg.fil),hl
         ld a,(chg.own)
         cp (hl)
         ld a,ERR.FOPEN
         jp c,func.fail
free.yes:
         pop hl
         ret

; 4D: In: DE = string or block. Out: A = error.
chg.delete:
         call chg.path
         ret c
         call entry.delete
         xor a
         ret
; 52: In: B = handle. Out: A = error. The handle is closed whatever happens.
chg.hdelete:
         call hnd.find
         call hnd.give
         ld a,h
         or l
         ret z                ; a device
         push iy
         push hl
         ld a,(iy + OPN.REFS)
         cp 1
         ccf
         ld a,0
         rla
         ld (chg.own),a       ; there are copies of the handle
         call fil.ensure
         pop hl
         call chg.record
         call entry.delete
         pop iy
         call hnd.changed
         ld a,(chg.own)
         or a
         ret z
         set 7,(iy + OPN.MODE)
         call fil.record
         dec (hl)
         xor a
         ret

; Deletes an entry and gives its clusters back. In: IX = DPB, K.DIR, K.ENTRY, HL = entry in DIRBUF. Ends the function if
; that must not be. Changes: all but IX.
entry.delete:
         call entry.isdots
         push hl
         ld de,ENT.ATTR
         add hl,de
         ld a,(hl)
         pop hl
         bit 4,a
         jr nz,delete.directory
         rrca
         ld a,ERR.FILRO
         jp c,func.fail
         call chg.free
         jr delete.mark
delete.directory:
         push hl
         call dir.chain
         call directory.empty
         pop hl
delete.mark:
         ld (hl),&E5
         push hl
         call dir.write
         pop hl
         call dir.chain
         push hl
         call dir.cell
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex (sp),hl
         or a
         sbc hl,de
         add hl,de
         pop de
         jr nz,delete.chain
         xor a                ; it was the current directory
         ld (de),a
         dec de
         ld (de),a
delete.chain:
         call fat.drop
         jp fat.flush
; In: HL = entry. Ends the function if it is "." or "..". Changes: AF.
entry.isdots:
         ld a,(hl)
         cp "."
         ld a,ERR.DOT
         jp z,func.fail
         ret

; Ends the function unless a directory is empty. In: HL = its first cluster, IX = DPB; K.DIR, K.ENTRY and DIRBUF are as
; before afterwards. Changes: all but IX.
directory.empty:
         call src.keep
         ex de,hl
         call dir.enter
         ld hl,0
empty.sector:
         ld (K.ENTRY),hl
         call dir.load
         jr c,src.back
empty.entry:
         call dir.entry
         ld a,(hl)
         or a
         jr z,src.back
         cp &E5
         jr z,empty.next
         cp "."
         jr z,empty.next
         ld de,ENT.ATTR
         add hl,de
         bit 3,(hl)
         ld a,ERR.DIRNE
         jp z,func.fail
empty.next:
         call dir.step
         jr nz,empty.entry
         ld hl,(K.ENTRY)
         jr empty.sector
; Notes K.DIR and K.ENTRY. Changes: DE.
src.keep:
         ld de,(K.DIR)
         ld (src.dir),de
         ld de,(K.ENTRY)
         ld (src.entry),de
         ret
; Back to them. Out: HL = entry in DIRBUF. Changes: AF, BC, DE.
src.back:
         ld de,(src.dir)
         call dir.enter
         ld hl,(src.entry)
         ld (K.ENTRY),hl
         call dir.load
         jp dir.entry

; 4E: In: DE = string or block, HL = name. Out: A = error.
chg.rename:
         push de
         call rename.name
         pop de
         call chg.path
         ret c
         jr entry.rename
; 53: In: B = handle, HL = name. Out: A = error.
chg.hrename:
         push bc
         call rename.name
         pop bc
         call chg.handle
         ret c
; In: IX = DPB, K.DIR, K.ENTRY, HL = entry in DIRBUF, name.new. Out: A = error.
entry.rename:
         call entry.isdots
         call chg.free
         call src.keep
         push hl
         ld de,name.new
         call dir.keeps
         ld hl,name.new
         push hl
         call name.legal
         pop hl
         ld a,ERR.IFNM
         jp z,func.fail
         call dev.named
         ld a,ERR.IFNM
         jp z,func.fail
         ld hl,name.new
         ld de,name.item
         ld bc,11
         ldir
         pop de
         ld hl,name.new
         ld b,11
rename.same:
         ld a,(de)
         cp (hl)
         jr nz,rename.other
         inc hl
         inc de
         djnz rename.same
         xor a                ; it has this name
         ret
rename.other:
         call dir.named
         ld a,ERR.DUPF
         ret z
         call src.back
         ex de,hl
         ld hl,name.new
         ld bc,11
         ldir
         call dir.write
         ld hl,(chg.fil)
         ld a,h
         or l
         ret z
         ld de,FIL.NAME
         add hl,de
         ex de,hl
         ld hl,name.new
         ld bc,11
         ldir
         xor a
         ret
; In: HL = the program's name. Out: name.new. Ends the function if it is none. Changes: all but IX.
rename.name:
         ex de,hl
         call path.name
         ld hl,name.item
         ld de,name.new
         ld bc,11
         ldir
         ret
