; Devices as files: CON, PRN and LST, NUL, AUX with any extension, on any drive. What is written goes out
; up to a 1Ah; what is read ends with 1Ah. CON gives lines, with their 13 and 10.

DEV.EOF: EQU 26

; Opens it. In: A = device, on the stack the program's FCB. The end of a function.
dev.open:
         ld (K.FCB + FCB.DEVICE),a
         ld hl,128
         ld (K.FCB + FCB.RECSIZ),hl
         ld hl,0
         ld (K.FCB + FCB.SIZE),hl
         ld (K.FCB + FCB.SIZE + 2),hl
         call clock.stamp
         ld (K.FCB + FCB.DATE),de
         ld (K.FCB + FCB.TIME),hl
         pop de
         call fcb.store
         jp bdos.ok

; Out: NC: K.FCB is an open device, A. Changes: AF.
dev.is:  ld a,(K.FCB + FCB.DEVICE)
         cp DEV.PRN
         ret

; Writes what blk.span has prepared. Out: K.DONE. Changes: all but IX.
dev.write:
         push ix
write.next:
         ld hl,(K.LEFT)
         ld a,h
         or l
         jr z,write.end
         ld de,(K.ADDR)
         call ram.peek
         cp DEV.EOF
         jr z,write.rest
         call dev.out
         call step.byte
         jr write.next
write.rest:
         ld de,(K.DONE)
         add hl,de
         ld (K.DONE),hl
write.end:
         pop ix
         ret
; In: A = character. Changes: all.
dev.out: ld e,a
         ld a,(K.FCB + FCB.DEVICE)
         cp DEV.NUL
         ret z
         jr c,out.printer
         inc a
         ld a,e
         jp nz,&F374
         push de
         call con.check
         pop de
         ld a,e
         jp con.put
out.printer:
         ld a,e
         jp con.print

; Reads what blk.span has prepared. Out: K.DONE, K.SHORT. Changes: all but IX.
dev.read:
         push ix
         call dev.fill
         pop ix
         ret
dev.fill:
         ld hl,(K.LEFT)
         ld a,h
         or l
         ret z
         ld a,(K.FCB + FCB.DEVICE)
         cp DEV.AUX
         jr c,dev.end
         jr nz,dev.key
         call &F371
         cp DEV.EOF
         jr z,dev.end
         call dev.store
         jr dev.fill
dev.key: call con.key
         cp DEV.EOF
         jr z,dev.end
         cp 8
         jr z,dev.back
         cp 127
         jr z,dev.back
         push af
         call dev.store
         pop af
         push af
         call con.put
         pop af
         cp 13
         jr nz,dev.fill
         ld a,10
         push af
         call con.put
         pop af
         ld hl,(K.LEFT)
         ld c,a
         ld a,h
         or l
         ret z
         ld a,c
         call dev.store
         ld hl,(K.SIZE)
         dec hl
         ld a,h
         or l
         jr nz,dev.fill
         ret                  ; records of one byte: a line is enough
; The end of the file: a record in part is filled up. Changes: all.
dev.end: call short.end
         call blk.missing
         ret z
end.next:
         push hl
         ld a,DEV.EOF
         call dev.store
         pop hl
         dec hl
         ld a,h
         or l
         jr nz,end.next
         ret
; Rubs out a character of this line. Changes: all.
dev.back:
         ld hl,(K.DONE)
         ld a,h
         or l
         jp z,dev.fill
         ld de,(K.ADDR)
         dec de
         call ram.peek
         cp 10
         jp z,dev.fill
         ld (K.ADDR),de
         dec hl
         ld (K.DONE),hl
         ld hl,(K.LEFT)
         inc hl
         ld (K.LEFT),hl
         ld hl,back.text
back.next:
         ld a,(hl)
         inc hl
         or a
         jp z,dev.fill
         push hl
         call con.put
         pop hl
         jr back.next
back.text:
         db 8," ",8,0
; In: A = character read. Changes: DE, HL.
dev.store:
         ld de,(K.ADDR)
         call ram.poke
         jp step.byte
