; LINE: lines, boxes, filled boxes. Both ends are brought into the picture first.
; Screens 5-8 draw with the VDP's commands, in the sub-ROM.
; Source: MSX2 Technical Handbook, chapter 2 and appendix 3 (DOGRPH, NVBXLN, NVBXFL).

; LINE [point]-point[,colour[,B|BF][,operation]]. In: HL behind LINE.
line.graphic:
         ld bc,(GRPACX)
         ld de,(GRPACY)
         ld a,(hl)
         cp "@"
         call z,CHRGTR
         cp T.MINUS
         call nz,point.get
         push bc
         push de
         rst 8
         db T.MINUS
         call point.get
         call graphic.check
         ld a,(FORCLR)
         call ink.get
         ld b,0               ; 1 box, 2 filled
         ld a,(hl)
         cp ","
         jr nz,line.shape
         rst 16
         jp z,error.syntax
         cp "B"
         jr nz,line.operation
         inc b
         rst 16
         cp "F"
         jr nz,line.operation
         inc b
         rst 16
line.operation:
         push bc
         call operation.get
         pop bc
line.shape:
         ld a,b
         pop de
         pop bc
         push hl
         ld hl,(GRPACX)
         ld (GXPOS),hl
         ld hl,(GRPACY)
         ld (GYPOS),hl
         call line.kind
         pop hl
         ret

; In: A = 0 line, 1 box, 2 filled; BC, DE; GXPOS, GYPOS and GRPACX, GRPACY = the other end. Changes: all.
line.kind:
         dec a
         jp z,line.box
         jp p,line.fill
; A line. In: BC = X, DE = Y; GXPOS, GYPOS = the other end; ATRBYT, LOGOPR. Changes: all but IY.
line.draw:
         call H.DOGR
IF MSX2
         ld h,d
         ld l,e
         ld ix,S.DOGRPH
         call line.command
         ret c
ENDIF
         call line.ends
         ld a,d
         sub e
         ld b,a               ; B = DX
         ld a,h
         sub l
         ld hl,downc.old
         jr nc,line.lower
         neg
         ld hl,upc.old
line.lower:
         ld c,a               ; C = DY
         ld de,rightc.old
         ld a,b
         cp c
         jr nc,line.flat
         ex de,hl
         ld b,c
         ld c,a
line.flat:                    ; B = long side, DE = its step, C and HL of the short side
         ld a,&C3
         ld (MAXUPD),a
         ld (MINUPD),a
         ld (MAXUPD + 1),de
         ld (MINUPD + 1),hl
         ld d,b
         ld e,c
         ld c,b
         srl c                ; C = what is left to the next side step
IF MSX2
         call vram.zero
ENDIF
line.point:
         call setc.low
         ld a,b
         or a
         ret z
         dec b
         call MAXUPD
         ld a,c
         sub e
         ld c,a
         jr nc,line.point
         add a,d
         ld c,a
         call MINUPD
         jr line.point
; B + 1 points to the right, which only a filled box may have at once: bytes that they fill get the colour as their
; background, those of a line as their foreground (github.com/andete/zerobas, docs/bffill-msx1-characterization.md).
line.level:
         ld l,b
         ld h,0
         inc hl
         jp NSETCX

; Brings both ends into the picture. In: BC, DE; GXPOS, GYPOS.
; Out: E = left X, L = its Y, D = right X, H = its Y; graphics cursor on the left one. Changes: AF, BC.
line.ends:
         call scalxy.old
         push bc
         push de
         ld bc,(GXPOS)
         ld de,(GYPOS)
         call scalxy.old
         pop hl
         ld h,e
         pop de
         ld d,c
         ld a,d
         cp e
         jr nc,line.map
         ld d,e
         ld e,a
         ld a,h
         ld h,l
         ld l,a
line.map:
         push de
         push hl
         ld b,0
         ld c,e
         ld d,b
         ld e,l
         call mapxyc.old
         pop hl
         pop de
         ret

IF MSX2
; Screens 5-8: calls the sub-ROM. In: IX = entry. Out: CY then. Changes: all but IY, else AF.
line.command:
         call CHKNEW
         ret nc
         call sub.call
         scf
         ret
ENDIF

; A box whose other end is in GXPOS, GYPOS alone. In, Changes: as line.draw.
line.around:
         ld hl,(GXPOS)
         ld (GRPACX),hl
         ld hl,(GYPOS)
         ld (GRPACY),hl
; A box. In, Changes: as line.draw; GRPACX, GRPACY = GXPOS, GYPOS.
line.box:
IF MSX2
         ld ix,S.NVBXLN
         call line.command
         ret c
ENDIF
         ld (CXOFF),bc
         ld (CYOFF),de
         ld (GYPOS),de
         call line.pair
         ld hl,(CXOFF)
         ld (GXPOS),hl
         ld hl,(GRPACY)
         ld (GYPOS),hl
line.pair:
         ld bc,(CXOFF)
         ld de,(CYOFF)
         call line.draw
         ld bc,(GRPACX)
         ld de,(GRPACY)
         jp line.draw

; A filled box. In, Changes: as line.draw.
line.fill:
IF MSX2
         ld ix,S.NVBXFL
         call line.command
         ret c
ENDIF
         call line.ends
         ld a,h
         cp l
         jr nc,line.row
         ld h,l
         ld l,a
line.row:
         call line.map
         push hl
         push de
         ld a,d
         sub e
         ld b,a
         call line.level
         pop de
         pop hl
         ld a,l
         inc l
         cp h
         jr nz,line.row
         ret
