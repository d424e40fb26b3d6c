; Lines and characters. CTRL+C is the system's: it comes back by enter.abort or enter.break.

; A function of the system, past the gate. In: C, others as it wants. Changes: all.
system:  jp 0

; In: A = character. Keeps all but AF.
out.char:
         push bc
         push de
         push hl
         push ix
         push iy
         ld e,a
         ld c,2
         call system
         pop iy
         pop ix
         pop hl
         pop de
         pop bc
         ret
; Changes: AF.
out.space:
         ld a," "
         jr out.char
out.line:
         ld a,CR
         call out.char
         ld a,LF
         jr out.char
; In: HL = text up to a zero. Out: HL behind it. Changes: AF.
out.text:
         ld a,(hl)
         inc hl
         or a
         ret z
         call out.char
         jr out.text
; In: HL, A. Changes: AF.
out.word:
         ld a,h
         call out.byte
         ld a,l
out.byte:
         push af
         rrca
         rrca
         rrca
         rrca
         call out.digit
         pop af
out.digit:
         call to.digit
         jr out.char
; In: A, its lower half. Out: A = the digit. Changes: F.
to.digit:
         and 15
         cp 10
         sbc a,&69
         daa
         ret

; In: A = column. Out: HL = line, ended by 0. Changes: all.
line.read:
         ld (COLUMN),a
         ld de,LINE
         ld a,LINE.MAX
         ld (de),a
         ld c,10
         call system
         ld a,LF
         call out.char
         ld hl,LINE + 1
         ld e,(hl)
         ld d,0
         inc hl
         push hl
         add hl,de
         ld (hl),0
         pop hl
         ret
