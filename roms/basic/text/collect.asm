; Garbage collection of the string space. Pointers to the descriptors in use are gathered in the memory
; between variables and stack, sorted by where their strings lie, and the strings moved up from the highest on:
; one pass over the variables, a sort, one move. Many pointers with memory to spare are sorted by the bytes of
; the addresses, in time linear in their number; else they are a heap. Only when they do not fit there, the
; highest are done first and the rest in further passes.

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

; Makes a heap of the pointers. Changes: all.
collect.heap:
         ld hl,(collect.end)
collect.heap.next:
         ld de,(collect.base)
         rst 32
         ret z
         dec hl
         dec hl
         push hl
         call collect.load
         call collect.sift
         pop hl
         jr collect.heap.next

; Sorts the heap, the highest string first. Changes: all.
collect.sort:
         ld hl,(collect.end)
         dec hl
         dec hl
         ld (collect.end),hl
         ld de,(collect.base)
         rst 32
         ret z
         call collect.load
         ex de,hl
         ld hl,(collect.base)
         push hl
         ldi
         ldi
         pop hl
         call collect.sift
         jr collect.sort

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

; Sorts the pointers by the low bytes and then by the high bytes of the addresses, the highest first; when they
; are many and three times their memory and 512 bytes for a table are there. In: HL = collect.end,
; DE = collect.base. Out: HL; CY: sorted. Changes: AF, BC, DE.
collect.radix:
         push hl
         or a
         sbc hl,de
         ld b,h
         ld c,l               ; BC = length of the pointers
         ld a,l
         and %11000000
         or h
         jr z,collect.radix.end
         add hl,hl
         add hl,de
         ld de,767
         add hl,de
         jr c,collect.radix.no
         ld de,(collect.top)
         rst 32
         jr nc,collect.radix.end
         dec h
         dec h
         ld l,1
         ld (collect.table),hl
         ld hl,(collect.base)
         ld d,h
         ld e,l
         ex de,hl
         add hl,bc
         ex de,hl             ; HL = the pointers, DE = behind them
         srl b
         rr c
         push hl
         push de
         push bc
         call collect.radix.pass
         ld hl,collect.table
         inc (hl)
         pop bc
         pop hl
         pop de
         call collect.radix.pass
         scf
         db 62                ; skips the next byte
collect.radix.no:
         or a
collect.radix.end:
         pop hl
         ret

; In: HL = source, DE = destination, BC = number of pointers; collect.table. Changes: all.
collect.radix.pass:
         push bc
         push hl
         push bc
         push de
         push hl
         ld a,(collect.table + 1)
         ld h,a
         ld d,a
         xor a
         ld l,a
         ld (hl),a
         ld e,1
         ld bc,511
         ldir
         pop hl
         pop de
         pop bc
         push de
collect.radix.count:
         push hl
         call collect.bucket
         inc (hl)
         jr nz,collect.radix.counted
         inc h
         inc (hl)
collect.radix.counted:
         pop hl
         call collect.radix.step
         jr nz,collect.radix.count
         pop de
         ld hl,(collect.table)
         ld l,255
collect.radix.place:          ; counts become places in the destination
         ld c,(hl)
         ld (hl),e
         inc h
         ld b,(hl)
         ld (hl),d
         dec h
         ex de,hl
         add hl,bc
         add hl,bc
         ex de,hl
         ld a,l
         dec l
         or a
         jr nz,collect.radix.place
         pop hl
         pop bc
collect.radix.deal:
         push hl
         call collect.bucket
         push bc
         ld c,(hl)
         inc h
         ld b,(hl)
         ld a,e
         ld (bc),a
         inc bc
         ld a,d
         ld (bc),a
         inc bc
         ld (hl),b
         dec h
         ld (hl),c
         pop bc
         pop hl
         call collect.radix.step
         jr nz,collect.radix.deal
         ret
; The next pointer. In: HL, BC. Out: HL, BC, Z: none left. Changes: A.
collect.radix.step:
         inc hl
         inc hl
         dec bc
         ld a,b
         or c
         ret
; In: HL = place of a pointer. Out: DE = pointer; HL = entry of the table. Changes: A.
collect.bucket:
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld hl,(collect.table)
         ld a,h
         ld h,0
         add hl,de
         ld l,(hl)
         ld h,a
         ret

; In: HL = place in the heap. Out: IX = pointer there. Changes: BC.
collect.load:
         ld c,(hl)
         inc hl
         ld b,(hl)
         dec hl
         push bc
         pop ix
         ret
; In: HL = place in the heap. Out: BC = where the string lies. Changes: A.
collect.key:
         push hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         inc hl
         ld c,(hl)
         inc hl
         ld b,(hl)
         pop hl
         ret

; Puts a pointer into the heap or deeper. In: HL = place, IX = pointer. Changes: AF, BC, DE, HL.
collect.sift:
         push hl
         add hl,hl            ; place * 2 - base + 2
         ld de,(collect.base)
         or a
         sbc hl,de
         jr nc,collect.sift.here
         inc hl
         inc hl
         ld de,(collect.end)
         rst 32
         jr nc,collect.sift.here
         call collect.key
         inc hl
         inc hl
         rst 32
         jr nc,collect.sift.first
         push bc
         call collect.key
         pop de
         ld a,c
         sub e
         ld a,b
         sbc a,d
         jr c,collect.sift.child
         ld b,d
         ld c,e
collect.sift.first:
         dec hl
         dec hl
collect.sift.child:
         ld a,c
         sub (ix + 1)
         ld a,b
         sbc a,(ix + 2)
         jr nc,collect.sift.here
         pop de
         push hl
         ldi
         ldi
         pop hl
         jr collect.sift
collect.sift.here:
         pop hl
         push ix
         pop de
         ld (hl),e
         inc hl
         ld (hl),d
         ret
