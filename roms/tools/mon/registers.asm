; R: the program's registers.

; R [register [value]]; of F the value is its letters.
cmd.registers:
         call skip.comma
         jp z,regs.show
         call reg.find
         push de
         push bc
         call skip.comma
         cp "="
         jr nz,registers.value
         inc hl
         call skip
registers.value:
         pop bc
         pop de
         or a
         jr z,registers.tell
         ld a,(WORD)
         cp "F"
         jr z,registers.flags
         push de
         dec b
         jr z,registers.byte
         call number
         call at.end
         pop hl
         ld (hl),e
         inc hl
         ld (hl),d
         ret
registers.byte:
         call byte
         call at.end
         pop hl
         ld (hl),e
         ret
registers.tell:
         ld a,(WORD)
         cp "F"
         jr z,tell.flags
         ex de,hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex de,hl
         dec b
         jr z,tell.byte
         call out.word
         jp out.line
tell.byte:
         ld a,l
         call out.byte
         jp out.line
tell.flags:
         call flags.show
         jp out.line
; Letters of flags that are to be set; all others are not.
registers.flags:
         ld c,0
flags.letter:
         call skip.comma
         jr z,flags.set
         cp "-"
         jr z,flags.next
         ld de,flags.text
         ld b,8
         ex de,hl
flags.find:
         cp (hl)
         jr z,flags.found
         inc hl
         djnz flags.find
         ex de,hl
         jp error
flags.found:
         ex de,hl
         xor a
         scf
flags.bit:
         rla
         djnz flags.bit       ; bit B - 1
         or c
         ld c,a
flags.next:
         inc hl
         jr flags.letter
flags.set:
         ld a,c
         ld (U.AF),a
         ret
flags.text: dm "SZ5H3PNC"

; A register's name. In: HL = text. Out: DE = where it is, B = its bytes, HL behind the name. Error if it is none.
; Changes: AF, C.
reg.find:
         ld (A.BEST),hl
         ex de,hl
         ld hl,WORD
         ld (hl)," "
         inc hl
         ld (hl)," "
         inc hl
         ld (hl)," "
         dec hl
         dec hl
         ex de,hl
         ld b,4
find.letter:
         call is.letter
         jr c,find.take
         cp "'"
         jr nz,find.word
find.take:
         dec b
         jr z,find.none
         ld (de),a
         inc de
         inc hl
         jr find.letter
find.word:
         push hl
         ld de,regs.table
find.next:
         ld a,(de)
         or a
         jr z,find.none
         push de
         ld hl,WORD
         ld b,3
find.same:
         ld a,(de)
         cp (hl)
         jr nz,find.differs
         inc hl
         inc de
         djnz find.same
         pop hl
         ex de,hl
         ld b,(hl)
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         pop hl
         ret
find.differs:
         pop de
         ld hl,6
         add hl,de
         ex de,hl
         jr find.next
find.none:
         ld hl,(A.BEST)
         jp error
regs.table:
         dm "AF "
         db 2
         dw U.AF
         dm "BC "
         db 2
         dw U.BC
         dm "DE "
         db 2
         dw U.DE
         dm "HL "
         db 2
         dw U.HL
         dm "AF'"
         db 2
         dw U.AF2
         dm "BC'"
         db 2
         dw U.BC2
         dm "DE'"
         db 2
         dw U.DE2
         dm "HL'"
         db 2
         dw U.HL2
         dm "IX "
         db 2
         dw U.IX
         dm "IY "
         db 2
         dw U.IY
         dm "SP "
         db 2
         dw U.SP
         dm "PC "
         db 2
         dw U.PC
         dm "A  "
         db 1
         dw U.AF + 1
         dm "F  "
         db 1
         dw U.AF
         dm "B  "
         db 1
         dw U.BC + 1
         dm "C  "
         db 1
         dw U.BC
         dm "D  "
         db 1
         dw U.DE + 1
         dm "E  "
         db 1
         dw U.DE
         dm "H  "
         db 1
         dw U.HL + 1
         dm "L  "
         db 1
         dw U.HL
         dm "I  "
         db 1
         dw U.I
         dm "R  "
         db 1
         dw U.R
         dm "IFF"
         db 1
         dw U.IFF
         db 0

; All registers and the instruction at PC. Changes: all.
regs.show:
         ld hl,regs.table
         call regs.four
         call regs.break
         call regs.four
         call out.line
         call regs.four
         call regs.break
         ld hl,regs.i
         call out.text
         ld a,(U.I)
         call out.byte
         ld hl,regs.r
         call out.text
         ld a,(U.R)
         call out.byte
         ld hl,regs.iff
         call out.text
         ld a,(U.IFF)
         call out.digit
         call out.space
         call flags.show
         call out.line
         ld hl,(U.PC)
         ld (LIST.AT),hl
         jp list.line
regs.i:  dm "I="
         db 0
regs.r:  dm " R="
         db 0
regs.iff: dm " IFF="
         db 0
; The next four of the table. In: HL. Out: HL. Changes: AF, BC, DE.
regs.four:
         ld b,4
four.next:
         ld c,3
four.name:
         ld a,(hl)
         inc hl
         cp " "
         jr nz,four.letter
         ld a,"="
four.letter:
         call out.char
         dec c
         jr nz,four.name
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ex de,hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         call out.word
         ex de,hl
         dec b
         ret z
         call out.space
         jr four.next
; A blank, or a new line where there are few columns. Changes: AF.
regs.break:
         ld a,(WIDE)
         or a
         jp z,out.line
         jp out.space
; Letters of the flags that are set. Changes: AF, BC, HL.
flags.show:
         ld hl,flags.text
         ld a,(U.AF)
         ld c,a
         ld b,8
show.flag:
         rlc c
         ld a,"-"
         jr nc,show.letter
         ld a,(hl)
show.letter:
         call out.char
         inc hl
         djnz show.flag
         ret

; The registers that a program starts with. Changes: AF, BC, DE, HL.
regs.clear:
         ld hl,U.AF
         ld de,U.AF + 1
         ld bc,U.END - U.AF - 1
         ld (hl),0
         ldir
         ld hl,MON.BASE - 2
         ld (U.SP),hl
         ld (hl),b            ; RET ends the program
         inc hl
         ld (hl),b
         ld hl,TPA
         ld (U.PC),hl
         ld a,1
         ld (U.IFF),a
         ret
