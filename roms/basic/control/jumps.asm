; GOTO, GOSUB, RETURN, ON … GOTO and GOSUB, IF, RUN.

; A frame of GOSUB, from the top of the stack on: marker 1, 0; its event in TRPTBL or 0; line; text.
FRAME.GOSUB: EQU 1
FRAME.GOSUB.SIZE: EQU 8
FRAME.RESERVE: EQU 80         ; words for an expression with 16 brackets

; GOTO line.
do.goto: call line.target
         ex de,hl
         ret

; GOSUB line.
do.gosub:
         pop bc               ; NEWSTT
         call line.target
         ld bc,0
; In: HL = where RETURN goes on, DE = the address before the line, BC = its event or 0.
gosub.event:
         call gosub.room
         push hl
         ld hl,(CURLIN)
         push hl
         push bc
         ld c,FRAME.GOSUB
         push bc
return.line:
         ex de,hl
         jp NEWSTT
; Room for a frame; from 1024 bytes of frames on with so much behind it that the routine of ON ERROR can work
; out an expression when the memory is full. Changes: AF.
gosub.room:
         push bc
         push hl
         ld hl,(STKTOP)
         or a
         sbc hl,sp
         ld a,h
         pop hl
         cp 4
         ld c,FRAME.GOSUB.SIZE / 2 + FRAME.REST
         jr c,gosub.shallow
         ld c,FRAME.GOSUB.SIZE / 2 + FRAME.RESERVE
gosub.shallow:
         call stack.room
         pop bc
         ret

; RETURN [line].
do.return:
         pop bc               ; NEWSTT
         call H.RETU
         ex de,hl             ; DE = text
         ld hl,0
         add hl,sp
         ld bc,FRAME.FOR.SIZE
return.find:
         ld a,(hl)
         cp FRAME.GOSUB
         jr z,return.found
         jp c,error.gosub
         add hl,bc
         jr return.find
return.found:
         ld sp,hl
         pop hl
         pop hl               ; its event
         ld a,h
         or l
         call nz,event.again
         ex de,hl
         dec hl
         rst 16
         jr nz,return.away
         pop hl
         ld (CURLIN),hl
         pop hl
         call data.skip       ; the other lines of ON … GOSUB
         jp NEWSTT
return.away:
         pop de
         pop de
         ld (SAVSTK),sp       ; its frame is gone even if there is no such line
         call line.target
         jr return.line

; ON value GOTO or GOSUB lines; ON ERROR GOTO; ON an event GOSUB.
do.on:   call H.ONGO
         cp T.ERROR
         jp z,on.error
         call event.on
         ret c
         call GETBYT
         ld c,a
         ld a,(hl)
         cp T.GOTO
         jr z,on.words
         cp T.GOSUB
         jp nz,error.syntax
on.words:
         ld b,a
         inc c
on.next: rst 16
         dec c
         jp z,data.skip       ; 0: on with the next statement
         dec c
         jr z,on.found
         inc c
on.skip: cp ","
         jr z,on.next         ; a line is there or a gap
         call line.number
         jr nz,on.skip
         ret                  ; too few
on.found:
         ld a,(hl)
         cp ","
         jp z,data.skip       ; a gap
         ld a,b
         cp T.GOTO
         jp z,do.goto
         jp do.gosub

; IF value THEN or GOTO … ELSE …
do.if:   call expr.number
         ld a,(hl)
         cp ","
         jr nz,if.word
         rst 16
if.word: cp T.GOTO
         jr z,if.then         ; GOTO may have a statement behind it, as THEN
         cp T.THEN
         jp nz,error.syntax
if.then: inc hl
         ld a,(VALTYP)
         cp 2
         jr z,if.integer
         ld a,(DAC)
         or a
         jr z,if.false
         jr if.true
if.integer:
         ld de,(DAC + 2)
         ld a,d
         or e
         jr z,if.false
if.true: dec hl
         jr if.go
if.false:
         ld b,1               ; how many ELSEs to the right one
if.skip: call data.skip
         or a
         ret z
         rst 16
         cp T.REM
         jp z,do.rem
         cp T.ELSE
         jr nz,if.skip
         inc hl
         djnz if.skip
         dec hl
; In: HL before a line number or a statement.
if.go:   rst 16
         cp C.POINTER
         jp z,do.goto
         cp C.LINE
         jp z,do.goto
         jp run.do

; RUN [line], RUN "file".
do.run:  jr z,run.program
         cp C.POINTER
         jr z,run.line
         cp C.LINE
         jp nz,file.run
run.line:
         call line.target
         ex de,hl
run.from:
         call run.clear
         pop bc               ; what lay under the return address
         jp NEWSTT
; Runs the program from its first line. Never returns.
run.program:
         ld hl,(TXTTAB)
         dec hl
         jr run.from
run.clear:
         call H.RUNC
         jp clear.variables
