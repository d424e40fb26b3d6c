; The handles of processes (MSX-DOS 2 Function Specifications, 60 and 61).

; The standard handles of the first process. Changes: all but IX.
hnd.start:
         ld hl,start.handles
start.next:
         ld a,(hl)
         inc hl
         or a
         ret z
         ld (open.mode),a
         ld a,(hl)
         inc hl
         push hl
         call open.device
         pop hl
         jr start.next
start.handles:
         db %101,DEV.CON, %110,DEV.CON, %100,DEV.CON, %100,DEV.AUX, %110,DEV.PRN, 0

; The handles that the next process gets: those for children, with the openings of this one. In: PROC.ID = this one.
; Out: NZ, A = error. Changes: all.
hnd.fork:
         ld a,(PROC.ID)
         cp HND.PROCESSES
         ccf
         ld a,ERR.NORAM
         jr c,fork.error
         call hnd.table
         ld b,HND.MOST
fork.next:
         push hl
         ld a,(hl)
         ld c,a
         call opn.number
         pop hl
         jr c,fork.none
         bit 2,(iy + OPN.MODE)
         jr z,fork.none
         inc (iy + OPN.REFS)
         jr fork.put
fork.none:
         ld c,0
fork.put:
         push hl
         ld de,HND.MOST
         add hl,de
         ld (hl),c
         pop hl
         inc hl
         djnz fork.next
         xor a
         ret
fork.error:
         or a
         ret

; Closes the handles of all processes behind PROC.ID; with B = 0 those of the first one, too, which gets the standard
; ones again. In: B. Changes: all.
hnd.join:
         push bc
         ld a,(PROC.ID)
         inc a
         inc b
         dec b
         jr nz,join.process
         dec a
join.process:
         cp HND.PROCESSES + 1
         jr nc,join.end
         push af
         call join.close
         pop af
         inc a
         jr join.process
join.end:
         pop bc
         inc b
         dec b
         call z,hnd.start
         jp hnd.changed
; Closes all handles of process A. Changes: all.
join.close:
         call hnd.tableof
         ld b,HND.MOST
join.handle:
         ld a,(hl)
         ld (hl),0
         push bc
         push hl
         call opn.number
         call nc,join.give
         pop hl
         pop bc
         inc hl
         djnz join.handle
         ret
join.give:
         call opn.give
         ld a,h
         or l
         call nz,fil.ensure
         ret
