; Moving to another directory, attributes, date and time (MSX-DOS 2 Function Specifications, 4F to 51 and 54 to 56).

; 4F: In: DE = string or block, HL = path. Out: A = error.
chg.move:
         ld (chg.given),hl
         call chg.path
         ret c
         jr entry.move
; 54: In: B = handle, HL = path. Out: A = error.
chg.hmove:
         ld (chg.given),hl
         call chg.handle
         ret c
; In: IX = DPB, K.DIR, K.ENTRY, HL = entry in DIRBUF, chg.given. Out: A = error.
entry.move:
         call entry.isdots
         call chg.free
         call src.keep
         ld de,src.row
         ld bc,32
         ldir
         ld a,(src.row + ENT.ATTR)
         bit 3,a
         ld a,ERR.IATTR
         ret nz
         call move.target
         ld a,(src.row + ENT.ATTR)
         bit 4,a
         call nz,move.above
         ld hl,src.row
         ld de,name.item
         ld bc,11
         ldir
         call dir.named
         ld a,ERR.DUPF
         ret z
         call dir.room
         jp nz,entry.full
         ex de,hl
         ld hl,src.row
         ld bc,32
         ldir
         call dir.write
         call move.record
         ld hl,(K.DIR)
         ld (new.cluster),hl
         call src.back
         ld (hl),&E5
         call dir.write
         ld a,(src.row + ENT.ATTR)
         and AT.DIR
         ret z
         ld de,(src.row + ENT.FIRST)
         call move.parent
         ld de,(new.cluster)
         ld (hl),e
         inc hl
         ld (hl),d
         call dir.write
         xor a
         ret

; Goes into the directory at chg.given, on drive IX. Ends the function if it is none. Changes: all but IX.
move.target:
         ld de,(chg.given)
         call path.take
         jr z,target.bad
         push ix
         call path.last.item
         pop ix
         jr z,target.bad
         ld a,(path.flags)
         bit 2,a
         jr nz,target.bad     ; it names a drive
         call path.here
         jp directory.last
target.bad:
         ld a,ERR.IPATH
         jp func.fail

; Ends the function if K.DIR is directory src.row or lies below it. Changes: all but IX.
move.above:
         ld de,(K.DIR)
         push de
         ld b,0
above.next:
         ld a,d
         or e
         jr z,above.root
         ld hl,(src.row + ENT.FIRST)
         sbc hl,de            ; NC from OR
         ld a,ERR.DIRE
         jp z,func.fail
         push bc
         call move.parent
         ld e,(hl)
         inc hl
         ld d,(hl)
         pop bc
         djnz above.next
         ld a,ERR.FILE        ; they go in a circle
         jp func.fail
above.root:
         pop de
         jp dir.enter
; In: DE = first cluster of a directory, IX = DPB. Out: HL = place of its parent's cluster, in DIRBUF. Changes: AF, BC, DE.
move.parent:
         call dir.enter
         ld hl,1              ; ".."
         ld (K.ENTRY),hl
         call dir.load
         ld hl,DIRBUF + 32 + ENT.FIRST
         ret
; The record of the file, if it is open, says where it is now. Changes: AF, DE, HL.
move.record:
         ld hl,(chg.fil)
         ld a,h
         or l
         ret z
         ld de,FIL.DIR
         add hl,de
         ld de,(K.DIR)
         ld (hl),e
         inc hl
         ld (hl),d
         inc hl
         ld de,(K.ENTRY)
         ld (hl),e
         inc hl
         ld (hl),d
         ret

; 50: In: A = 0: tell, 1: set, DE = string or block, L = attributes. Out: A = error, L = attributes.
chg.attr:
         call chg.what
         call chg.path
         jr nc,entry.attr
         ld l,AT.DEVICE
         ret
; 55: In: A, L as there, B = handle.
chg.hattr:
         call chg.what
         call chg.handle
         ld l,AT.DEVICE
         ret c
         call dir.entry
entry.attr:
         ld de,ENT.ATTR
         add hl,de
         ld c,(hl)
         ld a,(open.mode)
         or a
         jr z,attr.tell
         ld a,(chg.given)
         xor c
         bit 3,c
         jr nz,attr.bad
         bit 4,c
         ld b,255 - AT.HIDDEN
         jr nz,attr.allowed
         ld b,255 - AT.HIDDEN - AT.RO - AT.SYSTEM - AT.ARCHIVE
attr.allowed:
         and b
         jr nz,attr.bad
         call chg.free
         ld a,(chg.given)
         ld (hl),a
         call dir.write
         ld a,(chg.given)
         ld c,a
         ld hl,(chg.fil)
         ld a,h
         or l
         jr z,attr.tell
         ld de,FIL.ATTR
         add hl,de
         ld (hl),c
attr.tell:
         ld l,c
         xor a
         ret
attr.bad:
         ld a,ERR.IATTR
         ret

; Notes what is to be set. In: A = 0 or 1, HL, IX. Ends the function on another number. Changes: AF.
chg.what:
         ld (open.mode),a
         ld (chg.given),hl
         ld (chg.given2),ix
         cp 2
         ret c
         ld a,ERR.ISBFN
         jp func.fail

; 51: In: A = 0: tell, 1: set, DE = string or block, IX = time, HL = date. Out: A = error, DE = time, HL = date.
chg.ftime:
         call chg.what
         call chg.path
         jr nc,entry.time
time.device:
         ld de,0
         ld h,d
         ld l,d
         ret
; 56: In: A, IX, HL as there, B = handle.
chg.hftime:
         call chg.what
         call chg.handle
         jr c,time.device
entry.time:
         ld a,(open.mode)
         or a
         jr z,time.tell
         call chg.free
         push hl
         ld de,ENT.TIME
         add hl,de
         ld de,(chg.given2)
         ld (hl),e
         inc hl
         ld (hl),d
         inc hl
         ld de,(chg.given)
         ld (hl),e
         inc hl
         ld (hl),d
         call dir.write
         pop hl
time.tell:
         ld de,ENT.TIME
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         xor a
         ret
