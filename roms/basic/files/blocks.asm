; Files: their blocks in memory, and how a program names them. Source: MSX2 Technical Handbook, chapter 2,
; table 2.19 (file control block), chapter 2, 3.2 (267 bytes a file), appendix 4 (FILTAB, NULBUF, PTRFIL).

FL.MOD:  EQU 0                ; mode: 0 closed, 1 input, 2 output, 4 random, 8 append
FL.FCA:  EQU 1                ; 2 for the disk ROM: its own block
FL.LSA:  EQU 3                ; character put back, 0: none
FL.DSK:  EQU 4                ; device: 0-8 drive, 252-255 ours, else cartridge
FL.SLB:  EQU 5
FL.BPS:  EQU 6                ; place in FL.BUF
FL.FLG:  EQU 7                ; cassette: 1 while FL.BUF holds a block
FL.OPS:  EQU 8                ; column
FL.BUF:  EQU 9                ; 256
FL.SIZE: EQU 265

; Lays MAXFIL + 1 closed blocks out below HIMEM: FILTAB, blocks. Between the strings and FILTAB is a 0.
; In: HIMEM, MAXFIL. Out: FILTAB, NULBUF, MEMSIZ, PTRFIL = 0. Changes: all.
files.memory:
         ld a,(MAXFIL)
         inc a
         ld b,a
         ld hl,(HIMEM)
         ld de,-(FL.SIZE + 2)
files.room:
         add hl,de
         djnz files.room
         ld (FILTAB),hl
         dec hl
         ld (hl),b            ; 0
         dec hl
         ld (MEMSIZ),hl
         inc hl
         inc hl
         ld d,h
         ld e,l
         ld b,a
files.skip:
         inc de               ; DE = the first block
         inc de
         djnz files.skip
         ld b,a
files.entry:
         ld (hl),e
         inc hl
         ld (hl),d
         inc hl
         xor a
         ld (de),a            ; FL.MOD
         push hl
         ld hl,FL.SIZE
         add hl,de
         ex de,hl
         pop hl
         djnz files.entry
         xor a
         call file.block
         ld de,FL.BUF
         add hl,de
         ld (NULBUF),hl
         ld hl,0
         ld (PTRFIL),hl
         ret

; In: A = number of a file. Out: HL = its block; error 52 if there is none. Changes: AF.
file.block:
         ld l,a
         ld a,(MAXFIL)
         cp l
         jp c,error.number
         ld h,0
         add hl,hl
         push de
         ld de,(FILTAB)
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex de,hl
         pop de
         jp H.GETP

; In: HL = text at "#" or at a number. Out: PTRFIL = the open file; HL behind. Errors 52, 59. Changes: all.
file.number:
         call file.ask
         push hl
         call file.opened
         ld (PTRFIL),hl
         call H.SETF
         pop hl
         ret

; In: HL as file.number. Out: A = E = number; HL behind. Changes: all.
file.ask:
         ld a,(hl)
         cp "#"
         jr nz,file.ask1
         rst 16
file.ask1:
         jp GETBYT

; In: A = number. Out: HL = block, A = mode; error 59 unless open. Changes: F.
file.opened:
         call file.block
         ld a,(hl)
         or a
         ret nz
         jp error.closed

; MAXFILES = number: closes all, clears all variables, as many strings as before.
do.max:  rst 8
         db T.FILES
         rst 8
         db T.EQUAL
         call GETBYT
         cp 16
         jp nc,error.call
         push hl
         push af
         BASIC file.close.all
         ld hl,(MEMSIZ)
         ld de,(STKTOP)
         or a
         sbc hl,de
         pop af
         push hl              ; room for strings
         ld de,(VARTAB)
         add hl,de
         ld de,STACK.LEAST
         add hl,de            ; and for a stack
         ld de,FL.SIZE + 2
         ld c,a
         ld b,a
         inc b
do.max.room:
         add hl,de
         jp c,error.memory
         djnz do.max.room
         ld de,(HIMEM)
         rst 32
         jp nc,error.memory
         ld a,c
         ld (MAXFIL),a
         call files.memory
         ld hl,(MEMSIZ)
         pop de
         or a
         sbc hl,de
         ld (STKTOP),hl
         pop hl
         call clear.variables ; leaves our caller on the stack
         ret
