; Devices as files (MSX-DOS 2 Program Interface Specification, "Devices and Character I/O"; Function Specifications, 48,
; 49, 4B). All goes through the console, printer and auxiliary functions of level 1.

DEV.EOF: EQU 26

; In: A = device. Out: HL = its three letters. Changes: F, BC.
dev.name:
         sub DEV.PRN
         ld c,a
         ld b,0
         ld hl,dev.names
         add hl,bc
         add hl,bc
         add hl,bc
         ret

; Writes K.LEFT bytes from K.ADDR. In: IY = opening. Out: A = 0, HL = bytes.
dev.write:
         ld hl,(K.LEFT)
         ld a,h
         or l
         jr z,dev.end
         call dev.fetch
         call dev.out
         call step.byte
         jr dev.write
; The end: the position goes on, as that of a file. Out: A = 0, HL = bytes.
dev.end: ld iy,(opn.now)
         call xfer.position
         ex de,hl
         ld bc,(K.DONE)
         ld a,(hl)
         add a,c
         ld (hl),a
         inc hl
         ld a,(hl)
         adc a,b
         ld (hl),a
         jr nc,dev.placed
         inc hl
         inc (hl)
         jr nz,dev.placed
         inc hl
         inc (hl)
dev.placed:
         ld h,b
         ld l,c
         xor a
         ret
; Out: A = the program's byte at K.ADDR. Changes: BC, DE, HL.
dev.fetch:
         ld hl,(K.ADDR)
         ld de,SECBUF
         ld bc,1
         call l2.copy
         ld a,(SECBUF)
         ret
; In: A = byte for K.ADDR. Changes: BC, DE, HL.
dev.store:
         ld (SECBUF),a
         ld hl,SECBUF
         ld de,(K.ADDR)
         ld bc,1
         call l2.copy
         jp step.byte

; In: A = byte for device of opening opn.now. Changes: all.
dev.out: ld iy,(opn.now)
         ld e,a
         ld a,(iy + OPN.DEVICE)
         cp DEV.NUL
         ret z
         ld c,5
         jr c,out.call        ; printer
         cp DEV.AUX
         dec c                ; 4: auxiliary
         jr z,out.call
         ld c,2
         bit 5,(iy + OPN.STATE)
         jr nz,out.call
         ld a,e
         inc a
         jr z,out.call        ; FFh would read
         ld c,6
out.call:
         jp l2.bdos

; Reads K.LEFT bytes to K.ADDR. In: IY = opening. Out: A = error, HL = bytes.
dev.read:
         ld hl,(K.LEFT)
         ld a,h
         or l
         ret z
         res 6,(iy + OPN.STATE)
         ld a,(iy + OPN.DEVICE)
         cp DEV.AUX
         jr z,dev.auxiliary
         jr c,dev.over        ; NUL and the printer: nothing
         bit 5,(iy + OPN.STATE)
         jr z,dev.raw
         ld a,(con.count)
         or a
         call z,dev.line
         ld a,(con.count)
         or a
         jr z,dev.over
line.take:
         ld hl,con.count
         dec (hl)
         ld a,(con.place)
         ld e,a
         inc a
         ld (con.place),a
         ld d,0
         ld hl,con.text + 2
         add hl,de
         ld a,(hl)
         call dev.store
         ld hl,(K.LEFT)
         ld a,h
         or l
         jp z,dev.end
         ld a,(con.count)
         or a
         jr nz,line.take
         jp dev.end
; The end of the file.
dev.over:
         ld iy,(opn.now)
         set 6,(iy + OPN.STATE)
         ld hl,0
         ld a,ERR.EOF
         ret
dev.raw: ld c,7
         call l2.bdos
         call dev.store
         ld hl,(K.LEFT)
         ld a,h
         or l
         jr nz,dev.raw
         jp dev.end
; A line of the auxiliary device, or as much as is wanted; 1Ah at its start ends the file, elsewhere the line.
dev.auxiliary: ld c,3
         call l2.bdos
         ld iy,(opn.now)
         bit 5,(iy + OPN.STATE)
         jr z,aux.store
         cp DEV.EOF
         jr nz,aux.store
         ld hl,(K.DONE)
         ld a,h
         or l
         jr z,dev.over
         jp dev.end
aux.store:
         push af
         call dev.store
         pop af
         cp 10
         jr nz,aux.more
         ld iy,(opn.now)
         bit 5,(iy + OPN.STATE)
         jp nz,dev.end
aux.more:
         ld hl,(K.LEFT)
         ld a,h
         or l
         jr nz,dev.auxiliary
         jp dev.end

; A line of the console to con.text + 2, with 13 and 10. Out: con.place = 0, con.count, 0: it begins with 1Ah.
; Changes: all.
dev.line:
         ld hl,SECBUF
         ld (hl),126
         ex de,hl
         ld c,10
         call l2.bdos
         ld e,10
         ld c,2
         call l2.bdos
         xor a
         ld (con.place),a
         ld (con.count),a
         ld hl,SECBUF + 1
         ld de,con.text + 1
         ld bc,129
         ldir
         ld a,(con.text + 1)
         ld l,a
         ld h,0
         ld de,con.text + 2
         add hl,de
         ld (hl),13
         inc hl
         ld (hl),10
         ld hl,con.text + 2
         ld b,(hl)
         dec b
         or a
         jr z,line.end
         ld c,a
         ld a,b
         cp DEV.EOF - 1
         ret z
         ld a,c
line.end:
         add a,2
         ld (con.count),a
         ret

; 4B: In: B = handle, A = what, DE. Out: A = error, DE.
hnd.control:
         ld c,a
         call hnd.find
         ld a,c
         cp 5
         ld a,ERR.ISBFN
         ret nc
         ld b,(iy + OPN.DEVICE)
         ld a,c
         or a
         jr z,control.state
         dec a
         jr z,control.mode
         dec a
         jr z,control.input
         dec a
         ld de,&00FF
         ret z                ; 3: ready for output
         ld de,0
         inc b
         ld a,d
         ret nz               ; 4: only the console has a size
         ld de,(LINLEN)       ; E = columns, D = rows
         ret
control.state:
         ld d,a
         inc b
         dec b
         jr z,state.file
         ld a,(iy + OPN.STATE)
         or %10000000
         ld e,a
         xor a
         ret
state.file:
         call control.end
         ld a,0
         rra
         rra
         ld e,a               ; bit 6: the end of the file
         push de
         call fil.record
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld a,(de)            ; DPB.DRIVE
         pop de
         or e
         ld e,a
         xor a
         ret
control.mode:
         inc b
         dec b
         ld a,ERR.IDEV
         ret z
         ld a,(iy + OPN.STATE)
         xor e
         and %11011111
         xor e
         ld (iy + OPN.STATE),a
         xor a
         ret
control.input:
         ld de,&00FF
         inc b
         dec b
         jr z,input.file
         inc b
         ld a,0
         ret nz
         ld a,(con.count)
         or a
         ld a,0
         ret nz
         ld c,11
         call l2.bdos
         ld e,a
         ld d,0
         xor a
         ret
input.file:
         call control.end
         ld a,0
         ret nc
         ld e,a
         ret
; In: IY = opening of a file. Out: CY: its position is at the end. Changes: AF, HL.
control.end:
         push de
         call fil.record
         ld de,FIL.SIZE
         add hl,de
         ld a,(iy + OPN.POS)
         sub (hl)
         inc hl
         ld a,(iy + OPN.POS + 1)
         sbc a,(hl)
         inc hl
         ld a,(iy + OPN.POS + 2)
         sbc a,(hl)
         inc hl
         ld a,(iy + OPN.POS + 3)
         sbc a,(hl)
         ccf
         pop de
         ret
