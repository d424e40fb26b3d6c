; The disk ROM: WD2793 driver, disk start, and the part of the kernel that boot sectors need.
MSX2:    EQU 0               ; for slots.asm: without the sub-ROM calls
         ORG &4000
         INCLUDE "../include/workarea.inc"
         INCLUDE "../include/ports.inc"
         INCLUDE "../include/macros.inc"
         INCLUDE "work.inc"
         INCLUDE "entries.asm"
         INCLUDE "init.asm"
         INCLUDE "boot.asm"
         INCLUDE "dskio.asm"
         INCLUDE "wd2793.asm"
         INCLUDE "media.asm"
         INCLUDE "format.asm"
         INCLUDE "call.asm"
         INCLUDE "bdos.asm"
         INCLUDE "console.asm"
         INCLUDE "drives.asm"
         INCLUDE "fcb.asm"
         INCLUDE "blocks.asm"
         INCLUDE "write.asm"
         INCLUDE "files.asm"
         INCLUDE "devices.asm"
         INCLUDE "clock.asm"
         INCLUDE "fat.asm"
         INCLUDE "alloc.asm"
         INCLUDE "ram.asm"
ROM.END: EQU $
         ASSERT ROM.END <= &7FF8
