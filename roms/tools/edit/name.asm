; Names of files, and what is said about them.

; The name in FCB is that of the text. Changes: BC, DE, HL.
name.take:
         ld hl,FCB
         ld de,NAME
         ld bc,12
         ldir
         ret

; The name in BUFFER, with or without a drive. Out: in FCB; CY: it is none, or a device's. Changes: AF, BC, DE, HL.
name.parse:
         ld hl,FCB
         call fcb.blank
         ld hl,BUFFER
         ld a,(BUFFER + 1)
         cp ":"
         jr nz,parse.name
         ld a,(hl)
         call find.fold
         sub "A" - 1
         ret c
         scf
         ret z
         cp 9
         ccf
         ret c
         ld (FCB),a
         ld c,a
         ld a,(LINLEN)
         or a
         jr z,parse.drive     ; no MSX
         ld a,(NMBDRV)
         cp c
         ret c
parse.drive:
         inc hl
         inc hl
parse.name:
         ld de,FCB + 1
         ld b,8
         call parse.part
         ret c
         cp "."
         jr nz,parse.end
         ld de,FCB + 9
         ld b,3
         call parse.part
         ret c
parse.end:
         or a
         scf
         ret nz
         ld a,(FCB + 1)
         cp " "
         scf
         ret z
         ld de,name.devices
device.next:
         ld hl,FCB + 1
         ld b,8
         ld a,(de)
         or a
         ret z                ; NC
device.letter:
         ld a,(de)
         cp (hl)
         jr nz,device.other
         inc de
         inc hl
         djnz device.letter
         scf
         ret
device.other:
         inc de
         djnz device.other
         jr device.next
name.devices:
         dm "CON     PRN     LST     AUX     NUL     "
         db 0
; In: HL = letters, B = most of them, DE = where to. Out: A = what follows, a point or 0, HL behind that; CY: bad letter,
; or too many. Changes: F, BC, DE.
parse.part:
         inc b
part.next:
         ld a,(hl)
         inc hl
         or a
         ret z
         cp "."
         ret z
         dec b
         scf
         ret z
         cp " " + 1
         ret c
         push hl
         push bc
         ld hl,parse.bad
         ld bc,parse.badend - parse.bad
         cpir
         pop bc
         pop hl
         scf
         ret z
         call find.fold
         ld (de),a
         inc de
         jr part.next
parse.bad:
         db 34,92
         dm "*+,/:;<=>?[]|"
parse.badend: EQU $

load.new: dm "New file"
         db 0
load.toobig: dm "The file is too big for the memory"
         db 0
load.notext: dm "This is no text"
         db 0
load.badname: dm "Give one file's name, without folders"
         db 0
save.ask: dm "Save as: "
         db 0
save.badname: dm "No such name or drive"
         db 0
save.replace: dm "Replace the file there is? (Y/N)"
         db 0
save.busy: dm "Saving"
         db 0
save.nofile: dm "The file cannot be made, not saved"
         db 0
save.diskfull: dm "Disk full, not saved"
         db 0
save.error: dm "Not saved"
         db 0
save.other: dm "It is in EDIT.$$$, not renamed"
         db 0
load.unread: dm "The file cannot be read"
         db 0
save.readonly: dm "The file is read-only, not saved"
         db 0
save.done: dm "Saved"
         db 0
