; Sprites.

; CLRSPR: clears the patterns, puts every sprite below the screen. In: SCRMOD, PATBAS, ATRBAS.
; Changes: all; interrupts on.
CLRSPR:
IF MSX2
         TOSUB S.CLRSPR
ENDIF
         ld hl,(PATBAS)
         ld bc,2048
         xor a
         call FILVRM
; The same without the patterns.
clrspr.attributes:
         ld hl,(ATRBAS)
         ld bc,&2000          ; 32 sprites
clrspr.one:
         ld a,209
         call clrspr.put      ; Y; X stays
         inc hl
         ld a,(RG1SAV)
         and 2
         ld a,c
         jr z,clrspr.small
         add a,a
         add a,a
clrspr.small:
         call clrspr.put      ; pattern: that of its own number
         ld a,(FORCLR)
         call clrspr.put
         inc c
         djnz clrspr.one
         ret
clrspr.put:
         call WRTVRM
         inc hl
         ret

; CALPAT: In: A = pattern number. Out: HL = its address. Changes: AF, DE.
CALPAT:
IF MSX2
         TOSUB5 S.CALPAT
ENDIF
         ld l,a
         ld h,0
         add hl,hl
         add hl,hl
         add hl,hl
         call GSPSIZ
         jr nc,calpat.small
         add hl,hl
         add hl,hl
calpat.small:
         ld de,(PATBAS)
         add hl,de
         ret

; CALATR: In: A = sprite number. Out: HL = its attributes. Changes: AF, DE.
CALATR:
IF MSX2
         TOSUB5 S.CALATR
ENDIF
         ld l,a
         ld h,0
         add hl,hl
         add hl,hl
         ld de,(ATRBAS)
         add hl,de
         ret

; GSPSIZ: Out: A = bytes of a sprite pattern, 8 or 32; CY when 32. Changes: F.
GSPSIZ:  ld a,(RG1SAV)
         rrca
         rrca
         ld a,8
         ret nc
         ld a,32
         ret
