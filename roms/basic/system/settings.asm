; SET, GET DATE and GET TIME: their part in the main ROM. The rest is in the sub-ROM (set.asm, calendar.asm).

do.set:  call H.SETS
IF MSX2
         ld ix,S.SETS
         call EXTROM
         ei
         ret nc
         jp error
get.clock: BASIC clock.get
         ret
ELSE
         jp error.call
ENDIF
