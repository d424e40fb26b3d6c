; What runs in RAM: it must stay when page 0 or page 1 changes.

ram.image: EQU $
         ORG RAMCODE
         INCLUDE "../bios/slots.asm"

; The kernel's entry: the disk ROM comes to page 1 for the call. In: C = function, the rest as it
; wants. Out: what it gives; interrupts on.
ram.bdos:
         ld (K.SP),sp
         ld sp,K.STACK
         push hl
         push de
         push bc
         ld h,&40
         call ram.slot
         ld (K.PAGE1),a
         call ram.setrom
         pop bc
         pop de
         pop hl
         ei
         call kernel
         push af
         push bc
         push de
         push hl
         ld a,(K.PAGE1)
         ld h,&40
         call ENASLT
         pop hl
         pop de
         pop bc
         pop af
         ld sp,(K.SP)
         ei
         ret

; In: H = high byte of an address in page 1 or 2. Out: A = slot there. Changes: F, BC.
ram.slot:
         in a,(PPI.SLOT)
         call slot.page
         ld c,a
         ld b,0
         push hl
         ld hl,EXPTBL
         add hl,bc
         bit 7,(hl)
         jr z,slot.primary
         set 7,c
         inc hl
         inc hl
         inc hl
         inc hl               ; SLTTBL
         ld a,(hl)
         pop hl
         call slot.page
         add a,a
         add a,a
         or c
         ret
slot.primary:
         pop hl
         ld a,c
         ret
; In: A = slot register, H. Out: A = its two bits for the page. Changes: F.
slot.page:
         bit 7,h
         jr z,slot.page1
         rrca
         rrca
slot.page1:
         rrca
         rrca
         and 3
         ret

; The disk ROM, or RAM, to page 1. Changes: nothing; interrupts off, or on with the second entry.
ram.setrom:
         push af
         ld a,(MASTER)
         jr ram.set
ram.setram:
         push af
         ld a,(RAMAD0 + 1)
         cp 255
         jr z,ram.none
ram.set: push bc
         push de
         push hl
         ld h,&40
         call ENASLT
         pop hl
         pop de
         pop bc
ram.none:
         pop af
         ret
ram.rom: call ram.setrom
         ei
         ret
ram.ram: call ram.setram
         ei
         ret

; LDIR with RAM in page 1, the disk ROM afterwards. Interrupts off.
ram.xfer:
         call ram.setram
         ldir
         jr ram.setrom

; Moves the bytes of a sector. In: A = command, D = high byte of the controller's registers where they are to be seen,
; HL = address. Out: A = status. Changes: all but IX, IY; interrupts off.
ram.move:
         ld e,FDC.CMD & 255
         ld (de),a
         ld e,FDC.DATA & 255
         ld b,d
         ld c,FDC.PINS & 255
move.next:
         ld a,(bc)
         add a,a
         jr c,move.none
move.byte:
         ld a,(de)            ; fdc.move sets these two
         ld (hl),a
         inc hl
         jp move.next
move.none:
         jp m,move.next
         ld e,FDC.CMD & 255
         ld a,(de)
         ret
; The same for memory in page 1: RAM is there, and the registers are in page 2 meanwhile, perhaps with the stack.
; In: A = command, HL. Out: A = status. Changes: all but IX, IY; interrupts off.
ram.hidden:
         ld (hidden.stack + 1),sp
         ld sp,SECBUF + 512
         push af
         push hl
         ld h,&80
         call ram.slot
         ld (hidden.slot + 1),a
         ld a,(MASTER)
         call ENASLT
         pop hl
         pop af
         call ram.setram
         ld d,FDC.CMD // 256 + &40
         call ram.move
         push af
         ld h,&80
hidden.slot:
         ld a,0
         call ENASLT
         call ram.setrom
         pop af
hidden.stack:
         ld sp,0
         ret

; To a routine of the main ROM with that ROM in page 1 as well. In: IX = address, all other registers for it. Never
; returns.
ram.leave:
         push af
         push bc
         push de
         push hl
         ld a,(EXPTBL)
         ld h,&40
         call ENASLT
         pop hl
         pop de
         pop bc
         pop af
         ei
         jp (ix)
; Calls such a routine: the math pack reaches into page 1. In: IX = address, all other registers for it.
ram.main:
         call ram.leave
         jp ram.rom

; Calls the main ROM. In: IX = entry, AF BC DE HL for it. Changes: IX, IY, alternate registers.
ram.bios:
         ld iy,(EXPTBL - 1)
         call CALSLT
         ei
         ret

; A program's routine, with the page 1 and the stack that it had when it called the kernel; it may
; call the kernel's console functions, for what the kernel has on its stack waits on the program's.
; In: DE = address of the pointer to it, A and C for it. Out: C from it; interrupts on. Changes: all.
ram.user:
         ld b,a
         ld (user.values + 1),bc
         ld (user.cell + 1),de
         ld hl,(K.ERRSP)
         push hl
         ld hl,(K.SP)
         push hl
         ld a,(K.PAGE1)
         push af
         ld h,&40
         call ENASLT
user.cell:
         ld hl,(0)
         ld (user.call + 1),hl
         ld hl,0
         add hl,sp
         ex de,hl
         ld hl,K.STACK
         or a
         sbc hl,de
         ld b,h
         ld c,l
         ld hl,(K.SP)
         sbc hl,bc            ; NC from SBC
         ld sp,hl
         ex de,hl
         push bc
         push hl
         ldir
         ei
user.values:
         ld bc,0
         ld a,b
user.call:
         call 0
         di
         ld a,c
         pop hl
         pop bc
         ld (user.stack + 1),hl
         ex de,hl
         ld hl,0
         add hl,sp
         ldir
user.stack:
         ld sp,0
         ld c,a
         pop af
         ld (K.PAGE1),a
         pop hl
         ld (K.SP),hl
         pop hl
         ld (K.ERRSP),hl
         jp ram.rom

; Prints the text at DE up to "$". Changes: AF, DE, IX, IY.
ram.text:
         ld a,(de)
         inc de
         cp "$"
         ret z
         push de
         ld ix,CHPUT
         call ram.bios
         pop de
         jr ram.text

; The interrupt while RAM is in page 0: the main ROM's routine does it. Changes: nothing.
ram.int: PUSHALL
         PUSHREST
         ld ix,KEYINT
         call ram.bios
         di
         POPREST
         POPALL
         ei
         ret

; Where the error and CTRL+C routines of the kernel are until a program sets others.
ram.errors:
         dw ram.abort
         dw ram.warm
ram.abort:
         ld ix,error.default
         ld iy,(MASTER - 1)
         call PAGE0.CALSLT
         ei
         ret

; 0000h: a program ends. Never returns.
ram.warm:
         call ram.rom
         jp &4022

ram.end: EQU $
         ASSERT ram.end <= DPB.A
         ORG ram.image + ram.end - RAMCODE
