; The file allocation table: twelve bits a cluster. Finding the way.

; Where K.POS of K.FCB is on the disk. In: IX = DPB. Out: DE = sector, B = sectors from it to the end
; of the cluster. A chain that ends too soon gets more clusters if K.GROW says so (CY: the disk is
; full), else it ends the function. Changes: AF, C, HL, IY.
fat.sector:
         ld hl,(K.POS + 2)
         ld a,h
         or a
         jr nz,fat.beyond     ; 16 MB: no disk has them
         ld de,(K.POS)
         ld a,d               ; HL:A = position / 256
         srl h
         rr l
         rra                  ; / 512: low byte in A, then L
         ld c,a
         and (ix + DPB.CLMASK)
         push af              ; sector of the cluster
         ld h,l
         ld l,c
         ld b,(ix + DPB.CLSHFT)
fat.index:
         dec b
         jr z,fat.walk
         srl h
         rr l
         jr fat.index
fat.walk:
         ex de,hl             ; DE = which cluster of the file
         ld bc,(K.FCB + FCB.INDEX)
         ld h,d
         ld l,e
         or a
         sbc hl,bc
         ld hl,(K.FCB + FCB.LAST)
         jr nc,fat.steps
         ld bc,0              ; behind the known one: from the start
         ld hl,(K.FCB + FCB.FIRST)
fat.steps:
         ld a,h
         or l
         jr nz,fat.valid
         call fat.start       ; the file has no cluster yet
         jr c,fat.full
fat.valid:
         call fat.isdata
         jr nc,fat.broken
         ld a,c
         cp e
         jr nz,fat.forward
         ld a,b
         cp d
         jr z,fat.there
fat.forward:
         inc bc
         push bc
         push de
         push hl
         call fat.get
         call fat.isdata
         ccf
         pop de               ; the cluster before
         call c,fat.append
         pop de
         pop bc
         jr nc,fat.steps
fat.full:
         pop hl               ; sector of the cluster
         ret
fat.beyond:
         ld a,(K.GROW)
         or a
         scf
         ret nz
fat.broken:
         call disk.forget
         jp bdos.badfat
fat.there:
         ld (K.FCB + FCB.INDEX),bc
         ld (K.FCB + FCB.LAST),hl
         call fat.first
         pop af
         ld e,a
         ld d,0
         add hl,de
         ex de,hl
         neg
         add a,(ix + DPB.CLMASK)
         inc a
         ld b,a
         or a
         ret

; Goes on over the clusters that follow one another on the disk, for one turn of it has them all. In: what fat.sector
; gave, A = sectors wanted, not 0. Out: B = sectors, A at most; K.FCB knows the last cluster. Changes: AF, C, HL, IY.
fat.run: cp b
         jr c,run.short
         ret z
         push af
         push de
         push bc
         ld hl,(K.FCB + FCB.LAST)
         push hl
         call fat.get
         call fat.isdata
         pop de
         jr c,run.has
         ld a,(K.GROW)
         or a
         jr z,run.end
         push de
         call fat.append
         pop de
         jr c,run.end
run.has: inc de
         or a
         sbc hl,de
         jr nz,run.end
         ld (K.FCB + FCB.LAST),de
         ld hl,(K.FCB + FCB.INDEX)
         inc hl
         ld (K.FCB + FCB.INDEX),hl
         pop bc
         ld a,(ix + DPB.CLMASK)
         inc a
         add a,b
         ld b,a
         pop de
         pop af
         jr fat.run
run.end: pop bc
         pop de
         pop af
         ret
run.short:
         ld b,a
         ret

; In: HL = cluster, IX = DPB. Out: HL = its first sector. Changes: F, B, DE.
fat.first:
         dec hl
         dec hl
         ld b,(ix + DPB.CLSHFT)
first.next:
         dec b
         jr z,first.data
         add hl,hl
         jr first.next
first.data:
         ld e,(ix + DPB.FIRREC)
         ld d,(ix + DPB.FIRREC + 1)
         add hl,de
         ret

; In: HL = cluster, IX = DPB. Out: HL = its entry. Changes: AF, BC, DE.
fat.get: ld d,h
         ld e,l
         add hl,hl
         add hl,de            ; nibbles
         srl h
         rr l
         push af              ; CY: the upper twelve bits
         push hl
         call fat.locate
         pop de
         ld c,(hl)
         inc e
         jr nz,get.beside
         bit 0,d
         jr z,get.beside
         inc d                ; the second byte is in the next sector
         ex de,hl
         push bc
         call fat.locate
         pop bc
         dec hl
get.beside:
         inc hl
         ld h,(hl)
         ld l,c
         pop af
         jr nc,fat.even
         ld b,4
fat.odd: srl h
         rr l
         djnz fat.odd
fat.even:
         ld a,h
         and &0F
         ld h,a
         ret

; In: HL = number, IX = DPB. Out: CY when it is that of a cluster. Changes: AF.
fat.isdata:
         ld a,h
         or a
         jr nz,isdata.high
         ld a,l
         sub 2
         ccf
         ret nc
isdata.high:
         ld a,(ix + DPB.MAXCL)
         sub l
         ld a,(ix + DPB.MAXCL + 1)
         sbc a,h
         ccf
         ret

; In: HL = entry. Out: CY when it is the mark of a chain's end. Changes: AF.
fat.isend:
         ld a,h
         cp &0F
         ccf
         ret nc
         ld a,l
         cp &F8
         ccf
         ret

; In: HL = offset in the FAT. Out: HL = address of that byte in FATBUF. Changes: AF, BC, DE.
fat.locate:
         push hl
         ld e,h
         srl e
         ld d,0
         ld l,(ix + DPB.FIRFAT)
         ld h,(ix + DPB.FIRFAT + 1)
         add hl,de
         ex de,hl             ; DE = sector
         ld hl,K.FATSEC
         call buffer.holds
         jr z,fat.loaded
         push de
         call fat.flush
         pop de
         ld hl,K.FATSEC
         ld bc,FATBUF
         call buffer.read
fat.loaded:
         pop hl
         ld a,h
         and 1
         ld h,a
         ld de,FATBUF
         add hl,de
         ret
