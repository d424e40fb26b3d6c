; Writing files by records. The directory learns of it when the file is closed.

; 15: In: DE = FCB. Out: A = 0, 1 when the disk is full or the file read-only.
wrt.sequential:
         push de
         call fcb.opened
         call wrt.allowed
         call fcb.place
         call blk.one
         call wrt.records
         ld a,(K.SHORT)
         or a
         call z,fcb.advance
wrt.end: call dev.is
         call c,fcb.counted
wrt.ended:
         pop de
         call fcb.store
         ld a,(K.SHORT)
         jp bdos.a

; 22: In: DE = FCB. Out: as 15. The sequential record is the same then.
wrt.random:
         push de
         call fcb.opened
         call wrt.allowed
         call fcb.follow
         call blk.where
         call blk.one
         call wrt.records
         jr wrt.end

; 28: The same, but a gap between the end of the file and the record is filled with zeros.
wrt.zeroed:
         push de
         call fcb.opened
         call wrt.allowed
         call fcb.follow
         call blk.where
         call blk.one
         call blk.span
         call dev.is
         call c,wrt.gap
         jr c,wrt.end
         call blk.where
         call blk.one
         call wrt.records
         jr wrt.end

; Ends a function for one record if the file is read-only. On the stack: the return address, then the
; program's FCB. Changes: AF.
wrt.allowed:
         call wrt.protected
         ret z
         call short.protected
         pop af
         jr wrt.ended
; Out: NZ when K.FCB is a read-only file. CP/M programs put bytes of their own where the attributes are, so the
; directory has the last word. In: K.DIR, IX = DPB. Changes: AF.
wrt.protected:
         call dev.is
         sbc a,a              ; a device is not
         and 1
         ret z
         ld a,(K.FCB + FCB.ATTR)
         and 1
         ret z
         push bc
         push de
         push hl
         call dir.top
         ld de,11
         add hl,de
         ld a,(hl)
         pop hl
         pop de
         pop bc
         jr nz,protected.gone
         and 1
         ret
protected.gone:
         xor a
         ret

; 26: In: DE = FCB, HL = number of records; 0 makes the file end at the random record.
; Out: HL = records written, A = 0, 1 when the disk is full, the file read-only, or the records are more
; than 64 KB.
wrt.block:
         push de
         push hl
         call fcb.opened
         call blk.records
         pop bc
         call wrt.barred
         jr nz,block.refused
         ld a,b
         or c
         jr z,block.size
         call wrt.records
         jp block.end
; Out: NZ when K.FCB is a read-only file. All others kept.
wrt.barred:
         push bc
         ld b,a
         call wrt.protected
         ld a,b
         pop bc
         ret
block.refused:
         call short.protected
         jp block.end
block.size:
         call blk.span
         call dev.is
         jp nc,block.end
         call disk.fresh
         ld a,1
         ld (K.GROW),a
         ld hl,(K.POS)
         push hl
         ld hl,(K.POS + 2)
         push hl
         call wrt.reach
         pop de
         pop hl
         jr c,size.full
         ld (K.FCB + FCB.SIZE),hl
         ld (K.FCB + FCB.SIZE + 2),de
         ld a,d
         or e
         or h
         or l
         call z,wrt.enter     ; the directory must not lead to what is given back
         jr size.trim
size.full:
         call short.full
size.trim:
         call wrt.trim
         call wrt.done
         call fat.flush
         jp block.end

; Writes records from the transfer address. In: DEHL = first, BC = number, K.FCB, K.SIZE, IX = DPB.
; Out: K.DONE = bytes, K.SHORT. Changes: all but IX.
wrt.records:
         call blk.span
         push af
         call dev.is
         jr nc,records.device
         pop af
         jr nz,records.refused ; more than 64 KB
         call disk.fresh
         ld a,1
         ld (K.GROW),a
records.next:
         ld hl,(K.LEFT)
         ld a,h
         or l
         jr z,records.grown
         call step.write
         jr nc,records.next
         call wrt.short
         jr wrt.done
records.grown:
         call step.grown
; The end of a function that wrote. Changes: AF, BC, DE, HL.
wrt.done:
         xor a
         ld (K.GROW),a
         ld hl,K.FCB + FCB.DEVICE
         set 7,(hl)           ; the directory entry is old
         ret
records.device:
         pop af
         jp dev.write
records.refused:
         jp short.memory

; The disk is full: the file ends behind what was written. Out: K.SHORT. Changes: all but IX.
wrt.short:
         call short.full
         ld hl,(K.DONE)
         ld a,h
         or l
         call nz,step.grown
         jp wrt.trim
; Fills a gap between the end of the file and K.POS with zeros. Out: CY, K.SHORT when the disk is full.
; Changes: all but IX.
wrt.gap: call disk.fresh
         ld a,1
         ld (K.GROW),a
gap.next:
         ld hl,(K.POS)
         ld de,(K.FCB + FCB.SIZE)
         or a
         sbc hl,de
         ex de,hl             ; DE = low word of what is missing
         ld hl,(K.POS + 2)
         ld bc,(K.FCB + FCB.SIZE + 2)
         sbc hl,bc
         ccf
         ret nc
         ld a,h
         or l
         or d
         or e
         ret z
         ld a,h
         or l
         jr z,gap.near
         ld de,512
gap.near:
         ld (K.LEFT),de
         ld hl,(K.POS)
         push hl
         ld hl,(K.POS + 2)
         push hl
         ld (K.POS + 2),bc
         ld hl,(K.FCB + FCB.SIZE)
         ld (K.POS),hl
         call gap.piece
         call nc,step.grown
         pop hl
         ld (K.POS + 2),hl
         pop hl
         ld (K.POS),hl
         jr nc,gap.next
         call wrt.short
         call wrt.done
         scf
         ret
; Zeros from K.POS to the end of its sector, K.LEFT of them at most. Out: K.POS behind them; CY when the
; disk is full. Changes: all but IX.
gap.piece:
         call fat.sector
         ret c
         call dat.edit
         call step.piece
         push bc
gap.zero:
         ld (hl),0
         inc hl
         dec bc
         ld a,b
         or c
         jr nz,gap.zero
         pop bc
         call dat.changed
         jp step.on
; The directory learns that the file is empty, before its clusters are given back. Changes: all but IX.
wrt.enter:
         ld hl,(K.FCB + FCB.FIRST)
         push hl
         ld hl,0
         ld (K.FCB + FCB.FIRST),hl
         call file.update
         pop hl
         ld (K.FCB + FCB.FIRST),hl
         ret

; Clusters up to K.POS, the new end of the file. Out: CY when the disk is full. Changes: all but IX.
wrt.reach:
         call reach.last
         ret z
         jp fat.sector
; K.POS is the last byte instead of the end. Out: Z when there is none. Changes: AF, HL.
reach.last:
         ld hl,(K.POS)
         ld a,h
         or l
         dec hl
         jr nz,reach.set
         ld hl,(K.POS + 2)
         ld a,h
         or l
         ret z
         dec hl
         ld (K.POS + 2),hl
         ld hl,&FFFF
reach.set:
         ld (K.POS),hl
         or 1
         ret

; The clusters behind the end of the file are given back. Changes: all but IX.
wrt.trim:
         xor a
         ld (K.GROW),a
         ld hl,(K.FCB + FCB.SIZE)
         ld (K.POS),hl
         ld hl,(K.FCB + FCB.SIZE + 2)
         ld (K.POS + 2),hl
         call reach.last
         jr z,cut.all
         call fat.sector
         ld hl,(K.FCB + FCB.LAST)
         push hl
         call fat.get
         ex (sp),hl
         ld de,&0FFF
         call fat.put
         pop hl
         jp fat.drop
cut.all: ld hl,(K.FCB + FCB.FIRST)
         call fat.drop
         ld hl,0
         ld (K.FCB + FCB.FIRST),hl
         ld (K.FCB + FCB.LAST),hl
         ld (K.FCB + FCB.INDEX),hl
         ret
