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
         call scopy.direct
         jp BLTVV

; The source of a copy.
; In: HL Out: HL behind it, SX, SY, NX, NY Changes: all others
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
         call shape.order
         ld (SY),hl
         ld (NY),de
         pop hl
         ld de,(GRPACX)
         call shape.order
         ld (SX),hl
         ld (NX),de
         pop hl
         call basic.page
         ld (SY + 1),a
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

; Leaves out what would lie right of the picture or in the next page.
; In: DX, DY, NX, NY Out: NX, NY Changes: AF, BC, DE, HL
scopy.cut:
         call point.limits
         ld de,(DX)
         or a
         sbc hl,de
         ld de,NX
         call @smaller
         ld hl,256
         ld a,(DY)
         ld e,a
         ld d,0
         or a
         sbc hl,de
         ld de,NY
@smaller:
         ex de,hl             ; (HL) = the smaller one of (HL) and DE
         ld a,e
         sub (hl)
         inc hl
         ld a,d
         sbc a,(hl)
         ret nc
         ld (hl),d
         dec hl
         ld (hl),e
         ret

; Turns the direction of a copy, so that a source under its own target is read before it is written.
; In: SX, SY, DX, DY, NX, NY Out: the same and CARG Changes: AF, BC, DE, HL
scopy.direct:
         ld c,0
         ld hl,(SX)
         ld de,(DX)
         or a
         sbc hl,de
         jr nc,@vertical
         ld c,4
         ld hl,(NX)
         ld de,SX
         call @last
         ld de,DX
         call @last
@vertical:
         ld hl,(SY)
         ld de,(DY)
         or a
         sbc hl,de
         jr nc,@set
         set 3,c
         ld hl,(NY)
         ld de,SY
         call @last
         ld de,DY
         call @last
@set:    ld a,c
         ld (CARG),a
         ret
@last:   push hl              ; (DE) + HL - 1
         ld a,(de)
         add a,l
         ld l,a
         inc de
         ld a,(de)
         adc a,h
         ld h,a
         dec hl
         ex de,hl
         ld (hl),d
         dec hl
         ld (hl),e
         pop hl
         ret
