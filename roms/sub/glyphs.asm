; Character patterns: fetching them, filling the pattern table, writing into pictures.

; GETPAT: fetches the pattern of a character into PATWRK.
; In: A = code, CGPNT = slot and address of the font Out: PATWRK Changes: all
GETPAT:
         ld l,a
         ld h,0
         add hl,hl
         add hl,hl
         add hl,hl
         ld de,(CGPNT + 1)
         add hl,de
         ld de,PATWRK
         ld b,8
@next:   push bc
         push de
         ld a,(CGPNT)
         call RDSLT
         ei
         pop de
         pop bc
         ld (de),a
         inc hl
         inc de
         djnz @next
         ret

; Fills the pattern table of a text mode with the font.
; In: CGPNT, CGPBAS Out: - Changes: all
glyph.load:
         call H.INIP
         ld a,(CGPNT)
         ld hl,EXPTBL
         cp (hl)
         jr nz,@each
         ld hl,(CGPNT + 1)    ; the main ROM itself can read its font fast
         ld de,(CGPBAS)
         ld bc,2048
         MAIN M.LDIRVM
         ret
@each:   xor a
@next:   push af
         call GETPAT
         pop af
         push af
         ld l,a
         ld h,0
         add hl,hl
         add hl,hl
         add hl,hl
         ld de,(CGPBAS)
         add hl,de
         ex de,hl
         ld hl,PATWRK
         ld bc,8
         call vram.copy
         pop af
         inc a
         jr nz,@next
         ret

; GRPPRT: writes a character into a picture and moves on; CR begins the next line. Text screens stay.
; In: A = code, GRPACX, GRPACY = upper left corner, ATRBYT, LOGOPR Out: GRPACX, GRPACY Changes: -
GRPPRT:
         PUSHALL
         push ix
         push iy
         ld b,a
         ld a,(SCRMOD)
         cp 2
         jr c,@done
         ld a,b
         cp 13
         jr z,@line
         cp 32
         call nc,glyph.draw
         jr @done
@line:   call glyph.nextline
@done:   pop iy
         pop ix
         POPALL
         ret

; In: A = code Out: - Changes: all
glyph.draw:
         call GETPAT
         call glyph.paper
         ld hl,PATWRK
         ld b,8
         ld c,1
         call glyph.cell
         ld de,8
         ld a,(SCRMOD)
         cp 3
         jr nz,glyph.advance
         ld de,32
; Moves the graphics accumulator right, to the next line at the edge.
; In: DE = dots Out: - Changes: AF, BC, DE, HL
glyph.advance:
         ld hl,(GRPACX)
         add hl,de
         ld (GRPACX),hl
         ex de,hl
         call point.limits
         ld a,(SCRMOD)
         cp 3
         jr nz,@size
         ld hl,256
@size:   dec hl
         or a
         sbc hl,de
         ret nc
; Moves the graphics accumulator to the next line, from the last one to the top.
; In: - Out: - Changes: AF, BC, DE, HL
glyph.nextline:
         ld hl,0
         ld (GRPACX),hl
         call point.limits
         ld de,8
         ld l,a
         ld a,(SCRMOD)
         cp 3
         jr nz,@step
         ld l,192
         ld de,32
@step:   ld h,0
         ex de,hl
         ld bc,(GRPACY)
         add hl,bc            ; HL = new Y, DE = height
         push hl
         or a
         sbc hl,de
         pop hl
         jr c,@set
         ld hl,0
@set:    ld (GRPACY),hl
         ret

; Modes 5-8: the background of a character, unless an operation other than PSET and TPSET is asked for.
; In: GRPACX, GRPACY, BAKCLR, LOGOPR Out: - Changes: all
glyph.paper:
         ld a,(SCRMOD)
         cp 5
         ret c
         ld a,(LOGOPR)
         and 7
         ret nz
         ld bc,(GRPACX)
         ld de,(GRPACY)
         push bc
         push de
         call SCALXY
         pop de
         pop hl
         ret nc
         ld bc,8
         ld ix,8
         ld iyl,0
         ld a,(LOGOPR)
         or CMD.LMMV
         ld iyh,a
         ld a,(BAKCLR)
         jp command.send

; Draws rows of a pattern at the graphics accumulator, one bit a dot; what lies outside is not drawn.
; In: HL = pattern, B = rows, C = bytes from row to row Out: HL behind Changes: AF, DE, BC
glyph.cell:
         ld de,(GRPACY)
@row:    push bc
         push de
         push hl
         ld c,(hl)
         ld b,8
         ld hl,(GRPACX)
@dot:    rlc c
         jr nc,@blank
         push bc
         push de
         ld b,h
         ld c,l
         call glyph.dot
         pop de
         pop bc
@blank:  call glyph.size
         add a,l
         ld l,a
         jr nc,@same
         inc h
@same:   djnz @dot
         pop hl
         pop de
         pop bc
         ld a,b
         ld b,0
         add hl,bc
         ld b,a
         call glyph.size
         add a,e
         ld e,a
         jr nc,@next
         inc d
@next:   djnz @row
         ret

; In: BC = X, DE = Y Out: - Changes: AF, BC, DE
glyph.dot:
         call SCALXY
         ret nc
         push hl
         call MAPXYC
         pop hl
         jp SETC

; In: SCRMOD Out: A = size of a dot: a block of SCREEN 3 is four coordinates wide Changes: F
glyph.size:
         ld a,(SCRMOD)
         cp 3
         ld a,1
         ret nz
         ld a,4
         ret

