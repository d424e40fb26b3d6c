; FOR and NEXT, and room on the stack. The frame of a loop, from the top of the stack on:
; 0 type of its variable, 1 sign of STEP, 2 address of the variable, 4 STEP, behind it the limit (2, 4 or 8
; bytes each), 20 line, 22 text behind FOR.
FRAME.FOR.SIZE: EQU 24

; FOR variable = value TO value [STEP value]. The body runs once at least: NEXT tests.
do.for:  ld a,100
         ld (SUBFLG),a        ; no arrays
         call PTRGET
         xor a
         ld (SUBFLG),a
         call check.number
         ld a,(VALTYP)
         push de
         push af
         rst 8
         db T.EQUAL
         call FRMEVL
         pop bc               ; B = type
         pop de
         push hl
         push de
         call let.store
         pop de
         pop hl
         pop bc               ; NEWSTT
         push hl
         ld c,FRAME.FOR.SIZE / 2 + FRAME.REST
         call stack.room
         call H.SNGF
         pop bc               ; text
         ld hl,-FRAME.FOR.SIZE
         add hl,sp
         ld sp,hl
         dec de
         dec de
         dec de
         ld a,(de)            ; the type stands before the name
         inc de
         inc de
         inc de
         ld (hl),a
         inc hl
         inc hl
         ld (hl),e
         inc hl
         ld (hl),d
         push bc
         pop hl
         rst 8
         db T.TO
         call for.value
         add a,4              ; A = type
         call for.keep
         ld a,(hl)
         cp T.STEP
         jr nz,for.one
         rst 16
         call for.value
         jr for.step
for.one: ld (ENDFOR),hl
         ld hl,1
         call value.integer
         call for.convert
         ld hl,(ENDFOR)
for.step:
         ld a,4
         call for.keep
         push hl
         call SIGN
         pop de
         ld hl,1
         add hl,sp
         ld (hl),a
         ld bc,19
         add hl,bc
         ld bc,(CURLIN)
         ld (hl),c
         inc hl
         ld (hl),b
         inc hl
         ld (hl),e
         inc hl
         ld (hl),d
; A loop that begins while it runs ends what it was, and the loops within it: jumps out of a loop leave nothing
; behind. The place of the FOR tells them apart: another FOR of the same variable nests. HL = end of the frame.
for.same:
         inc hl
         ld a,(hl)
         cp 2
         jr c,for.done
         ld bc,FRAME.FOR.SIZE - 2
         add hl,bc
         ld a,(hl)
         inc hl
         cp e
         jr nz,for.same
         ld a,(hl)
         cp d
         jr nz,for.same
         push de
         ex de,hl
         ld hl,FRAME.FOR.SIZE + 1
         add hl,sp
         ld bc,FRAME.FOR.SIZE
         lddr
         pop hl
         inc de
         ex de,hl
         ld sp,hl
for.done:
         ex de,hl
         jp NEWSTT

; A value of the loop's type. In: HL = text. Out: in DAC, A = type; HL behind. Changes: all.
for.value:
         call expr.number
; Gives DAC the type of the frame under the return address. Out: A = type. Changes: all but HL.
for.convert:
         push hl
         ld hl,4
         add hl,sp
         ld a,(hl)
         cp 2
         ld hl,FRCINT
         jr z,for.kind
         cp 8
         ld hl,FRCDBL
         jr z,for.kind
         ld hl,FRCSNG
for.kind:
         push af
         ld de,for.back
         push de
         jp (hl)
for.back:
         pop af
         pop hl
         ret
; Puts the value into the frame under the return address. In: A = place, VALTYP. Changes: AF, BC, DE.
for.keep:
         push hl
         add a,4
         ld c,a
         ld b,0
         ld hl,0
         add hl,sp
         add hl,bc
         ex de,hl
         ld hl,DAC
         ld a,(VALTYP)
         ld c,a
         cp 2
         jr nz,for.keep1
         inc hl
         inc hl
for.keep1:
         ldir
         pop hl
         ret

; The loop of a variable, on the stack under return address and one word.
; In: DE = variable, 0: any. Out: Z, HL = frame, A = type; NZ: none. Changes: F, BC.
loop.find:
         ld hl,4
         add hl,sp
loop.next:
         ld a,(hl)
         cp 2
         jr c,loop.none
         inc hl
         inc hl
         ld b,a
         ld a,d
         or e
         jr z,loop.any
         ld a,(hl)
         inc hl
         cp e
         jr nz,loop.other
         ld a,(hl)
         cp d
         jr nz,loop.other
         dec hl
loop.any:
         dec hl
         dec hl
         ld a,b
         cp a
         ret
loop.other:
         ld bc,FRAME.FOR.SIZE - 3
         add hl,bc
         jr loop.next
loop.none:
         or a
         ret nz
         inc a
         ret

; NEXT [variable] {, variable}
do.next: pop bc               ; NEWSTT
         ld de,0
         call nz,PTRGET       ; of an element and of a string there is no loop
next.loop:
         ld (ENDFOR),hl
         push hl
         call loop.find
         jp nz,error.next
         ld sp,hl
         ld (SAVSTK),sp
         inc hl
         ld b,(hl)            ; sign
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         cp 2
         jr nz,next.real
         ld a,(de)
         add a,(hl)
         ld c,a
         inc hl
         inc de
         ld a,(de)
         adc a,(hl)
         jp pe,error.overflow
         ld (de),a
         dec de
         ex de,hl
         ld (hl),c
         ex de,hl
         ld e,a
         inc hl
         ld a,c
         sub (hl)
         ld c,a
         inc hl
         ld a,e
         sbc a,(hl)
         ld d,a
         jp po,next.sign
         cpl
next.sign:
         ld e,a               ; its bit 7: below the limit
         ld a,d
         or c
         jr z,next.test       ; equal
         ld a,e
         rlca
         sbc a,a
         jr c,next.test
         inc a
; In: A = -1, 0, 1: the variable is below, at, above the limit; B = sign of STEP.
next.test:
         cp b
         jr z,next.end
         ld hl,20
         add hl,sp
         ld c,(hl)
         inc hl
         ld b,(hl)
         ld (CURLIN),bc
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         jp NEWSTT
next.end:
         ld hl,FRAME.FOR.SIZE
         add hl,sp
         ld sp,hl
         ld (SAVSTK),sp
         ld hl,(ENDFOR)
         ld a,(hl)
         cp ","
         jp nz,NEWSTT
         rst 16
         jp z,error.next
         call PTRGET
         jr next.loop

; Singles are added as doubles and rounded. In: HL = STEP in the frame, DE = variable, A = type, B = sign.
next.real:
         ld c,a
         push bc
         push de
         push hl
         ex de,hl
         ld de,DAC
         call next.load
         pop hl
         ld de,ARG
         call next.load       ; HL = limit
         push hl
         call DECADD
         pop hl
         pop de
         pop bc
         push bc
         push hl
         ld a,8
         ld (VALTYP),a
         cp c
         jr z,next.keep
         push de
         push bc
         call FRCSNG
         pop bc
         pop de
next.keep:
         ld hl,DAC
         ld b,0
         push bc
         ldir
         pop bc
         ld b,c
         pop hl
         ld de,DAC
         call real.compare
         pop bc
         jp next.test
; In: HL = C bytes, DE = ARG or DAC: a double there. Out: HL behind. Changes: AF, B, DE.
next.load:
         ld b,0
         push bc
         ldir
         pop bc
         ld a,8
         sub c
         ret z
         ld b,a
         xor a
next.fill:
         ld (de),a
         inc de
         djnz next.fill
         ret

FRAME.REST:  EQU 6            ; words that frames leave: an expression can still be worked out
STACK.MARGIN: EQU 120         ; for the evaluator's steps between two tests, and interrupts
STACK.LEAST: EQU 176          ; bytes that CLEAR and arrays leave, so that a statement can be done

; Raises error 7 when the stack comes too near to the variables. In: C = words wanted. Changes: AF.
stack.room:
         push hl
         push de
         ld hl,(STREND)
         ld e,c
         ld d,0
         add hl,de
         add hl,de
         ld de,STACK.MARGIN
         add hl,de
         jp c,error.memory
         sbc hl,sp
         jp nc,error.memory
         pop de
         pop hl
         ret
