; Memory mapper support, in page 3 while level 2 runs: the table of variables, the jump table and what
; it leads to (MSX-DOS 2 Program Interface Specification, chapter 5). Who has which segment stands in
; the kernel's segment (kernel/segments.asm). The first mapper is that of the RAM in page 3.

MAP.MOST: EQU 4
map.table:
map.slot: db 0                ; slot of the mapper
map.total: db 0               ; segments, 255 at most
map.free: db 0                ; of them: free
map.system: db 0              ; of the system
map.user: db 0                ; of programs
         db 0,0,0
         ds 8 * (MAP.MOST - 1) ; the same of further mappers
         db 0                 ; a slot 0: there are no more
map.page: db 3,2,1,0          ; segments that pages 0-3 show

map.jumps:
         jp map.allocate      ; +00 ALL_SEG
         jp map.release       ; +03 FRE_SEG
         jp map.read          ; +06 RD_SEG
         jp map.write         ; +09 WR_SEG
         jp map.call          ; +0C CAL_SEG
         jp map.inline        ; +0F CALLS
         jp map.putof         ; +12 PUT_PH
         jp map.getof         ; +15 GET_PH
         jp map.put0          ; +18 PUT_P0
         jp map.get0          ; +1B GET_P0
         jp map.put1          ; +1E PUT_P1
         jp map.get1          ; +21 GET_P1
         jp map.put2          ; +24 PUT_P2
         jp map.get2          ; +27 GET_P2
         jp map.put3          ; +2A PUT_P3
         jp map.get3          ; +2D GET_P3

; In: A = segment. Changes: nothing.
map.put0:
         ld (map.page),a
         out (MAP.PAGE0),a
         ret
map.put1:
         ld (map.page + 1),a
         out (MAP.PAGE1),a
         ret
map.put2:
         ld (map.page + 2),a
         out (MAP.PAGE2),a
         ret
; Out: A = segment. Changes: nothing else.
map.get0:
         ld a,(map.page)
         ret
map.get1:
         ld a,(map.page + 1)
         ret
map.get2:
         ld a,(map.page + 2)
         ret
map.get3:
         ld a,(map.page + 3)
map.put3:
         ret

; In: A = segment, H = high byte of an address in the page; page 3 stays. Changes: nothing.
map.putof:
         push af
         bit 7,h
         jr nz,putof.high
         bit 6,h
         jr nz,putof.one
         pop af
         jr map.put0
putof.one:
         pop af
         jr map.put1
putof.high:
         bit 6,h
         jr nz,putof.none
         pop af
         jr map.put2
putof.none:
         pop af
         ret
; In: H as above. Out: A = segment. Changes: F.
map.getof:
         push hl
         ld a,h
         rlca
         rlca
         and 3
         add a,map.page \ 256
         ld l,a
         adc a,map.page // 256
         sub l
         ld h,a
         ld a,(hl)
         pop hl
         ret

; In: A = segment, HL = address in it; the mapper is in page 2, the stack is not. Out: A = the byte;
; interrupts off. Changes: nothing else.
map.read:
         di
         push hl
         set 7,h
         res 6,h
         out (MAP.PAGE2),a
         ld h,(hl)
         ld a,(map.page + 2)
         out (MAP.PAGE2),a
         ld a,h
         pop hl
         ret
; The same to write E there. Changes: A.
map.write:
         di
         push hl
         set 7,h
         res 6,h
         out (MAP.PAGE2),a
         ld (hl),e
         ld a,(map.page + 2)
         out (MAP.PAGE2),a
         pop hl
         ret

; In: the segment and the address behind the call, AF BC DE HL for the routine.
; Out: what the routine gives. Changes: IX, IY, alternate registers.
map.inline:
         exx
         ex af,af'
         pop hl
         ld a,(hl)
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         push hl
         push de
         pop ix
         jr call.to
; The same with the segment in IYh, the address in IX.
map.call:
         exx
         ex af,af'
         push iy
         pop af
call.to: push ix
         pop hl
         ld c,a
         call map.getof
         push af
         push hl
         ld a,c
         call map.putof
         ex af,af'
         exx
         call call.ix
         exx
         ex af,af'
         pop hl
         pop af
         call map.putof
         ex af,af'
         exx
         ret
call.ix: jp (ix)

; ALL_SEG, FRE_SEG: functions of the kernel (kernel/segments.asm). All registers but AF and BC are kept.
map.release:
         ld c,L2.RELEASE
         jr map.kernel
map.allocate:
         ld c,L2.ALLOCATE
map.kernel:
         push hl
         push de
         call l2.inner
         srl c                ; CY: not done
         pop de
         pop hl
         ret
l2.inner:
         push af
         jp l2.ours
L2.START:    EQU &F0          ; functions that are not the programs'
L2.ALLOCATE: EQU &F1
L2.RELEASE:  EQU &F2

map.next: db &C9,&C9,&C9,&C9,&C9 ; what EXTBIO was: the disk ROM takes it from before map.extended
; EXTBIO. In: D = device 4, E = 1: Out: A = slot of the mapper, HL = its table; E = 2: Out: A =
; segments, B = slot, C = free ones, HL = jump table. Anything else is left to the hook's next one.
map.extended:
         push af
         ld a,d
         cp 4
         jr nz,extended.next
         ld a,e
         dec a
         jr z,extended.table
         dec a
         jr nz,extended.next
         pop af
         ld bc,(map.slot - 1)
         ld a,(map.free)
         ld c,a
         ld a,(map.total)
         ld hl,map.jumps
         ret
extended.table:
         pop af
         ld a,(map.slot)
         ld hl,map.table
         ret
extended.next:
         pop af
         jr map.next
