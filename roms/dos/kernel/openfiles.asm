; Openings and open files: what handles refer to.

; An opening that is free. Out: IY = it; NZ: none. Changes: AF, BC, DE.
opn.free:
         ld iy,opn.table
         ld de,OPN.SIZE
         ld b,OPN.COUNT
free.next:
         ld a,(iy + OPN.REFS)
         or a
         ret z
         add iy,de
         djnz free.next
         or 1
         ret

; The open file of an entry. In: IX = DPB, K.DIR, K.ENTRY. Out: Z, HL = its record; NZ: it is not open.
; Changes: AF, BC, DE.
fil.find:
         push iy
         ld iy,fil.table
         ld b,FIL.COUNT
find.file:
         ld a,(iy + FIL.REFS)
         or a
         jr z,find.other
         push ix
         pop hl
         ld e,(iy + FIL.DPB)
         ld d,(iy + FIL.DPB + 1)
         sbc hl,de            ; NC from OR
         jr nz,find.other
         ld hl,(K.DIR)
         ld e,(iy + FIL.DIR)
         ld d,(iy + FIL.DIR + 1)
         sbc hl,de
         jr nz,find.other
         ld hl,(K.ENTRY)
         ld e,(iy + FIL.ENTRY)
         ld d,(iy + FIL.ENTRY + 1)
         sbc hl,de
         jr z,find.same
find.other:
         ld de,FIL.LENGTH
         add iy,de
         djnz find.file
         or 1
find.same:
         push iy
         pop hl
         pop iy
         ret

; The record of an entry that is opened, new if it is not open yet. In: IX = DPB, K.DIR, K.ENTRY, HL = entry in DIRBUF.
; Out: HL = record; NZ: there is no room. Changes: AF, BC, DE.
fil.take:
         push hl
         call fil.find
         pop de
         jr z,take.known
         push de
         ld hl,fil.table
         ld de,FIL.LENGTH
         ld b,FIL.COUNT
take.free:
         ld a,(hl)
         or a
         jr z,take.new
         add hl,de
         djnz take.free
         pop de
         or 1
         ret
take.known:
         inc (hl)
         xor a
         ret
take.new:
         pop de               ; entry
         push hl
         push iy
         push hl
         pop iy
         ld (iy + FIL.REFS),1
         push ix
         pop bc
         ld (iy + FIL.DPB),c
         ld (iy + FIL.DPB + 1),b
         ld bc,(K.DIR)
         ld (iy + FIL.DIR),c
         ld (iy + FIL.DIR + 1),b
         ld bc,(K.ENTRY)
         ld (iy + FIL.ENTRY),c
         ld (iy + FIL.ENTRY + 1),b
         ld (iy + FIL.FLAGS),0
         ld bc,FIL.NAME
         add hl,bc
         ex de,hl
         push hl
         ld bc,11
         ldir
         ld a,(hl)
         ld (iy + FIL.ATTR),a
         pop hl
         ld bc,ENT.FIRST
         add hl,bc
         ld a,(hl)
         ld (iy + FIL.FIRST),a
         ld (iy + FIL.LAST),a
         inc hl
         ld a,(hl)
         ld (iy + FIL.FIRST + 1),a
         ld (iy + FIL.LAST + 1),a
         inc hl
         ld bc,4
         ldir                 ; FIL.SIZE is behind FIL.NAME
         xor a
         ld (iy + FIL.INDEX),a
         ld (iy + FIL.INDEX + 1),a
         pop iy
         pop hl
         ret

; The open file that opening IY refers to becomes the one in hand. Out: IX = DPB, K.FCB. Changes: AF, BC, DE, HL.
fil.load:
         call fil.drive
         push hl
         ld bc,FIL.SIZE
         add hl,bc
         ld de,K.FCB + FCB.SIZE
         ld bc,4
         ldir
         ld de,K.FCB + FCB.FIRST
         ld c,6               ; first, last, index
         ldir
         pop hl
         ret
; And back. In: IY. Changes: AF, BC, DE, HL.
fil.store:
         call fil.record
         ld bc,FIL.SIZE
         add hl,bc
         ex de,hl
         ld hl,K.FCB + FCB.SIZE
         ld bc,4
         ldir
         ld hl,K.FCB + FCB.FIRST
         ld c,6
         ldir
         ret
; In: IY = opening. Out: HL = record of its file, IX = DPB of that. Changes: DE.
fil.drive:
         call fil.record
         push hl
         call fil.disk
         pop hl
         ret
; In: HL = record. Out: IX = DPB of its drive, HL = the last byte of that field. Changes: DE.
fil.disk:
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         push de
         pop ix
         ret
; In: IY = opening. Out: HL = record of its file. Changes: nothing else.
fil.record:
         ld l,(iy + OPN.FIL)
         ld h,(iy + OPN.FIL + 1)
         ret

; Size, cluster, date and time go to the directory if the file was written. In: HL = record. Out: IX = DPB, K.DIR,
; K.ENTRY. Changes: all.
fil.ensure:
         push hl
         call fil.enter
         pop iy
         bit 0,(iy + FIL.FLAGS)
         ret z
         push iy
         call disk.fresh
         pop iy
         push iy
         call fil.check
         call clock.now
         ld (now.date),de
         ld (now.time),hl
         call dir.load
         pop iy
         jr c,ensure.gone
         push iy
         call dir.entry
         pop iy
         push iy
         push hl
         push iy
         pop de
         ex de,hl
         ld bc,FIL.NAME
         add hl,bc
         ld b,11
ensure.same:
         ld a,(de)
         cp (hl)
         jr nz,ensure.wrong
         inc de
         inc hl
         djnz ensure.same
         pop hl
         push hl
         ld de,ENT.ATTR
         add hl,de
         set 5,(hl)           ; archive
         pop hl
         call entry.stamp
         pop iy
         res 0,(iy + FIL.FLAGS)
         set 5,(iy + FIL.ATTR)
         ld a,(iy + FIL.FIRST)
         ld (hl),a
         inc hl
         ld a,(iy + FIL.FIRST + 1)
         ld (hl),a
         inc hl
         ex de,hl
         push iy
         pop hl
         ld bc,FIL.SIZE
         add hl,bc
         ld bc,4
         ldir
         jp dir.write
ensure.wrong:
         pop hl
         pop iy
ensure.gone:                 ; another disk
         res 0,(iy + FIL.FLAGS)
         ld a,ERR.WFILE
         jp func.fail
; In: HL = record. Out: IX = DPB, K.DIR, K.ENTRY of the file. Changes: AF, DE, HL.
fil.enter:
         call fil.disk
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         push hl
         call dir.enter
         pop hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld (K.ENTRY),de
         ret

; The disk in drive IX is another one: its open files are to be looked at before they are used. Changes: AF, BC, DE, HL.
fil.doubt:
         ld hl,fil.table
         ld b,FIL.COUNT
doubt.next:
         push hl
         inc hl
         push ix
         pop de
         ld a,e
         cp (hl)
         inc hl
         jr nz,doubt.other
         ld a,d
         cp (hl)
         jr nz,doubt.other
         ld de,FIL.FLAGS - FIL.DPB - 1
         add hl,de
         set 1,(hl)
doubt.other:
         pop hl
         ld de,FIL.LENGTH
         add hl,de
         djnz doubt.next
         ret

; Ends the function if the disk was changed and does not have the file: its name, its first cluster and, if it was not
; written, its size. In: IY = record. Out: IX = DPB, K.DIR, K.ENTRY. Keeps IY. Changes: all others.
fil.check:
         push iy
         pop hl
         call fil.enter
         bit 1,(iy + FIL.FLAGS)
         ret z
         push iy
         call dir.load
         pop iy
         jr c,check.wrong
         call dir.entry
         push iy
         pop de
         ex de,hl
         ld bc,FIL.NAME
         add hl,bc
         push de
         ld b,11
         call check.bytes
         pop de
         jr nz,check.wrong
         ld hl,ENT.FIRST
         add hl,de
         ex de,hl
         push iy
         pop hl
         ld bc,FIL.FIRST
         add hl,bc
         bit 0,(iy + FIL.FLAGS)
         jr z,check.whole
         ld a,(de)
         ld c,a
         inc de
         ld a,(de)
         dec de
         or c
         jr z,check.right     ; it had none when it was opened
         ld b,2
         call check.bytes
         jr nz,check.wrong
check.right:
         res 1,(iy + FIL.FLAGS)
         ret
check.whole:
         ld b,2
         call check.bytes
         jr nz,check.wrong
         push iy
         pop hl
         ld bc,FIL.SIZE
         add hl,bc
         ld b,4
         call check.bytes
         jr z,check.right
check.wrong:
         res 0,(iy + FIL.FLAGS)
         ld a,ERR.WFILE
         jp func.fail
; Out: Z: the B bytes at HL and DE are the same; HL and DE behind them. Changes: A, B.
check.bytes:
         ld a,(de)
         cp (hl)
         ret nz
         inc hl
         inc de
         djnz check.bytes
         ret
