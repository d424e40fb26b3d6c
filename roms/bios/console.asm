; The console: characters, control codes and escape sequences on screens 0 and 1.
; A place on the screen is H = column, L = row, both from 1, as in CSRX and CSRY.

; CHPUT: shows a character. In: A. Changes: nothing; interrupts on.
CHPUT:   push hl
         push de
         push bc
         push af
         call H.CHPU
         ld a,(SCRMOD)
         cp 2
         jr nc,chput.end
         call cursor.off
         pop af
         push af
         call chput.one
         call cursor.on
         ld a,(CSRX)
         dec a
         ld (TTYPOS),a
chput.end:
         pop af
         pop bc
         pop de
         pop hl
         ret

; In: A = character. Changes: all.
chput.one:
         ld c,a
         ld a,(ESCCNT)
         or a
         jp nz,escape.next
         ld a,c
         call CNVCHR
         ret nc               ; the prefix of a graphic character
         jr nz,chput.plain
         cp 127
         jp z,control.del
         cp 32
         jr c,chput.control
; Puts a character at the cursor and moves on. In: A. Changes: all.
chput.plain:
         ld hl,(CSRY)
         call text.write
         ld a,(LINLEN)
         cp h
         jr z,chput.wrap
         jr c,chput.wrap
         inc h
         jp control.set
chput.wrap:
         call text.link
         ld (hl),0            ; the line goes on in the next one
         ld a,1
         ld (CSRX),a
         ld hl,(CSRY)
         jp control.lf

chput.control:
         ld hl,control.table
         ld b,(control.end - control.table) / 3
; Jumps to the routine of a code, with HL = cursor; returns when there is none.
; In: A = code, HL = table of code, routine; B = entries. Changes: all.
chput.find:
         cp (hl)
         inc hl
         jr z,chput.found
         inc hl
         inc hl
         djnz chput.find
         ret
chput.found:
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld hl,(CSRY)
         push de
         ret

control.table:
         db 7
         dw BEEP
         db 8
         dw control.left
         db 9
         dw control.tab
         db 10
         dw control.lf
         db 11
         dw control.home
         db 12
         dw control.cls
         db 13
         dw control.cr
         db 27
         dw control.escape
         db 28
         dw control.right
         db 29
         dw control.left
         db 30
         dw control.up
         db 31
         dw control.down
control.end:

control.escape:
         ld a,255
         ld (ESCCNT),a
         ret
control.home:
         ld hl,&0101
         jr control.set
control.cls:
         xor a
         jp CLS
control.cr:
         ld h,1
control.set:
         ld (CSRY),hl
         ret
control.right:                ; into the next line at the end of this one
         ld a,(LINLEN)
         cp h
         jr z,control.right1
         jr c,control.right1
         inc h
         jr control.set
control.right1:
         ld h,1
control.down:
         call text.lines
         cp l
         ret z
         ret c
         inc l
         jr control.set
escape.right:
         ld a,(LINLEN)
         cp h
         ret z
         ret c
         inc h
         jr control.set
control.left:                 ; into the line before at the start of this one
         dec h
         jr nz,control.set
         ld a,(LINLEN)
         ld h,a
control.up:
         dec l
         ret z
         jr control.set
escape.left:
         dec h
         ret z
         jr control.set
control.lf:
         call text.lines
         cp l
         jr z,control.scroll
         jr c,control.scroll
         inc l
         jr control.set
control.scroll:
         ld l,a
         ld (CSRY),hl
         ld hl,FSTPOS         ; the line editor's start moves along
         dec (hl)
         ld l,1
         jp line.remove
control.tab:
         ld a,32
         call chput.plain
         ld a,(CSRX)
         dec a
         and 7
         jr nz,control.tab
         ret
control.del:
         ld hl,(CSRY)
         call control.left
         ld hl,(CSRY)
         ld a,32
         jp text.write

; EOL: spaces to the end of the line. In: H = column, L = row. Changes: all.
EOL:     push hl
         call text.link
         ld (hl),l            ; the line ends here; L is never 0 in LINTTB
         pop hl
         ld a,(LINLEN)
         sub h
         ret c
         inc a
         ld c,a
         ld b,0
         call text.address
         ld a,32
         jp FILVRM

; POSIT: moves the cursor. In: H = column, L = row. Changes: AF; interrupts on.
POSIT:   push hl
         push de
         push bc
         call cursor.off
         ld a,(LINLEN)
         ld c,h
         call escape.clip
         ld h,a
         ld a,(CRTCNT)
         ld c,l
         call escape.clip
         ld l,a
         ld (CSRY),hl
         call cursor.on
         pop bc
         pop de
         pop hl
         ret

; CNVCHR: takes graphic characters together, 01h and code + 40h.
; In: A. Out: A; NC: that was the prefix; CY and Z: as it was; CY and NZ: a graphic one. Changes: F.
CNVCHR:  push hl
         push bc
         ld c,a
         ld hl,GRPHED
         cp 1
         jr nz,cnvchr.not
         ld (hl),a
         or a                 ; NC
         jr cnvchr.end
cnvchr.not:
         ld b,(hl)
         ld (hl),0
         dec b
         jr nz,cnvchr.plain
         and %11100000
         cp 64
         jr nz,cnvchr.plain
         ld a,c
         and %00011111
         ld c,a
         or 1                 ; NZ
cnvchr.carry:
         ld a,c
         scf
cnvchr.end:
         pop bc
         pop hl
         ret
cnvchr.plain:
         xor a
         jr cnvchr.carry

; Writes a character. In: A, H = column, L = row. Changes: AF, DE.
text.write:
         push hl
         push af
         call text.address
         pop af
         call WRTVRM
         pop hl
         ret
; Reads a character. In: H = column, L = row. Out: A. Changes: F, DE.
text.read:
         push hl
         call text.address
         call RDVRM
         pop hl
         ret

; In: H = column, L = row. Out: HL = address in VRAM. Changes: AF, DE.
text.address:
         push bc
         ld c,h
         ld h,0
         dec l
         add hl,hl
         add hl,hl
         add hl,hl
         ld d,h
         ld e,l
         add hl,hl
         add hl,hl
         ld b,32 + 1
         ld a,(SCRMOD)
         or a
         jr nz,text.address1
         add hl,de
         ld b,40 + 1
         ld a,(LINLEN)
         cp 41
         jr c,text.address1
         add hl,hl
         ld b,80 + 1
text.address1:
         ld a,(LINLEN)        ; narrower lines are centred
         ld e,a
         ld a,b
         sub e
         srl a
         add a,c
         dec a
         ld e,a
         ld d,0
         add hl,de
         ld de,(NAMBAS)
         add hl,de
         pop bc
         ret

; Out: A = rows of text: CRTCNT less the function key line. Changes: F.
text.lines:
         push bc
         ld a,(CNSDFG)
         add a,255            ; CY when not 0
         ld a,(CRTCNT)
         sbc a,0
         pop bc
         ret

; In: L = row. Out: HL = its entry in LINTTB. Changes: AF.
text.link:
         ld a,l
         ld hl,LINTTB - 1
         add a,l
         ld l,a
         ret
