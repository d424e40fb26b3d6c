; Points: the graphics cursor, its colour and its moves.
; The cursor is CLOC and CMASK: VRAM address and bit mask in modes 2-4, X and Y in modes 5-8.

; Size of the picture.
; In: SCRMOD Out: HL = width, A = height Changes: F
point.limits:
         ld a,(SCRMOD)
         ld hl,64
         cp 3
         ld a,48
         ret z
         ld hl,256
         ld a,(SCRMOD)
         cp 5
         ld a,192
         ret c
         ld a,(SCRMOD)
         cp 6
         jr z,@wide
         cp 7
@wide:   ld a,212
         ret nz
         inc h
         ret

; SCALXY: brings coordinates into the picture; in SCREEN 3 turns dots of 256x192 into blocks.
; In: BC = X, DE = Y, both signed Out: BC, DE; carry: they were in the picture Changes: AF
SCALXY:
         push hl
         call point.limits
         push af
         ld a,(SCRMOD)
         cp 3
         jr nz,@size
         pop af
         ld hl,256
         ld a,192
         push af
@size:   ld a,1               ; stays 1 while nothing is cut
         dec hl
         bit 7,b
         jr z,@right
         ld bc,0
         xor a
@right:  or a
         sbc hl,bc
         jr nc,@x
         add hl,bc
         ld b,h
         ld c,l
         xor a
@x:      pop hl               ; H = height
         ld l,h
         ld h,0
         dec hl
         bit 7,d
         jr z,@down
         ld de,0
         xor a
@down:   or a
         sbc hl,de
         jr nc,@y
         add hl,de
         ex de,hl
         xor a
@y:      ld l,a
         ld a,(SCRMOD)
         cp 3
         jr nz,@done
         srl b
         rr c
         srl c
         srl e
         srl e
@done:   ld a,l
         rrca
         pop hl
         ret

; MAPXYC: sets the graphics cursor.
; In: BC = X, DE = Y, inside the picture Out: HL = CLOC, A = CMASK Changes: F
MAPXYC:
         ld a,(SCRMOD)
         cp 5
         jr c,@pattern
         ld h,b
         ld l,c
         ld a,e
         jr @set
@pattern:
         push bc
         push de
         cp 3
         jr z,@block
         ld a,e               ; 256 bytes a row, 8 a column
         and 7
         ld l,a
         ld a,e
         rrca
         rrca
         rrca
         and &1F
         ld h,a
         ld a,c
         and &F8
         or l
         ld l,a
         ld a,c
         and 7
         ld b,a
         inc b
         ld a,1
@mask:   rrca
         djnz @mask
         jr @add
@block:  ld a,e
         and 7
         ld l,a
         ld a,e
         rrca
         rrca
         rrca
         and &1F
         ld h,a
         ld a,c
         srl a
         add a,a
         add a,a
         add a,a
         or l
         ld l,a
         bit 0,c
         ld a,&F0
         jr z,@add
         ld a,&0F
@add:    ld de,(CGPBAS)
         add hl,de
         pop de
         pop bc
@set:    ld (CLOC),hl
         ld (CMASK),a
         ret

; Where the graphics cursor stands.
; In: CLOC, CMASK Out: BC = X, DE = Y Changes: AF
point.where:
         ld a,(SCRMOD)
         cp 5
         ld a,(CMASK)
         ld d,0
         jr c,@pattern
         ld e,a
         ld bc,(CLOC)
         ret
@pattern:
         push hl
         ld hl,(CLOC)
         ld bc,(CGPBAS)
         or a
         sbc hl,bc
         ld b,0
         ld c,a
         ld a,l
         and 7
         ld e,a
         ld a,h
         add a,a
         add a,a
         add a,a
         or e
         ld e,a
         ld a,(SCRMOD)
         cp 3
         ld a,l
         jr z,@block
         and &F8
         set 0,c              ; before the first MAPXYC the mask may be 0
@bit:    rlc c
         jr c,@found
         inc a
         jr @bit
@block:  rrca                 ; two blocks a byte
         rrca
         and &3E
         bit 7,c
         jr nz,@found
         inc a
@found:  ld c,a
         pop hl
         ret

; SETATR: sets the colour for points and lines.
; In: A = colour Out: carry: no such colour in this mode, ATRBYT stays Changes: F
SETATR:
         push hl
         ld h,a
         ld a,(SCRMOD)
         cp 8
         ld l,255
         jr z,@check
         cp 6
         ld l,15
         jr nz,@check
         ld l,3
@check:  ld a,l
         cp h
         ld a,h
         pop hl
         ret c
         ld (ATRBYT),a
         ret

; READC: tells the colour at the graphics cursor.
; In: CLOC, CMASK Out: A = colour Changes: F
READC:
         push hl
         push bc
         ld a,(SCRMOD)
         cp 5
         jr nc,@command
         ld hl,(CLOC)
         call RDVRM
         ld b,a
         ld a,(CMASK)
         ld c,a
         ld a,(SCRMOD)
         cp 3
         jr z,@block
         ld a,b
         and c
         call point.colours
         ld a,(hl)
         ld a,c
         jr z,@low
         jr @high
@block:  ld a,b
         bit 7,c
         jr z,@low
@high:   rrca
         rrca
         rrca
         rrca
@low:    and &0F
         jr @done
@command:
         push de
         ld hl,(CLOC)
         ld a,(CMASK)
         ld e,a
         ld d,0
         ld bc,0
         ld a,CMD.POINT
         call command.look
         ld a,7
         call VDPSTA
         pop de
@done:   pop bc
         pop hl
         ret

; Reads the colour byte that belongs to a pattern byte, flags kept.
; In: CLOC, SCRMOD (2, 4) Out: HL = its address, C = ink * 16 + paper Changes: -
point.colours:
         push af
         push de
         ld hl,(CLOC)
         ld de,(CGPBAS)
         or a
         sbc hl,de
         ld a,(SCRMOD)
         cp 4
         ld de,&2000
         jr z,@add
         ld de,(GRPCOL)
@add:    add hl,de
         pop de
         call RDVRM
         ld c,a
         pop af
         ret

; SETC: sets the point at the graphics cursor; modes 5-8 obey LOGOPR.
; In: CLOC, CMASK, ATRBYT Out: - Changes: AF
SETC:
         push hl
         push de
         push bc
         ld hl,(CLOC)
         ld a,(SCRMOD)
         cp 5
         jr nc,@command
         call RDVRM
         ld d,a               ; D = pattern
         ld a,(CMASK)
         ld e,a               ; E = mask
         ld a,(ATRBYT)
         and &0F
         ld b,a
         ld a,(SCRMOD)
         cp 3
         jr z,@block
         call point.ink
         jr @done
@block:  ld a,b               ; the colour in both halves, then one of them
         rlca
         rlca
         rlca
         rlca
         or b
         xor d
         and e
         xor d
         call WRTVRM
         jr @done
@command:
         push ix
         push iy
         ld a,(CMASK)
         ld e,a
         ld d,0
         ld bc,0
         ld ix,0
         ld iyl,0
         ld a,(LOGOPR)
         and &0F
         or CMD.PSET
         ld iyh,a
         ld a,(ATRBYT)
         call command.send
         pop iy
         pop ix
@done:   pop bc
         pop de
         pop hl
         ret

; Sets a point of a pattern that has two colours for each eight points.
; In: HL = CLOC, D = pattern, E = mask, B = colour Out: - Changes: AF, BC, DE, HL
point.ink:
         push hl
         call point.colours   ; C = ink and paper, HL = its address
         ld a,c
         and &0F
         cp b
         jr z,@paper          ; it is the paper's colour: clear the bit
         ld a,c
         rrca
         rrca
         rrca
         rrca
         and &0F
         cp b
         jr z,@set            ; the ink's: set the bit
         ld a,d
         or e
         inc a
         jr z,@repaint        ; all other points are ink: the paper is free
         ld a,c
         and &0F
         ld c,a
         ld a,b
         rlca
         rlca
         rlca
         rlca
         or c
         call WRTVRM
@set:    ld a,d
         or e
         jr @write
@repaint:
         ld a,c
         and &F0
         or b
         call WRTVRM
@paper:  ld a,e
         cpl
         and d
@write:  pop hl
         jp WRTVRM
