; Fills of horizontal lines, for PAINT. Screens 5-8 are in the sub-ROM.

; PNTINI: the colour at which PAINT stops. In: A; screens 2 and 4 stop at ATRBYT.
; Out: CY when there is no such colour. Changes: AF.
PNTINI:
IF MSX2
         push af
         ld a,(SCRMOD)
         cp 5
         jr nc,pntini.new
         pop af
ENDIF
         cp 16
         ccf
         ret c
         push af
         ld a,(SCRMOD)
         cp 2
         jr z,pntini.ink
         cp 4
         jr z,pntini.ink
         pop af
         ld (BRDATR),a
         ret
pntini.ink:
         ld a,(ATRBYT)
         ld (BRDATR),a
         pop af
         ret

IF MSX2
pntini.new:
         pop af
         ld (BRDATR),a
         or a
         ret
ENDIF

; NSETCX: paints pixels from the graphics cursor to the right. In: HL = how many, ATRBYT.
; Changes: all; interrupts on.
NSETCX:  ex de,hl
IF MSX2
         call vram.zero
ENDIF
         call FETCHC
         push hl
         push af
         ex de,hl
         call nsetcx.next
         pop af
         pop hl
         jp STOREC
nsetcx.next:
         ld a,h
         or l
         ret z
         ld a,(SCRMOD)
         cp 2
         jr z,nsetcx.byte
         cp 4
         jp nz,nsetcx.pixel
nsetcx.byte:
         ld a,(CMASK)
         ld b,a
         rlca
         jr nc,nsetcx.part
         ld de,8
         or a
         sbc hl,de
         add hl,de
         jr c,nsetcx.part
         ld a,l               ; whole bytes: background of one colour
         and 7
         push af
         ld b,3
nsetcx.count:
         srl h
         rr l
         djnz nsetcx.count
         ld b,l               ; at most 32: a line
         ld hl,(GRPCOL)
         ld de,(GRPCGP)
         or a
         sbc hl,de
         ex de,hl             ; from pattern to colour
         ld hl,(CLOC)
nsetcx.eight:
         xor a
         call vram.put
         push hl
         add hl,de
         ld a,(ATRBYT)
         call vram.put
         pop hl
         ld a,l
         add a,8
         ld l,a
         adc a,h
         sub l
         ld h,a
         djnz nsetcx.eight
         ld (CLOC),hl
         pop af
         ld l,a
         ld h,0
         jr nsetcx.next
; A part of a byte. In: HL = pixels left, B = the first one's bit.
nsetcx.part:
         ld c,0
nsetcx.bit:
         ld a,c
         or b
         ld c,a
         dec hl
         srl b
         jr c,nsetcx.bits
         ld a,h
         or l
         jr nz,nsetcx.bit
nsetcx.bits:
         ld a,c
         ld (CMASK),a
         call setc.low        ; all of them at once
         ld a,b
         or a
         jr nz,nsetcx.mask
         ex de,hl
         ld hl,(CLOC)
         ld bc,8
         add hl,bc
         ld (CLOC),hl
         ex de,hl
         ld a,&80
nsetcx.mask:
         ld (CMASK),a
         jp nsetcx.next
nsetcx.pixel:
IF MSX2
         cp 3
         jr z,nsetcx.block
         push hl
         call SETC
         call RIGHTC
         pop hl
         dec hl
         jp nsetcx.next
ENDIF
nsetcx.block:
         call setc.low
         call rightc.old
         dec hl
         ld a,h
         or l
         jr nz,nsetcx.block
         ret

; SCANR: skips pixels of the border colour, then goes right to the next one or to the edge.
; In: DE = how many to skip at most, B = not 0: paint them with ATRBYT.
; Out: HL and FILNAM + 1 = pixels passed after the skip, DE = skips not used, CSAVEA CSAVEM = the
; first of them.
; The graphics cursor stands on the last. Changes: AF, BC; interrupts on.
SCANR:
IF MSX2
         TOSUB5 S.SCANR
ENDIF
         call scanr.line
         ld (FILNAM + 1),hl
         ret
scanr.line:
         ld hl,0
         ld c,l
scanr.skip:
         ld a,d
         or e
         ret z
         call fill.border
         jr nz,scanr.start
         dec de
         call fill.right
         jr nc,scanr.skip
         ret
scanr.start:
         push hl
         call FETCHC
         ld (CSAVEA),hl
         ld (CSAVEM),a
         pop hl
scanr.next:
         call fill.one
         call fill.right
         ret c
         call fill.border
         jr nz,scanr.next
         jp leftc.old

; SCANL: goes left from the pixel before the cursor to a border pixel or to the edge, painting.
; Out: HL = pixels passed. The graphics cursor stands on the last. Changes: AF, BC, DE.
SCANL:
IF MSX2
         TOSUB5 S.SCANL
ENDIF
         ld hl,0
         ld b,255
scanl.next:
         call fill.left
         ret c
         call fill.border
         jp z,rightc.old
         call fill.one
         jr scanl.next

; Counts a pixel in HL and paints it when B is not 0. Changes: AF.
fill.one:
         inc hl
         ld a,b
         or a
         ret z
         jp setc.old
; Out: Z when the pixel has the border colour. Changes: AF.
fill.border:
         push hl
         call readc.old
         ld hl,BRDATR
         cp (hl)
         pop hl
         ret
; Moves the graphics cursor inside its line. Out: CY and unmoved at the edge. Changes: AF.
fill.right:
         push hl
         call fill.edge
         jr nz,fill.right1
         ld a,l
         and %11111000
         cp %11111000
         scf
         jr z,fill.no
fill.right1:
         call rightc.old
         or a
fill.no: pop hl
         ret
fill.left:
         push hl
         call FETCHC
         rlca                 ; the left pixel of a byte has bit 7
         jr nc,fill.left1
         ld a,l
         and %11111000
         scf
         jr z,fill.no
fill.left1:
         call leftc.old
         or a
         jr fill.no
; Out: HL = CLOC, Z when the pixel is the right one of its byte. Changes: AF.
fill.edge:
         call FETCHC
         and 1
         xor 1
         ret
