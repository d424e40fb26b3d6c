; File handles (MSX-DOS 2 Function Specifications, 43 to 47, 4A, 4C). A handle is a byte in its process's table.

HND.MOST: EQU 64
HND.PROCESSES: EQU 8

; Out: HL = table of the process in hand. Changes: AF, DE.
hnd.table:
         ld a,(PROC.ID)
; The same of process A, 1 to HND.PROCESSES.
hnd.tableof:
         dec a
         ld hl,hnd.tables
         jp table.wide

; In: B = handle. Out: IY = its opening, opn.now, hnd.number. Ends the function if it is not open. Keeps B, DE, HL.
; Changes: AF.
hnd.find:
         call hnd.any
         bit 7,(iy + OPN.MODE)
         ret z
         ld a,ERR.HDEAD
         jp func.fail
; The same, of a deleted file, too.
hnd.any: ld a,b
         ld (hnd.number),a
         cp HND.MOST
         ld a,ERR.IHAND
         jp nc,func.fail
         push hl
         push de
         call hnd.table
         ld e,b
         ld d,0
         add hl,de
         ld a,(hl)
         call opn.number
         pop de
         pop hl
         ret nc
         ld a,ERR.NOPEN
         jp func.fail
; In: A = what a table has. Out: IY = opening, opn.now; CY: closed. Changes: AF, DE, HL.
opn.number:
         sub 1
         ret c
         add a,a
         add a,a              ; * 12
         ld l,a
         ld h,0
         ld e,l
         ld d,h
         add hl,hl
         add hl,de
         ld de,opn.table
         add hl,de
         ld (opn.now),hl
         ld iy,(opn.now)
         or a
         ret
         ASSERT OPN.SIZE == 12
         ASSERT OPN.COUNT <= 64

; The lowest handle that is free. Out: B = handle, HL = its place in the table. Ends the function if there is none.
; Changes: AF, DE.
hnd.free:
         call hnd.table
         ld b,0
free.handle:
         ld a,(hl)
         or a
         ret z
         inc hl
         inc b
         ld a,b
         cp HND.MOST
         jr c,free.handle
         ld a,ERR.NHAND
         jp func.fail

; A new opening of the lowest handle. In: open.mode. Out: IY = opening, all zeros but mode and count, B = handle. Ends
; the function if there is no room. Changes: all but IX.
hnd.take:
         call hnd.free
         push bc
         push hl
         call opn.free
         ld a,ERR.NORAM
         jp nz,func.fail
         ld a,OPN.COUNT + 1   ; B counted down
         sub b
         pop hl
         ld (hl),a
         push iy
         pop hl
         ld (opn.now),hl
         ld (hl),1
         inc hl
         ld a,(open.mode)
         and %00000111
         ld (hl),a
         ld b,OPN.SIZE - 2
take.zero:
         inc hl
         ld (hl),0
         djnz take.zero
         pop bc
         ret

; 43: In: A = mode, DE = string or block. Out: A = error, B = handle.
hnd.open:
         ld (open.mode),a
         call target.take
         jr c,open.device
         push hl
         ld de,ENT.ATTR
         add hl,de
         ld a,(hl)
         pop hl
         bit 3,a
         ld b,ERR.IATTR
         jr nz,open.no
         bit 4,a
         ld b,ERR.DIRX
         jr z,open.file
open.no: ld a,b
         ret
; Opens the file of an entry. In: IX = DPB, K.DIR, K.ENTRY, HL = entry in DIRBUF, open.mode. Out: A = 0, B = handle.
open.file:
         call fil.take
         ld a,ERR.NORAM
         ret nz
         push hl
         ld (chg.fil),hl
         call hnd.spare
         call hnd.take
         pop hl
         ld (iy + OPN.FIL),l
         ld (iy + OPN.FIL + 1),h
open.end:
         push bc
         call hnd.changed
         pop bc
         xor a
         ret
; In: A = device. Out: A = 0, B = handle.
open.device:
         ld c,a
         push bc
         call hnd.take
         ld a,b
         pop bc
         ld b,a
         ld (iy + OPN.DEVICE),c
         inc c
         ld (iy + OPN.STATE),%00100000
         jr nz,open.end
         ld (iy + OPN.STATE),%00100011
         jr open.end
; Is there a handle and an opening? If not the file's record is given back and the function ends. In: chg.fil.
; Changes: AF, BC, DE, HL, IY.
hnd.spare:
         call hnd.table
         ld bc,HND.MOST
         xor a
         cpir
         ld a,ERR.NHAND
         jr nz,spare.none
         call opn.free
         ret z
         ld a,ERR.NORAM
spare.none:
         ld hl,(chg.fil)
         dec (hl)
         jp func.fail

; 44: In: A = mode, B = attributes, DE = string. Out: A = error, B = handle.
hnd.create:
         ld (open.mode),a
         ld a,b
         ld (new.attr),a
         and AT.VOLUME
         ld a,ERR.IATTR
         ret nz
         call path.take
         ld a,ERR.IPATH
         ret z
         call path.last.item
         jp z,open.device
         call path.single
         ld a,(path.item)
         bit 6,a
         ld a,ERR.DIRX
         ret nz
         call path.walk
         call entry.new
         or a
         ret nz
         ld a,(new.attr)
         and AT.DIR
         ld b,255
         jp z,open.file
         xor a
         ret

; 45: In: B = handle. Out: A = error.
hnd.close:
         call hnd.any
         call hnd.give
         push hl
         call hnd.changed
         pop hl
         ld a,h
         or l
         ret z
; What was written reaches the directory. In: HL = record of the file. Out: A = 0.
close.ensure:
         call fil.ensure
         xor a
         ret

; Takes handle hnd.number out of its table, and one reference from its opening IY. Out: HL = record of the file, its
; reference counted down if the opening is over; 0: no file. Changes: AF, DE.
hnd.give:
         call hnd.table
         ld a,(hnd.number)
         ld e,a
         ld d,0
         add hl,de
         ld (hl),0
opn.give:
         ld hl,0
         ld a,(iy + OPN.DEVICE)
         or a
         jr nz,give.device
         bit 7,(iy + OPN.MODE)
         jr nz,give.device
         call fil.record
         dec (iy + OPN.REFS)
         ret nz
         dec (hl)
         ret
give.device:
         dec (iy + OPN.REFS)
         ret

; 46: In: B = handle. Out: A = error.
hnd.ensure:
         call hnd.find
         ld a,(iy + OPN.DEVICE)
         or a
         ld a,0
         ret nz
         call fil.record
         jr close.ensure

; 47: In: B = handle. Out: A = error, B = new handle.
hnd.dup: call hnd.find
         push bc
         call hnd.free
         pop de
         push hl
         push bc
         ld b,d
         call hnd.any
         call hnd.table
         ld e,b
         ld d,0
         add hl,de
         ld a,(hl)
         pop bc
         pop hl
         ld (hl),a
         inc (iy + OPN.REFS)
         jp open.end

; 4A: In: B = handle, A = 0 from the start, 1 from the position, 2 from the end, DEHL = offset. Out: A = error, DEHL =
; position.
hnd.seek:
         cp 3
         ld c,a
         ld a,ERR.ISBFN
         ret nc
         call hnd.find
         ld a,c
         or a
         jr z,seek.set
         push hl
         push de
         ld c,(iy + OPN.DEVICE)
         push iy
         pop hl
         ld de,OPN.POS
         add hl,de
         dec a
         jr z,seek.add
         ld a,c
         or a
         jr nz,seek.add
         call fil.record
         ld de,FIL.SIZE
         add hl,de
seek.add:
         ld c,(hl)
         inc hl
         ld b,(hl)
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ex de,hl             ; DEBC = base
         pop hl
         ex (sp),hl           ; HL = low word of the offset
         add hl,bc
         ex (sp),hl
         adc hl,de
         ex de,hl
         pop hl
seek.set:
         ld (iy + OPN.POS),l
         ld (iy + OPN.POS + 1),h
         ld (iy + OPN.POS + 2),e
         ld (iy + OPN.POS + 3),d
         xor a
         ret

; 4C: In: B = handle, DE = string or block. Out: A = error, B = FFh: the same file, else 0.
hnd.test:
         call hnd.find
         push iy
         call target.take
         pop iy
         jr c,test.other
         ld a,(iy + OPN.DEVICE)
         or a
         jr nz,test.other
         push iy
         call fil.find
         pop iy
         jr nz,test.other
         call fil.compare
         ld b,255
         jr z,test.end
test.other:
         ld b,0
test.end:
         xor a
         ret
; In: HL = record, IY = opening. Out: Z when it is its file. Changes: AF, DE.
fil.compare:
         ex de,hl
         call fil.record
         or a
         sbc hl,de
         ret
