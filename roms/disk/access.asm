; Drives by letter, sectors, disk change. Both kernels assemble this file; they have drive.dskio, drive.dskchg and drive.ram
; (the driver, and the RAM disk), disk.failed (the error routine decides), disk.end and disk.changed.

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

; In: A = drive, 1 is A, 0 the current one. Out: IX = DPB, A = drive, 0 is A; CY: there is none. Changes: F.
drive.letter:
         dec a
         jp p,letter.given
         ld a,(DEFDRV)
letter.given:
         push hl
         call drive.exists
         jr c,letter.end
         push de
         ld hl,DPBTBL
         call table.row
         pop de
letter.end:
         pop hl
         ret
; In: HL = table of addresses, A = row. Out: IX = address; NC. Changes: DE, HL.
table.row:
         ld e,a
         ld d,0
         add hl,de
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         push de
         pop ix
         ret
; In: A = drive itself, whatever letters mean it. Out: IX = its DPB. Changes: F.
drive.itself:
         ld ix,DPB.A
         or a
         ret z
         ld ix,DPB.B
         cp RAMD.DRIVE
         ret nz
         ld ix,DPB.H
         ret

; Reads (C = 0) or writes (C = 1) B sectors from DE, with HL the address and IX the DPB; the program's memory is in page 1
; then. Ends the function if the error routine says so. Keeps DE. Changes: AF, BC, HL, IY.
disk.sectors:
         push ix
         push bc
         push de
         push hl
         ld a,(ix + DPB.DRIVE)
         cp RAMD.DRIVE
         jr nz,sectors.drive
         ld (DRV.SECTOR),de
         call drive.ram
         ld a,E.NOTFOUND
         jr sectors.moved
sectors.drive:
         ld a,c
         rrca                 ; CY: write
         ld c,(ix + DPB.MEDIA)
         ld a,(ix + DPB.DRIVE)
         call drive.dskio
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
         jp disk.end

; Brings the DPB up to date if the disk was changed. In: IX = DPB. Ends the function if the error routine says so.
; Changes: AF, BC, DE, HL, IY.
disk.fresh:
         ld a,(ix + DPB.DRIVE)
         cp RAMD.DRIVE
         ret z                ; nobody changes it
         ld b,(ix + DPB.MEDIA)
         ld c,b
         push ix
         push ix
         pop hl
         call drive.dskchg
         pop ix
         jr c,fresh.failed
         dec b
         ret z
         call disk.forget
         jp disk.changed
fresh.failed:
         ld c,0
         call disk.failed
         jr z,disk.fresh
         jp disk.end

; In: A = the driver's error code. Out: A = level 2's (MSX-DOS 2 Program Interface Specification, 6). Changes: F, HL.
drive.error:
         push de
         rrca
         and 7
         ld e,a
         ld d,0
         ld hl,drive.errors
         add hl,de
         ld a,(hl)
         pop de
         ret
; Write protected, not ready, data, seek, not found, write fault, other.
drive.errors: db &F8,&FC,&FA,&F3,&F9,&FE,&FD,&FD
