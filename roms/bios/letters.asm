; Keys that give characters: shift keys, CTRL, the dead key, CAPS.

; A key that gives different characters with SHIFT, GRAPH and CODE.
; In: A, C = number, B = shift keys. Changes: all. H.KYEA may change the number in C.
key.letter:
         call H.KYEA
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
         jp key.put
key.prefix:                   ; a graphic character: 01h, then its code + 40h
         push af
         ld a,1
         call key.put
         pop af
         add a,64
         jp key.put

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
         cp 96
         jr c,key.control4
         and %11011111
key.control4:
         sub 64
         cp 32
         ret nc
         jp key.put

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
         jp key.click

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
