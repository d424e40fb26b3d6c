; Screen modes 0-8: tables, registers, initialisation.
; Source: MSX2 Technical Handbook, chapter 4 and appendix 5 (VRAM map).

; CHGMDP: changes the screen mode and gives the palette its start values.
; In: A = mode (0-8), else nothing happens Out: - Changes: all
CHGMDP:
         call CHGMOD
         jp INIPLT

; CHGMOD: changes the screen mode.
; In: A = mode (0-8), else nothing happens Out: - Changes: all
CHGMOD:
         cp 9
         ret nc
         cp 1
         jr c,INITXT
         jr z,INIT32
         cp 3
         jr c,INIGRP
         jr z,INIMLT
; Modes 4-8: everything as in the modes below.
; In: A = mode Out: - Changes: all
         call mode.start
         cp 4
         call z,mode.names
         jr mode.picture

; INITXT: SCREEN 0, 40 columns, or 80 when LINL40 is above 40.
; In: TXTNAM, TXTCGP, LINL40 Out: - Changes: all
INITXT:
         xor a
         ld (OLDSCR),a
         call mode.start
         ld a,(LINL40)
         ld (LINLEN),a
         jr mode.text

; INIT32: SCREEN 1.
; In: T32NAM, T32COL, T32CGP, T32ATR, T32PAT, LINL32 Out: - Changes: all
INIT32:
         ld a,1
         ld (OLDSCR),a
         call mode.start
         ld a,(LINL32)
         ld (LINLEN),a
         call sprite.planes
mode.text:
         ld a,24
         ld (CRTCNT),a
         call glyph.load
         call CLSSUB
         jr mode.show

; INIGRP: SCREEN 2.
; In: GRPNAM, GRPCOL, GRPCGP, GRPATR, GRPPAT Out: - Changes: all
INIGRP:
         ld a,2
         call mode.start
         call mode.names
mode.picture:
         call CLSSUB
         call sprite.planes
mode.show:
         call vram.home
         ld a,(RG1SAV)
         or &40
         ld b,a
         ld c,1
         jp WRTVDP

; INIMLT: SCREEN 3.
; In: MLTNAM, MLTCGP, MLTATR, MLTPAT Out: - Changes: all
INIMLT:
         ld a,3
         call mode.start
         ld hl,(NAMBAS)
         call vram.write
         ei
         ld b,0               ; 24 rows, each row of names four times
@row:    ld a,b
         and &1C
         add a,a
         add a,a
         add a,a
         ld d,32
@name:   out (VDP.DATA),a
         inc a
         dec d
         jr nz,@name
         inc b
         ld a,b
         cp 24
         jr nz,@row
         jr mode.picture

; SETTXT, SETT32, SETGRP, SETMLT: set the VDP alone, VRAM and the mode of the work area stay.
; In: the tables of the mode Out: - Changes: all
SETTXT:  xor a
         jp mode.registers
SETT32:  ld a,1
         jp mode.registers
SETGRP:  ld a,2
         jp mode.registers
SETMLT:  ld a,3
         jp mode.registers

; The names 0-255 three times, for the modes with a picture of patterns.
; In: NAMBAS Out: - Changes: AF, BC, HL
mode.names:
         ld hl,(NAMBAS)
         call vram.write
         ei
         ld bc,3
@name:   ld a,b
         out (VDP.DATA),a
         inc b
         jr nz,@name
         dec c
         jr nz,@name
         ret

; Begins a mode: screen off, work area, registers, colours, page 0.
; In: A = mode Out: A = mode Changes: all
mode.start:
         ld (SCRMOD),a
         ld a,(RG1SAV)
         and &BF
         ld b,a
         ld c,1
         call WRTVDP
         xor a
         ld (DPPAGE),a
         ld (ACPAGE),a
         ld a,(SCRMOD)
         call mode.tables
         ld e,(hl)            ; name table
         inc hl
         ld d,(hl)
         inc hl
         ld (NAMBAS),de
         inc hl
         inc hl
         ld de,CGPBAS
         ld bc,2
         ldir
         ld a,(SCRMOD)
         or a
         jr z,@registers      ; mode 0 has no sprites: their tables stay
         ld e,(hl)            ; sprite attributes come before the patterns
         inc hl
         ld d,(hl)
         inc hl
         ld (ATRBAS),de
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld (PATBAS),de
@registers:
         ld a,(SCRMOD)
         call mode.registers
         ld a,(SCRMOD)
         call CHGCLR
         ld a,(SCRMOD)
         ret

; The five table addresses of a mode: names, colours, patterns, sprite attributes, sprite patterns.
; In: A = mode Out: HL = the five words Changes: AF, BC
mode.tables:
         or a
         jr nz,@other
         ld a,(LINL40)
         cp 41
         ld hl,mode.text2
         ret nc
         xor a
@other:  ld hl,TXTNAM
         cp 4
         jr c,@found
         ld hl,mode.fixed
         sub 4
@found:  ld c,a
         ld b,0
         add a,a
         add a,a
         add a,c
         add a,a
         ld c,a
         add hl,bc
         ret
mode.text2:
         dw &0000,&0800,&1000,&0000,&0000
mode.fixed:
         dw &1800,&2000,&0000,&1E00,&3800
         dw &0000,&0000,&0000,&7600,&7800
         dw &0000,&0000,&0000,&7600,&7800
         dw &0000,&0000,&0000,&FA00,&F000
         dw &0000,&0000,&0000,&FA00,&F000

; Mode bits of R0 and R1; the least bits that R3, R4 and R5 need set.
mode.bits:
         db &00,&10, &00,&00,&00      ; 0
         db &00,&00, &00,&00,&00      ; 1
         db &02,&00, &7F,&03,&00      ; 2
         db &00,&08, &00,&00,&00      ; 3
         db &04,&00, &7F,&03,&03      ; 4
         db &06,&00, &00,&00,&03      ; 5
         db &08,&00, &00,&00,&03      ; 6
         db &0A,&00, &00,&00,&03      ; 7
         db &0E,&00, &00,&00,&03      ; 8
         db &04,&10, &07,&00,&00      ; 0 with 80 columns

; Writes the VDP registers of a mode. The display, interrupt and sprite size bits stay.
; In: A = mode Out: - Changes: all
mode.registers:
         ld e,a
         push de
         call mode.tables
         pop de
         push hl
         ld a,e
         or a
         jr nz,@row
         ld a,(LINL40)
         cp 41
         ld a,9
         jr nc,@row
         xor a
@row:    ld c,a
         add a,a
         add a,a
         add a,c
         ld c,a
         ld b,0
         ld hl,mode.bits
         add hl,bc
         ld a,(RG0SAV)
         and &F1
         or (hl)
         ld b,a
         ld c,0
         call WRTVDP
         inc hl
         ld a,(RG1SAV)
         and &E7
         or &20               ; interrupts at the end of the picture
         or (hl)
         ld b,a
         ld c,1
         call WRTVDP
         inc hl
         ex (sp),hl           ; HL the tables, stack the bits
         ld a,e
         call mode.height
         call mode.name
         pop bc
         ld a,e
         cp 5
         jr c,@tables
         inc hl               ; the bit-mapped modes have neither colours nor patterns
         inc hl
         inc hl
         inc hl
         inc bc
         inc bc
         jr mode.spritetables
@tables: call mode.colours
         ld a,(bc)            ; patterns: address / 800h
         inc bc
         push bc
         ld b,a
         inc hl
         ld a,(hl)
         inc hl
         rrca
         rrca
         rrca
         and &1F
         or b
         ld b,a
         ld c,4
         call WRTVDP
         pop bc
; In: HL = words of the sprite tables, BC = bits for R5 Out: - Changes: all
mode.spritetables:
         ld a,(bc)
         ld c,a
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ex de,hl
         add hl,hl            ; attributes: address / 80h
         ld a,0
         adc a,0
         push af
         ld a,h
         or c
         ld b,a
         ld c,5
         call WRTVDP
         pop af
         ld b,a
         ld c,11
         call WRTVDP
         ex de,hl
         inc hl
         ld a,(hl)            ; patterns: address / 800h
         rrca
         rrca
         rrca
         and &1F
         ld b,a
         ld c,6
         call WRTVDP
         ld bc,&000D          ; no blinking, no page flipping
         call WRTVDP
         ld bc,&0017          ; no scroll
         jp WRTVDP

; 212 lines in modes 5-8, 192 in the others.
; In: A = mode Out: - Changes: AF, BC
mode.height:
         cp 5
         ld a,(RG9SAV)
         res 7,a
         jr c,@low
         set 7,a
@low:    ld b,a
         ld c,9
         jp WRTVDP

; R2: name table / 400h.
; In: E = mode, HL = word of the address Out: HL behind it Changes: AF, BC
mode.name:
         inc hl
         ld a,e
         cp 5
         ld a,&1F             ; modes 5-8: page 0
         jr nc,@write
         ld a,(RG0SAV)
         and &0E
         cp 4
         ld a,(hl)
         jr nz,@plain
         inc e
         dec e
         jr nz,@plain
         rrca                 ; 80 columns: the two lowest bits are a mask
         rrca
         and &3F
         or 3
         jr @write
@plain:  rrca
         rrca
         and &3F
@write:  inc hl
         ld b,a
         ld c,2
         jp WRTVDP

; R3 and R10: colour table / 40h.
; In: HL = word of the address, BC = bits for R3 Out: HL, BC behind Changes: AF, DE
mode.colours:
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ld a,(bc)
         inc bc
         push bc
         ex de,hl
         add hl,hl
         ld b,0
         rl b
         add hl,hl
         rl b
         or h
         push bc
         ld b,a
         ld c,3
         call WRTVDP
         pop bc
         ld c,10
         call WRTVDP
         ex de,hl
         pop bc
         ret
