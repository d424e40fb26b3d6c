; The function key line.

; DSPFNK: shows five function keys in the last line of a text screen: 1-5, or 6-10 when FNKSWI is 0.
; In: FNKSTR, FNKSWI Out: CNSDFG set Changes: all
DSPFNK:
         ld a,(SCRMOD)
         cp 2
         jr nc,@noted
         ld a,(CNSDFG)
         or a
         call z,fnkey.room
         call @noted
         ld a,(CRTCNT)
         call text.empty
         ld a,(CRTCNT)
         ld h,a
         ld l,1
         call text.place
         call vram.write
         ei
         ld a,(LINLEN)
         ld c,0
         sub 4
         jr c,@narrow
@width:  inc c                ; a fifth of the line, with a space between
         sub 5
         jr nc,@width
         dec c
@narrow: ld hl,FNKSTR
         ld a,(FNKSWI)
         or a
         jr nz,@low
         ld hl,FNKSTR + 80
@low:    ld b,5
@key:    push bc
         call fnkey.text
         pop bc
         ld a," "
         dec b
         ret z
         out (VDP.DATA),a
         jr @key
@noted:  ld a,1
         ld (CNSDFG),a
         ret

; Scrolls the text up when the cursor is in the line that the keys take.
; In: - Out: - Changes: all
fnkey.room:
         ld a,(CSRY)
         ld hl,CRTCNT
         cp (hl)
         ret c
         dec a
         ld (CSRY),a
         ld l,1
         jp DELLNO

; Writes one key's text at the VRAM address set.
; In: HL = 16 bytes of text, C = width Out: HL behind Changes: AF, BC, DE
fnkey.text:
         ex de,hl
         ld hl,16
         add hl,de
         ex de,hl
         ld b,16
@next:   ld a,c
         or a
         jr z,@done
         ld a,b
         or a
         jr z,@space
         ld a,(hl)
         or a
         jr z,@space          ; the text ends: blanks
         inc hl
         dec b
         cp 127
         jr z,@space
         cp 32
         jr nc,@put
@space:  ld a," "
@put:    out (VDP.DATA),a
         dec c
         jr @next
@done:   ex de,hl
         ret
