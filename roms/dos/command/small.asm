; Small commands.

; TYPE: shows a text file up to its 1Ah.
do.type: call is.level2
         jp nz,type.path
         ld de,CMD.FCB
         call take.name
         jp c,say.drive
         jp z,say.parameter
         call is.wild
         jp z,say.parameter
         ld c,&0F
         call BDOS
         or a
         jp nz,say.missing
         ld hl,CMD.BUFFER
         ld (DMA),hl
         ld hl,1
         ld (CMD.FCB + FCB.RECSIZ),hl
type.next:
         ld de,CMD.FCB
         ld hl,512
         ld c,&27
         call BDOS
         ld a,h
         or l
         ret z
         call type.piece
         jr nz,type.next
         ret
; Shows what is in CMD.BUFFER. In: HL = bytes. Out: Z: an 1Ah is among them, the end. Changes: all.
type.piece:
         ld b,h
         ld c,l
         ld hl,CMD.BUFFER
type.char:
         ld a,(hl)
         inc hl
         cp 26
         ret z
         push bc
         call put
         pop bc
         dec bc
         ld a,b
         or c
         jr nz,type.char
         inc a
         ret

; REM: nothing.
do.rem:  ret

; VER: the version of the system.
do.ver:  ld de,text.version
         jp say.line
text.version: dm "EB-DOS 1.0$"

; ECHO ON, ECHO OFF: the lines of a batch file are shown, or not; ECHO alone says which; else the text is shown.
do.echo: push hl
         call take.onoff
         pop hl
         jr c,echo.text
         ld (BAT.ECHO),a
         ret
echo.text:
         call skip.blanks
         or a
         jr z,echo.which
         call put.zero
         jp put.line
echo.which:
         ld de,echo.on
         ld a,(BAT.ECHO)
         or a
         jp nz,say.line
         ld de,echo.off
         jp say.line
echo.on: dm "ECHO is on$"
echo.off: dm "ECHO is off$"

; HELP: the commands and what may follow them. HELP command: that one.
do.help: call skip.blanks
         ld (CMD.REST),hl
         xor a
         ld (CMD.MODE),a
         call dir.page
         call is.level2
         ld hl,cmd.table
         jr z,help.next
         ld hl,cmd.table2
help.next:
         ld a,(hl)
         or a
         jr z,help.end
         push hl
         ld de,(CMD.REST)
help.same:
         ld a,(de)
         call capital
         or a
         jr z,help.shown      ; no word, or this one
         cp (hl)
         jr nz,help.not
         inc hl
         inc de
         jr help.same
help.end:
         ld a,(CMD.MODE)
         or a
         ret nz
         jp say.bad
help.shown:
         ld a,1
         ld (CMD.MODE),a
         pop hl
         call put.zero
         push hl
         call put.blank
         pop hl
         inc hl
         inc hl
         ex de,hl
         push de
         call say.line
         pop hl
         push hl
         ld hl,CMD.ROWS
         dec (hl)
         call z,help.full
         pop hl
         jr help.skip
help.full:
         call wait.key
         jp dir.page
help.not:
         pop hl
help.zero:
         ld a,(hl)
         inc hl
         or a
         jr nz,help.zero
         inc hl
         inc hl
help.skip:
         ld a,(hl)
         inc hl
         cp "$"
         jr nz,help.skip
         jr help.next

; CLS: the screen is cleared.
do.cls:  ld a,12
         jp put

; PAUSE: shows the text behind it and waits for a key.
do.pause:
         call skip.blanks
         call put.zero
         call put.fresh
wait.key:
         ld de,text.key
         call say
         ld c,8
         call BDOS
         jp put.line
text.key: dm "Press a key to go on $"

; VERIFY ON, VERIFY OFF: written sectors are read again, or not.
do.verify:
         call take.onoff
         jp c,say.parameter
         ld e,a
         ld c,&2E
         jp BDOS
; In: HL = text. Out: A = 1 ON, 0 OFF; CY: neither. Changes: F, BC, DE, HL.
take.onoff:
         call skip.blanks
         ld a,(hl)
         call capital
         cp "O"
         scf
         ret nz
         inc hl
         ld a,(hl)
         call capital
         inc hl
         ld c,1
         cp "N"
         jr z,onoff.end
         dec c
         cp "F"
         scf
         ret nz
         ld a,(hl)
         call capital
         inc hl
         cp "F"
         scf
         ret nz
onoff.end:
         call skip.blanks
         or a
         ld a,c
         ret z
         scf
         ret

; MODE columns: width of the screen, 1 to 40, or 80 on an MSX2.
do.mode: call take.number
         jp c,say.parameter
         ld a,h
         or a
         jp nz,say.parameter
         ld a,l
         or a
         jp z,say.parameter
         cp 41
         jr c,mode.set
         cp 81
         jp nc,say.parameter
         ld a,(EXBRSA)
         or a                 ; no sub-ROM: MSX1
         jp z,say.parameter
         ld a,l
mode.set:
         ld (LINL40),a
         ld ix,INITXT
; Calls the main ROM. In: IX = entry. Changes: all.
call.main:
         ld iy,(EXPTBL - 1)
         call CALSLT
         ei
         ret
; A number that nothing follows. In: HL = text. Out: HL = number; CY: it is none, and that was said. Changes: all.
only.number:
         call take.number
         jp c,only.bad
         ex de,hl
         call skip.blanks
         ex de,hl
         or a
         ret z
         jp only.bad
; A decimal number. In: HL = text. Out: HL = number, DE = text behind it; CY: there is none, or it is above 65535.
; Changes: AF, BC.
take.number:
         call skip.blanks
         ex de,hl
         ld hl,0
         ld a,(de)
         call is.digit
         ret c
number.next:
         ld a,(de)
         call is.digit
         ccf
         ret nc
         ld b,h
         ld c,l
         add hl,hl
         ret c
         add hl,hl
         ret c
         add hl,bc
         ret c
         add hl,hl
         ret c
         call add.hl
         inc de
         jr number.next
; In: A = character. Out: A = its value; CY: no digit. Changes: F.
is.digit:
         sub "0"
         ret c
         cp 10
         ccf
         ret

; BASIC [file]: to BASIC, and there RUN file.
do.basic:
         call skip.blanks
         ld a,(hl)
         or a
         jr z,basic.go
         ld de,BAS.LINE
         ld b,24
basic.name:
         ld a,(hl)
         call is.blank
         jr z,basic.named
         ld (de),a
         inc hl
         inc de
         djnz basic.name
basic.named:
         xor a
         ld (de),a
         ld a,1
basic.go:
         ld (BAS.RUN),a
         ld iy,(MASTER - 1)
         ld ix,&4022
         jp CALSLT
