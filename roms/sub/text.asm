; The text screen: lines and characters. Lines count from 1, columns from 1.

; Characters from one line to the next in the name table.
; In: SCRMOD, LINLEN Out: A = 32, 40 or 80 Changes: F
text.stride:
         ld a,(SCRMOD)
         or a
         ld a,32
         ret nz
         ld a,(LINLEN)
         cp 41
         ld a,80
         ret nc
         ld a,40
         ret

; Lines that scroll: the function key line stays.
; In: CRTCNT, CNSDFG Out: A Changes: F
text.lines:
         ld a,(CNSDFG)
         or a
         ld a,(CRTCNT)
         ret z
         dec a
         ret

; Address of a line, margin included, or of a place in it.
; In: A = line; text.place: H = line, L = column Out: HL Changes: AF
text.line:
         ld l,0
         jr text.offset
text.place:
         ld a,(LINLEN)        ; the text stands in the middle
         neg
         push bc
         ld b,a
         call text.stride
         add a,b
         inc a
         srl a
         add a,l
         dec a
         ld l,a
         ld a,h
         pop bc
text.offset:
         push bc
         push de
         ld b,a
         ld c,l
         call text.stride
         ld e,a
         ld d,0
         ld hl,(NAMBAS)
         dec b
         jr z,@first
@next:   add hl,de
         djnz @next
@first:  add hl,bc            ; B is 0
         pop de
         pop bc
         ret

; PUTVRM: writes a character into the text screen.
; In: H = line, L = column, C = character Out: - Changes: AF
PUTVRM:
         push hl
         call text.place
         ld a,c
         call WRTVRM
         pop hl
         ret

; DELLNO: removes a line; the lines below move up and the last one becomes empty.
; In: L = line Out: - Changes: all
DELLNO:
         call text.lines
         ld b,a
         sub l
         ret c
         ld c,l
         jr z,@last
@next:   inc c
         call text.copyline   ; C to the line above
         ld a,c
         cp b
         jr nz,@next
@last:   ld a,b
         jr text.empty

; INSLNO: inserts an empty line; the lines from there on move down, the last one is lost.
; In: L = line Out: - Changes: all
INSLNO:
         call text.lines
         cp l
         ret c
         ld c,a
@next:   ld a,c
         cp l
         jr z,text.empty
         dec c
         push hl
         call text.copydown   ; C to the line below
         pop hl
         jr @next

; Empties a line.
; In: A = line Out: - Changes: all
text.empty:
         ld b,a
         call text.link
         ld (hl),1
         ld a,b
         call text.line
         call text.stride
         ld c,a
         ld b,0
         ld a," "
         jp vram.fill

; Copies line C up or down by one.
; In: C = line Out: - Changes: AF, DE, HL
text.copyline:
         push bc
         ld b,c
         dec b
         jr text.copy
text.copydown:
         push bc
         ld b,c
         inc b
text.copy:
         ld a,c
         call text.link
         ld e,(hl)
         ld a,b
         call text.link
         ld (hl),e
         ld a,c
         call text.line
         push hl
         ld a,b
         call text.line
         pop de               ; DE from, HL to
         call text.stride
@part:   push af
         cp 41
         jr c,@short
         ld a,40              ; LINWRK has 40 bytes
@short:  call text.move
         ld b,a
         pop af
         sub b
         jr nz,@part
         pop bc
         ret

; Copies up to 40 characters within VRAM by way of LINWRK.
; In: DE from, HL to, A = count Out: DE, HL behind Changes: F, BC
text.move:
         push af
         ex de,hl
         push af
         call vram.read
         pop af
         push hl
         ld hl,LINWRK
         ld b,a
         ld c,VDP.DATA
@read:   ini
         jr nz,@read
         ei
         pop hl
         ld c,a
         ld b,0
         add hl,bc
         push hl
         ld hl,LINWRK
         push bc
         call vram.copy
         pop bc
         ex de,hl
         add hl,bc
         pop de
         pop af
         ret

; In: A = line Out: HL = its place in LINTTB Changes: AF
text.link:
         push bc
         ld c,a
         ld b,0
         ld hl,LINTTB - 1
         add hl,bc
         pop bc
         ret
