; Main ROM of board eb1 (MSX1 class).
MSX2:    EQU 0
SLOTS.RAM: EQU 0
         INCLUDE "main.asm"
