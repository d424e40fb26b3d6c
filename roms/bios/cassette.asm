; The cassette recorder. Out: bit 5 of PPI port C; in: bit 7 of register 14 of the sound chip.
; A 0 is one cycle of 1200 (2400) Hz, a 1 two of 2400 (4800) Hz; a byte is a 0, eight bits from the
; lowest and two 1s; a header is 1s. (MSX2 Technical Handbook, 5-2.)
; LOW and HIGH hold the loops of the two halves of a cycle, 16 CPU cycles each; LOWLIM the least
; count of the reading loop, 41 CPU cycles each, that is a half of a 0; WINWID that of a header's half.

; TAPOON: motor on, header. In: A = 0 short, else long. Out: CY when CTRL+STOP ended it.
; Changes: AF, BC, HL; interrupts off.
TAPOON:  push af
         call tape.motor
         ld b,0
tapoon.wait:
         call tape.pause      ; half a second for the motor
         call tape.break
         jr c,tapoon.broken
         djnz tapoon.wait
         pop af
         ld hl,(HEADER - 1)
         ld l,0               ; 256 cycles each
         or a
         jr z,tapoon.cycle
         add hl,hl
         add hl,hl
tapoon.cycle:
         push hl
         call tape.one
         pop hl
         dec hl
         ld a,l
         or a
         call z,tape.break
         ret c
         ld a,h
         or l
         jr nz,tapoon.cycle
         ret
tapoon.broken:
         pop bc
         ret

; TAPOUT: writes a byte. In: A. Out: CY when CTRL+STOP ended it. Changes: AF, B, HL.
TAPOUT:  push af
         call tape.zero
         pop af
         ld b,8
tapout.bit:
         rrca
         push af
         jr c,tapout.one
         call tape.zero
         jr tapout.next
tapout.one:
         call tape.one
         call tape.one
tapout.next:
         pop af
         djnz tapout.bit
         ld b,4
tapout.stop:
         call tape.one
         djnz tapout.stop
         jp tape.break

; TAPOOF: motor off after a while. Changes: nothing; interrupts on.
TAPOOF:  push bc
         push af
         ld b,0
tapoof.wait:
         call tape.pause
         djnz tapoof.wait
         pop af
         pop bc
; TAPIOF: motor off. Changes: nothing; interrupts on.
TAPIOF:  push af
         ld a,9               ; bit 4 of port C
         out (PPI.CTRL),a
         pop af
         ei
         ret

; Motor on, interrupts off. Changes: AF.
tape.motor:
         di
         ld a,8
         out (PPI.CTRL),a
         ret
; 2 ms. Changes: AF.
tape.pause:
         push bc
         ld b,0
tape.pause1:
         ex (sp),hl
         ex (sp),hl
         djnz tape.pause1
         pop bc
         ret

; One cycle of a 0 or of a 1. Changes: AF, HL.
tape.zero:
         ld hl,(LOW)
         jr tape.cycle
tape.one:
         ld hl,(HIGH)
tape.cycle:
         ex (sp),hl
         ex (sp),hl
         ld a,l
tape.first:
         dec a
         jp nz,tape.first
         ld a,11
         out (PPI.CTRL),a
         ld a,h
tape.second:
         dec a
         jp nz,tape.second
         ld a,10
         out (PPI.CTRL),a
         ret

; Out: CY while CTRL and STOP are down, else NC. Changes: A.
tape.break:
         push bc
         ld a,7
         call key.sense
         and %00010000
         ld b,a
         ld a,6
         call key.sense
         and %00000010
         or b
         pop bc
         ret nz
         scf
         ret

; TAPION: motor on, waits for a header and takes its speed.
; Out: CY when CTRL+STOP ended it. Changes: all; interrupts off.
TAPION:  call tape.motor
         call tape.level
tapion.again:
         ld hl,0              ; sum of 256 halves in a row that are alike
         ld b,l
         ld c,4
         call tape.half1
         jr c,tapion.quiet
         ld d,c               ; D = the first
         ld a,c
         cp 5
         jr c,tapion.again
tapion.next:
         ld c,4               ; the time between two halves, in loops
         call tape.half1
         jr c,tapion.quiet
         ld a,c
         sub d
         jr nc,tapion.more
         neg
tapion.more:
         cp 4
         jr nc,tapion.again
         ld a,c
         add a,l
         ld l,a
         jr nc,tapion.sum
         inc h
tapion.sum:
         djnz tapion.next
         ld a,h
         ld (WINWID),a
         srl a
         add a,h
         inc a
         ld (LOWLIM),a        ; between one and two lengths
         or a
         ret
tapion.quiet:
         call tape.break
         ret c
         jr tapion.again

; TAPIN: reads a byte. Out: A; CY when CTRL+STOP ended it or the signal broke off.
; Changes: F, BC, DE, L.
TAPIN:   call tape.level
         ld a,(LOWLIM)
         ld l,a
tapin.start:
         call tape.half
         jr c,tapin.quiet
         ld a,c
         cp l
         jr c,tapin.start
         call tape.half       ; the other half of the start bit
         ret c
         ld a,c
         cp l
         jr c,tapin.start
         ld d,%10000000
tapin.bit:
         call tape.half
         ret c
         ld a,c
         cp l
         sbc a,a
         ld b,a               ; bit 7: the bit
         jr nc,tapin.last
         call tape.half       ; the other three of a 1
         ret c
         call tape.half
         ret c
tapin.last:
         call tape.half
         jr nc,tapin.shift
         bit 0,d              ; a recording may end with its last byte, without stop bits
         ret z
tapin.shift:
         rl b
         rr d
         jr nc,tapin.bit
         ld a,d
         or a
         ret
tapin.quiet:
         call tape.break
         ret c
         jr tapin.start

; Selects the input. Out: E = its level. Changes: AF.
tape.level:
         ld a,14
         call RDPSG
         ld e,a
         ret
; Waits for the next edge. In: E = level. Out: C = loops, E = new level; CY when none came.
; Changes: AF.
tape.half:
         ld c,2               ; the time between two halves, in loops
tape.half1:
         inc c
         jr z,tape.none
         in a,(PSG.READ)
         xor e
         jp p,tape.half1
         ld a,e
         cpl
         ld e,a
         or a
         ret
tape.none:
         ld c,255
         scf
         ret
