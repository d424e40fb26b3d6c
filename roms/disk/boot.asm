; The disk start: the work area is set up, and a boot sector gets its two calls.
; Procedure: MSX2 Technical Handbook, chapter 3, "Environment of MSX-DOS".

; H.RUNC: once, when all ROMs have had their INIT. Returns if nothing starts. Changes: all.
start:   ld (K.HOME),sp
         call start.isours
         jr c,start.stack
         ld sp,DISK.MEM
start.stack:
         ei
         ld a,&C9
         ld (H.RUNC),a
         call start.memory
         call start.ram
         call start.drives
         ld hl,H.PHYD
         ld de,phydio
         call init.hook
         ld hl,H.FORM
         ld de,&4025
         call init.hook
         call bas.hooks
         di
         ld hl,H.TIMI
         ld de,HOOK.TIMI
         ld bc,5
         ldir
         ld a,&C3
         ld (H.TIMI),a
         ld hl,ram.tick
         ld (H.TIMI + 1),hl
         ei
         xor a
         call drive.changed   ; this one is known now
         call boot.new
         call start.isours
         ret c


; 4022: leaves the disk system for the main ROM's prompt, which runs the program that BAS.RUN names. Never returns.
basic:   di
         ld sp,DISK.MEM
         call start.ends
         ld a,(BAS.RUN)
         or a
         call nz,bas.programmed
         ld a,(EXPTBL)
         ld h,0
         call ENASLT
         ld ix,READYR         ; from RAM: page 1 changes, too
         jp ram.leave

; Out: NC when the stack at the start lay above HIMEM, where our work area is now. Changes: AF, DE, HL.
start.isours:
         ld hl,(K.HOME)
         ld de,DISK.MEM + 1
         rst &20              ; DCOMPR
         ret

; Fills the fixed areas. Changes: all.
start.memory:
         ld hl,DISK.MEM
         ld de,DISK.MEM + 1
         ld bc,DRV - DISK.MEM - 1
         ld (hl),0
         ldir
         ld hl,DPB.A
         ld de,DPB.A + 1
         ld bc,RDPRIM - DPB.A - 1
         ld (hl),0
         ldir
         ld a,(DRV.SLOT)
         ld (MASTER),a
         ld hl,ram.image
         ld de,RAMCODE
         ld bc,ram.end - RAMCODE
         ldir
         ld hl,hooks.image
         ld de,HOOKCODE
         ld bc,hooks.end - HOOKCODE
         ldir
         ld hl,clock.image
         ld de,CLOCKCODE
         ld bc,clock.end - CLOCKCODE
         ldir
         ld hl,jumps.image
         ld de,RDPSLT
         ld bc,RDPRIM - RDPSLT
         ldir
         ld a,&C3
         ld (PRTSTR),a
         ld hl,ram.text
         ld (PRTSTR + 1),hl
         ld (ABORT + 3),a
         ld a,&CD
         ld (ABORT),a
         ld hl,SETRAM
         ld (ABORT + 1),hl
         ld hl,&1A3E          ; LD A,1Ah; RET: no auxiliary device
         ld (AUXIN),hl
         ld a,&C9
         ld (AUXIN + 2),a
         ld (AUXOUT),a
         ld hl,months
         ld de,CLK.MONTHS
         ld bc,12
         ldir
         call clock.start
         xor a
         ld (BAS.RUN),a
         call start.ends
         ld hl,DISK.MEM
         ld (MEMSIZ),hl       ; programs look here for the end of their memory
         ld (HIMSAV),hl
         ld (&F34B),hl
         ld hl,SECBUF
         ld (SECPTR),hl
         ld hl,DATBUF
         ld (BUFPTR),hl
         ld hl,DIRBUF
         ld (DIRPTR),hl
         ld hl,&0080
         ld (DMA),hl
         ret
; What ends a program, and its routines for errors and CTRL+C, while no DOS has its own. Changes: HL.
start.ends:
         ld hl,ram.warm
         ld (ENDING),hl
         ld hl,ram.errors
         ld (DISKVE),hl
         inc hl
         inc hl
         ld (BREAKV),hl
; Level 2 of EB-DOS is over, if it runs. Changes: AF, BC, DE, HL.
start.level1:
         ld hl,0
         ld (RAMD.MOVE),hl
         ld hl,DEFDRV
         ld a,(NMBDRV)
         dec a
         cp (hl)
         jr nc,level1.drive
         ld (hl),0            ; it was the RAM disk
level1.drive:
         ld de,(BDOS + 1)
         ld hl,ram.bdos
         ld (BDOS + 1),hl
         rst &20              ; DCOMPR
         ret z
         ld a,(EXTBIO)
         cp &C3
         ret nz
         ld hl,(EXTBIO + 1)
         push hl
         sbc hl,de
         ld a,h
         cp 4                 ; level 2 has less than 1 KB in page 3
         pop hl
         ret nc               ; not its routine
         ld de,&FFFB          ; what the hook was stands in the five bytes before it
         add hl,de
         ld de,EXTBIO
         ld bc,5
         ldir
         ret
months:  db 31,28,31,30,31,30,31,31,30,31,30,31

; Drive table and DPBs, as for 720 KB disks until one is looked at. Changes: all.
start.drives:
         ld a,(DRVTBL)
         ld (NMBDRV),a
         ld hl,DPB.A
         ld (DPBTBL),hl
         ld a,0
         call start.dpb
         ld hl,DPB.B
         ld (DPBTBL + 2),hl
         ld a,1
start.dpb:
         ld (hl),a
         ld bc,&F9F9
         jp getdpb

; Starts what is in drive A, if it can be started. Changes: all.
boot.new:
         ld a,255             ; the DPBs are of no disk yet
         ld (DRV.STALE),a
         xor a                ; CY off: read
         ld de,0
         ld bc,&01F9
         ld hl,BOOT
         call dskio
         ret c
         call boot.system
         call builtin.asked
         ld a,(BOOT)
         cp &EB
         jr z,boot.first
         cp &E9
         ret nz
boot.first:
         call boot.call
         call boot.page0
         ret c                ; less than 64 KB
         scf
         call boot.go
         jr boot.main
; RAM with the entries for programs to page 0. Out: CY if there is not RAM in all pages. Changes: all.
boot.page0:
         ld a,(RAMAD0 + 1)
         add a,1
         ret c
         ld a,(RAMAD0)
         add a,1
         ret c
         dec a
         ld h,0
         call ENASLT
         ld hl,page0.image
         ld de,0
         ld bc,page0.end
         ldir
         ei
         or a
         ret

; Starts EBDOS.SYS from the root directory of drive A with RAM in pages 0 to 2: roms/dos. Returns if there is none.
; Changes: all.
boot.system:
         ld hl,system.name
         call builtin.open
         ret nz
         call boot.page0
         ret c
         ld hl,&0100
         ld (DMA),hl
         ld hl,1
         ld (BAS.FCB + FCB.RECSIZ),hl
         ld hl,(BAS.FCB + FCB.SIZE)
         push hl
         ld de,BAS.FCB
         ld c,&27
         call BDOS
         pop de
         or a
         sbc hl,de
         jr nz,boot.main
         ld a,&C9
         ld (H.READ),a        ; BASIC comes later, without AUTOEXEC.BAS
         call builtin.find
         jr z,system.rom
         ld a,255
system.rom:
         ld b,a
         ld a,255             ; not from its ROM
         ld hl,&0100
         push hl
         jp SETRAM            ; returns to the system
; The main ROM to page 0. Changes: AF, BC, DE, HL.
boot.main:
         ld a,(EXPTBL)
         ld h,0
         call ENASLT
         ei
         ret
system.name: dm "EBDOS   SYS"

boot.call:
         or a
boot.go:
         ld hl,DISKVE
         ld de,SETROM
         ld a,(REBOOT)
         jp BOOT + &1E
