; Names of devices. Both kernels assemble this file.

DEV.PRN: EQU &FB             ; as FCBs have it (MSX2 Technical Handbook, table 3.10)
DEV.LST: EQU &FC
DEV.NUL: EQU &FD
DEV.AUX: EQU &FE
DEV.CON: EQU &FF

dev.names:
         dm "PRNLSTNULAUXCON"

; In: HL = eleven characters; the last three do not count. Out: Z, A = device it means; NZ: none.
; Changes: F, BC, DE, HL.
dev.named:
         ld de,dev.names
         ld c,DEV.PRN
named.next:
         push hl
         push de
         ld b,3
named.letter:
         ld a,(hl)
         call dir.capital
         ex de,hl
         cp (hl)
         ex de,hl
         jr nz,named.other
         inc hl
         inc de
         djnz named.letter
         ld b,5
         ld a," "
named.blank:
         cp (hl)
         jr nz,named.other
         inc hl
         djnz named.blank
         pop de
         pop hl
         ld a,c
         cp a
         ret
named.other:
         pop de
         pop hl
         inc de
         inc de
         inc de
         inc c
         jr nz,named.next
         inc c                ; NZ
         ret
