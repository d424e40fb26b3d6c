; Batch files: their lines are read one at a time, so a program may overwrite all but the resident part.

; Begins the batch file in DOS.FCB, which is there; CMD.WORD = the line that named it. Changes: all.
batch.begin:
         ld hl,DOS.FCB
         ld a,(hl)
         or a
         jr nz,begin.drive
         ld a,(DEFDRV)
         inc a
         ld (hl),a
begin.drive:
         ld de,BAT.FILE
         ld bc,12
         ldir
         call is.level2
         call nz,batch.handle
         ld hl,0
         ld (BAT.PLACE),hl
         ld (BAT.PLACE + 2),hl
         ld a,1
         ld (BAT.ON),a
         ld (BAT.ECHO),a
         ld hl,(CMD.WORD)
         ld de,BAT.LINE
         ld b,127
begin.line:
         ld a,(hl)
         ld (de),a
         or a
         ret z
         inc hl
         inc de
         djnz begin.line
         xor a
         ld (de),a
         ret

; The batch file of the start, if there is one: AUTOEXEC.BAT with the machine, REBOOT.BAT with CALL SYSTEM; %1 is the
; drive. In: A = DOS.AGAIN. Changes: all.
batch.first:
         or a
         ld hl,first.autoexec
         jr z,first.copy
         ld hl,first.reboot
first.copy:
         ld de,CMD.LINE + 2
         ld bc,first.reboot - first.autoexec
         ldir
         ld a,(DOS.DRIVE)
         ld hl,CMD.LINE + 15
         add a,(hl)
         ld (hl),a
         ld hl,CMD.LINE + 2
         ld (CMD.WORD),hl
         ld (CMD.REST),hl
         call is.level2
         jr nz,first.path
         ld de,DOS.FCB
         call take.name
         call run.open
         jr first.begin
first.path:
         call find.program
first.begin:
         ret nz
         jp batch.begin
first.autoexec: dm "AUTOEXEC.BAT A:"
         db 0
first.reboot: dm "REBOOT.BAT   A:"
         db 0

; CTRL+C has ended a program: the batch file may end, too. Changes: all.
batch.broken:
         ld hl,BAT.ON
         ld a,(hl)
         or a
         ret z
         ld (hl),0            ; CTRL+C is yes, too
         call put.fresh
         ld de,broken.text
         call ask.yes
         ret z
         ld a,1
         ld (BAT.ON),a
         ret
broken.text: dm "Terminate batch file (Y/N)? $"

; Asks until the answer is Y or N. In: DE = question. Out: Z: yes. Changes: all.
ask.yes: push de
         call say
         ld c,1
         call BDOS
         call capital
         push af
         call put.line
         pop af
         pop de
         cp "Y"
         ret z
         cp "N"
         jr nz,ask.yes
         or a
         ret

; The next line of the batch file, shown if its lines are. Out: NZ: CMD.LINE + 2; Z: there is none. Changes: all.
batch.line:
         ld a,(BAT.ON)
         or a
         jp z,batch.close
         call is.level2
         jr nz,line.handle
         call batch.open
         ld hl,CMD.BUFFER
         ld (DMA),hl
         ld hl,255
         ld de,CMD.FCB
         ld c,&27
         call BDOS
         jr line.length
line.handle:
         ld a,(BAT.HANDLE)
         ld b,a
         push bc
         ld hl,(BAT.PLACE)
         ld de,(BAT.PLACE + 2)
         xor a
         ld c,&4A
         call BDOS
         pop bc
         ld de,CMD.BUFFER
         ld hl,255
         ld c,&48
         call BDOS
         jr z,line.length
         ld hl,0
line.length:
         ld a,h
         or l
         ld (BAT.ON),a
         jp z,batch.close
         call batch.expand
         ld a,(BAT.ECHO)
         or a
         jr z,line.quiet
         ld hl,CMD.LINE + 2
         ld a,(hl)
         or a
         jr z,line.quiet
         cp "@"
         jr z,line.at
         call cmd.prompt
         ld hl,CMD.LINE + 2
         call put.zero
         call put.line
line.quiet:
         ld hl,CMD.LINE + 2
         ld a,(hl)
         cp "@"
         jr nz,line.given
line.at: ld (hl)," "
line.given:
         or 1
         ret

; Level 2 keeps the batch file open. Its handle from CMD.PATH, and its end. Out: Z. Changes: all.
batch.handle:
         call process.end
         call batch.close
         ld de,CMD.PATH
         call handle.open
         jp nz,say.error
         ld (BAT.HANDLE),a
         ret
batch.close:
         call is.level2
         ret z
         ld hl,BAT.HANDLE
         ld a,(hl)
         or a
         ret z
         ld (hl),0
         ld b,a
         ld c,&45
         call BDOS
         xor a
         ret

; Opens the batch file at its next line; asks for its disk. Changes: all.
batch.open:
         ld hl,BAT.FILE
         ld de,CMD.FCB
         ld bc,12
         ldir
         ld b,25
         xor a
         call name.fill
         ld de,CMD.FCB
         ld c,&0F
         call BDOS
         or a
         jr z,batch.place
         ld de,batch.ask
         ld a,(BAT.FILE)
         call ask.disk
         jr batch.open
batch.place:
         ld hl,1
         ld (CMD.FCB + FCB.RECSIZ),hl
         ld hl,(BAT.PLACE)
         ld (CMD.FCB + FCB.RANDOM),hl
         ld hl,(BAT.PLACE + 2)
         ld (CMD.FCB + FCB.RANDOM + 2),hl
         ret
batch.ask: dm "Disk with the batch file into drive $"
; Asks for a disk, and waits. In: DE = text before the drive's letter, A = drive, 1 is A. Changes: all.
ask.disk:
         push af
         call say
         pop af
         add a,"A" - 1
         call put
         ld de,disk.key
         call say
         ld c,8
         call BDOS
         jp put.line
disk.key: dm ", then press a key$"

; A line of CMD.BUFFER to CMD.LINE + 2, with the parameters in place of %0 to %9; BAT.PLACE behind it. In: L = bytes
; there. Changes: all.
batch.expand:
         ld b,l
         ld hl,CMD.BUFFER
         ld de,CMD.LINE + 2
expand.next:
         ld a,(hl)
         inc hl
         cp 26
         jr z,expand.last
         cp 13
         jr z,expand.end
         cp 10
         jr z,expand.line
         cp "%"
         jr z,expand.word
expand.put:
         call batch.put
expand.more:
         djnz expand.next
         jr expand.line
expand.word:
         dec b
         jr z,expand.line
         ld a,(hl)
         inc hl
         cp "%"
         jr z,expand.put
         sub "0"
         cp 10
         jr nc,expand.other
         call batch.word
         jr expand.more
expand.other:
         push af
         ld a,"%"
         call batch.put
         pop af
         add a,"0"
         cp 13
         jr nz,expand.put
         jr expand.end
expand.last:
         xor a
         ld (BAT.ON),a
         jr expand.line
expand.end:
         ld a,(hl)
         cp 10
         jr nz,expand.line
         dec b
         jr z,expand.line
         inc hl
expand.line:
         xor a
         ld (de),a
         ld de,CMD.BUFFER
         sbc hl,de            ; NC from XOR
         ex de,hl
         ld hl,(BAT.PLACE)
         add hl,de
         ld (BAT.PLACE),hl
         ret nc
         ld hl,(BAT.PLACE + 2)
         inc hl
         ld (BAT.PLACE + 2),hl
         ret
; In: A = character, DE = where it goes if the line has room for it. Out: DE behind it. Changes: F.
batch.put:
         push hl
         ld hl,CMD.LINE + 127
         or a
         sbc hl,de
         pop hl
         ret z
         ld (de),a
         inc de
         ret
; A word of BAT.LINE. In: A = its number, DE = where it goes. Out: DE behind it. Changes: AF.
batch.word:
         push hl
         push bc
         ld hl,BAT.LINE
         ld b,a
         inc b
word.next:
         call skip.blanks
         dec b
         jr z,word.copy
word.skip:
         ld a,(hl)
         call is.between
         jr z,word.next
         inc hl
         jr word.skip
word.copy:
         ld a,(hl)
         call is.between
         jr z,word.end
         call batch.put
         inc hl
         jr word.copy
word.end:
         pop bc
         pop hl
         ret
