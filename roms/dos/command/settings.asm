; Level 2: the environment and other settings.

; SET: shows all items; SET name: one; SET name=value, SET name value: sets one; SET name=: removes it.
do.set:  call skip.blanks
         or a
         jr z,set.all
         ld de,CMD.SECOND
         call set.word
         call set.rest
         jr c,set.show
         ex de,hl
         ld hl,CMD.SECOND
; Sets an item. In: HL = name, DE = value. Changes: all.
set.item:
         ld c,&6C
         call BDOS
         jp nz,say.error
         jp set.heed
set.show:
         ld hl,CMD.SECOND
         call get.item
         jp nz,say.error
         ld hl,CMD.TEXT
         call put.zero
         jp put.line
set.all: ld de,1
all.item:
         push de
         ld hl,CMD.SECOND
         ld c,&6D
         call BDOS
         ld a,(CMD.SECOND)
         or a
         pop de
         ret z
         push de
         ld hl,CMD.SECOND
         call put.zero
         ld a,"="
         call put
         call set.show
         pop de
         inc de
         jr all.item

; The name of an item. In: HL = text, DE = where it goes. Out: HL behind it. Changes: AF, B, DE.
set.word:
         ld b,CMD.PATH - CMD.SECOND - 1
item.letter:
         ld a,(hl)
         call is.blank
         jr z,item.named
         cp "="
         jr z,item.named
         ld (de),a
         inc hl
         inc de
         djnz item.letter
item.named:
         xor a
         ld (de),a
         ret
; What follows a name: HL = value; CY: nothing follows, not even "=". Changes: AF.
set.rest:
         ld a,(hl)
         or a
         scf
         ret z
         inc hl
         cp "="
         jr z,rest.value
         call is.blank
         jr z,set.rest
         dec hl
rest.value:
         ld a,(hl)
         cp " "
         jr nz,rest.there
         inc hl
         jr rest.value
rest.there:
         or a                 ; NC
         ret

; In: HL = name. Out: CMD.TEXT = its value, "" if there is none; NZ, A = error. Changes: all.
get.item:
         ld de,CMD.TEXT
         ld b,255
         ld c,&6B
         jp BDOS
; In: HL = name. Out: Z if its value is ON. Changes: all.
item.on: call get.item
         ld hl,CMD.TEXT
         ld a,(hl)
         call capital
         cp "O"
         ret nz
         inc hl
         ld a,(hl)
         call capital
         cp "N"
         ret

; The order of dates follows the item DATE: its first letter is Y, M or D. Changes: all.
set.heed:
         ld hl,name.date
         call get.item
         ld a,(CMD.TEXT)
         call capital
         ld b,0
         cp "Y"
         jr z,heed.set
         inc b
         cp "M"
         jr z,heed.set
         inc b
         cp "D"
         ret nz
heed.set:
         ld a,b
         ld (DOS.DATE),a
         ret

; PATH: shows where programs are searched for; PATH ;: nowhere else; PATH path;path: there.
do.path: ld a,(hl)
         cp " "
         jr nz,path.first
         inc hl
         jr do.path
path.first:
         or a
         jr z,path.show
         cp ";"
         jr nz,path.set
         inc hl
path.set:
         ex de,hl
         ld hl,name.path
         jp set.item
path.show:
         ld hl,name.path
         call get.item
         ld hl,CMD.TEXT
         ld a,(hl)
         or a
         jr nz,path.text
         ld a,";"
         call put
path.text:
         call put.zero
         jp put.line
; PROMPT ON, PROMPT OFF: the prompt tells the directory, or only the drive.
do.prompt:
         push hl
         call take.onoff
         pop hl
         jp c,say.parameter
         call skip.blanks
         ex de,hl
         ld hl,name.prompt
         jp set.item
; The prompt of level 2. Out: Z if the one of level 1 will do. Changes: all.
prompt.folder:
         call is.level2
         ret z
         ld hl,name.prompt
         call item.on
         ld a,0
         jr nz,prompt.none
         ld b,a
         call put.folder
         ld a,">"
         call put
         or 1
         ret
prompt.none:
         or a
         ret

; BUFFERS: shows how many there are. BUFFERS number: as many, if that can be; their number is fixed.
do.buffers:
         call skip.blanks
         or a
         jr z,buffers.tell
         call only.number
         ret c
         ld a,h
         or a
         jp nz,say.parameter
         ld b,l
         inc l
         dec l
         jp z,say.parameter
         ld c,&69
         jp call.say
buffers.tell:
         ld b,a
         ld c,&69
         call BDOS
         ld a,b
         call put.two
         ld de,text.buffers
         jp say.line
text.buffers: dm " buffers$"

; EXIT: ends the batch file in hand.
do.exit: xor a
         ld (BAT.ON),a
         ret

; ASSIGN drive drive: the first one means the second from now on; ASSIGN drive: itself; ASSIGN: all do.
do.assign:
         ld bc,0
         call assign.drive
         jr c,assign.go
         ld b,a
         push bc
         call assign.drive
         pop bc
         jr c,assign.go
         ld c,a
assign.go:
         call skip.blanks
         or a
         jp nz,say.parameter
         ld d,c
         ld c,&6A
         jp call.say
; In: HL = text. Out: A = drive, 1 is A, HL behind it; CY: there is none. Changes: F.
assign.drive:
         call skip.blanks
         inc hl
         ld a,(hl)
         dec hl
         cp ":"
         scf
         ret nz
         ld a,(hl)
         call capital
         inc hl
         inc hl
         sub "A" - 1
         or a
         ret

; The items of the start, those that the user changes. Changes: all.
settings.start:
         ld a,(DOS.DRIVE)
         add a,"A"
         ld hl,value.shell
         ld de,CMD.TEXT
         ld bc,value.end - value.shell
         ldir
         ld (CMD.TEXT),a
         ld (CMD.TEXT + value.temp - value.shell),a
         ld hl,name.shell
         ld de,CMD.TEXT
         call start.item
         ld hl,name.temp
         ld de,CMD.TEXT + value.temp - value.shell
         call start.item
         ld a,(DOS.DATE)
         ld de,value.ymd
         or a
         jr z,start.date
         ld de,value.mdy
         dec a
         jr z,start.date
         ld de,value.dmy
start.date:
         ld hl,name.date
         call start.item
         ld hl,name.time
         ld de,value.time
         call start.item
         ld hl,name.prompt
         ld de,value.off
         call start.item
         ld hl,name.redir
         ld de,value.on
start.item:
         ld c,&6C
         jp BDOS
name.shell: dm "SHELL"
         db 0
name.temp: dm "TEMP"
         db 0
name.date: dm "DATE"
         db 0
name.time: dm "TIME"
         db 0
name.prompt: dm "PROMPT"
         db 0
name.redir: dm "REDIR"
         db 0
name.path: dm "PATH"
         db 0
name.program: dm "PROGRAM"
         db 0
name.parameters: dm "PARAMETERS"
         db 0
value.shell: dm "A:\COMMAND.COM"
         db 0
value.temp: dm "A:\"
         db 0
value.end: EQU $
value.ymd: dm "YY-MM-DD"
         db 0
value.mdy: dm "MM-DD-YY"
         db 0
value.dmy: dm "DD-MM-YY"
         db 0
value.time: dm "12"
         db 0
value.off: dm "OFF"
         db 0
value.on: dm "ON"
         db 0
