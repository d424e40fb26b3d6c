; The clock RP5C01: its registers, and date and time in them (MSX2 Technical Handbook, chapter 5, section 6).

; The clock's registers. In: C = block * 16 + register. Out: A = its value. Changes: F.
rtc.read:
         call rtc.select
         in a,(RTC.DATA)
         and &0F
         ret
; In: C as above, L = value. Changes: AF.
rtc.write:
         call rtc.select
         ld a,l
         out (RTC.DATA),a
         ld a,c
         and &F0
         ret z
         push bc
         ld c,0
         call rtc.select      ; back to block 0
         pop bc
         ret
rtc.select:
         push bc
         ld a,13
         out (RTC.ADDR),a
         ld a,c
         rrca
         rrca
         rrca
         rrca
         and 1
         ld b,a
         in a,(RTC.DATA)
         and %00001100        ; clock and alarm
         or b
         pop bc
         out (RTC.DATA),a
         ld a,c
         and &0F
         out (RTC.ADDR),a
         ret

; All fields. In: E = bit 0: hours to 24, else to 12 with bit 1 of the tens for the afternoon.
; Changes: AF, BC, HL.
rtc.get: ld hl,CLK.SEC
         ld bc,&0300
         call get.fields
         ld bc,&0307
get.fields:
         inc c
         call rtc.read        ; tens
         dec c
         push de
         bit 2,c
         jr z,get.tens
         bit 0,c
         jr nz,get.tens
         bit 0,e
         jr nz,get.tens
         call get.noon
         jr get.next
get.tens:
         call get.number
get.next:
         pop de
         ld (hl),a
         inc hl
         inc c
         inc c
         djnz get.fields
         ret
; In: A = tens, C = register of the ones. Out: A = number. Changes: DE.
get.number:
         ld d,a
         add a,a
         add a,a
         add a,d
         add a,a
         ld d,a
         call rtc.read
         add a,d
         ret
; In: A = tens and bit 1, C = 4. Out: A = hour of the day. Changes: DE.
get.noon:
         ld e,a
         and 1
         call get.number
         cp 12
         jr nz,noon.half
         xor a
noon.half:
         bit 1,e
         ret z
         add a,12
         ret

; Writes B numbers from HL to the registers from C on. Changes: AF, BC, DE, HL.
rtc.put: ld a,(hl)
         inc hl
         ld de,&FF0A          ; D = tens - 1
put.tens:
         inc d
         sub e
         jr nc,put.tens
         add a,e
         push hl
         ld l,a
         call rtc.write
         inc c
         ld l,d
         call rtc.write
         inc c
         pop hl
         djnz rtc.put
         ret
