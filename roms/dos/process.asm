; How a program ends at level 2, and its routine for disk errors (MSX-DOS 2 Function Specifications, 62 to 64), in page 3.

prc.abort: dw 0              ; the program's abort routine, 0: none
prc.disk: dw 0               ; its disk error routine, 0: none
prc.codes:
prc.second: db 0             ; how it ended: the code behind the error code
prc.error: db 0              ; error code
prc.ends: db 0               ; not 0: the function in hand ends the program
prc.vector: dw prc.failed    ; where DISKVE points
prc.default: dw 0            ; where it pointed before

; The program's pages are the first 64 KB again, nothing of the kernel is under way. Changes: AF.
prc.tpa: ld a,3
         call map.put0
         dec a
         call map.put1
         dec a
         call map.put2
         xor a
         ld (l2.inside),a
         ld (prc.ends),a
         ret

; CTRL+C, CTRL+STOP: behind BREAKV at level 2. Never returns.
prc.break:
         ld a,&9E             ; .CTRLC
         ld b,0
; Ends the program. In: A = error code, B = the one behind it. Never returns.
prc.stop:
         ld (prc.error),a
         ld a,b
         ld (prc.second),a
         ld a,(l2.inside)
         or a
         jr nz,stop.level2
         ld hl,(K.SP)
         ld a,h
         cp (L2.STACK - L2.DEPTH) // 256
         jr c,stop.stack      ; a function of level 1
stop.level2:
         call l2.user
prc.over:
         ld hl,(l2.sp)
stop.stack:
         ld sp,hl
; Ends it after its abort routine, when its pages and stack are as they were at its call. Never returns, unless the
; routine drops the address that it was called from.
prc.end: xor a
         ld (prc.ends),a
         ld (l2.inside),a
         ld bc,(prc.second - 1)
         ld hl,(prc.abort)
         ld a,h
         or l
         ld a,(prc.error)
         ei
         call nz,prc.jump
         ld (prc.error),a
         ld c,a
         ld a,b
         ld (prc.second),a
         ld a,c
         sub &9E
         cp 2
         jp nc,0
         ld a,1               ; CTRL+C, CTRL+STOP: a batch file may end, too
         ld (DOS.BROKEN),a
         jp 0
prc.jump:
         jp (hl)

; A disk error: behind DISKVE at level 2. In: A = drive, 0 is A, C = bit 0 writing, bits 1-3 the driver's error code,
; the program's page 1. Out: C = 0: go on, 1: try again. Changes: all.
prc.failed:
         ld b,a
         ld hl,(prc.disk)
         ld a,h
         or l
         jr z,failed.default
         push bc
         inc b
         call failed.code
         ld a,c
         and 1
         or %00001000         ; DE is the sector
         ld c,a
         ld a,(l2.redirected)
         push af
         xor a                ; the console is the console here
         ld (l2.redirected),a
         ld a,d
         ld de,(DRV.SECTOR)
         call prc.jump
         ld b,a
         pop af
         ld (l2.redirected),a
         ld a,b
         pop bc
         ld e,c
         sub 2
         ld c,1
         ret z
         dec c
         dec a
         ret z
         ld c,e
         add a,2
         jr z,failed.abort
failed.default:
         push bc
         ld a,b
         ld hl,(prc.default)
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex de,hl
         call prc.jump
         ld a,c
         pop bc
         cp 2
         ld b,c
         ld c,a
         ret c
         ld c,b
failed.abort:
         call failed.code
         ld b,d
         ld a,&9D             ; .ABORT
         jp prc.stop
; In: C as above. Out: D = error code. Changes: AF, HL.
failed.code:
         ld d,&C8             ; .FILE
         bit 7,c
         ret nz
         push hl
         ld a,c
         rrca
         and 7
         add a,failed.codes \ 256
         ld l,a
         adc a,failed.codes // 256
         sub l
         ld h,a
         ld d,(hl)
         pop hl
         ret
failed.codes: db &F8,&FC,&FA,&F3,&F9,&FE,&FD,&FD
