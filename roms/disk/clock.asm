; Date and time: functions 2A to 2D, and what directory entries get of them. With a clock (RP5C01:
; MSX2 Technical Handbook, chapter 5, section 6) it is read; without one the interrupt counts on from
; the last setting, at first 1980-01-01 00:00. Years: 1980 to 2079.

; Looks for the clock, whose mode register can be read back; the counter begins. Changes: AF, BC, HL.
clock.start:
         ld hl,&0101
         ld (CLK.DAY),hl      ; and month
         ld c,50
         ld a,(&002B)
         rlca
         jr c,start.clock
         ld c,60
start.clock:
         ld hl,CLK.TICK
         ld (hl),c
         ld a,13
         out (RTC.ADDR),a
         in a,(RTC.DATA)
         ld b,a
         and %00001100
         or 2
         call start.echo
         jr nz,start.none
         ld a,%00001001
         call start.echo
         jr nz,start.none
         ld c,a               ; CLK.RATE = 0: it does not count
         ld a,255
         ld (CLK.CHIP),a
start.none:
         ld a,b
         and %00001100
         out (RTC.DATA),a
         ld a,c
         ld (CLK.RATE),a
         ret
; In: A = value for the mode register. Out: Z, A = 0 if it can be read back. Changes: F.
start.echo:
         out (RTC.DATA),a
         push bc
         ld b,a
         in a,(RTC.DATA)
         xor b
         and &0F
         pop bc
         ret

; 2A: Out: HL = year, D = month, E = day, A = day of the week, 0 is Sunday.
clock.date:
         call clock.read
         call clock.week
         push af
         ld a,(CLK.YEAR)
         ld hl,1980
         add a,l
         ld l,a
         jr nc,date.low
         inc h
date.low:
         ld de,(CLK.DAY)      ; E = day, D = month
         pop af
         ld b,h
         ret

; 2C: Out: H = hours, L = minutes, D = seconds, E = 0 (hundredths), A = 0.
clock.time:
         call clock.read
         ld hl,(CLK.MIN)      ; L = minutes, H = hours
         ld a,(CLK.SEC)
         ld d,a
         xor a
         ld e,a
         ld b,h
         ret

; 2B: In: HL = year, D = month, E = day. Out: A = 0, FFh if there is no such day.
clock.setdate:
         push de
         ld de,1980
         or a
         sbc hl,de
         pop de
         ld a,l
         jr c,setdate.none
         inc h
         dec h
         jr nz,setdate.none
         cp 100
         jr nc,setdate.none
         ld b,a               ; year
         ld a,d
         dec a
         cp 12
         jr nc,setdate.none
         call clock.month
         ld c,a
         ld a,e
         dec a
         cp c
         jr nc,setdate.none
         push bc
         push de
         call clock.read
         pop de
         pop bc
         ld (CLK.DAY),de
         ld a,b
         ld (CLK.YEAR),a
         ld a,(CLK.CHIP)
         or a
         jr z,set.done
         ld a,b
         and 3
         ld l,a
         ld c,&1B             ; years since the last leap year
         call rtc.write
         ld hl,CLK.DAY
         ld bc,&0307
         call rtc.put
         call clock.week
         ld l,a
         ld c,6
         call rtc.write
set.done:
         jp bdos.ok
setdate.none:
         jp bdos.failed

; 2D: In: H = hours, L = minutes, D = seconds, E = hundredths. Out: A = 0, FFh if there is no such time.
clock.settime:
         ld a,h
         cp 24
         jr nc,setdate.none
         ld a,l
         cp 60
         jr nc,setdate.none
         ld a,d
         cp 60
         jr nc,setdate.none
         ld a,e
         cp 100
         jr nc,setdate.none
         push hl
         push de
         call clock.read
         pop de
         pop hl
         ld a,d
         ld (CLK.SEC),a
         ld (CLK.MIN),hl
         ld a,(CLK.CHIP)
         or a
         jr z,settime.count
         ld l,1
         ld c,&1A             ; 24 hours
         call rtc.write
         ld hl,CLK.SEC
         ld bc,&0300
         call rtc.put
         ld a,15
         out (RTC.ADDR),a
         ld a,2               ; a new second begins
         out (RTC.DATA),a
         jr set.done
settime.count:
         ld a,(CLK.RATE)
         ld (CLK.TICK),a
         jr set.done

; Out: CLK.SEC to CLK.YEAR are the present time. Changes: AF, BC, DE, HL.
clock.read:
         ld a,(CLK.CHIP)
         or a
         jr z,read.counted
         ld c,&1A
         call rtc.read
         ld e,a               ; bit 0: 24 hours
read.again:
         ld c,0
         call rtc.read
         push af
         call rtc.get
         ld c,0
         call rtc.read
         pop hl
         cp h
         ret z                ; else a second has gone by meanwhile
         jr read.again
; The days that the interrupt has counted. Changes: AF, BC, HL.
read.counted:
         ld hl,CLK.DAYS
         ld a,(hl)
         or a
         ret z
         dec (hl)
         call counted.next
         jr read.counted
counted.next:
         ld a,(CLK.YEAR)
         ld b,a
         ld a,(CLK.MONTH)
         dec a
         call clock.month
         ld hl,CLK.DAY
         inc (hl)
         cp (hl)
         ret nc
         ld (hl),1
         inc hl
         inc (hl)             ; month
         ld a,(hl)
         cp 13
         ret c
         ld (hl),1
         inc hl
         inc (hl)             ; year
         ret

; In: A = month - 1, B = year - 1980. Out: A = its days. Changes: F, C, HL.
clock.month:
         ld hl,months
         ld c,a
         add a,l
         ld l,a
         jr nc,month.same
         inc h
month.same:
         ld a,c
         dec a
         ld a,(hl)
         ret nz
         ld a,b
         and 3                ; 1980 was a leap year, and 2000 too
         ld a,28
         ret nz
         inc a
         ret

; Out: A = day of the week of CLK.DAY, CLK.MONTH, CLK.YEAR; 0 is Sunday. Changes: F, BC, DE, HL.
clock.week:
         ld a,(CLK.YEAR)
         ld b,a
         add a,3
         rrca
         rrca
         and %00111111        ; leap years that are over
         add a,b
         inc a                ; 1980-01-00 was a Monday
         ld hl,CLK.DAY
         add a,(hl)
         call week.seven
         ld d,a
         ld a,(CLK.MONTH)
         ld e,a
week.month:
         dec e
         ld a,d
         ret z
         ld a,e
         dec a
         call clock.month
         add a,d
         call week.seven
         ld d,a
         jr week.month
week.seven:
         sub 7
         jr nc,week.seven
         add a,7
         ret

; Date and time of now as a directory entry has them. Out: DE = date, HL = time. Changes: AF, BC.
clock.stamp:
         call clock.read
         jp clock.pack
