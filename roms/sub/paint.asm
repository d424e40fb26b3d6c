; Painting an area.

; The same from a point, if it is in the picture. In: BC = X, DE = Y; else as paint.fill.
paint.from:
         call SCALXY
         ret nc
         call MAPXYC
; paint.fill: paints the area of the graphics cursor up to the border's colour, line by line. The parts
; still to do lie on the stack, down to 256 bytes above what BASIC uses.
; In: CLOC, CMASK, ATRBYT = colour, BRDATR = colour of the border (modes 2 and 4: always the paint's)
; Out: carry: the stack is full, a part stays unpainted; no carry: done, or ended by CTRL+STOP
; Changes: all, LOHADR, LOHCNT, SKPCNT
paint.fill:
         ld hl,(SCRMOD)
         ld a,(ATRBYT)
         bit 0,l
         jr nz,@list
         bit 3,l
         jr nz,@list
         inc l
         inc l
         bit 3,l              ; 6
         jr nz,@list
         ld (BRDATR),a
@list:   ld (SKPCNT),sp
         call point.where
         ld hl,-1             ; ends the list
         push hl
         push de
         push bc
@next:   ld a,(INTFLG)
         cp 3
         call z,paint.stopped
         pop bc
         ld a,b
         add a,1
         ccf
         ret nc               ; FFh ends the list
         pop de
         push de
         push bc
         call MAPXYC
         ld hl,BRDATR
         call READC
         cp (hl)
         jr z,@skip
         ld de,0
         ld b,1
         call SCANR
         ld (LOHCNT),hl
         ld a,c
         ld (LOHDIR),a
         ld hl,(CSAVEA)
         ld (CLOC),hl
         ld a,(CSAVEM)
         ld (CMASK),a
         call SCANL
         ld a,(LOHDIR)
         or c
         jr z,@skip
         pop bc               ; X of the seed
         ex de,hl
         ld h,b
         ld l,c
         or a
         sbc hl,de
         ld (LOHADR),hl       ; first X
         ld hl,(LOHCNT)
         add hl,de
         ld (LOHCNT),hl       ; dots
         pop de
         ld a,e
         ld (LOHDIR),a        ; line
         dec de
         bit 7,d
         ld iy,@above
         jp z,paint.line
@above:  ld a,(LOHDIR)
         ld e,a
         ld d,0
         inc e
         call point.limits
         dec a
         cp e
         jr c,@next
         ld iy,@next
         jr paint.line
@skip:   pop bc
         pop de
         jr @next

; Looks at a line beside the one painted for parts to paint and puts them on the stack.
; In: DE = line, LOHADR = first X, LOHCNT = dots, IY = where to go on Out: stack: line and X of each part
; Changes: all but IY
paint.line:
         ld bc,(LOHADR)
@part:   ld hl,(LOHADR)
         push de
         ld de,(LOHCNT)
         add hl,de
         pop de
         or a
         sbc hl,bc
         jr z,@done           ; X has reached the end
         jr c,@done
         push de
         call MAPXYC
         ld a,(BRDATR)
         ld bc,&0200
         call scan.find       ; the first dot that is no border
         pop de
         jr c,@done
         ld b,h
         ld c,l
         push bc
         ld hl,(LOHADR)
         push de
         ld de,(LOHCNT)
         add hl,de
         pop de
         or a
         sbc hl,bc
         pop bc
         jr z,@done
         jr c,@done
         push de
         push bc
         call MAPXYC
         call scan.border     ; where the part ends
         pop bc
         push hl
         ld a,(ATRBYT)
         ld bc,&0200
         call scan.find       ; its first dot without paint
         pop bc
         pop de
         jr c,@part           ; BC: go on at the border
         push hl
         or a
         sbc hl,bc
         pop hl
         jr nc,@part
         push bc
         push hl
         ld hl,-256           ; room?
         add hl,sp
         push de
         ld de,(STREND)
         call paint.above
         pop de
         jr c,paint.full
         pop hl
         pop bc
         push de
         push hl
         jr @part
@done:   jp (iy)

; In: HL = address, DE = end of what BASIC uses Out: carry: HL is below that or below the RAM
; Changes: AF, HL
paint.above:
         push hl
         or a
         sbc hl,de
         pop hl
         ret c
         ld de,(BOTTOM)
         sbc hl,de
         ret

; CTRL+STOP: unless STOP ON makes an event of it, paint.fill ends here; INTFLG tells why. Changes: AF.
paint.stopped:
         ld a,(TRPTBL + 10 * 3)
         rrca
         ret c
         ld sp,(SKPCNT)
         or a
         ret

paint.full:
         ld sp,(SKPCNT)
         scf
         ret
