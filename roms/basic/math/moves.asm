; The documented moves. Addresses are so close that most routines run into the next.
;
; The handbook's arrows for PHA, PHF, PPA, PPF and PUSHF contradict the names; here the names hold:
; PHA, PHF and PUSHF push ARG, DAC and the single in DAC, PPA and PPF pop.

         AT &2C4D
MAF:     ld hl,DAC
         AT &2C50
MAM:     ld de,ARG
         AT &2C53
MOV8DH:  ld b,8
         jp move.forward
         AT &2C59
MFA:     ld hl,ARG
         AT &2C5C
MFM:     ld de,DAC
         jr MOV8DH
         AT &2C67
MMF:     ld de,DAC
         AT &2C6A
MOV8HD:  ld b,8
         jp move.bytes
         AT &2C6F
; XTF: the eight bytes below the return address and DAC change places. Changes: AF, B, DE, HL.
XTF:     ld hl,2
         add hl,sp
         ld de,DAC
         ld b,8
xtf.byte:
         ld a,(de)
         push af
         ld a,(hl)
         ld (de),a
         pop af
         ld (hl),a
         inc hl
         inc de
         djnz xtf.byte
         ret
; In: HL = eight bytes. Out: on the stack, below the return address. Changes: A, B, DE, HL.
move.push:
         ex de,hl
         ld a,c
         pop bc               ; return address
         ld hl,-8
         add hl,sp
         ld sp,hl
         push bc
         ex de,hl
move.eight:
         ld bc,8
         ldir
         ld c,a
         ret
; In: DE = where, eight bytes below the return address. Changes: A, B, DE, HL.
move.pop:
         ld hl,2
         add hl,sp
         ld a,c
         call move.eight
         pop de               ; return address
         ld sp,hl
         ex de,hl
         jp (hl)
; (DE) = (HL), B bytes. Out: HL, DE behind. Changes: A, B.
move.forward:
         ld a,(hl)
         ld (de),a
         inc de
         inc hl
         djnz move.forward
         ret
; (HL) = (DE), B bytes. Out: HL, DE behind. Changes: A, B.
move.bytes:
         ld a,(de)
         ld (hl),a
         inc de
         inc hl
         djnz move.bytes
         ret
         AT &2CC7
PHA:     ld hl,ARG
         jr move.push
         AT &2CCC
PHF:     ld hl,DAC
         jr move.push
         AT &2CDC
PPA:     ld de,ARG
         jr move.pop
         AT &2CE1
PPF:     ld de,DAC
         jr move.pop
