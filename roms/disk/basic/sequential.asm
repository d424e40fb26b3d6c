; Disk BASIC: sequential files. A block's FL.FCA points to the file's FCB, of which FCB.RANDOM counts the blocks of 256
; characters read or written; the byte behind it is the end of the last block in the buffer, 0: it is full. 1Ah ends a
; text, and is written behind one. Source: MSX2 Technical Handbook, chapter 2, 1 and table 2.19.

; H.NULO: In: HL = block, D = device, E = mode, BC = length of a record, 0: 256; FILNAM. Out: CY: a drive's file is open.
seq.open:
         ei
         ld a,d
         cp 9
         ret nc
         push bc
         push de
         push hl
         pop ix
         call bas.single      ; DE
         pop bc               ; C = mode
         ld b,15
         ld a,c
         dec a
         jr nz,open.clash
         dec b                ; only those that write
open.clash:
         call bas.clash
         jp c,bas.isopen
         push bc
         call seq.place
         push de
         ld hl,BAS.FCB
         ld bc,38
         ldir
         pop iy
         pop bc
         pop hl
         ld a,c
         cp 4
         jr z,open.random
         ld hl,256
open.random:
         ld a,h
         or l
         jr nz,open.length
         inc h
open.length:
         push hl
         push bc
         bit 1,c
         ld c,&16
         jr nz,open.new
         ld c,&0F
         call seq.fcb
         pop bc
         push bc
         jr z,open.there
         bit 2,c
         jp z,bas.nofile
         ld c,&16
open.new:
         call seq.fcb
         jp nz,bas.toomany
open.there:
         pop bc
         pop hl
         call seq.header
         ld (iy + FCB.RECSIZ),l
         ld (iy + FCB.RECSIZ + 1),h
         bit 3,c
         scf
         ret z
; Behind the last character, or on the 1Ah there.
open.append:
         ld l,(iy + FCB.SIZE)
         ld h,(iy + FCB.SIZE + 1)
         ld a,(iy + FCB.SIZE + 2)
         or h
         or l
         scf
         ret z
         ld a,(iy + FCB.SIZE + 2)
         ld bc,1
         or a
         sbc hl,bc
         sbc a,0
         ld (iy + FCB.RANDOM),h
         ld (iy + FCB.RANDOM + 1),a
         push hl
         call seq.load
         pop hl
         call seq.header
         ld (ix + FL.PLACE),l
         call seq.buffer
         ld a,(hl)
         cp 26
         jr z,append.back
         inc (ix + FL.PLACE)
         jr z,append.end      ; this block is full
append.back:
         ld l,(iy + FCB.RANDOM)
         ld h,(iy + FCB.RANDOM + 1)
         dec hl
         ld (iy + FCB.RANDOM),l
         ld (iy + FCB.RANDOM + 1),h
append.end:
         scf
         ret

; The FCB that belongs to a block. In: IX = block. Out: DE, FL.FCA. Changes: AF, BC, HL.
seq.place:
         push ix
         pop bc
         ld hl,(FILTAB)
         ld de,BAS.FILES
place.next:
         ld a,(hl)
         inc hl
         cp c
         jr nz,place.other
         ld a,(hl)
         cp b
         jr z,place.found
place.other:
         inc hl
         push hl
         ld hl,40
         add hl,de
         ex de,hl
         pop hl
         jr place.next
place.found:
         ld (ix + FL.FCB),e
         ld (ix + FL.FCB + 1),d
         ret
; In: IX = block. Out: IY = its FCB. Changes: nothing else.
seq.header:
         push hl
         ld l,(ix + FL.FCB)
         ld h,(ix + FL.FCB + 1)
         push hl
         pop iy
         pop hl
         ret
; In: IX = block, C = function, HL. Out: as bas.bdos. Changes: all but IX.
seq.fcb: ld e,(ix + FL.FCB)
         ld d,(ix + FL.FCB + 1)
         jp bas.bdos
; In: IX = block. Out: HL = the place in its buffer where FL.BPS is. Changes: AF.
seq.buffer:
         push de
         push ix
         pop hl
         ld de,FL.BUFFER
         add hl,de
         ld e,(ix + FL.PLACE)
         add hl,de
         pop de
         ret
; One record between file and buffer. In: IX = block. Out: A, HL as the kernel. Changes: all but IX.
seq.load:
         ld c,&27
         db &21               ; skips two bytes (ld hl,...)
seq.save:
         ld c,&26
         push bc
         push ix
         pop hl
         ld de,FL.BUFFER
         add hl,de
         ex de,hl
         ld c,&1A
         call bas.bdos
         pop bc
         ld hl,1
         jr seq.fcb

; H.FILO: In: HL = block, C = character. Changes: all. Errors 61, 66.
seq.out: ei
         push hl
         pop ix
         bit 2,(ix + FL.MODE)
         jp nz,bas.badmode
         call seq.buffer
         ld (hl),c
         inc (ix + FL.PLACE)
         ret nz
         call seq.save
         ret z
; The disk is full: what is there stays, and is closed.
seq.full:
         ld (ix + FL.MODE),0
         ld c,&10
         call seq.fcb
         jp bas.full

; H.NTFL: In: HL = block, E = mode. Changes: all. Error 66.
seq.close:
         ei
         push hl
         pop ix
         bit 0,e
         ret nz
         bit 2,e
         jr nz,close.file
         ld c,26
         call seq.out
         ld a,(ix + FL.PLACE)
         or a
         jr z,close.file
         call seq.header
         ld l,(iy + FCB.RANDOM)
         ld h,(iy + FCB.RANDOM + 1)
         ld (iy + FCB.RANDOM + 1),l
         ld (iy + FCB.RANDOM + 2),h
         xor a
         ld (iy + FCB.RANDOM),a
         ld (iy + FCB.RANDOM + 3),a
         inc a
         ld (iy + FCB.RECSIZ),a
         dec a
         ld (iy + FCB.RECSIZ + 1),a
         ld e,(ix + FL.PLACE)
         ld (ix + FL.PLACE),a
         call seq.buffer
         push de
         ex de,hl
         ld c,&1A
         call bas.bdos
         pop hl
         ld h,0
         ld c,&26
         call seq.fcb
         jr nz,seq.full
close.file:
         ld c,&10
         jp seq.fcb

; H.INDS: In: HL = block. Out: A = character, CY at the end. Changes: all. Errors 60, 61.
seq.in:  ei
         push hl
         pop ix
         bit 2,(ix + FL.MODE)
         jp nz,bas.badmode
         ld a,(ix + FL.AGAIN)
         or a
         jr z,in.disk
         ld (ix + FL.AGAIN),0
         ld a,(ix + FL.BACK)
         or a
         ret
in.disk: call seq.header
         ld a,(ix + FL.LOADED)
         or a
         jr nz,in.ready
         ld a,(iy + FCB.RANDOM)
         cp (iy + FCB.SIZE + 1)
         jr nz,in.full
         ld a,(iy + FCB.RANDOM + 1)
         cp (iy + FCB.SIZE + 2)
         jr nz,in.full
         ld a,(iy + FCB.SIZE)
         or a
         scf
         ret z
         jr in.limit
in.full: xor a
in.limit:
         ld (iy + FL.LIMIT),a
         call seq.load
         ld a,h
         or l
         jp z,bas.badfat
         ld (ix + FL.LOADED),1
         call seq.header
in.ready:
         ld a,(iy + FL.LIMIT)
         or a
         jr z,in.more
         cp (ix + FL.PLACE)
         scf
         ret z
in.more: call seq.buffer
         ld a,(hl)
         cp 26
         scf
         ret z
         or a
         inc (ix + FL.PLACE)
         ret nz
         ld (ix + FL.LOADED),0
         ret

; H.BAKU: In: HL = block, C = character. Changes: IX.
seq.back:
         ei
         push hl
         pop ix
         ld (ix + FL.BACK),c
         ld (ix + FL.AGAIN),1
         ret
