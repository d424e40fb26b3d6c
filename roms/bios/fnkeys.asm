; The function keys: their strings and their line on the screen.

; INIFNK: the default strings. Changes: all.
INIFNK:  ld hl,FNKSTR
         ld de,FNKSTR + 1
         ld bc,159
         ld (hl),0
         ldir
         ld hl,inifnk.strings
         ld de,FNKSTR
inifnk.key:
         push de
inifnk.byte:
         ld a,(hl)
         inc hl
         ld (de),a
         inc de
         or a
         jr nz,inifnk.byte
         pop de
         ex de,hl
         ld bc,16
         add hl,bc
         ex de,hl
         ld a,e
         cp FNKSTR + 160 & 255
         jr nz,inifnk.key
         ret
inifnk.strings:
         dm "color "
         db 0
         dm "auto "
         db 0
         dm "goto "
         db 0
         dm "list "
         db 0
         dm "run"
         db 13,0
         dm "color 15,4,4"
         db 13,0
         dm "cload"
         db 34,0
         dm "cont"
         db 13,0
         dm "list."
         db 13,30,30,0
         db 12
         dm "run"
         db 13,0

; FNKSB: shows the line when CNSDFG says so, else erases it. Changes: AF, DE.
FNKSB:   ld a,(CNSDFG)
         or a
         jr nz,DSPFNK
; ERAFNK: erases the line. Changes: AF, DE.
ERAFNK:  push hl
         push bc
         call erafnk.line
         pop bc
         pop hl
         ret
erafnk.line:
         call H.ERAF
         xor a
         ld (CNSDFG),a
         ld a,(SCRMOD)
         cp 2
         ret nc
         ld a,(CRTCNT)
         ld l,a
         ld h,1
         jp EOL

; DSPFNK: shows five of the ten strings in the last line of the screen. Changes: AF, DE.
DSPFNK:  push hl
         push bc
         call dspfnk.line
         pop bc
         pop hl
         ret
dspfnk.line:
         call H.DSPF
         ld a,(SCRMOD)
         cp 2
         jr nc,dspfnk.flag
         call cursor.off
         ld a,(CRTCNT)
         ld hl,(CSRY)
         cp l
         jr nz,dspfnk.flag
         dec l                ; the cursor must not stand there
         ld (CSRY),hl
         ld l,1
         call line.remove
dspfnk.flag:
         ld a,255
         ld (CNSDFG),a
         ld a,(SCRMOD)
         cp 2
         ret nc
         ld a,(CRTCNT)
         ld l,a
         ld h,1
         push hl
         call EOL
         pop hl
         ld de,FNKSTR
         ld a,(FNKSWI)
         or a
         jr nz,dspfnk.keys
         ld de,FNKSTR + 80
dspfnk.keys:
         ld a,(LINLEN)
         sub 4                ; a space between two keys
         ld b,0
         jr c,dspfnk.narrow
dspfnk.fifth:
         inc b
         sub 5
         jr nc,dspfnk.fifth
         dec b                ; B = columns for a key
dspfnk.narrow:
         ld c,5
dspfnk.key:
         push bc
         push de
         inc b
         dec b
         jr z,dspfnk.done
dspfnk.char:
         ld a,(de)
         or a
         jr z,dspfnk.done
         inc de
         cp 127
         jr z,dspfnk.blank
         cp 32
         jr nc,dspfnk.write
dspfnk.blank:
         ld a,32
dspfnk.write:
         push de
         call text.write
         pop de
         inc h
         djnz dspfnk.char
dspfnk.done:
         inc b
         ld a,h
         add a,b
         ld h,a
         pop de
         ex de,hl
         ld bc,16
         add hl,bc
         ex de,hl
         pop bc
         dec c
         jr nz,dspfnk.key
         jp cursor.on

; While a program waits for a key: the line shows keys 6-10 while SHIFT is down. Changes: all.
fnkeys.shift:
         ld a,(CNSDFG)
         or a
         ret z
         ld a,(NEWKEY + 6)
         and 1
         ld hl,FNKSWI
         cp (hl)
         ret z
         ld (hl),a
         ld a,(CSRSW)
         push af
         call cursor.hide
         call DSPFNK
         call cursor.show
         pop af
         ret
