; FORMAT and SYS.

DSK.CHOICE: EQU &4019        ; entries of the disk ROM
DSK.FORMAT: EQU &401C

; FORMAT [drive] [/S]: /S puts the system onto the new disk.
do.format:
         call take.switches
         call take.drive
         ret c
         ld a,(CMD.FCB)
         or a
         jr nz,format.known
         ld de,format.which
         call say
         ld c,1
         call BDOS
         call capital
         sub "A" - 1
         push af
         call put.line
         pop af
         ld (CMD.FCB),a
         dec a
         call is.drive
         jp c,say.drive
format.known:
         ld a,(CMD.FCB)
         cp RAMD.DRIVE + 1
         jp z,say.drive       ; the RAM disk needs no format
         ld a,"S"
         call is.switch
         jr z,format.ask
         call sys.load
         ret c
format.ask:
         ld ix,DSK.CHOICE
         call call.disk
         call format.choices
         push af
         ld de,format.lost
         call say
         ld a,(CMD.FCB)
         add a,"A" - 1
         call put
         ld de,format.key
         call say
         ld c,8
         call BDOS
         call put.line
         ld a,(CMD.FCB)
         dec a
         ld d,a
         pop af
         ld hl,CMD.BUFFER
         ld bc,512
         ld ix,DSK.FORMAT
         call call.disk
         jr c,format.failed
         ld de,format.done
         call say.line
         ld a,"S"
         call is.switch
         ret z
         jp sys.put
format.failed:
         or a
         ld de,format.protected
         jp z,say.line
         cp E.NOTREADY
         ld de,format.nodisk
         jp z,say.line
         cp E.FMTBAD
         jp z,say.parameter
         ld de,format.bad
         jp say.line
format.which: dm "Format the disk in which drive? $"
format.lost: dm "All on the disk in drive $"
format.key: dm " will be lost. Press a key to start$"
format.done: dm "Formatted$"
format.protected: dm "The disk is write protected$"
format.nodisk: dm "No disk in the drive$"
format.bad: dm "The disk could not be formatted$"

; Shows the choices of the disk ROM and takes one. In: HL = text in the disk ROM, 0: no choice. Out: A. Changes: all.
format.choices:
         ld a,h
         or l
         ld a,1
         ret z
choices.next:
         ld a,(MASTER)
         push hl
         call RDSLT
         ei
         pop hl
         inc hl
         or a
         jr z,choices.ask
         call put
         jr choices.next
choices.ask:
         ld a,"?"
         call put
         ld c,1
         call BDOS
         sub "0"
         push af
         call put.line
         pop af
         ret

; Calls the disk ROM. In: IX = entry, the rest as it wants. Changes: all.
call.disk:
         ld iy,(MASTER - 1)
         call CALSLT
         ei
         ret

; A parameter that may only be a drive. In: HL = text. Out: CMD.FCB: 0 none, 1 A; CY: wrong, and that was said.
; Changes: all.
take.drive:
         ld de,CMD.FCB
         call take.name
         jp c,only.drive
         call skip.blanks
         or a
         jp nz,only.bad
         ld a,(CMD.FCB + 1)
         cp " "
         jp nz,only.bad
         or a
         ret

; SYS drive: puts the system onto a disk that has its format already.
do.sys:  call take.drive
         ret c
         ld a,(CMD.FCB)
         or a
         jp z,say.parameter
         call sys.load
         ret c
         ld de,sys.target
         ld a,(CMD.FCB)
         call ask.disk
; Writes what sys.load has read to the drive in CMD.FCB. Changes: all.
sys.put: ld hl,TPA
         ld (DMA),hl
         ld de,sys.file
         ld hl,(CMD.COUNT)
         call sys.write
         jr c,sys.full
         ld hl,(CMD.COUNT)
         ld de,TPA
         add hl,de
         ld (DMA),hl
         ld de,sys.command
         ld hl,(CMD.NUMBER)
         call sys.write
         jr c,sys.full
         ld de,sys.done
         jp say.line
sys.full:
         jp say.full
sys.file: dm "EBDOS   SYS"
sys.command: dm "COMMAND COM"
sys.target: dm "Disk for the system into drive $"
sys.done: dm "System copied$"
sys.none: dm "The system files are not on drive $"

; Reads both files of the system from the drive of the start, or from the ROM that it came from. Out: CMD.COUNT, CMD.NUMBER = their lengths; CY: they are not
; there, and that was said. Changes: all.
sys.load:
         ld hl,TPA
         ld (DMA),hl
         ld de,sys.file
         ld ix,&8006          ; roms/dos/rom.asm
         call sys.read
         jr c,sys.missing
         ld (CMD.COUNT),hl
         ld de,TPA
         add hl,de
         ld (DMA),hl
         ld de,sys.command
         ld ix,&4006
         call sys.read
         ld (CMD.NUMBER),hl
         ret nc
sys.missing:
         ld de,sys.none
         call say
         ld a,(DOS.DRIVE)
         add a,"A"
         call put
         call put.line
         scf
         ret
; In: DE = name, IX = its length in the ROM, contents behind. Out: HL = bytes read; CY: none. Changes: all.
sys.read:
         ld a,(DOS.DRIVE)
         inc a
         ld c,&0F
         push ix
         call sys.open
         pop hl
         jr nz,sys.rom
         ld hl,CMD.BASE - TPA
         ld de,CMD.SOURCE
         ld c,&27
         call BDOS
         ld a,h
         or l
         ret nz
         scf
         ret
; In, Out: as sys.read, but HL for IX.
sys.rom: ld a,(DOS.ROM)
         add a,1
         ret c                ; there is none
         call rom.byte
         ld c,a
         call rom.byte
         ld b,a
         push bc
         ld de,(DMA)
rom.next:
         call rom.byte
         ld (de),a
         inc de
         dec bc
         ld a,b
         or c
         jr nz,rom.next
         ei
         pop hl
         ret
; In: HL = address in the ROM. Out: A = byte, HL behind it; interrupts off. Changes: F.
rom.byte:
         push bc
         push de
         ld a,(DOS.ROM)
         call RDSLT
         pop de
         pop bc
         inc hl
         ret

; In: DE = name, HL = bytes at the transfer address. Out: CY: it does not fit. Changes: all.
sys.write:
         push hl
         ld a,(CMD.FCB)
         ld c,&16
         call sys.open
         pop hl
         scf
         ret nz
         ld de,CMD.SOURCE
         ld c,&26
         call BDOS
         or a
         push af
         ld de,CMD.SOURCE
         ld c,&10
         call BDOS
         pop af
         ret z
         ld de,CMD.SOURCE
         ld c,&13
         call BDOS
         scf
         ret
; CMD.SOURCE for records of one byte. In: A = drive, DE = name, C = function that opens it. Out: Z: it is open. Changes: all.
sys.open:
         ld hl,CMD.SOURCE
         ld (hl),a
         inc hl
         ex de,hl
         push bc
         ld bc,11
         ldir
         ld b,25
         xor a
         call name.fill
         pop bc
         ld de,CMD.SOURCE
         call BDOS
         ld hl,1
         ld (CMD.SOURCE + FCB.RECSIZ),hl
         or a
         ret
