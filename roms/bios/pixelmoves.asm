; The graphics cursor one pixel further, in screens 2-4.

; RIGHTC: the graphics cursor one pixel to the right, without a check. Changes: AF.
RIGHTC:
IF MSX2
         TOSUB5 S.RIGHTC
ENDIF
rightc.old:
         push hl
         push de
         call FETCHC
         call pixel.right
         ld de,8
pixel.move:
         jr nc,pixel.store
         add hl,de
pixel.store:
         call STOREC
         pop de
         pop hl
         ret
; Turns a mask to the next pixel. In, Out: A; CY: that is in the next byte. Changes: F.
pixel.right:
         cp %11110000
         jr z,pixel.swap
         cp %00001111
         jr z,pixel.carry
         rrca
         ret
pixel.left:
         cp %00001111
         jr z,pixel.swap
         cp %11110000
         jr z,pixel.carry
         rlca
         ret
pixel.swap:
         cpl                  ; NC from the comparison
         ret
pixel.carry:
         cpl
         scf
         ret

; LEFTC: one to the left. Changes: AF.
LEFTC:
IF MSX2
         TOSUB5 S.LEFTC
ENDIF
leftc.old:
         push hl
         push de
         call FETCHC
         call pixel.left
         ld de,-8
         jr pixel.move

; TDOWNC: one down, where there is a line below. Out: CY when not. Changes: AF.
TDOWNC:
IF MSX2
         TOSUB5 S.TDOWNC
ENDIF
         push hl
         push de
         call pixel.row
         jr z,tdownc.block
         cp 23
         jr tdownc.last
tdownc.block:
         cp 5
tdownc.last:
         jr c,downc.go
         ld a,l
         and 7
         cp 7
         jr c,downc.go
pixel.edge:
         scf
         pop de
         pop hl
         ret
; DOWNC: one down, without a check. Changes: AF.
DOWNC:
IF MSX2
         TOSUB5 S.DOWNC
ENDIF
downc.old:
         push hl
         push de
downc.go:
         call FETCHC
         ld e,a
         inc hl
         ld a,l
         and 7
         ld a,e
         ld de,248
         jr nz,pixel.nc
         add hl,de
pixel.nc:
         or a
         jr pixel.store

; TUPC: one up, where there is a line above. Out: CY when not. Changes: AF.
TUPC:
IF MSX2
         TOSUB5 S.TUPC
ENDIF
         push hl
         push de
         call pixel.row
         or a
         jr nz,upc.go
         ld a,l
         and 7
         jr z,pixel.edge
         jr upc.go
; UPC: one up, without a check. Changes: AF.
UPC:
IF MSX2
         TOSUB5 S.UPC
ENDIF
upc.old:
         push hl
         push de
upc.go:
         call FETCHC
         ld e,a
         ld a,l
         and 7
         dec hl
         ld a,e
         ld de,-248
         jr nz,pixel.nc
         add hl,de
         jr pixel.nc
; Out: A = group of eight lines the cursor is in, HL = CLOC from the table's start, Z in screen 3.
; Changes: F, DE.
pixel.row:
         ld hl,(CLOC)
         ld de,(GRPCGP)
         ld a,(SCRMOD)
         cp 3
         jr nz,pixel.row1
         ld de,(MLTCGP)
pixel.row1:
         push af
         or a
         sbc hl,de
         pop af
         ld a,h
         ret
