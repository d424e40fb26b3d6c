; Disks as a whole (MSX-DOS 2 Function Specifications, 31 and 67).

ROM.CHOICE: EQU &4019
ROM.DSKFMT: EQU &401C

; 31: In: L = drive, 0 the current one, DE = buffer of 32 bytes. Out: A = error, DE kept. Changes: all others.
set.parameters:
         push de
         ld a,l
         call drive.select
         call disk.fresh
         ld hl,fib
         ld de,fib + 1
         ld bc,31
         ld (hl),0
         ldir
         ld de,fib
         ld a,(ix + DPB.DRIVE)
         inc a
         ld (de),a
         ld a,512 // 256
         ld (fib + 2),a
         ld a,(ix + DPB.CLMASK)
         inc a
         ld (fib + 3),a
         ld l,(ix + DPB.MAXCL)
         ld h,(ix + DPB.MAXCL + 1)
         ld (fib + 17),hl
         ld l,(ix + DPB.FIRREC)
         ld h,(ix + DPB.FIRREC + 1)
         ld (fib + 15),hl
         call disk.total
         ld (fib + 9),hl
         ld l,(ix + DPB.FIRFAT)
         ld h,(ix + DPB.FIRFAT + 1)
         ld (fib + 4),hl
         ld a,(ix + DPB.FATCNT)
         ld (fib + 6),a
         ld a,(ix + DPB.MAXENT)
         ld (fib + 7),a
         ld a,(ix + DPB.MEDIA)
         ld (fib + 11),a
         ld a,(ix + DPB.FATSIZ)
         ld (fib + 12),a
         ld l,(ix + DPB.FIRDIR)
         ld h,(ix + DPB.FIRDIR + 1)
         ld (fib + 13),hl
         ld de,0
         ld bc,&0100
         ld hl,SECBUF
         call disk.sectors
         ld hl,&FFFF
         ld (fib + 20),hl
         ld (fib + 22),hl
         ld a,(SECBUF + &26)
         cp &29               ; the boot sector has extended fields
         jr z,parameters.volume
         ld hl,SECBUF + &20
         ld de,boot.volume
         ld b,6
parameters.next:
         ld a,(de)
         cp (hl)
         jr nz,parameters.give
         inc hl
         inc de
         djnz parameters.next
parameters.volume:
         ld hl,SECBUF + &27
         ld de,fib + 20
         ld bc,4
         ldir
parameters.give:
         pop de
         push de
         ld hl,fib
         ld bc,32
         call user.put
         pop de
         xor a
         ret

; 67: In: B = drive, 0 the current one, A = 0: tell the choices, 1-9: format, FEh: its fields in the boot sector
; are set right, FFh: it gets a new one, HL, DE = memory
; and its size. Out: A = error; the choices: B = slot, HL = address of the text. Changes: all.
set.format:
         push hl
         push de
         push af
         ld a,b
         call drive.select
         ld a,(ix + DPB.DRIVE)
         cp RAMD.DRIVE
         ld a,ERR.IFORM
         jp z,func.fail
         pop af
         pop bc
         pop hl
         or a
         jr z,format.choice
         cp 10
         jr nc,format.other
         ld d,(ix + DPB.DRIVE)
         ld ix,ROM.DSKFMT
         call l2.rom
         push af
         call disk.forget
         pop af
         ld e,a
         ld a,0
         ret nc
         ld d,a
         ld hl,format.codes
         srl e
         add hl,de
         ld a,(hl)
         ret
format.choice:
         ld ix,ROM.CHOICE
         call l2.rom
         ld a,(MASTER)
         ld b,a
         xor a
         ret
format.other:
         cp &FE
         ld b,a
         ld a,ERR.IPARM
         ret c
         push bc
         call disk.fresh
         ld bc,&0100
         call format.sector
         pop af
         inc a                ; FFh: all of it; FEh: the fields only
         push af
         call z,boot.own
         pop af
         call nz,boot.fields
         ld bc,&0101
         call format.sector
         call disk.forget
         xor a
         ret
; The boot sector to or from SECBUF. In: BC as disk.sectors, IX = DPB. Changes: AF, BC, DE, HL, IY.
format.sector:
         ld de,0
         ld hl,SECBUF
         jp disk.sectors
format.codes: db ERR.WPROT,ERR.NRDY,ERR.DATA,ERR.SEEK,ERR.RNF,ERR.WRERR,ERR.IPARM,ERR.NORAM,ERR.DISK
