; PAINT: fills an area, line by line. In screens 2-4 by groups of eight points, in 5-8 by the sub-ROM.
; What is still to do lies on the stack: a point for each part of a line, down to 256 bytes above the variables.
; Source: MSX2 Technical Handbook, chapter 2; MSX Wiki, "PAINT".

paint.left:  EQU LOHMSK       ; 1  the line just painted
paint.right: EQU LOHDIR       ; 1
paint.past:  EQU LOHADR       ; 2  first and last X of the line painted before
paint.pasty: EQU LOHCNT       ; 1  its Y, 255: none
paint.more:  EQU LOHCNT + 1   ; 1  where to look for parts beyond it, 0: nowhere
paint.limit: EQU CXOFF        ; 1  last X to look at
paint.width: EQU SKPCNT       ; 1  size of the picture, 0 is 256
paint.height: EQU SKPCNT + 1  ; 1
paint.row:   EQU MOVCNT       ; 2  the line in hand in the pattern table
paint.ink:   EQU PDIREC       ; 1  from there to its colours, high byte

; PAINT point[,colour[,border]]
do.paint:
         MAIN point.get
         push bc
         push de
         ld a,(FORCLR)
         MAIN ink.get
         MAIN colour.get
         jr nc,paint.border
         ld a,(ATRBYT)
paint.border:
         call PNTINI
         jp c,error.call
         pop de
         pop bc
; In: BC = X, DE = Y; ATRBYT, BRDATR. Changes: all but HL.
paint.at:
         push hl
         call SCALXY
         jp nc,error.call
IF MSX2
         call CHKNEW
         jr nc,paint.groups
         call MAPXYC
         ld ix,S.FILL
         call sub.call
         jp c,error.memory
         ld a,(INTFLG)
         or a
         call nz,ISCNTC
         pop hl
         ret
paint.groups:
ENDIF
         ld hl,&C000          ; 192 lines of 256
         ld a,(SCRMOD)
         cp 3
         jr nz,paint.size
         ld hl,&3040
paint.size:
         ld (paint.width),hl
         call RDVRM           ; register 14
         ld a,(CGPBAS + 1)
         ld b,a
         ld a,(GRPCOL + 1)
         sub b
         ld (paint.ink),a
         ld d,c
         ld hl,-1             ; ends the list
         ld a,l
         ld (paint.pasty),a
         push hl
         push de
paint.next:
         ld a,(INTFLG)
         or a
         call nz,ISCNTC
         pop de               ; D = X, E = Y
         ld a,e
         inc a
         jr nz,paint.part
         pop hl
         ret
paint.part:
         call paint.line
         call paint.masks
         ld a,d
         and 7
         ld b,a
         inc b
         ld a,c
paint.this:
         rlca
         djnz paint.this
         jr nc,paint.next     ; done meanwhile
         push de
         ld ixl,0
         call paint.pass
         ld a,d
         dec a
         ld (paint.right),a
         pop de
         call paint.back
         ld a,d
         ld (paint.left),a
         push de
         ld b,0
         ld c,d
         ld d,b
         call mapxyc.old
         pop de
         push de
         ld a,(paint.right)
         sub d
         ld l,a
         ld h,0
         inc hl
         call NSETCX
         pop de
         ld iy,paint.below
         ld a,e
         dec e
         or a
         jr nz,paint.seeds
paint.below:
         inc e
         inc e
         ld iy,paint.done
         ld a,(paint.height)
         cp e
         jr nz,paint.seeds
paint.done:
         ld hl,(paint.left)
         ld (paint.past),hl
         dec e
         ld a,e
         ld (paint.pasty),a
         jp paint.next

; Puts a point of each part to paint of a line on the stack. In: E = line, IY = where to go on. What was
; painted just before is left out. Changes: all but E, IY.
paint.seeds:
         call paint.line
         ld hl,(paint.left)   ; L to H is above or below
         xor a
         ld (paint.more),a
         ld a,(paint.pasty)
         cp e
         jr nz,paint.range
         ld bc,(paint.past)   ; C to B is done
         ld a,b
         cp h
         jr nc,paint.before
         inc a
         cp l
         jr nc,paint.behind
         ld a,l
paint.behind:
         ld (paint.more),a
paint.before:
         ld a,l
         cp c
         jr nc,paint.end
         ld a,c
         dec a
         cp h
         jr nc,paint.range
         ld h,a
paint.range:
         ld a,h
         ld (paint.limit),a
         ld d,l
paint.seed:
         ld ixl,255
         call paint.pass
         jr c,paint.end
         ld a,(paint.limit)
         cp d
         jr c,paint.end
         ld hl,-256
         add hl,sp
         ld bc,(STREND)
         or a
         sbc hl,bc
         jp c,error.memory
         push de
         ld ixl,0
         call paint.pass
         jr c,paint.end
         ld a,(paint.limit)
         cp d
         jr nc,paint.seed
paint.end:
         ld hl,paint.more
         ld a,(hl)
         ld (hl),0
         ld d,a
         ld a,(paint.right)
         ld (paint.limit),a
         inc d
         dec d
         jr nz,paint.seed
         jp (iy)

; Goes right over points inside the border, or over those that are not to be painted.
; In: D = X, E = Y, IXL = 0: inside, 255: not to paint. Out: D = the first other one, CY: none. Changes: AF, BC, HL.
paint.pass:
         call paint.masks
         ld a,ixl
         or a
         jr z,paint.shift
         ld a,c
         cpl
         ld b,a
paint.shift:
         ld c,8
         ld a,d
         and 7
         jr z,paint.whole
paint.skip:
         rl b
         dec c
         dec a
         jr nz,paint.skip
         jr paint.bit
paint.whole:
         ld a,b
         inc a
         jr nz,paint.bit
         ld a,d
         add a,8
         ld d,a
         jr paint.edge
paint.bit:
         sla b
         ret nc
         inc d
         dec c
         jr nz,paint.bit
paint.edge:
         ld a,(paint.width)
         cp d
         jr nz,paint.pass
         scf
         ret

; Goes left to the last point inside the border. In: D = X, inside, E = Y. Out: D. Changes: AF, BC, HL.
paint.back:
         call paint.masks
         ld a,d
         and 7
         ld c,a
         inc c
         xor 7
         jr z,paint.backbit
paint.drop:
         srl b
         dec a
         jr nz,paint.drop
paint.backbit:
         srl b
         jr nc,paint.found
         ld a,d
         or a
         ret z
         dec d
         dec c
         jr nz,paint.backbit
         jr paint.back
paint.found:
         inc d
         ret

; Finds a line in the pattern table. In: E = Y. Out: paint.row. Changes: AF, BC, HL.
paint.line:
         ld a,e
         rrca
         rrca
         rrca
         and 31
         ld b,a
         ld a,e
         and 7
         ld c,a
         ld hl,(CGPBAS)
         add hl,bc
         ld (paint.row),hl
         ret

; Eight points, the left one in bit 7. In: D = X of one of them, paint.row.
; Out: B = inside the border, C = to paint. Changes: AF, HL.
paint.masks:
         ld hl,(paint.row)
         ld a,(SCRMOD)
         cp 3
         ld a,d
         jr z,paint.blocks
         and %11111000
         or l
         ld l,a
         call vram.get
         ld c,a
         ld a,(paint.ink)
         add a,h
         ld h,a
         call vram.get
         ld h,a
         ld a,(BRDATR)
         ld l,a
         ld b,0
         ld a,h
         and 15
         cp l
         jr z,paint.fore
         ld a,c
         cpl
         ld b,a
paint.fore:
         ld a,h
         rrca
         rrca
         rrca
         rrca
         and 15
         cp l
         jr z,paint.alike
         ld a,b
         or c
         ld b,a
paint.alike:
         ld c,b               ; the border's colour is that of the paint
         ret
paint.blocks:
         and %00111000
         add a,a
         add a,a
         or l
         ld l,a
         call vram.get
         ld bc,&0400
         jr paint.two
paint.byte:
         push de
         ld de,8
         add hl,de
         pop de
         call vram.get
paint.two:
         push af
         rrca
         rrca
         rrca
         rrca
         call paint.block
         pop af
         call paint.block
         djnz paint.byte
         ld b,ixh
         ld a,c
         and b
         ld c,a
         ret
; Adds a block to the masks. In: A = colour, IXH, C. Out: IXH, C. Changes: AF.
paint.block:
         push hl
         and 15
         ld l,a
         ld a,(BRDATR)
         sub l
         add a,255            ; CY unless alike
         ld a,ixh
         rla
         ld ixh,a
         ld a,(ATRBYT)
         sub l
         add a,255
         rl c
         pop hl
         ret
