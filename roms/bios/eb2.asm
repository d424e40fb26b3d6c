; Main ROM of board eb2 (MSX2 class).
MSX2:    EQU 1
SLOTS.RAM: EQU 0
         INCLUDE "main.asm"
