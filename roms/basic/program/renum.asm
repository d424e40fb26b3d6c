; RENUM. Source: MSX Wiki, "RENUM".

renum.step: EQU TEMP8         ; the third argument
renum.new: EQU TEMP9          ; the first one
renum.in: EQU TEMP3           ; number of the line in hand

; RENUM [new][,[old][,step]]. Variables stay, and CONT goes on (MSX1 machines: github.com/andete/zerobas,
; docs/editverb-msx1-characterization.md).
do.renum:
         ld de,10
         ld (renum.step),de
         call renum.number
         ld (renum.new),de
         ld de,0
         call nz,renum.next
         push de
         ld de,10
         call nz,renum.last
         ld (renum.step),de
         ld a,d
         or e
         jp z,error.call
         call range.ends
         jp nz,error.syntax
         call program.free
         ld de,(renum.new)
         MAIN line.find
         pop de
         push bc
         MAIN line.find       ; BC = where renumbering begins
         pop hl
         or a
         sbc hl,bc
         jp c,error.call      ; a line that stays has the new number, or one above
         ld h,b
         ld l,c
         push hl
         ld a,1
         call renum.walk      ; are there enough numbers?
         call renum.point
         pop hl
         xor a
         call renum.walk
         call program.free
         MAIN ready

; In: HL, A; DE = default. Out: DE = number or default, NZ when a comma follows. Changes: AF, BC.
renum.number:
         call range.ends
         ret z
         cp ","
         call nz,line.one
         jp range.ends
renum.next:
         rst 8
         db ","
         call range.ends
         jp z,error.operand
         jr renum.number
renum.last:
         rst 8
         db ","
         call range.ends
         jp z,error.operand
         jp line.one

; Gives the lines their new numbers, or tries it. In: HL = first line, A = 0, or 1 to try. Error 5 when a
; number would be above 65529. Changes: all.
renum.walk:
         ld c,a
         ld de,(renum.new)
renum.walk1:
         ld a,(hl)
         inc hl
         or (hl)
         ret z
         push hl
         ld hl,65529
         rst 32
         jp c,error.call
         pop hl
         push hl
         inc c
         dec c
         jr nz,renum.walk2
         inc hl
         ld (hl),e
         inc hl
         ld (hl),d
renum.walk2:
         ld hl,(renum.step)
         add hl,de
         ex de,hl
         pop hl
         jr nc,renum.walk3
         ld de,65535
renum.walk3:
         ld a,(hl)
         dec hl
         ld l,(hl)
         ld h,a
         jr renum.walk1

; Makes pointers of the line numbers in the text; tells which are of no line. Changes: all.
renum.point:
         ld hl,(TXTTAB)
renum.line:
         call program.head
         ret z
         ld (renum.in),de
         xor a
         ld d,a
renum.words:
         ld e,d               ; the two words before
         ld d,a
renum.token:
         push hl
         call token.code
         or a
         jr z,renum.end
         cp 32
         jr z,renum.blank
         cp C.LINE
         jr nz,renum.other
         ex (sp),hl
         call renum.one
         pop hl
         ld a,C.LINE
         jr renum.words
renum.other:
         pop bc
         jr renum.words
renum.blank:
         pop bc
         jr renum.token
renum.end:
         pop bc
         jr renum.line
; In: HL at 0Eh, D = the word before, E = the one before that. Changes: AF, BC, HL.
renum.one:
         inc hl
         ld c,(hl)
         inc hl
         ld b,(hl)
         ld a,b
         or c
         jr nz,renum.find
         ld a,d               ; 0 behind RESUME and ERROR GOTO is no line
         cp T.RESUME
         ret z
         cp T.GOTO
         jr nz,renum.find
         ld a,e
         cp T.ERROR
         ret z
renum.find:
         push de
         push hl
         ld d,b
         ld e,c
         MAIN line.find
         pop hl
         jr nc,renum.missing
         ld a,1
         ld (PTRFLG),a
         dec bc
         ld (hl),b
         dec hl
         ld (hl),c
         dec hl
         ld (hl),C.POINTER
         pop de
         ret
renum.missing:
         push de
         ld hl,renum.undefined
         call program.show
         pop hl
         MAIN print.line
         ld hl,renum.where
         call program.show
         ld hl,(renum.in)
         MAIN print.line
         MAIN crlf
         pop de
         ret
renum.undefined: dm "Undefined line "
         db 0
renum.where: dm " in "
         db 0
; Prints a text of this ROM. In: HL = text ended by 0. Changes: AF, HL.
program.show:
         ld a,(hl)
         or a
         ret z
         rst 24
         inc hl
         jr program.show
