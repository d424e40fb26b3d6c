; The controller and the drives: select, seek, one sector. Commands: WD279X data sheet.

CMD.RESTORE: EQU &08         ; head loaded, 6 ms a step
CMD.SEEK:    EQU &18         ; the same; the ID field is read by the transfer
CMD.READ:    EQU &80
CMD.WRITE:   EQU &A0
CMD.FORMAT:  EQU &F4         ; Write Track after 30 ms
CMD.FORCE:   EQU &D0

; Selects drive and side of this call, motor on. Out: CY, A = error code. Changes: all.
drive.select:
         call drive.fitted
         call c,drive.swap
         ld a,(DRV.SIDE)
         ld (FDC.SIDE),a
         call drive.physical
         or %11000000
         ld hl,FDC.SEL
         bit 7,(hl)
         ld (hl),a
         ld a,(FDC.CMD)
         jr nz,select.runs
         rlca
         call nc,drive.spin
         ld a,(FDC.CMD)
select.runs:
         rlca
         ld a,E.NOTREADY
         ret

; The motor was off: waits for the index hole, a second at the most, so that the wait in the
; transfer, with interrupts off, is short. Changes: AF, BC.
drive.spin:
         call fdc.stop
         ld bc,50000
spin.wait:
         ld a,(FDC.CMD)
         and %10000010        ; not ready, index
         ret nz
         dec bc
         ld a,b
         or c
         jr nz,spin.wait
         ret

; Makes the controller idle, so that its status is that of the drive. Changes: AF.
fdc.stop:
         ld a,CMD.FORCE
         ld (FDC.CMD),a
         ld a,20
stop.pause:
         dec a
         jr nz,stop.pause
         ret

; Out: CY when the drive of this call is a phantom drive or has its disk out. Changes: AF, HL.
drive.fitted:
         ld a,(DRV.FITTED)
         cp 2
         ret nc
         ld hl,DRV.INSIDE
         ld a,(DRV.DRIVE)
         xor (hl)
         ret z
         scf
         ret

; Asks for the other disk. Interrupts on meanwhile. Changes: all.
drive.swap:
         ld a,(DRV.DRIVE)
         ld (DRV.INSIDE),a
         call mtoff
         ld de,swap.text
         call ram.text
         ld a,(DRV.DRIVE)
         add a,"A"
         ld ix,CHPUT
         call ram.bios
         ld de,swap.text2
         call ram.text
         ld ix,KILBUF
         call ram.bios
         ld ix,CHGET
         call ram.bios
         ld de,crlf.text
         jp ram.text
swap.text:
         db 13,10
         dm "Insert the disk for drive $"
swap.text2:
         dm ": and press a key$"
crlf.text:
         db 13,10,"$"

; Out: A = number of the real drive of this call. Changes: F, HL.
drive.physical:
         ld a,(DRV.FITTED)
         dec a
         ret z
         ld a,(DRV.DRIVE)
         ret

; Out: HL = where the track of the drive of this call is noted. Changes: AF.
drive.head:
         call drive.physical
         ld hl,DRV.HEADS
         add a,l
         ld l,a
         ret

; Moves the head to DRV.TRACK. Out: CY, A = error code. Changes: all; interrupts as at the call of DSKIO if it moves.
drive.seek:
         call drive.head
         ld a,(hl)
         inc a
         jr nz,seek.known
         call dskio.enable
         ld a,CMD.RESTORE
         call fdc.command
         and %00000100        ; track 0
         jr z,seek.failed
         ld (hl),0
seek.known:
         ld a,(DRV.TRACK)
         cp (hl)
         ld b,(hl)
         ld (hl),a
         ld a,b
         ld (FDC.TRK),a
         ret z
         call dskio.enable
         ld a,(DRV.TRACK)
         ld (FDC.DATA),a
         ld a,CMD.SEEK
         call fdc.command
         rlca
         ret nc
         ld (hl),255
         ld a,E.NOTREADY
         ret
seek.failed:
         ld a,E.SEEK
         scf
         ret

; Runs a command without data. In: A = command. Out: A = status. Changes: F.
fdc.command:
         ld (FDC.CMD),a
fdc.wait:
         ld a,(FDC.PINS)
         add a,a
         jp m,fdc.wait
         ld a,(FDC.CMD)
         ret

; Reads the sector in hand. In: HL = address. Out: CY, A = error code. Changes: all.
fdc.read:
         ld bc,(read.byte)
         ld a,CMD.READ
         call fdc.move
         and %10011100
         jr fdc.error
; Writes it. The same.
fdc.write:
         ld bc,(write.byte)
         ld a,CMD.WRITE
         call fdc.move
         and %11111100
         jr fdc.error
; Reads it without keeping it. Out: CY, A = error code. Changes: all.
fdc.verify:
         ld bc,(verify.byte)
         ld hl,SECBUF         ; not in page 1; it is not written
         ld a,CMD.READ
         call fdc.move
         and %10011100
         jr fdc.error

; What ram.move does with each byte: HL = its address, DE = the data register.
read.byte:
         ld a,(de)
         ld (hl),a
write.byte:
         ld a,(hl)
         ld (de),a
verify.byte:
         ld a,(de)
         nop

; Moves the bytes of the sector in hand. In: A = command, BC = two instructions as above, HL = address. Out: A = status.
; Changes: all; interrupts off.
fdc.move:
         di
         ld (move.byte),bc
         ld c,a
         ld a,(DRV.REC)
         ld (FDC.SEC),a
         call sector.hidden
         ld a,c
         ld d,FDC.CMD // 256
         jr c,move.hidden
         call ram.move
         jr move.end
move.hidden:
         call ram.hidden
move.end:
         push af
         call dskio.enable    ; a waiting interrupt comes; with a second one the next sector would have passed
         di
         pop af
         ret

; In: A = status bits that are errors. Out: CY, A = error code, or NC. Changes: F.
fdc.error:
         or a
         ret z
         rlca
         jr c,error.notready
         rlca
         jr c,error.protected
         rlca
         jr c,error.fault
         rlca
         jr c,error.notfound
         rlca
         jr c,error.data
         ld a,E.OTHER         ; data lost
         scf
         ret
error.notready:
         ld a,E.NOTREADY
         ret
error.protected:
         ld a,E.PROTECTED
         ret
error.fault:
         ld a,E.FAULT
         ret
error.notfound:
         ld a,E.NOTFOUND
         ret
error.data:
         ld a,E.DATA
         ret

; MTOFF: stops the motors. Changes: AF.
mtoff:   xor a
         ld (DRV.TIMER),a
         ld (FDC.SEL),a
         ret

; Has the disk been changed? In: A = drive. Out: NZ when it has. Changes: AF, HL.
drive.changed:
         ld (DRV.DRIVE),a
         call drive.physical
         ld l,a
         ld a,(DRV.TIMER)
         or a
         ld a,l
         jr z,changed.still
         or %11000000         ; the motor runs: leave it so
changed.still:
         ld (FDC.SEL),a
         ld a,(FDC.SEL)
         cpl
         and %00000100
         ret

; Out: DRV.FITTED = 1 or 2: does the second drive find its track 0? Changes: all.
drive.count:
         call fdc.stop
         ld a,%10000001       ; some drives step with the motor on only
         ld (FDC.SEL),a
         ld a,&00             ; restore
         call fdc.command
         and %00000100
         rrca
         rrca
         inc a
         ld (DRV.FITTED),a
         xor a
         ld (FDC.SEL),a
         ret
