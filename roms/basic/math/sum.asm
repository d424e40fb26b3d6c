; Sums of decimals, normalising and rounding.
;
; A real is a byte of sign and exponent (excess 64) and BCD digits behind the point. The documented
; entries take 14 digits. Inside, fields have 16 digits (DAC + 1 to DAC + 8); `decimal.` routines
; neither round nor clear the two guard digits, and leave IX and IY alone.

; DECADD's work. In: DAC, ARG = doubles. Out: DAC. Changes: all.
M_DOUBLE_ADD: MACRO
double.add: call double.guards
         call decimal.add
         jp DECROU
double.guards: xor a
         ld (DAC + 8),a
         ld (ARG + 8),a
         ret
         ENDM

; DAC = DAC + ARG, 16 digits. Digits that leave ARG to the right count as a borrow.
; Changes: AF, BC, DE, HL, ARG.
M_DECIMAL_ADD: MACRO
decimal.add: ld hl,ARG
         ld a,(hl)
         or a
         ret z
         ld de,DAC
         ld a,(de)
         or a
         jp z,decimal.mfa
         and 127
         ld c,a
         ld a,(hl)
         and 127
         sub c
         jr c,decimal.add.ordered
         jr z,decimal.add.align
         push af
         ld b,9
decimal.add.swap: ld c,(hl)
         ld a,(de)
         ld (hl),a
         ld a,c
         ld (de),a
         inc hl
         inc de
         djnz decimal.add.swap
         pop af
         jr decimal.add.align
decimal.add.ordered: neg
decimal.add.align: cp 16                ; A = digits that ARG is smaller by
         ret nc
         ld d,0
         srl a
         ld e,a
         jr nc,decimal.add.even
         ld hl,ARG + 1
         xor a
         call decimal.right
         and 15
         ld d,a
decimal.add.even: ld hl,ARG + 8        ; E = bytes that ARG is smaller by, D not 0: digits were lost
         ld b,e
         inc b
         jr decimal.add.lost1
decimal.add.lost: ld a,d
         or (hl)
         ld d,a
         dec hl
decimal.add.lost1: djnz decimal.add.lost
         ld a,8
         sub e
         ld b,a
         ld c,e
         inc c
         ld a,(DAC)
         ld e,a
         ld a,(ARG)
         xor e
         ld a,d
         ld de,DAC + 8
         jp m,decimal.subtract
         or a
decimal.add.byte: ld a,(de)
         adc a,(hl)
         daa
         ld (de),a
         dec hl
         dec de
         djnz decimal.add.byte
         ld b,c
         jr decimal.add.carry1
decimal.add.carry: ld a,(de)
         adc a,0
         daa
         ld (de),a
         dec de
decimal.add.carry1: djnz decimal.add.carry
         ret nc
         ld a,1
         ld hl,DAC + 1
         call decimal.right
decimal.increment: ld hl,DAC            ; the exponent
         ld a,(hl)
         inc (hl)
         cpl
         and 127
         ret nz
         jp error.overflow
         ENDM

M_DECIMAL_SUBTRACT: MACRO
decimal.subtract: neg
decimal.subtract.byte: ld a,(de)
         sbc a,(hl)
         daa
         ld (de),a
         dec hl
         dec de
         djnz decimal.subtract.byte
         ld b,c
         jr decimal.subtract.carry1
decimal.subtract.carry: ld a,(de)
         sbc a,0
         daa
         ld (de),a
         dec de
decimal.subtract.carry1: djnz decimal.subtract.carry
         jr nc,DECNRM.go
         ld hl,DAC + 8
         ld b,8
         or a
decimal.negate: ld a,0
         sbc a,(hl)
         daa
         ld (hl),a
         dec hl
         djnz decimal.negate
         ld a,(hl)
         xor 128
         ld (hl),a
; DECNRM: no zeros before the first digit. In, Out: DAC (16 digits). Changes: all.
DECNRM.go: ld hl,DAC + 1
         ld bc,&0800
decimal.norm.find: ld a,(hl)
         or a
         jr nz,decimal.norm.found
         inc hl
         inc c
         inc c
         djnz decimal.norm.find
decimal.zero: xor a
         ld (DAC),a
         ret
decimal.norm.found: and &F0              ; B = bytes that stay, C = zeros
         push af
         ld a,c
         or a
         jr z,decimal.norm.nibble
         push bc
         ld c,b
         ld b,0
         ld de,DAC + 1
         ldir
         pop bc
         ld b,c
         xor a
decimal.norm.clear: ld (de),a
         inc de
         dec b
         djnz decimal.norm.clear
decimal.norm.nibble: pop af
         jr nz,decimal.norm.exponent
         inc c
         ld hl,DAC + 8
         ld b,8
         call decimal.left
decimal.norm.exponent: ld hl,DAC
         ld a,(hl)
         and 127
         sub c
         jr c,decimal.zero
         jr z,decimal.zero
         ld c,a
         ld a,(hl)
         and 128
         or c
         ld (hl),a
         ret
         ENDM

; Eight bytes from HL go right by a digit. In: A = digit that comes in. Out: A = the one that leaves.
M_DECIMAL_RIGHT: MACRO
decimal.right: ld b,8
decimal.right.byte: rrd
         inc hl
         djnz decimal.right.byte
         ret
         ENDM

; B bytes that end at HL go left by a digit. Changes: AF, B, HL.
M_DECIMAL_LEFT: MACRO
decimal.left: xor a
decimal.left.byte: rld
         dec hl
         djnz decimal.left.byte
         ret
         ENDM

; DECROU: DAC rounded to 14 digits, half away from zero. Changes: all.
M_DECROU: MACRO
DECROU.go: ld hl,DAC + 8
         ld b,7
; The same at another place. In: HL = first byte that goes, B = bytes that stay.
decimal.round: ld a,(DAC)
         or a
         ret z
         ld a,(hl)
         ld (hl),0
         cp &50
         ret c
decimal.round.up: dec hl
         ld a,(hl)
         add a,1
         daa
         ld (hl),a
         ret nc
         djnz decimal.round.up
         ld (hl),&10
         jp decimal.increment
         ENDM
