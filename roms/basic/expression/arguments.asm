; Values for statements and functions: expressions of a certain kind, checks, and putting numbers into DAC.

; expr.number: In: HL = text. Out: as FRMEVL; error 13 for a string. Changes: all.
expr.number:
         call FRMEVL
; Error 13 unless VALTYP is a number, or a string. Changes: AF.
check.number:
         ld a,(VALTYP)
         cp 3
         ret nz
check.fails: jp error.type
expr.string:
         call FRMEVL
check.string:
         ld a,(VALTYP)
         cp 3
         ret z
         jr check.fails

; expr.integer: In: HL = text. Out: DE = -32768 to 32767, else error 6; HL behind. Changes: all.
expr.integer:
         call FRMEVL
; In: DAC. Out: DE. Changes: AF, BC.
value.word:
         ld de,(DAC + 2)
         ld a,(VALTYP)
         cp 2
         ret z
         push hl
         call check.number
         call FRCINT.go
         ex de,hl
         pop hl
         ret

; GETBYT: In: HL = text. Out: A, E = 0 to 255, else error 5; D = 0; HL behind. Changes: all.
getbyt.go:
         call expr.integer
getbyt.check:
         ld a,d
         or a
         jp nz,error.call
         ld a,e
         ret

; FRMQNT: In: HL = text. Out: DE = -32768 to 65535 as a word, else error 6; HL behind. Changes: all.
frmqnt.go:
         call FRMEVL
; In: DAC. Out: DE; what is above 32767 becomes negative before its fraction is cut off (MSX1 machines: as in
; reals.asm). Changes: AF, BC.
value.address:
         call H.FRQI
         ld de,(DAC + 2)
         ld a,(VALTYP)
         cp 2
         ret z
         push hl
         call check.number
         call FRCDBL.go
         ld hl,value.half
         ld de,DAC
         ld b,8
         call real.compare
         rla
         jr nc,value.address.high ; 32768 <= DAC
value.address.low:
         call FRCINT.go
         ex de,hl
         pop hl
         ret
value.address.high:
         ld hl,value.whole
         ld de,ARG
         ld bc,8
         ldir
         call double.add
         ld a,(DAC)
         add a,a
         jp nc,error.overflow
         jr value.address.low
value.half: db 69,&32,&76,&80,0,0,0,0
value.whole: db 197,&65,&53,&60,0,0,0,0

; DAC = an integer. value.byte: In: A. value.integer: In: HL. Changes: AF, value.byte HL.
value.byte:
         ld l,a
         ld h,0
         jp integer.store
value.integer: EQU integer.store
; DAC = HL without sign: an integer, from 32768 on a single. Changes: all.
value.single:
         bit 7,h
         jp z,value.integer
         xor a
         call real.unsigned
         jp integer.single
