; FIN: text to number.

number.digits: EQU DECTMP     ; significant digits stored
number.negative: EQU DECTMP + 1

; FIN: In: HL = text, A = its first character. Out: DAC, VALTYP: 2 for whole numbers up to 32767 of
; up to five digits, 4 for up to six digits, else 8; E, D, %, ! and # say otherwise; HL = behind;
; C = 0 with a point, else FFh; B = digits after the point; D = digits. Changes: all.
M_FIN: MACRO
FIN.go:  ex de,hl
         ld hl,DAC
         ld b,9
fin.clear: ld (hl),0
         inc hl
         djnz fin.clear
         ex de,hl
         ld bc,&00FF
         ld de,0              ; D = digits, E = exponent
         push af
         xor a
         ld (number.digits),a
         ld (number.negative),a
         pop af
         cp "&"
         jp z,fin.base
         cp "-"
         jr nz,fin.plus
         ld (number.negative),a
         jr fin.next
fin.plus: cp "+"
         jr z,fin.next
         dec hl
fin.next: call CHRGTR
         jr c,fin.digit
         cp "."
         jp nz,fin.suffix
         inc c
         jr nz,fin.second     ; a second point ends the number
         jr fin.next
fin.second: dec c
         jp fin.suffix.none
fin.digit: sub "0"
         call fin.store
         jr fin.next
         ENDM

; In: A = digit, BCDE as in FIN. Changes: AF, BCDE as in FIN.
M_FIN_STORE: MACRO
fin.store: push hl
         push af
         ld a,d
         or a
         jr nz,fin.significant
         pop af
         push af
         or a
         jr nz,fin.significant
         pop af               ; a zero before the first digit
         pop hl
         inc c
         dec c
         ret nz
         inc b
         dec e
         ret
fin.significant: inc d
         inc c
         dec c
         jr z,fin.fraction
         inc e
         jr fin.put
fin.fraction: inc b
fin.put: ld hl,number.digits
         ld a,(hl)
         cp 16
         jr nc,fin.full
         inc (hl)
         push bc
         ld c,a
         ld b,0
         srl c
         ld hl,DAC + 1
         push af
         add hl,bc
         pop af
         pop bc
         jr c,fin.low
         pop af
         rlca
         rlca
         rlca
         rlca
         ld (hl),a
         pop hl
         ret
fin.low: pop af
         or (hl)
         ld (hl),a
         pop hl
         ret
fin.full: pop af
         pop hl
         ret
         ENDM

M_FIN_SUFFIX: MACRO
fin.suffix: cp "%"               ; A = the character behind the digits
         jr z,fin.integer
         cp "!"
         jr z,fin.single
         cp "#"
         jr z,fin.double
         and &DF
         cp "E"
         jp z,fin.exponent
         cp "D"
         jp z,fin.exponent
fin.suffix.none: ld a,d
         cp 7
         ld a,8
         jr nc,fin.kind
         inc c
         dec c
         ld a,4
         jr z,fin.kind
         ld a,2
         jr fin.kind
fin.integer: ld a,2
         inc hl
         call fin.finish
         jp fin.cut
fin.single: inc hl
         ld a,4
         jr fin.kind
fin.double: inc hl
         ld a,8
fin.kind: push af
         call fin.finish
         pop af
         cp 2
         jr nz,fin.precise
         push hl
         push de
         push bc
         ld a,e
         cp 6
         ccf
         call nc,integer.from
         pop bc
         call nc,integer.store
         pop de
         pop hl
         ret nc
         ld a,4
fin.precise: ld (VALTYP),a
         push hl
         push de
         push bc
         cp 4
         push af
         call z,single.round
         pop af
         call nz,DECROU.go
         pop bc
         pop de
         pop hl
         ret
fin.cut: push hl
         push de
         push bc
         ld a,8
         ld (VALTYP),a
         call FRCINT.go
         pop bc
         pop de
         pop hl
         ret
         ENDM

M_FIN_EXPONENT: MACRO
fin.exponent: push af              ; E or D
         push bc
         call CHRGTR
         ld bc,0
         jr c,fin.exponent.first
         cp "+"
         jr z,fin.exponent.next
         cp 241               ; the tokens of + and -
         jr z,fin.exponent.next
         cp 242
         jr z,fin.exponent.minus
         cp "-"
         jr nz,fin.exponent.end
fin.exponent.minus: inc c
fin.exponent.next: call CHRGTR
         jr nc,fin.exponent.end
fin.exponent.first: sub "0"
         push de
         ld d,a
         ld a,b
         cp 11
         jr c,fin.exponent.small
         ld a,11              ; far out of range
fin.exponent.small: ld e,a
         add a,a
         add a,a
         add a,e
         add a,a
         add a,d
         ld b,a
         pop de
         jr fin.exponent.next
fin.exponent.end: ld a,e
         dec c
         jr nz,fin.exponent.plus
         sub b
         jp po,fin.exponent.set
         ld a,-128
         jr fin.exponent.set
fin.exponent.plus: add a,b
         jp po,fin.exponent.set
         ld a,127
fin.exponent.set: ld e,a
         pop bc
         pop af
         cp "D"
         jr z,fin.double.kind
         ld a,d
         cp 7
         ld a,4
         jp c,fin.kind
fin.double.kind: ld a,8
         jp fin.kind
         ENDM

; In: E = exponent, number.negative. Out: DAC's first byte. Changes: AF.
M_FIN_FINISH: MACRO
fin.finish: ld a,d
         or a
         ret z
         ld a,e
         add a,64
         jp pe,error.overflow
         ret m
         ret z
         push hl
         ld hl,number.negative
         inc (hl)
         dec (hl)
         pop hl
         jr z,fin.positive
         or 128
fin.positive: ld (DAC),a
         ret
; &H, &O and &B. In: HL = the "&". Out: as FIN, an integer; error 6 from 65536 on.
fin.base: call CHRGTR
         and &DF
         ld c,4
         cp "H"
         jr z,fin.base.next
         ld c,1
         cp "B"
         jr z,fin.base.next
         ld c,3
         cp "O"
         jp nz,error.syntax   ; so are VAL("&") and VAL("&17")
fin.base.next: call CHRGTR
         and &DF              ; 10h-19h: digits, 41h: A
         sub &10
         jr c,fin.base.end
         cp 10
         jr c,fin.base.digit
         sub "A" - 26
         cp 10
         jr c,fin.base.end
fin.base.digit: push bc
         ld b,c
         ld c,a
         ld a,1
fin.base.limit: add a,a
         djnz fin.base.limit
         dec a
         cp c
         ld a,c
         pop bc
         jr c,fin.base.end
         ex de,hl
         ld b,c
fin.base.shift: add hl,hl
         jp c,error.overflow
         djnz fin.base.shift
         or l
         ld l,a
         ex de,hl
         jr fin.base.next
fin.base.end: ex de,hl
         call integer.store
         ex de,hl
         ld bc,&00FF
         ret
         ENDM
