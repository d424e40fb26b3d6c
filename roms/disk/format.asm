; Formatting: tracks, boot sector, FATs and an empty directory.

FMT.GAP3:  EQU 84

; DSKFMT: In: A = choice (1, 2), D = drive, HL, BC = work area (not needed: SECBUF serves).
; Out: CY, A = error code. Changes: all.
dskfmt:  dec a
         cp 2
         jr nc,dskfmt.bad
         add a,&F8            ; F8h single sided, F9h double sided
         ld c,a
         ld a,(DRVTBL)
         dec a
         cp d
         jr c,dskfmt.bad
         ld a,d
         ld (DRV.DRIVE),a
         ld (FMT.DRIVE),a
         ld a,c
         ld (FMT.MEDIA),a
         ld (DRV.MEDIA),a
         xor a
         ld (DRV.TIMER),a
         inc a
         ld (DRV.INTS),a
         call dskfmt.nexts
         push af
         call disk.forget
         ld a,255
         ld (DRV.STALE),a     ; the format may be another one
         ld a,240
         ld (DRV.TIMER),a
         pop af
         call nc,dskfmt.system
         ret nc
         cp E.OTHER
         scf
         ret nz
         ld a,E.FMTOTHER
         scf
         ret
dskfmt.bad:
         ld a,E.FMTBAD
         scf
         ret

; All tracks of all sides. Out: CY, A = error code. Changes: all.
dskfmt.nexts:
         call drive.head
         ld (hl),255
         xor a
fmt.next:
         ld (FMT.TRACK),a
         ld (DRV.TRACK),a
         xor a
fmt.turn:
         ld (FMT.SIDE),a
         ld (DRV.SIDE),a
         call drive.select
         ret c
         call fmt.seek
         ret c
         call fmt.list
         call fmt.write
         ret c
         ld a,(FMT.MEDIA)
         and 1
         ld hl,FMT.SIDE
         cp (hl)
         ld a,1
         jr nz,fmt.turn
         ld a,(FMT.TRACK)
         inc a
         cp 80
         jr c,fmt.next
         or a
         ret

; To the track in hand, which may have no ID fields yet. Out: CY, A = error code. Changes: all.
fmt.seek:
         call drive.head
         ld a,(FMT.TRACK)
         cp (hl)
         ret z
         or a
         jr z,fmt.restore
         ld (FDC.DATA),a
         ld (hl),a
         dec a
         ld (FDC.TRK),a
         ld a,CMD.SEEK
         call fdc.command
         or a
         ret
fmt.restore:
         ld a,CMD.RESTORE
         call fdc.command
         and %00000100
         ld a,E.SEEK
         scf
         ret z
         ld (hl),0
         or a
         ret

; Makes the list of runs of the track in SECBUF: count, byte; count 0 is 256. Changes: all.
fmt.list:
         ld de,SECBUF
         ld hl,fmt.start
         ld bc,fmt.sector - fmt.start
         ldir
         ld a,1
fmt.list1:
         push af
         ld hl,fmt.sector
         ld bc,fmt.end - fmt.sector
         push de
         ldir
         pop hl
         ld bc,fmt.id - fmt.sector + 1
         add hl,bc
         ld a,(FMT.TRACK)
         ld (hl),a
         inc hl
         inc hl
         ld a,(FMT.SIDE)
         ld (hl),a
         inc hl
         inc hl
         pop af
         ld (hl),a
         inc a
         cp 10
         jr c,fmt.list1
         ld b,4               ; the rest of the turn
fmt.list2:
         xor a
         ld (de),a
         inc de
         ld a,&4E
         ld (de),a
         inc de
         djnz fmt.list2
         ret
; F5h writes A1h without a clock bit, F6h so C2h, F7h the CRC (WD279X data sheet, Write Track).
fmt.start:
         db 80,&4E, 12,0, 3,&F6, 1,&FC, 50,&4E
fmt.sector:
         db 12,0, 3,&F5, 1,&FE
fmt.id:
         db 1,0, 1,0, 1,0, 1,2, 1,&F7
         db 22,&4E, 12,0, 3,&F5, 1,&FB, 0,&E5, 0,&E5, 1,&F7, FMT.GAP3,&4E
fmt.end: ASSERT fmt.sector - fmt.start + 9 * (fmt.end - fmt.sector) + 8 <= 512

; Writes the track in hand from the list. Out: CY, A = error code. Changes: all.
fmt.write:
         di
         ld de,FDC.DATA
         ld hl,SECBUF
         ld a,CMD.FORMAT
         ld (FDC.CMD),a
fmt.run: ld b,(hl)
         inc hl
         ld c,(hl)
         inc hl
fmt.byte:
         ld a,(FDC.PINS)
         add a,a
         jr c,fmt.none
         ld a,c
         ld (de),a
         djnz fmt.byte
         jp fmt.run
fmt.none:
         jp m,fmt.byte
         call dskio.enable
         ld a,(FDC.CMD)
         and %11100100
         jp fdc.error

; Boot sector, FATs, directory. Out: CY, A = error code. Changes: all.
dskfmt.system:
         call fmt.clear
         ld hl,boot.image
         ld de,SECBUF
         ld bc,boot.end - boot.image
         ldir
         ld a,(FMT.MEDIA)
         rrca
         jr nc,fmt.boot
         ld hl,boot.double
         ld de,SECBUF + &13
         ld bc,boot.end2 - boot.double
         ldir
fmt.boot:
         ld de,0
         call fmt.put
         ret c
         call fmt.clear
         inc de               ; DE = sector, B = sectors of one FAT
         ld a,(FMT.MEDIA)
         sub &F6
         ld b,a
         call fmt.fat
         ret c
         call fmt.fat
         ret c
         ld c,7               ; directory: 112 entries
fmt.directory:
         push bc
         call fmt.put
         pop bc
         ret c
         inc de
         dec c
         jr nz,fmt.directory
         or a
         ret
; One FAT. In: DE = sector, B = sectors. Out: DE = next; CY, A = error code. Changes: AF, C, HL.
fmt.fat: ld c,b
         ld hl,SECBUF
         ld a,(FMT.MEDIA)
         ld (hl),a
         inc hl
         ld (hl),255
         inc hl
         ld (hl),255
fmt.fat1:
         push bc
         call fmt.put
         pop bc
         ret c
         inc de
         push bc
         push de
         call fmt.clear
         pop de
         pop bc
         dec c
         jr nz,fmt.fat1
         ret
; Writes SECBUF. In: DE = sector. Out: CY, A = error code. Changes: AF, BC, HL, IX.
fmt.put: push de
         ld hl,SECBUF
         ld a,(FMT.MEDIA)
         ld c,a
         ld b,1
         ld a,(FMT.DRIVE)
         scf
         call dskio
         pop de
         ret
fmt.clear:
         push de
         ld hl,SECBUF
         ld de,SECBUF + 1
         ld bc,511
         ld (hl),0
         ldir
         pop de
         ret

; The boot sector of a fresh disk (MSX2 Technical Handbook, figure 3.10): its program returns.
boot.image:
         db &EB,&FE,&90
         dm "EightBox"
         dw 512
         db 2
         dw 1
         db 2
         dw 112,720
         db &F8
         dw 2,9,1,0
         ret
         ds 7
         db &29,0,0,0,0       ; extended fields (ECMA-107): no number, no name
         dm "NO NAME    FAT12   "
boot.end:
boot.double:                 ; from offset 13h for two sides
         dw 1440
         db &F9
         dw 3,9,2
boot.end2:

; FORMAT: asks and formats. Changes: all.
format:  ld c,&0C             ; what waits in buffers is written
         call BDOS
         ld a,(DRVTBL)
         dec a
         ld d,a
         jr z,format.choice
         ld de,format.drive
         call ram.text
         call format.key
         res 5,a              ; capital
         sub "A"
         ld hl,DRVTBL
         cp (hl)
         ret nc
         ld d,a
format.choice:
         push de
         ld de,crlf.text
         call ram.text
         call choice
format.show:
         ld a,(hl)
         or a
         jr z,format.ask
         push hl
         call con.put
         pop hl
         inc hl
         jr format.show
format.ask:
         ld a,"?"
         call con.put
         call format.key
         sub "0"
         push af
         ld de,format.ready
         call ram.text
         call con.get
         ld b,a
         ld de,crlf.text
         call ram.text
         pop af
         pop de
         dec b
         dec b
         dec b
         ret z                ; CTRL+C
         call dskfmt
         ld de,format.done
         jp nc,ram.text
         ld de,format.bad
         jp ram.text
format.key:
         ld ix,CHGET
         call ram.bios
         push af
         call con.put
         pop af
         ret
format.drive:
         db 13,10
         dm "Drive to format (A, B)? $"
format.ready:
         db 13,10
         dm "All on this disk will be lost. Press a key to start$"
format.done:
         dm "Formatted"
         db 13,10,"$"
format.bad:
         dm "The disk could not be formatted"
         db 13,10,"$"
