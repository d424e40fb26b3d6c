; Block copies, in modes 5-8 only: in the others they return with carry. HL points to the parameters at
; F562h: SX, SY, DX, DY, NX, NY, CDUMMY, CARG, L_OP.
; A picture in memory or on disk begins with its width and height, two bytes each; then come its dots,
; row by row without gaps, the left one in the high bits. What lies outside the screen is skipped in a
; picture that is read, and 0 in one that is written.
; Source: MSX2 Technical Handbook, appendix 3; V9938 technical data book, LMMC and LMCM.

; State of a transfer.
COPY.FILE:   EQU CDUMMY       ; 1  0: memory, 1: disk
COPY.INSIDE: EQU MAXDEL       ; 2  dots of a row that lie on the screen
COPY.BEYOND: EQU MINDEL       ; 2  dots of a row that do not

; BLTVV: copies within VRAM; Y counts through the pages.
; In: HL = F562h, SX, SY, DX, DY, NX, NY, CARG, L_OP Out: no carry Changes: all
BLTVV:
         call copy.check
         ld hl,SX
         ld a,(L_OP)
         and &0F
         or CMD.LMMM
         call command.start
         call command.wait
         or a
         ret

; BLTVM: copies from memory to VRAM.
; In: HL = F562h, SX = address (4000h and up), DX, DY, CARG, L_OP
; Out: carry: no picture of this size Changes: all
BLTVM:
         call copy.check
         xor a
         ld (COPY.FILE),a
         ld hl,(SX)
; In: HL = source, COPY.FILE Out: carry: no picture of this size Changes: all
copy.put:
         ld de,NX
         ld b,4
@size:   call copy.input
         ld (de),a
         inc de
         djnz @size
         call copy.fits
         ret c
         ld bc,(DX)
         call copy.measure
         call copy.depth
         ld b,0
         call copy.take
         call copy.begin
         ld de,(COPY.INSIDE)
         dec de               ; the command took the first dot with it
         jr @dots
@row:    ld de,(COPY.INSIDE)
@dots:   ld a,d
         or e
         jr z,@beyond
         dec de
         call copy.take
         call copy.send
         jr @dots
@beyond: ld de,(COPY.BEYOND)
@skip:   ld a,d
         or e
         jr z,@next
         dec de
         call copy.take
         jr @skip
@next:   dec ix
         ld a,ixh
         or ixl
         jr nz,@row
         ret                  ; no carry

; BLTMV: copies from VRAM to memory.
; In: HL = F562h, SX, SY, DX = address (4000h and up), NX, NY, CARG Out: no carry Changes: all
BLTMV:
         call copy.check
         xor a
         ld (COPY.FILE),a
         ld hl,(DX)
; In: HL = destination, COPY.FILE Out: no carry Changes: all
copy.get:
         ld de,NX
         ld b,4
@size:   ld a,(de)
         call copy.output
         inc de
         djnz @size
         call copy.fits
         ccf
         ret nc               ; nothing to copy
         ld bc,(SX)
         call copy.measure
         call copy.depth
         ld a,7               ; forgets a dot that waits from before
         call VDPSTA
         push bc
         push hl
         ld hl,SX
         ld a,CMD.LMCM
         call command.start
         pop hl
         pop bc
         ld b,iyh
@row:    ld de,(COPY.INSIDE)
@dots:   ld a,d
         or e
         jr z,@beyond
         dec de
         call copy.fetch
         call copy.give
         jr @dots
@beyond: ld de,(COPY.BEYOND)
@blank:  ld a,d
         or e
         jr z,@next
         dec de
         xor a
         call copy.give
         jr @blank
@next:   dec ix
         ld a,ixh
         or ixl
         jr nz,@row
@flush:  ld a,b               ; the last byte is filled with 0
         cp iyh
         ret z
         xor a
         call copy.give
         jr @flush

; Leaves the routine that calls it when the mode has no commands.
; In: SCRMOD Out: carry then Changes: AF, HL
copy.check:
         ld a,(SCRMOD)
         cp 5
         ret nc
         pop hl
         ret

; In: HL = number, BC = most Out: carry: not 1 to BC Changes: AF, HL
copy.range:
         dec hl               ; 0 becomes too many
         or a
         sbc hl,bc
         ccf
         ret

; Is the size that of a picture? In: NX, NY Out: carry: it is not Changes: AF, BC
copy.fits:
         push hl
         ld hl,(NX)
         ld bc,512
         call copy.range
         ld hl,(NY)
         ld bc,1024
         call nc,copy.range
         pop hl
         ret

; How much of a row lies on the screen.
; In: BC = first X, NX, NY, CARG, SCRMOD Out: COPY.INSIDE, COPY.BEYOND, IX = NY Changes: AF, BC, DE
copy.measure:
         push hl
         call point.limits
         ld a,(CARG)
         and 4
         jr nz,@left
         or a
         sbc hl,bc            ; rightwards: width - X
         jr @room
@left:   ld h,b               ; leftwards: X + 1
         ld l,c
         inc hl
@room:   ld de,(NX)
         or a
         sbc hl,de
         jr nc,@whole
         add hl,de
         jr @cut
@whole:  ld h,d
         ld l,e
@cut:    ld (COPY.INSIDE),hl
         ex de,hl
         or a
         sbc hl,de
         ld (COPY.BEYOND),hl
         ld ix,(NY)
         pop hl
         ret

; Shape of a byte of a picture.
; In: SCRMOD (5-8) Out: IYH = dots, IYL = bits a dot Changes: AF
copy.depth:
         ld a,(SCRMOD)
         ld iy,&0108
         cp 8
         ret z
         ld iy,&0402
         cp 6
         ret z
         ld iy,&0204
         ret

; Takes the next dot of a picture.
; In: HL = source, C = byte in hand, B = dots left in it, IY = copy.depth Out: A = dot, HL, BC
; Changes: F
copy.take:
         ld a,b
         or a
         jr nz,@has
         call copy.input
         ld c,a
         ld b,iyh
@has:    dec b
         ld a,iyl
         cp 4
         ld a,c
         jr c,@two
         ret nz
         rrca
         rrca
         rrca
         rrca
         ld c,a
         and &0F
         ret
@two:    rlca
         rlca
         ld c,a
         and 3
         ret

; Adds a dot to a picture.
; In: HL = destination, A = dot, C = byte in hand, B = dots missing in it, IY = copy.depth Out: HL, BC
; Changes: AF
copy.give:
         push de
         ld e,a
         ld a,iyl
         cp 4
         ld a,c
         jr z,@four
         jr nc,@put
         add a,a
         add a,a
         jr @put
@four:   add a,a
         add a,a
         add a,a
         add a,a
@put:    ld c,a
         ld a,iyl
         cp 8
         ld a,e
         jr z,@whole
         or c
@whole:  ld c,a
         pop de
         dec b
         ret nz
         ld b,iyh
         ld a,c
         ld c,0
; Writes a byte of a picture.
; In: HL = destination, A = byte, COPY.FILE Out: HL Changes: AF
copy.output:
         push af
         ld a,(COPY.FILE)
         or a
         jr nz,@file
         pop af
         ld (hl),a
         inc hl
         ret
@file:   pop af
         jp disk.output

; Reads a byte of a picture.
; In: HL = source, COPY.FILE Out: A = byte, HL Changes: F
copy.input:
         ld a,(COPY.FILE)
         or a
         jp nz,disk.input
         ld a,(hl)
         inc hl
         ret

; Starts the transfer of dots to the VDP.
; In: A = first dot, DX, DY, NX, NY, CARG, L_OP Out: - Changes: AF
copy.begin:
         push bc
         push hl
         ld b,a
         call command.wait
         ld a,36
         di
         VDPREG 17
         ld a,b
         ld hl,DX
         ld bc,8 * 256 + VDP.IND
         otir
         out (VDP.IND),a
         ld a,(CARG)
         out (VDP.IND),a
         ld a,(L_OP)
         and &0F
         or CMD.LMMC
         out (VDP.IND),a
         ld a,128 + 44        ; R44 from now on, without counting
         VDPREG 17
         ei
         pop hl
         pop bc
         ret

; Gives the VDP one dot.
; In: A = dot Out: - Changes: AF
copy.send:
         push af
         call copy.ready
         pop af
         di
         push af
         ld a,128 + 44        ; an interrupt may have used R17
         VDPREG 17
         pop af
         out (VDP.IND),a
         ei
         ret

; Takes one dot from the VDP.
; In: - Out: A = dot Changes: F
copy.fetch:
         call copy.ready
         ld a,7
         jp VDPSTA

; Waits until the VDP takes or gives a dot, or has done with the command.
; In: - Out: - Changes: AF
copy.ready:
         ld a,2
         call VDPSTA
         rlca
         ret c
         rrca
         rrca
         jr c,copy.ready
         ret
