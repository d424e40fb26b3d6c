; The system from its ROM (roms/dos/rom.asm), for disks with the system of another maker and for CALL SYSTEM.

BUILTIN.HERE: EQU BOOT + &200 ; the copying, out of the way of pages 0 to 2

; Starts the system of the ROM if drive A's disk has MSXDOS.SYS in its root directory, or MSXDOS2.SYS without
; AUTOEXEC.BAS, which machines without level 2 in their ROM run from such disks. Returns if not. Changes: all.
builtin.asked:
         ld hl,builtin.first
         call builtin.open
         jr z,builtin.start
         ld hl,builtin.second
         call builtin.open
         ret nz
         ld hl,autoexec.name
         call builtin.open
         ret z
; Starts it. Returns if there is no such ROM or not RAM in all pages. Changes: all.
builtin.start:
         call builtin.find
         ret nz
         push af
         call boot.page0
         pop bc
         ret c
         push bc
         ld hl,builtin.image
         ld de,BUILTIN.HERE
         ld bc,builtin.end - BUILTIN.HERE
         ldir
         ld a,&C9
         ld (H.READ),a        ; BASIC comes later, without AUTOEXEC.BAS
         pop af
         jp builtin.copy
; In: HL = name. Out: Z: the disk has it. Changes: all.
builtin.open:
         ld de,BAS.FCB
         ld a,1
         call bas.fill
         ld c,&0F
         call BDOS
         or a
         ret
builtin.first: dm "MSXDOS  SYS"
builtin.second: dm "MSXDOS2 SYS"

; Out: Z, A = slot of the ROM; NZ: there is none. Changes: all.
builtin.find:
         ld a,(EXPTBL)
         and &80
builtin.slot:
         ld c,a
         call builtin.is
         ld a,c
         ret z
         bit 7,a
         jr z,builtin.primary
         add a,4
         bit 4,a
         jr z,builtin.slot
builtin.primary:
         and 3
         inc a
         cp 4
         jr z,builtin.none
         ld c,a
         ld b,0
         ld hl,EXPTBL
         add hl,bc
         or (hl)
         and &83
         jr builtin.slot
builtin.none:
         or a                 ; NZ: 4
         ret
; In: C = slot. Out: Z if the ROM is there. Changes: AF, B, DE, HL.
builtin.is:
         ld hl,&4000
         ld de,builtin.mark
         ld b,6
builtin.letter: push bc
         push de
         ld a,c
         call PAGE0.RDSLT
         pop de
         ex de,hl
         cp (hl)
         ex de,hl
         pop bc
         ret nz
         inc hl
         inc de
         djnz builtin.letter
         ret
builtin.mark: dm "EB-DOS"

builtin.image: EQU $
         ORG BUILTIN.HERE
; In: A = slot of the ROM. Never returns: the system starts with A = that slot.
builtin.copy:
         push af
         ld h,&80
         call ENASLT
         call ram.setram
         ld bc,(&8006)
         ld hl,&8008
         ld de,&0100
         ldir
         ld a,(RAMAD0 + 2)
         ld h,&80
         call ENASLT
         ei
         pop af
         jp &0100
builtin.end: EQU $
         ORG builtin.image + builtin.end - BUILTIN.HERE
