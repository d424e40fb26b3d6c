; Errors: the message or the program's own routine; ON ERROR GOTO, RESUME, ERROR, ERR, ERL.

; In: E = number. Never returns.
error.handle:
         ei
         call H.ERRO
         ld a,e
         ld (ERRFLG),a
         ld hl,(CURLIN)
         ld (ERRLIN),hl
         ld sp,(SAVSTK)
         call stack.clean
         ld hl,(SAVTXT)
         ld (ERRTXT),hl
         ld de,(ERRLIN)
         call stop.keep
         jr z,error.trap      ; a direct line, for which the routine is there too
         ld (DOT),de
error.trap:
         ld hl,(ONELIN)
         ld a,h
         or l
         jr z,error.message
         ld a,(ONEFLG)
         or a
         jr nz,error.message
         dec a
         ld (ONEFLG),a
         dec hl
         jp NEWSTT
error.message:
         xor a
         ld (ONEFLG),a
         ld (AUTFLG),a
         call TOTEXT
         call crlf.fresh
         call BEEP
         ei
         ld a,(ERRFLG)
         ld e,a
         cp 7
         jr nz,error.say
         ld hl,(STKTOP)       ; no frames: the next direct line needs the room
         dec hl
         dec hl
         ld (SAVSTK),hl
error.say:
         ld hl,(ERRLIN)
         BASIC message.error
         jp ready

; ON ERROR GOTO line; line 0 or none: no longer. In: HL at ERROR.
on.error:
         rst 16
         rst 8
         db T.GOTO
         push hl
         ld de,0
         call nz,line.number
         ld a,d
         or e
         jr z,on.error.none
         pop hl
         call line.target
         inc de               ; at the line's link
         ld (ONELIN),de
         ret
on.error.none:
         pop de
         ld (ONELIN),a
         ld (ONELIN + 1),a
         ld a,(ONEFLG)
         or a
         ret z
         jr error.message     ; in the routine itself: the error is shown after all

; RESUME [0 | NEXT | line]
do.resume:
         ld c,0
         jr z,resume.on
         cp T.NEXT
         jr z,resume.next
         push hl
         call line.number
         ld a,d
         or e
         jr z,resume.zero
         pop hl
         call resume.there
         call line.target     ; an error 8 is the routine's own: no second trap
         ex de,hl
         jr resume.over
resume.zero:
         pop de
         jr resume.on
resume.next:
         inc c
         rst 16
resume.on:
         ret nz
         call resume.there
         call resume.over
         ld hl,(ERRLIN)
         ld (CURLIN),hl
         ld hl,(ERRTXT)
         dec c
         ret nz
         ld a,(hl)            ; before the statement
         cp ":"
         jr z,resume.skip
         or a
         jp nz,data.skip      ; what should not stand behind it
         inc hl
         inc hl
         inc hl
         inc hl
resume.skip:
         inc hl
         jp data.skip
; Raises error 22 unless an error is in hand; no routine traps that one (MSX1 machines:
; github.com/andete/zerobas, docs/onerr0-msx1-characterization.md). Changes: AF.
resume.there:
         ld a,(ONEFLG)
         or a
         ret nz
         ld (ONELIN),a
         ld (ONELIN + 1),a
         jp error.without
; No error is in hand any more; ERR is 0. Changes: AF.
resume.over:
         xor a
         ld (ONEFLG),a
         ld (ERRFLG),a
         ret

; ERROR number
do.error:
         call GETBYT
         or a
         jp z,error.call
         dec hl
         rst 16
         jp nz,error.syntax
         jp error

; ERR, ERL: In: HL as CHRGTR leaves it behind the word. Out: DAC; HL.
fn.err:  ld a,(ERRFLG)
         push hl
         call value.byte
         pop hl
         ret
fn.erl:  push hl
         ld hl,(ERRLIN)
         call value.single
         pop hl
         ret
