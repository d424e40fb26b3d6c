; Garbage collection of the string space. Pointers to the descriptors in use are gathered in the memory
; between variables and stack, sorted (sort.asm), and the strings moved up from the highest on: one pass over
; the variables, a sort, one move. Only when the pointers do not fit there, they are a heap of the highest
; strings: these are moved first and the rest in further passes.

collect.base: EQU SWPTMP      ; the heap, the lowest string first
collect.end: EQU SWPTMP + 2   ; behind its last pointer
collect.top: EQU SWPTMP + 4   ; behind the last that fits
collect.limit: EQU SWPTMP + 6 ; strings from here on are done
collect.table: EQU collect.limit ; in the sort: which byte of a descriptor, high byte of the table's address

; Makes FRETOP as high as it can be. Changes: all but IX, IY.
string.collect:
         push ix
         call collect.room
         ld hl,(MEMSIZ)
         ld (FRETOP),hl
         inc hl
collect.pass:
         ld (collect.limit),hl
         ld hl,(collect.base)
         ld (collect.end),hl
         call collect.all
         call collect.stop
         ld hl,(collect.end)
         ld de,(collect.base)
         rst 32
         jr z,collect.done
         call collect.radix
         push hl
         jr c,collect.sorted
         call collect.full
         call nz,collect.heap
         call collect.sort
         pop hl
         ld (collect.end),hl
         call collect.move
         push de
         call collect.full
         pop hl
         jr z,collect.pass
collect.done:
         pop ix
         ret
collect.sorted:
         pop hl
         call collect.move
         jr collect.done

; The heap's place: behind the variables, or a screen line's buffer. Changes: AF, DE, HL.
collect.room:
         ld hl,-100           ; for interrupts
         add hl,sp
         res 0,l
         ex de,hl
         ld hl,(STREND)
         inc hl
         res 0,l
         push hl
         ld bc,40
         add hl,bc
         rst 32
         pop hl
         jr c,collect.room.fits
         ld hl,LINWRK
         ld de,LINWRK + 40
collect.room.fits:
         ld (collect.base),hl
         ld (collect.top),de
         ret

; Out: Z when the heap is full. Changes: AF, BC, HL.
collect.full:
         ld hl,(collect.end)
         ld bc,(collect.top)
         or a
         sbc hl,bc
         ret

; Sees every descriptor there is. Changes: all.
collect.all:
         ld hl,TEMPST
collect.all.temporary:
         ld de,(TEMPPT)
         rst 32
         jr z,collect.all.variables
         call collect.see
         inc hl
         inc hl
         inc hl
         jr collect.all.temporary
collect.all.variables:
         ld hl,(VARTAB)
         ld de,(ARYTAB)
         call collect.variables
         ld hl,PARM1
         ld de,(PRMLEN)
         call collect.parameters
         ld hl,PARM2
         ld de,(PRMLN2)
         call collect.parameters
         ld hl,(PRMSTK)
collect.all.saved:            ; parameters of the functions that called this one, on the stack
         ld a,h
         or l
         jr z,collect.all.arrays
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         push de
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         call collect.parameters
         pop hl
         jr collect.all.saved
collect.all.arrays:
         ld hl,(ARYTAB)
collect.all.array:
         ld de,(STREND)
         rst 32
         ret nc
         ld a,(hl)
         inc hl
         inc hl
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ex de,hl
         add hl,de            ; behind the array
         cp 3
         jr nz,collect.all.array
         push hl
         ex de,hl
         ld c,(hl)
         ld b,0
         inc hl
         add hl,bc
         add hl,bc
collect.all.element:
         pop de
         push de
         rst 32
         jr nc,collect.all.next
         call collect.see
         inc hl
         inc hl
         inc hl
         jr collect.all.element
collect.all.next:
         pop hl
         jr collect.all.array

; In: HL = first entry, DE = length of all. Changes: all.
collect.parameters:
         ex de,hl
         add hl,de
         ex de,hl
; In: HL = first entry (type, name, value), DE = behind the last. Changes: all.
collect.variables:
         rst 32
         ret nc
         push de
         ld a,(hl)
         inc hl
         inc hl
         inc hl
         push af
         cp 3
         call z,collect.see
         pop af
         ld e,a
         ld d,0
         add hl,de
         pop de
         jr collect.variables

; Puts a descriptor on the heap if its string is to be moved. In: HL. Changes: AF, BC, DE, IX.
collect.see:
         ld a,(hl)
         or a
         ret z
         push hl
         push hl
         pop ix
         ld e,(ix + 1)
         ld d,(ix + 2)
         ld hl,(STKTOP)
         rst 32
         jr nc,collect.see.end
         ld hl,(collect.limit)
         rst 32
         jr c,collect.see.end
         jr z,collect.see.end
         call collect.full
         jr z,collect.see.full
         ld hl,(collect.end)
         pop de
         ld (hl),e
         inc hl
         ld (hl),d
         inc hl
         ld (collect.end),hl
         push de
         call collect.full
         call z,collect.heap
         pop hl
         ret
collect.see.full:
         ld hl,(collect.base)
         call collect.key
         ld a,c
         sub e
         ld a,b
         sbc a,d
         call c,collect.sift  ; it is above the heap's lowest
collect.see.end:
         pop hl
         ret

; Moves the strings up. Out: DE = where the lowest was. Changes: all.
collect.move:
         ld hl,(collect.base)
collect.move.next:
         push hl
         call collect.load
         ld e,(ix + 1)
         ld d,(ix + 2)
         push de
         ld c,(ix)
         ld b,0
         ld hl,(FRETOP)
         push hl
         or a
         sbc hl,bc
         ld (FRETOP),hl
         inc hl
         ld (ix + 1),l
         ld (ix + 2),h
         pop hl
         ex de,hl
         add hl,bc
         dec hl
         rst 32
         jr z,collect.move.stays
         lddr
collect.move.stays:
         pop de
         pop hl
         inc hl
         inc hl
         ld bc,(collect.end)
         ld a,l
         cp c
         jr nz,collect.move.next
         ld a,h
         cp b
         jr nz,collect.move.next
         ret
