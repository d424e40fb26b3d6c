; The system in a ROM of its own, 4000h-BFFFh: COMMAND.COM in page 1, EBDOS.SYS in page 2, each behind a mark and its
; length. The disk ROM copies it to memory for disks that expect a system of another maker (roms/disk/builtin.asm).
         ORG &4000
rom.command:
         dm "EB-DOS"          ; no "AB": not a cartridge
         dw command.end - command.image
command.image:
         MDAT "../bin/command.com"
command.end: EQU $
         ASSERT $ <= &8000
         ds &8000 - $
rom.system:
         dm "EB-DOS"
         dw system.end - system.image
system.image:
         MDAT "../bin/ebdos.sys"
system.end: EQU $
         ASSERT $ <= &C000
