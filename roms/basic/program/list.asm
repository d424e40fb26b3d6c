; Tokens become text again. Source: MSX2 Technical Handbook, chapter 2, "Intermediate codes".

list.last: EQU BUF + 255      ; the 0 stands here at the latest

; In: HL = tokens of a line, behind its number. Out: BUF = text ended by 0, cut off at 255 characters; HL
; behind the line. Changes: all.
list.line:
         call H.BUFL
         ld de,BUF
list.next:
         ld a,(hl)
         inc hl
         or a
         jr z,list.end
         jp m,list.token
         cp 32
         jp c,list.constant
         cp ":"
         jr z,list.colon
list.plain:
         call list.put
         cp 34
         jr nz,list.next
         ld b,a               ; a string
         call list.until
         or a
         jr z,list.end
         call list.put
         jr list.next
list.colon:                   ; none before ELSE and '
         ld a,(hl)
         cp T.ELSE
         jr z,list.next
         inc hl
         cp T.REM
         ld a,(hl)
         dec hl
         jr nz,list.colon1
         cp T.APOSTROPHE
         jr z,list.next
list.colon1:
         ld a,":"
         jr list.plain
list.end:
         ld (de),a
         ret

list.token:
         ld c,a
         inc a
         jr nz,list.statement
         ld a,(hl)            ; a function
         inc hl
         and 127
         ld c,a
list.statement:
         ld a,c
         cp T.REM
         jr nz,list.word
         ld a,(hl)
         cp T.APOSTROPHE
         jr nz,list.word
         inc hl
         ld a,"'"
         call list.put
         ld c,T.REM
         jr list.rest
list.word:
         call list.name
list.rest:
         ld b,0
         ld a,c
         cp T.REM
         jr z,list.rest1
         cp T.DATA
         jr nz,list.next
list.data:
         ld a,(hl)
         or a
         jr z,list.next
         cp ":"
         jr z,list.next
         inc hl
         call list.put
         cp 34
         jr nz,list.data
         ld b,a
         call list.until
         or a
         jr z,list.end
         call list.put
         jr list.data
list.rest1:
         call list.until
         jr list.end

; Copies up to character B or the 0. Out: A = the character, HL behind it. Changes: AF, DE.
list.until:
         ld a,(hl)
         inc hl
         or a
         ret z
         cp b
         ret z
         call list.put
         jr list.until

; In: A = character, DE = place in BUF. Out: DE behind it, unchanged when BUF is full. Changes: F.
list.put:
         push hl
         ld hl,list.last
         or a
         sbc hl,de
         pop hl
         ret z
         ld (de),a
         inc de
         ret

; The text of a token. In: C = token as in the table. Changes: AF, B, DE.
list.name:
         push hl
         ld a,c
         dec a
         cp 48
         jr c,list.index      ; a function
         sub 128 - 48         ; the others follow; what is none becomes too large
         jr c,list.name.end
         cp 48
         jr c,list.name.end
list.index:
         cp words.count
         jr nc,list.name.end
         ld hl,words.first
         call list.offset
         ld a,(hl)
         call list.put
         sub "A"
         jr c,list.name.end   ; an operator
         cp 26
         jr nc,list.name.end
         add a,a
         ld hl,words.letters
         call list.offset
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
list.search:
         push hl
list.search1:
         ld a,(hl)
         inc hl
         or a
         jp p,list.search1
         ld a,(hl)
         inc hl
         cp c
         jr z,list.found
         pop af
         jr list.search
list.found:
         pop hl
list.found1:
         ld a,(hl)
         inc hl
         or a
         jp m,list.found2
         call list.put
         jr list.found1
list.found2:
         and 127
         call list.put
list.name.end:
         pop hl
         ret
; HL = HL + A. Changes: F.
list.offset:
         add a,l
         ld l,a
         ret nc
         inc h
         ret

; A constant. In: A = its code, HL behind that.
list.constant:
         ld bc,list.next
         push bc
         cp C.OCTAL
         jr c,list.put        ; the prefix of a graphic character, TAB
         jr z,list.base
         cp C.HEX
         jr z,list.base
         cp C.BYTE
         jr c,list.line.number
         jr z,list.byte
         sub C.DIGIT
         ret c
         cp 10
         jr c,list.small
         sub C.INTEGER - C.DIGIT
         ret c
         cp 2
         ret z
         ld b,a
         inc b                ; 1 integer, 2 single, 4 double
         call list.operand
         jr list.real
list.byte:
         ld a,(hl)
         inc hl
list.small:
         ld c,a
         ld b,0
         jr list.decimal
list.line.number:
         ld c,(hl)
         inc hl
         ld b,(hl)
         inc hl
         cp C.POINTER
         jr nz,list.decimal
         inc bc               ; to the number of the line
         inc bc
         inc bc
         ld a,(bc)
         push af
         inc bc
         ld a,(bc)
         ld b,a
         pop af
         ld c,a
; In: BC = number, unsigned. Changes: AF, BC, DE.
list.decimal:
         push hl
         ld h,b
         ld l,c
         call list.figures
         pop hl
         ret
list.base:
         push af
         ld a,"&"
         call list.put
         pop af
         cp C.HEX
         ld a,"H"
         jr z,list.base1
         ld a,"O"
list.base1:
         call list.put
         ld c,(hl)
         inc hl
         ld b,(hl)
         inc hl
         ld (DAC + 2),bc
         push hl
         push de
         cp "H"
         jr z,list.base2
         MAIN FOUTO
         jr list.text
list.base2:
         MAIN FOUTH
; In: HL = text ended by 0; on the stack place in BUF, tokens.
list.text:
         pop de
list.text1:
         ld a,(hl)
         or a
         jr z,list.text2
         inc hl
         call list.put
         jr list.text1
list.text2:
         pop hl
         ret

; Copies 2 to 8 bytes of a constant to DAC and sets VALTYP. In: B = 1, 2, 4; HL. Changes: AF, BC.
list.operand:
         push de
         ld a,b
         add a,a
         ld (VALTYP),a
         ld c,a
         ld b,0
         ld de,DAC
         cp 2
         jr nz,list.operand1
         ld e,DAC + 2 & 255
list.operand1:
         ldir
         pop de
         ret

; The number in DAC. A single without point or exponent gets "!", a double without exponent "#".
list.real:
         push hl
         push de
         ld a,(VALTYP)
         push af
         MAIN FOUT.go
         ld a,(hl)
         cp 32
         jr nz,list.real1
         inc hl
list.real1:
         pop af
         ld b,a
         cp 2
         jr z,list.text
         pop de
         ld c,0               ; digits
list.real2:
         ld a,(hl)
         inc hl
         or a
         jr z,list.real5
         cp "."
         jr z,list.real3
         inc c
         cp "E"
         jr nz,list.real4
         bit 3,b
         ld b,0
         jr z,list.real4
         ld a,c
         cp 8                 ; a double of few digits needs "D" to be one
         sbc a,a
         add a,"E"
         jr list.real4
list.real3:
         res 2,b
list.real4:
         call list.put
         jr list.real2
list.real5:
         ld a,b
         sub 4
         ld b,"!"
         jr z,list.real6
         ld b,"#"
         jr c,list.real7
list.real6:
         ld a,b
         call list.put
list.real7:
         pop hl
         ret

; In: HL = number, unsigned, DE = place in BUF. Out: DE behind. Changes: AF, BC, HL.
list.figures:
         ld b,0               ; no digit yet
         push de
         ld de,-10000
         call list.figures.digit
         ld de,-1000
         call list.figures.digit
         ld de,-100
         call list.figures.digit
         ld de,-10
         call list.figures.digit
         pop de
         ld a,l
         add a,"0"
         jp list.put
list.figures.digit:
         ld a,"0" - 1
list.figures.subtract:
         inc a
         add hl,de
         jr c,list.figures.subtract
         sbc hl,de
         inc b
         dec b
         jr nz,list.figures.put
         cp "0"
         ret z
list.figures.put:
         inc b
         pop de               ; the way back
         ex (sp),hl
         ex de,hl
         call list.put
         ex de,hl
         ex (sp),hl
         push de
         ret
