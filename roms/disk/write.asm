; Writing files by records. The directory learns of it when the file is closed.

; 15: In: DE = FCB. Out: A = 0, 1 when the disk is full.
wrt.sequential:
         push de
         call fcb.fetch
         call fcb.place
         ld bc,1
         call wrt.records
         call fcb.advance
wrt.end: pop de
         call fcb.store
         ld a,(K.SHORT)
         jp bdos.a

; 22, 28: In: DE = FCB. Out: A = 0, 1 when the disk is full.
wrt.random:
         push de
         call fcb.fetch
         call blk.where
         ld bc,1
         call wrt.records
         jr wrt.end

; 26: In: DE = FCB, HL = number of records; 0 makes the file end at the random record.
; Out: HL = records written, A = 0, 1 when the disk is full.
wrt.block:
         push de
         push hl
         call fcb.fetch
         call blk.where
         pop bc
         ld a,b
         or c
         jr z,block.size
         call wrt.records
         jp block.end
block.size:
         call blk.span
         call dev.is
         jp nc,block.end
         call disk.fresh
         ld hl,(K.POS)
         ld (K.FCB + FCB.SIZE),hl
         ld hl,(K.POS + 2)
         ld (K.FCB + FCB.SIZE + 2),hl
         ld a,1
         ld (K.GROW),a
         call wrt.reach
         call wrt.cut
         call wrt.done
         jp block.end

; Writes records from the transfer address. In: DEHL = first, BC = number, K.FCB, IX = DPB.
; Out: K.DONE = bytes, K.SHORT. Changes: all but IX.
wrt.records:
         call blk.span
         call dev.is
         jp nc,dev.write
         call disk.fresh
         ld a,1
         ld (K.GROW),a
records.next:
         ld hl,(K.LEFT)
         ld a,h
         or l
         jr z,records.grown
         call wrt.step
         jr nc,records.next
         ld a,1
         ld (K.SHORT),a
records.grown:
         ld hl,(K.FCB + FCB.SIZE)
         ld de,(K.POS)
         or a
         sbc hl,de
         ld hl,(K.FCB + FCB.SIZE + 2)
         ld de,(K.POS + 2)
         sbc hl,de
         jr nc,wrt.done
         ld (K.FCB + FCB.SIZE + 2),de
         ld hl,(K.POS)
         ld (K.FCB + FCB.SIZE),hl
; The end of a function that wrote. Changes: AF, BC, DE, HL.
wrt.done:
         xor a
         ld (K.GROW),a
         ld hl,K.FCB + FCB.DEVICE
         set 7,(hl)           ; the directory entry is old
         jp fat.flush

; As much as goes at once. Out: CY when the disk is full. Changes: all but IX.
wrt.step:
         call fat.sector      ; DE = sector, B = sectors from it to the end of the cluster
         ret c
         ld hl,(K.POS)
         ld a,h
         and 1
         or l
         jr nz,wrt.part
         ld a,(K.LEFT + 1)
         srl a
         jr z,wrt.part
         cp b
         jr nc,wrt.whole
         ld b,a
wrt.whole:
         ld c,1
         ld hl,(K.ADDR)
         push bc
         call disk.sectors
         pop bc
         ld a,255
         ld (K.DATDRV),a
         ld a,b
         add a,a
         ld b,a
         ld c,0               ; BC = bytes
         ld hl,(K.ADDR)
         add hl,bc
         call step.end
         or a
         ret
wrt.part:
         call blk.buffer
         call blk.piece
         ex de,hl
         ld hl,(K.ADDR)
         push bc
         di
         call XFER
         ei
         push hl
         ld de,(K.DATSEC)
         ld bc,&0101
         ld hl,DATBUF
         call disk.sectors
         pop hl
         pop bc
         call step.end
         or a
         ret

; Clusters up to K.POS, the new end of the file. A full disk ends the function. Changes: all but IX.
wrt.reach:
         call reach.last
         ret z
         call fat.sector
         jp c,fat.broken
         ret
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
wrt.cut: ld hl,(K.FCB + FCB.SIZE)
         ld a,h
         or l
         ld hl,(K.FCB + FCB.SIZE + 2)
         or h
         or l
         jr z,cut.all
         ld hl,(K.FCB + FCB.LAST)
         call fat.isdata
         ret nc
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
