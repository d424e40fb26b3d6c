; The clock and its battery RAM: four blocks of 13 four-bit registers.
; Source: MSX2 Technical Handbook, chapter 5, section 6.

; REDCLK: reads a register.
; In: C = block * 16 + register Out: A (0-15) Changes: F
REDCLK:
         push bc
         call clock.select
         in a,(RTC.DATA)
         and &0F
         pop bc
         ret

; WRTCLK: writes a register.
; In: C = block * 16 + register, A (0-15) Out: - Changes: F
WRTCLK:
         push bc
         push af
         call clock.select
         pop af
         out (RTC.DATA),a
         pop bc
         ret

; Selects block and register; the clock and alarm bits of the mode register stay.
; In: C = block * 16 + register Out: - Changes: AF, BC
clock.select:
         ld a,c
         rrca
         rrca
         rrca
         rrca
         and 3
         ld b,a
         ld a,13
         out (RTC.ADDR),a
         in a,(RTC.DATA)
         and &0C
         or b
         out (RTC.DATA),a
         ld a,c
         and &0F
         out (RTC.ADDR),a
         ret
