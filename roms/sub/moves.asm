; Moves of the graphics cursor. The ones with T first look whether there is room.
; RIGHTC, LEFTC, DOWNC, UPC: In: - Out: - Changes: AF
; TRIGHT, TLEFTC, TDOWNC, TUPC: In: - Out: carry: at the border, not moved Changes: AF
RIGHTC:
TRIGHT:
         push hl
         push de
         push bc
         call point.where
         inc bc
         call point.limits
         scf
         sbc hl,bc            ; width - 1 - new X
         jr point.moved
LEFTC:
TLEFTC:
         push hl
         push de
         push bc
         call point.where
         ld a,b
         or c
         dec bc
         sub 1
         jr point.moved
DOWNC:
TDOWNC:
         push hl
         push de
         push bc
         call point.where
         inc de
         call point.limits
         dec a
         cp e
         jr point.moved
UPC:
TUPC:
         push hl
         push de
         push bc
         call point.where
         ld a,e
         dec de
         sub 1
point.moved:
         jr c,@edge
         call MAPXYC
         or a
@edge:   pop bc
         pop de
         pop hl
         ret
