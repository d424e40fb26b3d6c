; Reading files by records: positions are counted in bytes, four of them.

; 14: In: DE = FCB. Out: A = 0, a last record in part filled with zeros; 1 behind the end of the file.
blk.sequential:
         push de
         call fcb.opened
         call fcb.place
         call blk.one
         call blk.read
         call blk.nothing
         call z,fcb.advance
         jr blk.end

; 21: In: DE = FCB. Out: as 14. The sequential record is the same then.
blk.random:
         push de
         call fcb.opened
         call fcb.follow
         call blk.where
         call blk.one
         call blk.read
; Ends a function that read one record. The stack holds the program's FCB.
blk.end: call dev.is
         call c,fcb.counted
         pop de
         call fcb.store
         call blk.nothing
         ld a,0
         jp z,bdos.a
         inc a
         jp bdos.a
; Out: NZ when nothing was read, behind the end of the file. Changes: AF, HL.
blk.nothing:
         ld hl,(K.DONE)
         ld a,h
         or l
         ld a,(K.SHORT)
         jr z,nothing.short
         xor a
nothing.short:
         or a
         ret
; One record of 128 bytes. Out: BC = 1. Changes: nothing else.
blk.one: ld bc,128
         ld (K.SIZE),bc
         ld c,b
         inc c
         ret

; 27: In: DE = FCB, HL = number of records. Out: HL = records read, A = 0, 1 at the end of the file.
blk.block:
         push de
         push hl
         call fcb.opened
         call blk.records
         pop bc
         ld a,b
         or c
         call nz,blk.read
; Ends a function for blocks of records, read or written. The stack holds the program's FCB.
block.end:
         call blk.whole       ; BC = records done
         ld hl,(K.FCB + FCB.RANDOM)
         add hl,bc
         ld (K.FCB + FCB.RANDOM),hl
         jr nc,block.store
         ld hl,K.FCB + FCB.RANDOM + 2
         inc (hl)
         jr nz,block.store
         inc hl
         ld a,(K.FCB + FCB.RECSIZ)
         cp 64
         jr nc,block.store
         inc (hl)
block.store:
         pop de
         push bc
         call fcb.whole
         pop hl
         ld a,(K.SHORT)
         ld b,h
         ret

; Out: DEHL = the random record of K.FCB, K.SIZE = its size; its fourth byte counts for records under
; 64 bytes. Changes: AF.
blk.records:
         ld hl,(K.FCB + FCB.RECSIZ)
         ld a,h
         or l
         jr nz,records.size
         ld l,128
records.size:
         ld (K.SIZE),hl
         ld de,(K.FCB + FCB.RANDOM + 2)
         ld a,h
         or a
         jr nz,blk.where
         ld a,l
         cp 64
         jr c,where.four
; The same with three bytes. Out: DEHL.
blk.where:
         ld de,(K.FCB + FCB.RANDOM + 2)
         ld d,0
where.four:
         xor a
         ld (K.SHORT),a
         ld h,a
         ld l,a
         ld (K.DONE),hl
         ld hl,(K.FCB + FCB.RANDOM)
         ret

; Out: BC = records read, one of them perhaps in part. Changes: AF, DE, HL, IX.
blk.whole:
         push ix
         ld hl,(K.DONE)
         ld de,(K.SIZE)
         ld bc,0
         ld a,h
         or l
         jr z,whole.end
         call divide
         ld b,h
         ld c,l
         ld a,d
         or e
         jr z,whole.end
         inc bc
whole.end:
         pop ix
         ret

; Where records are. In: DEHL = first, BC = number, K.SIZE. Out: K.POS, K.LEFT, K.ADDR, K.DONE = 0,
; K.SHORT = 0; NZ when they are more than 64 KB, K.LEFT is FFFFh then. Changes: all but IX.
blk.span:
         push bc
         xor a
         ld (K.SHORT),a
         ld bc,(K.SIZE)
         call multiply
         ld (K.POS),hl
         ld (K.POS + 2),de
         pop hl
         ld de,0
         ld bc,(K.SIZE)
         call multiply        ; DEHL = bytes wanted
         ld a,d
         or e
         jr z,span.fits
         ld hl,&FFFF          ; more than memory
span.fits:
         ld (K.LEFT),hl
         ld hl,(DMA)
         ld (K.ADDR),hl
         ld hl,0
         ld (K.DONE),hl
         ret

; Reads records to the transfer address. In: DEHL = first, BC = number, K.FCB, IX = DPB.
; Out: K.DONE = bytes, K.SHORT. A last record in part is filled with zeros. Changes: all but IX.
blk.read:
         call blk.span
         push af
         call dev.is
         jr nc,read.device
         call disk.fresh
         call read.clip
         ld a,(K.SHORT)
         or a
         call nz,short.end
         pop af
         ld a,(K.SHORT)
         jr z,read.next
         or a
         jr nz,read.next
         jp short.memory      ; and the file has them
read.device:
         pop af
         jp dev.read
read.next:
         ld hl,(K.LEFT)
         ld a,h
         or l
         jr z,read.fill
         call step.read
         jr read.next

; Out: HL = bytes that the last record lacks; Z: it is whole. Changes: AF, BC, DE.
blk.missing:
         push ix
         ld hl,(K.DONE)
         ld de,(K.SIZE)
         call divide
         pop ix
         ld a,d
         or e
         ret z
         ld hl,(K.SIZE)
         sbc hl,de            ; NC from OR; the rest is less
         ret

; Zeros behind a last record in part. Changes: all but IX.
read.fill:
         ld a,(K.SHORT)
         or a
         ret z
         call blk.missing
         ret z
         ld b,h
         ld c,l
         ld hl,SECBUF
         ld de,SECBUF + 1
         push bc
         ld bc,511
         ld (hl),0
         ldir
         pop bc
fill.more:
         push bc
         ld hl,-512
         add hl,bc
         jr nc,fill.last
         ld bc,512
fill.last:
         push bc
         ld hl,SECBUF
         ld de,(K.ADDR)
         call user.copy
         ld (K.ADDR),de
         pop de
         pop hl
         or a
         sbc hl,de
         ld b,h
         ld c,l
         jr nz,fill.more
         ret

; Sectors of the cluster in hand and those behind it. In: A = sectors wanted, B, DE, IX as fat.run. Out: B, NC.
step.run:
         call fat.run
         or a
         ret
; The program's memory: LDIR with its page 1. In: HL, DE, BC. Changes: BC, DE, HL.
user.copy:
         di
         call XFER
         ei
         ret

; In: DEHL, BC. Out: DEHL = DEHL * BC, the low 32 bits. Changes: AF, BC, IY.
multiply:
         push ix
         push hl
         pop ix               ; DEIX = first factor
         ld hl,0
         ld iy,0              ; HLIY = product
         ld a,16
multiply.bit:
         add iy,iy
         adc hl,hl
         sla c
         rl b
         jr nc,multiply.next
         push bc
         push ix
         pop bc
         add iy,bc
         pop bc
         adc hl,de
multiply.next:
         dec a
         jr nz,multiply.bit
         ex de,hl
         push iy
         pop hl
         pop ix
         ret
