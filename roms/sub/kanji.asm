; Kanji. The ROM, where a machine has one, gives 32 bytes a character: four cells of eight rows, upper
; left, upper right, lower left, lower right. Its number goes to ports D8h (low six bits) and D9h (high
; six bits), the bytes come from D9h; DAh and DBh serve JIS level 2.
; Source: MSX2 Technical Handbook, appendix 6 (I/O map); MSX Wiki, "Kanji ROM".

; KNJPRT: writes a kanji into a picture of modes 5-8 and moves on; nothing happens without a kanji ROM.
; In: BC = JIS code, A = 0: 16x16, 1: even rows, 2: odd rows; GRPACX, GRPACY, ATRBYT, LOGOPR
; Out: GRPACX, GRPACY Changes: AF
KNJPRT:
         push bc
         push de
         push hl
         push ix
         push iy
         ld e,a
         ld a,(SCRMOD)
         cp 5
         jr c,@done
         push de
         call kanji.fetch
         pop de
         call nz,kanji.draw
@done:   pop iy
         pop ix
         pop hl
         pop de
         pop bc
         ret

; Reads the 32 bytes of a character into LINWRK.
; In: BC = JIS code Out: zero: there is no ROM Changes: all
kanji.fetch:
         ld d,&D8
         ld hl,0
         ld a,b
         sub &20
         cp &10
         jr c,@row            ; 20h-2Fh: numbers from 0
         ld h,4
         sub &10
         cp &20
         jr c,@row            ; 30h-4Fh: numbers from 1024
         ld h,0
         sub &20              ; 50h-7Fh: level 2
         ld d,&DA
@row:    ld e,c
         ld c,a
         ld b,0
         push hl
         ld h,b
         ld l,c
         add hl,hl            ; 96 characters a row
         add hl,bc
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         pop bc
         add hl,bc
         ld a,e
         sub &20
         ld c,a
         ld b,0
         add hl,bc
         ld c,d
         ld a,l
         and &3F
         out (c),a
         add hl,hl
         add hl,hl
         inc c
         out (c),h
         ld hl,LINWRK
         ld b,32
         inir
         ld b,32
@look:   dec hl
         ld a,(hl)
         inc a
         ret nz
         djnz @look
         ret

; Draws what kanji.fetch has read.
; In: E = 0: all rows, 1: even rows, 2: odd rows Out: - Changes: all
kanji.draw:
         ld hl,LINWRK
         ld bc,&0801
         ld a,e
         or a
         jr z,@all
         ld bc,&0402
         dec a
         jr z,@all
         inc hl
@all:    ld de,(GRPACY)
         push de
         call @half
         ld de,(GRPACY)
         ld a,e
         add a,b
         ld e,a
         jr nc,@lower
         inc d
@lower:  ld (GRPACY),de
         call @half
         pop hl
         ld (GRPACY),hl
         ld de,16
         jp glyph.advance
@half:   ld de,(GRPACX)
         push de
         call @cell
         ld a,8
         add a,e
         ld e,a
         jr nc,@right
         inc d
@right:  ld (GRPACX),de
         call @cell
         pop de
         ld (GRPACX),de
         ret
@cell:   push bc
         push de
         push hl
         call glyph.cell
         pop hl
         ld de,8
         add hl,de
         pop de
         pop bc
         ret
