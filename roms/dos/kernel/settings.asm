; Settings and what the system says of itself (MSX-DOS 2 Function Specifications, 57, 58, 65, 69, 6A, 6E,
; 6F).

KERNEL.VERSION: EQU &0231     ; whose functions these are
SYSTEM.VERSION: EQU &0231
BUFFERS: EQU 3             ; directory, FAT, file

; 57: Out: A = 0, DE = transfer address.
set.dma: ld de,(DMA)
         xor a
         ret

; 58: Out: A = 0, B = FFh: written sectors are read again, else 0.
set.verify:
         ld a,(RAWFLG)
         sub 1
         ccf
         sbc a,a
         ld b,a
         xor a
         ret

; 69: In: B = buffers wanted, 0: none. Out: A = error, B = buffers there are. Their number is fixed.
set.buffers:
         ld b,BUFFERS
         xor a
         ret

; 6A: In: B = logical drive, 1 is A, D = physical one, 0: as it was, FFh: tell it; B = D = 0: all as
; they were. Out: A = error, D = physical drive. Changes: all.
set.assign:
         ld a,b
         or a
         jr z,assign.all
         ld hl,NMBDRV
         dec a
         cp (hl)
         ld c,a
         jr nc,assign.bad
         add a,a
         ld hl,DPBTBL
         add a,l
         ld l,a               ; F355h and 16 bytes
         ld a,d
         inc a
         jr z,assign.tell
         sub 2
         jr c,assign.put1     ; 0: C is the drive itself
         push hl
         ld hl,NMBDRV
         cp (hl)
         pop hl
         ld c,a
         jr nc,assign.bad
assign.put1:
         call assign.put
assign.tell:
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ld d,(hl)            ; DPB.DRIVE
         inc d
         xor a
         ret
assign.bad:
         ld a,ERR.IDRV
         or a
         ret
assign.all:
         ld a,d
         or a
         jr nz,assign.bad
         ld a,(NMBDRV)
         ld b,a
         ld c,0
         ld hl,DPBTBL
assign.next:
         call assign.put
         inc hl
         inc hl
         inc c
         djnz assign.next
         xor a
         ret
; In: HL = place in DPBTBL, C = physical drive. Changes: AF, DE.
assign.put:
         push hl
         ld hl,DPB.A
         ld de,DPB.B - DPB.A
         ld a,c
         or a
put.next:
         jr z,put.there
         add hl,de
         dec a
         jr put.next
put.there:
         ex de,hl
         pop hl
         ld (hl),e
         inc hl
         ld (hl),d
         dec hl
         ret

; 65: Out: A = 0, B = error code of the function before. Changes: AF.
err.last:
         ld a,(func.error)
         ld b,a
         xor a
         ret

; 6E: In: A = 0: tell, 1: set, B = setting, 0: disks are checked. Out: A = error, B = setting.
set.check:
         or a
         jr z,check.tell
         dec a
         ld a,ERR.IPARM
         ret nz
         ld a,b
         ld (set.checks),a
check.tell:
         ld a,(set.checks)
         ld b,a
         xor a
         ret

; 6F: Out: A = 0, BC = version of the kernel, DE = of the system file.
set.version:
         ld bc,KERNEL.VERSION
         ld de,SYSTEM.VERSION
         xor a
         ret
