; Processes (MSX-DOS 2 Function Specifications, 60 to 64). A process is its depth: PROC.ID is 1 for the
; command interpreter, one more for what it has forked. The codes with which one ended, and the two
; routines that a program may have, are in the resident part (roms/dos/process.asm).

PROC.MOST: EQU HND.PROCESSES   ; deepest process

; 60: Out: A = error, B = the parent's id. Changes: all.
prc.fork:
         ld a,(PROC.ID)
         cp PROC.MOST
         ld a,ERR.NORAM
         ret nc
         call hnd.fork
         ret nz
         ld hl,0              ; how the parent's last disk operation ended is not the child's
         ld (prc.codes),hl
         ld hl,PROC.ID
         ld b,(hl)
         inc (hl)
         xor a
         ret

; 61: In: B = id of the parent, 0: all begins anew. Out: A = error, B, C = codes with which the child
; ended. Changes: all.
prc.join:
         ld a,(PROC.ID)
         dec a
         cp b
         ld a,ERR.IPROC
         ret c
         ld a,b
         or a
         jr nz,join.parent
         inc a
join.parent:
         ld (PROC.ID),a
         push bc
         call seg.join
         ld hl,0
         ld (prc.abort),hl
         ld (prc.disk),hl
         pop bc
         call hnd.join        ; last, for it may meet a disk error
         ld bc,(prc.codes)
         ld hl,0
         ld (prc.codes),hl
         xor a
         ret

; 00: as 62 with no error. Never returns.
prc.zero:
         ld b,0
; 62: In: B = error code. Never returns.
prc.term:
         ld a,b
         ld c,0
; Ends the program. In: A = error code, C = the one behind it. Never returns.
prc.fail:
         ld (prc.error),a
         ld a,c
         ld (prc.second),a
         ld a,1
         ld (prc.ends),a
         jp func.fail

; 63: In: DE = the program's abort routine, 0: none. Out: A = 0.
prc.defab:
         ld (prc.abort),de
         xor a
         ret
; 64: In: DE = its disk error routine, 0: none. Out: A = 0.
prc.defer:
         ld (prc.disk),de
         xor a
         ret
