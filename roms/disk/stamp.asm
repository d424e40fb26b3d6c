; CLK.SEC to CLK.YEAR as a directory entry has them (MSX2 Technical Handbook, figures 3.16 and 3.17). Both kernels
; assemble this file. Out: DE = date, HL = time. Changes: AF, BC.
clock.pack:
         ld a,(CLK.MONTH)
         rrca
         rrca
         rrca
         ld c,a
         rrca                 ; CY: its highest bit
         ld a,(CLK.YEAR)
         rla
         ld d,a
         ld a,c
         and %11100000
         ld hl,CLK.DAY
         or (hl)
         ld e,a
         ld hl,(CLK.MIN)
         ld a,(CLK.SEC)
         srl a
         ld c,a
         ld b,h
         ld h,l
         ld l,0
         srl h                ; minutes * 32
         rr l
         srl h
         rr l
         srl h
         rr l
         ld a,b
         add a,a
         add a,a
         add a,a
         or h
         ld h,a
         ld a,l
         or c
         ld l,a
         ret
