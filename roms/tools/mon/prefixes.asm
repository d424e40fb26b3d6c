; DD and FD: which prefix the operands of an instruction want, and the copies of DD CB.

; The prefix that the operands want: one, and one that makes a difference to all of them. Out: Z: fits; INDEX, D.MEMORY = not
; 0, D.OFFSET for (IX+d). Changes: AF, BC, HL, IX.
match.prefix:
         xor a
         ld (INDEX),a
         ld (D.MEMORY),a
         ld ix,OPERAND1
         call prefix.wanted
         ret nz
         ld ix,OPERAND2
         call prefix.wanted
         ret nz
         ld a,(INDEX)
         or a
         jr z,prefix.none
         ld a,(A.TABLE)
         cp &ED
         jp z,match.no
         ld c,a
         ld a,(D.MEMORY)
         or a
         jr nz,prefix.fit
         or c
         ret nz               ; CB needs (IX+d)
prefix.fit:
         ld ix,OPERAND1
         call prefix.fits
         ret nz
         ld ix,OPERAND2
         call prefix.fits
         ret nz
prefix.none:
         ld a,(A.TABLE)
         or a
         jr nz,prefix.third
         ld a,(A.OP)          ; LD (HL),(HL) is none
         cp &76
         jr nz,prefix.third
         ld a,(iy + 0)
         inc a
         ret nz
prefix.third:
         ld ix,(A.THIRD)
         ld a,ixh
         or a
         ret z
         ld a,(D.MEMORY)
         or a
         jp z,match.no
         ld a,(ix + R.KIND)
         dec a
         ret nz
         or (ix + R.INDEX)
         ret nz
         ld a,(ix + R.NAME)
         cp N.BC
         jp nc,match.no
         cp 6
         jp z,match.no
         ld c,a
         ld a,(A.OP)
         ld b,a
         and &C0
         cp &40
         jp z,match.no        ; BIT
         ld a,b
         and &F8
         or c
         ld (A.OP),a
         xor a
         ret
; In: IX = operand. Out: Z: its prefix and the one before agree. Changes: AF, C.
prefix.wanted:
         ld a,(ix + R.KIND)
         dec a
         jr nz,wanted.ok
         ld a,(ix + R.INDEX)
         or a
         ret z
         ld c,a
         ld a,(INDEX)
         or a
         jr z,wanted.first
         cp c
         ret nz
wanted.first:
         ld a,c
         ld (INDEX),a
         ld a,(ix + R.NAME)
         cp 6
         jr nz,wanted.ok
         ld a,(iy + 2)
         cp O.JP
         ret z
         ld a,1
         ld (D.MEMORY),a
         ld a,(ix + R.VALUE)
         ld (D.OFFSET),a
wanted.ok:
         xor a
         ret
; In: IX = operand. Out: Z: it can be beside the prefix. Changes: AF, C.
prefix.fits:
         ld a,(ix + R.KIND)
         dec a
         jr nz,wanted.ok
         ld a,(D.MEMORY)
         ld c,a
         ld a,(ix + R.INDEX)
         or a
         ld a,(ix + R.NAME)
         jr z,fits.plain
         cp 6
         ret z
         ld a,c               ; IXH beside (IX+d) is none
         or a
         ret
fits.plain:
         cp 6
         jr z,fits.no
         cp N.HL
         jr z,fits.no
         and &FE
         cp N.H
         jr nz,wanted.ok
         dec c                ; H and L are themselves beside (IX+d)
         ret
fits.no: or 1
         ret
