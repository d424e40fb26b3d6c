; Sorting the collector's pointers by where their strings lie, the highest first: as a heap, or, when they are
; many and there is memory, by the bytes of the addresses, in time linear in their number.

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

; STOP and CTRL+STOP between two steps. After a break no string space is free until the next collection.
; Changes: AF, HL.
collect.stop:
         ld a,(INTFLG)
         or a
         ret z
         ld hl,(FRETOP)
         push hl
         ld hl,(STKTOP)
         ld (FRETOP),hl
         call ISCNTC
         pop hl
         ld (FRETOP),hl
         ret

; Makes a heap of the pointers. Changes: all.
collect.heap:
         ld hl,(collect.end)
collect.heap.next:
         push hl
         call collect.stop
         pop hl
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
         call collect.stop
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
