; Disk errors: a question in the line below the title, and never the end of the program. While FAILED is not 0 the system's
; functions for files fail without asking again.

; Only an MSX has disk errors of its own. Changes: AF, HL.
trouble.begin:
         ld a,(LINLEN)
         or a
         ret z
         ld hl,trouble.cell
         ld (DISKVE),hl
         ret
trouble.cell: dw trouble

; The system's question. In: A = drive, 0 is A, C = bits 1-3 what, bit 7 no FAT (MSX2 Technical Handbook, chapter 3; for
; EB-DOS roms/disk/README.md). Out: C = 1: try again, 3: the function fails. Changes: all.
trouble: ld b,a
         ld a,(FAILED)
         or a
         jr nz,trouble.fails
         push bc
         ld a,c
         and %10001110
         ld hl,trouble.protected
         jr z,trouble.show
         ld hl,trouble.nodisk
         cp 2
         jr z,trouble.show
         ld hl,trouble.error
trouble.show:
         call message.show
         ld hl,trouble.drive
         call out.text
         pop bc
         ld a,b
         add a,"A"
         call out.char
         ld hl,trouble.ask
         call out.text
trouble.key:
         call key.get
         ld c,1
         and &DF
         cp "Y"
         ret z
         cp "N"
         jr nz,trouble.key
         ld hl,FAILED
         ld (hl),1
trouble.fails:
         ld c,3
         ret
trouble.protected: dm "Write-protected"
         db 0
trouble.nodisk: dm "No disk"
         db 0
trouble.error: dm "Disk error"
         db 0
trouble.drive: dm ", drive "
         db 0
trouble.ask: dm ". Retry? (Y/N) "
         db 0
