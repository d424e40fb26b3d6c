; COPY: the contents of a file, and the end of the one that is written.

; The contents of CMD.SOURCE behind those of CMD.TARGET. Changes: all.
copy.data:
         ld hl,1
         ld (CMD.SOURCE + FCB.RECSIZ),hl
         dec hl
         ld (CMD.SOURCE + FCB.RANDOM),hl
         ld (CMD.SOURCE + FCB.RANDOM + 2),hl
         ld hl,TPA
         ld (DMA),hl
data.next:
         ld hl,CMD.BASE - TPA
         ld de,CMD.SOURCE
         ld c,&27
         call BDOS
         ld (CMD.LAST),a
         ld a,h
         or l
         ret z
         ld a,(CMD.MODE)
         and CPY.TEXT
         call nz,data.text
         ld a,h
         or l
         jr z,data.end
         ld de,CMD.TARGET
         ld c,&26
         call BDOS
         or a
         jr nz,copy.full
data.end:
         ld a,(CMD.LAST)
         or a
         ret nz
         jr data.next
; The bytes before the first 1Ah. In: HL = bytes. Out: HL; CMD.LAST not 0 if there is one. Changes: AF, BC, DE.
data.text:
         ld b,h
         ld c,l
         ld d,h
         ld e,l
         ld hl,TPA
         ld a,26
         cpir
         ex de,hl
         ret nz
         ld a,1
         ld (CMD.LAST),a
         ld hl,-TPA - 1
         add hl,de
         ret

; Ends the command: there is no room. What has been written is no file. Never returns.
copy.full:
         call copy.drop
         call say.full
         jp cmd.loop
; CTRL+C while COPY reads from a device: the same without a word. Changes: all.
copy.broken:
         ld a,(CMD.MODE)
         and CPY.OPEN + CPY.DEVICE
         cp CPY.OPEN
         ret nz
; Closes the target, and deletes it unless it was there before. Changes: all.
copy.drop:
         ld de,CMD.TARGET
         ld c,&10
         call BDOS
         ld a,(CMD.MODE)
         and CPY.OWN
         ret nz
         ld de,CMD.TARGET
         ld c,&13
         jp BDOS
copy.noroom:
         ld de,copy.directory
         call say.line
         jp cmd.loop
copy.directory: dm "No room for the file, or a bad name$"

; Ends the joined file. Changes: all.
copy.end:
         ld a,(CMD.MODE)
         and CPY.JOIN + CPY.OPEN
         cp CPY.JOIN + CPY.OPEN
         ret nz
; Ends the target: text with 1Ah. Changes: all.
copy.close:
         ld a,(CMD.MODE)
         and CPY.TEXT + CPY.DEVICE
         cp CPY.TEXT
         jr nz,close.now
         ld a,26
         ld (CMD.BUFFER),a
         ld hl,CMD.BUFFER
         ld (DMA),hl
         ld hl,1
         ld de,CMD.TARGET
         ld c,&26
         call BDOS
         or a
         jr nz,copy.full
close.now:
         ld hl,CMD.MODE
         res 2,(hl)
         ld de,CMD.TARGET
         ld c,&10
         jp BDOS

; In: HL = eleven characters of a name. Out: Z: it is a device. Changes: AF, BC, DE.
is.device:
         push hl
         ld de,3
         add hl,de
         ld b,5
device.blank:
         ld a,(hl)
         inc hl
         cp " "
         jr nz,device.end
         djnz device.blank
         pop hl
         push hl
         ld de,device.names
device.next:
         pop hl
         push hl
         ld a,(de)
         or a
         jr z,device.none
         ld bc,&0300          ; C: differences
device.letter:
         ld a,(de)
         inc de
         cp (hl)
         inc hl
         jr z,device.same
         inc c
device.same:
         djnz device.letter
         ld a,c
         or a
         jr nz,device.next
device.end:
         pop hl
         ret
device.none:
         or 1
         pop hl
         ret
device.names:
         dm "CONPRNLSTNULAUX"
         db 0
