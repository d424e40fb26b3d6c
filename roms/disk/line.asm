; Function 0A: a line from the keyboard. With a DOS, the last line is kept and can be used again, key by key
; (MSX2 Technical Handbook, chapter 3, "template").

; Its keys, in the order of line.keys:
;   return ends; BS and left rub out; right copies one character of the last line, down the rest, SELECT up to the next key
;   typed; DEL leaves one out, CLS up to the next key typed; INS: what is typed is put between; HOME: what is there
;   becomes the last line; up, ESC, CTRL+U: all again; CTRL+J: a new row on the screen alone.
line.keys:
         db 13,8,29,28,31,24,127,12,18,11,30,27,21,10
line.count: EQU 14
line.routines:               ; in the reverse order
         dw line.feed,line.again,line.again,line.again,line.home,line.insert,line.skipto,line.skip
         dw line.copyto,line.copyall,line.copyone,line.back,line.back,line.end

; 0A: In: DE = buffer: size, then room for length and text.
con.line:
         call ram.peek
         or a
         jp z,bdos.ok
         ld b,a               ; size
         push de
         inc de
         ld a,(CSRX)
         call ram.poke        ; where the length will be: column of the start
line.clear:
         ld c,0               ; length
         xor a
         ld (K.LINEAT),a
         ld (K.BETWEEN),a
line.key:
         call line.get
         ld hl,line.keys
         push bc
         ld bc,line.count
         cpir
         ld a,c
         pop bc
         jr nz,line.typed
         ld hl,line.routines
         add a,a
         add a,l
         ld l,a
         jr nc,line.known
         inc h
line.known:
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         call line.jump
         jr line.key
line.jump:
         jp (hl)
line.typed:
         ld a,(K.KEY)
         call line.store
         jr line.key
; Out: A, K.KEY = key. Keeps BC, DE.
line.get:
         push bc
         push de
         call con.key
         pop de
         pop bc
         ld (K.KEY),a
         ret

; One more character. In: A = character; B = size, C = length, DE = address of the last one. Changes: AF, C, DE, HL.
line.store:
         ld l,a
         ld a,c
         inc a
         cp b
         ret z                ; full: one is kept for the return
         inc c
         inc de
         ld a,(K.BETWEEN)
         or a
         jr nz,store.put
         ld a,(K.LINEAT)
         call line.left
         jr z,store.put
         inc a
         ld (K.LINEAT),a
store.put:
         ld a,l
         call ram.poke
; Shows it, a control character as `^A`. In: A. Changes: AF.
line.show:
         cp 9
         jr z,line.put
         cp " "
         jr nc,line.put
         push af
         ld a,"^"
         call line.put
         pop af
         add a,"@"
line.put:
         push hl
         push bc
         push de
         call con.put
         pop de
         pop bc
         pop hl
         ret

; In: A = place in the last line. Out: Z: nothing of it is left. Changes: F.
line.left:
         push hl
         push bc
         ld b,a
         call line.isdos
         ld a,b
         jr z,left.end
         ld hl,K.LINE
         cp (hl)
left.end:
         pop bc
         pop hl
         ret
; Out: Z: there is no DOS, so the last line is not kept. Changes: AF, HL.
line.isdos:
         push de
         ld hl,(ENDING)
         ld de,ram.warm
         or a
         sbc hl,de
         pop de
         ret
; In: A = place in the last line. Out: A = character. Changes: F, HL.
line.nth:
         ld hl,K.LINE + 1
         add a,l
         ld l,a
         ld a,(hl)
         ret

line.copyone:
         ld a,(K.LINEAT)
         call line.left
         ret z
         push af
         call line.nth
         call line.store
         pop af
         inc a
         ld (K.LINEAT),a
         ret
line.copyall:
         ld a,(K.LINEAT)
         call line.left
         ret z
         ld l,c
         push hl
         call line.copyone
         pop hl
         ld a,c
         cp l
         jr nz,line.copyall
         ret                  ; full
line.copyto:
         call line.seek
         ret nz
copyto.next:
         ld a,(K.LINEAT)
         cp h
         ret z
         ld l,c
         push hl
         call line.copyone
         pop hl
         ld a,c
         cp l
         jr nz,copyto.next
         ret
line.skip:
         ld a,(K.LINEAT)
         call line.left
         ret z
         inc a
         ld (K.LINEAT),a
         ret
line.skipto:
         call line.seek
         ret nz
         ld a,h
         ld (K.LINEAT),a
         ret
; The next place in the last line, behind this one, of a key that is typed. Out: Z: H = its place. Changes: AF, L.
line.seek:
         call line.get
         push bc
         ld b,a
         ld a,(K.LINEAT)
seek.next:
         inc a
         call line.left
         jr nc,seek.not
         ld c,a
         call line.nth
         cp b
         ld a,c
         jr nz,seek.next
         ld h,a
         pop bc
         cp a
         ret
seek.not:
         pop bc
         or 1
         ret
line.insert:
         ld a,(K.BETWEEN)
         cpl
         ld (K.BETWEEN),a
         ret

; HOME: what is there becomes the last line. Up: it is forgotten.
line.home:
         ld a,"@"
         call line.put
         call line.keep
         jr again.row
line.again:
         ld a,&5C            ; backslash
         call line.put
again.row:
         call line.feed
         pop hl               ; the return to line.key
         pop de               ; the buffer
         push de
         inc de
         ld a,1
         call ram.poke
         jp line.clear
line.feed:
         ld a,13
         call line.put
         ld a,10
         jp line.put

; Rubs out the last character. Changes: AF, C, DE, HL.
line.back:
         ld a,c
         or a
         ret z
         ld hl,K.LINEAT
         ld a,(hl)
         or a
         jr z,rub.start
         dec (hl)
rub.start:
         call ram.peek
         ld h,1
         cp 9
         call z,line.tab
         cp 9
         jr z,rub.erase
         cp " "
         jr nc,rub.erase
         inc h
rub.erase:
         dec c
         dec de
rub.next:
         ld a,8
         call line.put
         ld a," "
         call line.put
         ld a,8
         call line.put
         dec h
         jr nz,rub.next
         ret
; In: DE = address of a TAB at the end. Out: H = columns that it takes. Changes: F, L.
line.tab:
         push af
         push bc
         push de
         ld h,d
         ld l,e
         ld a,c
tab.start:
         dec hl
         dec a
         jr nz,tab.start
         ex de,hl
         call ram.peek
         dec a
         ld h,a               ; columns before the line
         ld b,c
tab.next:
         inc de
         ld l,h
         call ram.peek
         inc h
         cp 9
         jr nz,tab.other
         ld a,h
         add a,7
         and %11111000
         ld h,a
         jr tab.end
tab.other:
         cp " "
         jr nc,tab.end
         inc h
tab.end: djnz tab.next
         ld a,h
         sub l
         ld h,a
         pop de
         pop bc
         pop af
         ret

; In: C = length, DE = address of the last character, B. What is there is the last line from now on. Changes: AF, HL.
line.keep:
         ld a,c
         or a
         ret z
         push bc
         push de
         call line.isdos
         jr z,keep.none
         ld a,c
         ld (K.LINE),a
         ex de,hl
         ld b,0
         or a
         sbc hl,bc
         inc hl
         ld de,K.LINE + 1
         di
         call XFER
         ei
keep.none:
         pop de
         pop bc
         ret
line.end:
         pop hl               ; the return to line.key
         call line.keep
         inc de
         ld a,13
         call ram.poke        ; behind the text
         call line.put
         pop de
         inc de
         ld a,c
         call ram.poke
         jp bdos.ok
