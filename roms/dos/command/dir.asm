; DIR: names, sizes, dates. /W: names alone, side by side; /P: waits when the screen is full.

do.dir:  call take.switches
         call is.level2
         jr nz,dir.path
         push hl
         ld de,CMD.FCB
         call take.name
         pop hl
         jp c,say.drive
         call dir.missing
         call all.files
         jr dir.begin
dir.path:
         call take.path
         call nz,dir.item
dir.begin:
         ld hl,0
         ld (CMD.COUNT),hl
         call dir.page
         xor a
         ld (CMD.COLUMN),a
         ld hl,CMD.FOUND
         ld (DMA),hl
         ld c,&11
dir.next:
         call dir.find
         or a
         jr nz,dir.end
         ld hl,(CMD.COUNT)
         inc hl
         ld (CMD.COUNT),hl
         ld a,"W"
         call is.switch
         jr nz,dir.wide
         call dir.row
dir.again:
         ld c,&12
         jr dir.next
dir.wide:
         call dir.name
         ld hl,CMD.COLUMN
         inc (hl)
         ld a,(hl)
         add a,a              ; (n + 1) * 13 columns must fit
         add a,(hl)
         add a,a
         add a,a
         add a,(hl)
         add a,12
         ld b,a
         ld a,(LINLEN)
         cp b
         jr c,dir.wide1
         call put.blank
         jr dir.again
dir.wide1:
         ld (hl),0
         call dir.feed
         jr dir.again
dir.end: ld hl,(CMD.COUNT)
         ld a,h
         or l
         jp z,say.missing
         call put.fresh
         ld hl,(CMD.COUNT)
         ld de,0
         ld b,3
         call put.number
         ld hl,(CMD.COUNT)
         dec hl
         ld a,h
         or l
         ld de,text.file
         jr z,dir.one
         ld de,text.files
dir.one: call say
         ld a,(CMD.FCB)
         ld e,a
         ld c,&1B
         call BDOS
         inc a
         ret z
         dec a                ; sectors a cluster, HL = clusters: times 512
         ld de,0
         ex de,hl
         ld c,0
dir.free:
         add hl,de            ; CHL = sectors
         jr nc,dir.free1
         inc c
dir.free1:
         dec a
         jr nz,dir.free
         add hl,hl
         rl c
         ld d,c               ; times 256
         ld e,h
         ld h,l
         ld l,0
         ld b,8
         call put.number
         ld de,text.free
         jp say.line
text.folder: dm "   <dir>$"
text.file: dm " file $"
text.files: dm " files$"
text.free: dm " bytes free$"

; DIR .EXT means *.EXT, DIR NAME means NAME.*. In: HL = text in front of the name, DE = its FCB. Changes: AF, BC, HL.
dir.missing:
         call skip.blanks
missing.point:
         ld a,(hl)
         inc hl
         cp "."
         jr z,missing.name
         call is.end
         jr nz,missing.point
         ld hl,1
         add hl,de
         ld a,(hl)
         cp " "
         ret z
         ld hl,9
         ld b,3
missing.any:
         add hl,de
         ld a,(hl)
         cp " "
         ret nz
missing.fill:
         ld (hl),"?"
         inc hl
         djnz missing.fill
         ret
missing.name:
         ld hl,1
         ld b,8
         jr missing.any
; The same for CMD.PATH, unless it names a directory. Changes: all.
dir.item:
         ld b,0
         ld de,CMD.PATH
         ld c,&5B
         call BDOS
         ret nz
         ld a,(hl)
         or a
         ret z
         cp "."
         jr z,item.point
         ld c,l               ; a point in it?
         ld b,h
item.next:
         ld a,(bc)
         inc bc
         cp "."
         ret z
         or a
         jr nz,item.next
         push bc
         call is.pattern
         jr z,item.any
         ld de,CMD.PATH
         ld ix,CMD.FIB
         call paths.find
         jr nz,item.any
         and AT.DIR
         pop hl
         ret nz
         push hl
item.any:
         pop hl               ; behind the end mark
         dec hl
         ld (hl),"."
         inc hl
         ld (hl),"*"
         inc hl
         ld (hl),0
         ret
item.point:
         inc hl
         ld a,(hl)
         or a
         ret z
         cp "."
         ret z
         ld b,"*"             ; goes in front of the point
         dec hl
item.shift:
         ld a,(hl)
         ld (hl),b
         inc hl
         ld b,a
         or a
         jr nz,item.shift
         ld (hl),a
         ret

; The name in twelve columns. Changes: all.
dir.name:
         ld hl,CMD.FOUND + 1
         ld b,8
         call put.text
         call put.blank
         ld b,3
         jp put.text
; A whole row, as much as the screen has room for. Changes: all.
dir.row: call dir.name
         ld a,(CMD.FOUND + 12)
         and AT.DIR
         ld de,text.folder
         jr nz,row.folder
         ld hl,(CMD.FOUND + 29)
         ld de,(CMD.FOUND + 31)
         ld b,8
         call put.number
         jr row.more
row.folder:
         call say
row.more:
         ld a,(LINLEN)
         cp 30
         jr c,dir.feed
         call put.blank
         ld hl,(CMD.FOUND + 25)
         ld a,h
         or l
         jr z,dir.feed        ; no date
         call dir.date
         ld a,(LINLEN)
         cp 37
         call nc,dir.time
; The next row; with /P a full screen waits for a key. Changes: all.
dir.feed:
         call put.line
         ld a,"P"
         call is.switch
         ret z
         ld hl,CMD.ROWS
         dec (hl)
         ret nz
         call wait.key
dir.page:
         ld a,(CRTCNT)
         sub 2
         ld (CMD.ROWS),a
         ret
; In: HL = date of a directory. Changes: all.
dir.date:
         ld a,l
         and 31
         ld e,a               ; day
         ld a,h
         srl a
         push af              ; year since 1980
         ld a,l
         rrca
         rrca
         rrca
         rrca
         rrca
         and 7
         bit 0,h
         jr z,date.month
         or 8
date.month:
         ld d,a
         pop af
         add a,80
         cp 100
         jr c,date.two
         sub 100
date.two:
         ld l,a
; A date in the country's order with two digits each. In: L = year, D = month, E = day. Changes: all.
put.date:
         ld a,(DOS.DATE)
         or a
         jr z,date.ymd
         dec a
         jr z,date.mdy
         ld a,e               ; day month year
         ld e,d
         ld d,a
date.mdy:
         ld h,l
         ld l,e
         ld a,d
         jr date.out
date.ymd:
         ld h,e
         ld a,l
         ld l,d
date.out:                     ; A, L, H
         push hl
         call put.two
         ld a,"-"
         call put
         pop hl
         push hl
         ld a,l
         call put.two
         ld a,"-"
         call put
         pop hl
         ld a,h
         jp put.two

; The time of CMD.FOUND: 12-hour clock with a and p. Changes: all.
dir.time:
         call put.blank
         ld hl,(CMD.FOUND + 23)
         ld a,h
         rrca
         rrca
         rrca
         and 31
         add hl,hl
         add hl,hl
         add hl,hl
         push af
         ld a,h
         and 63
         ld l,a
         pop af
         call put.hour
         ld a,c
         jp put
