; The run loop. NEWSTT is entered with HL at the ":" or 0 before a statement and the frames of FOR and GOSUB on
; the stack, and comes back to itself by the return address of each statement.

NEWSTT:  ld (SAVTXT),hl
         ld (SAVSTK),sp
         ld a,(ONGSBF)
         or a
         jp nz,event.take
run.go:  ld a,(INTFLG)
         or a
         call nz,ISCNTC
         ld a,(hl)
         cp ":"
         jr z,run.statement
         or a
         jp nz,error.syntax
         inc hl
         ld a,(hl)
         inc hl
         or (hl)
         jp z,run.end
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld (CURLIN),de
         ld a,(TRCFLG)
         or a
         call nz,run.trace
run.statement:
         call H.NEWS
         call H.GONE
         ei                   ; hooks in cartridges turn them off
         ld de,NEWSTT
         push de
run.next:
         inc hl
         ld a,(hl)
         cp 32
         jr z,run.next
; In: HL at a statement, A = (HL), NEWSTT on the stack.
run.do:  cp T.END
         jr c,run.low
         sub T.END
         cp T.LOCATE - T.END + 1
         jp nc,run.other
         add a,a
         jp run.word
run.low: cp "A"
         jp c,run.none
         cp "_"
         jp nz,do.let
         jp run.call
