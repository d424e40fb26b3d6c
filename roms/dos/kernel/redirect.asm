; Console functions while handle 0 or 1 is not the console (MSX-DOS 2 Program Interface Specification, "Devices and
; Character I/O"). l2.redirected: bit 0 input, bit 1 output; what is not redirected goes on to the disk ROM's function.

; 70: In: A = 0: tell, 1: set; B = new state. Out: A = error, B = state before.
rdr.state:
         ld hl,l2.redirected
         ld c,(hl)
         cp 1
         jr c,state.tell
         ld a,ERR.IPARM
         ret nz
         ld a,b
         and 3
         ld (hl),a
state.tell:
         ld b,c
         xor a
         ret

; Handles were opened, closed or copied: is the console still behind 0 and 1? Out: A = 0. Changes: F, BC, DE, HL.
hnd.changed:
         push iy
         ld hl,(opn.now)
         push hl
         call hnd.table
         inc hl
         call rdr.handle
         add a,a
         push af
         call hnd.table
         call rdr.handle
         pop bc
         or b
         ld (l2.redirected),a
         pop hl
         ld (opn.now),hl
         pop iy
         xor a
         ret
; In: HL = place in the table of handles. Out: A = 1: redirected, 0: the console, or closed. Changes: all but IX.
rdr.handle:
         ld a,(hl)
         call opn.number
         ld a,0
         ret c
         ld a,(iy + OPN.DEVICE)
         sub DEV.CON
         ret z
         ld a,1
         ret

; Functions 01-0B, called with C while l2.redirected is not 0. Out: A = L, B = H = 0.
redirect.call:
         call rdr.function
         ld l,a
         ld h,0
         ld b,h
         pop af
         xor a
         ld (K.ERROR),a
         ld a,l
         jp func.leave
rdr.function:
         ld a,c
         dec a
         jr z,rdr.in
         dec a
         jr z,rdr.out
         sub 4
         jr z,rdr.direct      ; 06
         dec a
         jr z,rdr.get         ; 07
         dec a
         jr z,rdr.get
         dec a
         jp z,rdr.text        ; 09
         dec a
         jp z,rdr.line
         dec a
         jp nz,l2.bdos        ; 03, 04, 05
; 0B: Out: A = FFh when a character waits, as it always does in a file.
         ld a,(l2.redirected)
         rra
         sbc a,a
         ret nz
         jp l2.bdos

; 01: Out: A = character, shown.
rdr.in:  call rdr.get
         push af
         call rdr.put
         pop af
         ret
; 06: In: E = character, or FFh. Out: A = character, 0: none.
rdr.direct:
         ld a,(l2.redirected)
         inc e
         jr z,direct.in
         dec e
         bit 1,a
         jp z,l2.bdos
; 02: In: E = character.
rdr.out: ld a,e
         jr rdr.put
direct.in:
         dec e
         rra
         jp nc,l2.bdos
; 07, 08: Out: A = character.
rdr.get: ld a,(l2.redirected)
         rra
         jr c,get.file
         ld a,c
         cp 1
         jp nz,l2.bdos
         ld c,8
         jp l2.bdos
get.file:
         ld de,l2.byte
         ld hl,1
         ld b,0
         call hnd.read
         or a
         ld c,a
         ld a,(l2.byte)
         ret z
         ld a,ERR.INERR
         jp prc.fail
; In: A = character for the output. Changes: all.
rdr.put: ld e,a
         ld a,(l2.redirected)
         bit 1,a
         ld c,2
         jp z,l2.bdos
         ld hl,l2.byte
         ld (hl),e
         ex de,hl
         ld hl,1
         ld b,l
         call hnd.write
         or a
         ret z
         ld c,a
         ld a,ERR.OUTERR
         jp prc.fail

; 09: In: DE = text up to "$".
rdr.text:
         ex de,hl
console.text:
         ld de,rdr.byte
         ld bc,1
         call user.get
         ld a,(rdr.byte)
         cp "$"
         ret z
         push hl
         call rdr.put
         pop hl
         jr console.text

; 0A: In: DE = buffer: size, then room for length and text.
rdr.line:
         ld (rdr.buffer),de
         ex de,hl
         ld de,con.text
         ld bc,1
         call user.get
         ld a,(con.text)
         or a
         ret z
         ld a,(l2.redirected)
         rra
         jr c,console.file
         ld hl,con.text       ; the disk ROM reads it in page 3
         ld de,SECBUF
         ld bc,1
         ldir
         ld de,SECBUF
         ld c,&0A
         call l2.bdos
         ld hl,SECBUF
         jr console.give
console.file:
         ld bc,0              ; B = length
console.next:
         push bc
         call get.file
         pop bc
         cp 10
         jr z,console.next
         ld hl,con.text + 2
         ld e,b
         ld d,0
         add hl,de
         ld (hl),a
         cp 13
         jr z,console.end
         ld a,(con.text)
         dec a
         cp 127
         jr c,console.size
         ld a,127             ; all that con.text has room for
console.size:
         cp b
         jr z,console.next       ; full
         push bc
         ld a,(hl)
         call rdr.put
         pop bc
         inc b
         jr console.next
console.end:
         push bc
         call rdr.put
         pop bc
         ld a,b
         ld (con.text + 1),a
         ld hl,con.text
console.give:
         inc hl
         ld c,(hl)
         ld b,0
         inc bc
         inc bc
         ld de,(rdr.buffer)
         inc de
         ld a,h
         cp SECBUF // 256
         jp c,user.put
         jp l2.copy
