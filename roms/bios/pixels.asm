; Pixels of screens 2-4 and blocks of screen 3; screens 5-8 are in the sub-ROM.
; The graphics cursor is CLOC, an address in the pattern table, and CMASK, the bits of the pixel.
; NAME.old is for callers that know the mode to be one of these: the documented entry asks each time.

; SCALXY: brings a point into the screen; in screen 3 from pixels to blocks of four.
; In: BC = X, DE = Y, signed. Out: BC, DE; CY when it was inside. Changes: AF.
SCALXY:
IF MSX2
         TOSUB5 S.SCALXY
ENDIF
scalxy.old:
         push hl
         ld l,1               ; becomes 0 when clipped
         ld h,255
         call scalxy.clip
         push bc
         ld b,d
         ld c,e
         ld h,191
         call scalxy.clip
         ld d,b
         ld e,c
         pop bc
         ld a,(SCRMOD)
         cp 3
         jr nz,scalxy.end
         srl c
         srl c
         srl e
         srl e
scalxy.end:
         rr l                 ; CY
         pop hl
         ret
; In: BC = coordinate, H = highest. Out: BC; L = 0 when it was outside. Changes: AF.
scalxy.clip:
         ld a,b
         or a
         jr nz,scalxy.out
         ld a,h
         cp c
         ret nc
         ld c,h
         ld l,0
         ret
scalxy.out:
         ld c,0
         jp m,scalxy.negative
         ld c,h
scalxy.negative:
         ld b,0
         ld l,b
         ret

; MAPXYC: moves the graphics cursor to a point. In: BC = X, DE = Y. Changes: AF, D, HL.
MAPXYC:
IF MSX2
         TOSUB5 S.MAPXYC
ENDIF
mapxyc.old:
         push bc
         ld a,(SCRMOD)
         cp 3
         jr z,mapxyc.block
         ld a,c
         and 7
         ld b,a
         inc b
         ld a,1
mapxyc.bit:
         rrca
         djnz mapxyc.bit
         ld (CMASK),a
         ld a,e
         rrca
         rrca
         rrca
         and 31
         ld d,a
         ld a,c
         and %11111000
         ld c,a
         ld hl,(GRPCGP)
         jr mapxyc.end
mapxyc.block:
         ld a,%11110000
         bit 0,c
         jr z,mapxyc.left
         ld a,%00001111
mapxyc.left:
         ld (CMASK),a
         ld a,e
         rrca
         rrca
         rrca
         and 31
         ld d,a
         ld a,c
         add a,a
         add a,a
         and %11111000
         ld c,a
         ld hl,(MLTCGP)
mapxyc.end:
         ld a,e
         and 7
         or c
         ld c,a
         ld b,d
         add hl,bc
         ld (CLOC),hl
         pop bc
         ret

; FETCHC: Out: HL = CLOC, A = CMASK.
FETCHC:  ld a,(CMASK)
         ld hl,(CLOC)
         ret
; STOREC: In: HL, A.
STOREC:  ld (CMASK),a
         ld (CLOC),hl
         ret

; SETATR: the colour for SETC. In: A. Out: CY when there is no such colour. Changes: F.
SETATR:
IF MSX2
         TOSUB5 S.SETATR
ENDIF
         cp 16
         ccf
         ret c
         ld (ATRBYT),a
         ret

; READC: the colour at the graphics cursor. Out: A. Changes: F; interrupts on.
READC:
IF MSX2
         TOSUB5 S.READC
ENDIF
readc.old:
         push bc
         push hl
         call FETCHC
         ld b,a
         call RDVRM
         ld c,a
         ld a,(SCRMOD)
         cp 3
         ld a,c
         jr z,readc.block
         and b
         push af
         call pixel.colour
         call vram.get
         pop bc
         bit 6,c              ; Z: the pixel is 0
         jr z,readc.high
         jr readc.low
readc.block:
         bit 7,b
         jr z,readc.low
readc.high:
         rrca
         rrca
         rrca
         rrca
readc.low:
         and 15
         pop hl
         pop bc
         ret

; In: HL = place in the pattern table. Out: HL = its colour byte. Changes: F.
pixel.colour:
         push de
         ld de,(GRPCGP)
         or a
         sbc hl,de
         ld de,(GRPCOL)
         add hl,de
         pop de
         ret

; SETC: paints the pixel at the graphics cursor. In: ATRBYT. Changes: AF; interrupts on.
SETC:
IF MSX2
         TOSUB5 S.SETC
ENDIF
setc.old:
IF MSX2
         call vram.zero
ENDIF
; setc.low: the same where register 14 of the VDP is known to be 0.
setc.low:
         push hl
         push de
         push bc
         call FETCHC
         ld b,a               ; B = mask
         call vram.get
         ld c,a               ; C = pattern
         ld a,(ATRBYT)
         and 15
         ld e,a               ; E = colour
         ld a,(SCRMOD)
         cp 3
         jr z,setc.block
         push hl
         call pixel.colour
         call vram.get
         ld d,a               ; D = colours
         and 15
         cp e
         jr z,setc.zero
         ld a,d
         rrca
         rrca
         rrca
         rrca
         and 15
         cp e
         jr z,setc.one
         ; a third colour: in place of one that no other pixel of the eight has
         ld a,b
         or c
         inc a
         ld a,d
         jr nz,setc.fore
         and %11110000        ; all others are 1
         or e
         call vram.put
         jr setc.zero
setc.fore:
         and 15
         ld d,a
         ld a,e
         rlca
         rlca
         rlca
         rlca
         or d
         call vram.put
setc.one:
         pop hl
         ld a,c
         or b
         jr setc.write
setc.zero:
         pop hl
         ld a,b
         cpl
         and c
         jr setc.write
setc.block:
         ld a,e
         rlca
         rlca
         rlca
         rlca
         or e
         xor c
         and b
         xor c
setc.write:
         call vram.put
         pop bc
         pop de
         pop hl
         ret
