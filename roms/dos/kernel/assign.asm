; Which drive a letter means (MSX-DOS 2 Function Specifications, 6A): where DPBTBL points.

; 6A: In: B = logical drive, 1 is A, D = physical one, 0: as it was, FFh: tell it; B = D = 0: all as
; they were. Out: A = error, D = physical drive. Changes: all.
set.assign:
         ld a,b
         or a
         jr z,assign.all
         dec a
         call drive.exists
         ld c,a
         jr c,assign.bad
         add a,a
         ld hl,DPBTBL
         add a,l
         ld l,a               ; F355h and 16 bytes
         ld a,d
         inc a
         jr z,assign.tell
         sub 2
         jr c,assign.put1     ; 0: C is the drive itself
         push hl
         call drive.exists
         pop hl
         ld c,a
         jr c,assign.bad
assign.put1:
         call assign.put
assign.tell:
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ld d,(hl)            ; DPB.DRIVE
         inc d
         xor a
         ret
assign.bad:
         ld a,ERR.IDRV
         or a
         ret
assign.all:
         ld a,d
         or a
         jr nz,assign.bad
         ld a,(NMBDRV)
         ld b,a
         ld c,0
         ld hl,DPBTBL
assign.next:
         call assign.put
         inc hl
         inc hl
         inc c
         djnz assign.next
         ld a,RAMD.DRIVE
         call drive.exists
         ld a,0
         ret c
         ld hl,DPB.H
         ld (DPBTBL + 2 * RAMD.DRIVE),hl
         ret
; In: HL = place in DPBTBL, C = physical drive. Changes: AF, DE.
assign.put:
         push ix
         ld a,c
         call drive.itself
         push ix
         pop de
         pop ix
         ld (hl),e
         inc hl
         ld (hl),d
         dec hl
         ret
