; EBDOS.SYS: the disk ROM loads it to 0100h and starts it with RAM in pages 0 to 2, A = slot of the ROM that it came
; from, FFh: from a disk, and then B = slot of the ROM that has the system, too, FFh: there is none. It puts the resident part into its place and starts COMMAND.COM.
         ORG &0100
         INCLUDE "../include/workarea.inc"
         INCLUDE "../include/ports.inc"
         INCLUDE "../include/macros.inc"
         INCLUDE "../disk/work.inc"
         INCLUDE "work.inc"

         ld sp,DOS.BASE
         push af
         push bc
         ld hl,(DISKVE)
         push hl
         ld hl,res.image
         ld de,DOS.BASE
         ld bc,DOS.STACK - DOS.BASE
         ldir
         pop hl
         ld (DOS.ERRORS),hl
         pop af
         ld (DOS.KEPT),a
         pop af
         ld (DOS.ROM),a
         ld hl,REBOOT
         ld a,(hl)
         ld (hl),1
         or a
         jr z,system.first
         ld a,1
system.first:
         ld (DOS.AGAIN),a
         call system.screen
         call system.vectors
         call system.dates
         ld a,255
         ld (K.PLACE),a
         inc a
         ld (K.USED),a
         ld (K.DATED),a
         inc a
         ld (BAT.ECHO),a
         ld (DOS.LEVEL),a
         call system.level2
         jr c,system.level1
         ld hl,DOS.LEVEL
         inc (hl)
system.level1:
         call dos.ends
         ld de,system.text
         ld c,9
         call BDOS
         jp dos.command
system.text:
         dm "EB-DOS 1.0"
         db 13,10,"$"

; Text without function keys. Changes: all.
system.screen:
         ld hl,ERAFNK
         call bios.call
         ld hl,INITXT
         jp bios.call

; The entries of page 0, and what ends programs. Changes: AF, HL.
system.vectors:
         di
         ld a,&C3
         ld (&0000),a
         ld hl,DOS.TABLE + 3
         ld (&0001),hl
         ld (&0005),a
         ld hl,DOS.ENTRY
         ld (&0006),hl
         ld hl,(&0039)
         ld (int.here + 1),hl
         ld hl,dos.int
         ld (&0039),hl
         ei
         ld hl,DOS.TABLE + 3  ; WBOOT, where a debugger sees the end of a program
         ld (ENDING),hl
         ret

; DOS.DATE from the main ROM's 002Bh, bits 4 to 6 (MSX2 Technical Handbook, chapter 1). Changes: AF, BC, DE, HL.
system.dates:
         ld a,(EXPTBL)
         ld hl,IDBYT0
         call RDSLT
         ei
         rrca
         rrca
         rrca
         rrca
         and 7
         cp 3
         jr c,dates.known
         xor a
dates.known:
         ld (DOS.DATE),a
         ret
         INCLUDE "level2_start.asm"
         INCLUDE "mapper_start.asm"
         INCLUDE "resident.asm"
         INCLUDE "level2.asm"
