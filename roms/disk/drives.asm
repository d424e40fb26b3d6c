; Functions of the kernel for drives and logical sectors.

; 0C: Out: HL = 22h, as CP/M 2.2.
disk.version:
         ld hl,&0022
         jp bdos.hl

; 0D: drive A, transfer address 80h; nothing is kept of the disks.
disk.reset:
         xor a
         ld (DEFDRV),a
         ld hl,&0080
         ld (DMA),hl
         call disk.forget
         jp bdos.ok

; 0E: In: E = drive. Out: A = number of drives.
disk.choose:
         ld a,e
         call drive.exists
         jr c,disk.choose1
         ld (DEFDRV),a
disk.choose1:
         ld a,(NMBDRV)
         jp bdos.a

; 18: Out: HL = a bit for each drive.
disk.login:
         ld a,(NMBDRV)
         ld b,a
         xor a
disk.login1:
         scf
         rla
         djnz disk.login1
         ld b,a
         ld a,RAMD.DRIVE
         call drive.exists
         ld a,b
         jr c,disk.login2
         set RAMD.DRIVE,a
disk.login2:
         jp bdos.a

; 19: Out: A = drive.
disk.current:
         ld a,(DEFDRV)
         jp bdos.a

; 1A: In: DE = transfer address.
disk.dma: ld (DMA),de
         jp bdos.ok

; 1B: In: E = drive, 0 the current one. Out: A = sectors a cluster, BC = sector size, DE = clusters,
; HL = free ones, IX = DPB, IY = first sector of the FAT; A = FFh if there is no such drive.
disk.info:
         ld a,e
         call drive.letter
         jp c,fail.drive
         call disk.fresh
         ld e,(ix + DPB.MAXCL)
         ld d,(ix + DPB.MAXCL + 1)
         dec de
         push de
         ld hl,2
         ld bc,0
info.count:
         push de
         push hl
         push bc
         call fat.get
         ld a,h
         or l
         pop bc
         pop hl
         pop de
         jr nz,info.used
         inc bc
info.used:
         inc hl
         dec de
         ld a,d
         or e
         jr nz,info.count
         push bc
         ld hl,2
         call fat.get         ; FATBUF begins with the FAT
         ld hl,(K.ERRSP)
         ld de,KEPT.IY
         add hl,de
         ld bc,FATBUF
         ld (hl),c
         inc hl
         ld (hl),b
         inc hl
         ASSERT KEPT.IX == KEPT.IY + 2
         push ix
         pop bc
         ld (hl),c
         inc hl
         ld (hl),b
         pop hl
         pop de
         ld bc,512
         ld a,(ix + DPB.CLMASK)
         inc a
         ret

; 2E: In: E = 0: written sectors are not read again.
disk.verify:
         ld a,e
         ld (RAWFLG),a
         jp bdos.ok

; 2F, 30: In: DE = first sector, H = number, L = drive, 0 is A. Out: A = 0, or FFh.
disk.write:
         ld a,1
         jr disk.move
disk.read:
         xor a
disk.move:
         ld c,a
         call disk.forget     ; they may come to a buffer: DSKI$ does that
         ld a,c
         ld b,h
         ld c,a
         ld a,l
         inc a
         push de
         push bc
         call drive.letter
         pop bc
         pop de
         jp c,fail.drive
         push de
         push bc
         call disk.fresh
         pop bc
         pop de
         ld hl,(DMA)
         call disk.sectors
         jp bdos.ok

; What access.asm needs. The driver.
drive.dskio: EQU dskio
drive.dskchg: EQU dskchg
; Sectors of the RAM disk. In: B, C, HL as disk.sectors, DRV.SECTOR. Changes: all.
drive.ram:
         ld a,c
         and 1
         ld (DRV.WRITE),a
         ld iy,(RAMD.MOVE)
         jp (iy)
; Another disk has other directories. In: IX = DPB. Changes: A, DE, HL.
disk.changed:
         call dir.cell
         ld (hl),0
         inc hl
         ld (hl),0
         ret
