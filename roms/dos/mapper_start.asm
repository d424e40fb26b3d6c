; The start of the mapper support, while EBDOS.SYS starts: page 2 shows the first 64 KB's segment 1.

MAP.LEAST: EQU 7              ; segments below which level 2 does not start: 64 KB, two for the kernel, one to give
MAP.MARKS: EQU &7F00          ; 256 bytes

; Finds out how many segments the RAM has. In: interrupts off, RAM in pages 0-2. Out: map.slot, map.total,
; A = the highest segment, which is the kernel's; CY: there are too few. Changes: all but IX, IY.
map.find:
         ld hl,RAMAD0
         ld a,(hl)
         ld b,3
find.slot:
         inc hl
         cp (hl)
         scf
         ret nz
         djnz find.slot
         ld (map.slot),a
         call map.count
         ld (map.total),a
         cp MAP.LEAST
         ret c
         dec a
         ret

; Counts the segments of what page 2 shows. Out: A: 255 at most. Changes: all but IX, IY.
map.count:
         ld bc,&FF00 + MAP.PAGE2
         ld hl,&8000
         ld d,MAP.MARKS // 256
find.mark:
         out (c),b
         ld e,b
         ld a,(hl)
         ld (de),a
         ld (hl),b
         ld a,b
         dec b
         or a
         jr nz,find.mark
         inc b                ; 0: numbers that stand for the same segment have left the lowest there
find.count:
         out (c),b
         ld a,(hl)
         cp b
         jr nz,find.counted
         inc b
         jr nz,find.count
         dec b
find.counted:
         push bc
         ld b,0
find.restore:
         out (c),b
         ld e,b
         ld a,(de)
         ld (hl),a
         inc b
         jr nz,find.restore
         ld a,(map.page + 2)
         out (c),a
         pop af
         ret

; Finds the mappers in other slots. In: interrupts off, RAM in page 2. Out: map.table. Changes: all but IX, IY.
map.others:
         ld de,map.table + 8
         xor a
others.slot:                  ; A = primary slot, in bits 2 and 3 the secondary one
         ld c,a
         and 3
         ld l,a
         ld h,0
         push bc
         ld bc,EXPTBL
         add hl,bc
         pop bc
         ld a,(hl)
         and &80
         or c
         ld hl,map.slot
         cp (hl)
         push af
         call nz,others.look
         pop af
         bit 7,a
         jr z,others.primary
         add a,4
         bit 4,a
         jr z,others.slot
others.primary:
         and 3
         inc a
         cp 4
         jr c,others.slot
         ld a,(RAMAD0 + 2)
         ld h,&80
         jp ENASLT
; In: A = slot, DE = row of map.table. Out: DE = the next one if there is a mapper. Changes: AF, BC, HL.
others.look:
         ld hl,map.table + 8 * MAP.MOST
         or a
         sbc hl,de
         ret z
         push de
         push af
         ld h,&80
         call ENASLT
         ld hl,&8000
         ld a,(hl)
         cpl
         ld (hl),a
         cp (hl)
         cpl
         ld (hl),a
         ld a,0
         call z,map.count
         pop bc               ; B = slot
         pop hl
         ld d,h
         ld e,l
         cp 2
         ret c
         ld (hl),b
         inc hl
         ld (hl),a
         ld hl,8
         add hl,de
         ex de,hl
         ret

; EXTBIO leads to the mapper support, or no longer. Changes: AF, BC, DE, HL.
map.hook:
         ld hl,HOKVLD
         bit 0,(hl)
         set 0,(hl)
         ld hl,EXTBIO
         jr z,hook.set
         ld de,map.next
         ld bc,5
         ldir
         ld hl,EXTBIO
hook.set:
         ld (hl),&C3
         ld de,map.extended
         inc hl
         ld (hl),e
         inc hl
         ld (hl),d
         ret
