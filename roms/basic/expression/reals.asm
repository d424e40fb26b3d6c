; Operators on all but two integers. All arithmetic is in doubles: singles are for keeping numbers only (MSX1
; machines: github.com/andete/zerobas, docs/spec-basic-float-core.md, section 10).

; In: B = operator, C = type of the left operand on the stack, A = VALTYP, the right one in DAC, HL = text.
eval.mixed:
         cp 3
         jp z,eval.strings
         bit 0,c
         jp nz,error.type
         ld (TEMP2),hl
         ld a,b
         ld (eval.op),a
         or a
         jp m,real.operands
         cp eval.and
         jp nc,real.logic
real.operands:
         ld a,(VALTYP)
         bit 3,a
         jr nz,real.right.double
         bit 2,a
         jr nz,real.right.single
         push bc
         ld hl,(DAC + 2)
         call real.make
         pop bc
real.right.double:
         ld hl,(DAC + 6)
         ld (ARG + 6),hl
         ld hl,(DAC + 4)
         ld (ARG + 4),hl
real.right:
         ld hl,(DAC + 2)
         ld (ARG + 2),hl
         ld hl,(DAC)
         ld (ARG),hl
         call eval.left
         bit 1,a
         jr z,real.both
         ld hl,(DAC + 2)
         call real.make
real.both:
         ld a,8
         ld (VALTYP),a
         ld a,(eval.op)
         add a,a
         jr c,real.relation
         ld hl,real.finish
         push hl
         ld hl,DAC + 8        ; no guard digits
         ld (hl),0
         ld hl,ARG + 8
         ld (hl),0
         jp z,decimal.add
         sub 4
         jr c,real.subtract
         jp z,decimal.multiply
         sub 4
         jp c,decimal.divide
         jp decimal.power
real.subtract:
         ld hl,ARG
         call real.neg
         jp decimal.add
real.finish:
         call DECROU.go
         ld hl,(TEMP2)
         jp eval.operator
real.right.single:
         ld hl,0
         ld (ARG + 4),hl
         ld (ARG + 6),hl
         jr real.right

real.relation:
         ld hl,(TEMP2)
         push hl
         ld hl,DAC
         ld de,ARG
         ld b,8
         call real.compare
real.truth:                   ; A = 1 left < right, 0 equal, -1; the text on the stack
         inc a
         add a,a
         cp 1
         adc a,0
         ld hl,eval.op
         and (hl)
         ld hl,VALTYP
         ld (hl),2
         jp integer.truth

; AND to MOD and \: both operands become integers.
real.logic:
         push bc
         call FRCINT.go
         pop bc
         ld (ARG),hl
         call eval.left
         call FRCINT.go
         ex de,hl
         ld hl,(ARG)
         ld (DAC + 2),hl
         ld hl,(TEMP2)
         push hl
         ld a,(eval.op)
         add a,a
         add a,eval.integers \ 256
         ld l,a
         ld h,eval.integers / 256
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         jp (hl)

; The left operand from below the return address into DAC, a single as a double. In: C = its type.
; Out: VALTYP, A = C. Changes: HL, IX.
eval.left:
         pop ix
         ld a,c
         ld (VALTYP),a
         bit 1,a
         jr nz,eval.left.integer
         pop hl
         ld (DAC),hl
         pop hl
         ld (DAC + 2),hl
         bit 3,a
         jr z,eval.left.single
         pop hl
         ld (DAC + 4),hl
         pop hl
         ld (DAC + 6),hl
         jp (ix)
eval.left.integer:
         pop hl
         ld (DAC + 2),hl
         jp (ix)
eval.left.single:
         ld hl,0
         ld (DAC + 4),hl
         ld (DAC + 6),hl
         jp (ix)

; Two strings: their sum or a relation.
eval.strings:
         cp c
         jp nz,error.type
         pop de
         push hl              ; the text
         ld a,b
         ld (eval.op),a
         add a,a
         jr c,eval.strings.relation
         jp nz,error.type
         call string.join
         jp integer.done
eval.strings.relation:
         ld hl,(DAC + 2)
         call string.compare
         neg
         jp real.truth
