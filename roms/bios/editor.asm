; Line input: CHGET and the screen editor behind PINLIN, INLIN and QINLIN.

; CHGET: waits for a character. Out: A. Changes: F; interrupts on.
CHGET:   push hl
         push de
         push bc
         call H.CHGE
         call CHSNS
         jr nz,chget.take
         ld a,(CSRSW)
         or a
         call z,cursor.show
chget.wait:
         ei
         halt
         call fnkeys.shift
         call CHSNS
         jr z,chget.wait
         ld a,(CSRSW)
         or a
         call z,cursor.hide
chget.take:
         di
         ld hl,(GETPNT)
         ld c,(hl)
         call key.step
         ld (GETPNT),hl
         ei
         ld a,c
         pop bc
         pop de
         pop hl
         ret

; PINLIN: a whole line from the screen, as typed or as edited.
; Out: HL = BUF - 1, the text with a 0 behind it; CY when CTRL+STOP ended it. Changes: all.
PINLIN:  call H.PINL
         ld a,(AUTFLG)
         or a
         ld hl,0
         jr z,inlin.begin
         jr inlin.here
; QINLIN: the same behind a question mark.
QINLIN:  call H.QINL
         ld a,"?"
         call CHPUT
         ld a,32
         call CHPUT
; INLIN: the same without what stands before the cursor.
INLIN:   call H.INLI
inlin.here:
         ld hl,(CSRY)
         dec l
         jr z,inlin.first
         push hl
         call text.link       ; the row above does not go on in this one
         ld (hl),l
         pop hl
inlin.first:
         inc l
inlin.begin:
         ld (FSTPOS),hl
         call cursor.off
         xor a
         ld (CSRSW),a         ; the editor reads the screen: CHGET alone shows the cursor
         call edit.over
inlin.next:
         call CHGET
         ld hl,edit.table
         ld b,(edit.end - edit.table) / 3
inlin.find:
         cp (hl)
         inc hl
         jr z,inlin.found
         inc hl
         inc hl
         djnz inlin.find
         cp 32
         jr nc,inlin.put
         call edit.over       ; other control codes end the insert mode
         cp 27
         jr z,inlin.next
         cp 24
         jr z,inlin.next
         call CHPUT
         jr inlin.next
inlin.put:
         ld c,a
         ld a,(INSFLG)
         or a
         call nz,edit.make
         ld a,c
         call CHPUT
         jr inlin.next
inlin.found:
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld hl,inlin.next
         push hl
         push de
         ld hl,(CSRY)
         ret

edit.table:                   ; routines get HL = cursor and return to inlin.next
         db 1
         dw edit.graphic
         db 2
         dw edit.before
         db 3
         dw edit.stop
         db 5
         dw edit.clear
         db 6
         dw edit.after
         db 8
         dw edit.back
         db 9
         dw edit.tab
         db 13
         dw edit.return
         db 14
         dw edit.tail
         db 18
         dw edit.mode
         db 21
         dw edit.erase
         db 127
         dw edit.delete
edit.end:

; A graphic character: prefix and code.
edit.graphic:
         call CHGET
         ld c,a
         ld a,(INSFLG)
         or a
         call nz,edit.make
         ld a,1
         call CHPUT
         ld a,c
         jp CHPUT

; INS: insert mode on or off, with an underline cursor.
edit.mode:
         ld a,(INSFLG)
         cpl
         jr edit.mode1
edit.over:
         push af
         xor a
         call edit.mode1
         pop af
         ret
edit.mode1:
         ld (INSFLG),a
         ld (CSTYLE),a
         ret

; TAB: spaces that the insert mode makes room for.
edit.tab:
         ld a,(INSFLG)
         or a
         call nz,edit.make
         ld a,32
         call CHPUT
         ld a,(CSRX)
         dec a
         and 7
         jr nz,edit.tab
         ret

; Moves the rest of the logical line right by one. In: cursor. Changes: AF, DE, HL, B.
edit.make:
         ld hl,(CSRY)
         ld b,32
edit.make1:
         call text.read
         push af
         ld a,b
         call text.write
         pop af
         ld b,a
         call edit.next
         jr nc,edit.make1
         ld a,b
         cp 32
         ret z
         ; a character falls off the end: the line becomes one longer
         push bc
         call text.lines
         cp l
         jr nz,edit.make2
         push hl
         ld l,1
         call line.remove
         ld hl,FSTPOS
         dec (hl)
         ld hl,CSRY
         dec (hl)
         pop hl
         dec l
edit.make2:
         push hl
         inc l
         call line.make
         pop hl
         push hl
         call text.link
         ld (hl),0
         pop hl
         inc l
         ld h,1
         pop bc
         ld a,b
         jp text.write

; The next place in the logical line. In, Out: H, L; CY and unchanged at its end. Changes: AF.
edit.next:
         ld a,(LINLEN)
         cp h
         jr z,edit.next1
         jr c,edit.next1
         inc h
         or a
         ret
edit.next1:
         push hl
         call text.link
         ld a,(hl)
         pop hl
         or a
         scf
         ret nz
         call text.lines
         scf
         sbc a,l              ; NC when there is a row below
         ret c
         inc l
         ld h,1
         ret

; The place before, in the logical line. In, Out: H, L; CY and unchanged at its start. Changes: AF.
edit.prior:
         dec h
         jr z,edit.prior1
         or a
         ret
edit.prior1:
         inc h
         ld a,l
         dec a
         scf
         ret z
         push hl
         ld l,a
         call text.link
         ld a,(hl)
         pop hl
         or a
         scf
         ret nz
         dec l
         ld a,(LINLEN)
         ld h,a
         or a
         ret

; BS: deletes the character before the cursor.
edit.back:
         call edit.prior
         ret c
         call POSIT
; DEL: deletes the character at the cursor. In: HL = place. Changes: AF, DE, HL, B.
edit.delete:
         push hl
         call edit.next
         jr c,edit.delete1
         call text.read
         ex (sp),hl
         call text.write
         pop hl
         jr edit.delete
edit.delete1:
         pop hl
         ld a,32
         jp text.write

; CTRL+U: clears the logical line.
edit.erase:
         call edit.start
         call POSIT
; CTRL+E: clears it from the cursor on. In: HL = place.
edit.clear:
         ld a,32
         call text.write
         call edit.next
         jr nc,edit.clear
         ret

; Out: HL = start of the logical line. In: L = row. Changes: AF.
edit.start:
         ld h,1
         call edit.prior
         ret c
         jr edit.start

; CTRL+N: behind the last character of the logical line.
edit.tail:
         call edit.next
         jr nc,edit.tail
         call text.read
         cp 32
         jr nz,edit.tail1
edit.tail2:
         call edit.prior
         jr c,edit.tail1
         call text.read
         cp 32
         jr z,edit.tail2
         call edit.next
edit.tail1:
         jp POSIT

; CTRL+F: the start of the next word. CTRL+B: the start of this or the last one.
edit.after:
         call edit.word
         jr nc,edit.after1
         call edit.next
         jr nc,edit.after
         jp POSIT
edit.after1:
         call edit.next
         jr c,edit.tail1
         call edit.word
         jr nc,edit.after1
         jr edit.tail1
edit.before:
         call edit.prior
         jr c,edit.tail1
         call edit.word
         jr nc,edit.before
edit.before1:
         call edit.prior
         jr c,edit.tail1
         call edit.word
         jr c,edit.before1
         call edit.next
         jr edit.tail1
; In: HL = place. Out: CY when a letter or digit stands there. Changes: AF, DE.
edit.word:
         call text.read
         cp "0"
         ccf
         ret nc
         cp "9" + 1
         ret c
         and %11011111
         cp "A"
         ccf
         ret nc
         cp "Z" + 1
         ret
