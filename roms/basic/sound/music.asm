; The music macro language. IX is the buffer of the voice whose string is parsed.
; Sources: MSX Wiki, "PLAY" (language; "<", ">" and "&" are of MSX-MUSIC) and "SOUND" (periods of the notes); MSX-BASIC Programming Guide, VI.1
; (";" between commands).

; Parses to the voice's next note or rest, which goes into its queue, or to its end. Changes: all but IX.
mml.step:
         call mml.next
         or a
         jr z,mml.end
         cp ";"
         jr z,mml.step
         ld hl,mml.table
         ld b,mml.words
@find:   cp (hl)
         inc hl
         jr z,@found
         inc hl
         inc hl
         djnz @-find
         sub "A"
         cp 7
         jp c,mml.letter
mml.bad: call GICINI
         jp error.call
@found:  ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ld bc,mml.step       ; the commands that are no note go on there
         push bc
         jp (hl)
mml.table:
         db "O"
         dw mml.octave
         db "L"
         dw mml.length
         db "T"
         dw mml.tempo
         db "V"
         dw mml.volume
         db "S"
         dw mml.shape
         db "M"
         dw mml.period
         db "N"
         dw mml.pitch
         db "R"
         dw mml.rest
         db "X"
         dw mml.call
mml.words: EQU 9

; The end of a string: back to the string that called it, or the end of the voice.
mml.end: ld l,(ix + VCB.VCXSTP)
         ld h,(ix + VCB.VCXSTP + 1)
         ld a,l
         sub ixl
         cp VCB.MCLSTX
         jr z,@last
         dec hl
         ld d,(hl)
         dec hl
         ld e,(hl)
         dec hl
         ld a,(hl)
         ld (ix + VCB.VCXSTP),l
         ld (ix + VCB.VCXSTP + 1),h
         call mml.string
         jr mml.step
@last:   ld (ix + VCB.VCXSTP + 1),0
         ld hl,PRSCNT
         inc (hl)
         ld e,255
; In: E = byte for the voice's queue. Changes: AF, HL.
mml.put: push bc
         ld a,(VOICEN)
         call PUTQ
         pop bc
         ret
; In: A = length, DE = address of the voice's string. Changes: nothing.
mml.string:
         ld (ix + VCB.VCXLEN),a
         ld (ix + VCB.VCXPTR),e
         ld (ix + VCB.VCXPTR + 1),d
         ret

; Out: A = the next character that is no space, in upper case; 0 at the end. Changes: F, HL.
mml.next:
         ld a,(ix + VCB.VCXLEN)
         or a
         ret z
         dec (ix + VCB.VCXLEN)
         ld l,(ix + VCB.VCXPTR)
         ld h,(ix + VCB.VCXPTR + 1)
         ld a,(hl)
         inc (ix + VCB.VCXPTR)
         jr nz,@same
         inc (ix + VCB.VCXPTR + 1)
@same:   cp " "
         jr z,mml.next
         cp "a"
         ret c
         cp "z" + 1
         ret nc
         and &DF
         ret
; In: A = character that mml.next gave, which is to come again. Changes: AF.
mml.back:
         or a
         ret z
         inc (ix + VCB.VCXLEN)
         ld a,(ix + VCB.VCXPTR)
         dec (ix + VCB.VCXPTR)
         or a
         ret nz
         dec (ix + VCB.VCXPTR + 1)
         ret

; In: default, lowest, highest value in the three bytes behind the call. Out: A = E = number. Changes: all.
mml.byte:
         pop hl
         ld e,(hl)
         inc hl
         ld c,(hl)
         inc hl
         ld b,(hl)
         inc hl
         push hl
         ld d,0
; In: DE = default, C, B = lowest, highest value. Out: A = E = number. Changes: all.
mml.limit:
         push bc
         call mml.number
         pop bc
         ld a,d
         or a
         jr nz,mml.wrong
         ld a,b
         cp e
         jr c,mml.wrong
         ld a,e
         cp c
         ret nc
mml.wrong:
         jp mml.bad
; In: DE = default. Out: DE = the number that comes now. Changes: all.
mml.number:
         call mml.next
         cp "="
         jr z,@variable
         sub "0"
         cp 10
         jr nc,@back
         ld de,0
@digit:  ld c,a
         ld b,0
         ld h,d
         ld l,e
         add hl,hl
         jr c,mml.wrong
         add hl,hl
         jr c,mml.wrong
         add hl,de
         jr c,mml.wrong
         add hl,hl
         jr c,mml.wrong
         add hl,bc
         jr c,mml.wrong
         ex de,hl
         call mml.next
         sub "0"
         cp 10
         jr c,@-digit
@back:   add a,"0"
         jr mml.back
@variable:
         call mml.name
         push ix
         MAIN expr.integer
         pop ix
         ld a,d
         rla
         jp c,mml.bad
         ret

; Out: BUF = what comes up to ";", ended by 0; HL = BUF. Changes: AF, DE.
mml.name:
         ld de,BUF
@next:   call mml.next
         ld (de),a
         or a
         jp z,mml.bad
         inc de
         cp ";"
         jr nz,@-next
         dec de
         xor a
         ld (de),a
         ld hl,BUF
         ret

mml.octave:
         call mml.byte
         db 4,1,8
         ld (ix + VCB.OCTAVX),a
         ret
mml.length:
         call mml.byte
         db 4,1,64
         ld (ix + VCB.NOTELX),a
         ret
mml.tempo:
         call mml.byte
         db 120,32,255
         ld (ix + VCB.TEMPOX),a
         ret
mml.volume:
         call mml.byte
         db 8,0,15
         or &80               ; the amplitude as it goes into the queue
         jr mml.volume.set
mml.shape:
         call mml.byte
         db 0,0,15
         or &D0               ; by the envelope, whose period comes too
mml.volume.set:
         ld (ix + VCB.VOLUMX),a
         ret
mml.period:
         ld de,255
         call mml.number
         ld a,d
         or e
         jp z,mml.bad
         ld (ix + VCB.ENVLPX),e
         ld (ix + VCB.ENVLPX + 1),d
         set 6,(ix + VCB.VOLUMX)
         ret

; Xstring;
mml.call:
         call mml.name
         push ix
         MAIN expr.string
         MAIN string.take
         pop ix
         ld c,a
         ld l,(ix + VCB.VCXSTP)
         ld h,(ix + VCB.VCXSTP + 1)
         ld a,l
         sub ixl
         cp VCB.MCLSTX + 15   ; five levels
         jp nc,error.memory
         ld a,(ix + VCB.VCXLEN)
         ld (hl),a
         inc hl
         ld a,(ix + VCB.VCXPTR)
         ld (hl),a
         inc hl
         ld a,(ix + VCB.VCXPTR + 1)
         ld (hl),a
         inc hl
         ld (ix + VCB.VCXSTP),l
         ld (ix + VCB.VCXSTP + 1),h
         ld a,c
         jp mml.string
