; DATBUF, one sector of a file. What is written in part stays in it, and the FAT in its buffer, until another function
; than 48 to 4A is called: l2.dirty tells.

; Something waits in a buffer. In: IX = DPB of its drive. Changes: A.
dat.changed:
         ld a,1
         ld (l2.dirty),a
         ld (dat.dpb),ix
         ret

; Writes DATBUF if it was changed. Changes: A.
dat.flush:
         ld a,(dat.dirty)
         or a
         ret z
         xor a
         ld (dat.dirty),a
         push ix
         push bc
         push de
         push hl
         ld ix,(dat.dpb)
         ld de,(K.DATSEC)
         ld bc,&0101
         ld hl,DATBUF
         call disk.sectors
         pop hl
         pop de
         pop bc
         pop ix
         ret

; Writes all that waits. Changes: all but IX.
disk.clean:
         ld a,(l2.dirty)
         or a
         ret z
         xor a
         ld (l2.dirty),a
         push ix
         ld ix,(dat.dpb)
         call dat.flush
         call fat.flush
         pop ix
         ret

; The part of the sector in DATBUF that K.POS and K.LEFT mean. Out: HL = its address there, BC = its length.
; Changes: AF, DE.
dat.piece:
         ld hl,(K.POS)
         ld a,h
         and 1
         ld h,a               ; HL = offset
         ex de,hl
         ld hl,512
         or a
         sbc hl,de            ; HL = bytes to the end of the sector
         ld bc,(K.LEFT)
         push hl
         sbc hl,bc
         pop hl
         jr nc,piece.small
         ld b,h
         ld c,l
piece.small:
         ld hl,DATBUF
         add hl,de
         ret

; The sector that is written in part: read only if it has something of the file. In: DE = sector, IX = DPB.
; Changes: AF, BC, DE, HL.
write.load:
         ld hl,(K.POS)
         ld a,h
         and 1
         or l
         jr nz,dat.load
         push de
         ld hl,(K.FCB + FCB.SIZE)
         ld de,(K.POS)
         or a
         sbc hl,de
         ld hl,(K.FCB + FCB.SIZE + 2)
         ld de,(K.POS + 2)
         sbc hl,de
         pop de
         jr c,load.as
         push de              ; the end of the file may be K.POS itself
         ld hl,K.FCB + FCB.SIZE
         ld de,K.POS
         ld b,4
load.same:
         ld a,(de)
         cp (hl)
         jr nz,load.needed
         inc de
         inc hl
         djnz load.same
load.needed:
         pop de
         jr nz,dat.load
load.as: call dat.flush
         ld (K.DATSEC),de
         ld a,(ix + DPB.DRIVE)
         ld (K.DATDRV),a
         ret
; A sector to DATBUF, unless it is there. In: DE = sector, IX = DPB. Changes: AF, BC, DE, HL.
dat.load:
         ld hl,(K.DATSEC)
         or a
         sbc hl,de
         jr nz,dat.read
         ld a,(K.DATDRV)
         cp (ix + DPB.DRIVE)
         ret z
dat.read:
         call dat.flush
         ld a,255
         ld (K.DATDRV),a
         ld bc,&0100
         ld hl,DATBUF
         push de
         call disk.sectors
         pop de
         ld (K.DATSEC),de
         ld a,(ix + DPB.DRIVE)
         ld (K.DATDRV),a
         ret
