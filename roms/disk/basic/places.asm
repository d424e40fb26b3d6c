; Disk BASIC: where a file is, and where it ends: EOF, LOC, LOF.

; H.EOF: In: HL = block. Out: DAC = -1 at the end, 0. A random file is at its end when its next record is behind it.
seq.eof: ei
         push hl
         pop ix
         bit 2,(ix + FL.MODE)
         jr nz,eof.random
         call seq.in
         ld hl,-1
         jr c,num.word
         ld (ix + FL.BACK),a
         ld (ix + FL.AGAIN),1
eof.no:  ld hl,0
; DAC = HL, signed. Changes: AF.
num.word:
         ld (DAC + 2),hl
         ld a,2
         ld (VALTYP),a
         ret
eof.random:
         call seq.header
         ld e,(iy + FCB.RANDOM + 2)
         ld d,0
         ld l,(iy + FCB.RANDOM)
         ld h,(iy + FCB.RANDOM + 1)
         ld c,(iy + FCB.RECSIZ)
         ld b,(iy + FCB.RECSIZ + 1)
         push iy
         call multiply
         pop iy
         ld c,(iy + FCB.SIZE)
         ld b,(iy + FCB.SIZE + 1)
         or a
         sbc hl,bc
         ex de,hl
         ld c,(iy + FCB.SIZE + 2)
         ld b,(iy + FCB.SIZE + 3)
         sbc hl,bc
         jr c,eof.no
         ld hl,-1
         jr num.word

; H.LOC: In: HL = block. Out: DAC = blocks of 256 characters read or written; of a random file the last record.
seq.loc: ei
         push hl
         pop ix
         call seq.header
         ld l,(iy + FCB.RANDOM)
         ld h,(iy + FCB.RANDOM + 1)
         ld e,(iy + FCB.RANDOM + 2)
         ld d,0
         jr num.long
; H.LOF: In: HL = block. Out: DAC = bytes of the file.
seq.lof: ei
         push hl
         pop ix
         call seq.header
         ld l,(iy + FCB.SIZE)
         ld h,(iy + FCB.SIZE + 1)
         ld e,(iy + FCB.SIZE + 2)
         ld d,(iy + FCB.SIZE + 3)
         ld a,(ix + FL.MODE)
         and %1010
         jr z,num.long
         ld l,(ix + FL.PLACE)
         ld h,(iy + FCB.RANDOM)
         ld e,(iy + FCB.RANDOM + 1)
         ld d,(iy + FCB.RANDOM + 2)
; DAC = DEHL without sign: an integer, or a double. Changes: all.
num.long:
         ld a,d
         or e
         jr nz,long.double
         bit 7,h
         jr z,num.word
long.double:
         push hl
         ld hl,DAC
         ld b,8
long.zero:
         ld (hl),0
         inc hl
         djnz long.zero
         ld (hl),b
         pop hl
         ld b,32
long.bit:
         add hl,hl
         ex de,hl
         adc hl,hl
         ex de,hl
         push hl
         ld hl,DAC + 5
         ld c,5
long.digits:
         ld a,(hl)
         adc a,a              ; the bit that came out
         daa
         ld (hl),a
         dec hl
         dec c
         jr nz,long.digits
         pop hl
         djnz long.bit
         ld c,64 + 10         ; no 0 before the first digit
long.shift:
         ld a,(DAC + 1)
         and &F0
         jr nz,long.end
         ld hl,DAC + 5
         ld b,5
         xor a
long.nibble:
         rld
         dec hl
         djnz long.nibble
         dec c
         jr long.shift
long.end:
         ld a,c
         ld (DAC),a
         ld a,8
         ld (VALTYP),a
         ret
