; CLS in screens 0-3.

; CLS: clears the screen of the present mode. In: Z flag set, else nothing happens.
; Changes: AF, BC, DE; interrupts on.
CLS:     ret nz
         push hl
         call cls.mode
         pop hl
         ret
cls.mode:
         ld a,(SCRMOD)
         cp 2
         jr c,cls.text
         jr z,cls.grp
         cp 3
         jr z,cls.mlt
IF MSX2
         push ix
         ld ix,S.CLSSUB
         ld a,(EXBRSA)
         or a
         call nz,sub.call
         pop ix
ENDIF
         ret
; SCREEN 2: patterns 0, colours to the background.
cls.grp:
         ld hl,(GRPCGP)
         ld bc,&1800
         xor a
         call FILVRM
         ld a,(BAKCLR)
         ld hl,(GRPCOL)
         ld bc,&1800
         jp FILVRM
; SCREEN 3: all blocks to the background.
cls.mlt:
         ld a,(BAKCLR)
         and 15
         ld b,a
         rlca
         rlca
         rlca
         rlca
         or b
         ld hl,(MLTCGP)
         ld bc,1536
         jp FILVRM
; SCREEN 0 and 1: spaces, cursor home, function key line again.
cls.text:
         ld hl,(NAMBAS)
         ld a,(SCRMOD)
         or a
         ld bc,32 * 24
         jr nz,cls.fill
         ld bc,40 * 24
         ld a,(LINLEN)
         cp 41
         jr c,cls.fill
         ld bc,80 * 24
cls.fill:
         ld a,32
         call FILVRM
         ld hl,&0101
         ld (CSRY),hl
         ld hl,LINTTB
         ld b,24
cls.line:
         ld (hl),b
         inc hl
         djnz cls.line
         ld a,(CNSDFG)
         or a
         ret z
         jp DSPFNK
