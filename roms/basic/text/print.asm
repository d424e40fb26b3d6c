; PRINT, LPRINT and PRINT #: values, zones, TAB( and SPC(.
; Sources: MSX Wiki, "PRINT", "TAB()", "SPC()"; MSX2 Technical Handbook, appendix "Work area" (PTRFIL, PRTFLG,
; TTYPOS, LPTPOS) and list of hooks; handbook, chapter 3, file control block (the position, FL.OPS).

print.ops: EQU 8              ; column in a file control block
print.zone: EQU 14
print.endless: EQU 238        ; the last zone of printers and files

do.lprint:
         ld a,1
         ld (PRTFLG),a
         dec hl
         rst 16
         jr print.line.or
do.print:
         jr z,print.line.or
         cp "#"
         jr nz,print.item
         call file.number
         dec hl
         rst 16
         jr z,print.line.or
         rst 8
         db ","
         dec hl
; Behind a value: a new line at the end. In: HL before the next item.
print.behind:
         rst 16
print.line.or:
         jr nz,print.item
         call crlf
         jr print.finish
; Behind a separator: no new line at the end.
print.next:
         rst 16
         jr z,print.finish
print.item:
         cp T.USING
         jp z,print.using.here
         cp T.TAB
         jr z,print.tab
         cp T.SPC
         jr z,print.tab
         cp ","
         jr z,print.comma
         cp ";"
         jr z,print.next
         call FRMEVL
         push hl
         call print.value
         pop hl
         dec hl
         jr print.behind

print.using.here:
         BASIC print.using    ; to the end of the statement
; Puts the output back to the screen. In, Out: HL. Changes: AF, DE.
print.finish:
         call H.FINP
print.screen:
         xor a
         ld (PRTFLG),a
         ld d,a
         ld e,a
         ld (PTRFIL),de
         ret

; Out: Z: to the screen; A = column of the output in hand. Changes: F, DE.
print.column:
         push hl
         ld hl,(PTRFIL)
         ld a,h
         or l
         jr nz,print.column.file
         ld a,(PRTFLG)
         or a
         ld hl,TTYPOS
         jr z,print.column.get
         ld hl,LPTPOS
         jr print.column.get
print.column.file:
         ld de,print.ops
         add hl,de
print.column.get:
         ld a,(hl)
         pop hl
         ret

; Next zone, or a new line when none is left.
print.comma:
         call H.COMP
         push hl
         call print.column
         ld c,a
         ld b,print.endless
         call z,print.zones
         ld a,c
         cp b
         jr nc,print.comma.line
print.comma.in:
         sub print.zone
         jr nc,print.comma.in
         neg
         ld b,a
         call print.blanks
         jr print.comma.end
print.comma.line:
         call crlf
print.comma.end:
         pop hl
         jr print.next
; Out: B = start of the screen's last zone. Changes: A.
print.zones:
         ld a,(LINLEN)
         ld b,256 - print.zone
print.zones.next:
         sub print.zone
         ret c
         push af
         ld a,b
         add a,print.zone
         ld b,a
         pop af
         jr print.zones.next

; TAB(n): blanks to column n of this row, which may go on in the next ones. SPC(n): n blanks.
print.tab:
         push af
         rst 16
         call GETBYT
         rst 8
         db ")"
         dec hl
         pop bc               ; B = token
         push hl
         ld c,e
         call print.column
         ld d,a
         ld a,b
         cp T.SPC
         ld a,c
         jr z,print.tab.blanks
         sub d
         jr nc,print.tab.blanks
         xor a
print.tab.blanks:
         ld b,a
         or a
         call nz,print.blanks
         pop hl
         jp print.next
; In: B = 1-255, 0 for 256. Changes: AF, B.
print.blanks:
         ld a," "
         rst 24
         djnz print.blanks
         ret

; Prints a value. In: DAC, VALTYP. Changes: all.
print.value:
         ld a,(VALTYP)
         cp 3
         jr z,print.string
         call number.text
         ld d,h
         ld e,l
         xor a
         ld c,a
print.value.length:
         inc c
         inc hl
         cp (hl)
         jr nz,print.value.length
         ld (hl)," "
         inc c
         ld a,c
         jr print.characters
print.string:
         call string.take
; In: A = length, DE = characters. Prints them, on a new line of the screen when they do not fit in this one.
print.characters:
         or a
         ret z
         ld b,a
         push de
         call print.column
         jr nz,print.characters.file
         or a
         jr z,print.characters.go
         add a,b
         jr c,print.characters.line
         ld c,a
         ld a,(LINLEN)
         cp c
print.characters.line:
         call c,crlf
         jr print.characters.go
print.characters.file:
         call H.PRTF
print.characters.go:
         pop hl
print.characters.next:
         ld a,(hl)
         rst 24
         inc hl
         djnz print.characters.next
         ret

; In: HL = text ended by 0. Changes: AF, HL.
print.text:
         ld a,(hl)
         or a
         ret z
         rst 24
         inc hl
         jr print.text

; In: HL = unsigned number. Prints it. Changes: all.
print.line:
         call decimal.text
         jr print.text

; A new line, unless at column 0. Changes: AF.
crlf.fresh:
         push de
         call print.column
         pop de
         or a
         ret z
; A new line. Changes: AF.
crlf:    call H.CRDO
         ld a,13
         rst 24
         ld a,10
         rst 24
         push de
         call print.column
         pop de
         ret nz
         xor a
         ld (TTYPOS),a        ; in graphic modes too
         ret

; As PRINT writes a number, without the blank behind it. In: DAC, VALTYP. Out: HL = text, 0 behind it.
; Changes: all.
number.text:
         ld a,(VALTYP)
         cp 2
         jp nz,FOUT.go
         ld hl,(DAC + 2)
         ld a,h
         add a,a
         ld a," "
         jr nc,number.text.sign
         xor a
         sub l
         ld l,a
         sbc a,h
         sub l
         ld h,a
         ld a,"-"
number.text.sign:
         push af
         call decimal.text
         pop af
         dec hl
         ld (hl),a
         ret

; In: HL = unsigned. Out: HL = text, 0 behind it, a free byte before it. Changes: all.
decimal.text:
         ld de,FBUFFR + 1
         ld bc,-10000
         call decimal.digit
         ld bc,-1000
         call decimal.digit
         ld bc,-100
         call decimal.digit
         ld bc,-10
         call decimal.digit
         ld a,l
         add a,"0"
         ld (de),a
         inc de
         xor a
         ld (de),a
         ld hl,FBUFFR + 1
         ld b,4
decimal.text.skip:
         ld a,(hl)
         cp "0"
         ret nz
         inc hl
         djnz decimal.text.skip
         ret
decimal.digit:
         ld a,"0" - 1
decimal.digit.next:
         inc a
         add hl,bc
         jr c,decimal.digit.next
         sbc hl,bc
         ld (de),a
         inc de
         ret
