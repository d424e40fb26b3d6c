; Coordinates, colours and logical operations of the graphics statements; PSET, PRESET, POINT.
; Source: MSX2 Technical Handbook, chapter 2; MSX Wiki, pages of these words; MSX-BASIC Programming Guide, V.4.

; Error 5 on a text screen. Changes: AF.
graphic.check:
         ld a,(SCRMOD)
         cp 2
         ret nc
         jp error.call

; point.get: [@] [STEP] (X,Y). In: HL. Out: BC = X, DE = Y; GRPACX, GRPACY, GXPOS, GYPOS; HL behind. Changes: AF.
point.get:
         ld a,(hl)
         cp "@"
         jr nz,point.step
         rst 16
point.step:
         cp T.STEP
         push af
         jr nz,point.open
         inc hl
point.open:
         dec hl
         rst 16
         rst 8
         db "("
         call expr.integer
         push de
         rst 8
         db ","
         call expr.integer
         rst 8
         db ")"
         pop bc
         pop af
         jr nz,point.set
         push hl
         ld hl,(GRPACY)
         add hl,de
         ex de,hl
         ld hl,(GRPACX)
         add hl,bc
         ld b,h
         ld c,l
         pop hl
point.set:
         ld (GRPACX),bc
         ld (GXPOS),bc
         ld (GRPACY),de
         ld (GYPOS),de
         ret

; An optional colour behind a comma. In: HL, A = colour if there is none.
; Out: ATRBYT, LOGOPR = 0, HL at what follows. Changes: all.
ink.get: push af
         call graphic.check
         xor a
         ld (LOGOPR),a
         call colour.get
         jr nc,ink.given
         pop af
; In: A = colour, cut to what the screen has. Changes: AF.
ink.default:
IF MSX2
         push bc
         ld b,a
         ld a,(SCRMOD)
         cp 8
         ld a,b
         pop bc
         jr z,ink.set
ENDIF
         and 15
         jr ink.set
ink.given:
         pop bc
; In: A = colour. Changes: AF.
ink.set: call colour.cut
         call SETATR
         ret nc
         jp error.call

; Screen 6 has four colours. In: A. Out: A. Changes: F.
colour.cut:
IF MSX2
         push bc
         ld b,a
         ld a,(SCRMOD)
         cp 6
         ld a,b
         pop bc
         ret nz
         cp 16
         ret nc
         and 3
ENDIF
         ret

; Out: A = colour behind a comma; CY: none is given. Changes: all but HL, which goes on.
colour.get:
         dec hl
         rst 16
         cp ","
         scf
         ret nz
         rst 16
         cp ","
         scf
         ret z
         call GETBYT
         or a
         ret

; An optional logical operation behind a comma. In: HL. Out: LOGOPR, HL. Changes: AF, BC.
operation.get:
         dec hl
         rst 16
IF MSX2
         cp ","
         ret nz
         rst 16
         ld bc,0
         cp T.TO              ; TOR is TO, R
         jr z,operation.tor
         cp 255               ; TAND is TAN, D
         jr z,operation.tand
         cp "T"
         jr nz,operation.code
         ld c,8               ; colour 0 is transparent
         rst 16
operation.code:
         cp T.PSET
         jr z,operation.set
         ld b,4
         cp T.PRESET
         jr z,operation.set
         sub T.AND - 1        ; AND 1, OR 2, XOR 3
         ld b,a
         dec a
         cp 3
         jr nc,operation.wrong
         jr operation.set
operation.tand:
         rst 16
         rst 8
         db T.TAN
         cp "D"
         ld bc,&0108
         jr z,operation.set
operation.wrong:
         jp error.syntax
operation.tor:
         rst 16
         cp "R"
         jr nz,operation.wrong
         ld bc,&0208
operation.set:
         ld a,b
         or c
         ld (LOGOPR),a
         rst 16
ENDIF
         ret

; PSET point[,colour[,operation]]
do.pset: ld a,(FORCLR)
         jr pset.go
do.preset:
         ld a,(BAKCLR)
pset.go: push af
         call point.get
         pop af
         push bc
         push de
         call ink.get
         call operation.get
         pop de
         pop bc
         push hl
         call plot
         pop hl
         ret

; POINT point: the colour there, -1 outside, 0 on a text screen; the graphics accumulator stays.
fn.point:
         ld bc,(GRPACX)
         push bc
         ld bc,(GRPACY)
         push bc
         call point.get
         ex (sp),hl
         ld (GRPACY),hl
         pop hl
         ex (sp),hl
         ld (GRPACX),hl
         ld a,(SCRMOD)
         cp 2
         ld hl,0
         jr c,point.value
         call SCALXY
         ld hl,-1
         jr nc,point.value
         call MAPXYC
         call READC
         ld l,a
         ld h,0
point.value:
         call value.integer
         pop hl
         ret
