; File control blocks: open and search, size and random record. Sources: MSX2 Technical Handbook, figure
; 3.19; MSX-DOS 2 Program Interface Specification, 3.6; Function Specification, 0Fh-24h.
; A program's FCB may be in page 1, so it is copied to and from our own memory.

; 0F: In: DE = FCB. Out: A = 0, FFh if there is no such file, or none that has the extent.
fcb.open:
         push de
         call fcb.fetch
         ld hl,K.FCB + FCB.NAME
         call dev.named
         jp z,dev.open
         call dir.first
         jp nz,fail.nofile
         call fcb.fill
         ld a,(K.FCB + FCB.EXTENT)
         or a
         jr z,open.done
         ld a,(K.FCB + FCB.COUNT)
         or a
         jp z,fail.nofile
open.done:
         pop de
         call fcb.store
         jp bdos.ok

; K.FCB from a directory entry of K.DIR. In: HL = entry, IX = DPB, K.ENTRY. Changes: AF, BC, DE, HL.
fcb.fill:
         push hl
         ld de,K.FCB + FCB.NAME
         ld bc,11
         ldir
         ld a,(hl)
         ld (K.FCB + FCB.ATTR),a
         pop hl
         ld de,22
         add hl,de
         ld de,K.FCB + FCB.TIME
         ld c,2
         ldir
         ld de,K.FCB + FCB.DATE
         ld c,2
         ldir
         ld de,K.FCB + FCB.FIRST
         ld c,2
         ldir
         ld de,K.FCB + FCB.SIZE
         ld c,4
         ldir
         ld hl,(K.FCB + FCB.FIRST)
         ld a,h
         or l
         jr z,fill.first
         call fat.isdata
         jr c,fill.first
         ld hl,1              ; that is no file's: whoever reads it finds the FAT bad
         ld (K.FCB + FCB.FIRST),hl
fill.first:
         ld (K.FCB + FCB.LAST),hl
         ld hl,0
         ld (K.FCB + FCB.INDEX),hl
         ld a,(K.ENTRY)
         ld (K.FCB + FCB.ENTRY),a
         ld a,(ix + DPB.DRIVE)
         or &40
         ld (K.FCB + FCB.DEVICE),a
         xor a
         ld (K.FCB + FCB.HIGH),a
; The number of records in the extent of K.FCB. A program that has set a record size keeps it.
; Out: A. Changes: F, BC, DE, HL.
fcb.counted:
         ld hl,(K.FCB + FCB.SIZE)
         ld de,127
         add hl,de
         ld bc,(K.FCB + FCB.SIZE + 2)
         jr nc,count.all
         inc bc
count.all:
         add hl,hl
         ld e,h
         ld h,b
         ld l,c
         adc hl,hl            ; HLE = records of the file
         ld a,(K.FCB + FCB.EXTENT)
         ld c,a
         xor a
         ld b,a
         srl c
         rra
         ld d,a               ; BCD = those before the extent
         ld a,e
         sub d
         ld e,a
         sbc hl,bc
         ld a,0
         jr c,count.done
         ld a,h
         or l
         ld a,128
         jr nz,count.done
         cp e
         jr c,count.done
         ld a,e
count.done:
         ld c,a
         ld a,(K.FCB + FCB.HIGH)
         or a
         ld a,c
         ret nz
         ld (K.FCB + FCB.COUNT),a
         ret

; 11, 12: In: DE = FCB. Out: A = 0 and at the transfer address an FCB of the entry: drive, then the
; 32 bytes of the directory, with extent and attributes where an FCB has them; FFh if there is none
; (any more).
fcb.search:
         call fcb.fetch
         ld hl,K.FCB
         ld de,K.PATTERN
         ld bc,13
         ldir
         call dir.begin
         ld hl,(K.DIR)
         ld (K.FINDDIR),hl
         ld hl,0
         jr search.on
fcb.next:
         ld hl,K.PATTERN
         ld de,K.FCB
         ld bc,13
         ldir
         call fcb.whose
         call dir.begin
         ld de,(K.FINDDIR)
         call dir.enter
search.next:
         ld hl,(K.NEXT)
search.on:
         call dir.find
         jp nz,fail.nofile
         push hl
         ld hl,(K.ENTRY)
         inc hl
         ld (K.NEXT),hl
         pop hl
         push hl
         ld de,28
         add hl,de
         ld de,K.FCB + FCB.SIZE
         ld bc,4
         ldir
         xor a
         ld (K.FCB + FCB.HIGH),a
         call fcb.counted
         pop hl
         ld b,a
         ld a,(K.FCB + FCB.EXTENT)
         cp 1
         jr c,search.found
         ld a,b
         or a
         jr z,search.next     ; too short
search.found:
         push bc
         ld a,(ix + DPB.DRIVE)
         inc a
         ld de,SEARCH.DTA
         ld (de),a
         inc de
         ld bc,32
         ldir
         pop bc
         ld hl,SEARCH.DTA + FCB.EXTENT
         ld c,(hl)
         ld a,(K.FCB + FCB.EXTENT)
         ld (hl),a
         inc hl
         ld (hl),c            ; attributes
         inc hl
         ld (hl),0
         inc hl
         ld (hl),b
         ld hl,SEARCH.DTA
         ld de,(DMA)
         ld bc,33
         di
         call XFER
         ei
         jp bdos.ok
SEARCH.DTA: EQU SECBUF       ; nothing moves through it meanwhile

; 23: In: DE = FCB. Out: A = 0, the random record is the number of records of 128 bytes; FFh.
fcb.length:
         push de
         call fcb.fetch
         call dir.first
         jp nz,fail.nofile
         ld de,28
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ld c,(hl)
         inc hl
         ld b,(hl)
         ld hl,127
         add hl,de
         jr nc,length.all
         inc bc
length.all:
         add hl,hl
         rl c
         rl b                 ; BCH = (size + 127) / 128
         ld l,h
         ld h,c
         ld (K.FCB + FCB.RANDOM),hl
         ld a,b
         ld (K.FCB + FCB.RANDOM + 2),a
random.end:
         pop de
         ld bc,FCB.RANDOM + 3
         call store.length
         jp bdos.ok

; 24: In: DE = FCB. The random record becomes the sequential one.
fcb.number:
         push de
         call fcb.fetch
         call fcb.place
         ld (K.FCB + FCB.RANDOM),hl
         ld a,e
         ld (K.FCB + FCB.RANDOM + 2),a
         jr random.end

; Out: DEHL = the sequential record of K.FCB. No floppy disk has files of more than 255 extents. Changes:
; AF.
fcb.place:
         ld a,(K.FCB + FCB.EXTENT)
         ld h,a
         ld l,0
         srl h
         rr l                 ; extent * 128
         ld de,0
         ld a,(K.FCB + FCB.RECORD)
         add a,l
         ld l,a
         ret nc
         inc h
         ret
; The sequential record of K.FCB becomes the random one. Changes: AF, HL.
fcb.follow:
         ld hl,(K.FCB + FCB.RANDOM)
         ld a,l
         and 127
         ld (K.FCB + FCB.RECORD),a
         add hl,hl
         ld a,h
         ld (K.FCB + FCB.EXTENT),a
         ret
; The sequential record of K.FCB goes on. Changes: AF, HL.
fcb.advance:
         ld hl,K.FCB + FCB.RECORD
         inc (hl)
         ret p
         res 7,(hl)
         ld hl,K.FCB + FCB.EXTENT
         inc (hl)
         ret

; The FCB of an open file. In: DE = the program's FCB. Out: K.FCB, K.DIR = directory of the file, IX =
; DPB. Ends the function if there is no such drive. Changes: all.
fcb.opened:
         call fcb.fetch
         call dev.is
         ret nc
         call disk.other
         ld hl,K.FCB + FCB.FIRST + 1
         call opened.nibble
         ld d,a
         call opened.nibble
         ld e,a
         call opened.nibble
         rlca
         rlca
         rlca
         rlca
         or e
         rlca
         rlca
         rlca
         rlca
         ld e,a
         jp dir.enter
; In: HL. Out: A = upper four bits of (HL), which become 0; HL + 2. Changes: F, B.
opened.nibble:
         ld a,(hl)
         and &0F
         xor (hl)
         ld b,a
         xor (hl)
         ld (hl),a
         ld a,b
         rrca
         rrca
         rrca
         rrca
         inc hl
         inc hl
         ret

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
         pop bc
fcb.whose:
         ld a,(K.FCB + FCB.DRIVE)
         call drive.letter
         ret nc
         jp fail.drive

; K.FCB of an open file to the program's. In: DE. Only what functions change: that of a program for CP/M
; may end behind the record, its transfer area begin there. Changes: AF, BC, DE, HL.
fcb.store:
         ld bc,FCB.RANDOM
         jr store.open
; With the random record, of four bytes for records under 64 bytes, else three.
fcb.whole:
         ld bc,FCB.RANDOM + 4
         ld hl,(K.FCB + FCB.RECSIZ)
         ld a,h
         or a
         jr nz,whole.three
         ld a,l
         cp 64
         jr c,store.open
whole.three:
         dec c
store.open:
         push bc
         call fcb.pack
         pop bc
store.length:
         ld hl,K.FCB
         di
         call XFER
         ei
         ret
; Puts K.DIR into an open file's K.FCB. Changes: AF, BC, HL.
fcb.pack:
         call dev.is
         ret nc
         ld bc,(K.DIR)
         ld hl,K.FCB + FCB.FIRST + 1
         ld a,b
         call pack.nibble
         ld a,c
         rrca
         rrca
         rrca
         rrca
         call pack.nibble
         ld a,c
; In: HL, A: its lower four bits become the upper ones of (HL), which are 0. Out: HL + 2. Changes: AF.
pack.nibble:
         and &0F
         rrd
         or (hl)              ; the lower four, which RRD has brought
         ld (hl),a
         inc hl
         inc hl
         ret
