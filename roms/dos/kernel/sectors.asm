; Drives and sectors, through the driver in the disk ROM; roms/disk's fat.asm, alloc.asm and directory.asm call what
; is here by the names that the disk ROM's own has.

ROM.DSKIO:  EQU &4033
ROM.DSKCHG: EQU &4013

; In: A = drive, 1 is A, 0 the current one. Out: IX = DPB, A = drive, 1 is A. Ends the function if there is no such
; drive. Changes: F.
drive.select:
         or a
         jr nz,drive.given
         ld a,(DEFDRV)
         inc a
drive.given:
         push hl
         push de
         push af
         dec a
         call drive.exists
         jr c,drive.none
         add a,a
         ld hl,DPBTBL
         add a,l
         ld l,a               ; F355h and 16 bytes
         ld e,(hl)
         inc hl
         ld d,(hl)
         push de
         pop ix
         pop af
         pop de
         pop hl
         ret
drive.none:
         ld a,ERR.IDRV
         jp func.fail

; In: A = drive, 0 is A. Out: CY: there is none. Changes: F, HL.
drive.exists:
         ld hl,NMBDRV
         cp (hl)
         ccf
         ret nc
         cp RAMD.DRIVE
         scf
         ret nz
         ld hl,(RAMD.MOVE)
         inc h
         dec h
         scf
         ret z
         ccf
         ret

; Brings the DPB up to date if the disk was changed. In: IX = DPB. Changes: AF, BC, DE, HL, IY.
disk.fresh:
         ld a,(ix + DPB.DRIVE)
         cp RAMD.DRIVE
         ret z
         ld b,(ix + DPB.MEDIA)
         ld c,b
         push ix
         push ix
         pop hl
         ld ix,ROM.DSKCHG
         call l2.rom
         pop ix
         jr c,fresh.failed
         dec b
         ret z
         call disk.forget
         call fil.doubt
         jp current.check
fresh.failed:
         ld c,0
         call disk.failed
         jr z,disk.fresh
         jp disk.end

; Reads (C = 0) or writes (C = 1) B sectors from DE, with HL the address and IX the DPB; the program's memory is in
; page 1 then. Ends the function if the error routine says so. Changes: AF, BC, DE, HL, IY.
disk.sectors:
         push ix
         push bc
         push de
         push hl
         ld a,(ix + DPB.DRIVE)
         cp RAMD.DRIVE
         jr z,move.ram
         ld a,c
         rrca                 ; CY: write
         ld c,(ix + DPB.MEDIA)
         ld a,(ix + DPB.DRIVE)
         ld ix,ROM.DSKIO
         call l2.rom
sectors.moved:
         pop hl
         pop de
         pop bc
         pop ix
         ret nc
         push hl
         call disk.failed
         pop hl
         jr z,disk.sectors
         ld a,h               ; ignored, but not for the file system itself
         sub DIRBUF // 256
         cp 4
         ret nc
         jr disk.end
move.ram:
         ld (DRV.SECTOR),de
         call ramd.sectors
         ld a,E.NOTFOUND
         jr sectors.moved
; The end of a function for which the disk failed.
disk.end:
         call disk.forget
         ld a,(disk.code)
         jp func.fail

; A disk error: the routine behind DISKVE decides. In: A = the driver's code, C = bit 0 for writing, IX = DPB.
; Out: Z: try again; NZ: go on; else the function ends. Keeps BC, DE. Changes: AF, HL.
disk.failed:
         push ix
         push bc
         push de
         ld b,a
         rrca
         and 7
         ld e,a
         ld d,0
         ld hl,disk.codes
         add hl,de
         ld a,(hl)
         ld (disk.code),a
         ld a,c
         and 1
         or b
         ld c,a
         push bc
         ld hl,(DISKVE)
         ld de,disk.cell
         ld bc,2
         call user.get
         pop bc
         ld hl,(disk.cell)
         ld a,(ix + DPB.DRIVE)
         call l2.program
         ld a,c
         pop de
         pop bc
         pop ix
         ld hl,(func.sp)
         ld (K.ERRSP),hl
         dec a                ; 1: again
         ret z
         inc a                ; 0: go on
         jr nz,disk.end
         inc a
         ret
; By the driver's code: write protected, not ready, data, seek, not found, write fault, other.
disk.codes:
         db ERR.WPROT,ERR.NRDY,ERR.DATA,ERR.SEEK,ERR.RNF,ERR.WRERR,ERR.DISK,ERR.DISK

; Where fat.asm ends a function on a broken chain.
bdos.badfat:
         ld a,ERR.FILE
         jp func.fail

; 5F: In: B = drive, 0 the current one, FFh all, D = FFh: the buffers count no more. Out: A = error. All is written at
; any function's start but those of reading and writing.
disk.flush:
         ld a,b
         inc a
         ld a,b
         call nz,drive.select
         inc d
         call z,disk.forget
         xor a
         ret

; Date and time of now as a directory entry has them. Out: DE = date, HL = time. Changes: AF, BC.
clock.now:
         ld c,&2C
         call l2.bdos         ; CLK.SEC to CLK.YEAR are those of now
         jp clock.pack
