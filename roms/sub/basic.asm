; BASIC's text: its expressions are evaluated by BASIC, at the addresses where every MSX has it.
; Source: MSX2 Technical Handbook, chapter 2, section 4.4 (internal routines) and intermediate codes.

BASIC.FRMEVL: EQU &4C64       ; expression to DAC, its type to VALTYP
BASIC.GETBYT: EQU &521C       ; expression to A and E, 0-255
BASIC.FRMQNT: EQU &542F       ; expression to DE, 16 bits
BASIC.FRESTR: EQU &67D0       ; string in DAC: HL = its descriptor

TOKEN.TO:     EQU &D9
TOKEN.STEP:   EQU &DC
TOKEN.MINUS:  EQU &F2
TOKEN.AND:    EQU &F6
TOKEN.OR:     EQU &F7
TOKEN.XOR:    EQU &F8
TOKEN.PSET:   EQU &C2
TOKEN.PRESET: EQU &C3

ERROR.SYNTAX: EQU 2           ; Syntax error
ERROR.CALL:   EQU 5           ; Illegal function call
ERROR.MEMORY: EQU 7           ; Out of memory
ERROR.TYPE:   EQU 13          ; Type mismatch
ERROR.OPERAND: EQU 24         ; Missing operand

BASIC.STACK:  EQU LFPROG      ; 2  stack of the statement's caller, for errors

; The statement's first call: notes the stack. Without BASIC in the main ROM the statement ends here.
; In: HL = BASIC text Out: - Changes: AF, BC, DE
basic.begin:
         push hl
         ld hl,4              ; behind this and the return address
         add hl,sp
         ld (BASIC.STACK),hl
         ld a,(EXPTBL)
         ld hl,BASIC.FRMQNT
         call RDSLT
         ei
         pop hl
         inc a
         ret nz               ; not FFh, free ROM
         pop af
         jp statement

; Ends the statement.
; In: E = error number Out: E, carry, to the statement's caller Changes: all others
basic.syntax:
         ld e,ERROR.SYNTAX
         jr basic.error
basic.call:
         ld e,ERROR.CALL
basic.error:
         ld sp,(BASIC.STACK)
         scf
         ret

; The next character of the text that is no space.
; In: HL Out: HL, A; zero: the statement ends there Changes: F
basic.look:
         ld a,(hl)
         inc hl
         cp " "
         jr z,basic.look
         dec hl
         or a
         ret z
         cp ":"
         ret

; Goes on behind a character that must come now.
; In: HL, A = character Out: HL behind it Changes: AF, C
basic.expect:
         ld c,a
         call basic.look
         inc hl
         cp c
         ret z
         jr basic.syntax

; Goes on behind a comma if one comes now.
; In: HL Out: HL; zero: there was one Changes: AF
basic.comma:
         call basic.look
         cp ","
         ret nz
         inc hl
         ret

; Whether an argument comes now: not where a comma or the end of the statement does.
; In: HL Out: HL; zero: none comes Changes: AF
basic.argument:
         call basic.look
         ret z
         cp TOKEN.TO
         ret z
         cp ","
         ret

; Evaluates an expression.
; In: HL Out: HL behind it; basic.word: DE = value, basic.byte: A = value
; Changes: AF, BC, DE, IX, IY, alternate registers
basic.word:
         ld ix,BASIC.FRMQNT
         jp main.reach
basic.byte:
         ld ix,BASIC.GETBYT
         jp main.reach

; Evaluates a string and copies it, ended by 0: basic.text up to 127 characters, basic.string any.
; In: HL, DE = place Out: HL behind it Changes: all others
basic.string:
         ld b,255
         jr basic.most
basic.text:
         ld b,127
basic.most:
         push bc
         push de
         ld ix,BASIC.FRMEVL
         call main.reach
         ld a,(VALTYP)
         cp 3
         ld e,ERROR.TYPE
         jr nz,basic.error
         ex (sp),hl           ; the text stays on the stack
         push hl
         ld ix,BASIC.FRESTR
         call main.reach
         ld a,(hl)
         inc hl
         ld c,(hl)
         inc hl
         ld h,(hl)
         ld l,c
         pop de
         pop ix
         pop bc
         ld c,a
         ld a,b
         cp c
         jr c,basic.call
         ld b,0
         ld a,c
         or a
         jr z,@end
         ldir
@end:    xor a
         ld (de),a
         push ix
         pop hl
         ret

; Evaluates a point; STEP counts from the graphics accumulator. It becomes the accumulator.
; In: HL Out: HL behind it, BC = X, DE = Y, GRPACX, GRPACY Changes: AF, IX, IY, alternate registers
basic.point:
         call basic.look
         sub TOKEN.STEP
         push af
         jr nz,@open
         inc hl
@open:   ld a,"("
         call basic.expect
         call basic.word
         push de
         ld a,","
         call basic.expect
         call basic.word
         ld a,")"
         call basic.expect
         pop bc
         pop af
         jr nz,@set
         push hl
         ld hl,(GRPACY)
         add hl,de
         ex de,hl
         ld hl,(GRPACX)
         add hl,bc
         ld b,h
         ld c,l
         pop hl
@set:    ld (GRPACX),bc
         ld (GRPACY),de
         ret

; A point that must lie in the picture.
; In: HL Out: HL behind it, BC = X, DE = Y Changes: AF, IX, IY, alternate registers
basic.inside:
         call basic.point
         push bc
         push de
         call SCALXY
         pop de
         pop bc
         ret c
         jp basic.call

; The page of a copy, if one is given.
; In: HL behind a point Out: HL, A = page, else ACPAGE Changes: F, BC, DE, IX, IY, alternate registers
basic.page:
         call basic.comma
         jr nz,@active
         call basic.argument
         jr z,@active
         call basic.byte
         ld c,a
         ld a,(SCRMOD)
         cp 7
         ld a,c
         ld c,2
         jr nc,@check
         ld c,4
@check:  cp c
         ret c
         jp basic.call
@active: ld a,(ACPAGE)
         ret
