; The kernel: its functions by number (MSX2 Technical Handbook, chapter 3, system calls).
; As much of it as boot sectors and loaders use; the others answer A = 0, HL = 0.

; In: C = function, the rest as it wants. Out: A = L, B = H, as on CP/M. Changes: all.
kernel:  ld (K.ERRSP),sp
         ld a,c
         cp &31
         jr nc,bdos.none
         push hl
         push de
         ld l,c
         ld h,0
         add hl,hl
         ld de,bdos.table
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex de,hl
         pop de
         ex (sp),hl           ; HL as at the call, the routine on the stack
         ret
; What routines end with: the result in HL. Out: A = L, B = H.
bdos.none:
         ld hl,0
bdos.hl: ld a,l
         ld b,h
         ret
; The result in A alone. Out: L = A, B = H = 0.
bdos.ok: xor a
bdos.a:  ld l,a
         ld h,0
         ld b,h
         ret

bdos.table:
         dw ABORT             ; 00 end of program
         dw con.in            ; 01
         dw con.out           ; 02
         dw aux.in            ; 03
         dw aux.out           ; 04
         dw con.printer       ; 05
         dw con.direct        ; 06
         dw con.raw           ; 07
         dw con.quiet         ; 08
         dw con.text          ; 09
         dw con.line          ; 0A
         dw con.status        ; 0B
         dw disk.version       ; 0C
         dw disk.reset         ; 0D
         dw disk.choose        ; 0E
         dw fcb.open          ; 0F
         dw file.close        ; 10
         dw fcb.search        ; 11
         dw fcb.next          ; 12
         dw file.delete       ; 13
         dw blk.sequential    ; 14
         dw wrt.sequential    ; 15
         dw file.create       ; 16
         dw file.rename       ; 17
         dw disk.login         ; 18
         dw disk.current       ; 19
         dw disk.dma           ; 1A
         dw disk.info          ; 1B
         dw bdos.none         ; 1C
         dw bdos.none         ; 1D
         dw bdos.none         ; 1E
         dw bdos.none         ; 1F
         dw bdos.none         ; 20
         dw blk.random        ; 21
         dw wrt.random        ; 22
         dw fcb.length        ; 23
         dw fcb.number        ; 24
         dw bdos.none         ; 25
         dw wrt.block         ; 26
         dw blk.block         ; 27
         dw wrt.zeroed        ; 28
         dw bdos.none         ; 29
         dw clock.date        ; 2A
         dw clock.setdate     ; 2B
         dw clock.time        ; 2C
         dw clock.settime     ; 2D
         dw disk.verify        ; 2E
         dw disk.read          ; 2F
         dw disk.write         ; 30

; The answer of a function that could not do it.
bdos.failed:
         ld a,255
         jr bdos.a

; A disk error: the routine at (DISKVE) decides. In: A = error code, IX = DPB. Out: Z: try again;
; NZ: go on as if nothing had happened; else the function ends here with A = FFh. Changes: AF, C, HL.
bdos.error:
         ld c,a
         ld a,(DRV.WRITE)
         and 1
         or c                 ; bit 0 write, bits 1-3 error
         ld c,a
         push ix
         push de
         push bc
         ld de,(DISKVE)
         ld a,(ix + DPB.DRIVE)
         call ram.user
         ld a,c
         pop bc
         pop de
         pop ix
         dec a                ; 1: try again
         ret z
         inc a                ; 0: ignore
         jr z,error.ignore
error.end:
         call disk.forget
; Ends the function in hand, from wherever it is, with A = FFh.
bdos.abort:
         ld sp,(K.ERRSP)
         jr bdos.failed
error.ignore:
         inc a
         ret
