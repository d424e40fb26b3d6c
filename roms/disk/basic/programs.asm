; Disk BASIC: SAVE and LOAD of tokens, BSAVE, BLOAD. A program is FFh and the memory from TXTTAB to VARTAB; a machine
; code file FEh, first, last and start address, and the bytes. Sources: MSX2 Technical Handbook, chapter 2, 1;
; MSX Wiki, "BLOAD".

; H.BINS: A = 0 program, 1 memory, 2 VRAM from BC to SAVEND. In: D, FILNAM. Out: CY.
prog.save:
         ei
         call prog.drive
         ret nc
         push af
         push bc
         or a
         jr z,save.create
         ld hl,(SAVEND)
         sbc hl,bc            ; NC from OR
         jp c,bas.illegal
save.create:
         call bas.single
         ld b,15
         call bas.clash
         jp c,bas.isopen
         push de
         pop ix
         call prog.create
         pop bc
         pop af
         or a
         jr nz,prog.bsave
         ld de,BAS.HEAD
         dec a
         ld (de),a
         ld hl,1
         call prog.write
         ld de,(TXTTAB)
         ld hl,(VARTAB)
         or a
         sbc hl,de
         call prog.write
; In: IX = FCB. Out: CY. Changes: all but IX.
prog.close:
         ld c,&10
         call prog.fcb
         scf
         ret
prog.bsave:
         push af
         ld hl,BAS.HEAD
         ld (hl),&FE
         ld (BAS.HEAD + 1),bc
         ld de,(SAVEND)
         ld (BAS.HEAD + 3),de
         ld hl,(SAVENT)
         ld (BAS.HEAD + 5),hl
         ex de,hl
         or a
         sbc hl,bc
         inc hl
         push hl
         push bc
         ld de,BAS.HEAD
         ld hl,7
         call prog.write
         pop de
         pop hl
         pop af
         dec a
         jr nz,bsave.vram
         call prog.write
         jr prog.close
; In: DE = VRAM, HL = bytes.
bsave.vram:
         ld a,h
         or l
         jr z,prog.close
         call prog.part
         push hl
         push de
         ld h,d
         ld l,e
         ld de,(BAS.ROOM)
         push bc
         call LDIRMV
         pop hl
         push hl
         ld de,(BAS.ROOM)
         call prog.write
         pop bc
         pop hl
         add hl,bc
         ex de,hl
         pop hl
         jr bsave.vram

; H.BINL: A = 0 program, 1 memory, 2 VRAM with offset BC. In: D, FILNAM. Out: CY; NC if a program is text.
prog.load:
         ei
         call prog.drive
         ret nc
         push af
         push bc
         call bas.single
         push de
         pop ix
         call prog.open
         pop bc
         pop af
         or a
         jp nz,prog.bload
         ld l,a
         ld h,a
         ld (BAS.HEAD),hl
         ld (BAS.HEAD + 1),hl
         ld de,BAS.HEAD
         ld hl,3
         call prog.read
         ld a,(BAS.HEAD)
         inc a
         ret nz               ; NC: text
         ld a,(ix + FCB.SIZE + 2)
         or (ix + FCB.SIZE + 3)
         jr nz,prog.memory
         ld l,(ix + FCB.SIZE)
         ld h,(ix + FCB.SIZE + 1)
         ld bc,(TXTTAB)
         add hl,bc
         jr c,prog.memory
         ld bc,200            ; for the stack
         add hl,bc
         jr c,prog.memory
         sbc hl,sp            ; NC from ADD
         jr nc,prog.memory
         ld hl,(TXTTAB)       ; no program, if the disk fails
         xor a
         ld (hl),a
         inc hl
         ld (hl),a
         inc hl
         call prog.ends
         ld de,(BAS.HEAD + 1)
         ld a,d
         or e
         scf
         ret z
         ex de,hl
         ld l,(ix + FCB.SIZE)
         ld h,(ix + FCB.SIZE + 1)
         ld bc,-3
         add hl,bc
         push de
         push hl
         call prog.read
         pop bc
         or a
         sbc hl,bc
         jp nz,bas.badfat
         pop hl
         add hl,bc            ; the end
         dec hl
         ld a,(hl)
         dec hl
         or (hl)
         inc hl
         inc hl
         jr z,load.whole      ; ends with 0, 0
         xor a
         ld b,3
load.zero:
         ld (hl),a
         inc hl
         djnz load.zero
load.whole:
         call prog.ends
         ld hl,(TXTTAB)
         ld de,(BAS.HEAD + 1)
         ld (hl),e
         inc hl
         ld (hl),d
         scf
         ret
prog.memory:
         ld e,7               ; Out of memory
         jp bas.error
; In: HL = end of the program. Changes: nothing.
prog.ends:
         ld (VARTAB),hl
         ld (ARYTAB),hl
         ld (STREND),hl
         ret

prog.bload:
         push af
         push bc
         ld de,BAS.HEAD
         ld hl,7
         call prog.read
         ld de,7
         or a
         sbc hl,de
         jp nz,bas.badmode
         ld a,(BAS.HEAD)
         cp &FE
         jp nz,bas.badmode
         pop bc
         ld hl,(BAS.HEAD + 5)
         add hl,bc
         ld (SAVENT),hl
         ld hl,(BAS.HEAD + 3)
         ld de,(BAS.HEAD + 1)
         or a
         sbc hl,de
         jp c,bas.badmode
         inc hl               ; bytes
         ex de,hl
         add hl,bc
         ex de,hl
         pop af
         dec a
         jr nz,bload.vram
         call prog.read
         scf
         ret
; In: DE = VRAM, HL = bytes.
bload.vram:
         ld a,h
         or l
         scf
         ret z
         call prog.part
         push hl
         push de
         ld h,b
         ld l,c
         ld de,(BAS.ROOM)
         call prog.read
         pop de
         ld a,h
         or l
         jr z,bload.short
         push de
         push hl
         ld b,h
         ld c,l
         ld hl,(BAS.ROOM)
         call LDIRVM
         pop hl
         pop de
         add hl,de
         ex de,hl
         pop hl
         jr bload.vram
bload.short:
         pop hl
         scf
         ret

; Free memory for a step of at most HL bytes. Out: BAS.ROOM = its address, BC = bytes of this step, HL less these.
; Changes: AF.
prog.part:
         push de
         push hl
         call prog.room
         pop hl
         or a
         sbc hl,bc
         jr nc,part.whole
         add hl,bc
         ld b,h
         ld c,l
         ld hl,0
part.whole:
         pop de
         ret
; Out: BAS.ROOM, BC = free bytes there: between variables and stack, 256 of file 0 at least. Changes: AF, DE, HL.
prog.room:
         ld hl,0
         add hl,sp
         ld de,(STREND)
         or a
         sbc hl,de
         ld bc,-1024
         add hl,bc
         ex de,hl             ; DE = bytes
         jr nc,room.small
         ld a,d
         and &FE
         jr z,room.small
         cp &40
         jr c,room.big
         ld a,&40
room.big:
         ld b,a
         ld c,0
         ld (BAS.ROOM),hl
         ret
room.small:
         ld hl,(NULBUF)
         ld (BAS.ROOM),hl
         ld bc,256
         ret

; In: D = device. Out: CY: it is a drive. Changes: F.
prog.drive:
         push bc
         ld b,a
         ld a,d
         cp 9
         ld a,b
         pop bc
         ret

; In: C = function, IX = FCB. Out: as bas.bdos.
prog.fcb:
         push ix
         pop de
         jp bas.bdos
; Opens; records of one byte. In: IX = FCB. Changes: all but IX. Error 53, or 67.
prog.open:
         ld c,&0F
         call prog.fcb
         jp nz,bas.nofile
         jr prog.bytes
prog.create:
         ld c,&16
         call prog.fcb
         jp nz,bas.toomany
prog.bytes:
         ld (ix + FCB.RECSIZ),1
         ld (ix + FCB.RECSIZ + 1),0
         ret
; In: IX = FCB, DE = address, HL = bytes. Out: prog.read: HL = bytes read. Changes: all but IX. A full disk: the file
; goes, error 66.
prog.read:
         ld a,h
         or l
         ret z
         ld c,&27
         jr prog.move
prog.write:
         ld a,h
         or l
         ret z
         ld c,&26
         call prog.move
         ret z
         ld c,&10
         call prog.fcb
         ld c,&13
         call prog.fcb
         jp bas.full
prog.move:
         push bc
         push hl
         ld c,&1A
         call bas.bdos
         pop hl
         pop bc
         jr prog.fcb
