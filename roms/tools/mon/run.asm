; To the program and back. It runs with its registers, stack and interrupts, and comes back here by a breakpoint
; (RST 28h), by its end, by CTRL+C in a function of the system, and by CTRL+STOP anywhere.

RUN.BEFORE: EQU 3               ; instructions and prefixes between LD R,A and the program, and
RUN.AFTER: EQU 12               ; between a breakpoint's RST (and it) and LD A,R

; Runs the program from U.PC until it stops. Out: REASON, registers. Changes: all.
execute: ld (SP.KEPT),sp
         ld a,1
         ld (RUNNING),a
         call start.break
         call hook.on
         di
         ld bc,(U.BC2)
         ld de,(U.DE2)
         ld hl,(U.HL2)
         exx
         ld sp,(U.SP)
         ld hl,(U.AF2)
         push hl
         pop af
         ex af,af'
         ld ix,(U.IX)
         ld iy,(U.IY)
         ld bc,(U.BC)
         ld de,(U.DE)
         ld hl,(U.PC)
         push hl
         ld hl,(U.AF)
         push hl
         ld hl,(U.HL)
         ld a,(U.I)
         ld i,a
         ld a,(U.IFF)
         or a
         ld a,(U.R)
         jr z,execute.off
         call r.before
         ld r,a
         pop af
         ei
         ret
execute.off:
         call r.before
         ld r,a
         pop af
         nop                  ; as long as EI
         ret
; In: A = R for the program. Out: A for LD R,A. Changes: F.
r.before:
         push bc
         ld b,a
         sub RUN.BEFORE
         jr r.set
; R counts its lower seven bits. In: A, B = R. Out: A with B's highest bit. Changes: AF, B.
r.after: push bc
         ld b,a
         sub RUN.AFTER
r.set:   call r.lower
         pop bc
         ret
r.lower: xor b
         and &7F
         xor b
         ret

; A breakpoint: the stack has the address behind it.
enter.point:
         ld (U.HL),hl
         pop hl
         ld (U.PC),hl
         ld (U.SP),sp
         ld sp,(SP.KEPT)
         push af
         ld a,r
         call r.after
         ld (U.R),a
         ld a,WHY.POINT
         ld (REASON),a
         ld a,i
         jp pe,point.on
         ld a,i               ; an interrupt in the one before gives 0, too
point.on:
         ld a,0
         jp po,point.set
         inc a
point.set:
         ld (U.IFF),a
         pop hl
         ld (U.AF),hl
; All other registers. Never returns here: goes on behind execute.
enter.keep:
         ld (U.BC),bc
         ld (U.DE),de
         ld (U.IX),ix
         ld (U.IY),iy
         ld a,i
         ld (U.I),a
         exx
         ld (U.BC2),bc
         ld (U.DE2),de
         ld (U.HL2),hl
         ex af,af'
         push af
         pop hl
         ld (U.AF2),hl
; Back behind execute.
enter.back:
         call hook.off
         xor a
         ld (RUNNING),a
         ei
         ld sp,(SP.KEPT)
         ret

; The program has ended by a jump to 0000h or RET.
enter.end:
         xor a
; It has ended by a function. In: A = error code.
enter.code:
         ld sp,(SP.KEPT)
         ld (CODE.END),a
         ld a,(RUNNING)
         or a
         jp z,main.prompt
         ld a,(IS.MSX)
         or a
         call nz,SETRAM
         ld a,WHY.END
         ld (REASON),a
         jr enter.back

; Level 2 ends the program. In: A = error code.
enter.abort:
         cp &9D               ; .ABORT, .CTRLC, .STOP
         jr c,enter.code
         cp &A0
         jr nc,enter.code
; CTRL+C in a function of the system: what it was to return to is at SP.GATE.
enter.break:
         ld sp,(SP.KEPT)
         ld a,(RUNNING)
         or a
         jp z,main.prompt
         ld (U.HL),hl
         push af
         pop hl
         ld (U.AF),hl
         ld hl,(SP.GATE)
         ld a,h
         or l
         jr z,break.place     ; it has called F37Dh
         ld a,(hl)
         inc hl
         ld (U.PC),a
         ld a,(hl)
         inc hl
         ld (U.PC + 1),a
         ld (U.SP),hl
break.place:
         ld a,1
         ld (U.IFF),a
         ld a,WHY.KEY
         ld (REASON),a
         jp enter.keep

; The program's way to the system.
gate:    ld (SP.GATE),sp
         inc c
         dec c
gate.system:
         jp nz,0
         xor a
         jr enter.code        ; function 00

; Interrupts come by here while the program runs on an MSX, so that CTRL+STOP stops it where it is. Changes: AF, HL.
hook.on: ld a,(IS.MSX)
         or a
         ret z
         ld a,(&0038)
         cp &C3
         ret nz
         in a,(SLOTS)
         ld l,a
         ld a,(SUBSLOTS)
         ld h,a
         ld (SLOTS.KEPT),hl
         xor a
         ld (INTFLG),a        ; a key that was for the system
         ld hl,(&0039)
         ld (hook.jump + 1),hl
         ld hl,hook
         di
         ld (&0039),hl
         ei
         ld a,1
         ld (INT.HOOKED),a
         ret
; Changes: AF, HL.
hook.off:
         ld a,(INT.HOOKED)
         or a
         ret z
         ld hl,(hook.jump + 1)
         ld (&0039),hl
         xor a
         ld (INT.HOOKED),a
         ret
hook:    ld (hook.hl + 1),hl
         push af
         pop hl
         ld (hook.af + 1),hl
         ld a,(INTFLG)
         cp 3
         jr nz,hook.af
         ld hl,SLOTS.KEPT
         in a,(SLOTS)
         cp (hl)
         jr nz,hook.af
         inc hl
         ld a,(SUBSLOTS)
         cp (hl)
         jr nz,hook.af
         pop hl
         push hl
         ld a,h
         cp MON.BASE // 256
         jr c,hook.stop
hook.af: ld hl,0
         push hl
         pop af
hook.hl: ld hl,0
hook.jump:
         jp 0
hook.stop:
         pop hl
         ld (U.PC),hl
         ld (U.SP),sp
         ld sp,(SP.KEPT)
         ld hl,(hook.hl + 1)
         ld (U.HL),hl
         ld hl,(hook.af + 1)
         ld (U.AF),hl
         ld a,r
         ld (U.R),a
         xor a
         ld (INTFLG),a
         inc a
         ld (U.IFF),a
         ld a,WHY.KEY
         ld (REASON),a
         jp enter.keep
