; Reading and writing K.LEFT bytes of the file in K.FCB from K.POS on, to or from the program's memory at K.ADDR, as much
; at a time as goes. Both kernels assemble this file; they have user.copy and step.run.

; K.LEFT no further than the end of the file; K.SHORT = 1 if it was. Changes: AF, BC, DE, HL.
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
         ret nz
         ld hl,(K.LEFT)
         sbc hl,de            ; NC from OR
         ret c
         ret z
clip.short:
         ld (K.LEFT),de
         ld a,1
         ld (K.SHORT),a
         ret
clip.nothing:
         ld de,0
         jr clip.short

; Reads whole sectors behind each other, or part of one. In: IX = DPB. Changes: all but IX.
step.read:
         call fat.sector      ; DE = sector, B = sectors from it to the end of the cluster
         call step.whole
         jr c,step.get
         call dat.flush
         ld c,0
         ld hl,(K.ADDR)
         push bc
         call disk.sectors
         pop bc
         jr step.sectors
step.get:
         call dat.load
         call step.piece
         ld de,(K.ADDR)
         push bc
         call user.copy
         pop bc
         ex de,hl
         jr step.end
; Writes them. Out: CY when the disk is full.
step.write:
         call fat.sector
         ret c
         call step.whole
         jr c,step.put
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
; The same for K.POS alone.
step.on: ld hl,(K.POS)
         add hl,bc
         ld (K.POS),hl
         ret nc
         ld hl,(K.POS + 2)
         inc hl
         ld (K.POS + 2),hl
         or a
         ret
step.put:
         call dat.edit
         call step.piece
         ex de,hl
         ld hl,(K.ADDR)
         push bc
         call user.copy
         pop bc
         call dat.changed
         jr step.end

; One more byte from or to a device. Changes: HL.
step.byte:
         ld hl,(K.ADDR)
         inc hl
         ld (K.ADDR),hl
         ld hl,(K.DONE)
         inc hl
         ld (K.DONE),hl
         ld hl,(K.LEFT)
         dec hl
         ld (K.LEFT),hl
         ret

; In: B = sectors to the end of the cluster, DE = sector. Out: NC, B = sectors that go at once, of this cluster and those
; behind it on the disk; CY: part of one. Keeps DE. Changes: AF, C, HL, IY.
step.whole:
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
         jp step.run

; The part of the sector in DATBUF that K.POS and K.LEFT mean. Out: HL = its address there, BC = its length.
; Changes: AF, DE.
step.piece:
         ld hl,(K.POS)
         ld a,h
         and 1
         ld h,a               ; HL = offset
         ex de,hl
         ld hl,512
         or a
         sbc hl,de            ; HL = bytes to the end of the sector
         ld bc,(K.LEFT)
         push hl
         sbc hl,bc
         pop hl
         jr nc,piece.small
         ld b,h
         ld c,l
piece.small:
         ld hl,DATBUF
         add hl,de
         ret

; The file ends at K.POS or later. Out: NC. Changes: AF, HL.
step.grown:
         call dat.inside
         ccf
         ret nc
         ld hl,(K.POS)
         ld (K.FCB + FCB.SIZE),hl
         ld hl,(K.POS + 2)
         ld (K.FCB + FCB.SIZE + 2),hl
         or a
         ret
