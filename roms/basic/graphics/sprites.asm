; Sprites: SPRITE$, PUT SPRITE, COLOR SPRITE, COLOR SPRITE$. Their tables lie in page 0.
; Source: MSX2 Technical Handbook, chapter 2 (2.7) and chapter 4; MSX Wiki, "PUT SPRITE", "SPRITE$()";
; MSX-BASIC Programming Guide, V.6.2 (patterns stay in other screens).

; SPRITE$(n)=string; SPRITE ON, OFF, STOP.
do.sprite:
         cp "$"
         jr z,sprite.pattern
         MAIN event.sprite
         ret
sprite.pattern:
         call sprite.mode
         call sprite.number   ; A = bytes
         push de
         push af
         rst 8
         db T.EQUAL
         MAIN expr.string
         pop af
         ex (sp),hl
         push hl
         push af
         MAIN string.take     ; A = length, DE = address
         pop bc               ; B = bytes
         pop hl
         call sprite.copy
         pop hl
         ret

; Copies a string to VRAM, filled up with 0. In: DE = address, A = length, HL = where, B = how many. Changes: all.
sprite.copy:
         ld c,a
sprite.byte:
         ld a,c
         or a
         jr z,sprite.rest
         dec c
         ld a,(de)
         inc de
sprite.rest:
         call sprite.write
         inc hl
         djnz sprite.byte
         ret

; In: HL at "$". Out: DE = address of the pattern, A = its bytes; HL behind ")". Changes: all.
sprite.number:
         rst 16
         rst 8
         db "("
         MAIN GETBYT
         rst 8
         db ")"
         push hl
         call sprite.limit
         ld a,e
         call CALPAT
         ex de,hl
         call GSPSIZ
         pop hl
         ret
; Error 5 in screen 0, which has no sprites; the patterns stay there and can be read. Changes: AF.
sprite.mode:
         ld a,(SCRMOD)
         or a
         ret nz
         jr sprite.error
; Large patterns have numbers up to 63. In: E. Changes: AF.
sprite.limit:
         call GSPSIZ
         ret nc
         ld a,e
         cp 64
         ret c
sprite.error:
         jp error.call

; SPRITE$(n): the pattern.
fn.sprite:
         cp "$"
         jp nz,error.syntax
         call sprite.number
         push hl
         push de
         push af
         MAIN string.make
         pop bc
         pop hl
sprite.fetch:
         call sprite.read
         ld (de),a
         inc de
         inc hl
         djnz sprite.fetch
         MAIN string.give
         pop hl
         ret

; VRAM in page 0. In: HL, A. Out: A. Changes: F.
sprite.write:
IF MSX2
         push bc
         ld bc,(ACPAGE)
         push af
         xor a
         ld (ACPAGE),a
         pop af
         call NWRVRM
         ld a,c
         ld (ACPAGE),a
         pop bc
         ret
ELSE
         jp WRTVRM
ENDIF
sprite.read:
IF MSX2
         push bc
         ld bc,(ACPAGE)
         xor a
         ld (ACPAGE),a
         call NRDVRM
         ld b,a
         ld a,c
         ld (ACPAGE),a
         ld a,b
         pop bc
         ret
ELSE
         jp RDVRM
ENDIF

; The place of a plane. In: HL = text at its number. Out: DE = attributes; HL behind. Changes: all.
sprite.plane:
         MAIN GETBYT
         cp 32
         jr nc,sprite.error
         call sprite.mode
         ld a,e
         push hl
         call CALATR
         ex de,hl
         pop hl
         ret

; sprite.put: PUT SPRITE plane,[point][,colour][,pattern]. In: HL at SPRITE or behind it.
sprite.put:
         ld a,(hl)
         cp T.SPRITE
         jr nz,put.plane
         rst 16
put.plane:
         call sprite.plane
         push de
         rst 8
         db ","
         cp ","
         jr z,put.colour
         MAIN point.get
         ex (sp),hl           ; HL = attributes
         ld a,e
         call sprite.write    ; Y
         inc hl
         ld a,c
         ld e,0
         bit 7,b
         jr z,put.x
         add a,32             ; early clock: 32 to the left
         ld e,128
put.x:   call sprite.write
         dec hl
         ld d,&7F
         call sprite.tint
         ex (sp),hl
put.colour:
         MAIN colour.get
         jr c,put.pattern
         ex (sp),hl
         call sprite.dye
         ex (sp),hl
put.pattern:
         MAIN colour.get
         jr c,put.end
         ld e,a
         call sprite.limit
         call GSPSIZ
         ld a,e
         jr nc,put.small
         add a,a
         add a,a
put.small:
         ex (sp),hl
         inc hl
         inc hl
         call sprite.write
         ex (sp),hl
put.end: pop de
         ret

; Gives a plane a colour. In: A = colour, HL = attributes. Changes: AF, BC, DE.
sprite.dye:
         ld e,a
         ld d,&80
         ld a,(SCRMOD)
         cp 4
         ld a,15
         jr c,sprite.most
         ld a,127
sprite.most:
         cp e
         jp c,error.call
; Changes the colour bytes of a plane. In: HL = attributes, D = bits that stay, E = bits to set.
; Changes: AF, BC.
sprite.tint:
         push hl
         call sprite.lines
sprite.line:
         call sprite.read
         and d
         or e
         call sprite.write
         inc hl
         djnz sprite.line
         pop hl
         ret
; The colour bytes of a plane: one, or one a line. In: HL = attributes. Out: HL = the first, B = how many.
; Changes: AF.
sprite.lines:
         ld b,1
         inc hl
         inc hl
         inc hl
         ld a,(SCRMOD)
         cp 4
         ret c
IF MSX2
         dec hl               ; 512 before the attributes, 16 a plane
         dec hl
         dec hl
         push de
         ld de,(ATRBAS)
         or a
         sbc hl,de
         add hl,hl
         add hl,hl
         add hl,de
         ld de,-512
         add hl,de
         pop de
         ld b,16
ENDIF
         ret

IF MSX2
; COLOR SPRITE(n)=colour, COLOR SPRITE$(n)=string with a character a line. In: HL at SPRITE.
sprite.colour:
         ld a,(SCRMOD)
         cp 4
         jp c,error.call
         rst 16
         cp "$"
         push af
         jr nz,colour.open
         rst 16
colour.open:
         rst 8
         db "("
         call sprite.plane
         rst 8
         db ")"
         rst 8
         db T.EQUAL
         pop af
         push de
         jr z,colour.lines
         MAIN GETBYT
         ex (sp),hl
         call sprite.dye
         pop hl
         ret
colour.lines:
         MAIN expr.string
         ex (sp),hl
         push hl
         MAIN string.take
         pop hl
         or a
         jr z,colour.end
         push af
         push de
         call sprite.lines
         pop de
         pop af
         cp b
         jr nc,colour.copy
         ld b,a
colour.copy:
         call sprite.copy
colour.end:
         pop hl
         ret
ENDIF
