; The rest of the run loop, behind its pinned part.

; In: A = twice the number of the word, HL at it.
run.word:
         ld c,a
         ld b,0
         ex de,hl
         ld hl,statements
         add hl,bc
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         bit 7,h
         jr nz,run.there
         push hl
         ex de,hl
         jp chrgtr.next
run.there:
         push hl
         ex de,hl
run.far: rst 16
         pop ix               ; now: a hook in a cartridge changes it
         jp far.table
run.call:                     ; _: CALL
         ld de,do.call + &8000
         push de
         jr run.far
; Words that do not begin a statement, but for MID$(…)=, STRIG(n) ON and INTERVAL ON behind FFh.
run.other:
         cp &FF - T.END
         jp nz,error.syntax
         inc hl
         ld a,(hl)
         cp T.MID_S
         jr z,run.mid
         cp T.STRIG
         jp z,event.strig
         cp T.INT
         jp z,event.interval
         jp error.syntax
run.mid: rst 16
         jp do.mid_s

; TRON: shows the line as [number]. In: DE = number. Changes: AF.
run.trace:
         push hl
         ld a,"["
         rst 24
         ex de,hl
         call print.line
         ld a,"]"
         rst 24
         pop hl
         ret
do.tron: ld a,255
         db &FE               ; skips one byte (cp n)
do.troff:
         xor a
         ld (TRCFLG),a
         ret

; The end of the program, or of a direct line. In: HL = second byte of the link.
run.end: ld de,(CURLIN)
         inc de
         ld a,d
         or e
         jr z,run.direct
         ld a,(ONEFLG)
         or a
         jp nz,error.resume
         call H.PRGE
         dec hl
         dec hl
         push hl
         BASIC file.close.all
         pop hl
         call stop.keep
run.direct:
         jp ready

; END. In: HL, Z at its end.
do.end:  ret nz
         xor a
         ld (ONEFLG),a        ; ends the routine of ON ERROR as RESUME does
         call stop.keep
         BASIC file.close.all
         jp ready
; Keeps the place for CONT. In: HL. Changes: AF, DE.
stop.keep:
         ld de,(CURLIN)
         ld a,d
         and e
         inc a
         ret z
         ld (OLDLIN),de
         ld (OLDTXT),hl
         ret

; STOP, and STOP ON, OFF, STOP.
do.stop: jp nz,event.stop
         jr stop.here
; CTRL+STOP: gives the statement up, CONT begins it again. With STOP ON the statement begins again behind the
; event's routine. Never returns.
break:   ld hl,(SAVTXT)
         ld a,(TRAP.STOP)
         rrca
         jr nc,stop.here
         ld de,(CURLIN)
         inc de
         ld a,d
         or e
         jr z,stop.here       ; no events in a direct line
         ld sp,(SAVSTK)
         jp NEWSTT
stop.here:
         ld sp,(SAVSTK)
         call GICINI          ; the music ends, as with an error; END lets it play on
         call stop.keep
         xor a
         ld (AUTFLG),a
         call stack.clean
         call TOTEXT
         call crlf.fresh
         ld hl,(CURLIN)
         BASIC message.break
         jp ready

; CONT.
do.cont: ret nz
         ld hl,(OLDTXT)
         ld a,h
         or l
         jp z,error.continue
         ld de,(OLDLIN)
         ld (CURLIN),de
         ret
