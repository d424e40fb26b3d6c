; Date and time as texts: SET DATE, SET TIME, and what GET DATE and GET TIME need.
; Sources: MSX2 Technical Handbook, chapter 2, 2.9, chapter 5, 6; MSX Wiki, "SET DATE", "SET TIME".
;
; A field is named by its first register in block 0: 0 seconds, 2 minutes, 4 hours, 7 day, 9 month, 11 year
; since 1980. Block 1 has the alarm's minutes, hours and day at the same numbers.

CLOCK.DATE:  EQU 0            ; bits of what is asked for
CLOCK.ALARM: EQU 1

calendar.time:
         db 4,2,0,":"
calendar.dates:               ; by the format in 002Bh of the main ROM
         db 11,9,7,"/", 9,7,11,"/", 7,9,11,"/"
calendar.limits:              ; field, smallest, largest + 1
         db 0,0,60, 2,0,60, 4,0,24, 7,1,32, 9,1,13, 11,0,100
calendar.months:              ; their days
         db 31,28,31,30,31,30,31,31,30,31,30,31

; In: A = what Out: HL = its fields, then the sign between them Changes: AF, BC, DE
calendar.order:
         ld hl,calendar.time
         bit CLOCK.DATE,a
         ret z
         ld a,(EXPTBL)
         ld hl,&002B
         call RDSLT
         ei
         rrca
         rrca
         and %00011100        ; format * 4
         cp 3 * 4
         jr c,@known
         xor a
@known:  ld e,a
         ld d,0
         ld hl,calendar.dates
         add hl,de
         ret

; SET DATE date[,A] and SET TIME time[,A]
set.date:
         ld a,1
         jr calendar.set
set.time:
         xor a
calendar.set:
         push af
         ld de,BUF
         call basic.string
         pop bc               ; B = what
         call basic.comma
         jr nz,@text
         ld a,"A"
         push bc
         call basic.expect
         pop bc
         set CLOCK.ALARM,b
@text:   push hl
         ld a,b
         ld (calendar.what),a
         push af
         call calendar.order
         ld de,BUF
         call calendar.field
         call calendar.sign
         call calendar.field
         call calendar.sign
         call calendar.field
         ld a,(de)
         or a
         jr nz,calendar.bad
         pop af
         call calendar.store
         pop hl
         ret

; The sign between two fields. In: DE = text, HL = fields from the second or third Out: DE behind
; Changes: AF, BC
calendar.sign:
         push hl
@next:   ld a,(hl)
         inc hl
         cp 13
         jr c,@-next          ; a field, not the sign
         ld c,a
         ld a,(de)
         inc de
         pop hl
         cp c
         ret z
calendar.bad:
         jp basic.call

; Two digits. In: DE = text, HL = field Out: DE and HL behind; the value in calendar.values Changes: AF, BC
calendar.field:
         call calendar.digit
         ld b,a
         add a,a
         add a,a
         add a,b
         add a,a
         ld b,a
         call calendar.digit
         add a,b
         ld b,a               ; B = value
         push hl
         ld c,(hl)
         ld a,(calendar.what)
         bit CLOCK.ALARM,a
         jr z,@check
         ld a,c
         cp 9                 ; the alarm has no month and no year
         jr nc,@keep
@check:  ld hl,calendar.limits - 3
@limit:  inc hl
         inc hl
         inc hl
         ld a,(hl)
         cp c
         jr nz,@-limit
         inc hl
         ld a,b
         cp (hl)
         jr c,calendar.bad
         inc hl
         cp (hl)
         jr nc,calendar.bad
@keep:   ld a,c
         add a,calendar.values \ 256
         ld l,a
         ld h,calendar.values / 256
         ld (hl),b
         pop hl
         inc hl
         ret
calendar.digit:
         ld a,(de)
         inc de
         sub "0"
         cp 10
         ret c
         jr calendar.bad
calendar.what:   EQU BUF + 15 ; 1   of the statement
calendar.values: EQU BUF + 16 ; 12  the fields' values; none crosses a page

; In: A = what, calendar.values Out: - Changes: all
calendar.store:
         bit CLOCK.DATE,a
         jr z,@time
         bit CLOCK.ALARM,a
         jr nz,@day
         call calendar.check
         call calendar.halt
         ld a,(calendar.values + 11)
         add a,20             ; years since 1980
         cp 100
         jr c,@year
         sub 100
@year:   push af
         ld c,11
         call calendar.write
         pop af
         and 3
         ld c,&1B             ; the leap counter
         call WRTCLK
         ld a,(calendar.values + 9)
         ld c,9
         call calendar.write
         ld a,(calendar.values + 7)
         ld c,7
         call calendar.write
         jr calendar.go
@day:    ld a,(calendar.values + 7)
         ld c,&17
         jr calendar.write
@time:   bit CLOCK.ALARM,a
         jr nz,@alarm
         call calendar.halt
         ld a,(calendar.values)
         ld c,0
         call calendar.write
         ld c,0
         call @hours
         ld a,15
         out (RTC.ADDR),a
         ld a,2               ; a whole second from now
         out (RTC.DATA),a
         jr calendar.go
@alarm:  ld c,&10
         call @hours
         ld c,&16
         xor a
         call WRTCLK
         inc c
         jr calendar.write    ; no day
@hours:  ld a,c
         or 2
         ld c,a
         ld a,(calendar.values + 2)
         call calendar.write
         inc c
         ld a,(calendar.values + 4)

; Writes a value into two registers. In: A = 0-99, C Out: C = the second Changes: AF, DE
calendar.write:
         ld e,0
@tens:   sub 10
         inc e
         jr nc,@-tens
         add a,10
         dec e
         call WRTCLK
         inc c
         ld a,e
         jp WRTCLK
; Stops the clock, lets it run. Changes: AF.
calendar.halt:
         call @mode
         and &F7
         jr @set
calendar.go:
         call @mode
         or 8
@set:    out (RTC.DATA),a
         ret
@mode:   ld a,13
         out (RTC.ADDR),a
         in a,(RTC.DATA)
         ret

; Whether the month has that day. In: calendar.values Changes: AF, DE, HL
calendar.check:
         ld a,(calendar.values + 9)
         ld e,a
         ld d,0
         ld hl,calendar.months - 1
         add hl,de
         ld d,(hl)
         cp 2
         jr nz,@days
         ld a,(calendar.values + 11)
         and 3                ; 1980 was a leap year, and 2000 too
         jr nz,@days
         inc d
@days:   ld a,(calendar.values + 7)
         dec a
         cp d
         ret c
         jp basic.call

; Writes a date or time, 8 characters, into BUF.
; In: A = bit 0 date, bit 1 of the alarm Out: BUF Changes: all
clock.text:
         push af
         ld c,0
         call REDCLK
         ld b,a
         pop af
         push af
         push bc
         call clock.fields
         pop bc
         call REDCLK
         cp b
         jr z,@same
         pop af               ; the second is over: once more
         jr clock.text
@same:   pop af
         ret
clock.fields:
         push af
         call calendar.order
         pop bc               ; B = what
         push hl
         inc hl
         inc hl
         inc hl
         ld c,(hl)            ; the sign between fields
         pop hl
         ld de,BUF
         call @field
         call @sign
         call @field
         call @sign
@field:  ld a,(hl)
         inc hl
         push bc
         bit CLOCK.ALARM,b
         jr z,@read
         cp 2
         jr c,@none
         cp 9
         jr nc,@none
         or &10
@read:   ld c,a
         inc c
         call REDCLK
         ld b,a
         dec c
         ld a,c
         cp 11
         jr nz,@digits
         ld a,b               ; years since 1980
         add a,8
         cp 10
         ld b,a
         jr c,@digits
         sub 10
         ld b,a
@digits: call REDCLK
         ld c,a
         jr @write
@none:   ld bc,0
@write:  ld a,b
         call @digit
         ld a,c
         pop bc
@digit:  add a,"0"
         ld (de),a
         inc de
         ret
@sign:   ld a,c
         ld (de),a
         inc de
         ret
