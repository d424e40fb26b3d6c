; The start-up logo: two boxes stack up to an 8 above the word EightBox, in SCREEN 2, for less than 0.6 s.

LOGO.ROW:    EQU 3     ; character row of the upper box; the boxes are 6 columns wide and 4 rows high
LOGO.COLUMN: EQU 13
LOGO.LINES:  EQU 64    ; height of both boxes
LOGO.WORD:   EQU 13    ; character row of the word: 4 rows, letters 3 columns wide
LOGO.HOLD:   EQU 6     ; frames the finished picture stays

; Shows the logo. The colours of the work area and the palette are as before; the screen is off, in mode 2.
; In:      work area and hooks set up, screen tables at their defaults
; Out:     -
; Changes: all registers, SCRMOD; interrupts are on
LOGO:
        ld hl,(FORCLR)
        push hl
        ld a,(BDRCLR)
        push af
        ld hl,&010F
        ld (FORCLR),hl
        ld a,1
        ld (BDRCLR),a
        call INIGRP
        ld hl,&2000 + 256 * LOGO.ROW
        ld bc,256 * 8
        ld a,&11
        call FILVRM
        ld hl,&2000 + 256 * LOGO.WORD
        ld bc,256 * 4
        ld a,&F1
        call FILVRM
        call LOGO.BOXES
IF MSX2
        ld a,2
        di
        VDPREG 16
        ld hl,LOGO.PALETTE
        ld bc,24 * 256 + VDP.PAL
        otir
        ei
        call LOGO.PAPER
ENDIF
        call LOGO.SHOW
        pop af
        ld (BDRCLR),a
        pop hl
        ld (FORCLR),hl
        call DISSCR             ; the ramps go before the next mode comes
IF MSX2
        ld ix,S.INIPLT
        call EXTROM
ENDIF
        ei
        ret

IF MSX2
; Gives the background the colour of SET TITLE, if there is one in the battery RAM.
; In: - Out: - Changes: AF, BC, DE, HL; interrupts are on
LOGO.PAPER:
        ld c,&20
        call LOGO.SETTING
        cp 10                   ; settings are there
        ret nz
        ld c,&2B
        call LOGO.SETTING
        cp 4
        ret nc
        add a,a
        ld e,a
        ld d,0
        ld hl,LOGO.PAPERS
        add hl,de
        ld a,1
        di
        VDPREG 16
        ld bc,2 * 256 + VDP.PAL
        otir
        ei
        ret
LOGO.SETTING:
        ld ix,S.REDCLK
        jp EXTROM
ENDIF

; Draws the patterns of both boxes, still black on black.
; In: - Out: - Changes: all
LOGO.BOXES:
        ld de,256 * LOGO.ROW + 8 * LOGO.COLUMN
        call @box
@box:   ld hl,LOGO.TOP
        call LOGO.SIDES
        ld a,&FF
        call LOGO.MIDDLE
        ld b,2
@walls: push bc
        ld hl,LOGO.WALL
        call LOGO.SIDES
        pop bc
        djnz @walls
        ld hl,LOGO.BOTTOM
        call LOGO.SIDES
        ld a,&FF
; Fills the four cells between the sides of the row above.
; In: A pattern, DE row start + 256 Out: - Changes: AF, BC, HL
LOGO.MIDDLE:
        push de
        ld hl,8 - 256
        add hl,de
        ld bc,4 * 8
        call FILVRM
        pop de
        ret

; Writes the left and the right cell of a box row.
; In: HL left pattern, the right one 12 bytes on; DE VRAM address Out: DE next row Changes: AF, BC, HL
LOGO.SIDES:
        push hl
        push de
        ld bc,8
        call LDIRVM
        pop de
        pop hl
        ld bc,12
        add hl,bc
        push de
        ex de,hl
        ld bc,5 * 8
        add hl,bc
        ex de,hl
        ld bc,8
        call LDIRVM
        pop de
        inc d
        ret

; Lights the boxes from below, eight lines a frame, and sets a letter with each.
; In: - Out: - Changes: all
LOGO.SHOW:
        ld c,LOGO.LINES
@frame: push bc
        call LOGO.WAIT
        pop bc
        ld b,8
@line:  dec c
        push bc
        call LOGO.LINE
        pop bc
        djnz @line
        push bc
        call LOGO.LETTER
        pop bc
        ld a,c
        or a
        jr nz,@frame
        ld b,LOGO.HOLD
@hold:  call LOGO.WAIT
        djnz @hold
; Waits for the end of the picture.
; In: - Out: - Changes: -
LOGO.WAIT:
        ei
        halt
        ret

; Colours one line of the boxes.
; In: C line, 0 the top Out: - Changes: AF, BC, DE, HL
LOGO.LINE:
        ld a,c
        and 31
        bit 0,c
        jr z,@even
        add a,3                 ; odd lines run ahead: the steps blend
@even:  ld hl,LOGO.RAMP - 1
@step:  inc hl
        sub 6
        jr nc,@step
        bit 5,c
        jr z,@upper
        ld de,6
        add hl,de
@upper: ld a,c
        rrca
        rrca
        rrca
        and &1F
        add a,&20 + LOGO.ROW
        ld d,a
        ld a,c
        and 7
        add a,8 * LOGO.COLUMN
        ld e,a
        ld b,6
@cell:  ld a,(hl)
        push hl
        ex de,hl
        call WRTVRM
        ld de,8
        add hl,de
        ex de,hl
        pop hl
        djnz @cell
        ret

; Draws a letter of the word four times as wide and as high: the last one for line 56, the first for 0 … 7.
; In: C line Out: - Changes: all
LOGO.LETTER:
        ld a,c
        rrca
        rrca
        rrca
        cpl
        add a,8                 ; letter 0-7: the boxes grow up, the word grows rightwards
        and 7
        ld c,a
        ld b,0
        ld hl,LOGO.NAME
        add hl,bc
        ld e,(hl)
        ld d,b
        ex de,hl
        add hl,hl
        add hl,hl
        add hl,hl
        ld de,FONT
        add hl,de
        ld a,c
        add a,a
        add a,c
        add a,4                 ; column of the letter
        add a,a
        add a,a
        add a,a
        ld e,a
        ld d,LOGO.WORD
        ld b,8
@row:   push bc
        ld c,(hl)
        push hl
        ld b,3
        push de
@wide:  call LOGO.DOTS
        ld a,e
        add a,8
        ld e,a
        djnz @wide
        pop de
        ld a,e
        xor 4
        ld e,a
        bit 2,a
        jr nz,@same
        inc d
@same:  pop hl
        inc hl
        pop bc
        djnz @row
        ret

; Writes two dots of a letter row as a byte, on four lines.
; In: C dots, bit 7 first; DE VRAM address Out: C shifted by two Changes: AF, HL
LOGO.DOTS:
        push bc
        xor a
        rlc c
        jr nc,@left
        or &F0
@left:  rlc c
        jr nc,@right
        or &0F
@right: ex de,hl
        push hl
        ld b,4
@line:  call WRTVRM
        inc hl
        djnz @line
        pop hl
        ex de,hl
        pop bc
        rlc c
        rlc c
        ret

; Left and right cells, 12 bytes apart; top and bottom share their straight part.
LOGO.TOP:    DB &0F,&3F,&7F,&7F
LOGO.BOTTOM: DB &FF,&FF,&FF,&FF,&7F,&7F,&3F,&0F
             DB &F0,&FC,&FE,&FE
             DB &FF,&FF,&FF,&FF,&FE,&FE,&FC,&F0
LOGO.WALL:   DB &FF,&FF,&FF,&FF,&FF,&FF,&FF,&FF
             DB 0,0,0,0
             DB &FF,&FF,&FF,&FF,&FF,&FF,&FF,&FF
LOGO.NAME:   DM "EightBox"

; Ink and paper of each six lines, the upper box first.
LOGO.RAMP:
IF MSX2
        DB &21,&31,&41,&51,&61,&71,&81,&91,&A1,&B1,&C1,&D1
; Colours 2-13: red and blue in one byte, green in the next.
LOGO.PALETTE:
        DB &07,7, &07,6, &07,5, &07,4, &17,3, &27,2
        DB &70,7, &70,6, &70,5, &70,4, &71,3, &72,2
; Blue, green, red, orange (MSX2 Technical Handbook, table 2.15).
LOGO.PAPERS: DB &04,0, &00,3, &40,0, &50,2
ELSE
        DB &71,&71,&51,&51,&41,&41,&B1,&A1,&91,&81,&81,&61
ENDIF
