; COMMAND.COM, the command interpreter: it moves itself from 0100h to CMD.BASE and runs there.
         ORG &0100
         INCLUDE "../../include/workarea.inc"
         INCLUDE "../../include/ports.inc"
         INCLUDE "../../include/macros.inc"
         INCLUDE "../../disk/work.inc"
         INCLUDE "../work.inc"
         INCLUDE "../kernel/errors.inc"
         INCLUDE "level2.inc"

         ld hl,cmd.image
         ld de,CMD.BASE
         ld bc,CMD.END - CMD.BASE
         ld (DOS.LENGTH),bc
         ldir
         call JP.CHECK
         ld (DOS.SUM),hl
         jp CMD.BASE
cmd.image: EQU $
         ASSERT $ == TPA + CMD.HEAD
         ORG CMD.BASE
         INCLUDE "main.asm"
         INCLUDE "table.asm"
         INCLUDE "text.asm"
         INCLUDE "words.asm"
         INCLUDE "run.asm"
         INCLUDE "batch.asm"
         INCLUDE "dir.asm"
         INCLUDE "files.asm"
         INCLUDE "vol.asm"
         INCLUDE "copy.asm"
         INCLUDE "copydata.asm"
         INCLUDE "clock.asm"
         INCLUDE "disks.asm"
         INCLUDE "small.asm"
         INCLUDE "paths.asm"
         INCLUDE "folders.asm"
         INCLUDE "handles.asm"
         INCLUDE "copies.asm"
         INCLUDE "find.asm"
         INCLUDE "settings.asm"
         INCLUDE "ramdisk.asm"
         INCLUDE "redirect.asm"
CMD.END: EQU $
         INCLUDE "variables.inc"
