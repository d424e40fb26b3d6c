; Arrays. A record: type, two characters, length of the rest, number of dimensions, size of each (last
; first), values (first subscript fastest). Source: MSX2 Technical Handbook, chapter 2, section 2.

; An element; an array that is not there gets 11 in each dimension.
; In: HL at the bracket, B, C = name, VALTYP. Out: DE = address of the element, VALTYP; HL behind, at no
; space. Changes: all. With DIMFLG 1 (array.go) the subscripts are the largest and the array is made.
array.element:
         xor a
         ld (DIMFLG),a
array.go:
         ld a,(DIMFLG)
         rrca
         ld e,a
         ld a,(VALTYP)
         or e
         ld e,a               ; E = type, bit 7: DIM; D = number of subscripts
         ld d,0
array.subscript:
         push bc
         push de
         inc hl
         call FRMEVL
         call value.word
         bit 7,d
         jp nz,error.call
         pop bc
         ex de,hl
         ex (sp),hl           ; the subscript stays
         inc b
         push bc
         ld b,h
         ld c,l
         ex de,hl
         pop de
         ld a,(hl)
         cp ","
         jr z,array.subscript
         cp ")"
         jr z,array.subscripts
         cp "]"
         jp nz,error.syntax
array.subscripts:
         inc hl
         ld a,(hl)
         cp 32
         jr z,array.subscripts
         ld (TEMP2),hl
         ld (eval.type),de    ; and eval.op = D
         ld a,e
         and 127
         ld (VALTYP),a
         call array.find
         jp nz,array.make
         ld a,(eval.type)
         rla
         jp c,error.array
         inc hl
         inc hl
         ld a,(eval.op)
         cp (hl)
         jp nz,error.subscript
         inc hl
array.address:                ; HL = sizes, subscripts on the stack, last on top
         ld de,0
array.dimension:
         ld c,(hl)
         inc hl
         ld b,(hl)
         inc hl
         ex (sp),hl
         or a
         sbc hl,bc
         jp nc,error.subscript
         add hl,bc
         ld a,d
         or e
         jr z,array.first
         push hl
         call integer.product
         pop de
         add hl,de
array.first:
         ex de,hl
         pop hl
         ld a,(eval.op)
         dec a
         ld (eval.op),a
         jr nz,array.dimension
         ld b,h
         ld c,l
         ex de,hl
         ld d,h
         ld e,l
         add hl,hl
         ld a,(VALTYP)
         cp 3
         jr c,array.scaled
         jr z,array.strings
         add hl,hl
         cp 4
         jr z,array.scaled
         add hl,hl
         jr array.scaled
array.strings:
         add hl,de
array.scaled:
         add hl,bc
         ex de,hl
         ld hl,(TEMP2)
         ret

; In: B, C = name, VALTYP. Out: Z: HL = the length in its record; NZ: none, HL = STREND. Changes: AF, DE.
array.find:
         ld hl,(ARYTAB)
array.try:
         ld de,(STREND)
         ld a,l
         cp e
         jr nz,array.compare
         ld a,h
         cp d
         jr nz,array.compare
         or 1
         ret
array.compare:
         ld a,(VALTYP)
         cp (hl)
         inc hl
         jr nz,array.other
         ld a,(hl)
         cp b
         jr nz,array.other
         inc hl
         ld a,(hl)
         cp c
         inc hl
         ret z
         jr array.next
array.other:
         inc hl
         inc hl
array.next:
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         add hl,de
         jr array.try

; A new array at HL = STREND.
array.make:
         ld ix,0
         add ix,sp            ; the subscripts
         push hl
         ld a,(eval.op)
         ld e,a
         ld d,0
         add hl,de
         add hl,de
         ld de,6
         add hl,de
         call memory.room
         pop hl
         push hl
         ld a,(VALTYP)
         ld e,a
         ld (hl),a
         inc hl
         ld (hl),b
         inc hl
         ld (hl),c
         inc hl
         inc hl
         inc hl
         ld a,(eval.op)
         ld (hl),a
         inc hl
array.make.size:
         push af
         ld a,(eval.type)
         rla
         ld bc,11
         jr nc,array.make.put
         ld c,(ix + 0)
         ld b,(ix + 1)
         inc bc
array.make.put:
         inc ix
         inc ix
         ld (hl),c
         inc hl
         ld (hl),b
         inc hl
         push hl
         call integer.product
         ld a,d
         or e
         jp nz,error.subscript
         ex de,hl
         pop hl
         pop af
         dec a
         jr nz,array.make.size
         ld b,d
         ld c,e
         push hl
         add hl,bc
         jp c,error.memory
         call memory.room
         ld (STREND),hl
         pop de
         ex de,hl             ; HL = values, DE = end
         call memory.clear
         pop hl
         inc hl
         inc hl
         inc hl
         push hl
         inc hl
         inc hl
         ex de,hl
         or a
         sbc hl,de
         ld b,h
         ld c,l
         pop hl
         ld (hl),c
         inc hl
         ld (hl),b
         inc hl
         inc hl
         ld a,(eval.type)
         rla
         jp nc,array.address
         ld sp,ix
         ld hl,(TEMP2)
         ret

; BC bytes from HL become 0. In: BC not 0. Changes: AF, BC, HL.
memory.clear:
         push de
         ld d,h
         ld e,l
         ld (hl),0
         inc de
         dec bc
         ld a,b
         or c
         jr z,memory.cleared
         ldir
memory.cleared:
         pop de
         ret

; Error 7 when HL is too near to the stack. Changes: AF.
memory.room:
         push hl
         push de
         ld de,STACK.LEAST
         add hl,de
         jp c,error.memory
         or a
         sbc hl,sp
         jp nc,error.memory
         pop de
         pop hl
         ret

; DIM.
do.dim:  ld a,1
         ld (DIMFLG),a
         ld a,(hl)
         call ptrget.dim
         ld a,(hl)
         cp ","
         ret nz
         rst 16
         jr do.dim

; ERASE.
do.erase:
         call array.whole
         push hl
         ex de,hl             ; HL = values
         add hl,bc
         ex de,hl             ; DE = end
         ld hl,(STREND)
         or a
         sbc hl,de
         ld b,h
         ld c,l
         ld hl,(eval.type)    ; the record
         ex de,hl
         jr z,erase.last
         ldir
erase.last:
         ld (STREND),de
         pop hl
         ld a,(hl)
         cp ","
         ret nz
         rst 16
         jr do.erase

; An array by its name alone. In: HL at the name. Out: DE = first value, BC = bytes of values, VALTYP,
; eval.type (a word) = the record; HL behind, at no space; error 5 if there is none. Changes: all.
array.whole:
         ld a,(hl)
         call name.letter
         call name.read
         push hl
         call array.find
         jp nz,error.call
         push hl
         dec hl
         dec hl
         dec hl
         ld (eval.type),hl
         pop hl
         ld c,(hl)
         inc hl
         ld b,(hl)
         inc hl
         ld e,(hl)            ; dimensions
         ld d,0
         ex de,hl
         add hl,hl
         inc hl
         push hl
         add hl,de
         ex de,hl             ; DE = values
         pop hl
         ld a,c
         sub l
         ld c,a
         ld a,b
         sbc a,h
         ld b,a
         pop hl
         ret
