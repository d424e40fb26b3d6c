; Reading and writing by handles (MSX-DOS 2 Function Specifications, 48 and 49).

; 48: In: B = handle, DE = address, HL = bytes. Out: A = error, HL = bytes read.
hnd.read:
         call hnd.find
         bit 1,(iy + OPN.MODE)
         jr nz,xfer.refused
         call xfer.begin
         jp nz,dev.read
         call read.clip
         jr nz,read.next
         ld a,(xfer.size)
         ld b,a
         ld a,(xfer.size + 1)
         or b
         ret z                ; nothing was wanted
         ld a,ERR.EOF
         ret
read.next:
         call read.step
         ld hl,(K.LEFT)
         ld a,h
         or l
         jr nz,read.next
; The end of a function that read or wrote. Out: A = 0, HL = bytes.
xfer.end:
         ld iy,(opn.now)
         call fil.store
         call xfer.position
         ld hl,K.POS
         ld bc,4
         ldir
         ld hl,(K.DONE)
         xor a
         ret
xfer.refused:
         ld hl,0
         ld a,ERR.ACCV
         ret
; In: IY. Out: DE = place of its position. Changes: AF, HL.
xfer.position:
         push iy
         pop hl
         ld de,OPN.POS
         add hl,de
         ex de,hl
         ret

; 49: In: as 48. Out: A = error, HL = bytes written.
hnd.write:
         call hnd.find
         bit 0,(iy + OPN.MODE)
         jr nz,xfer.refused
         call xfer.begin
         jp nz,dev.write
         call fil.record
         ld bc,FIL.ATTR
         add hl,bc
         bit 0,(hl)
         ld hl,0
         ld a,ERR.FILRO
         ret nz
         ld hl,(K.LEFT)
         ld a,h
         or l
         ret z
         call write.room
         jr nc,write.fits
         ld hl,0
         ld a,ERR.DKFUL
         ret
write.fits:
         ld iy,(opn.now)
         call fil.record
         ld bc,FIL.FLAGS
         add hl,bc
         set 0,(hl)
         ld a,1
         ld (K.GROW),a
         call write.reach
         jr c,write.full
write.next:
         call write.step
         jr c,write.full
         ld hl,(K.LEFT)
         ld a,h
         or l
         jr nz,write.next
write.full:
         xor a
         ld (K.GROW),a
         ld hl,(K.FCB + FCB.SIZE)
         ld de,(K.POS)
         or a
         sbc hl,de
         ld hl,(K.FCB + FCB.SIZE + 2)
         ld de,(K.POS + 2)
         sbc hl,de
         jr nc,write.end
         ld (K.FCB + FCB.SIZE + 2),de
         ld hl,(K.POS)
         ld (K.FCB + FCB.SIZE),hl
write.end:
         call fat.flush
         jp xfer.end

; What a function is given. In: IY = opening, DE = address, HL = bytes. Out: Z: a file: K.ADDR, K.LEFT, K.POS, K.DONE = 0,
; IX = DPB, K.FCB; NZ: a device. Changes: all but IY.
xfer.begin:
         ld (K.ADDR),de
         ld (K.LEFT),hl
         ld (xfer.size),hl
         ld a,h
         or l
         jr z,begin.fits
         dec hl
         add hl,de
         ld a,ERR.OV64K
         jp c,func.fail
begin.fits:
         ld hl,0
         ld (K.DONE),hl
         ld a,(iy + OPN.DEVICE)
         or a
         ret nz
         call fil.record
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         push de
         pop ix
         push iy
         ld a,(l2.dirty)
         or a
         jr z,begin.fresh
         push ix
         pop hl
         ld de,(dat.dpb)
         sbc hl,de            ; NC from OR
         call nz,disk.clean   ; what another drive's buffers hold
begin.fresh:
         call disk.fresh
         pop iy
         push iy
         ld l,(iy + OPN.FIL)
         ld h,(iy + OPN.FIL + 1)
         push hl
         pop iy
         call fil.check
         pop iy
         call xfer.position
         ex de,hl
         ld de,K.POS
         ld bc,4
         ldir
         call fil.load
         xor a
         ret

; K.LEFT no further than the end of the file. Out: Z: nothing is there. Changes: AF, BC, DE, HL.
read.clip:
         ld hl,(K.FCB + FCB.SIZE)
         ld de,(K.POS)
         or a
         sbc hl,de
         ex de,hl
         ld hl,(K.FCB + FCB.SIZE + 2)
         ld bc,(K.POS + 2)
         sbc hl,bc            ; HLDE = what is there
         jr c,clip.nothing
         ld a,h
         or l
         jr nz,clip.end
         ld hl,(K.LEFT)
         sbc hl,de            ; NC from OR
         jr c,clip.end
         ld (K.LEFT),de
clip.end:
         ld hl,(K.LEFT)
         ld a,h
         or l
         ret
clip.nothing:
         xor a
         ld h,a
         ld l,a
         ld (K.LEFT),hl
         ret

; As much as goes at once: whole sectors of one cluster straight to memory, or part of a sector. Changes: all but IX.
read.step:
         call fat.sector      ; DE = sector, B = sectors from it to the end of the cluster
         call xfer.whole
         jr c,read.part
         call dat.flush
         ld c,0
         ld hl,(K.ADDR)
         push bc
         call disk.sectors
         pop bc
         jr step.sectors
read.part:
         call dat.load
         call dat.piece
         ld de,(K.ADDR)
         push bc
         call l2.copy
         pop bc
         ex de,hl
         jr step.end
; The same for writing. Out: CY when the disk is full.
write.step:
         call fat.sector
         ret c
         call xfer.whole
         jr c,write.part
         call dat.flush
         ld c,1
         ld hl,(K.ADDR)
         push bc
         call disk.sectors
         pop bc
         ld a,255
         ld (K.DATDRV),a
step.sectors:
         ld a,b
         add a,a
         ld b,a
         ld c,0               ; BC = bytes
         ld hl,(K.ADDR)
         add hl,bc
; Goes on behind what is done. In: HL = next address, BC = bytes. Out: NC. Changes: AF, HL.
step.end:
         ld (K.ADDR),hl
         ld hl,(K.DONE)
         add hl,bc
         ld (K.DONE),hl
         ld hl,(K.LEFT)
         or a
         sbc hl,bc
         ld (K.LEFT),hl
         ld hl,(K.POS)
         add hl,bc
         ld (K.POS),hl
         ret nc
         ld hl,(K.POS + 2)
         inc hl
         ld (K.POS + 2),hl
         or a
         ret
write.part:
         call write.load
         call dat.piece
         ex de,hl
         ld hl,(K.ADDR)
         push bc
         call l2.copy
         pop bc
         ld a,1
         ld (dat.dirty),a
         call dat.changed
         jr step.end

; In: B = sectors to the end of the cluster. Out: NC, B = whole sectors that can go straight to or from memory; CY: part of
; one, or memory where no driver reaches. Keeps DE. Changes: AF, C, HL.
xfer.whole:
         ld hl,(K.POS)
         ld a,h
         and 1
         or l
         scf
         ret nz
         ld a,(K.LEFT + 1)
         srl a
         scf
         ret z
         ld c,a
         ld a,(l2.slot)
         ld hl,RAMAD0 + 1
         cp (hl)
         jr z,whole.run       ; the driver finds the program's page 1
         ld a,(K.ADDR + 1)
         cp &80
         jr nc,whole.run
         ld a,c
         cp b
         ld c,a               ; whole sectors wanted
         call nc,whole.more
         jr nc,whole.memory
         ld b,c
whole.memory:
         ld a,(K.ADDR + 1)
         add a,b
         add a,b
         cp &40
         ccf
         ret
whole.run:
         ld a,c
         call fat.run
         or a
         ret

; Clusters that lie behind each other on the disk go at once. In: B = sectors to the end of the cluster, C = sectors
; wanted, not less. Out: B = sectors behind each other; CY when it is more than C. Keeps C, DE. Changes: AF, HL.
whole.more:
         ld hl,(K.FCB + FCB.LAST)
more.next:
         ld a,b
         cp c
         ret z                ; NC
         push de
         push hl
         push bc
         call fat.get
         pop bc
         pop de
         inc de               ; the one behind on the disk
         or a
         sbc hl,de
         add hl,de
         pop de
         jr nz,more.end
         call fat.isdata
         jr nc,more.end
         ld a,(ix + DPB.CLMASK)
         inc a
         add a,b
         ld b,a
         ld a,c
         cp b
         jr nc,more.next
         ret                  ; CY
more.end:
         or a
         ret
