; Screen colours and palette.

; CHGCLR: puts FORCLR, BAKCLR and BDRCLR into effect.
; In: A = mode (0-8) Out: - Changes: all
CHGCLR:
         or a
         jr z,@text
         cp 8
         ld b,a
         ld a,(BDRCLR)
         jr z,@border
         ld c,a
         ld a,b
         cp 6
         ld a,c
         call z,colour.pair
         and &0F
         dec b
         jr nz,@border
         push af
         call colour.both
         ld hl,(T32COL)
         ld bc,32
         call vram.fill
         pop af
@border: ld b,a
         ld c,7
         jp WRTVDP
@text:   call colour.both
         jr @border

; Ink and paper in one byte.
; In: FORCLR, BAKCLR Out: A Changes: F, BC
colour.both:
         ld a,(BAKCLR)
         and &0F
         ld b,a
         ld a,(FORCLR)
         add a,a
         add a,a
         add a,a
         add a,a
         or b
         ret

; The border of SCREEN 6 has a colour for even and one for odd dots; below 16 both are the same.
; In: A = 0-3 or 16-31 Out: A = bits 3-2 even, 1-0 odd Changes: F, C
colour.pair:
         bit 4,a
         ret nz
colour.same:
         and 3
         ld c,a
         add a,a
         add a,a
         or c
         ret

; A colour repeated over a byte of VRAM in a bit-mapped mode.
; In: A = colour, SCRMOD (5-8) Out: A Changes: F, BC
colour.byte:
         ld b,a
         ld a,(SCRMOD)
         cp 8
         ld a,b
         ret z
         ld a,(SCRMOD)
         cp 6
         ld a,b
         call z,colour.same
         and &0F
         ld b,a
         add a,a
         add a,a
         add a,a
         add a,a
         or b
         ret

; INIPLT: gives the palette its start values, in the VDP and in VRAM.
; In: SCRMOD Out: - Changes: AF, BC, DE
INIPLT:
         push hl
         ld hl,colour.start
         ld b,16
         ld d,0
@next:   ld a,(hl)
         inc hl
         ld e,(hl)
         inc hl
         push bc
         call SETPLT
         pop bc
         inc d
         djnz @next
         pop hl
         jp vram.home
; Red and blue, then green, of colours 0-15.
colour.start:
         db &00,0, &00,0, &11,6, &33,7, &17,1, &27,3, &51,1, &27,6
         db &71,1, &73,3, &61,6, &64,6, &11,4, &65,2, &55,5, &77,7

; RSTPLT: gives the VDP the palette that VRAM has.
; In: SCRMOD Out: - Changes: AF, BC, DE
RSTPLT:
         ld d,0
@next:   ld a,d
         push de
         call GETPLT
         pop de
         ld e,c
         ld a,b
         call SETPLT
         inc d
         bit 4,d
         jr z,@next
         jp vram.home

; GETPLT: tells a colour of the palette, from its copy in VRAM.
; In: A = colour (0-15) Out: B = red * 16 + blue, C = green Changes: AF, DE
GETPLT:
         push hl
         call colour.place
         call RDVRM
         ld b,a
         inc hl
         call RDVRM
         and &0F
         ld c,a
         pop hl
         ret

; SETPLT: sets a colour of the palette, in the VDP and in VRAM.
; In: D = colour (0-15), A = red * 16 + blue, E = green Out: - Changes: AF
SETPLT:
         push hl
         push bc
         push de
         ld b,a
         ld c,e
         ld a,d
         and &0F
         di
         VDPREG 16
         ld a,b
         out (VDP.PAL),a
         ld a,c
         out (VDP.PAL),a
         ei
         ld a,d
         call colour.place
         ld a,b
         call WRTVRM
         inc hl
         ld a,c
         call WRTVRM
         pop de
         pop bc
         pop hl
         ret

; The place of a colour in the palette table of VRAM.
; In: A = colour, SCRMOD, LINLEN Out: HL = address Changes: AF, DE
colour.place:
         and &0F
         add a,a
         ld e,a
         ld a,(SCRMOD)
         ld d,a
         or a
         jr nz,@other
         ld a,(LINLEN)
         cp 41
         ld hl,&0F00
         jr nc,@found
@other:  ld a,d
         add a,a
         ld hl,colour.tables
         add a,l
         ld l,a
         jr nc,@same
         inc h
@same:   ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
@found:  ld d,0
         add hl,de
         ret
colour.tables:
         dw &0400,&2020,&1B80,&2020,&1B80,&7680,&7680,&FA80,&FA80
