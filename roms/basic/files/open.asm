; OPEN, CLOSE (BASIC ROM). Source: MSX2 Technical Handbook, chapter 2, 1; appendix 4 (hooks). Hooks, beside those
; that devices.asm names: H.NOFO when FOR is not there, HL = text; H.NULO for every file that is to be opened, as
; a device's request 0: it comes back with CY when it has opened the file itself, as a disk ROM does for drives.

files.how: EQU SLTWRK + &15   ; 2  mode or form, and device, while a statement is read

; OPEN name [FOR INPUT | OUTPUT | APPEND] AS [#] number [LEN = length]
do.open: call fname.take
         ld e,4               ; without FOR: random access
         ld a,(hl)
         cp T.FOR
         jr z,open.for
         call H.NOFO
         jr open.as
open.for:
         rst 16
         dec e
         cp T.OUT             ; OUTPUT is OUT PUT
         jr z,open.output
         cp T.INPUT
         ld e,1
         jr z,open.mode
         rst 8                ; APPEND is A P P END
         db "A"
         rst 8
         db "P"
         rst 8
         db "P"
         ld e,8
         cp T.END
         jr open.word
open.output:
         rst 16
         ld e,2
         cp T.PUT
open.word:
         jp nz,error.syntax
open.mode:
         rst 16
open.as: ld (files.how),de     ; E, D
         rst 8
         db "A"
         rst 8
         db "S"
         MAIN file.ask
         push af
         dec hl
         rst 16
         ld de,0
         jr z,open.file
         rst 8
         db &FF               ; LEN is a function's word
         rst 8
         db &92
         rst 8
         db T.EQUAL
         MAIN expr.integer
         push de
         dec de               ; 1 to 256
         inc d
         dec d
         jp nz,error.call
         pop de
open.file:
         ld b,d
         ld c,e
         pop af
         or a
         jp z,error.number
         push hl
         MAIN file.block
         ld a,(hl)
         or a
         jp nz,error.open
         ld de,(files.how)
         call file.open
         pop hl
         ret

; In: HL = block, D = device, E = mode, BC = record length, FILNAM. Changes: all.
file.open:
         push hl
         ld (hl),0
         inc hl
         inc hl
         ld a,FL.OPS - FL.LSA + 1
file.header:
         inc hl
         ld (hl),0
         dec a
         jr nz,file.header
         pop hl
         push hl
         pop ix
         ld (ix + FL.DSK),d
         push hl
         push de
         or a
         call H.NULO
         jr c,file.done
         xor a
         call device.call
file.done:
         pop de
         pop hl
         ld (hl),e
         ret

; CLOSE [[#] number [, ...]]
do.close:
         jr z,file.close.all
close.next:
         MAIN file.ask
         push hl
         MAIN file.block
         call file.close
         pop hl
         dec hl
         rst 16
         ret z
         rst 8
         db ","
         jr close.next

; Closes all files; output goes to the screen. Changes: all but HL.
file.close.all:
         push hl
         ld a,(MAXFIL)
close.file:
         push af
         MAIN file.block
         call file.close
         pop af
         dec a
         jp p,close.file
         ld h,a
         ld l,a
         inc hl
         ld (PTRFIL),hl
         pop hl
         ret

; In: HL = block; nothing happens if it is closed already. Changes: all.
file.close:
         ld e,(hl)
         ld a,e
         or a
         ret z
         ld (hl),0
         ld a,Q.CLOSE
         jp device.do
