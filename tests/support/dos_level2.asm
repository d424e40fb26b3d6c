; Level 2 as EBDOS.SYS has it, for tests of the kernel alone: what lies in page 3, then the kernel's segment.
MSX2:    EQU 0
         INCLUDE "../../roms/include/workarea.inc"
         INCLUDE "../../roms/include/ports.inc"
         INCLUDE "../../roms/include/macros.inc"
         INCLUDE "../../roms/disk/work.inc"
         ORG DISK.MEM
         INCLUDE "../../roms/dos/dispatch.asm"
map.page: db 3,2,1,0
resident.end: EQU $
         INCLUDE "../../roms/dos/kernel/kernel.asm"
