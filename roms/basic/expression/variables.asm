; Names and simple variables. A record: type (which is the length of the value), two characters, value.
; Source of the layout: MSX2 Technical Handbook, chapter 2, section 2.

; A name; blanks in it do not count. In: HL = its letter, A likewise. Out: B, C = its two characters (C 0:
; one), VALTYP, A = its type; HL behind, at no space; Z: "(" or "[" stands there. Changes: AF, DE.
name.read:
         ld b,a
         ld c,0
         inc hl
         ld a,(hl)
         cp "Z" + 1
         jr nc,name.default
         cp "0"
         jr c,name.suffix
         cp "9" + 1
         jr c,name.second
         cp "A"
         jr c,name.default
name.second:
         ld c,a
name.rest:
         inc hl
         ld a,(hl)
         cp "0"
         jr c,name.suffix
         cp "9" + 1
         jr c,name.rest
         cp "A"
         jr c,name.default
         cp "Z" + 1
         jr c,name.rest
name.default:
         ld a,b
         and 127
         add a,(DEFTBL - "A") \ 256 ; DEFTBL does not cross a page
         ld e,a
         ld d,DEFTBL / 256
         ld a,(de)
         ld (VALTYP),a
name.behind:
         ld e,a
         ld a,(hl)
         cp "("
         jr z,name.bracket
         cp 32
         jr z,name.blank
         cp "["
         jr z,name.bracket
         ld a,e
         ret
name.blank:
         inc hl
         ld a,e
         jr name.behind
name.bracket:                 ; Z
         ld a,e
         ret
name.low:
         inc a
         jr nz,name.default
name.gap:
         inc hl
         ld a,(hl)
         cp 32
         jr z,name.gap
         cp "0"
         jr c,name.suffix
         cp "9" + 1
         jr c,name.on
         cp "A"
         jr c,name.default
         cp "Z" + 1
         jr nc,name.default
name.on: inc c
         dec c
         jr nz,name.rest
         jr name.second
name.suffix:
         sub "!"
         jr c,name.low        ; a blank
         ld d,4
         jr z,name.typed
         ld d,8
         sub "#" - "!"
         jr c,name.default
         jr z,name.typed
         ld d,3
         dec a
         jr z,name.typed
         dec a
         jr nz,name.default
         ld d,2
name.typed:
         inc hl
         ld a,d
         ld (VALTYP),a
         jr name.behind

; In: B, C = name, VALTYP. Out: Z: HL = address of the value; NZ: no such variable. Changes: all but BC.
variable.find:
         ld a,(PRMLEN)
         or a
         jr z,variable.global
         ld e,a
         ld d,0
         ld hl,PARM1          ; PARM1 and its end are in one page
         add hl,de
         ex de,hl
         ld hl,PARM1
         call variable.search
         ret z
variable.global:
         ld hl,(ARYTAB)
         ex de,hl
         ld hl,(VARTAB)
; The same from HL to DE.
variable.search:
         ld a,l
         jr variable.end
variable.skip:
         dec hl
variable.other:
         dec hl
         ld a,(hl)
variable.next:
         add a,3
         add a,l
         ld l,a
         jr c,variable.page
variable.end:
         cp e
         jr z,variable.last
variable.try:
         inc hl
         ld a,(hl)
         cp b
         jr nz,variable.other
         inc hl
         ld a,(hl)
         cp c
         jr nz,variable.skip
         dec hl
         dec hl
         ld a,(VALTYP)
         cp (hl)
         ld a,(hl)
         jr nz,variable.next
         inc hl
         inc hl
         inc hl
         ret
variable.page:
         inc h
         jr variable.end
variable.last:
         ld a,h
         cp d
         jr nz,variable.try
         or 1
         ret

; PTRGET: In: HL at a name. Out: DE = address of its value, VALTYP; made if new; HL behind. Changes: all.
; With SUBFLG not 0 a bracket is left alone; 1: an array, BC = address of its number of dimensions, DE of its first value.
ptrget.entry:
         ld a,(SUBFLG)
         dec a
         jr nz,ptrget.go
         call array.whole
         push hl
         ld hl,(eval.type)
         ld bc,5
         add hl,bc
         ld b,h
         ld c,l
         pop hl
         ret
ptrget.go:
         xor a
         ld (DIMFLG),a
ptrget.dim:
         call H.PTRG
         ld a,(hl)
         call name.letter
         call name.read
         jr nz,ptrget.simple
         ld a,(SUBFLG)
         or a
         jp z,array.go
ptrget.simple:
         push hl
         call variable.find
         call nz,variable.make
         ex de,hl
         pop hl
         ret

; Error 2 unless A is a capital. Changes: F.
name.letter:
         cp "A"
         jp c,error.syntax
         cp "Z" + 1
         ret c
         jp error.syntax

; A new variable of value 0; the arrays move up. In: B, C = name, VALTYP. Out: HL = address of the value.
; Changes: all.
variable.make:
         push bc
         ld c,8
         call stack.room
         ld a,(VALTYP)
         add a,3
         ld c,a
         ld b,0
         ld hl,(STREND)
         push hl
         add hl,bc
         ld (STREND),hl
         ex de,hl             ; DE = new end
         ld hl,(ARYTAB)
         push hl
         add hl,bc
         ld (ARYTAB),hl
         pop bc               ; BC = the record
         pop hl               ; the old end
         push bc
         push hl
         or a
         sbc hl,bc
         ld b,h
         ld c,l
         pop hl
         jr z,variable.moved
         dec hl
         dec de
         lddr
variable.moved:
         pop hl
         pop bc
         ld a,(VALTYP)
         ld (hl),a
         inc hl
         ld (hl),b
         inc hl
         ld (hl),c
         inc hl
         push hl
variable.clear:
         ld (hl),0
         inc hl
         dec a
         jr nz,variable.clear
         pop hl
         ret
