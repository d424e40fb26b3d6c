; COPY between pages, and between a page and a file.

; COPY (X,Y)-[STEP](X,Y)[,page] TO (X,Y)[,page[,operation]]
; COPY (X,Y)-[STEP](X,Y)[,page] TO file
; COPY file[,direction] TO (X,Y)[,page[,operation]]
; In: HL = BASIC text Out: HL behind the statement; carry: E = error Changes: all
SCOPY:
         call basic.begin
         ld a,(SCRMOD)
         cp 5
         jp c,basic.call
         xor a
         ld (CARG),a
         ld (L_OP),a
         call basic.look
         cp TOKEN.STEP
         jr z,@screen
         cp "("
         jr nz,@file
@screen: call scopy.source
         ld a,TOKEN.TO
         call basic.expect
         call basic.look
         cp "("
         jr z,@move
         cp TOKEN.STEP
         jr z,@move
         ld de,DISK.BUFFER
         call basic.text
         push hl
         ld hl,DISK.BUFFER
         ld (DX),hl
         call BLTDV
         jr @done
@move:   call scopy.target
         push hl
         call scopy.copy
         jr @done
@file:   ld de,DISK.BUFFER
         call basic.text
         call basic.comma
         jr nz,@to
         call basic.byte
         cp 4
         jp nc,basic.call
         add a,a              ; bit 0 leftwards, bit 1 upwards: R45 bits 2 and 3
         add a,a
         ld (CARG),a
@to:     ld a,TOKEN.TO
         call basic.expect
         call scopy.target
         push hl
         ld hl,DISK.BUFFER
         ld (SX),hl
         call BLTVD
@done:   pop hl
         ret nc
         jp basic.error

; A copy within VRAM.
; In: HL = F562h, SX, SY, DX, DY, NX, NY, L_OP Out: no carry Changes: all
scopy.copy:
         call scopy.cut
         jp BLTVV

; The source of a copy.
; In: HL Out: HL behind it, SX, SY, NX, NY, CARG Changes: all others
scopy.source:
         call basic.inside
         push bc
         push de
         ld a,TOKEN.MINUS
         call basic.expect
         call basic.inside
         pop bc               ; BC = first Y
         ex (sp),hl           ; HL = first X, stack = text
         push hl
         ld h,b
         ld l,c
         call scopy.count
         ld (SY),hl
         ld (NY),de
         and 8
         ld c,a
         pop hl
         ld de,(GRPACX)
         call scopy.count
         ld (SX),hl
         ld (NX),de
         and 4
         or c
         ld (CARG),a
         pop hl
         call basic.page
         ld (SY + 1),a
         ret
; In: HL = first coordinate, DE = last Out: DE = how many, A = 0 when they go up, else 255 Changes: F
scopy.count:
         push hl
         or a
         sbc hl,de
         sbc a,a
         cpl
         pop hl
         push hl
         push af
         call shape.order
         pop af
         pop hl
         ret

; The target of a copy.
; In: HL Out: HL behind it, DX, DY, L_OP Changes: all others
scopy.target:
         call basic.inside
         ld (DX),bc
         ld (DY),de
         call basic.page
         ld (DY + 1),a
         call basic.comma
         ret nz
         call basic.look
         inc hl
         ld c,0
         cp "T"               ; colour 0 is transparent
         jr nz,@code
         ld c,8
         ld a,(hl)
         inc hl
@code:   ld b,0
         cp TOKEN.PSET
         jr z,@set
         inc b
         cp TOKEN.AND
         jr z,@set
         inc b
         cp TOKEN.OR
         jr z,@set
         inc b
         cp TOKEN.XOR
         jr z,@set
         inc b
         cp TOKEN.PRESET
         jp nz,basic.syntax
@set:    ld a,b
         or c
         ld (L_OP),a
         ret

; Leaves out what would lie beside the picture or in another page.
; In: DX, DY, NX, NY, CARG Out: NX, NY Changes: AF, BC, DE, HL
scopy.cut:
         call point.limits
         ld de,(DX)
         ld bc,NX
         ld a,(CARG)
         and 4
         call @smaller
         ld hl,256
         ld a,(DY)
         ld e,a
         ld d,0
         ld bc,NY
         ld a,(CARG)
         and 8
; In: HL = limit, DE = coordinate, BC = place of a count, Z: upwards
@smaller:
         jr z,@up
         ex de,hl
         inc hl
         jr @room
@up:     or a
         sbc hl,de            ; HL = room for so many
@room:   ld a,(bc)
         ld e,a
         inc bc
         ld a,(bc)
         ld d,a
         ex de,hl
         or a
         sbc hl,de
         ret c
         ld a,d
         ld (bc),a
         dec bc
         ld a,e
         ld (bc),a
         ret
