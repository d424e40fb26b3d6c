; The keyboard: scan, decoding, the ring buffer.
; A key has the number 8 * row + column of the matrix.

key.first:   EQU 39           ; scans before a held key repeats
key.again:   EQU 3            ; scans between repeats

; Reads the matrix and decodes what has just gone down. Changes: all.
key.scan:
         ld hl,NEWKEY
         ld b,11
         ld c,0
key.read:
         push bc
         ld a,c
         call key.sense
         pop bc
         ld (hl),a
         inc hl
         inc c
         djnz key.read
         call key.rows
         ld hl,NEWKEY
         ld b,11
         ld c,255
key.held:
         ld a,b
         cp 11 - 6
         ld a,(hl)
         jr nz,key.held1
         or %00011111         ; shift keys do not repeat
key.held1:
         and c
         ld c,a
         inc hl
         djnz key.held
         inc a
         ret z
         ld hl,REPCNT
         dec (hl)
         ret nz
         ld hl,OLDKEY         ; held keys count as new, but for shift keys and STOP
         ld b,11
key.forget:
         ld (hl),255
         inc hl
         djnz key.forget
         ld a,(NEWKEY + 6)
         or %11100000
         ld (OLDKEY + 6),a
         ld a,(NEWKEY + 7)
         or %11101111
         ld (OLDKEY + 7),a
         call key.rows
         ld a,key.again
         ld (REPCNT),a
         ret

; Decodes all keys that are down in NEWKEY but not in OLDKEY; OLDKEY becomes NEWKEY. Changes: all.
key.rows:
         ld hl,NEWKEY
         ld de,OLDKEY
         ld bc,&0B00
key.row:
         ld a,(de)
         cp (hl)
         jr z,key.same
         ld a,key.first
         ld (REPCNT),a
         ld a,(hl)
         cpl
         ex de,hl
         and (hl)
         ex de,hl
         push af
         ld a,(hl)
         ld (de),a
         pop af
         call nz,key.bits
key.same:
         inc hl
         inc de
         ld a,c
         add a,8
         ld c,a
         djnz key.row
         ret

; In: A = bits of the keys, C = number of the first. Changes: AF.
key.bits:
         push hl
         push de
         push bc
         ld b,8
key.bit:
         rrca
         jr nc,key.bit1
         push af
         push bc
         ld a,c
         call key.press
         pop bc
         pop af
key.bit1:
         inc c
         djnz key.bit
         pop bc
         pop de
         pop hl
         ret

; A key goes down. In: A = its number. Changes: all.
key.press:
         call H.KEYC
         ld c,a
         xor a
         ld (CLIKFL),a
         ld a,(NEWKEY + 6)
         ld b,a               ; B = shift keys, 0 pressed: 0 SHIFT 1 CTRL 2 GRAPH 4 CODE
         ld a,c
         cp 48
         jp c,key.letter
         cp 51
         jr z,key.caps
         ret c
         cp 53
         ret c
         cp 58
         jr c,key.function
         cp 60
         jr z,key.stop
         ld hl,key.codes - 58
         ld e,a
         ld d,0
         add hl,de
         ld a,(hl)
         cp 11
         jp nz,key.put
         bit 0,b              ; SHIFT+HOME clears
         jp nz,key.put
         inc a
         jp key.put
key.codes:                    ; from ESC on
         db 27,9,0,8,24,13
         db 32,11,18,127,29,30,31,28
         dm "*+/01234"
         dm "56789-,."

; CAPS: the state changes.
key.caps:
         ld hl,CAPST
         ld a,(hl)
         cpl
         ld (hl),a
         cpl                  ; CHGCAP: 0 is on
         jp CHGCAP

; STOP: INTFLG 4, with CTRL 3 and code 3 for who waits for a character.
key.stop:
         ld a,(BASROM)
         or a
         ret nz
         bit 1,b
         ld a,4
         jr nz,key.stop1
         ld hl,TRPTBL + 10 * 3
         call event.mark
         ld a,3
key.stop1:
         ld (INTFLG),a
         cp 3
         jp z,key.put
         jp key.click

; F1-F5, with SHIFT F6-F10: an event when ON KEY is active, else its string.
key.function:
         sub 53
         bit 0,b
         jr nz,key.function1
         add a,5
key.function1:
         ld e,a
         ld d,0
         ld hl,FNKFLG
         add hl,de
         bit 0,(hl)
         jr z,key.string
         ld hl,TRPTBL
         add hl,de
         add hl,de
         add hl,de
         jp event.mark
key.string:
         ld l,e
         ld h,d
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         ld de,FNKSTR
         add hl,de
         ld b,16
key.string1:
         ld a,(hl)
         or a
         ret z
         push hl
         call key.put
         pop hl
         inc hl
         djnz key.string1
         ret

; A key that gives different characters with SHIFT, GRAPH and CODE.
; In: C = number, B = shift keys. Changes: all.
key.letter:
         ld d,0
         bit 2,b
         jr z,key.graph
         bit 4,b
         jr z,key.code
         jr key.shift
key.code:
         inc d
         inc d
key.graph:
         inc d
         inc d
key.shift:
         bit 0,b
         jr nz,key.table
         inc d
key.table:                    ; D = number of the table
         ld a,b
         and %00010111        ; CTRL+SHIFT+GRAPH+CODE: warm start where a program wants it
         jr nz,key.table1
         ld a,(ENSTOP)
         or a
         jp nz,key.warm
key.table1:
         ld hl,key.tables
         ld a,d
         ld de,48
key.table2:
         or a
         jr z,key.table3
         add hl,de
         dec a
         jr key.table2
key.table3:
         ld d,0
         ld e,c
         add hl,de
         ld a,(hl)
         bit 1,b
         jr z,key.control
         cp 255
         jr z,key.dead
         or a
         ret z
         cp 32
         jr c,key.prefix
         call key.accent
         call key.upper
         jr key.put
key.prefix:                   ; a graphic character: 01h, then its code + 40h
         push af
         ld a,1
         call key.put
         pop af
         add a,64
         jr key.put

; CTRL: the codes of @ A-Z [ \ ] ^ _ less 40h. In: A = character.
key.control:
         cp "6"
         jr nz,key.control1
         ld a,"^"
key.control1:
         cp "-"
         jr nz,key.control2
         ld a,"_"
key.control2:
         cp "2"
         jr nz,key.control3
         ld a,"@"
key.control3:
         cp "a"
         jr c,key.control4
         and %11011111
key.control4:
         sub 64
         cp 32
         ret nc
         jr key.put

; The dead key: accent 1-4 waits for its letter in KANAST.
key.dead:
         ld a,1
         bit 4,b
         jr nz,key.dead1
         ld a,3
key.dead1:
         bit 0,b
         jr nz,key.dead2
         inc a
key.dead2:
         ld (KANAST),a
         jr key.click

; Puts a character into the ring buffer, with a click; when it is full the character is lost.
; In: A = character. Changes: AF, DE, HL.
key.put:
         ld hl,(PUTPNT)
         ld (hl),a
         call key.step
         ld a,(GETPNT)
         cp l
         ret z
         ld (PUTPNT),hl
; The key click, once a key. Changes: AF.
key.click:
         ld a,(CLIKSW)
         or a
         ret z
         ld a,(CLIKFL)
         or a
         ret nz
         ld a,15
         ld (CLIKFL),a
         out (PPI.CTRL),a
         ld a,10
key.click1:
         dec a
         jr nz,key.click1
; CHGSND: the 1-bit sound port. In: A = 0 off, else on. Changes: AF.
CHGSND:  or a
         ld a,14
         jr z,chgsnd.out
         inc a
chgsnd.out:
         out (PPI.CTRL),a
         ret

; CHGCAP: the CAPS lamp. In: A = 0 on, else off. Changes: AF.
CHGCAP:  or a
         ld a,12
         jr z,chgsnd.out
         inc a
         jr chgsnd.out

; Changes a character with the accent that waits. In, Out: A. Changes: F, DE, HL.
key.accent:
         ld e,a
         ld a,(KANAST)
         or a
         ld a,e
         ret z
         ld hl,key.accents
key.accent1:
         ld a,(hl)
         inc hl
         or a
         jr z,key.accent3
         ld d,a
         ld a,(KANAST)
         xor d
         and 7
         ld a,d
         jr nz,key.accent2
         rrca
         rrca
         rrca
         and 31               ; letter number in bits 3-7
         add a,64
         xor e
         and %11011111
         jr z,key.accent4
key.accent2:
         inc hl
         jr key.accent1
key.accent4:
         ld a,e
         ld e,(hl)
         bit 5,a              ; a capital letter gives a capital
         ld a,e
         call z,key.capital
         ld e,a
key.accent3:
         xor a
         ld (KANAST),a
         ld a,e
         ret

; CAPS: small letters become capitals. In, Out: A. Changes: F, HL, D, E.
key.upper:
         ld e,a
         ld a,(CAPST)
         or a
         ld a,e
         ret z
key.capital:
         cp "a"
         ret c
         cp "z" + 1
         jr nc,key.upper1
         sub 32
         ret
key.upper1:
         ld hl,key.pairs
         ld d,12
key.upper2:
         cp (hl)
         inc hl
         jr z,key.upper3
         inc hl
         dec d
         jr nz,key.upper2
         ret
key.upper3:
         ld a,(hl)
         ret

key.warm:
         ld sp,(HIMEM)
         ei
         jp waiting.start

; In: HL = place in KEYBUF. Out: HL = the next. Changes: AF.
key.step:
         inc hl
         ld a,l
         cp KEYBUF + 40 & 255
         ret nz
         ld hl,KEYBUF
         ret

; CHSNS: is there a character? Out: NZ if so. Changes: AF; interrupts on.
CHSNS:   ei
         push hl
         ld hl,(GETPNT)
         ld a,(PUTPNT)
         sub l
         pop hl
         ret

; KILBUF: empties the buffer. Changes: HL.
KILBUF:  ld hl,KEYBUF
         ld (PUTPNT),hl
         ld (GETPNT),hl
         ret

; SNSMAT: a row of the matrix. In: A = row. Out: A = columns, 0 pressed. Changes: F, C;
; interrupts on.
SNSMAT:  di
         call key.sense
         ei
         ret
; The same with interrupts as they are: off.
key.sense:
         ld c,a
         in a,(PPI.MISC)
         and %11110000
         add a,c
         out (PPI.MISC),a
         in a,(PPI.KEYS)
         ret
