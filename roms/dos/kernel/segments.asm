; Who has which segment of the memory mapper (MSX-DOS 2 Program Interface Specification, "Allocating and
; Freeing Segments"). A byte of SEG.OWNER for each: 0 free, a process, or one of the following.

SEG.FIXED:  EQU &FE           ; the system's own: never free
SEG.SYSTEM: EQU &FF           ; allocated as a system segment

; The start of the kernel. In: A = its segment, map.total. Changes: all.
prc.start:
         push af
         ld a,1
         ld (PROC.ID),a
         ld hl,SEG.OWNER
         ld de,SEG.OWNER + 1
         ld bc,255
         ld (hl),0
         ldir
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
         jp hnd.start
         ASSERT SEG.OWNER \ 256 == 0

; 71, 72: from the jump table of the mapper support. Out: C = 0, or 1: not done.
seg.all: call seg.allocate
         jr seg.answer
seg.release:
         call seg.free
seg.answer:
         ld c,0
         rl c
         ret

; ALL_SEG. In: A = 0: for the program, the lowest free one; 1: for the system, the highest; B = 0, or a
; slot and in bits 4-6 how it is meant. Out: A = segment, B = 0, or the mapper's slot; CY: none.
; Changes: all others.
seg.allocate:
         cp 2
         ccf
         ret c
         ld c,a
         ld a,b
         or a
         jr z,allocate.ours
         call seg.ours
         jr nz,allocate.other
         bit 4,b              ; 000, 010, 011: this one will do
         jr z,allocate.slot
         bit 5,b
         jr nz,allocate.slot
allocate.none:
         scf
         ret
allocate.other:
         ld a,b
         and &70
         jr z,allocate.none   ; that slot only
allocate.slot:
         bit 6,b
         jr nz,allocate.none
         ld a,(map.slot)
         ld b,a
allocate.ours:
         ld hl,SEG.OWNER
         ld de,1
         ld a,(PROC.ID)
         dec c
         jr nz,allocate.look
         ld a,(map.total)
         dec a
         ld l,a
         ld de,-1
         ld a,SEG.SYSTEM
allocate.look:
         ld c,a
         ld a,(map.free)
         or a
         jr z,allocate.none
allocate.next:
         ld a,(hl)
         or a
         jr z,allocate.found
         add hl,de
         jr allocate.next
allocate.found:
         ld (hl),c
         ld a,l
         push af
         push bc
         call seg.count
         pop bc
         pop af
         or a
         ret

; FRE_SEG. In: A = segment, B = 0, or the mapper's slot. Out: CY: it cannot be freed. Changes: all.
seg.free:
         ld c,a
         ld a,b
         or a
         call nz,seg.ours
         scf
         ret nz
         ld a,(map.total)
         dec a
         cp c
         ret c
         ld l,c
         ld h,SEG.OWNER // 256
         ld a,(hl)
         cp 1                 ; CY: free already
         ret c
         cp SEG.FIXED
         scf
         ret z
         ld (hl),0
         call seg.count
         or a
         ret

; In: B = slot and bits 4-6. Out: Z: it is the mapper's. Changes: AF.
seg.ours:
         ld a,b
         and &8F
         ret z
         push hl
         ld hl,map.slot
         cp (hl)
         pop hl
         ret

; Frees the segments of processes behind one. In: A = process. Changes: all.
seg.join:
         ld c,a
         ld hl,SEG.OWNER
join.next:
         ld a,(hl)
         cp SEG.FIXED
         jr nc,join.keep
         cp c
         jr z,join.keep
         jr c,join.keep
         ld (hl),0
join.keep:
         inc l
         jr nz,join.next

; Counts them for the mapper's table. Changes: AF, BC, DE, HL.
seg.count:
         ld de,0              ; D user, E system
         ld c,0               ; free
         ld hl,SEG.OWNER
         ld a,(map.total)
         ld b,a
count.next:
         ld a,(hl)
         inc hl
         or a
         jr z,count.free
         cp SEG.FIXED
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
         ld hl,map.free
         ld (hl),c
         inc hl
         ld (hl),e
         inc hl
         ld (hl),d
         ret
