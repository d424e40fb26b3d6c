; The part of EB-DOS that stays in memory, at DOS.BASE: the entries of programs, the CP/M BIOS, what starts and ends a
; program. CP/M BIOS: CP/M 2.2 Alteration Guide, section 6; the console's are those of MSX-DOS, the disk's say no.

res.image: EQU $
         ORG DOS.BASE
         dm "EB-DOS"          ; CP/M's serial number
         ASSERT $ == DOS.ENTRY
         jp BDOS
         jp dos.run
         jp dos.check
         ds DOS.TABLE - $
         ASSERT DOS.ROM < $

         jp dos.warm          ; BOOT
         jp dos.warm          ; WBOOT: 0000h jumps here
         jp bios.const
         jp bios.conin
         jp bios.conout
         jp bios.list
         jp bios.punch
         jp AUXIN             ; READER
         jp bios.none         ; HOME
         jp bios.seldsk
         jp bios.none         ; SETTRK
         jp bios.none         ; SETSEC
         jp bios.none         ; SETDMA
         jp bios.bad          ; READ
         jp bios.bad          ; WRITE
         jp bios.listst
         jp bios.sectran

; CONST: Out: A = FFh when a key waits, else 0. Changes: all but IX, IY.
bios.const:
         ld hl,CHSNS
         call bios.call
         ld a,0
         ret z
         dec a
bios.none:
         ret
; CONIN: Out: A = key. Changes: all but IX, IY.
bios.conin:
         ld hl,CHGET
         jr bios.call
; CONOUT, LIST: In: C = character. Changes: all but IX, IY.
bios.conout:
         ld hl,CHPUT
         jr bios.out
bios.list:
         ld hl,LPTOUT
bios.out:
         ld a,c
         jr bios.call
; PUNCH: In: C = character. READER: Out: A = character. Changes: all.
bios.punch:
         ld a,c
         jp AUXOUT
; LISTST: Out: A = FFh when the printer is ready. Changes: all but IX, IY.
bios.listst:
         ld hl,LPTSTT
; Calls the main ROM, whose page 0 hides a stack that may be there. In: HL = entry, A for it. Changes: what it does;
; interrupts on.
bios.call:
         ld (bios.sp + 1),sp
         ld sp,DOS.STACK
         push ix
         push iy
         push hl
         pop ix
         ld iy,(EXPTBL - 1)
         call CALSLT
         ei
         pop iy
         pop ix
bios.sp: ld sp,0
         ret
; SELDSK: Out: HL = 0: no such drive.
bios.seldsk:
         ld hl,0
         ret
; SECTRAN: In: BC = sector. Out: HL.
bios.sectran:
         ld h,b
         ld l,c
         ret
; READ, WRITE: Out: A = 1: failed.
bios.bad:
         ld a,1
         ret

; The interrupt: the main ROM's routine needs a stack outside of page 0, and much of it: CP/M programs have small ones.
; Changes: nothing.
dos.int: push af
         push hl
         ld hl,0
         add hl,sp
         ld a,h
         cp DOS.BASE // 256
         jr c,int.switch
         pop hl
         pop af
int.here:
         jp 0
int.switch:
         ld (int.sp + 1),hl
         ld sp,DOS.STACK
         call int.here
         di
int.sp:  ld hl,0
         ld sp,hl
         pop hl
         pop af
         ei
         ret

; CTRL+C ended the program.
dos.break:
         ld a,1
         ld (DOS.BROKEN),a
; A program has ended: COMMAND, from the disk if something has overwritten it.
dos.warm:
         ld sp,DOS.STACK
         call SETRAM
         ld a,(DOS.LEVEL)
         dec a
         call nz,prc.tpa
         ld hl,&0080
         ld (DMA),hl
         call dos.ends
         ld hl,(DOS.LENGTH)
         ld a,h
         or l
         jr z,dos.command
         call dos.check
         ld de,(DOS.SUM)
         or a
         sbc hl,de
         jp z,CMD.BASE
         call dos.restore
         jp z,CMD.BASE
; Loads COMMAND.COM from where the system came from. Never returns.
dos.command:
         ld hl,0
         ld (DOS.LENGTH),hl
         ld (TAIL),hl
         ld a,(DOS.ROM)
         inc a
         jr nz,command.rom
         ld hl,command.name
         ld de,DOS.FCB + 1
         ld bc,11
         ldir
         ld a,(DOS.DRIVE)
         inc a
         ld (DOS.FCB),a
         ld de,DOS.FCB
         ld c,&0F
         call BDOS
         or a
         jp z,dos.run
         ld a,(DOS.DRIVE)
         add a,"A"
         ld (command.drive),a
         ld de,command.ask
         ld c,9
         call BDOS
         ld c,8
         call BDOS
         ld de,command.line
         ld c,9
         call BDOS
         jr dos.command
command.rom:
         dec a
         ld h,&40
         call ENASLT
         ld bc,(&4006)        ; roms/dos/rom.asm
         ld hl,&4008
         ld de,TPA
         ldir
         call SETRAM
         jp dos.start
; COMMAND from the ROM that has the system, too. Out: Z: it is the one that was in memory. Changes: all.
dos.restore:
         ld a,(DOS.KEPT)
         cp 255
         jr z,restore.none
         ld h,&40
         call ENASLT
         ld hl,&4008 + CMD.HEAD
         ld de,CMD.BASE
         ld bc,(DOS.LENGTH)
         ldir
         call SETRAM
         call dos.check
         ld de,(DOS.SUM)
         or a
         sbc hl,de
         ret
restore.none:
         inc a
         inc a
         ret                  ; NZ
command.name: dm "COMMAND COM"
command.ask: db 13,10
         dm "Disk with COMMAND.COM into drive "
command.drive:
         dm "A, then press a key$"
command.line: db 13,10,"$"

; The routines for CTRL+C and disk errors of a program are over. Changes: HL.
dos.ends:
         ld hl,ends.vectors
         ld (BREAKV),hl
         ld hl,(DOS.ERRORS)
         ld (DISKVE),hl
         ret
ends.vectors: dw dos.break
DOS.ERRORS: dw 0

; Loads a program and starts it, or COMMAND when it cannot be read. In: DOS.FCB open. Never returns.
dos.run: ld sp,DOS.STACK
         ld hl,TPA
         ld (DMA),hl
         ld hl,1
         ld (DOS.FCB + FCB.RECSIZ),hl
         dec hl
         ld (DOS.FCB + FCB.RANDOM),hl
         ld (DOS.FCB + FCB.RANDOM + 2),hl
         ld de,DOS.FCB
         ld hl,(DOS.FCB + FCB.SIZE)
         push hl
         ld c,&27
         call BDOS
         pop de
         or a
         sbc hl,de
         jp nz,dos.warm
; Starts what is at 0100h. Never returns.
dos.start:
         ld hl,&0080
         ld (DMA),hl
         ld sp,DOS.BASE
         ld hl,0
         push hl              ; RET ends the program
         jp TPA

; Out: HL = sum of COMMAND as it is in memory. Changes: AF, BC, DE.
dos.check:
         ld bc,(DOS.LENGTH)
         ld de,CMD.BASE
         ld hl,0
check.next:
         ld a,b
         or c
         jr z,check.end
         ld a,(de)
         add a,l
         ld l,a
         jr nc,check.high
         inc h
check.high:
         add hl,hl            ; so that the order counts, too
         jr nc,check.low
         inc l
check.low:
         inc de
         dec bc
         jr check.next
check.end:
         ret
         ds 200
DOS.STACK: EQU $
         ASSERT $ <= DISK.MEM
         ORG res.image + DOS.STACK - DOS.BASE
