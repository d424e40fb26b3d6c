; GET DATE and GET TIME. Source: MSX2 Technical Handbook, chapter 2, 2.9.

; GET DATE variable[,A], GET TIME variable[,A]. In: HL at D or TIME. Out: HL behind. Changes: all.
clock.get:
         ld b,0
         ld a,(hl)
         cp T.TIME
         jr z,@time
         rst 8
         db "D"
         rst 8
         db "A"
         rst 8
         db "T"
         ld a,(hl)
         cp "E"
         jp nz,error.syntax
         inc b
@time:   push bc
         rst 16
         MAIN PTRGET
         MAIN check.string
         pop bc
         push de
         dec hl
         rst 16
         jr z,@read
         rst 8
         db ","
         rst 8
         db "A"
         set 1,b
@read:   push hl
         ld a,b
         ld ix,S.CLOCK
         call EXTROM
         ei
         ld a,8
         MAIN string.make
         ld hl,BUF
         ld bc,8
         ldir
         MAIN string.give
         pop hl
         pop de
         push hl
         ld b,3
         MAIN let.store
         pop hl
         ret
