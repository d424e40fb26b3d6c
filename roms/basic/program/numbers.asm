; Numbers in a typed line. Source: MSX2 Technical Handbook, chapter 2, "Intermediate codes".

; A digit or point at HL, A.
crunch.digit:
         ld b,a
         ld a,(DONUM)
         add a,1
         jr c,crunch.named    ; part of a name
         dec a
         jp nz,crunch.line
         push de
         call crunch.bound
         push hl
         push bc
         ex de,hl
         ld a,(hl)
         MAIN FIN
         pop bc
         ld a,b
         pop de
         ld (de),a            ; what ended the number is back
crunch.blanks:
         dec hl               ; blanks behind the number stay
         ld a,(hl)
         cp 32
         jr z,crunch.blanks
         inc hl
         pop de
         call crunch.number
         jp crunch.next
crunch.named:
         ld a,b
         cp "."
         jp nz,crunch.copy
         xor a
         ld (DONUM),a
         ld a,b
         jr crunch.digit

; An E before L or Q belongs to the next word (1ELSE, 1EQV): FIN must not see it. Any other E or D is the
; number's, with a sign behind it, even without an exponent (MSX1 machines: github.com/andete/zerobas,
; docs/expbad- and docs/expkw-msx1-characterization.md).
; In: HL = number. Out: HL = the place where FIN has to stop, 0 there; B = what was there; DE = number.
; Changes: AF.
crunch.bound:
         ld d,h
         ld e,l
crunch.bound1:
         ld a,(hl)
         inc hl
         cp 32
         jr z,crunch.bound1
         cp "."
         jr z,crunch.bound1
         cp "!"
         jr z,crunch.bound5
         cp "#"
         jr z,crunch.bound5
         cp "%"
         jr z,crunch.bound5
         cp "0"
         jr c,crunch.bound3
         cp "9" + 1
         jr c,crunch.bound1
         call crunch.capital
         cp "D"
         jr z,crunch.bound4
         cp "E"
         jr nz,crunch.bound3
         push hl
         dec hl
         rst 16               ; the character behind the letter
         pop hl
         call crunch.capital
         cp "L"
         jr z,crunch.bound3
         cp "Q"
         jr nz,crunch.bound4
crunch.bound3:
         dec hl
crunch.bound5:
         ld b,(hl)
         ld (hl),0
         ret
crunch.bound4:                ; stops at the 0 of the line
         xor a
         push bc
         ld b,a
         ld c,a
         cpir
         pop bc
         dec hl
         jr crunch.bound5

; Puts the number in DAC. In: DE = place in KBUF. Out: DE behind. Changes: AF, BC.
crunch.number:
         push hl
         ld a,(VALTYP)
         cp 2
         jr z,crunch.integer
         ld b,a
         cp 8
         ld a,C.DOUBLE
         jr z,crunch.real
         ld a,C.SINGLE
crunch.real:
         ld hl,DAC
crunch.bytes:                 ; A and B bytes at HL
         call crunch.put
         ld a,(hl)
         inc hl
         djnz crunch.bytes
         call crunch.put
         pop hl
         ret
crunch.integer:
         ld hl,DAC + 2
         ld b,2
         inc hl
         ld a,(hl)
         dec hl
         or a
         ld a,C.INTEGER
         jr nz,crunch.bytes
         ld a,(hl)
         cp 10
         jr c,crunch.small
         dec b
         ld a,C.BYTE
         jr crunch.bytes
crunch.small:
         add a,C.DIGIT
         call crunch.put
         pop hl
         ret

; A line number, up to 65529: what goes beyond begins another. In: HL, B = digit or point.
crunch.line:
         ld a,b
         cp "."
         jp z,crunch.copy     ; the line in hand
         push de
         ld de,0
crunch.line1:                 ; blanks between digits do not count
         push hl
         dec hl
         rst 16
         jr nc,crunch.line2
         sub "0"
         MAIN line.digit
         jr c,crunch.line2
         pop af
         inc hl
         jr crunch.line1
crunch.line2:
         pop hl
         ld (DAC + 2),de
         pop de
         ld a,C.LINE
crunch.word:
         push hl
         ld b,2
         ld hl,crunch.next
         ex (sp),hl
         push hl
         ld hl,DAC + 2
         jr crunch.bytes

; &H, &O and & become numbers, &B stays text, blanks between its digits too.
crunch.base:
         push hl
         inc hl
         ld a,(hl)
         call crunch.capital
         ld bc,&0400 + C.HEX
         cp "H"
         jr z,crunch.base1
         ld bc,&0300 + C.OCTAL
         cp "O"
         jr z,crunch.base1
         dec hl
         sub "0"
         cp 8
         jr c,crunch.base1
         pop hl
         ld a,"&"
         call crunch.put
         inc hl
         ld a,(hl)
         call crunch.capital
         cp "B"
         jp nz,crunch.next
crunch.binary:
         call crunch.put
         inc hl
         ld a,(hl)
         cp 32
         jr z,crunch.binary
         sub "0"
         cp 10
         ld a,(hl)
         jr c,crunch.binary
         xor a
         ld (DONUM),a
         jp crunch.next
crunch.base1:
         pop af
         push de
         ld de,0
crunch.base2:
         inc hl
         ld a,(hl)
         call crunch.capital
         sub "0"
         jr c,crunch.base5
         cp 10
         jr c,crunch.base3
         sub 7
         cp 10
         jr c,crunch.base5
crunch.base3:
         bit 2,b
         jr nz,crunch.base4
         cp 8
         jr nc,crunch.base5
crunch.base4:
         cp 16
         jr nc,crunch.base5
         push bc
         ex de,hl
crunch.base6:
         add hl,hl
         jp c,error.overflow
         djnz crunch.base6
         pop bc
         or l
         ld l,a
         ex de,hl
         jr crunch.base2
crunch.base5:
         ld (DAC + 2),de
         pop de
         xor a
         ld (DONUM),a
         ld a,c
         jp crunch.word
