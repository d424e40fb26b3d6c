; COPY file[+file...] [file] [/A] [/B]: copies files, or joins them. /A: text that ends with 1Ah; /B: all bytes. Joined
; files are text unless /B is given.

CPY.JOIN:  EQU 1              ; bits of CMD.MODE: one target for all
CPY.TEXT:  EQU 2
CPY.OPEN:  EQU 4              ; the target is open
CPY.OWN:   EQU 8              ; the target is the first source, too
CPY.DEVICE: EQU 16            ; the target is a device

do.copy: call take.switches
         call copy.paths
         ret nz
         ld (CMD.REST),hl
         ld de,0
         ld (CMD.COUNT),de
         ld a,d
         ld (CMD.MODE),a
         call copy.parse
         ret c
         call copy.mode
copy.source:
         ld hl,(CMD.REST)
         ld de,CMD.FCB
         call take.name
         ld (CMD.REST),hl
         call all.files
         call copy.pattern
         ld hl,(CMD.REST)
         call skip.blanks
         cp "+"
         inc hl
         ld (CMD.REST),hl
         jr z,copy.source
         call copy.end
         ld hl,(CMD.COUNT)
         ld a,h
         or l
         jp z,say.missing
         ld de,0
         ld b,3
         call put.number
         ld de,text.copied
         jp say.line
text.copied: dm " copied$"

; Reads all sources, and the target to CMD.FCB2. In: HL = text. Out: CY: something is wrong, and that was said; the
; number of sources is in CMD.COLUMN. Changes: all.
copy.parse:
         xor a
         ld (CMD.COLUMN),a
parse.source:
         ld de,CMD.FCB
         call take.name
         jp c,only.drive
         jp z,only.bad
         ld a,(CMD.COLUMN)
         inc a
         ld (CMD.COLUMN),a
         call skip.blanks
         cp "+"
         inc hl
         jr z,parse.source
         dec hl
         ld de,CMD.FCB2
         call take.name
         jp c,only.drive
         call skip.blanks
         or a
         jp nz,only.bad
         call all.files
         ld hl,CMD.FCB2
         ld a,(hl)
         call real.drive
         ld (hl),a
         ret                  ; NC from OR

; CMD.MODE from the switches, CMD.FCB2, and the only source in CMD.FCB. Changes: all.
copy.mode:
         ld hl,CMD.FCB2 + 1
         call is.device
         ld hl,CMD.MODE
         jr nz,mode.file
         set 4,(hl)
         set 1,(hl)           ; a device ends with 1Ah
mode.file:
         ld a,(CMD.COLUMN)
         dec a
         jr nz,mode.join
         ld de,CMD.FCB2
         call is.wild
         jr z,mode.switches
         ld de,CMD.FCB
         call all.files
         call is.wild
         jr nz,mode.switches
mode.join:
         ld hl,CMD.MODE
         set 0,(hl)
         set 1,(hl)
mode.switches:
         ld a,"A"
         call is.switch
         ld hl,CMD.MODE
         jr z,mode.binary
         set 1,(hl)
mode.binary:
         ld a,"B"
         call is.switch
         ret z
         ld hl,CMD.MODE
         res 1,(hl)
         ret

; Copies what fits CMD.FCB. Changes: all.
copy.pattern:
         ld hl,CMD.FCB
         ld a,(hl)
         call real.drive
         ld (hl),a
         inc hl
         call is.device
         jr nz,pattern.files
         ld hl,CMD.FCB
         ld de,CMD.FOUND
         ld bc,12
         ldir
         jr copy.one
pattern.files:
         ld c,&11
pattern.next:
         ld hl,CMD.FOUND
         ld (DMA),hl
         ld de,CMD.FCB
         call BDOS
         or a
         ret nz
         ld de,CMD.FCB
         call is.wild
         jr nz,copy.one
         ld hl,CMD.FOUND + 1
         call put.name
         call put.line
         call copy.one
         ld c,&12
         jr pattern.next

; Copies the file that CMD.FOUND names. Changes: all.
copy.one:
         call copy.names
         ld a,(CMD.MODE)
         and CPY.DEVICE
         jr nz,one.different
         ld hl,CMD.SOURCE
         ld de,CMD.TARGET
         ld b,12
one.compare:
         ld a,(de)
         cp (hl)
         jr nz,one.different
         inc hl
         inc de
         djnz one.compare
         ld a,(CMD.MODE)
         rrca
         jp nc,copy.itself
         and CPY.OPEN / 2
         jp z,copy.own
         ld de,copy.lost
         jp say.line
one.different:
         ld de,CMD.SOURCE
         ld c,&0F
         call BDOS
         or a
         jp nz,say.missing
         ld a,(CMD.MODE)
         and CPY.OPEN
         jr nz,one.data
         ld de,CMD.TARGET
         ld c,&16
         call BDOS
         or a
         jp nz,copy.noroom
         ld hl,CMD.MODE
         set 2,(hl)
         ld hl,0
         ld (CMD.TARGET + FCB.RANDOM),hl
         ld (CMD.TARGET + FCB.RANDOM + 2),hl
         inc hl
         ld (CMD.TARGET + FCB.RECSIZ),hl
one.data:
         call copy.data
         ld a,(CMD.MODE)
         rrca
         jr c,copy.joined
         ld hl,CMD.SOURCE + FCB.DATE
         ld de,CMD.TARGET + FCB.DATE
         ld bc,4              ; time, too
         ldir
         ld a,1
         ld (K.DATED),a
         call copy.close
         ld hl,(CMD.COUNT)
         inc hl
         ld (CMD.COUNT),hl
         ret
copy.joined:
         ld hl,1
         ld (CMD.COUNT),hl
         ret
copy.itself:
         ld de,copy.same
         call say.line
         jp cmd.loop
copy.same: dm "A file cannot be copied onto itself$"
copy.lost: dm "The target has been written already$"

; The first source is the target: the others are put behind it. Changes: all.
copy.own:
         ld de,CMD.TARGET
         ld c,&0F
         call BDOS
         or a
         jp nz,say.missing
         ld hl,CMD.MODE
         set 2,(hl)
         set 3,(hl)
         ld hl,1
         ld (CMD.TARGET + FCB.RECSIZ),hl
         ld (CMD.COUNT),hl
         ld hl,(CMD.TARGET + FCB.SIZE)
         ld (CMD.TARGET + FCB.RANDOM),hl
         ld hl,(CMD.TARGET + FCB.SIZE + 2)
         ld (CMD.TARGET + FCB.RANDOM + 2),hl
         ld a,(CMD.MODE)
         and CPY.TEXT
         ret z
         ld hl,0              ; text ends before its 1Ah
         ld (CMD.TARGET + FCB.RANDOM),hl
         ld (CMD.TARGET + FCB.RANDOM + 2),hl
own.next:
         ld hl,CMD.BUFFER
         ld (DMA),hl
         ld hl,(CMD.TARGET + FCB.RANDOM)
         ld de,(CMD.TARGET + FCB.RANDOM + 2)
         push de
         push hl
         ld hl,512
         ld de,CMD.TARGET
         ld c,&27
         call BDOS
         ld b,h
         ld c,l
         ld hl,CMD.BUFFER
         ld a,b
         or c
         jr z,own.end
         ld a,26
         cpir
         jr z,own.mark
         pop hl
         pop hl
         jr own.next
own.mark:
         dec hl
own.end: ld de,CMD.BUFFER
         or a
         sbc hl,de
         pop de
         add hl,de
         ld (CMD.TARGET + FCB.RANDOM),hl
         pop hl
         jr nc,own.high
         inc hl
own.high:
         ld (CMD.TARGET + FCB.RANDOM + 2),hl
         ret

; CMD.SOURCE from CMD.FOUND, and CMD.TARGET, unless it is open, from CMD.FCB2 and the name found. Changes: all.
copy.names:
         ld hl,CMD.FOUND
         ld de,CMD.SOURCE
         ld a,(CMD.FCB)
         ld (de),a
         inc hl
         inc de
         ld bc,11
         ldir
         ld b,25
         xor a
         call name.fill
         ld a,(CMD.MODE)
         and CPY.OPEN
         ret nz
         ld hl,CMD.FCB2
         ld de,CMD.TARGET
         ld bc,37
         ldir
         ld hl,CMD.SOURCE + 1
         ld de,CMD.TARGET + 1
         ld b,11
names.next:
         ld a,(de)
         cp "?"
         jr nz,names.kept
         ld a,(hl)
         ld (de),a
names.kept:
         inc hl
         inc de
         djnz names.next
         ret

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
         ld de,CMD.TARGET
         ld c,&10
         call BDOS
         ld a,(CMD.MODE)
         and CPY.OWN
         jr nz,copy.stop
         ld de,CMD.TARGET
         ld c,&13
         call BDOS
copy.stop:
         call say.full
         jp cmd.loop
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
