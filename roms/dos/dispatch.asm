; Level 2's part in page 3: which kernel a function goes to, and the ways between the kernel's segment, the disk
; ROM and the program, which all three want page 1.
; level2_start.asm fills in l2.bdos and l2.segment.

L2.STACK: EQU &E480          ; top of level 2's stack, L2.DEPTH bytes below it are free
L2.DEPTH: EQU 384

; F37Dh and the BDOS entry of programs lead here. In: C = function, the rest as it wants. Out: what it gives.
l2.entry:
         push af
         ld a,c
         dec a
         cp &40 - 1
         jr nc,l2.ours        ; and 00
         inc a
         cp &31
         jr z,l2.ours
         sub &0C
         jr nc,l2.level1
         ld a,(l2.redirected)
         or a
         jr nz,l2.ours
l2.level1:
         pop af
l2.bdos: jp 0                ; what F37Dh led to: the kernel in the disk ROM
l2.ours: ld a,(l2.inside)
         or a
         jr nz,l2.again
         ld (&0037),a         ; LOAD_FLAG: the next program may have other parameters
         pop af
         ld (l2.sp),sp
         ld sp,L2.STACK
         call l2.call
         ld sp,(l2.sp)
         push af
         ld a,(prc.ends)
         or a
         jp nz,prc.over
         pop af
         or a
         ret
l2.again:                    ; from a routine that the kernel has called
         pop af
         call l2.call
         or a
         ret

l2.call: push af
         push bc
         push hl
         call l2.page1
         ld (l2.slot),a
         call l2.kernel
         pop hl
         pop bc
         pop af
         call func.entry
         jr l2.user

; Out: A = slot in page 1. Changes: F, BC, HL.
l2.page1:
         PAGE1SLOT

; To page 1: the program's memory, or the kernel's segment. Changes: nothing; interrupts on.
l2.user: push af
         ld a,(map.page + 1)
         out (MAP.PAGE1),a
         ld a,(l2.slot)
         jr l2.turn
l2.kernel:
         push af
         ld a,(l2.segment)
         out (MAP.PAGE1),a
         ld a,(RAMAD0 + 1)
l2.turn: push hl
         ld h,a
         ld a,(RAMAD0 + 1)
         ld l,a
         ld a,(l2.slot)
         cp l
         ld a,h
         call nz,l2.show      ; else the program has the mapper there, too
         pop hl
         pop af
         ei
         ret

; LDIR with the program's memory in page 1. In: HL, DE, BC. Changes: BC, DE, HL.
l2.copy: call l2.user
         push af
         ldir
         pop af
         jr l2.kernel

; A routine of the disk ROM, which moves sectors to and from the program's page 1. In: IX = entry, the other
; registers for it. Out: what it gives.
l2.rom:  call SETROM
         push af
         ld a,(map.page + 1)
         out (MAP.PAGE1),a
         pop af
         call l2.jump
         call SETRAM
         jr l2.kernel
l2.jump: jp (ix)

; A routine of the kernel's second segment. In: IX = its address, the other registers for it. Out: what it gives.
l2.second:
         call second.turn
         call l2.jump
second.turn:
         push af
         push hl
         ld hl,(l2.segment)
         ld a,h
         ld h,l
         ld l,a
         ld (l2.segment),hl
         out (MAP.PAGE1),a
         pop hl
         pop af
         ret

; LDIR with another segment in page 1 than the kernel's. In: A = segment, l2.far = slot of its mapper; HL, DE, BC.
; Changes: AF, BC, DE, HL; interrupts on.
l2.move: out (MAP.PAGE1),a
         push hl
         ld a,(RAMAD0 + 1)
         ld hl,l2.far
         cp (hl)
         ld a,(hl)
         pop hl
         jr z,move.here
         call l2.show
         ldir
         ld a,(RAMAD0 + 1)
         call l2.show
         jr move.back
move.here:
         ldir
move.back:
         ld a,(l2.segment)
         out (MAP.PAGE1),a
         ret
; A slot to page 1. In: A = slot. Changes: AF; interrupts on.
l2.show: push hl
         push bc
         push de
         ld h,&40
         call &0024           ; ENASLT
         pop de
         pop bc
         pop hl
         ei
         ret

; Sectors of the RAM disk for the kernel in the disk ROM, which is in page 1 before and afterwards. In: B = sectors,
; C = 1: write, 0: read, DE = first one, HL = address in the program's memory. Out: CY: there are not so many.
; Changes: all.
l2.ramdisk:
         call SETRAM
         ld a,(l2.slot)
         push af
         ld a,(RAMAD0 + 1)
         ld (l2.slot),a
         call l2.kernel
         call ramd.sectors
         call l2.user
         pop hl
         ld a,h
         ld (l2.slot),a
         jp SETROM

; A routine of the program (error, abort), with its page 1 and on level 2's stack; it may call functions.
; In: HL = routine, A BC DE for it. Out: what it gives. Changes: all.
l2.program:
         ld (program.call + 1),hl
         ld hl,l2.inside
         inc (hl)
         call l2.user
program.call:
         call 0
         ld hl,l2.inside
         dec (hl)
         jp l2.kernel

l2.segment: db 0             ; the kernel's segment, which page 1 shows
l2.other: db 0               ; and the one that it does not
l2.far:  db 0                ; slot of the segment that l2.move is for
l2.slot: db 0                ; slot of the caller's page 1
l2.sp:   dw 0                ; stack of the caller
l2.inside: db 0              ; not 0: a routine of the program runs that the kernel has called
l2.redirected: db 0          ; bit 0: functions 00-0B read from handle 0, bit 1: they write to handle 1
l2.byte: db 0                ; character on its way to or from a handle
