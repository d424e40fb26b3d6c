; DEL, REN.

; DEL file, ERASE file: asks before it deletes everything.
do.del:  call is.level2
         jp nz,del.paths
         ld de,CMD.FCB
         call take.only
         ret c
         ld hl,CMD.FCB + 1
         ld b,11
del.all: ld a,(hl)
         inc hl
         cp "?"
         jr nz,del.go
         djnz del.all
         ld de,del.ask
         call ask.yes
         ret nz
del.go:  ld de,CMD.FCB
         ld c,&13
         call BDOS
         or a
         ret z
         jp say.missing
del.ask: dm "Delete all files (Y/N)? $"

; The only parameter, a name. In: HL = text, DE = FCB. Out: CY: it is missing, wrong, or not alone, and that was said.
; Changes: all.
take.only:
         call take.name
         jr c,only.drive
         jr z,only.bad
         inc de
         ld a,(de)
         cp " "
         jr z,only.bad
         call skip.blanks
         or a
         ret z
only.bad:
         call say.parameter
         scf
         ret
only.drive:
         call say.drive
         scf
         ret

; REN file name, RENAME: the new name may have wildcards; its drive, if any, must be that of the file.
do.ren:  call is.level2
         jp nz,ren.paths
         ld de,CMD.FCB
         call take.name
         jp c,say.drive
         jp z,say.parameter
         ld de,CMD.FCB2
         call take.only
         ret c
         ld a,(CMD.FCB2)
         or a
         jr z,ren.go
         call real.drive
         ld c,a
         ld a,(CMD.FCB)
         call real.drive
         cp c
         jp nz,say.parameter
ren.go:  ld hl,CMD.FCB2 + 1
         ld de,CMD.FCB + 17
         ld bc,11
         ldir
         ld hl,CMD.FOUND
         ld (DMA),hl
         ld de,CMD.FCB
         ld c,&11
         call BDOS
         or a
         jp nz,say.missing
         ld de,CMD.FCB
         ld c,&17
         call BDOS
         or a
         ret z
         ld de,ren.taken
         jp say.line
ren.taken: dm "There is a file of that name$"
; In: A = drive of an FCB. Out: A = 1 for A, 2 for B. Changes: F.
real.drive:
         or a
         ret nz
         ld a,(DEFDRV)
         inc a
         ret
