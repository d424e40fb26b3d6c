; Memory, ports, time, joysticks and the like: PEEK POKE INP OUT WAIT TIME STICK STRIG PDL PAD.
; Sources of arguments and results: MSX2 Technical Handbook, chapter 2; MSX Wiki, the words' pages.

; POKE address,byte
do.poke: call FRMQNT
         push de
         call byte.next
         pop de
         ld (de),a
         ret
; PEEK(address)
fn.peek: call value.address
         ld a,(de)
         jp value.byte

; OUT port,byte; the port as an address, its low byte counts.
do.out:  call FRMQNT
         push de
         call byte.next
         pop bc
         out (c),a
         ret
; INP(port)
fn.inp:  call value.address
         ld c,e
         in a,(c)
         jp value.byte

; WAIT port,mask[,inverted]: waits until ((port XOR inverted) AND mask) is not 0.
do.wait: call FRMQNT
         push de
         call byte.next
         push af
         ld e,0
         dec hl
         rst 16
         call nz,byte.next
         pop af               ; mask
         pop bc
         ld b,a
wait.look: call CKCNTC
         in a,(c)
         xor e
         and b
         jr z,wait.look
         ret

; In: HL at a comma. Out: A = E = the byte behind it; HL. Changes: all.
byte.next: rst 8
         db ","
         jp GETBYT
; In: number in DAC. Out: A = it, 0-255, else error 5. Changes: all.
byte.take: call value.word
         jp getbyt.check

; TIME=number: sets the count of interrupts.
do.time: rst 8
         db T.EQUAL
         call FRMQNT
         ld (JIFFY),de
         ret
; TIME
fn.time: push hl
         ld hl,(JIFFY)
         call value.single
         pop hl
         ret

; STICK(0-2), STRIG(0-4), PDL(1-12)
fn.stick: call byte.take
         cp 3
         jr nc,controller.bad
         call GTSTCK
         jp value.byte
fn.strig: call byte.take
         cp 5
         jr nc,controller.bad
         call GTTRIG
         ld c,a
         jr controller.flag
fn.pdl:  call byte.take
         dec a
         cp 12
         jr nc,controller.bad
         inc a
         call GTPDL
         jp value.byte
; PAD(0-7), MSX2: PAD(0-19): state and switch -1 or 0, touch pad and light pen 0-255, mouse -128 to 127.
fn.pad:  call byte.take
IF MSX2
         cp 20
ELSE
         cp 8
ENDIF
controller.bad: jp nc,error.call
         push af
         call GTPAD
         pop bc
         ld c,a
         ld a,b
         cp 12
         jr nc,controller.flag
         inc b                ; 1, 2, 5, 6, 9, 10: X and Y
         bit 1,b
         ld a,c
         jp nz,value.byte
; In: C = -128 to 127. Out: DAC. Changes: AF, HL.
controller.flag: ld l,c
         ld a,c
         rlca
         sbc a,a
         ld h,a
         jp value.integer
