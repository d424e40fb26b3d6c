; What runs in RAM at addresses that are documented, or beside what is.

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
; SECONDARY of slots.asm, for a primary slot that page 3 is not in: programs leave 003Bh-005Bh for this
; (MSX-DOS 2 Program Interface Specification, 2.3).
SLOTS.PAGE0: EQU $
         SECONDARY
         ret
page0.end: EQU $
         ASSERT page0.end <= &005C
         ORG page0.image + page0.end
