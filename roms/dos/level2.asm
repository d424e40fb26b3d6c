; What level 2 consists of: its part in page 3, behind the resident part
; of EB-DOS, and the kernel for two segments of the mapper.

l2.image: EQU $
         ORG DOS.STACK
         INCLUDE "dispatch.asm"
         INCLUDE "mapper.asm"
         INCLUDE "process.asm"
l2.end:  EQU $
         ASSERT l2.end <= DISK.MEM
         ASSERT PIPE.LINE + 128 <= L2.STACK - L2.DEPTH
         ORG l2.image + l2.end - DOS.STACK
kernel.image: EQU $
         INCLUDE "kernel/kernel.asm"
         ORG kernel.image + kernel.end - &4000
second.image: EQU $
         INCLUDE "kernel/second.asm"
         ORG second.image + second.end - &4000
