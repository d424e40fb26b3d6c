; File control blocks: open and search in the root directory.
; A program's FCB may be in page 1, so it is copied to and from our own memory.

; 0F: In: DE = FCB. Out: A = 0, FFh if there is no such file.
fcb.open:
         push de
         call fcb.fetch
         ld hl,K.FCB + FCB.NAME
         call dev.named
         jp z,dev.open
         ld b,0
         call dir.find
         pop de
         jp nz,bdos.failed
         push de
         call fcb.fill
         pop de
         call fcb.store
         jp bdos.ok

; K.FCB from a directory entry. In: HL = entry, IX = DPB, K.ENTRY. Changes: AF, BC, DE, HL.
fcb.fill:
         push hl
         ld de,28             ; size
         add hl,de
         ld de,K.FCB + FCB.SIZE
         ld bc,4
         ldir
         pop hl
         push hl
         ld de,24             ; date
         add hl,de
         ld de,K.FCB + FCB.DATE
         ld bc,2
         ldir
         pop hl
         push hl
         ld de,22             ; time
         add hl,de
         ld bc,2
         ld de,K.FCB + FCB.TIME
         ldir
         pop hl
         push hl
         ld de,26             ; first cluster
         add hl,de
         ld de,K.FCB + FCB.FIRST
         ld bc,2
         ldir
         ld hl,(K.FCB + FCB.FIRST)
         ld (K.FCB + FCB.LAST),hl
         ld hl,0
         ld (K.FCB + FCB.INDEX),hl
         ld hl,128
         ld (K.FCB + FCB.RECSIZ),hl
         ld a,(K.ENTRY)
         ld (K.FCB + FCB.ENTRY),a
         ld a,(ix + DPB.DRIVE)
         or &40
         ld (K.FCB + FCB.DEVICE),a
         pop hl
         ld de,K.FCB + FCB.NAME
         ld bc,11
         ldir
         ret

; 11, 12: In: DE = FCB. Out: A = 0 and at the transfer address an FCB of the entry: drive, then the
; 32 bytes of the directory; FFh if there is none (any more).
fcb.search:
         ld (K.FIND),de
         ld b,0
         jr search.from
fcb.next:
         ld de,(K.FIND)
         ld a,(K.NEXT)
         ld b,a
search.from:
         call fcb.fetch
         call dir.find
         jp nz,bdos.failed
         ld a,(K.ENTRY)
         inc a
         ld (K.NEXT),a
         ld de,K.FCB
         ld a,(ix + DPB.DRIVE)
         inc a
         ld (de),a
         inc de
         ld bc,32
         ldir
         ld hl,K.FCB
         ld de,(DMA)
         ld bc,33
         di
         call XFER
         ei
         jp bdos.ok

; 23: In: DE = FCB. Out: A = 0, the random record is the number of records of 128 bytes; FFh.
fcb.length:
         push de
         call fcb.fetch
         ld b,0
         call dir.find
         pop de
         jp nz,bdos.failed
         push de
         ld de,28
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ld a,(hl)
         ld hl,127
         add hl,de
         adc a,0
         add hl,hl
         adc a,a              ; AHL = 2 * (size + 127)
         ld e,a
         ld a,h
         ld (K.FCB + FCB.RANDOM),a
         ld a,e
         ld (K.FCB + FCB.RANDOM + 1),a
         xor a
         ld (K.FCB + FCB.RANDOM + 2),a
         pop de
         call store.random
         jp bdos.ok

; 24: In: DE = FCB. The random record becomes the sequential one.
fcb.number:
         push de
         call fcb.fetch
         ld a,(K.FCB + FCB.RECORD)
         add a,a              ; block * 128 + record
         ld hl,(K.FCB + FCB.BLOCK)
         srl h
         rr l
         rra
         ld h,l
         ld l,a
         ld (K.FCB + FCB.RANDOM),hl
         xor a
         ld (K.FCB + FCB.RANDOM + 2),a
         pop de
         call store.random
         jp bdos.ok

; In: DE = the program's FCB. Out: K.FCB, IX = DPB. Ends the function if there is no such drive.
; Changes: all but B.
fcb.fetch:
         push bc
         ld hl,K.FCB
         ex de,hl
         ld bc,37
         di
         call XFER
         ei
         ld a,(K.FCB + FCB.DRIVE)
         call disk.dpb
         pop bc
         ret nc
         jp bdos.abort

; In: DE = the program's FCB, which K.FCB goes to. Only what functions change: that of a program for
; CP/M may end behind the record, its transfer area begin there. Changes: AF, BC, DE, HL.
fcb.store:
         ld bc,FCB.RANDOM
         jr store.length
; With the random record, of four bytes for records under 64 bytes, else three.
fcb.whole:
         ld hl,(K.FCB + FCB.RECSIZ)
         ld a,h
         or a
         jr nz,store.random
         ld a,l
         ld bc,FCB.RANDOM + 4
         cp 64
         jr c,store.length
store.random:
         ld bc,FCB.RANDOM + 3
store.length:
         ld hl,K.FCB
         di
         call XFER
         ei
         ret

; Finds an entry of the root directory. In: K.FCB, IX = DPB, B = first entry.
; Out: Z, HL = entry in DIRBUF, K.ENTRY; NZ if there is none. Changes: all.
dir.find:
         push bc
         call disk.fresh
         pop bc
         ld a,b
         ld (K.ENTRY),a
find.sector:
         ld a,(K.ENTRY)
         cp (ix + DPB.MAXENT)
         jr nc,find.none
         call dir.load
find.entry:
         call dir.entry
         ld a,(hl)
         or a
         jr z,find.none       ; never used: the end
         call dir.same
         ret z
         ld hl,K.ENTRY
         inc (hl)
         ld a,(hl)
         and 15
         jr nz,find.entry
         jr find.sector
find.none:
         or 1
         ret

; In: HL = entry. Out: Z if it is a file with the name in K.FCB. HL kept. Changes: AF, BC, DE.
dir.same:
         push hl
         ld de,11
         add hl,de
         ld a,(hl)
         pop hl
         and %00011000        ; volume name, directory
         ret nz
         ld a,(hl)
         cp &E5
         jr z,same.not
         push hl
         ld de,K.FCB + FCB.NAME
         ld b,11
same.next:
         ld a,(de)
         call dir.capital
         cp "?"
         jr z,same.any
         cp (hl)
         jr nz,same.end
same.any:
         inc hl
         inc de
         djnz same.next
         xor a
same.end:
         pop hl
         ret
same.not:
         or a
         ret
; In: A = character. Out: A = capital. Changes: F.
dir.capital:
         cp "a"
         ret c
         cp "z" + 1
         ret nc
         sub 32
         ret

; Reads or writes the sector of the root directory with entry K.ENTRY, in DIRBUF. In: IX = DPB.
; Changes: AF, BC, DE, HL.
dir.write:
         ld bc,&0101
         jr dir.move
dir.load:
         ld bc,&0100
dir.move:
         ld a,(K.ENTRY)
         rrca
         rrca
         rrca
         rrca
         and 15
         ld e,a
         ld d,0
         ld l,(ix + DPB.FIRDIR)
         ld h,(ix + DPB.FIRDIR + 1)
         add hl,de
         ex de,hl
         ld hl,DIRBUF
         jp disk.sectors

; Out: HL = entry K.ENTRY in DIRBUF. Changes: AF, DE.
dir.entry:
         ld a,(K.ENTRY)
         and 15
         ld l,a
         ld h,0
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         ld de,DIRBUF
         add hl,de
         ret
