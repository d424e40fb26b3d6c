; Screen modes 0-3. On MSX2 the sub-ROM does all modes, where there is one.

IF MSX2
; Goes on in the sub-ROM: `TOSUB entry` at the start of a routine. Without a sub-ROM the routine
; itself goes on. AF, BC, DE and HL reach the entry; IX and IY are kept.
TOSUB:   MACRO
         call sub.always
         dw \0
         ENDM
; The same, but only in screens 5-8: `TOSUB5 entry`.
TOSUB5:  MACRO
         call sub.graphic
         dw \0
         ENDM

sub.always:
         ex (sp),hl
         push af
         ld a,(EXBRSA)
         or a
         jr sub.choose
sub.graphic:
         ex (sp),hl
         push af
         ld a,(SCRMOD)
         cp 5
         jr c,sub.none
         or a
sub.choose:
         jr z,sub.none
         push de
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex de,hl
         pop de
         pop af
         ex (sp),hl
         ex (sp),ix
         call sub.call
         pop ix
         ret
; Calls the sub-ROM. In: IX = entry. Changes: what the entry does, alternate registers; interrupts on.
sub.call:
         push iy
         call EXTROM
         pop iy
         ei
         ret
sub.none:
         inc hl
         inc hl
         pop af
         ex (sp),hl
         ret

; CHKNEW: Out: CY in screens 5-8. Changes: AF.
CHKNEW:  ld a,(SCRMOD)
         cp 5
         ccf
         ret
ENDIF

; CHGMOD: switches to a screen mode. In: A = mode 0-3 (MSX2: 0-8). Changes: all.
CHGMOD:
IF MSX2
         TOSUB S.CHGMOD
ENDIF
         or a
         jr z,INITXT
         dec a
         jr z,INIT32
         dec a
         jr z,INIGRP
         dec a
         jp z,INIMLT
         ret

; TOTEXT: back to the last text mode, when in a graphic one. Changes: all.
TOTEXT:  ld a,(SCRMOD)
         cp 2
         ret c
         ld a,(OLDSCR)
         call H.TOTE
         jr CHGMOD

; INITXT: SCREEN 0, cleared. In: TXTNAM, TXTCGP, LINL40. Changes: all.
INITXT:
IF MSX2
         TOSUB S.INITXT
ENDIF
         call DISSCR
         xor a
         ld (SCRMOD),a
         ld (OLDSCR),a
         ld a,(LINL40)
         ld (LINLEN),a
         ld hl,(TXTNAM)
         ld (NAMBAS),hl
         ld hl,(TXTCGP)
         ld (CGPBAS),hl
         call CHGCLR
         call modes.clear
         call modes.font
         call SETTXT
         jp ENASCR

; INIT32: SCREEN 1, cleared. In: T32NAM, T32CGP, T32COL, T32ATR, T32PAT, LINL32. Changes: all.
INIT32:
IF MSX2
         TOSUB S.INIT32
ENDIF
         call DISSCR
         ld a,1
         ld (SCRMOD),a
         ld (OLDSCR),a
         ld a,(LINL32)
         ld (LINLEN),a
         ld hl,(T32NAM)
         ld (NAMBAS),hl
         ld hl,(T32CGP)
         ld (CGPBAS),hl
         call CHGCLR
         ld hl,(T32PAT)
         ld de,(T32ATR)
         call modes.clear
         call modes.sprites
         call modes.font
         call SETT32
         jp ENASCR

; INIGRP: SCREEN 2, cleared. In: GRPNAM, GRPCGP, GRPCOL, GRPATR, GRPPAT. Changes: all.
INIGRP:
IF MSX2
         TOSUB S.INIGRP
ENDIF
         call DISSCR
         ld a,2
         ld (SCRMOD),a
         call CHGCLR
         ld hl,(GRPNAM)
         ld (NAMBAS),hl
         call SETWRT
         ld b,3
         xor a
inigrp.name:
         out (VDP.DATA),a
         inc a
         cp 0
         jr nz,inigrp.name
         djnz inigrp.name
         ld hl,(GRPCGP)
         ld (CGPBAS),hl
         ld hl,(GRPPAT)
         ld de,(GRPATR)
         call modes.sprites
         call cls.grp
         call SETGRP
         jp ENASCR

; INIMLT: SCREEN 3, cleared. In: MLTNAM, MLTCGP, MLTATR, MLTPAT. Changes: all.
INIMLT:
IF MSX2
         TOSUB S.INIMLT
ENDIF
         call DISSCR
         ld a,3
         ld (SCRMOD),a
         call CHGCLR
         ld hl,(MLTNAM)
         ld (NAMBAS),hl
         call SETWRT
         ld de,&0600          ; six groups of four rows with the same names
inimlt.group:
         ld c,4
inimlt.row:
         ld a,e
         ld b,32
inimlt.name:
         out (VDP.DATA),a
         inc a
         nop
         djnz inimlt.name
         dec c
         jr nz,inimlt.row
         ld e,a
         dec d
         jr nz,inimlt.group
         ld hl,(MLTCGP)
         ld (CGPBAS),hl
         ld hl,(MLTPAT)
         ld de,(MLTATR)
         call modes.sprites
         call cls.mlt
         call SETMLT
         jp ENASCR

; In: HL = sprite patterns, DE = sprite attributes. Out: PATBAS, ATRBAS; sprites below the screen.
modes.sprites:
         ld (PATBAS),hl
         ld (ATRBAS),de
         jp clrspr.attributes

; Clears a text screen. Changes: AF, BC, DE.
modes.clear:
         push hl
         push de
         call cls.text
         pop de
         pop hl
         ret

; Copies the font to the pattern generator. In: CGPNT, CGPBAS. Changes: all.
modes.font:
         call H.INIP
         ld a,(EXPTBL)
         ld hl,CGPNT
         cp (hl)
         ld hl,(CGPNT + 1)
         ld de,(CGPBAS)
         ld bc,2048
         jp z,LDIRVM          ; the usual case: in this ROM
modes.font1:
         push bc
         push de
         ld a,(CGPNT)
         call RDSLT
         pop de
         ex de,hl
         call WRTVRM
         ex de,hl
         inc de
         inc hl
         pop bc
         dec bc
         ld a,b
         or c
         jr nz,modes.font1
         ret

; SETTXT, SETT32, SETGRP, SETMLT: only the VDP registers of screens 0-3.
; In: the table addresses of the mode. Changes: all; interrupts on.
SETTXT:
IF MSX2
         TOSUB S.SETTXT
ENDIF
         ld de,TXTNAM
         ld bc,&0010
         jr modes.set
SETT32:
IF MSX2
         TOSUB S.SETT32
ENDIF
         ld de,T32NAM
         ld bc,&0000
         jr modes.set
SETMLT:
IF MSX2
         TOSUB S.SETMLT
ENDIF
         ld de,MLTNAM
         ld bc,&0008
         jr modes.set
SETGRP:
IF MSX2
         TOSUB S.SETGRP
ENDIF
         ld de,GRPNAM
         ld bc,&0200
         call modes.set
         ld a,(RG3SAV)
         or %01111111         ; colour and pattern tables of 6 KB
         ld b,a
         ld c,3
         call WRTVDP
         ld a,(RG4SAV)
         or %00000011
         ld b,a
         inc c
         jp WRTVDP

; In: DE = five table addresses, B = mode bits of register 0, C = of register 1. Changes: all.
modes.set:
         push bc
         ld a,(RG0SAV)
         and %11110001
         or b
         ld b,a
         ld c,0
         call WRTVDP
         pop bc
         ld a,(RG1SAV)
         and %11100111
         or c
         ld b,a
         ld c,1
         call WRTVDP
         ld c,2
         ld hl,modes.shifts
modes.set1:
         ld a,(hl)
         inc hl
         push hl
         ex de,hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ex de,hl
         ld b,a
modes.set2:
         srl h
         rr l
         djnz modes.set2
         ld b,l
         call WRTVDP
         pop hl
         inc c
         ld a,c
         cp 7
         jr nz,modes.set1
         ret

; CHGCLR: sets the colours. In: FORCLR, BAKCLR, BDRCLR. Changes: all; interrupts on.
CHGCLR:
IF MSX2
         TOSUB S.CHGCLR
ENDIF
         ld a,(FORCLR)
         rlca
         rlca
         rlca
         rlca
         and &F0
         ld b,a
         ld a,(BAKCLR)
         and &0F
         or b
         ld b,a
         ld a,(SCRMOD)
         or a
         jr z,chgclr.r7       ; SCREEN 0 has no border of its own
         dec a
         jr nz,chgclr.border
         ld a,b
         ld hl,(T32COL)
         ld bc,32
         call FILVRM
chgclr.border:
         ld a,(BDRCLR)
         ld b,a
chgclr.r7:
         ld c,7
         jp WRTVDP

modes.shifts:                 ; from address to register: name, colour, pattern, sprites
         db 10,6,11,7,11
