; BSAVE, BLOAD (BASIC ROM). Source: MSX2 Technical Handbook, chapter 5, 2.5 (machine code files): first, last and
; start address behind the short header, then the bytes.
; Drives: H.BINS and H.BINL, D = device, FILNAM, A = 1: memory, 2: VRAM. H.BINS: BC = first address, SAVEND the
; last, SAVENT the start. H.BINL: BC = offset; out: SAVENT with the offset. CY: done.

binary.first: EQU FILNM2
binary.last:  EQU FILNM2 + 2
binary.start: EQU FILNM2 + 4

; BSAVE name, first, last [, start | S]
do.bsave:
         call fname.take
         push de              ; D = device
         call binary.address
         push de
         ld (SAVENT),de
         call binary.address
         ld (SAVEND),de
         dec hl
         rst 16
         ld a,1
         jr z,bsave.parsed
         rst 8
         db ","
         cp "S"
         jr nz,bsave.start
         rst 16
         ld a,2
         jr bsave.parsed
bsave.start:
         MAIN FRMQNT
         ld (SAVENT),de
         ld a,1
bsave.parsed:
         pop bc               ; first
         pop de
         push hl
         inc d
         jr z,bsave.tape
         dec d
         or a
         call H.BINS
         jr binary.done
bsave.tape:
         dec a
         jp nz,error.call
         ld (binary.first),bc
         ld hl,(SAVENT)
         ld (binary.start),hl
         ld hl,(SAVEND)
         ld (binary.last),hl
         sbc hl,bc            ; dec a: NC
         jp c,error.call
         inc hl
         push hl
         ld a,TAPE.BINARY
         MAIN tape.name
         MAIN tape.short
         ld hl,binary.first
         ld de,6
         MAIN tape.write
         pop de
         ld hl,(binary.first)
         MAIN tape.write
         call TAPOOF
         pop hl
         ret
binary.done:
         pop hl
         ret c
         jp error.name
; In: HL = text at ",". Out: DE = address; HL behind. Changes: all.
binary.address:
         rst 8
         db ","
         MAIN FRMQNT
         ret

; BLOAD name [, R | S] [, offset]. Out: HL = text behind; CY when it is to be called, at SAVENT. Changes: all.
binary.load:
         call fname.take
         ld e,0               ; 1: call it, 2: VRAM
         ld (files.how),de
         ld de,0              ; offset
         dec hl
         rst 16
         jr z,bload.parsed
         rst 8
         db ","
         ld b,1
         cp "R"
         jr z,bload.word
         inc b
         cp "S"
         jr nz,bload.offset
bload.word:
         ld a,b
         ld (files.how),a
         rst 16
         jr z,bload.parsed
         rst 8
         db ","
bload.offset:
         MAIN FRMQNT
bload.parsed:
         push hl
         ld b,d
         ld c,e
         ld de,(files.how)
         inc d
         jr z,bload.tape
         dec d
         ld a,e
         srl a
         inc a
         or a
         call H.BINL
         jr c,bload.done
         jp error.name
bload.tape:
         bit 1,e
         jp nz,error.call
         push bc
         ld a,TAPE.BINARY
         MAIN tape.find
         MAIN tape.begin
         ld hl,binary.first
         ld de,6
         MAIN tape.more
         pop bc
         ld hl,(binary.start)
         add hl,bc
         ld (SAVENT),hl
         ld hl,(binary.last)
         ld de,(binary.first)
         or a
         sbc hl,de
         inc hl
         ex de,hl
         add hl,bc
         MAIN tape.more
         call TAPIOF
bload.done:
         pop hl
         ld a,(files.how)
         rrca
         ret
