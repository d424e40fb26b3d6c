; RND. The sequence x = fraction of (21132486540519 x + .14389820420821) is published (NYYRIKKI,
; msx.org forum, 17 Feb 2020), and so are its first values after RUN, .59521943994623 and on: they
; come from the seed .40649651372358. RND(-1) gives .04389820420821: a negative argument's digits,
; its exponent left out, are the new seed.

; RND: In: DAC = double: < 0 new seed, 0 the last value again. Out: DAC, RNDX. Changes: all.
M_RND: MACRO
RND.go:  ld a,(DAC)
         or a
         jr z,random.take
         ld hl,RNDX
         ld de,DAC
         call p,random.copy   ; else DAC is the seed
         ld hl,random.factor
         ld de,ARG
         call random.copy
         call double.guards
         call product.make
         ld hl,random.offset + 7
         ld de,product.sum + 14
         ld b,7
         or a
random.add: ld a,(de)
         adc a,(hl)
         daa
         ld (de),a
         dec de
         dec hl
         djnz random.add
         inc de
         ld hl,RNDX
         ld (hl),64
         inc hl
         ex de,hl
         ld bc,7
         ldir
random.take: ld hl,RNDX
         ld de,DAC
         call random.copy
         xor a
         ld (DAC + 8),a
         jp DECNRM.go
random.copy: ld bc,8
         ldir
         ret
         ENDM

; The seed of a fresh machine, and of RUN. Changes: BC, DE, HL.
M_RANDOM_START: MACRO
random.start: ld hl,random.seed
         ld de,RNDX
         jp random.copy
random.seed: db 64,&40,&64,&96,&51,&37,&23,&58
random.factor: db 64,&21,&13,&24,&86,&54,&05,&19
random.offset: db 64,&14,&38,&98,&20,&42,&08,&21
         ENDM
