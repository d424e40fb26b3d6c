; The evaluator: operands, operators by priority. The text stays in HL.
; Source of priorities and types: MSX2 Technical Handbook, chapter 2, section 1; MSX Wiki, "MSX-BASIC".
;
; Left operand on the stack: an integer or a descriptor's address as a word, a single as two words, a double
; as four, DAC's first word on top; above it B = operator, C = type. Operators count from "+" in the order of
; their tokens; a relation is 128 + 1 for ">" + 2 for "=" + 4 for "<".

eval.type: EQU &FD16          ; 1  type of the result in hand
eval.op: EQU &FD17            ; 1  operator in hand
eval.and: EQU 5               ; operators by number
eval.relation: EQU 128
eval.priority.relation: EQU 100
eval.priority.not: EQU 90
eval.priority.sign: EQU 125

; These two tables must not cross a page.
eval.priorities:              ; + - * / ^ AND OR XOR EQV IMP MOD \
         db 121,121,124,124,127,80,70,60,50,40,122,123
eval.integers:
         dw integer.add,integer.subtract,integer.times,integer.over,integer.power
         dw integer.and,integer.or,integer.xor,integer.eqv,integer.imp,integer.mod,integer.divided

; FRMEVL: In: HL = text. Out: DAC, VALTYP; HL behind, at no space. Changes: all.
frmevl.go: call H.FRME
         ld c,5
         call stack.room
         dec hl
         ld d,0
; In: HL = before the text, D: operators that bind no stronger end the expression.
eval.operand:
         push de
         call factor
eval.operator:
         ld a,(hl)
         sub T.GREATER
         jr c,eval.blank
         cp 3
         jr c,eval.relations
         sub 3
         cp 12
         jr nc,eval.end
         ld c,a
         add a,eval.priorities \ 256
         ld e,a
         ld d,eval.priorities / 256
         ld a,(de)
         pop de
         ld b,a
         ld a,d
         cp b
         jr nc,eval.leave
         push de
         or a
         call nz,stack.room   ; an operand of another operator; C is at most 11
         ld d,b
eval.push:                    ; C = operator, D = its priority, HL = its last character
         call H.NTPL
         ld b,c
         ld a,(VALTYP)
         ld c,a
         ld a,d
         bit 2,c
         jr nz,eval.push.single
         bit 3,c
         jr nz,eval.push.double
         ld de,(DAC + 2)
         push de
         jr eval.pushed
eval.push.double:
         ld de,(DAC + 6)
         push de
         ld de,(DAC + 4)
         push de
eval.push.single:
         ld de,(DAC + 2)
         push de
         ld de,(DAC)
         push de
eval.pushed:
         ld d,a
         push bc
         call eval.operand
         pop bc
         ld a,(VALTYP)
         cp c
         jp nz,eval.mixed
         cp 2
         jp nz,eval.mixed
         ex (sp),hl           ; the text
         ex de,hl             ; DE = left
         ld a,b
         add a,a
         jr c,integer.relation
         add a,eval.integers \ 256
         ld l,a
         ld h,eval.integers / 256
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         jp (hl)              ; DE = left, right in DAC + 2, the text on the stack
eval.blank:
         cp 256 + 32 - T.GREATER
         inc hl
         jr z,eval.operator
         dec hl
eval.end: pop de
eval.leave:
         ld a,(hl)
         ret

eval.relations:               ; A = 0 to 2
         pop de
         ld b,a
         ld a,d
         cp eval.priority.relation
         jr nc,eval.leave
         push de
         ld a,b
         ld c,eval.relation
eval.relations.next:
         inc a
         cp 3
         jr nz,eval.relations.bit
         inc a
eval.relations.bit:           ; A = 1, 2 or 4
         ld b,a
         and c
         jp nz,error.syntax
         ld a,b
         or c
         ld c,a
         call CHRGTR
         sub T.GREATER
         cp 3
         jr c,eval.relations.next
         dec hl
         ld d,eval.priority.relation
         jp eval.push

integer.relation:
         ld hl,(DAC + 2)
         or a
         sbc hl,de
         ld a,2
         jr z,integer.relation.test
         ld a,h
         jp po,integer.relation.sign
         cpl
integer.relation.sign:        ; bit 7: right < left
         add a,a
         ld a,4
         jr nc,integer.relation.test
         ld a,1
integer.relation.test:
         and b
integer.truth:                ; -1 for A not 0
         add a,255
         sbc a,a
         ld l,a
         ld h,a
integer.result:
         ld (DAC + 2),hl
integer.done:
         pop hl
         jp eval.operator

integer.add:
         ld hl,(DAC + 2)
         or a
         adc hl,de
         jp po,integer.result
         ld hl,(DAC + 2)
         call IADD.go
         jr integer.done
integer.subtract:
         ld hl,(DAC + 2)
         ex de,hl
         or a
         sbc hl,de
         jp po,integer.result
         add hl,de
         ex de,hl
         call ISUB.go
         jr integer.done
integer.times:
         ld hl,(DAC + 2)
         call IMULT.go
         jr integer.done
integer.power:
         ld hl,(DAC + 2)
         call INTEXP.go
         jr integer.done
integer.divided:
         ld hl,(DAC + 2)
         call IDIV.go
         jr integer.done
integer.mod:
         ld hl,(DAC + 2)
         call IMOD.go
         jr integer.done
integer.over:                 ; a quotient is a double
         ld hl,(DAC + 2)
         push de
         call real.make
         call decimal.maf
         pop hl
         call real.make
         ld a,8
         ld (VALTYP),a
         call double.divide
         jr integer.done

integer.and:
         ld hl,(DAC + 2)
         ld a,l
         and e
         ld l,a
         ld a,h
         and d
         ld h,a
         jr integer.result
integer.or:
         ld hl,(DAC + 2)
         ld a,l
         or e
         ld l,a
         ld a,h
         or d
         ld h,a
         jr integer.result
integer.imp:                  ; NOT left OR right
         ld a,e
         cpl
         ld e,a
         ld a,d
         cpl
         ld d,a
         jr integer.or
integer.eqv:
         ld a,e
         cpl
         ld e,a
         ld a,d
         cpl
         ld d,a
integer.xor:
         ld hl,(DAC + 2)
         ld a,l
         xor e
         ld l,a
         ld a,h
         xor d
         ld h,a
         jp integer.result
