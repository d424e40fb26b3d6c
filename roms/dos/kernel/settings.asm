; Settings and what the system says of itself (MSX-DOS 2 Function Specifications, 57, 58, 65, 69, 6E, 6F).

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

; 65: Out: A = 0, B = error code of the function before, of level 1, too. It stays. Changes: AF.
err.last:
         ld a,(K.ERROR)
         ld b,a
         pop af
         xor a
         jp func.leave

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
