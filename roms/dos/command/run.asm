; Programs and batch files.

; Runs the file that the line in CMD.REST names. Changes: all.
run.file:
         call is.level2
         jr nz,run.path
         ld hl,(CMD.REST)
         ld de,DOS.FCB
         call take.name
         jp c,say.drive
         jp z,say.bad
         ld (CMD.REST),hl
         call is.wild
         jp z,say.bad
         ld a,(DOS.FCB + 1)
         cp " "
         jp z,say.bad
         ld hl,DOS.FCB + 9
         ld a,(hl)
         cp " "
         jr nz,run.typed
         ld hl,run.com
         call run.type
         call run.open
         jr z,run.program
         ld hl,run.bat
         call run.type
         call run.open
         jp z,batch.begin
         jp say.bad
run.typed:
         ld de,run.com
         call run.istype
         jr nz,run.notcom
         call run.open
         jr z,run.program
         jp say.bad
run.notcom:
         ld hl,DOS.FCB + 9
         ld de,run.bat
         call run.istype
         jp nz,say.bad
         call run.open
         jp z,batch.begin
         jp say.bad
run.path:
         call find.program
         jp nz,say.bad
         ld de,DOS.FCB + 9
         ld hl,run.bat
         call run.istype
         jp z,batch.begin
         jr run.program
run.com: dm "COM"
run.bat: dm "BAT"
; In: HL = extension. Changes: BC, DE, HL.
run.type:
         ld de,DOS.FCB + 9
         ld bc,3
         ldir
         ret
; In: HL, DE = extensions. Out: Z: the same. Changes: AF, B, DE, HL.
run.istype:
         ld b,3
istype.next:
         ld a,(de)
         cp (hl)
         ret nz
         inc hl
         inc de
         djnz istype.next
         ret
; Out: Z: DOS.FCB is open. Changes: all.
run.open:
         ld de,DOS.FCB
         ld c,&0F
         call BDOS
         or a
         ret

; Starts the open program with its parameters. Never returns if there is room for it.
run.program:
         ld hl,(DOS.FCB + FCB.SIZE + 2)
         ld a,h
         or l
         jr nz,run.toobig
         ld hl,(DOS.FCB + FCB.SIZE)
         ld de,DOS.BASE - 256 - TPA
         rst &20
         jr nc,run.toobig
         ld hl,(CMD.REST)
         ld de,TAIL + 1
         ld b,0
run.tail:
         ld a,(hl)
         ld (de),a
         or a
         jr z,run.taken
         inc hl
         inc de
         inc b
         bit 7,b
         jr z,run.tail
         dec b
         dec de
         xor a
         ld (de),a
run.taken:
         ld a,b
         ld (TAIL),a
         call process.begin
         ld hl,(CMD.REST)
         ld de,FCB1
         call run.parameter
         ld de,FCB2
         call run.parameter
         jp JP.RUN
run.toobig:
         ld de,text.toobig
         jp say.line
text.toobig: dm "The program is too big$"
; The next parameter as an FCB of 16 bytes. In: HL = text, DE = FCB. Out: HL behind it. Changes: AF, BC, DE.
run.parameter:
         push de
         ld de,CMD.FCB
         call take.name
         pop de
         push hl
         ld hl,CMD.FCB
         ld bc,16
         ldir
         pop hl
         ret
