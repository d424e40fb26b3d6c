; The kernel of level 2: the functions 31h and 40h-70h of MSX-DOS 2. It runs at 4000h in a mapper segment of its own,
; where its memory is, too. Assembled together with dispatch.asm and mapper.asm, which lie in page 3.
; Whoever includes it puts `ORG place + kernel.end - &4000` behind it, where `place` is $ in front of it.
         ORG &4000
         INCLUDE "work.inc"
         INCLUDE "errors.inc"
         INCLUDE "entry.asm"
         INCLUDE "user.asm"
         INCLUDE "sectors.asm"
         INCLUDE "../../disk/fat.asm"
         INCLUDE "../../disk/alloc.asm"
         INCLUDE "../../disk/directory.asm"
         INCLUDE "names.asm"
         INCLUDE "paths.asm"
         INCLUDE "current.asm"
         INCLUDE "search.asm"
         INCLUDE "entries.asm"
         INCLUDE "openfiles.asm"
         INCLUDE "handles.asm"
         INCLUDE "processes.asm"
         INCLUDE "transfer.asm"
         INCLUDE "buffer.asm"
         INCLUDE "room.asm"
         INCLUDE "devices.asm"
         INCLUDE "changes.asm"
         INCLUDE "moves.asm"
         INCLUDE "environment.asm"
         INCLUDE "explain.asm"
         INCLUDE "process.asm"
         INCLUDE "segments.asm"
         INCLUDE "settings.asm"
         INCLUDE "redirect.asm"
kernel.end: EQU $
         ASSERT kernel.end <= WORK
