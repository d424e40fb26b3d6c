; The buffers in page 3: a sector of a FAT, of a directory and of a file. What each has is in three bytes (K.FATSEC,
; K.DIRSEC, K.DATSEC): number of the sector, then drive, FFh: nothing. What is written in part waits in DATBUF, and the FAT in
; FATBUF, until a function comes that is not for reading, writing, console or clock. Both kernels assemble this file.

; In: HL = the three bytes of a buffer, DE = sector, IX = DPB. Out: Z: it has the sector. Changes: AF.
buffer.holds:
         ld a,(hl)
         cp e
         ret nz
         inc hl
         ld a,(hl)
         cp d
         jr nz,holds.end
         inc hl
         ld a,(hl)
         dec hl
         cp (ix + DPB.DRIVE)
holds.end:
         dec hl
         ret

; Reads a sector. In: HL = the three bytes of a buffer, BC = the buffer, DE = sector, IX = DPB. Out: NC.
; Changes: AF, BC, DE, HL.
buffer.read:
         inc hl
         inc hl
         ld (hl),255
         push hl
         ld h,b
         ld l,c
         ld bc,&0100
         push de
         call disk.sectors
         pop de
         pop hl
; The buffer has sector DE now. In: HL = the third byte.
buffer.has:
         ld a,(ix + DPB.DRIVE)
         ld (hl),a
         dec hl
         ld (hl),d
         dec hl
         ld (hl),e
         or a
         ret

; Nothing of what the buffers hold counts any more. Changes: A.
disk.forget:
         ld a,255
         ld (K.FATDRV),a
         ld (K.DIRDRV),a
         ld (K.DATDRV),a
         inc a
         ld (K.FATMOD),a
         ld (K.DATMOD),a
         ret

; Out: NZ: something waits in a buffer, A = drive. Changes: F.
disk.waits:
         ld a,(K.DATMOD)
         or a
         ld a,(K.DATDRV)
         ret nz
         ld a,(K.FATMOD)
         or a
         ld a,(K.FATDRV)
         ret

; Writes what waits, if it is another drive's. In: IX = DPB. Changes: all but IX.
disk.other:
         call disk.waits
         ret z
         cp (ix + DPB.DRIVE)
         ret z
; Writes all that waits. Another disk does not get it: it is lost then. Changes: all but IX.
disk.clean:
         call disk.waits
         ret z
         push ix
         call drive.itself
         call disk.fresh
         call dat.flush
         call fat.flush
         pop ix
         ret

; A sector of a file to DATBUF, unless it is there. In: DE = sector, IX = DPB. Changes: AF, BC, DE, HL.
dat.load:
         ld hl,K.DATSEC
         call buffer.holds
         ret z
         call dat.flush
         ld bc,DATBUF
         jr buffer.read
; The same for writing at K.POS: a sector in which the file has nothing yet is not read.
dat.edit:
         ld a,(K.POS)
         or a
         jr nz,dat.load
         ld a,(K.POS + 1)
         rrca
         jr c,dat.load
         call dat.inside
         jr c,dat.load
         call dat.flush
         ld hl,K.DATDRV
         jp buffer.has

; DATBUF was changed. Changes: A.
dat.changed:
         ld a,1
         ld (K.DATMOD),a
         ret

; Writes DATBUF if it was changed. Changes: AF.
dat.flush:
         ld a,(K.DATMOD)
         or a
         ret z
         xor a
         ld (K.DATMOD),a
         push ix
         push bc
         push de
         push hl
         ld a,(K.DATDRV)
         call drive.itself
         ld de,(K.DATSEC)
         ld bc,&0101
         ld hl,DATBUF
         call disk.sectors
         pop hl
         pop de
         pop bc
         pop ix
         ret

; Out: CY: K.POS is before the end of the file in K.FCB. Changes: AF, HL.
dat.inside:
         push de
         ld hl,(K.POS)
         ld de,(K.FCB + FCB.SIZE)
         or a
         sbc hl,de
         ld hl,(K.POS + 2)
         ld de,(K.FCB + FCB.SIZE + 2)
         sbc hl,de
         pop de
         ret
