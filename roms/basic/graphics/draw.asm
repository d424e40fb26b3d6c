; DRAW: the graphics macro language.
; Source: MSX2 Technical Handbook, chapter 2; MSX Wiki, "DRAW": colour, scale and angle stay until others come.

; DRAW string
do.draw: MAIN graphic.check
         MAIN expr.string
         push hl
         xor a
         ld (LOGOPR),a
         ld (DRWFLG),a        ; bit 0: B, move only; bit 1: N, come back
         ld a,(ATRBYT)        ; the colour of the last graphics statement
         MAIN ink.default
         call draw.string
         pop hl
         ret

; Draws the string in DAC. Changes: all.
draw.string:
         MAIN string.take
         ld (MCLLEN),a
         ld (MCLPTR),de
draw.next:
         call draw.char
         ret z
         cp ";"
         jr z,draw.next
         ld c,a
         ld hl,draw.table
draw.search:
         ld a,(hl)
         or a
         jp z,error.call
         inc hl
         cp c
         ld b,(hl)
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         jr nz,draw.search
         ld hl,draw.next
         push hl
         push de
         ret                  ; B = parameter
draw.table:
         db "U",%1100
         dw draw.direction
         db "D",%0100
         dw draw.direction
         db "L",%0011
         dw draw.direction
         db "R",%0001
         dw draw.direction
         db "E",%1101
         dw draw.direction
         db "F",%0101
         dw draw.direction
         db "G",%0111
         dw draw.direction
         db "H",%1111
         dw draw.direction
         db "M",0
         dw draw.m
         db "A",4
         dw draw.angle
         db "S",0
         dw draw.scale
         db "C",0
         dw draw.colour
         db "B",1
         dw draw.flag
         db "N",2
         dw draw.flag
         db "X",0
         dw draw.x
         db 0

; The next character that is no space, as a capital. Out: A; Z: the end. Changes: F, HL.
draw.char:
         ld hl,MCLLEN
         ld a,(hl)
         or a
         ret z
         dec (hl)
         ld hl,(MCLPTR)
         ld a,(hl)
         inc hl
         ld (MCLPTR),hl
         cp " "
         jr z,draw.char
         cp "a"
         jr c,draw.capital
         cp "z" + 1
         jr nc,draw.capital
         sub 32
draw.capital:
         or a
         ret nz
         inc a                ; a character 0 is no end
         ret
; Puts it back. Changes: HL.
draw.back:
         ld hl,MCLLEN
         inc (hl)
         ld hl,(MCLPTR)
         dec hl
         ld (MCLPTR),hl
         ret

; A number: digits, with a sign or without, or =variable; Out: DE; CY: none comes. Changes: all others.
draw.number:
         call draw.char
         scf
         ret z
         cp "="
         jr z,draw.variable
         cp "+"
         jr z,draw.unsigned
         cp "-"
         jr nz,draw.digits
         call draw.unsigned
         ret c
         ex de,hl
         call circle.negate
         ex de,hl
         or a
         ret
draw.unsigned:
         call draw.char
         cp "="
         jr z,draw.variable
draw.digits:
         sub "0"
         cp 10
         jr c,draw.first
         call draw.back
         scf
         ret
draw.first:
         ld d,0
         ld e,a
draw.more:
         call draw.char
         jr z,draw.end
         sub "0"
         cp 10
         jr nc,draw.last
         ld h,d
         ld l,e
         add hl,hl
         jr c,draw.error
         add hl,hl
         jr c,draw.error
         add hl,de
         jr c,draw.error
         add hl,hl
         jr c,draw.error
         ld e,a
         ld d,0
         add hl,de
         ex de,hl
         jr nc,draw.more
draw.error:
         jp error.call
draw.last:
         call draw.back
draw.end:
         or a
         ret
draw.variable:
         call draw.name
         MAIN expr.integer
         or a
         ret
; Copies a variable's name up to ";". Out: HL = the copy, ended by 0. Changes: AF, B, DE.
draw.name:
         ld de,BUF
         ld b,60
draw.letter:
         call draw.char
         jr z,draw.named
         cp ";"
         jr z,draw.named
         ld (de),a
         inc de
         djnz draw.letter
         jr draw.error
draw.named:
         xor a
         ld (de),a
         ld hl,BUF
         ret

; X string; the string is drawn as if it stood here.
draw.x:  call draw.name
         MAIN expr.string
         ld c,16
         MAIN stack.room
         ld hl,(MCLPTR)
         push hl
         ld a,(MCLLEN)
         push af
         call draw.string
         pop af
         ld (MCLLEN),a
         pop hl
         ld (MCLPTR),hl
         ret

; B and N, for the next line. In: B = bit.
draw.flag:
         ld hl,DRWFLG
         ld a,(hl)
         or b
         ld (hl),a
         ret

; S n: lines are n / 4 as long, 0 is 4. C n: colour. A n: turned by n right angles. In: B = limit, 0 is 256.
draw.scale:
         call draw.byte
         ld (DRWSCL),a
         ret
draw.colour:
         call draw.byte
         MAIN ink.set
         ret
draw.angle:
         call draw.byte
         ld (DRWANG),a
         ret
draw.byte:
         push bc
         call draw.number
         pop bc
         jr c,draw.error
         ld a,d
         or a
         jr nz,draw.error
         dec b
         ld a,b
         cp e
         ld a,e
         ret nc
         jr draw.error

; U D L R E F G H [n]. In: B = X, Y as two bits each.
draw.direction:
         push bc
         call draw.number
         jr nc,draw.given
         ld de,1
draw.given:
         call draw.scaled
         pop bc
         ld a,b
         call draw.part
         push hl
         ld a,b
         rrca
         rrca
         call draw.part
         ex de,hl
         pop bc
         jr draw.turn
; In: DE = length, A = two bits: 0, 1 or 3. Out: HL = 0, DE or -DE. Changes: AF.
draw.part:
         ld h,d
         ld l,e
         rrca
         jr nc,draw.none
         rrca
         ret nc
         jp circle.negate
draw.none:
         ld hl,0
         ret

; DE = DE * scale / 4, cut off. Changes: all others.
draw.scaled:
         ld a,(DRWSCL)
         or a
         ret z
         bit 7,d
         jr z,draw.positive
         ex de,hl
         call circle.negate
         ex de,hl
         call draw.positive
         ex de,hl
         call circle.negate
         ex de,hl
         ret
draw.positive:
         ld a,(DRWSCL)
         ld c,a
         ld hl,0
         xor a
         ld b,8
draw.bit:
         add hl,hl
         rla
         rl c
         jr nc,draw.zero
         add hl,de
         adc a,0
draw.zero:
         djnz draw.bit
         ld b,2
draw.quarter:
         srl a
         rr h
         rr l
         djnz draw.quarter
         ex de,hl
         ret

; M x,y: to a point, or by a distance when x has a sign.
draw.m:  call draw.char
         cp "+"
         jr z,draw.sign
         cp "-"
draw.sign:
         push af
         call draw.back
         call draw.coordinate
         push de
         call draw.char
         cp ","
         jr nz,draw.fault
         call draw.coordinate
         pop bc
         pop af
         jr nz,draw.to
         push de
         ld d,b
         ld e,c
         call draw.scaled
         pop hl
         push de
         ex de,hl
         call draw.scaled
         pop bc

; In: BC, DE = distance, not turned yet.
draw.turn:
         ld a,(DRWANG)
draw.quarters:
         or a
         jr z,draw.by
         push de              ; X, Y to Y, -X
         ld h,b
         ld l,c
         ld b,a
         call circle.negate
         ex de,hl
         ld a,b
         pop bc
         dec a
         jr draw.quarters
draw.by: ld hl,(GRPACX)
         add hl,bc
         ld b,h
         ld c,l
         ld hl,(GRPACY)
         add hl,de
         ex de,hl
; In: BC = X, DE = Y of the end.
draw.to: ld hl,DRWFLG
         ld a,(hl)
         ld (hl),0
         ld (GXPOS),bc
         ld (GYPOS),de
         push bc
         push de
         push af
         rrca
         jr c,draw.moved
         ld bc,(GRPACX)
         ld de,(GRPACY)
         MAIN line.draw
draw.moved:
         pop af
         pop de
         pop bc
         and 2
         ret nz
         ld (GRPACX),bc
         ld (GRPACY),de
         ret
; A coordinate, which must come. Out: DE. Changes: all others.
draw.coordinate:
         call draw.number
         ret nc
draw.fault:
         jp error.call
