; The documented moves of singles and of VALTYP's kind, signs and comparisons.

         AT &2E71
SIGN:    jp number.sign
         AT &2E82
ABSFN:   jp ABSFN.go
         AT &2E8D
NEG:     jp NEG.go
         AT &2E97
SGN:     jp SGN.go
         AT &2EB1
; PUSHF: pushes the single in DAC. Changes: DE.
PUSHF:   ex de,hl
         ld hl,(DAC + 2)
         ex (sp),hl
         push hl
         ld hl,(DAC)
         ex (sp),hl
         push hl
         ex de,hl
         ret
         AT &2EBE
MOVFM:   call MOVRMI
         AT &2EC1
MOVFR:   ld (DAC + 2),de
         ld (DAC),bc
         ret
         AT &2ECC
MOVRF:   ld hl,DAC
         jr MOVRMI
         AT &2ED6
MOVRMI:  ld c,(hl)
         inc hl
         ld b,(hl)
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ret
         AT &2EDF
MOVRM:   ld b,(hl)
         inc hl
         ld c,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ld e,(hl)
         inc hl
         ret
         AT &2EE8
MOVMF:   ld de,DAC
         AT &2EEB
MOVE:    ld b,4
         jr move.four
         AT &2EEF
VMOVAM:  jp vmove.am
         AT &2EF2
MOVVFM:  ex de,hl
         AT &2EF3
VMOVE:   push af
         ld a,(VALTYP)
         ld b,a
         call move.bytes
         pop af
         ret
move.four:
         push af
         call move.bytes
         pop af
         ret
         AT &2F05
VMOVFA:  jp vmove.fa
         AT &2F08
VMOVFM:  ld de,DAC
         jr vmove.to
         AT &2F0D
VMOVAF:  jp vmove.af
         AT &2F10
; VMOVMF: In: HL.
VMOVMF:  ld de,DAC
         call vmove.place
         jr VMOVE
         AT &2F21
; FCOMP: CBED and DAC. Out: A. Changes: F, HL.
FCOMP:   push de
         push bc
         ld hl,0
         add hl,sp            ; the four bytes lie on the stack as in memory
         ld de,DAC
         ld b,4
         call real.compare
         pop bc
         pop de
         ret
; Integers lie in DAC + 2. In, Out: DE.
vmove.place:
         push af
         ld a,(VALTYP)
         cp 4
         jr nc,vmove.real
         inc de
         inc de
vmove.real:
         pop af
         ret
vmove.to:
         call vmove.place
         jr MOVVFM
         AT &2F4D
; ICOMP: DE and HL, signed. Out: A. Changes: F, HL.
ICOMP:   or a
         sbc hl,de
         ld a,h
         jp pe,icomp.overflow
         or l
         ret z
         ld a,h
         jp number.sign.bit
         AT &2F5C
XDCOMP:  ld hl,ARG
         ld de,DAC
         ld b,8
         jp real.compare
icomp.overflow:
         cpl
         jp number.sign.bit
vmove.am:
         ld de,ARG
         jr vmove.to
vmove.af:
         ld hl,ARG
         ld de,DAC
vmove.both:
         ex de,hl
         call vmove.place
         ex de,hl
         call vmove.place
         jp VMOVE
vmove.fa:
         ld hl,DAC
         ld de,ARG
         jr vmove.both
         AT &2F8A
FRCINT:  jp FRCINT.go
