; Clearing the screen.

; CLSSUB: clears the screen of the present mode; a text mode keeps its function key line.
; In: SCRMOD, BAKCLR Out: - Changes: all
CLSSUB:
         ld a,(SCRMOD)
         cp 2
         jr c,@text
         jr z,@patterns
         cp 4
         jr c,@multi
         jr z,@patterns
         ld de,0              ; modes 5-8: 212 lines of the active page
         ld bc,212
         ld a,(BAKCLR)
         call command.erase
         jp command.wait
@text:   call CLRTXT
         ld a,(CNSDFG)
         or a
         ret z
         jp DSPFNK
@patterns:
         ld hl,(CGPBAS)
         ld bc,&1800
         xor a
         call vram.fill
         ld a,(BAKCLR)
         and &0F
         ld bc,&1800
         ld hl,(SCRMOD)
         bit 2,l
         ld hl,&2000
         jp nz,vram.fill
         ld hl,(GRPCOL)
         jp vram.fill
@multi:  ld a,(BAKCLR)
         and &0F
         ld b,a
         rlca
         rlca
         rlca
         rlca
         or b
         ld hl,(CGPBAS)
         ld bc,&800
         jp vram.fill

; CLRTXT: clears the text screen and sends the cursor home.
; In: SCRMOD (0-1), LINLEN Out: - Changes: all
CLRTXT:
         call text.stride
         ld c,a
         ld b,0
         ld h,b
         ld l,c
         add hl,hl
         add hl,bc
         add hl,hl
         add hl,hl
         add hl,hl
         ld b,h               ; 24 lines
         ld c,l
         ld hl,(NAMBAS)
         ld a," "
         call vram.fill
         call text.stride
         cp 80
         jr nz,@cursor
         ld hl,&0800          ; the blink table
         ld bc,240
         xor a
         call vram.fill
@cursor: ld hl,LINTTB
         ld b,24
@line:   ld (hl),1
         inc hl
         djnz @line
         ld hl,&0101
         ld (CSRY),hl
         ret
