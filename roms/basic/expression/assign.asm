; LET, SWAP, conversion of a value to a type, DEFINT and its kin.

do.let:  call ptrget.go
let.equal:
         ld a,(hl)
         inc hl
         cp T.EQUAL
         jr z,let.value
         cp 32
         jr z,let.equal
         jp error.syntax
let.value:
         ld a,(VALTYP)
         push de
         push af
         call FRMEVL
         pop bc
         pop de
         push hl
         call let.store
         pop hl
         ret

; In: DE = variable, B = its type, value in DAC. Changes: all.
let.store:
         ld a,(VALTYP)
         cp b
         jr nz,let.convert
let.same:
         cp 3
         jr z,let.string
         jr c,let.integer
         ld hl,DAC
         cp 4
         jp z,factor.four
         jp factor.eight
let.integer:
         ld hl,(DAC + 2)
         ex de,hl
         ld (hl),e
         inc hl
         ld (hl),d
         ret
let.convert:
         push de
         push bc
         ld a,b
         call value.convert
         pop af
         pop de
         jr let.same

; In: A = type wanted, value in DAC. Out: DAC, VALTYP = A; error 13 for a string and a number. Changes: all.
value.convert:
         cp 3
         jp z,check.string
         ld l,a
         call check.number
         ld a,l
         cp 4
         jp c,FRCINT.go
         jp z,FRCSNG.go
         jp FRCDBL.go

; A string constant in the program stays where it is, a string that nobody else has is taken, others are copied.
let.string:
         push de
         ld hl,(DAC + 2)
         ld a,(hl)
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)            ; DE = characters
         dec hl
         dec hl
         or a
         jr z,let.take
         push hl
         ld hl,(VARTAB)
         or a
         sbc hl,de
         pop hl
         jr nc,let.take
         push hl
         ld hl,(MEMSIZ)
         or a
         sbc hl,de
         pop hl
         jr c,let.copy
         call string.temporary
         jr nc,let.copy
let.take:
         call string.pop
let.descriptor:
         pop de
         ldi
         ldi
         ldi
         ret
let.copy:
         call string.duplicate
         call FRESTR
         ld hl,DSCTMP
         jr let.descriptor

; In: HL = a descriptor. Out: DSCTMP = that of a copy in the string space. Error 14. Changes: all.
string.duplicate:
         push hl
         ld a,(hl)
         call string.make
         pop hl
         ld c,(hl)
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ld b,0
         ld a,c
         or a
         ret z
         ldir
         ret

; In: HL = a descriptor. Out: CY: it is one of TEMPST. Changes: AF, BC.
string.temporary:
         push hl
         ld bc,65536 - TEMPST
         add hl,bc
         ld a,h
         or a
         ld a,l
         pop hl
         ret nz
         cp 30
         ret

; SWAP: the second variable must be there.
do.swap: call PTRGET
         push de
         ld a,(VALTYP)
         push af
         rst 8
         db ","
         push hl
         call name.letter
         call name.read
         pop hl
         pop bc               ; B = type of the first
         ld a,(VALTYP)
         cp b
         jp nz,error.type
         call variable.there
         pop hl
         ld a,(VALTYP)
         ld b,a
swap.byte:
         ld c,(hl)
         ld a,(de)
         ld (hl),a
         ld a,c
         ld (de),a
         inc hl
         inc de
         djnz swap.byte
         ld hl,(TEMP2)
         ret

; In: HL at a name. Out: as PTRGET, but error 5 for a simple variable that is not there; TEMP2 = HL.
variable.there:
         ld a,(hl)
         call name.letter
         call name.read
         jp z,array.element
         ld (TEMP2),hl
         call variable.find
         jp nz,error.call
         ex de,hl
         ld hl,(TEMP2)
         ret

; DEFINT, DEFSNG, DEFDBL, DEFSTR.
do.defint: ld e,2
         db &01               ; skips two bytes
do.defstr: ld e,3
         db &01
do.defsng: ld e,4
         db &01
do.defdbl: ld e,8
defint.range:
         ld a,(hl)
         call name.letter
         sub "A"
         ld c,a
         ld b,a
         rst 16
         cp T.MINUS
         jr nz,defint.set
         rst 16
         call name.letter
         sub "A"
         ld b,a
         rst 16
defint.set:
         ld a,b
         ld b,0
         sub c
         jp c,error.syntax
         inc a
         push hl
         ld hl,DEFTBL
         add hl,bc
defint.letter:
         ld (hl),e
         inc hl
         dec a
         jr nz,defint.letter
         pop hl
         ld a,(hl)
         cp ","
         ret nz
         rst 16
         jr defint.range
