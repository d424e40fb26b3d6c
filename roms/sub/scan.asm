; Searches along a line of the picture, for painting. The border's colour is in BRDATR, the paint in ATRBYT.
; Source: meaning of registers from "The MSX Red Book", standard routines SCANR and SCANL; MSX Assembly
; Page, "MSX 2 SUBROM BIOS entries"; V9938 technical data book, SRCH.

; SCANR: goes right from the graphics cursor over up to DE dots of the border's colour, then over all
; dots of other colours up to the border or the edge, and paints these.
; In: B = 0: paint nothing, DE = dots that may be skipped
; Out: DE = skips left, HL = dots found, C = 0 if all of them had the paint's colour; CSAVEA, CSAVEM =
; first dot; the graphics cursor stands on the border or at the edge Changes: all
SCANR:
         push bc
         push de
         call point.where
         push bc
         ld a,(BRDATR)
         ld bc,&0200
         call scan.find       ; the first other dot
         pop de
         jr c,@none
         push hl
         or a
         sbc hl,de
         ex de,hl             ; DE = dots to skip
         pop bc
         pop hl
         or a
         sbc hl,de
         jr c,@far
         push hl              ; skips left
         call scan.move
         ld hl,(CLOC)
         ld (CSAVEA),hl
         ld a,(CMASK)
         ld (CSAVEM),a
         push bc
         call scan.border
         pop de
         or a
         sbc hl,de            ; HL = dots, DE = first X
         pop bc
         ex (sp),hl
         ld a,h               ; the fill flag
         ex (sp),hl
         push bc
         push de
         ld b,h
         ld c,l
         call scan.paint      ; DE = first X, BC = dots
         pop hl
         add hl,bc
         push bc
         ld b,h
         ld c,l
         call scan.move
         pop hl               ; dots
         pop de               ; skips left
         pop bc
         ld c,a
         ret
@far:    ld de,0              ; the border goes on beyond what may be skipped
         jr @nothing
@none:   pop de
@nothing:
         pop bc
         ld c,0
         ld hl,0
         ret

; SCANL: goes left from the dot beside the graphics cursor up to the border or the edge, and paints.
; In: - Out: HL = dots found, C = 0 if all of them had the paint's colour; the graphics cursor stands on
; the border or at the edge Changes: all
SCANL:
         call point.where
         ld hl,0
         ld a,b
         or c
         ld c,a
         ret z
         call point.where
         push bc
         dec bc
         call scan.move
         ld a,(BRDATR)
         ld bc,&0004
         call scan.find       ; the border to the left
         jr nc,@border
         ld hl,-1
@border: inc hl
         ex de,hl             ; DE = first X
         pop hl
         or a
         sbc hl,de
         ld b,h
         ld c,l
         push bc
         ld a,b
         or c
         ld a,0
         push de
         call nz,scan.left
         pop bc
         dec bc
         bit 7,b
         jr z,@inside
         inc bc
@inside: push af
         call scan.move
         pop af
         pop hl
         ld c,a
         ret
; Paints what SCANL has found.
; In: DE = first X, BC = dots Out: A as scan.paint Changes: F, HL, IX, IY
scan.left:
         push de
         push bc
         ld b,d
         ld c,e
         call scan.move
         pop bc
         pop de
         ld a,1

; Paints dots of the cursor's line if one of them has another colour.
; In: A = 0: only looks; DE = first X, where the graphics cursor stands, BC = dots (1 and up)
; Out: A = 1 if one had another colour, else 0 Changes: F, DE, HL, IX, IY
scan.paint:
         push bc
         push de
         push af
         push bc
         push de
         ld a,(ATRBYT)
         ld bc,&0200
         call scan.find       ; the first dot that has not the paint's colour
         pop de
         pop bc
         jr c,@same
         or a
         sbc hl,de
         or a
         sbc hl,bc
         jr nc,@same
         pop af
         or a
         jr z,@changed
         push bc
         pop ix
         ex de,hl
         ld a,(SCRMOD)
         cp 5
         jr c,@points
         ld a,(CMASK)
         ld e,a
         ld d,0
         ld bc,1
         xor a
         call command.fill
         jr @changed
@points: ld hl,(CLOC)
         ld a,(CMASK)
         push hl
         push af
@point:  call SETC
         call RIGHTC
         dec bc
         ld a,b
         or c
         jr nz,@point
         pop af
         pop hl
         ld (CLOC),hl
         ld (CMASK),a
@changed:
         ld a,1
         jr @done
@same:   pop af
         xor a
@done:   pop de
         pop bc
         ret

; The next dot of the border's colour to the right.
; In: graphics cursor Out: HL = its X, or the width of the picture Changes: AF, BC, DE
scan.border:
         ld a,(BRDATR)
         ld bc,0
         call scan.find
         jp c,point.limits
         ret

; Finds a dot in the line of the graphics cursor, beginning there; the cursor stays.
; In: A = colour, B = 0: of this colour, 2: of another one; C = 0: to the right, 4: to the left
; Out: HL = its X; carry: there is none Changes: AF, BC, DE
scan.find:
         ld e,a
         ld a,(SCRMOD)
         cp 5
         jr c,@points
         ld a,b
         or c
         ld b,a               ; as in R45
         ld c,e
         ld hl,(CLOC)
         ld a,(CMASK)
         ld e,a
         ld d,0
         ld a,CMD.SRCH
         call command.look
         ld a,8
         call VDPSTA
         ld l,a
         ld a,9
         call VDPSTA
         and 1
         ld h,a
         ld a,2
         call VDPSTA
         and &10              ; BD: found
         ret nz
         scf
         ret
@points: ld hl,(CLOC)
         push hl
         ld a,(CMASK)
         push af
@next:   call READC
         cp e
         ld a,0
         jr z,@alike
         ld a,2
@alike:  cp b
         jr z,@found
         bit 2,c
         jr nz,@left
         call TRIGHT
         jr nc,@next
         jr @restore
@left:   call TLEFTC
         jr nc,@next
         jr @restore
@found:  call point.where
         ld h,b
         ld l,c
         or a
@restore:
         pop de               ; D = mask
         ld a,d
         pop de
         ld (CMASK),a
         ld (CLOC),de
         ret                  ; carry as it came

; Moves the graphics cursor along its line.
; In: BC = X; beyond the right edge stands for the edge Out: - Changes: F, DE, HL
scan.move:
         push af
         push bc
         call point.where
         pop bc
         push bc
         call point.limits
         dec hl
         or a
         sbc hl,bc
         jr nc,@inside
         add hl,bc
         ld b,h
         ld c,l
@inside: call MAPXYC
         pop bc
         pop af
         ret
