; Operands: constants, variables, brackets, signs, functions.

; In: HL = before the text. Out: DAC, VALTYP; HL behind. Changes: all.
factor:  call H.EVAL
factor.next:
         inc hl
         ld a,(hl)
         cp 32
         jr z,factor.next
         cp "A"
         jr c,factor.low
         cp "Z" + 1
         jp c,factor.variable
         inc a
         jp z,factor.function
         cp T.MINUS + 1
         jp z,factor.minus
         cp T.PLUS + 1
         jr z,factor.next
         cp T.NOT + 1
         jp z,factor.not
         jp factor.word

factor.low:
         sub C.DIGIT
         cp 10
         jr c,factor.digit
         add a,C.DIGIT
         cp "("
         jp z,factor.bracket
         cp C.BYTE
         jr z,factor.byte
         cp 34
         jp z,factor.literal
         cp C.DOUBLE + 1
         jr nc,factor.text
         cp C.HEX + 1
         jr c,factor.base
         cp C.DOUBLE
         jr z,factor.double
         cp C.SINGLE
         jr z,factor.single
         cp C.INTEGER
         jr z,factor.integer
         cp C.LINE
         jr z,factor.line
         cp C.POINTER
         jp nz,error.syntax
         inc hl               ; the address before a line
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         push hl
         ex de,hl
         ld de,3
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         jr factor.unsigned
factor.line:
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         push hl
factor.unsigned:
         ex de,hl
         call value.single
         pop hl
         ret
factor.base:
         cp C.OCTAL
         jr nc,factor.integer
         or a
         jp nz,error.syntax
factor.missing: jp error.operand
factor.integer:
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         jr factor.store
factor.byte:
         inc hl
         ld a,(hl)
factor.digit:
         ld e,a
         ld d,0
factor.store:
         ld (DAC + 2),de
         ld a,2
         ld (VALTYP),a
         inc hl
         ret
factor.text:                  ; digits, "." and "&" not made a constant
         cp ":"
         jr z,factor.missing
         jp nc,error.syntax
         cp "0"
         jp nc,FIN.go
         cp "."
         jp z,FIN.go
         cp "&"
         jp z,FIN.go
         jp error.syntax
factor.single:
         ld a,4
         ld (VALTYP),a
         inc hl
         ld de,DAC
         jr factor.four
factor.double:
         ld a,8
         ld (VALTYP),a
         inc hl
         ld de,DAC
factor.eight:
         ldi
         ldi
         ldi
         ldi
factor.four:
         ldi
         ldi
         ldi
         ldi
         ret
factor.literal:
         inc hl
         ld b,34
         ld d,b
         jp string.literal

; A variable that is not there is 0 and is not made; an array is.
factor.variable:
         call name.read
         jr z,factor.element
         push hl
         call variable.find
         jr nz,factor.unknown
factor.load:                  ; HL = address of a value of VALTYP's type, the text on the stack
         ld a,(VALTYP)
         cp 4
         jr c,factor.load.word
         ld de,DAC
         jr nz,factor.load.double
         call factor.four
         pop hl
         ret
factor.load.double:
         call factor.eight
         pop hl
         ret
factor.load.word:
         rra
         jr c,factor.load.string
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
factor.load.string:
         ld (DAC + 2),hl
         pop hl
         ret
factor.element:
         call array.element
         push hl
         ex de,hl
         jr factor.load
factor.unknown:
         ld hl,real.zero
         ld a,(VALTYP)
         cp 3
         jr nz,factor.load
         xor a                ; a descriptor in RAM: the other ROMs read it, too
         ld (DSCTMP),a
         call string.give
         pop hl
         ret
real.zero: db 0,0,0,0,0,0,0,0

; In: HL at "(". Out: as FRMEVL, HL behind ")". Changes: all.
factor.bracket:
         inc hl
         call FRMEVL
         cp ")"
         inc hl
         ret z
         jp error.syntax
; The same, and demands the "(".
factor.argument:
         ld a,(hl)
         cp 32
         inc hl
         jr z,factor.argument
         cp "("
         jp nz,error.syntax
         call FRMEVL
         cp ")"
         inc hl
         ret z
         jp error.syntax

factor.minus:
         ld c,5
         call stack.room
         ld d,eval.priority.sign
         call eval.operand
         push hl
         call check.number
         call NEG.go
         pop hl
         ret
factor.not:
         ld c,5
         call stack.room
         ld d,eval.priority.not
         call eval.operand
         call value.word
         ld a,e
         cpl
         ld e,a
         ld a,d
         cpl
         ld d,a
         dec hl
         jp factor.store

; Words with a syntax of their own.
factor.word:
         dec a
         ld b,a
         ld de,factors
factor.word.next:
         ld a,(de)
         inc de
         or a
         jp z,error.syntax
         cp b
         jr z,factor.word.found
         inc de
         inc de
         jr factor.word.next
factor.word.found:
         ex de,hl
         ld c,(hl)
         inc hl
         ld b,(hl)
         ex de,hl
factor.own:                   ; BC = routine
         push bc
         rst 16
         pop ix
         jp far.table

; Functions behind FFh.
factor.function:
         inc hl
         ld a,(hl)
         sub 129
         cp 48
         jp nc,error.syntax
         add a,a
         ld c,a
         ld b,0
         ex de,hl
         ld hl,functions
         add hl,bc
         ld c,(hl)
         inc hl
         ld b,(hl)
         ex de,hl
         cp 6
         jr c,factor.own
         inc hl
         push bc
         push af
         call factor.argument
         pop af
         pop ix
         push hl
         sub 2 * (T.SQR - 129)
         cp 2 * (T.ATN - T.SQR) + 1
         jr nc,factor.call
         push ix              ; a hook in a cartridge changes it
         call H.OKNO
         call check.number
         call FRCDBL.go
         pop ix
factor.call:
         push ix
         call H.FING
         pop ix
         ld bc,factor.back
         push bc
         jp far.table
factor.back:
         pop hl
         ret
