; L, W: the file, by its FCB in the current directory.

; L [to]
cmd.load:
         ld de,TPA
         call skip.comma
         jr z,load.there
         call number
         call at.end
         jr load.there
; Loads the file to 0100h. Changes: all.
file.load:
         ld de,TPA
load.there:
         ld (FROM),de
         call file.open
         ld c,&0F
         call file.call
         ld hl,text.notfound
         jp nz,say
         ld hl,(FCB + 18)
         ld a,h
         or l
         jr nz,load.toobig
         ld hl,(FCB + 16)
         ld a,h
         or l
         ld de,text.empty
         jr z,load.say
         ld de,(FROM)
         add hl,de
         jr c,load.toobig
         ld de,MON.BASE - 256 + 1 ; room for a stack
         sbc hl,de
         jr c,load.read
load.toobig:
         ld de,text.toobig
load.say:
         ex de,hl
         jp say
load.read:
         call file.bytes
         ld hl,(FCB + 16)
         ld c,&27
         ld de,FCB
         call system
         push hl
         ld c,&10
         call file.call
         pop hl
         ld de,(FCB + 16)
         or a
         sbc hl,de
         add hl,de
         ld de,text.unread
         jr nz,load.say
         ld de,(FROM)
         ld (LOADED),de
         add hl,de
         dec hl
         ld (TO),hl
         ld (LOADED + 2),hl
         call regs.clear
         ld hl,(FROM)
         ld (U.PC),hl
         ld (LIST.AT),hl
         ld (DUMP.AT),hl
         call arguments.set
; FROM and TO, and the program's DMA address is the usual one. Changes: all.
file.done:
         ld de,TAIL
         ld c,&1A
         call system
         ld hl,(FROM)
         call out.word
         ld a,"-"
         call out.char
         ld hl,(TO)
         call out.word
         jp out.line

; W [from to]
cmd.write:
         push hl
         ld hl,(LOADED)
         ld (FROM),hl
         ld hl,(LOADED + 2)
         ld (TO),hl
         pop hl
         call skip.comma
         jr z,write.all
         call range
         call at.end
write.all:
         call file.open
         ld c,&16
         call file.call
         ld hl,text.notmade
         jp nz,say
         call file.bytes
         ld hl,(TO)
         ld de,(FROM)
         or a
         sbc hl,de
         inc hl
         ld de,FCB
         ld c,&26
         call system
         push af
         ld c,&10
         call file.call
         pop bc
         or b
         jr z,file.done
         call file.open
         ld c,&13
         call file.call
         ld hl,text.full
         jp say

; A fresh FCB of the file. Changes: BC, DE, HL. Never returns when there is no name.
file.open:
         ld a,(NAME + 1)
         or a
         ld hl,text.noname
         jp z,say
         ld hl,NAME
         jp fcb.fresh
; A function for the FCB. In: C = function. Out: A; Z: done. Changes: all.
file.call:
         ld de,FCB
         call system
         or a
         ret
; The open file is read and written in bytes, from its start, at FROM. Changes: all.
file.bytes:
         call fcb.bytes
         ld de,(FROM)
         ld c,&1A
         jp system
text.noname: dm "Name a file first: N"
         db 0
text.notfound: dm "File not found"
         db 0
text.unread: dm "The file cannot be read"
         db 0
text.empty: dm "The file is empty"
         db 0
text.toobig: dm "The file is too big"
         db 0
text.notmade: dm "The file cannot be made"
         db 0
text.full: dm "Disk full"
         db 0
