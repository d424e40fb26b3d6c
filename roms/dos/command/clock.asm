; DATE and TIME. Dates have the order of the country, as the main ROM tells; a year of two digits is 1980 to 2079.

; DATE [date]: shows the date and asks for another, or takes the one given.
do.date: call skip.blanks
         or a
         jr nz,date.given
         ld de,date.now
         call say
         ld c,&2A
         call BDOS
         push hl
         push de
         ld l,a
         add a,a
         add a,l
         ld hl,date.days
         call add.hl
         ld b,3
         call put.text
         call put.blank
         pop de
         pop hl
         call date.century
         call put.date
         call put.line
date.ask:
         ld de,date.new
         call ask.line
         ret z
date.given:
         call take.date
         jr c,date.bad
         ld c,&2B
         call BDOS
         or a
         ret z
date.bad:
         ld de,date.wrong
         call say.line
         jr date.ask
date.now: dm "Current date is $"
date.new: dm "Enter new date: $"
date.wrong: dm "Bad date$"
date.days: dm "SunMonTueWedThuFriSat"

; In: HL = year. Out: L = its last two digits. Changes: AF, BC, H.
date.century:
         ld bc,-1900
         add hl,bc
         ld a,l
         sub 100
         ret c
         ld l,a
         ret

; Hour of a 12-hour clock, ":", minute. In: A = hour, L = minute. Out: C = "a" or "p". Changes: all others.
put.hour:
         ld c,"a"
         cp 12
         jr c,hour.half
         sub 12
         ld c,"p"
hour.half:
         or a
         jr nz,hour.show
         ld a,12
hour.show:
         push bc
         push hl
         ld l,a
         ld h,0
         ld de,0
         ld b,2
         call put.number
         ld a,":"
         call put
         pop hl
         ld a,l
         call put.two
         pop bc
         ret

; Asks for a line. In: DE = question. Out: HL = text without leading blanks, A = its first character, Z: none.
; Changes: all.
ask.line:
         call say
         call take.line
         call skip.blanks
         or a
         ret

; A date. In: HL = text. Out: HL = year, D = month, E = day; CY: it is none. Changes: all.
take.date:
         call take.three
         ret c
         ld a,(DOS.DATE)
         ld hl,CMD.NUMBER
         ld de,CMD.NUMBER + 2
         ld bc,CMD.NUMBER + 4
         or a
         jr z,date.order
         dec a
         jr z,date.american
         push hl              ; day, month, year
         ld h,b
         ld l,c
         pop bc
         jr date.order
date.american:                ; month, day, year
         push hl
         ld h,b
         ld l,c
         ld b,d
         ld c,e
         pop de
date.order:                   ; HL = year, DE = month, BC = day
         ld a,(de)
         ld d,a
         ld a,(bc)
         ld e,a
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ld a,h
         or a
         ret nz
         ld bc,1900
         ld a,l
         cp 80
         jr nc,date.year
         ld bc,2000
date.year:
         cp 100
         ccf
         ret c
         add hl,bc
         or a
         ret
; Three numbers with "-", "/" or "." between them. In: HL = text. Out: CMD.NUMBER: three words; CY: wrong. Changes: all.
take.three:
         ld ix,CMD.NUMBER
         ld b,3
three.next:
         push bc
         call take.number
         pop bc
         ret c
         ld (ix + 0),l
         ld (ix + 1),h
         inc ix
         inc ix
         ex de,hl
         ld a,b
         cp 3
         jr z,three.small
         ld a,(ix - 1)        ; second and third below 256, but for a year
         or a
         jr z,three.small
         ld a,b
         dec a
         scf
         ret nz
three.small:
         ld a,(hl)
         inc hl
         dec b
         jr z,three.end
         cp "-"
         jr z,three.next
         cp "/"
         jr z,three.next
         cp "."
         jr z,three.next
         scf
         ret
three.end:
         call is.blank
         ret z
         scf
         ret

; TIME [time]: shows the time and asks for another, or takes the one given: hours, minutes, seconds, and a or p.
do.time: call skip.blanks
         or a
         jr nz,time.given
         ld de,time.now
         call say
         ld c,&2C
         call BDOS
         push de
         ld a,h
         call put.hour
         pop de
         push bc
         push de
         ld a,":"
         call put
         pop de
         ld a,d
         call put.two
         pop bc
         ld a,c
         call put
         call put.line
time.ask:
         ld de,time.new
         call ask.line
         ret z
time.given:
         call take.time
         jr c,time.bad
         ld c,&2D
         call BDOS
         or a
         ret z
time.bad:
         ld de,time.wrong
         call say.line
         jr time.ask
time.now: dm "Current time is $"
time.new: dm "Enter new time: $"
time.wrong: dm "Bad time$"

; A time. In: HL = text. Out: H = hours, L = minutes, D = seconds, E = 0; CY: it is none. Changes: all.
take.time:
         ld ix,CMD.NUMBER
         ld (ix + 1),0
         ld (ix + 2),0
         ld b,3
time.part:
         push bc
         call take.number
         pop bc
         ret c
         ld a,h
         or a
         scf
         ret nz
         ld (ix + 0),l
         inc ix
         ex de,hl
         ld a,(hl)
         cp ":"
         jr nz,time.half.day
         inc hl
         djnz time.part
         scf
         ret
time.half.day:
         cp "."               ; hundredths are not taken
         jr nz,time.letter
time.point:
         inc hl
         ld a,(hl)
         call is.digit
         jr nc,time.point
         ld a,(hl)
time.letter:
         call capital
         ld c,0
         cp "A"
         jr z,time.am
         cp "P"
         jr nz,time.end
         ld c,12
time.am: inc hl
         ld a,(CMD.NUMBER)
         dec a
         cp 12
         ccf
         ret c
         inc a
         cp 12
         jr nz,time.add
         xor a
time.add:
         add a,c
         ld (CMD.NUMBER),a
         ld a,(hl)
time.end:
         call is.blank
         scf
         ret nz
         ld hl,(CMD.NUMBER)
         ld a,h
         ld h,l
         ld l,a
         ld a,(CMD.NUMBER + 2)
         ld d,a
         ld e,0
         or a
         ret
