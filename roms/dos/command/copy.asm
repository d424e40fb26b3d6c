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
         ld a,1
         ld (DOS.COPIES),a
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
