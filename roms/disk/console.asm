; Console functions of the kernel.

; 01: Out: A = key, shown. 
con.in:  call con.get
         push af
         call con.put
         pop af
         jp bdos.a

; 02: In: E = character.
con.out: ld a,e
         call con.put
         jp bdos.ok

; 05: In: E = character for the printer.
con.printer:
         ld a,e
         ld ix,LPTOUT
         call ram.bios
         jp bdos.ok

; 06: In: E = character, or FFh to read. Out: A = key, 0 if there is none.
con.direct:
         ld a,e
         inc a
         jr nz,con.out
         call con.sense
         jp z,bdos.ok
; 07, 08: Out: A = key, not shown.
con.raw: call con.get
         jp bdos.a

; 09: In: DE = text up to "$".
con.text:
         call ram.peek
         inc de
         cp "$"
         jp z,bdos.ok
         push de
         call con.put
         pop de
         jr con.text

; 0B: Out: A = FFh when a key waits.
con.status:
         call con.sense
         jp z,bdos.ok
         jp bdos.failed

; 0A: reads a line. In: DE = buffer: size, then room for length and text. Backspace and DEL rub out.
con.line:
         call ram.peek
         or a
         jp z,bdos.ok
         ld b,a               ; size
         ld c,0               ; length
         push de
         inc de
line.key:
         push bc
         push de
         call con.get
         pop de
         pop bc
         cp 13
         jr z,line.end
         cp 8
         jr z,line.back
         cp 127
         jr z,line.back
         cp " "
         jr c,line.key
         ld l,a
         ld a,c
         inc a
         cp b
         jr z,line.key        ; full: one is kept for the return
         inc c
         inc de
         ld a,l
         call ram.poke
         call line.put
         jr line.key
line.back:
         ld a,c
         or a
         jr z,line.key
         dec c
         dec de
         ld a,8
         call line.put
         ld a," "
         call line.put
         ld a,8
         call line.put
         jr line.key
line.end:
         inc de
         call ram.poke        ; the return, behind the text
         call line.put
         pop de
         inc de
         ld a,c
         call ram.poke
         jp bdos.ok
line.put:
         push bc
         push de
         call con.put
         pop de
         pop bc
         ret

; In: A = character. Changes: AF, IX, IY, alternate registers.
con.put: ld ix,CHPUT
         jp ram.bios
; Out: A = key.
con.get: ld ix,CHGET
         jp ram.bios
; Out: NZ when a key waits.
con.sense:
         ld ix,CHSNS
         jp ram.bios
