; Events: ON … GOSUB, their ON, OFF and STOP. The interrupt marks them in TRPTBL: flags (bit 0 on, 1 stopped,
; 2 has happened), address before the line or 0; ONGSBF counts those that wait. Source of the table: MSX2
; Technical Handbook, chapter 4, and MSX Wiki, "System variables and work area".

TRAP.STOP:  EQU TRPTBL + 10 * 3
TRAP.SPRITE: EQU TRPTBL + 11 * 3
TRAP.STRIG: EQU TRPTBL + 12 * 3
TRAP.INTERVAL: EQU TRPTBL + 17 * 3
TRAPS:       EQU 26
TRAP.WAITS: EQU %101

; Run loop: takes the first event that waits. In: HL at the next statement, frames on the stack.
event.take:
         ld de,(CURLIN)
         ld a,d
         and e
         inc a
         jp z,run.go          ; a direct line
         ld a,(ONEFLG)
         or a
         jp nz,run.go         ; the routine of ON ERROR
         push hl
         ld hl,TRPTBL
         ld b,TRAPS
event.next:
         ld a,(hl)
         and 7
         cp TRAP.WAITS
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         jr nz,event.other
         dec hl
         dec hl
         dec hl
         ld a,d
         or e
         jr nz,event.found
         inc a
         di
         ld (hl),a            ; nobody waits for it: forgotten
         ld a,(ONGSBF)
         dec a
         ld (ONGSBF),a
         ei
         inc hl
         inc hl
         inc hl
event.other:
         djnz event.next
         pop hl
         jp run.go
event.found:
         ld b,h
         ld c,l
         di
         ld (hl),%011         ; stopped until RETURN
         ld hl,ONGSBF
         dec (hl)
         ei
         pop hl
         jp gosub.event

; RETURN from its routine: the event is on again. In: HL = entry. Changes: AF, HL.
event.again:
         di
         res 1,(hl)
         ld a,(hl)
         cp TRAP.WAITS
         ld hl,ONGSBF
         jr nz,event.done
         inc (hl)
event.done:
         ei
         ret

; All events off. Changes: AF, BC, DE, HL.
event.none:
         di
         xor a
         ld hl,TRPTBL
         ld b,TRAPS * 3
         call event.clear
         ld hl,FNKFLG
         ld b,11              ; and ONGSBF
         call event.clear
         ld h,a
         ld l,a
         ld (INTCNT),hl
         ei
         ret
event.clear:
         ld (hl),a
         inc hl
         djnz event.clear
         ret

; KEY(number) ON, OFF or STOP. In: HL at "(". Out: HL behind. Changes: all.
event.key:
         ld bc,&010A          ; 1 to 10
         call event.number
         ld hl,FNKFLG
         add hl,bc
         ex (sp),hl           ; HL = text
         ld a,(hl)
         ex (sp),hl
         cp T.STOP
         jr z,event.key.go
         sub T.ON
         jr z,event.key.on
         ld a,1
event.key.on:
         xor 1
         ld (hl),a
event.key.go:
         ld hl,TRPTBL
         jr event.indexed
; STRIG(number) ON, OFF or STOP. In: HL at STRIG.
event.strig:
         rst 16
         ld bc,&0005          ; 0 to 4
         call event.number
         ld hl,TRAP.STRIG
event.indexed:
         add hl,bc
         add hl,bc
         add hl,bc
         ex de,hl
         pop hl
         jr event.switch
; In: HL at "(", B = lowest number, C = how many. Out: BC = number less the lowest; the text behind ")" on the
; stack, under the return address. Changes: all.
event.number:
         push bc
         rst 8
         db "("
         call GETBYT
         pop bc
         sub b
         cp c
         jp nc,error.call
         ld c,a
         ld b,0
         rst 8
         db ")"
         ex (sp),hl
         jp (hl)

; INTERVAL ON, OFF or STOP: INT ER VAL to the tokeniser. In: HL at INT.
event.interval:
         call event.word
         ld de,TRAP.INTERVAL
         jr event.switch
event.word:
         rst 16
         rst 8
         db "E"
         rst 8
         db "R"
         rst 8
         db 255
         rst 8
         db T.VAL
         ret
; SPRITE ON, OFF or STOP: HL behind SPRITE. Out: HL behind. Changes: AF, DE.
event.sprite:
         ld de,TRAP.SPRITE
         jr event.switch
; STOP ON, OFF or STOP.
event.stop:
         ld de,TRAP.STOP
; In: HL = text at ON, OFF or STOP, DE = entry. Out: HL, A, F behind. Changes: AF, DE.
event.switch:
         ld a,(hl)
         push hl
         ex de,hl
         ld de,ONGSBF
         di
         cp T.ON
         jr z,event.on.it
         cp T.OFF
         jr z,event.off
         cp T.STOP
         jp nz,event.wrong
         call event.forget
         set 1,(hl)
         jr event.switched
event.off:
         call event.forget
         ld (hl),0
         jr event.switched
event.on.it:
         ld a,(hl)
         cp TRAP.WAITS
         jr z,event.switched
         and %100
         inc a
         ld (hl),a
         cp TRAP.WAITS
         jr nz,event.switched
         ex de,hl
         inc (hl)
event.switched:
         ei
         pop hl
         rst 16
         ret
event.wrong:
         ei
         jp error.syntax
; One less waits, if this one does. In: HL = entry, DE = ONGSBF. Changes: AF.
event.forget:
         ld a,(hl)
         cp TRAP.WAITS
         ret nz
         ld a,(de)
         dec a
         ld (de),a
         ret

; What event stands behind ON; for INTERVAL=frames its time is set. In: HL at the word, A = (HL).
; Out: NC: B = number of its first entry in TRPTBL, C = how many lines there may be, HL before GOSUB; CY: something
; else, HL as it was. Changes: all others.
event.kind:
         ld bc,10
         cp T.KEY
         ret z
         ld bc,256 * ((TRAP.STOP - TRPTBL) / 3) + 1
         cp T.STOP
         ret z
         inc b
         cp T.SPRITE
         ret z
         cp 255
         scf
         ret nz
         push hl
         inc hl
         ld a,(hl)
         inc hl
         ld c,(hl)
         dec hl
         cp T.STRIG
         jr z,event.kind.strig
         cp T.INT
         jr nz,event.kind.value
         ld a,c
         cp "E"
         jr nz,event.kind.value
         pop bc
         call event.word
         rst 8
         db T.EQUAL
         call FRMQNT
         ld a,d
         or e
         jp z,error.call
         di
         ld (INTVAL),de
         ld (INTCNT),de
         ei
         dec hl
         ld bc,256 * ((TRAP.INTERVAL - TRPTBL) / 3) + 1
         or b
         ret
event.kind.strig:
         ld a,c
         cp "("
         jr z,event.kind.value ; its value
         pop bc
         ld bc,256 * ((TRAP.STRIG - TRPTBL) / 3) + 5
         or b
         ret
event.kind.value:
         pop hl
         scf
         ret

; ON KEY, STOP, SPRITE, STRIG GOSUB lines, ON INTERVAL=frames GOSUB line.
; In: HL at what follows ON, A = (HL). Out: CY: done, HL behind; NC: something else. Changes: all.
event.on:
         call event.kind
         ccf
         ret nc
         ld a,b
         add a,a
         add a,b
         add a,TRPTBL \ 256   ; TRPTBL does not cross a page
         ld e,a
         ld d,TRPTBL / 256
         ld b,c
; DE = first entry, B = how many lines there may be.
         rst 16
         rst 8
         db T.GOSUB
         jr nz,event.line
         push de              ; no line: no routine any more
         push bc
         ld de,0
         jr event.set
event.line:
         ld a,(hl)
         cp ","
         jr z,event.skipped
         push de
         push bc
         push hl
         call line.number
         ld a,d
         or e
         pop hl
         jr z,event.zero
         call line.target
         jr event.set
event.zero:
         call line.number
event.set:
         pop bc
         ex (sp),hl           ; entry
         inc hl
         di
         ld (hl),e
         inc hl
         ld (hl),d
         ei
         dec hl
         dec hl
         ex de,hl
         pop hl
event.skipped:
         inc de
         inc de
         inc de
         dec hl
         rst 16
         jr z,event.all
         cp ","
         jp nz,error.syntax
         rst 16
         djnz event.line
         jp error.syntax
event.all:
         scf
         ret
