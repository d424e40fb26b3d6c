; Escape sequences of the console, those of the VT-52 and some more.
; Source: MSX2 Technical Handbook, appendix 10.

; The rest of an escape sequence. In: A = ESCCNT, C = character. Changes: all.
; States: 255 after ESC, 1 after x, 2 after y, 4 and 3 after Y.
escape.next:
         ld b,a
         ld hl,ESCCNT
         ld (hl),0
         ld a,c
         dec b
         jr z,escape.off
         dec b
         jr z,escape.set
         sub 31
         dec b
         jr z,escape.column
         dec b
         jr z,escape.row
         ld a,c
         ld hl,escape.table
         ld b,(escape.end - escape.table) / 3
         jp chput.find
escape.table:
         dm "A"
         dw control.up
         dm "B"
         dw control.down
         dm "C"
         dw escape.right
         dm "D"
         dw escape.left
         dm "E"
         dw control.cls
         dm "j"
         dw control.cls
         dm "H"
         dw control.home
         dm "J"
         dw escape.below
         dm "K"
         dw EOL
         dm "k"
         dw EOL
         dm "l"
         dw escape.line
         dm "L"
         dw line.insert
         dm "M"
         dw line.delete
         dm "Y"
         dw escape.y
         dm "x"
         dw escape.x
         dm "y"
         dw escape.show
escape.end:

escape.x:
         ld a,1
         jr escape.state
escape.show:
         ld a,2
         jr escape.state
escape.y:
         ld a,4
escape.state:
         ld (ESCCNT),a
         ret
escape.off:                   ; x4: block cursor, x5: cursor off
         ld c,0
         jr escape.style
escape.set:                   ; y4: underline cursor, y5: cursor on
         ld c,1
escape.style:
         cp "4"
         jr z,escape.style1
         cp "5"
         ret nz
         ld a,c
         ld (CSRSW),a
         ret
escape.style1:
         ld a,c
         ld (CSTYLE),a
         ret
escape.row:
         ld (hl),3
         ld c,a
         call text.lines
         call escape.clip
         ld (CSRY),a
         ret
escape.column:
         ld c,a
         ld a,(LINLEN)
         call escape.clip
         ld (CSRX),a
         ret
; In: C = wish, A = limit. Out: A = wish, 1 to limit. Changes: F.
escape.clip:
         cp c
         ret c
         ld a,c
         or a
         ret nz
         inc a
         ret
escape.below:
         push hl
         call EOL
         pop hl
         ld h,1
         inc l
         call text.lines
         cp l
         jr nc,escape.below
         ret
escape.line:
         ld h,1
         jp EOL
