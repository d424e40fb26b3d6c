; PUFOUT: number to text in a field, as PRINT USING needs it. Written from right to left.

M_FOUT_FORMATTED: MACRO
fout.formatted: ld a,(fout.format)
         rrca
         jr c,using.scientific
         ld a,(fout.before)
         cp e
         jp p,using.fixed
         ld a,12
         cp e
         jp p,using.fixed
         ld hl,FBUFFR         ; too large for a field: as PRINT, with its blank
         ld (hl),"%"
         inc hl
         jp fout.plain
using.scientific: ld a,(fout.before)   ; all places take digits
         ld d,a
         ld a,(fout.format)
         and 4
         jr nz,using.scientific.sign
         ld a,d
         or a
         jr z,using.scientific.sign
         dec d
using.scientific.sign: push de
         ld a,d
         ld e,a
         call using.round
         ld a,e
         sub d                ; 1: 9.99 became 10
         pop de
         push af
         ld a,(fout.digits + 1)
         or a
         jr nz,using.scientific.value
         pop af
         ld de,0              ; zero is 0E+00
         xor a
         push af
using.scientific.value: pop af
         add a,e
         sub d
         ld e,a
         push de
         ld hl,fout.end - 4
         call fout.exponent
         ld (hl),0
         pop de
         ld e,d
         ld hl,fout.end - 4
         ld c,4
         jr using.write
using.fixed: call using.round
         ld hl,fout.end
         ld (hl),0
         ld c,0
; In: E = digits before the point, HL = end of the number, C = characters behind it.
using.write: ld a,(fout.format)
         and 4
         jr z,using.fraction
         inc c
         ld b," "
         ld a,(fout.format)
         and 8
         jr z,using.trailing
         ld b,"+"
using.trailing: ld a,(fout.sign)
         add a,a
         jr nc,using.trailing.put
         ld b,"-"
using.trailing.put: ld a,b
         call using.trail
using.fraction: ld a,(fout.before)
         ld b,a
         ld a,(fout.after)
         add a,b
         add a,c
         ld b,a
         ld a,fout.low
         sub b
         ld (fout.left),a
         ld a,(fout.after)
         or a
         jr z,using.integer
         ld b,a
         add a,e
         ld d,a               ; one behind the last digit's number
using.fraction.digit: dec b
         jr z,using.point
         dec d
         ld a,d
         call using.digit
         jr using.fraction.digit
using.point: dec hl
         ld (hl),"."
using.integer: ld d,e
         ld a,e
         dec a
         jp m,using.nothing
         ld b,3
using.integer.digit: ld a,d
         call using.digit
         dec d
         jr z,using.prefix
         djnz using.integer.digit
         ld b,3
         ld a,(fout.format)
         and 64
         jr z,using.integer.digit
         dec hl
         ld (hl),","
         jr using.integer.digit
using.nothing: call using.leading   ; a 0 before the point if there is a place for it
         ld b,a
         ld a,(fout.before)
         inc b
         dec b
         jr z,using.nothing.place
         dec a
using.nothing.place: dec a
         jp m,using.prefix
         dec hl
         ld (hl),"0"
using.prefix: ld a,(fout.format)
         and 16
         jr z,using.sign
         dec hl
         ld (hl),"$"
using.sign: call using.leading
         or a
         jr z,using.pad
         dec hl
         ld (hl),a
using.pad: ld a,(fout.format)
         and 32
         ld b," "
         jr z,using.fill
         ld b,"*"
using.fill: ld a,(fout.left)
         cp l
         ret z
         jr nc,using.overflow
         dec hl
         ld (hl),b
         jr using.fill
using.overflow: dec hl
         ld (hl),"%"
         ret
         ENDM

; Out: A = the sign before the number, 0 if none. Changes: F.
M_USING_LEADING: MACRO
using.leading: ld a,(fout.format)
         and 4
         jr nz,using.leading.none
         ld a,(fout.sign)
         add a,a
         ld a,"-"
         ret c
         ld a,(fout.format)
         and 8
         ld a,"+"
         ret nz
using.leading.none: xor a
         ret
         ENDM

; The sign behind the number, an exponent there moves left. In: A, HL. Out: HL. Changes: AF.
M_USING_TRAIL: MACRO
using.trail: push de
         push bc
         ld b,a
         ld a,c
         dec a
         jr z,using.trail.put
         push bc
         ld de,fout.end - 5
         ld c,a
         ld b,0
         ldir
         pop bc
         ld hl,fout.end - 4
using.trail.put: dec hl
         push hl
         ld hl,fout.end - 1
         ld (hl),b
         inc hl
         ld (hl),0
         pop hl
         pop bc
         pop de
         ret
         ENDM

; In: A = a digit's number, signed; HL. Out: the digit before HL. Changes: AF, HL.
M_USING_DIGIT: MACRO
using.digit: dec hl
         ld (hl),"0"
         dec a
         cp 16
         ret nc
         push hl
         ld hl,fout.digits + 1
         add a,l
         ld l,a
         ld a,(hl)
         pop hl
         add a,"0"
         ld (hl),a
         ret
         ENDM

; Rounds to fout.after. In: E = digits before the point. Out: E, one more after a carry; digits.
; Changes: AF, BC, HL.
M_USING_ROUND: MACRO
using.round: ld a,(fout.after)
         or a
         jr z,using.round.whole
         dec a
using.round.whole: add a,e              ; the first digit that goes, from 0
         jp m,using.round.zero
         cp 16
         ret nc
         ld hl,fout.digits + 1
         ld c,a
         add a,l
         ld l,a
         ld a,16
         sub c
         ld b,a
         ld a,(hl)
         push hl
using.round.clear: ld (hl),0
         inc l
         djnz using.round.clear
         pop hl
         cp 5
         ret c
using.round.up: dec l
         inc (hl)
         ld a,(hl)
         sub 10
         jr nz,using.round.end
         ld (hl),a
         jr using.round.up
using.round.end: ld hl,fout.digits
         ld a,(hl)
         or a
         ret z
         inc e                ; all were nines
         ld (hl),0
         inc hl
         ld (hl),1
         ret
using.round.zero: ld b,16
         ld hl,fout.digits + 1
using.round.zero.digit: ld (hl),0
         inc l
         djnz using.round.zero.digit
         ret
         ENDM
