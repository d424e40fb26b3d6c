; FOUT: number to text.

fout.digits: EQU HOLD8        ; 0, then 16 digits a byte each
fout.format: EQU DECTMP
fout.before: EQU DECTMP + 1
fout.after: EQU DECTM2
fout.left: EQU DECTM2 + 1    ; low byte of where the field starts
fout.sign: EQU DECCNT
fout.end: EQU FBUFFR + 42
fout.low: EQU fout.end \ 256

; FOUT, PUFOUT: text of the number in DAC. In: A = format (0: as PRINT does), B = places before, C =
; places from the point on; VALTYP. Out: HL = text, 0 behind it. Changes: all; DAC becomes a real.
;
; As PRINT: a blank or "-", up to 6 digits (14 of a double), 1E+14 from 10 ^ 14 on and 1E-03 below
; .01. Formatted: B counts all places before the point (signs, "$" and "*" too), "%" leads what
; does not fit; with bit 0 one of them is the sign's, unless a sign follows.
M_PUFOUT: MACRO
FOUT.go: xor a
PUFOUT.go: ld (fout.format),a
         ld a,b
         ld (fout.before),a
         ld a,c
         ld (fout.after),a
         call real.from
         call fout.unpack
         ld a,(fout.format)
         add a,a
         jp c,fout.formatted
         ld hl,FBUFFR
; As PRINT. In: E = exponent, HL = where to. Out: HL = FBUFFR.
fout.plain: ld a,(fout.sign)
         add a,a
         ld (hl),"-"
         jr c,fout.number
         ld (hl)," "
fout.number: inc hl
         call fout.length
         ld a,b
         or a
         jr z,fout.zero
         ld a,e
         inc a
         cp 16
         jr nc,fout.scientific ; below -1 or above 14
         dec a
         jp p,fout.whole
fout.point: ld (hl),"."
         inc hl
         or a
         jr z,fout.rest
         ld (hl),"0"
         inc hl
         jr fout.rest
fout.whole: or a
         jr z,fout.point
         ld c,a
fout.whole.digit: call fout.digit
         dec c
         jr nz,fout.whole.digit
         ld a,b
         dec a
         jp m,fout.close
         ld (hl),"."
         inc hl
fout.rest: call fout.digit      ; B digits
         ld a,b
         dec a
         jp p,fout.rest
fout.close: ld (hl),0
         ld hl,FBUFFR
         ret
fout.zero: ld (hl),"0"
         inc hl
         jr fout.close
fout.scientific: push de
         call fout.digit
         ld a,b
         dec a
         jp m,fout.e
         ld (hl),"."
         inc hl
fout.scientific.digit: call fout.digit
         ld a,b
         dec a
         jp p,fout.scientific.digit
fout.e:  pop de
         dec e
         call fout.exponent
         jr fout.close
; In: E = exponent. Out: "E+dd" at HL. Changes: AF, E, HL.
fout.exponent: ld (hl),"E"
         inc hl
         ld (hl),"+"
         ld a,e
         or a
         jp p,fout.exponent.plus
         ld (hl),"-"
         neg
fout.exponent.plus: inc hl
         ld (hl),"0" - 1
fout.exponent.ten: inc (hl)
         sub 10
         jr nc,fout.exponent.ten
         add a,"0" + 10
         inc hl
         ld (hl),a
         inc hl
         ret
         ENDM

; The next digit to HL. Out: B one less, HL. Changes: AF.
M_FOUT_DIGIT: MACRO
fout.digit: dec b
         push hl
         ld hl,fout.digits
         inc (hl)             ; its first byte counts here
         ld a,(hl)
         add a,l
         ld l,a
         ld a,(hl)
         pop hl
         add a,"0"
         ld (hl),a
         inc hl
         ret
         ENDM

; Out: B = digits up to the last that is not 0. Changes: AF.
M_FOUT_LENGTH: MACRO
fout.length: push hl
         ld hl,fout.digits + 16
         ld b,16
         xor a
fout.length.next: cp (hl)
         jr nz,fout.length.end
         dec hl
         djnz fout.length.next
fout.length.end: ld hl,fout.digits
         ld (hl),a
         pop hl
         ret
         ENDM

; The digits of DAC. Out: fout.digits, fout.sign, E = exponent. Changes: all.
M_FOUT_UNPACK: MACRO
fout.unpack: ld hl,fout.digits
         ld b,17
fout.unpack.clear: ld (hl),0
         inc hl
         djnz fout.unpack.clear
         ld a,(DAC)
         ld (fout.sign),a
         or a
         ld e,a
         ret z
         and 127
         sub 64
         push af
         ld b,7
         ld a,(VALTYP)
         cp 8
         jr z,fout.unpack.start
         ld b,3
fout.unpack.start: ld hl,DAC + 1
         ld de,fout.digits + 1
fout.unpack.byte: ld a,(hl)
         rrca
         rrca
         rrca
         rrca
         and 15
         ld (de),a
         inc de
         ld a,(hl)
         and 15
         ld (de),a
         inc de
         inc hl
         djnz fout.unpack.byte
         pop af
         ld e,a
         ret
         ENDM

; FOUTB, FOUTO, FOUTH: In: C = bits a digit, DAC + 2 = integer. Out: HL = text. Changes: all.
M_FOUT_BASE: MACRO
fout.base: ld hl,(DAC + 2)
         ex de,hl
         ld hl,FBUFFR + 17
         ld (hl),0
fout.base.digit: xor a
         ld b,c
fout.base.mask: scf
         rla
         djnz fout.base.mask
         and e
         cp 10
         jr c,fout.base.number
         add a,7
fout.base.number: add a,"0"
         dec hl
         ld (hl),a
         ld b,c
fout.base.shift: srl d
         rr e
         djnz fout.base.shift
         ld a,d
         or e
         jr nz,fout.base.digit
         ret
         ENDM
