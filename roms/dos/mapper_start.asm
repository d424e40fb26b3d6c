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
         ld a,b
         ld (map.total),a
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
         ld a,(map.total)
         cp MAP.LEAST
         ret c
         dec a
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
