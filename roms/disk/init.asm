; INIT: what is done when the main ROM finds this ROM. The rest waits for the disk start (H.RUNC),
; for the main ROM's stack still lies in the disk system's memory.

; Takes memory and hooks unless SHIFT is held, or something else has lowered HIMEM before.
; Changes: all.
init:    ld a,6
         call SNSMAT
         ld e,a
         rrca
         ret nc               ; SHIFT: no disk system
         ld hl,(HIMEM)
         ld bc,RDPRIM
         or a
         sbc hl,bc
         ret nz
         ld a,(H.PHYD)
         cp &C9
         ret nz               ; another disk interface is at work
         push de
         call init.slot
         push af
         call init.work
         pop af
         ld (DRV.SLOT),a
         ld hl,DISK.MEM
         ld (HIMEM),hl
         call drive.count
         pop de
         bit 1,e
         ld a,2               ; the second one is a phantom if it is not there
         jr nz,init.table
         dec a                ; CTRL: one drive
         ld (DRV.FITTED),a
init.table:
         ld (DRVTBL),a
         ld a,(DRV.SLOT)
         ld (DRVTBL + 1),a
         ld hl,H.RUNC
         ld de,start
; Sets a hook to a routine of this ROM. In: HL = hook, DE = routine. Changes: AF, HL.
init.hook:
         ld (hl),&F7          ; RST 30h, slot, address, RET
         inc hl
         ld a,(DRV.SLOT)
         ld (hl),a
         inc hl
         ld (hl),e
         inc hl
         ld (hl),d
         inc hl
         ld (hl),&C9
         ret

; Out: A = slot in which this ROM runs. Changes: F, BC, HL.
init.slot:
         PAGE1SLOT

; Clears the variables, points SLTWRK to them. In: A = slot. Changes: AF, BC, DE, HL.
init.work:
         ld e,a               ; SLTWRK + 32 * primary + 8 * secondary + 2 * page
         and 3
         rrca
         rrca
         rrca
         ld d,a
         ld a,e
         and %00001100
         add a,a
         or d
         add a,2
         ld e,a
         ld d,0
         ld hl,SLTWRK
         add hl,de
         ld de,DRV
         ld (hl),e
         inc hl
         ld (hl),d
         ld h,d
         ld l,e
         inc de
         ld (hl),0
         ld bc,63
         ldir
         ld hl,&FFFF
         ld (DRV.HEADS),hl
         ld a,l
         ld (K.FATDRV),a
         ld (K.DIRDRV),a
         ld (K.DATDRV),a
         ret
