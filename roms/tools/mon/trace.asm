; T, P: one instruction after another. Jumps are made here; any other instruction runs in a buffer, with a breakpoint behind
; it, so that it may lie in ROM, and interrupts stay as they are. What the system does runs as a whole.

; T [n]
cmd.trace:
         ld de,step
         jr trace.start
; P [n]
cmd.proceed:
         ld de,proceed
trace.start:
         ld (trace.step + 1),de
         ld de,1
         call skip.comma
         jr z,trace.count
         call number
         call at.end
trace.count:
         ld (STEPS),de
trace.step:
         call step
         call tell.stop
         ld a,(REASON)
         or a
         ret nz
         ld hl,(STEPS)
         dec hl
         ld (STEPS),hl
         ld a,h
         or l
         jr nz,trace.step
         ret

; One instruction; a subroutine as a whole. Out: REASON. Changes: all.
proceed: ld hl,(U.PC)
         call decode
         ld a,(D.OP)
         ld b,a
         ld a,(INDEX)
         or a
         jr nz,step
         ld a,b
         cp &CD
         jp z,step.over
         and &C7
         cp &C4
         jp z,step.over
         cp &C7
         jp z,step.over
; One instruction of the program. Out: REASON. Changes: all.
step:    xor a
         ld (REASON),a
         ld hl,(U.PC)
         call is.system
         jp c,step.system
         call decode
         ld (D.AT),hl
         ld hl,(D.FROM)
         ld a,(hl)
         inc hl
         ld e,(hl)            ; DE = operand
         inc hl
         ld d,(hl)
         cp &ED
         jr z,step.ed
         cp &DD
         jr z,step.index
         cp &FD
         jr z,step.index
         ld hl,step.table
         ld c,a
step.find:
         ld a,(hl)
         or a
         jr z,step.plain
         and c
         inc hl
         cp (hl)
         inc hl
         ld b,(hl)
         inc hl
         ld a,(hl)
         inc hl
         jr nz,step.find
         ld h,a
         ld l,b
         jp (hl)
; JP (IX): also the jump is of the prefix
step.index:
         ld b,a
         ld a,e
         cp &E9
         jr nz,step.plain
         ld hl,(U.IX)
         bit 5,b
         jp z,step.double
         ld hl,(U.IY)
         jp step.double
step.ed: ld a,e
         and &C7
         cp &45
         jr nz,step.plain
         call step.ret        ; RETN, RETI
         ld hl,(U.PC)
         jr step.to
; No jump: in the buffer.
step.plain:
         ld hl,(D.AT)
         push hl
         ld hl,(D.FROM)
         ld de,STEP.BUFFER
         ld a,(D.LENGTH)
         ld c,a
         ld b,0
         ldir
         ld a,RST.CODE
         ld (de),a
         ld hl,STEP.BUFFER
         ld (U.PC),hl
         call execute
         pop hl
         ld (U.PC),hl
         ret
; The instruction where it is, up to a breakpoint behind it.
step.over:
         ld hl,(D.FROM)
         ld a,(hl)
         ld hl,(D.AT)
         cp &F7               ; CALLF has a slot and an address behind it
         jr nz,over.point
         inc hl
         inc hl
         inc hl
over.point:
         ex de,hl
; Runs to a breakpoint. In: DE.
step.until:
         ld a,1
         ld (TALKED),a
         dec a
         ld (POINT.COUNT),a
         call point.add
         jr c,until.none
         call points.set
until.none:
         call execute
         jp points.clear
; The program is in the system, by a jump: until that returns. In: HL = U.PC.
step.system:
         ld a,1
         ld (TALKED),a
         dec a
         ld (POINT.COUNT),a
         ld hl,(U.SP)
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex de,hl
         call is.system
         ex de,hl
         jr nc,step.until
         jr until.none

step.jr: call step.flag
step.jump:
         ld a,e
         rla
         sbc a,a
         ld d,a
         ld hl,(D.AT)
         add hl,de
         jr step.to
step.djnz:
         ld hl,U.BC + 1
         dec (hl)
         jr nz,step.jump
         jr step.next
step.jpcc:
         call step.condition
step.jp: ex de,hl
; In: HL = where the program goes on. R counts the jump.
step.to: ld (U.PC),hl
         ld a,(U.R)
         ld b,a
         inc a
         call r.lower
         ld (U.R),a
         ret
step.jphl:
         ld hl,(U.HL)
         jr step.to
; An instruction of two codes. Changes: AF, B, HL.
step.double:
         push hl
         call step.to
         pop hl
         jr step.to
step.callcc:
         call step.condition
step.call:
         ex de,hl
         call is.system
         jr c,step.over
         ex de,hl
         ld hl,(U.SP)
         ld bc,(D.AT)
         dec hl
         ld (hl),b
         dec hl
         ld (hl),c
         ld (U.SP),hl
         jr step.jp
step.retcc:
         call step.condition
step.ret:
         ld hl,(U.SP)
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ld (U.SP),hl
         jr step.jp
step.next:
         ld hl,(D.AT)
         jr step.to
; The condition of JR is one of the first four. In: C = operation. Returns only if it is true. Changes: AF, BC.
step.flag:
         ld a,c
         and %00011000
         ld c,a
; The condition in bits 3 to 5 of C.
step.condition:
         ld a,(U.AF)
         ld b,a
         bit 5,c
         jr nz,condition.high
         bit 4,c
         ld a,&40             ; Z
         jr z,condition.test
         ld a,&01             ; C
         jr condition.test
condition.high:
         bit 4,c
         ld a,&04             ; P/V
         jr z,condition.test
         ld a,&80             ; S
condition.test:
         and b
         jr z,condition.zero
         bit 3,c
         ret nz
condition.no:
         pop af
         jr step.next
condition.zero:
         bit 3,c
         ret z
         jr condition.no

; In: HL. Out: CY: there is the system or MON, no program. Changes: AF.
is.system:
         ld a,h
         or a
         scf
         ret z
         cp MON.BASE // 256
         ccf
         ret

; mask, operation, routine
step.table:
         db &FF,&10
         dw step.djnz
         db &FF,&18
         dw step.jump
         db &E7,&20
         dw step.jr
         db &FF,&C3
         dw step.jp
         db &C7,&C2
         dw step.jpcc
         db &FF,&CD
         dw step.call
         db &C7,&C4
         dw step.callcc
         db &FF,&C9
         dw step.ret
         db &C7,&C0
         dw step.retcc
         db &C7,&C7
         dw step.over
         db &FF,&E9
         dw step.jphl
         db 0
