; G, and the breakpoints: RST 28h in place of an instruction's first byte while the program runs.

; G [=from] [at ...]
cmd.go:  xor a
         ld (POINT.COUNT),a
         call skip.comma
         cp "="
         jr nz,go.points
         inc hl
         call number
         ld (U.PC),de
         call skip.comma
go.points:
         or a
         jr z,go.run
         ld a,(POINT.COUNT)
         cp POINTS
         jp nc,error
         push hl
         call number
         call point.add
         pop de
         ex de,hl
         jp c,error           ; no RAM
         ex de,hl
         call skip.comma
         jr go.points
go.run:  ld de,(U.PC)
         call point.find
         jr nz,go.on
         ld a,(POINT.COUNT)
         push af
         ld hl,(POINT.LIST)
         push hl
         call step            ; past the breakpoint it stands on; it may need one of its own
         pop hl
         ld (POINT.LIST),hl
         pop af
         ld (POINT.COUNT),a
         ld a,(REASON)
         or a
         jr nz,go.stopped
go.on:   call points.set
         call execute
         call points.clear
go.stopped:
; Why it stopped, and where. Changes: all.
tell.stop:
         call fresh.line
         ld a,(REASON)
         or a
         jr z,stop.shown
         dec a
         jr z,stop.ended
         call keys.drop
         ld hl,stop.key
         call out.text
stop.shown:
         jp regs.show
stop.ended:
         ld hl,stop.end
         call out.text
         ld a,(CODE.END)
         or a
         jr z,ended.line
         ld hl,stop.code
         call out.text
         ld a,(CODE.END)
         call out.byte
ended.line:
         call out.line
         jp regs.clear
; A new line, if the program may have left one half full. Changes: AF, HL.
fresh.line:
         ld hl,(SP.GATE)
         ld a,(TALKED)
         or h
         or l
         ret z                ; it has called nothing
         ld hl,0
         ld (SP.GATE),hl
         xor a
         ld (TALKED),a
         ld a,(IS.MSX)
         or a
         jp z,out.line
         ld a,(CSRX)
         dec a
         ret z
         jp out.line
stop.key: dm "Stopped"
         db CR,LF,0
stop.end: dm "The program has ended"
         db 0
stop.code: dm ", error "
         db 0
; The key that stopped the program is not for the prompt, too. Changes: all.
keys.drop:
         ld c,6
         ld e,&FF
         call system
         or a
         jr nz,keys.drop
         ret

; A breakpoint more. In: DE. Out: CY: there is no RAM. Changes: AF, BC.
point.add:
         ld a,(de)
         ld b,a
         cpl
         ld (de),a
         ld c,a
         ld a,(de)
         cp c
         ld a,b
         ld (de),a
         scf
         ret nz
         push hl
         ld a,(POINT.COUNT)
         ld c,a
         inc a
         ld (POINT.COUNT),a
         ld b,0
         ld hl,POINT.LIST
         add hl,bc
         add hl,bc
         add hl,bc
         ld (hl),e
         inc hl
         ld (hl),d
         pop hl
         or a
         ret
; In: DE. Out: Z: it is a breakpoint. Changes: AF, B.
point.find:
         push hl
         ld a,(POINT.COUNT)
         ld b,a
         inc b
         ld hl,POINT.LIST
find.point:
         dec b
         jr z,find.over
         ld a,(hl)
         inc hl
         cp e
         ld a,(hl)
         inc hl
         inc hl
         jr nz,find.point
         cp d
         jr nz,find.point
         pop hl
         ret
find.over:
         inc b                ; NZ
         pop hl
         ret
; Puts them in. Changes: AF, BC, DE, HL.
points.set:
         ld a,(POINT.COUNT)
         ld b,a
         ld hl,POINT.LIST
         inc b
set.next:
         dec b
         ret z
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ld a,(de)
         ld (hl),a
         ld a,RST.CODE
         ld (de),a
         inc hl
         jr set.next
; Takes them out, in the other order: two may be at one place; a program that stopped at one stands at it. Changes: AF, BC,
; DE, HL.
points.clear:
         ld a,(POINT.COUNT)
         ld b,a
         ld c,a
         ld d,0
         ld e,a
         ld hl,POINT.LIST - 1
         add hl,de
         add hl,de
         add hl,de
         inc b
clear.next:
         dec b
         jr z,clear.stand
         ld a,(hl)
         dec hl
         ld d,(hl)
         dec hl
         ld e,(hl)
         dec hl
         ld (de),a
         jr clear.next
clear.stand:
         ld a,(REASON)
         or a
         ret nz
         ld de,(U.PC)
         dec de
         call point.find
         ret nz               ; a RST 28h of the program
         ld (U.PC),de
         ret
