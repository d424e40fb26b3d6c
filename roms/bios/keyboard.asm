; The keyboard: scan, decoding, the ring buffer.
; A key has the number 8 * row + column of the matrix.

key.first:   EQU 39           ; scans before a held key repeats
key.again:   EQU 3            ; scans between repeats

; Reads the matrix and decodes what has just gone down. Changes: all.
key.scan:
         ld hl,NEWKEY
         ld de,&FF00          ; D = rows together, E = not 0 when one has changed
         in a,(PPI.MISC)
         and %11110000
         ld c,a
         ld b,11
key.read:
         ld a,c
         out (PPI.MISC),a
         inc c
         in a,(PPI.KEYS)
         cp (hl)
         jr z,key.same
         ld (hl),a
         inc e
key.same:
         and d
         ld d,a
         inc l
         djnz key.read
         push de
         ld a,e
         or a
         call nz,key.rows
         pop de
         inc d
         ret z                ; no key at all
         ld hl,NEWKEY + 6
         ld a,(hl)
         ld c,a
         or %00011111         ; shift keys do not repeat
         ld (hl),a
         ld l,NEWKEY & 255
         ld b,11
         ld a,255
key.held:
         and (hl)
         inc l
         djnz key.held
         ld hl,NEWKEY + 6
         ld (hl),c
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
         ld b,11
key.row:
         ld a,(de)
         cp (hl)
         call nz,key.changed
         inc hl
         inc de
         djnz key.row
         ret

; In: HL, DE = a row of NEWKEY and OLDKEY that differ, B = 11 less its number. Changes: AF, C.
key.changed:
         ld a,key.first
         ld (REPCNT),a
         ld a,11
         sub b
         add a,a
         add a,a
         add a,a
         ld c,a               ; C = number of its first key
         ld a,(hl)
         ex de,hl
         cpl
         and (hl)             ; 1: has gone down
         ex de,hl
         push af
         ld a,(hl)
         ld (de),a
         pop af
         ret z
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

; F1-F5, with SHIFT F6-F10: an event when ON KEY is active in a program that runs, else its string.
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
         ld hl,(CURLIN)
         inc hl
         ld a,h
         or l
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

key.warm:
         in a,(PPI.SLOT)
         and %11110011        ; the main ROM in page 1
         out (PPI.SLOT),a
         ei
         jp ready

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
