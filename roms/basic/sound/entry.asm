; The sound statements' part in the main ROM.

do.beep: EQU BEEP             ; keeps HL
; PLAY: the hook is called with the main ROM in page 1.
do.play: call H.PLAY
         BASIC play
         ret
