; The kernel: its functions by number (MSX2 Technical Handbook, chapter 3, system calls).
; As much of it as boot sectors and loaders use; the others answer A = 0, HL = 0.

; In: C = function, the rest as it wants. Out: A = L, B = H, as on CP/M. Keeps IX, IY and the alternate registers
; (MSX-DOS 2 Program Interface Specification, 3.1); 1B gives IX and IY.
kernel:  PUSHREST
         xor a
         ld (K.ERROR),a
         call kernel.call
         or a
         jr nz,kernel.end
         ld (K.ERROR),a
kernel.end:
         POPREST
         ret
KEPT.IY: EQU REST.IY + 2     ; from K.ERRSP on: what the caller gets as IY and IX
KEPT.IX: EQU REST.IX + 2
kernel.call:
         ld (K.ERRSP),sp
         ld a,c
         cp &31
         jr nc,bdos.none
         push hl
         push de
         call bdos.clean
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
; Writes what waits in buffers, unless the function is for reading, writing, console or clock. In: C = function. Keeps BC.
; Changes: all others.
bdos.clean:
         ld a,c
         dec a
         cp &0B
         ret c
         push bc
         ld hl,clean.not
         ld bc,clean.end - clean.not
         inc a
         cpir
         call nz,disk.clean
         pop bc
         ret
clean.not: db &14,&15,&1A,&21,&22,&24,&26,&27,&28,&2A,&2B,&2C,&2D
clean.end: EQU $
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

; The ends of functions that could not do it: why, for level 2's function 65 (codes: MSX-DOS 2 Program Interface
; Specification, 6).
fail.nofile:
         ld a,&D7             ; .NOFIL
         jr fail.as
fail.drive:
         ld a,&DB             ; .IDRV
         jr fail.as
fail.name:
         ld a,&DA             ; .IFNM
         jr fail.as
fail.twice:
         ld a,&D3             ; .DUPF
         jr fail.as
fail.full:
         ld hl,(K.DIR)
         ld a,h
         or l
         ld a,&D5             ; .DRFUL
         jr z,fail.as
         dec a                ; .DKFUL
         jr fail.as
; In: A = attributes of what is there.
fail.there:
         bit 4,a
         jr nz,fail.directory
         bit 0,a
         ld a,&D1             ; .FILRO
         jr nz,fail.as
         ld a,&CD             ; .SYSX
         jr fail.as
fail.directory:
         ld a,&CC             ; .DIRX
fail.as: ld (K.ERROR),a
         jr bdos.abort
; Functions for records: why there are less. Out: K.SHORT = 1. Changes: AF.
short.end:
         ld a,&C7             ; .EOF
         jr short.as
short.protected:
         ld a,&D1             ; .FILRO
         jr short.as
short.memory:
         ld a,&C9             ; .OV64K
         jr short.as
short.full:
         ld a,&D4             ; .DKFUL
short.as:
         ld (K.ERROR),a
         ld a,1
         ld (K.SHORT),a
         ret

; The answer of a function that could not do it.
bdos.failed:
         ld a,255
         jp bdos.a

; A disk error: the routine at (DISKVE) decides. In: A = error code, IX = DPB. Out: Z: try again; NZ: go on as if nothing
; had happened; else the program ends, or for an answer above 2 the function alone, with A = FFh. Changes: AF, C, HL.
disk.failed:
         ld c,a
         call drive.error
         ld (K.ERROR),a
         ld a,(DRV.WRITE)
         and 1
         or c                 ; bit 0 write, bits 1-3 error
         call error.ask
         dec a                ; 1: try again
         ret z
         inc a                ; 0: ignore
         jr z,error.ignore
         cp 2
         call z,error.abort
disk.end:
         call disk.forget
; Ends the function in hand, from wherever it is, with A = FFh.
bdos.abort:
         ld sp,(K.ERRSP)
         jr bdos.failed
error.ignore:
         inc a
         ret

; A FAT that leads nowhere: the routine is told, and the function ends with A = 1. In: IX = DPB.
bdos.badfat:
         ld a,%10000000
         call error.ask
         cp 2
         call z,error.abort
         ld sp,(K.ERRSP)
         ld a,&F2             ; .IFAT
         ld (K.ERROR),a
         ld a,1
         jp bdos.a

; The routine at (DISKVE). In: A = error, bit 7 bad FAT, bits 1-3 code, bit 0 writing; IX = DPB. Out: A = its answer.
; Changes: F, C, HL.
error.ask:
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
         ret
; With a DOS the program ends, by ABORT, with the stack of its call. Changes: AF, HL.
error.abort:
         call line.isdos
         ret z
         call disk.forget
         ld sp,(K.SP)
         jp ABORT

; What DISKVE leads to while no program or BASIC has its own: "Abort, Retry or Ignore?" with a DOS, else the function
; fails. In: A = drive, C = error as above. Out: C = 0 ignore, 1 try again, 2 abort. Changes: all.
error.default:
         ei
         push af
         push bc
         call line.isdos
         pop bc
         pop hl
         ld a,2
         jr z,default.end
         ld a,h
         add a,"A"
         ld b,a
         push bc
         ld de,error.bad
         bit 7,c
         jr nz,default.text
         ld de,error.reading
         bit 0,c
         jr z,default.text
         ld de,error.writing
default.text:
         call default.line
         pop bc
         push bc
         ld de,error.texts
         ld a,c
         rlca
         ld a,0
         jr c,default.drive
         ld a,c
         rrca
         and 7
         call default.find
         call ram.text
default.drive:
         ld de,error.drive
         call ram.text
         pop bc
         ld a,b
         call con.show
         ld de,error.choice
         call default.line
default.key:
         call con.get
         cp KEY.BREAK
         jr nz,default.letter
         ld a,"A"
default.letter:
         and %11011111
         ld hl,error.keys
         ld bc,3
         cpir
         jr nz,default.key
         push bc
         call con.show
         ld de,error.line
         call ram.text
         pop bc
         ld a,c               ; A 2, R 1, I 0
default.end:
         ld c,a
         ret
; A new line, then the text at DE. Changes: AF, DE, IX, IY.
default.line:
         push de
         ld de,error.line
         call ram.text
         pop de
         jp ram.text
; In: A = number of the text, DE = the first one. Out: DE. Changes: AF.
default.find:
         or a
         ret z
         push bc
         ld b,a
find.text:
         ld a,(de)
         inc de
         cp "$"
         jr nz,find.text
         djnz find.text
         pop bc
         ret
error.keys: dm "ARI"
error.line: db 13,10,"$"
error.reading: dm "Cannot read: $"
error.writing: dm "Cannot write: $"
error.bad: dm "File allocation table of no use$"
error.texts:
         dm "write protected$no disk$data damaged$track not found$sector not found$write fault$disk error$"
         dm "disk error$"
error.drive: dm ", drive $"
error.choice: dm "Abort, Retry or Ignore? $"
