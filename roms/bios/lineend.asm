; The line editor: what ends a line, and its text for BUF.

; CTRL+STOP or CTRL+C: the line is given up.
edit.stop:
         pop af
         call edit.leave
         xor a
         ld (BUF),a
         ld hl,BUF - 1
         scf
         ret

; RETURN: the logical line goes to BUF; graphic characters as 01h, code + 40h.
edit.return:
         pop af
         call edit.start
         ld a,(FSTPOS)
         cp l
         jr nz,edit.return1
         ld a,(FSTPOS + 1)
         ld h,a
edit.return1:
         ld bc,BUF
edit.return2:
         call text.read
         cp 32
         jr nc,edit.return3
         push af
         ld a,1
         call edit.store
         pop af
         add a,64
edit.return3:
         call edit.store
         call edit.next
         jr nc,edit.return2
         ld h,b
         ld l,c
edit.return4:                 ; no spaces at the end
         ld (hl),0
         ld a,l
         cp BUF & 255
         jr nz,edit.return6
         ld a,h               ; the end of a full BUF has the same low byte
         cp BUF / 256
         jr z,edit.return5
edit.return6:
         dec hl
         ld a,(hl)
         cp 32
         jr z,edit.return4
edit.return5:
         call edit.leave
         ld hl,BUF - 1
         xor a
         ret
; In: A = character, BC = place in BUF. Out: BC behind it; unchanged behind 254 characters. Changes: F.
edit.store:
         push af
         ld a,b
         cp ENDBUF / 256
         jr c,edit.store1
         ld a,c
         cp BUF + 254 & 255
         jr nc,edit.store2
edit.store1:
         pop af
         ld (bc),a
         inc bc
         ret
edit.store2:
         pop af
         ret

; Cursor below the logical line, insert mode off.
edit.leave:
         call edit.over
         ld hl,(CSRY)
edit.leave1:
         call edit.next
         jr nc,edit.leave1
         call POSIT
         ld a,13
         call CHPUT
         ld a,10
         jp CHPUT
