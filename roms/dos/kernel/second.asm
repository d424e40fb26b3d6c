; The kernel's second segment: functions that need nothing but the program's memory, with what they remember. It runs at
; 4000h, too; far.asm leads here.
; Whoever includes it puts `ORG place + second.end - &4000` behind it, where `place` is $ in front of it.
         ORG &4000
         INCLUDE "environment.asm"
         INCLUDE "explain.asm"
second.end: EQU $
         ASSERT second.end <= ENV.LIST
