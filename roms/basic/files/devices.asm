; What a file's device does: opening, closing, a character in or out, and the functions. A device's entry has
; A = request (0 open, 2 close, 4 random, 6 output, 8 input, 10 LOC, 12 LOF, 14 EOF, 16 FPOS, 18 backup) and
;     HL = block of the file
;     open: D = device, E = mode, BC = record length or 0, FILNAM     close: E = mode, FL.MOD = 0 already
;     output and backup: C = character
;     input: comes back with A = character, or CY at the end          functions: result in DAC, VALTYP
; and may change all registers. A cartridge's entry finds its device (0-3) in DEVICE; drives' requests go to the
; hooks H.NTFL (close), H.DGET, H.FILO, H.INDS, H.LOC, H.LOF, H.EOF, H.FPOS, H.BAKU in this order.
; Sources: MSX2 Technical Handbook, chapter 5, 7.3.1, table 5.6 (requests), appendix 4 (hooks).

Q.OPEN:  EQU 0
Q.CLOSE: EQU 2
Q.OUT:   EQU 6
Q.IN:    EQU 8
Q.LOC:   EQU 10
Q.LOF:   EQU 12
Q.EOF:   EQU 14
Q.FPOS:  EQU 16
Q.BACK:  EQU 18

; In: A = request, HL = block, C for the request. Out: as the device. Changes: all.
device.do:
         push hl
         pop ix
         ld d,(ix + FL.DSK)
; The same with D = device.
device.call:
         or a
         call H.GEND
         push hl
         push af
         ld a,d
         ld hl,device.table
         cp D.DISK
         jr c,device.disk
         cpl                  ; CAS: 0, LPT: 1 ...
         cp device.known
         jr nc,device.cartridge
         add a,a
device.go:
         add a,l
         ld l,a
         jr nc,device.go1
         inc h
device.go1:
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         pop af
         ex (sp),hl
         ret
device.disk:
         pop af
         push af
         ld hl,device.hooks
         jr device.go
device.cartridge:
         ld a,d
         and 3
         ld (DEVICE),a
         pop af
         pop hl
         or a
         call slot.device
         ei
         ret

device.table:
         dw tape.device
         dw print.device
         dw print.device
         dw print.device
IF MSX2
         dw mem.device
ENDIF
device.known: EQU 4 + MSX2
device.hooks:
         dw error.name        ; a disk ROM opens in H.NULO
         dw H.NTFL
         dw H.DGET
         dw H.FILO
         dw H.INDS
         dw H.LOC
         dw H.LOF
         dw H.EOF
         dw H.FPOS
         dw H.BAKU

; A character to the file. In: A, PTRFIL. Changes: nothing. Error 52 if it is an input file.
device.out:
         push hl
         push de
         push bc
         push af
         ld c,a
         ld hl,(PTRFIL)
         ld a,(hl)
         cp 1
         jr z,device.number
         push hl
         ld de,FL.OPS
         add hl,de
         ld a,c
         cp 13
         jr z,device.left
         cp 32
         jr c,device.out1
         inc (hl)
         jr device.out1
device.left:
         ld (hl),0
device.out1:
         pop hl
         ld a,Q.OUT
         call device.do
         pop af
         pop bc
         pop de
         pop hl
         ret
device.number:
         jp error.number

; A character from the file. In: PTRFIL. Out: A, CY at the end. Changes: F. Error 52 if it is an output file.
device.in:
         push hl
         push de
         push bc
         ld hl,(PTRFIL)
         ld a,(hl)
         and %101             ; input, random
         jr z,device.number
         ld a,Q.IN
         call device.do
         pop bc
         pop de
         pop hl
         ret
; Puts a character back. In: A, PTRFIL. Changes: F.
device.back:
         push hl
         push de
         push bc
         push af
         ld c,a
         ld hl,(PTRFIL)
         ld a,Q.BACK
         call device.do
         pop af
         pop bc
         pop de
         pop hl
         ret

; CRT:, GRP:, LPT:. No names; only output, for which FOR need not be there.
print.device:
         or a
         jr z,print.open
         cp Q.CLOSE
         ret z
         cp Q.OUT
         jp nz,error.call
         ld a,d
         cp 253
         ld a,c
         jp z,CHPUT
         jr nc,print.printer
         ld a,(SCRMOD)        ; GRP:
         cp 2
         jp c,error.call
         ld a,c
         jp GRPPRT
print.printer:
         call OUTDLP
         ret nc
         jp error.device
print.open:
         ld a,e
         and %0110
         ret nz
         jp error.name
