; SCREEN and COLOR.
; Source: MSX2 Technical Handbook, chapter 2 and appendix 1; MSX Wiki, "SCREEN", "COLOR", "COLOR=".

; SCREEN [mode][,sprite size][,key click][,baud rate][,printer][,interlace]
do.screen:
         jp z,error.operand
         call H.SCRE
         dec hl
         rst 16
         cp ","
         jr z,screen.rest
         MAIN GETBYT
IF MSX2
         cp 9
         jp nc,error.call
         push hl
         MAIN screen.change
         ld hl,&0100
         ld d,h
         ld e,l
         ld a,(SCRMOD)
         sub 6
         cp 2
         jr nc,screen.square
         add hl,hl            ; 512 dots a line: a circle is half as high
         ld de,&0080
screen.square:
         ld (ASPCT1),hl
         ld (ASPCT2),de
         pop hl
ELSE
         cp 4
         jp nc,error.call
         push hl
         MAIN CHGMOD
         pop hl
ENDIF
screen.rest:
         call screen.next
         jr c,screen.click
         cp 4
         jp nc,error.call
         push hl
         ld b,a               ; bit 1: 16 x 16, bit 0: doubled
         ld a,(RG1SAV)
         and %11111100
         or b
         ld b,a
         ld c,1
         call WRTVDP
         ld a,(SCRMOD)
         or a
         call nz,CLRSPR
         pop hl
screen.click:
         call screen.next
         jr c,screen.baud
         ld (CLIKSW),a
screen.baud:
         call screen.next
         jr c,screen.printer
         push hl
         call baud.set
         pop hl
screen.printer:
         call screen.next
         jr c,screen.interlace
         ld (NTMSXP),a
screen.interlace:
IF MSX2
         call screen.next
         ret c
         cp 4
         jp nc,error.call
         ld b,0
         rrca                 ; bit 0: interlaced, bit 1: two pages in turn
         jr nc,screen.plain
         set 3,b
screen.plain:
         rrca
         jr nc,screen.single
         set 2,b
screen.single:
         ld a,(RG9SAV)
         and %11110011
         or b
         ld b,a
         ld c,9
         push hl
         call WRTVDP
         pop hl
ENDIF
         ret

; The next argument. In: HL. Out: A, NC; CY: none is given. Changes: all; HL goes on.
screen.next:
         MAIN colour.get
         ret

; The speed of the cassette. In: A = 1 or 2. Changes: AF, BC, DE, HL.
baud.set:
         ld hl,CS120
         dec a
         jr z,baud.copy
         ld hl,CS240
         dec a
         jp nz,error.call
baud.copy:
         ld de,LOW
         ld bc,5
         ldir
         ret

; COLOR [foreground][,background][,border]; on MSX2 also the palette and the colours of sprites.
do.color:
IF MSX2
         jp z,palette.new
         cp T.EQUAL
         jp z,palette.set
         cp T.SPRITE
         jp z,sprite.colour
ELSE
         jp z,error.operand
ENDIF
         ld de,(FORCLR)       ; E, D, B: the three colours
         push de
         ld de,(BDRCLR)
         push de
         cp ","
         jr z,color.back
         MAIN GETBYT
         call color.check
         pop de
         pop bc
         ld c,a
         push bc
         push de
color.back:
         MAIN colour.get
         jr c,color.border
         call color.check
         pop de
         pop bc
         ld b,a
         push bc
         push de
color.border:
         MAIN colour.get
         jr c,color.set
         call color.check
         pop de
         ld e,a
         push de
color.set:
         pop de
         ld a,e
         ld (BDRCLR),a
         pop de
         ld (FORCLR),de
         ld a,e
         ld (ATRBYT),a        ; DRAW begins with it
         push hl
         ld a,(SCRMOD)
         call CHGCLR
         pop hl
         ret
; Error 5 above 15; screen 6 goes to 31, as a border of two colours has it, screen 8 to 255. In: A. Changes: F, BC.
color.check:
         ld b,a
         ld c,15
IF MSX2
         ld a,(SCRMOD)
         cp 8
         jr z,color.any
         cp 6
         jr nz,color.most
         ld c,31
color.most:
ENDIF
         ld a,c
         cp b
color.any:
         ld a,b
         ret nc
         jp error.call

IF MSX2
; COLOR and COLOR=NEW: the palette of the start.
palette.new:
         ld ix,S.INIPLT
         jr palette.call

; COLOR=NEW, COLOR=RESTORE: from the copy in VRAM, COLOR=(colour,red,green,blue). In: HL at "=".
palette.set:
         rst 16
         cp T.NEW
         ld ix,S.INIPLT
         jr z,palette.word
         cp T.RESTORE
         ld ix,S.RSTPLT
         jr z,palette.word
         rst 8
         db "("
         MAIN GETBYT
         cp 16
         jp nc,error.call
         push af
         call palette.part
         rlca
         rlca
         rlca
         rlca
         push af
         call palette.part
         push af
         call palette.part
         push af
         rst 8
         db ")"
         pop af
         pop de
         pop bc
         or b                 ; red and blue
         ld e,d               ; green
         pop bc
         ld d,b
         push hl
         ld ix,S.SETPLT
         call sub.call
         pop hl
         ret
palette.part:
         rst 8
         db ","
         MAIN GETBYT
         cp 8
         ret c
         jp error.call
palette.word:
         push hl
         call sub.call
         pop hl
         rst 16
         ret
palette.call:
         push hl
         call sub.call
         pop hl
         ret
ENDIF
