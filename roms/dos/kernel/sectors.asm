; Drives and sectors, through the driver in the disk ROM; roms/disk's fat.asm, alloc.asm and directory.asm call what
; is here by the names that the disk ROM's own has.

ROM.DSKIO:  EQU &4033
ROM.DSKCHG: EQU &4013

; In: A = drive, 1 is A, 0 the current one. Out: IX = DPB, A = drive, 1 is A. Ends the function if there is no such
; drive. Changes: F.
drive.select:
         call drive.letter
         inc a
         ret nc
         ld a,ERR.IDRV
         jp func.fail

; What access.asm needs. The driver.
drive.dskio:
         ld ix,ROM.DSKIO
         jp l2.rom
drive.dskchg:
         ld ix,ROM.DSKCHG
         jp l2.rom
drive.ram: EQU ramd.sectors
; Another disk was found. In: IX = DPB. Changes: AF, BC, DE, HL, IY.
disk.changed:
         call fil.doubt
         jp current.check
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
         call drive.error
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
