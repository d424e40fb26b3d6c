; Notes and rests of the music macro language, as packets for the queue (bios/music.asm).
; Source: MSX-BASIC Programming Guide, VI.1 and VI.2 (N, R, B sharp).

NOTE.REST: EQU 255

; N0-N96[;length]: a rest, C sharp of octave 1 to C above octave 8; N36 is C of octave 4.
mml.pitch:
         pop hl               ; mml.step has done its part
         ld de,&FFFF          ; there must be a number
         ld bc,96 * 256
         call mml.limit
         or a
         jr nz,@pitch
         dec a                ; NOTE.REST
@pitch:  push af
         call mml.next
         cp ";"
         call nz,mml.back
         pop af
         jr note.length
; R[length]: a fourth, whatever L says
mml.rest:
         pop hl
         ld a,NOTE.REST
         ld e,4
         jr note.take
; In: A = 0-6 for A to G.
mml.letter:
         ld e,a
         ld d,0
         ld hl,note.scale
         add hl,de
         ld b,(hl)
         call mml.next
         cp "#"
         jr z,@sharp
         cp "+"
         jr z,@sharp
         cp "-"
         jr z,@flat
         call mml.back
         jr @octave
@flat:   dec b
         dec b
@sharp:  inc b
@octave: ld a,b
         cp 12                ; B sharp and C flat are of the same octave
         jr c,@semitone
         ld b,0
         jr z,@semitone
         ld b,11
@semitone:
         ld a,(ix + VCB.OCTAVX)
         ld c,a
         add a,a
         add a,c
         add a,a
         add a,a
         add a,b              ; octave * 12 + semitones
         sub 12
; In: A = pitch 0-96 or NOTE.REST
note.length:
         ld e,(ix + VCB.NOTELX)
note.take:
         push af
         ld d,0
         ld bc,&4001
         call mml.limit
         pop bc
; In: B = pitch 0-96 or NOTE.REST, E = length. Changes: all.
note.put:
         call note.ticks
         ld a,b
         inc a
         ld a,1 * 32          ; bytes behind the header
         jr z,@head
         ld a,3 * 32
         bit 6,(ix + VCB.VOLUMX)
         jr z,@head
         ld a,5 * 32
@head:   or d
         push de
         ld e,a
         call mml.put
         pop de
         call mml.put
         ld a,b
         ld e,&80             ; amplitude 0
         inc a
         jr z,@amplitude
         call note.period
         push de
         ld e,d
         call mml.put
         pop de
         call mml.put
         ld e,(ix + VCB.VOLUMX)
         bit 6,e
         res 6,(ix + VCB.VOLUMX)
         jr z,@amplitude
         call mml.put
         ld e,(ix + VCB.ENVLPX + 1)
         call mml.put
         ld e,(ix + VCB.ENVLPX)
@amplitude:
         jp mml.put

; A note's length in interrupts: 240 s / tempo / length, each dot half more.
; In: E = length. Out: DE, at least 1. Changes: AF, C, HL.
note.ticks:
         ld a,(&002B)
         rla                  ; 50 Hz
         ld hl,240 * 60
         jr nc,@dots
         ld hl,240 * 50
@dots:   push hl
         call mml.next
         pop hl
         cp "."
         jr nz,@no
         ld c,l
         ld a,h
         srl a
         rr c
         push bc
         ld b,a
         add hl,bc
         pop bc
         jr nc,@-dots
         jp mml.bad
@no:     call mml.back
         push bc
         push hl
         ld b,e
         ld d,0
         ld e,(ix + VCB.TEMPOX)
         ld hl,0
@times:  add hl,de
         djnz @-times
         ex de,hl
         pop hl
         ld bc,&FFFF
@divide: inc bc
         or a
         sbc hl,de
         jr nc,@-divide
         ld d,b
         ld e,c
         ld a,b
         or c
         jr nz,@some
         inc e
@some:   pop bc
         ret

; In: B = pitch. Out: DE = tone period. Changes: AF, BC, HL.
note.period:
         ld a,b
         ld b,0
@octave: inc b
         sub 12
         jr nc,@-octave
         add a,12
         add a,a
         ld e,a
         ld d,0
         ld hl,note.periods
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         or a
         jr @enter
@half:   srl d
         rr e
@enter:  djnz @-half
         ret nc
         inc de
         ret

; The periods of octave 1; those of the others are halves of them, rounded. Semitones of A to G.
note.periods:
         dw &D5D,&C9C,&BE7,&B3C,&A9B,&A02,&973,&8EB,&86B,&7F2,&780,&714
note.scale:
         db 9,11,0,2,4,5,7
