; RAMDISK shows the size of the RAM disk. RAMDISK kilobytes [/D] makes one, of whole 16 KB; 0, or /D alone, removes it. One
; that is there is removed first, without a question with /D.
do.ramdisk:
         call take.switches
         call skip.blanks
         or a
         ld c,l
         ld b,h
         ld hl,0
         jr nz,ramdisk.number
         ld a,"D"
         call is.switch
         jr nz,ramdisk.make
         call ramdisk.size
         ld l,b
         ld h,0
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         ld de,0
         ld b,1
         call put.number
         ld de,text.kilobytes
         jp say.line
ramdisk.number:
         ld l,c
         ld h,b
         call only.number
         ret c
ramdisk.make:
         ld de,15
         add hl,de
         jp c,say.parameter
         ld b,4
ramdisk.segments:
         srl h
         rr l
         djnz ramdisk.segments
         ld a,h
         or a
         jp nz,say.parameter
         ld a,l
         inc a
         jp z,say.parameter
         ld (CMD.NUMBER),hl
         call ramdisk.size
         ld a,b
         or a
         jr z,ramdisk.new
         ld a,"D"
         call is.switch
         jr nz,ramdisk.remove
         ld de,text.destroy
         call ask.yes
         ret nz
ramdisk.remove:
         ld bc,&0068
         call BDOS
         jp nz,say.error
ramdisk.new:
         ld a,(CMD.NUMBER)
         or a
         ret z
         ld b,a
         ld c,&68
         jp call.say
; Out: B = its segments. Changes: all.
ramdisk.size:
         ld bc,&FF68
         jp BDOS
text.kilobytes: dm " KB$"
text.destroy: dm "Remove the RAM disk and all that is on it (Y/N)? $"
