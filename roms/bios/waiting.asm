; The end of the start-up: programs that wait for it, then the screen that says what is fitted,
; where keys are echoed until a cartridge or a disk comes.

waiting.flag: EQU RTYCNT      ; not 0: CHGET polls for cartridges and disks
waiting.mask: EQU PROCNM + 15 ; the cartridge slots that were empty at the last poll

waiting.start:
         ld sp,(HIMEM)
         ei
         call H.RUNC          ; the disk ROM starts a disk here
         ei
         call H.CLEA
         call H.LOPD
waiting.warm:
         ld sp,(HIMEM)
         call H.STKE          ; programs that let the disk system start before them
         ei
         call TOTEXT
         xor a
         call CLS
         call waiting.title
waiting.line:
         ei
         ld a,255
         ld (waiting.flag),a
         call PINLIN
         xor a
         ld (waiting.flag),a
         jr waiting.line

; Twice a second while the screen waits for a key. Changes: all.
waiting.poll:
         ld a,(waiting.flag)
         or a
         ret z
         ld a,(JIFFY)
         and 31
         ret nz
         xor a
         ld (waiting.flag),a
         call H.MAIN          ; the disk ROM looks for a disk
         ei
         call waiting.slots
         ld hl,waiting.mask
         ld b,a
         cpl
         ld c,a
         ld a,(hl)
         ld (hl),b
         and c                ; not empty now, but empty before
         jp nz,0
         ld a,255
         ld (waiting.flag),a
         ret

; Which cartridge slots are empty. Out: A = bit 0 slot 1, bit 1 slot 2, 1 = empty. Changes: all.
waiting.slots:
         ld a,2
         call waiting.slot
         push af
         ld a,1
         call waiting.slot
         pop bc
         rlc b
         or b
         ret
; In: A = primary slot. Out: A = 1 when no ROM is in it, 0 when there is. Changes: all.
waiting.slot:
         call slot.expanded
         ld b,a
         ld hl,&4000
         call waiting.page
         ret z
         ld hl,&8000
waiting.page:
         ld a,b
         push bc
         call cart.word
         pop bc
         ei
         ld hl,"A" + "B" * 256
         or a
         sbc hl,de
         ld a,0
         ret z
         inc a
         ret

; Prints the title. Changes: all.
waiting.title:
IF MSX2
         call startup.ours
         ld ix,S.TITLE
         call z,EXTROM
         ei
ENDIF
         ld hl,title.name
         call title.print
         ld hl,title.ram
         call title.print
         call waiting.ram
         call title.kilobytes
         ld hl,title.vram
         call title.print
IF MSX2
         ld a,(MODE)
         and 6
         ld hl,64
         cp 4
         jr nz,title.size
         ld hl,128
title.size:
ELSE
         ld hl,16
ENDIF
         call title.kilobytes
         ld hl,title.video
         call title.print
         ld a,(IDBYT0)
         rlca
         ld hl,title.hz60
         jr nc,title.hz
         ld hl,title.hz50
title.hz:
         call title.print
         ld hl,title.drives
         call title.print
         call title.list
         call waiting.slots
         ld (waiting.mask),a
         ld hl,title.cart1
         call title.cart
         ld hl,title.cart2
         call title.cart
         ld hl,title.insert
; In: HL = text, 0 ends. Changes: AF, HL.
title.print:
         ld a,(hl)
         or a
         ret z
         call CHPUT
         inc hl
         jr title.print
; In: A = bit 0 the slot is empty, HL = text. Out: A shifted. Changes: F, HL.
title.cart:
         push af
         call title.print
         pop af
         push af
         rrca
         ld hl,title.none
         jr c,title.cart1st
         ld hl,title.rom
title.cart1st:
         call title.print
         pop af
         rrca
         ret
; The drives of all disk interfaces. Changes: all.
title.list:
         ld hl,DRVTBL
         ld b,4
         xor a
title.count:
         add a,(hl)
         inc hl
         inc hl
         djnz title.count
         ld hl,title.none
         or a
         jr z,title.print
         ld b,a
         ld c,"A"
title.drive:
         ld a,c
         call CHPUT
         ld a,":"
         call CHPUT
         ld a,32
         call CHPUT
         inc c
         djnz title.drive
         ret
; In: HL = kilobytes. Changes: all.
title.kilobytes:
         ld de,1000
         call title.digit
         ld de,100
         call title.digit
         ld de,10
         call title.digit
         ld a,l
         add a,"0"
         call CHPUT
         ld hl,title.kb
         jr title.print
; Prints how often DE goes into HL, a space for a leading 0. In: HL, DE. Out: HL = rest.
title.digit:
         ld a,"0" - 1
title.digit1:
         inc a
         or a
         sbc hl,de
         jr nc,title.digit1
         add hl,de
         cp "0"
         jp nz,CHPUT
         ld a,32
         jp CHPUT

; The size of the RAM: of the memory mapper in page 2, else what the slot of page 2 has.
; Out: HL = kilobytes. Changes: all.
waiting.ram:
         di
         ld hl,&8000
         ld c,(hl)            ; segment 1
         ld b,1
waiting.ram1:                 ; is segment 1 + B the same as segment 1?
         ld a,1
         out (MAP.PAGE2),a
         ld (hl),&55
         add a,b
         out (MAP.PAGE2),a
         ld d,(hl)
         ld (hl),&AA
         ld a,1
         out (MAP.PAGE2),a
         ld e,(hl)
         add a,b
         out (MAP.PAGE2),a
         ld (hl),d
         ld a,1
         out (MAP.PAGE2),a
         ld a,e
         cp &55
         jr nz,waiting.ram2   ; yes: there are B segments
         sla b
         jr nz,waiting.ram1
waiting.ram2:
         ld (hl),c
         ei
         ld l,b
         ld h,0
         dec b
         jr z,waiting.plain
         inc b
         jr nz,waiting.ram3
         inc h                ; 256 segments
waiting.ram3:
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         ret
; No mapper: what is visible, and 16 KB for each RAM page below.
waiting.plain:
         call waiting.slot2
         ld b,a
         ld a,(BOTTOM + 1)
         neg
         rrca
         rrca
         and 63
         ld l,a
         ld h,0
         ld de,16
         inc b
waiting.plain1:
         dec b
         ret z
         add hl,de
         jr waiting.plain1
; Out: A = writable pages 0 and 1 in the slot of page 2. Changes: all.
waiting.slot2:
         in a,(PPI.SLOT)
         rlca
         rlca
         rlca
         rlca
         and 3                ; page 2
         call slot.expanded
         or a
         jp p,waiting.slot3
         ld b,a
         and 3
         ld c,a
         call slot.table
         ld a,(hl)
         rrca
         rrca
         and %00001100        ; its secondary slot in page 2
         or b
waiting.slot3:
         ld hl,0
         call startup.writable
         ld c,0
         jr nz,waiting.slot4
         inc c
waiting.slot4:
         push bc
         ld hl,&4000
         call startup.writable
         pop bc
         ei
         ld a,c
         ret nz
         inc a
         ret

title.name:
         dm "EightBox"
IF MSX2
         dm " 2"
ELSE
         dm " 1"
ENDIF
         dm "   firmware 0.1"
         db 13,10,13,10,0
title.ram:
         dm "RAM          "
         db 0
title.vram:
         dm "Video RAM    "
         db 0
title.kb:
         dm " KB"
title.crlf:
         db 13,10,0
title.video:
         dm "Video        "
         db 0
title.hz60:
         dm "  60 Hz"
         db 13,10,0
title.hz50:
         dm "  50 Hz"
         db 13,10,0
title.drives:
         dm "Drives         "
         db 0
title.cart1:
         db 13,10
         dm "Cartridge 1    "
         db 0
title.cart2:
         db 13,10
         dm "Cartridge 2    "
         db 0
title.none:
         dm "none"
         db 0
title.rom:
         dm "ROM"
         db 0
title.insert:
         db 13,10,13,10
         dm "Insert a cartridge or a disk."
         db 13,10,13,10,0
