; Reading and writing by handles (MSX-DOS 2 Function Specifications, 48 and 49).

; 48: In: B = handle, DE = address, HL = bytes. Out: A = error, HL = bytes read.
hnd.read:
         call hnd.find
         bit 1,(iy + OPN.MODE)
         jr nz,xfer.refused
         call xfer.begin
         jp nz,dev.read
         call read.clip
         ld hl,(K.LEFT)
         ld a,h
         or l
         jr nz,read.next
         ld a,(xfer.size)
         ld b,a
         ld a,(xfer.size + 1)
         or b
         ret z                ; nothing was wanted
         ld a,ERR.EOF
         ret
read.next:
         call step.read
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
write.next:
         call step.write
         jr c,write.full
         ld hl,(K.LEFT)
         ld a,h
         or l
         jr nz,write.next
write.full:
         xor a
         ld (K.GROW),a
         call step.grown
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
         call fil.drive
         push iy
         call disk.other
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

; Sectors of the cluster in hand and those behind it. In: A = sectors wanted, B, DE, IX as fat.run. Out: NC, B; CY: memory
; where no driver reaches. Keeps DE. Changes: AF, C, HL, IY.
step.run:
         ld c,a
         ld a,(l2.slot)
         ld hl,RAMAD0 + 1
         cp (hl)
         jr z,run.reached     ; the driver finds the program's page 1
         ld hl,(K.ADDR)
         bit 7,h
         jr nz,run.reached
         xor a
         sub l
         ld a,&40
         sbc a,h
         ret c
         srl a                ; sectors up to page 1
         scf
         ret z
         cp c
         jr nc,run.reached
         ld c,a
run.reached:
         ld a,c
         call fat.run
         or a
         ret
user.copy: EQU l2.copy
