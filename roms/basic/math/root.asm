; SQR, digit by digit: the rest starts as five times the number, the root as 5; as long as the rest is
; not less than the root, the root is taken off and its last place but one counts one up; then the
; rest moves left and the 5 right (Frazer Jarvis, "Square roots by subtraction").

root.rest: EQU HOLD8          ; ten bytes, the first four digits before the point
root.value: EQU HOLD8 + 10    ; likewise, always behind by a digit

; SQR: In: DAC = double >= 0, else error 5. Out: DAC. Changes: all.
M_SQR: MACRO
SQR.go:  call double.guards
         call decimal.root
         jp DECROU
decimal.root: ld hl,DAC
         ld a,(hl)
         or a
         ret z
         jp m,error.call
         ld b,20
         ld hl,root.rest
         ld de,0
root.clear: ld (hl),d
         inc hl
         djnz root.clear
         rra                  ; CY was 0
         push af              ; CY: the exponent is odd
         adc a,32
         ld (DAC),a
         pop af
         ld hl,DAC + 1
         ld a,0
         call c,decimal.right ; pairs of digits are bytes now
         ld b,5
root.five: push bc
         ld hl,DAC + 8
         ld de,root.rest + 8
         ld b,8
         call root.add
         ld a,(de)
         adc a,0
         daa
         ld (de),a
         pop bc
         djnz root.five
         ld hl,root.value + 1
         ld (hl),5
         ld c,0               ; places done
root.place: call root.compare
         jr c,root.shift
         ld hl,root.value + 9
         ld de,root.rest + 9
         ld b,10
         or a
root.subtract: ld a,(de)
         sbc a,(hl)
         daa
         ld (de),a
         dec e
         dec l
         djnz root.subtract
         call root.byte
         ld a,16
         jr nc,root.count
         ld a,1
root.count: add a,(hl)
         ld (hl),a
         jr root.place
root.shift: ld hl,root.rest + 9
         ld b,10
         call decimal.left
         call root.byte
         inc hl               ; the 5 moves right
         jr c,root.low
         dec hl
         ld a,(hl)
         and &F0
         ld (hl),a
         inc hl
         ld a,&50
         jr root.moved
root.low: ld a,5
root.moved: ld (hl),a
         inc c
         ld a,c
         cp 16
         jr nz,root.place
         ld hl,root.value + 1
         ld de,DAC + 1
         ld bc,8
         ldir
         ret
         ENDM

; Out: HL = byte of place C, CY: its low digit. Changes: AF, B.
M_ROOT_BYTE: MACRO
root.byte: ld hl,root.value + 1
         ld a,c
         srl a
         push af
         add a,l
         ld l,a
         pop af
         ret
; Out: CY: rest < root. Changes: AF, B, DE, HL.
root.compare: ld hl,root.value
         ld de,root.rest
         ld b,10
root.compare.byte: ld a,(de)
         cp (hl)
         ret nz
         inc e
         inc l
         djnz root.compare.byte
         or a
         ret
; (DE) += (HL), B bytes that end there. Out: CY; DE before them. Changes: AF, B, HL.
root.add: or a
root.add.byte: ld a,(de)
         adc a,(hl)
         daa
         ld (de),a
         dec hl
         dec de
         djnz root.add.byte
         ret
         ENDM
