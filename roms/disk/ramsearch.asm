; Where there is RAM, at the disk start.

; Finds RAM for each page. Out: RAMAD0-3, FFh where there is none. Changes: all.
start.ram:
         ld h,&40
         ld de,RAMAD0 + 1
         call start.search
         ld h,0
         ld de,RAMAD0
         call start.search
         in a,(PPI.SLOT)
         ld b,a
         and %00110000
         rrca
         rrca
         rrca
         rrca
         ld c,3
         call start.sub
         ld (RAMAD0 + 2),a
         ld a,b
         rlca
         rlca
         and 3
         ld c,4
         call start.sub
         ld (RAMAD0 + 3),a
         ret
; In: A = primary slot, C - 1 = page. Out: A = slot now seen there. Changes: F, DE, HL.
start.sub:
         ld e,a
         ld d,0
         ld hl,EXPTBL
         add hl,de
         bit 7,(hl)
         ret z
         or &80
         ld d,a
         inc hl
         inc hl
         inc hl
         inc hl
         ld a,(hl)
         dec c
         jr z,start.sub2
start.sub1:
         rrca
         rrca
         dec c
         jr nz,start.sub1
start.sub2:
         rlca
         rlca
         and %00001100
         or d
         ret

; The slot with RAM in a page: that of page 3 if it will do, else the first one.
; In: H = page, DE = where the slot is noted. Changes: AF, BC, HL.
start.search:
         push de
         ld l,&10
         in a,(PPI.SLOT)
         rlca
         rlca
         and 3
         ld c,4
         push hl
         call start.sub
         pop hl
         call start.isram
         jr z,start.found
         xor a
start.slot:
         push hl
         ld c,a
         ld b,0
         and 3
         ld e,a
         ld d,0
         ld hl,EXPTBL
         add hl,de
         ld a,(hl)
         and &80
         or c
         pop hl
         call start.isram
         jr z,start.found
         bit 7,a
         jr z,start.primary
         add a,4
         bit 4,a
         jr z,start.slot
start.primary:
         and 3
         inc a
         cp 4
         jr c,start.slot
         ld a,255
start.found:
         pop de
         ld (de),a
         ret
; In: A = slot, HL = address. Out: Z if RAM is there; A, HL kept. Changes: F, BC, DE.
start.isram:
         push af
         call RDSLT
         cpl
         ld e,a
         pop af
         push af
         push de
         call WRSLT
         pop de
         pop af
         push af
         push de
         call RDSLT
         pop de
         cp e
         ld c,0
         jr z,start.isram1
         inc c
start.isram1:
         ld a,e
         cpl
         ld e,a
         pop af
         push af
         push bc
         call WRSLT
         pop bc
         pop af
         ld b,a
         ld a,c
         or a
         ld a,b
         ei
         ret
