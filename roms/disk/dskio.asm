; Sectors between disk and memory.

; H.PHYD: the call from the main ROM has interrupts off; between the sectors they come on.
phydio:  ei
; DSKIO for programs: what buffers hold may not be what the disk has any more, or they are the program's memory.
dskio.program:
         push af
         push hl
         ld a,255
         ld (K.DIRDRV),a
         ld hl,K.FATMOD
         inc (hl)
         dec (hl)
         jr nz,program.dat
         ld (K.FATDRV),a
program.dat:
         ld hl,K.DATMOD
         inc (hl)
         dec (hl)
         jr nz,program.kept
         ld (K.DATDRV),a
program.kept:
         pop hl
         pop af
; The same for the kernels. In: A = drive, B = number of sectors, C = media descriptor, DE = first logical sector, HL =
; address, CY = write. Out: B = sectors done; CY and A = error code if something failed.
; Changes: all.
dskio:   ld (DRV.ADDR),hl
         ld (DRV.SECTOR),de
         ld (DRV.DRIVE),a
         ld hl,DRV.WRITE
         rla
         ld (hl),a            ; bit 0
         ld a,b
         ld (DRV.LEFT),a
         ld (DRV.COUNT),a
         ld a,c
         ld (DRV.MEDIA),a
         ld a,i               ; P/V: interrupts on
         ld a,1
         jp pe,dskio.ints
         dec a
dskio.ints:
         ld (DRV.INTS),a
         xor a
         ld (DRV.TIMER),a     ; the motor stays on
         call dskio.check
         jr c,dskio.end
         ld a,(DRV.LEFT)
         or a
         jr z,dskio.end
dskio.track:
         call dskio.locate
         jr c,dskio.end
         call drive.select
         jr c,dskio.end
dskio.next:
         call dskio.sector
         jr c,dskio.end
         ld hl,DRV.LEFT
         dec (hl)
         jr z,dskio.end
         ld hl,DRV.ADDR + 1
         inc (hl)
         inc (hl)
         ld hl,(DRV.SECTOR)
         inc hl
         ld (DRV.SECTOR),hl
         call dskio.sectors
         ld hl,DRV.REC
         inc (hl)
         cp (hl)
         jr nc,dskio.next
         jr dskio.track
dskio.end:
         push af
         ld hl,DRV.LEFT
         ld a,(DRV.COUNT)
         sub (hl)
         ld b,a
         ld a,240
         ld (DRV.TIMER),a
         call dskio.enable
         pop af
         ret

; Interrupts as they were at the call. Changes: AF.
dskio.enable:
         ld a,(DRV.INTS)
         or a
         ret z
         ei
         ret

; Looks at drive and media descriptor. Out: CY, A = error code. Changes: AF, HL.
dskio.check:
         ld hl,DRVTBL
         ld a,(DRV.DRIVE)
         cp (hl)
         jr nc,dskio.bad
         ld a,(DRV.MEDIA)
         cp &F8
         ret nc
dskio.bad:
         ld a,E.OTHER
         scf
         ret

; Track, side and number of the sector in hand. Bit 0 of the media descriptor: two sides, bit 1:
; eight sectors a track, bit 2: 5.25 inch, 40 tracks. Out: CY, A = error code. Changes: all.
dskio.locate:
         call dskio.sectors
         ld e,a
         ld d,0
         ld hl,(DRV.SECTOR)
         call divide          ; HL = track * sides + side, DE = sector
         ld a,e
         inc a
         ld (DRV.REC),a
         ld a,(DRV.MEDIA)
         ld c,a
         xor a
         bit 0,c
         jr z,locate.side
         srl h
         rr l
         rla
locate.side:
         ld (DRV.SIDE),a
         ld a,l
         ld (DRV.TRACK),a
         ld b,80
         bit 2,c
         jr z,locate.tracks
         ld b,40
locate.tracks:
         ld a,h
         or a
         jr nz,locate.beyond
         ld a,l
         cp b
         ccf
         ret nc
locate.beyond:
         ld a,E.NOTFOUND
         scf
         ret

; Out: A = sectors of a track. Changes: F.
dskio.sectors:
         ld a,(DRV.MEDIA)
         bit 1,a
         ld a,9
         ret z
         dec a
         ret

; In: HL, DE. Out: HL = HL / DE, DE = the rest. Changes: AF, BC, IX.
divide:  ld b,16
         push hl
         pop ix
         ld hl,0
divide.bit:
         add ix,ix
         adc hl,hl
         or a
         sbc hl,de
         jr nc,divide.one
         add hl,de
         djnz divide.bit
         jr divide.end
divide.one:
         inc ix
         djnz divide.bit
divide.end:
         ex de,hl
         push ix
         pop hl
         ret

; One sector, with three tries. Out: CY, A = error code. Changes: all.
dskio.sector:
         ld a,3
         ld (DRV.TRIES),a
sector.try:
         call drive.seek
         call nc,sector.move
         ret nc
         cp E.DATA
         jr c,sector.give     ; write-protected, not ready
         ld hl,DRV.TRIES
         dec (hl)
         jr z,sector.give
         call drive.head
         ld (hl),255          ; seek from track 0
         jr sector.try
sector.give:
         scf
         ret

; Moves the sector. Where page 1 ends the controller can be seen nowhere else: a sector that lies across goes through
; SECBUF. Out: CY, A = error code. Changes: all.
sector.move:
         ld hl,(DRV.ADDR)
         ld a,(DRV.WRITE)
         rrca
         jr c,sector.write
         call sector.across
         jp nz,fdc.read
         ld hl,SECBUF
         call fdc.read
         ret c
         ld hl,SECBUF
         ld de,(DRV.ADDR)
         call sector.copy
         or a
         ret
sector.write:
         call sector.across
         jr nz,sector.put
         ld de,SECBUF
         call sector.copy
         ld hl,SECBUF
sector.put:
         call fdc.write
         ret c
         ld a,(RAWFLG)
         or a
         ret z
         jp fdc.verify
; In: HL, DE. Changes: BC, DE, HL; interrupts off.
sector.copy:
         di
         ld bc,512
         jp XFER

; In: HL = address of a sector. Out: CY when part of it is in page 1, where this ROM is. Changes: AF.
sector.hidden:
         ld a,h
         cp &80
         ret nc
         cp &3E
         ccf
         ret
; In: the same. Out: Z when it lies in pages 1 and 2. Changes: AF.
sector.across:
         ld a,h
         cp &7F
         ret z
         cp &7E
         ret nz
         ld a,l               ; 7E00h ends with page 1
         sub 1
         sbc a,a
         ret
