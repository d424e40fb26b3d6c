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

; F365-F37F.
jumps.image: EQU $
         ORG RDPSLT
         in a,(PPI.SLOT)
         ret
         jp ram.rom           ; F368 SETROM
         jp ram.ram           ; F36B SETRAM
         jp ram.xfer          ; F36E XFER
         jp AUXIN             ; F371 auxiliary input
         jp AUXOUT            ; F374 auxiliary output
         jp ram.ret           ; F377
         jp ram.ret           ; F37A
         jp ram.bdos          ; F37D BDOS
         ASSERT $ == RDPRIM
         ORG jumps.image + RDPRIM - RDPSLT

; What hooks call lies where every MSX with a disk has its work area: games that need no disk any more take the memory
; below it, with the interrupt on.
hooks.image: EQU $
         ORG HOOKCODE
; What a hook of BASIC calls, the address of a routine of this ROM behind the call: as RST 30h would do it, but with
; interrupts on afterwards. Changes: IX, IY, alternate registers.
ram.hook:
         ex (sp),hl
         push af
         push de
         ld e,(hl)
         inc hl
         ld d,(hl)
         push de
         pop ix
         pop de
         pop af
         pop hl
         ld iy,(MASTER - 1)
         call &001C           ; CALSLT
         ei
         ret

; H.TIMI: counts the time if there is no clock, stops the motor some time after the last access.
; Changes: all but AF.
ram.tick:
         push af
         call tick.clock
         ld hl,DRV.TIMER
         ld a,(hl)
         or a
         jr z,ram.tick1
         dec (hl)
         jr nz,ram.tick1
         ld iy,(MASTER - 1)
         ld ix,&401F
         call &001C
ram.tick1:
         pop af
         jp HOOK.TIMI

; There is room for these, too.

; A byte of RAM. In: DE = address. Out: A. Changes: F; interrupts on.
ram.peek:
         call ram.setram
         ld a,(de)
         jp ram.rom
; In: DE = address, A = byte. Changes: nothing; interrupts on.
ram.poke:
         call ram.setram
         ld (de),a
         jp ram.rom

; DCOMPR for programs: compares HL with DE. Changes: AF.
ram.compare:
         ld a,h
         sub d
         ret nz
         ld a,l
         sub e
ram.ret: ret
hooks.end: EQU $
         ASSERT hooks.end <= RAWFLG
         ORG hooks.image + hooks.end - HOOKCODE
clock.image: EQU $
         ORG CLOCKCODE
; Changes: AF, HL.
tick.clock:
         ld a,(CLK.RATE)
         or a
         ret z
         ld hl,CLK.TICK
         dec (hl)
         ret nz
         ld (hl),a
         ld hl,CLK.SEC
         ld a,60
         call tick.carry
         call tick.carry      ; minutes
         ld a,24
         call tick.carry      ; hours
         ld hl,CLK.DAYS
         inc (hl)
         ret
; One more. In: HL, A = limit. Out: HL + 1; ends its caller unless the limit is reached. Changes: F.
tick.carry:
         inc (hl)
         cp (hl)
         jr nz,tick.end
         ld (hl),0
         inc hl
         ret
tick.end:
         pop hl
         ret
clock.end: EQU $
         ASSERT clock.end <= CLK.MONTHS
         ORG clock.image + clock.end - CLOCKCODE

; 0000h for programs that have RAM there (MSX2 Technical Handbook, chapter 5.7).
page0.image: EQU $
         ORG 0
         jp ram.warm
         db 0,0
         jp BDOS
         ds &000C - $
         jp RDSLT
         ds &0014 - $
         jp WRSLT
         ds &001C - $
         jp CALSLT
         nop
         jp ram.compare
         nop
         jp ENASLT
         ds &0030 - $
         jp CALLF
         ds &0038 - $
         jp ram.int
; The secondary slot register of a primary slot that page 3 is not in, for slots.asm: programs leave 003Bh-005Bh for this
; (MSX-DOS 2 Program Interface Specification, 2.3). In: A = primary slot register with that slot in page 3, B = as it is
; now, C = bits to change, D = their new values; interrupts off. Out: D = the secondary register, L = as it was. Changes: AF.
SLOTS.PAGE0: EQU $
         out (PPI.SLOT),a
         ld a,(SSLOTL)
         cpl
         ld l,a
         xor d
         and c
         xor l
         ld (SSLOTL),a
         ld d,a
         ld a,b
         out (PPI.SLOT),a
         ret
page0.end: EQU $
         ASSERT page0.end <= &005C
         ORG page0.image + page0.end
