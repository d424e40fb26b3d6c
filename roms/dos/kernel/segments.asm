; Who has which segment of the memory mappers (MSX-DOS 2 Program Interface Specification, "Allocating and
; Freeing Segments"). A byte of SEG.OWNER for each: 0 free, a process, or one of the following. Each mapper of map.table
; has 256 of them.

SEG.DISK:   EQU &FD           ; of the RAM disk
SEG.FIXED:  EQU &FE           ; the system's own: never free
SEG.SYSTEM: EQU &FF           ; allocated as a system segment

; The start of the kernel. In: A = its segment, map.table. Changes: all.
prc.start:
         push af
         ld a,1
         ld (PROC.ID),a
         ld hl,SEG.OWNER
         ld b,4
start.tpa:
         ld (hl),SEG.FIXED
         inc hl
         djnz start.tpa
         pop af
         ld l,a
         ld h,SEG.OWNER // 256
         ld (hl),SEG.FIXED
         dec l
         ld (hl),SEG.FIXED    ; the second one is below it
         call seg.count
         call hnd.start
         jp ramd.restore
         ASSERT SEG.OWNER \ 256 == 0

; 71, 72: from the jump table of the mapper support. Out: C = 0, or 1: not done.
seg.all: cp 2
         ccf
         call nc,seg.allocate
         jr seg.answer
seg.release:
         call seg.free
seg.answer:
         ld c,0
         rl c
         ret

; ALL_SEG. In: A = 0: for the program, the lowest free one; 1: for the system, 2: for the RAM disk, the highest; B = 0: of
; the RAM's mapper, or a slot and in bits 4-6 0: the mapper there, 1: another one, 2: that one or another, 3: another one
; or that. Out: A = segment, B = slot of its mapper, 0 if it was 0; CY: none. Changes: all others.
seg.allocate:
         ld c,a
         ld a,b
         or a
         jr nz,allocate.slots
         ld hl,map.table
         call allocate.in
         ld b,0
         ret
allocate.slots:
         and &8F
         ld d,a
         ld a,b
         rrca
         rrca
         rrca
         rrca
         and 7
         cp 4
         ccf
         ret c
         ld b,a
         call allocate.where
         ret nc
         bit 1,b
         scf
         ret z
         inc b
; In: D = slot, B = bit 0: 0: the mapper there, 1: all others; C = for whom. Out: A = segment, B = slot; CY: none, BC and
; DE are kept. Changes: HL.
allocate.where:
         ld hl,map.table
where.next:
         ld a,(hl)
         sub d
         jr z,where.there
         ld a,1
where.there:
         xor b
         rrca
         jr c,where.other
         push bc
         push de
         push hl
         call allocate.in
         pop hl
         pop de
         pop bc
         jr c,where.other
         ld b,(hl)
         ret
where.other:
         call seg.next
         jr nz,where.next
         scf
         ret

; In: HL = a mapper's row in map.table, C = for whom. Out: A = segment; CY: none. Changes: all.
allocate.in:
         push hl
         inc hl
         ld e,(hl)            ; segments
         inc hl
         ld a,(hl)            ; free ones
         pop hl
         or a
         scf
         ret z
         call seg.page
         ld a,c
         or a
         jr z,allocate.low
         ld b,SEG.SYSTEM
         dec a
         jr z,allocate.high
         ld b,SEG.DISK
allocate.high:
         ld l,e
high.next:
         dec l
         ld a,(hl)
         or a
         jr nz,high.next
         jr allocate.found
allocate.low:
         ld a,(PROC.ID)
         ld b,a
         dec l
low.next:
         inc l
         ld a,(hl)
         or a
         jr nz,low.next
allocate.found:
         ld (hl),b
         ld a,l
         push af
         call seg.count
         pop af
         or a
         ret

; In: HL = a row of map.table. Out: HL = its page of SEG.OWNER. Changes: AF.
seg.page:
         ld a,l
         sub map.table \ 256
         rrca                 ; rows have 8 bytes
         rrca
         rrca
         add a,SEG.OWNER // 256
         ld h,a
         ld l,0
         ret
; The next row. In, Out: HL. Out: Z: there is none. Changes: AF.
seg.next:
         ld a,l
         add a,8
         ld l,a
         jr nc,next.row
         inc h
next.row:
         ld a,(hl)
         or a
         ret

; FRE_SEG. In: A = segment, B = 0, or the mapper's slot. Out: CY: it cannot be freed. Changes: all.
seg.free:
         ld c,a
         call seg.place
         ret c
         ld a,(hl)
         cp 1                 ; CY: free already
         ret c
         inc a                ; 0: a system segment
         cp SEG.DISK + 1
         ccf
         ret c
; In: HL = place in SEG.OWNER. Out: NC. Changes: all.
seg.give:
         ld (hl),0
         call seg.count
         or a
         ret

; In: C = segment, B = 0, or the slot of its mapper. Out: HL = place in SEG.OWNER; CY: there is none. Changes: AF, DE.
seg.place:
         ld hl,map.table
         ld a,b
         and &8F
         jr z,place.there
         ld d,a
place.next:
         ld a,(hl)
         cp d
         jr z,place.there
         call seg.next
         jr nz,place.next
         scf
         ret
place.there:
         inc hl
         ld a,(hl)
         dec hl
         dec a
         cp c
         ret c
         call seg.page
         ld l,c
         or a
         ret

; Frees the segments of processes behind one. In: A = process. Changes: all.
seg.join:
         ld c,a
         ld hl,SEG.OWNER
join.next:
         ld a,(hl)
         cp SEG.DISK
         jr nc,join.keep
         cp c
         jr z,join.keep
         jr c,join.keep
         ld (hl),0
join.keep:
         inc hl
         bit 7,h              ; they reach up to 7FFFh
         jr z,join.next

; Counts them for the table of mappers. Changes: AF, BC, DE, HL.
seg.count:
         ld hl,map.table
count.mapper:
         push hl
         inc hl
         ld b,(hl)
         dec hl
         call seg.page
         ld de,0              ; D user, E system
         ld c,0               ; free
count.next:
         ld a,(hl)
         inc hl
         or a
         jr z,count.free
         cp SEG.DISK
         jr nc,count.system
         inc d
         djnz count.next
         jr count.end
count.system:
         inc e
         djnz count.next
         jr count.end
count.free:
         inc c
         djnz count.next
count.end:
         pop hl
         inc hl
         inc hl
         ld (hl),c
         inc hl
         ld (hl),e
         inc hl
         ld (hl),d
         dec hl
         dec hl
         dec hl
         dec hl
         call seg.next
         jr nz,count.mapper
         ret
