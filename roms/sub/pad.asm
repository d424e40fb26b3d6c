; Light pen and mouse.
; Source: MSX2 Technical Handbook, chapter 5 (GTPAD) and V9938 light pen registers; MSX Wiki, "Mouse/Trackball", "PAD()".

; NEWPAD: asks a pointing device. 8 and up: light pen 8-11, mouse in port 1 12-15, in port 2 16-19.
; In: A = 8, 12, 16: fetch, FFh when there is something; 9, 13, 17: X; 10, 14, 18: Y; 11: pen switch
; Out: A Changes: all
NEWPAD:
         sub 8
         cp 12
         jr nc,@none
         ld e,a
         and 3
         ld d,a
         dec a
         ld a,(XSAVE)
         ret z
         ld a,d
         cp 2
         ld a,(YSAVE)
         ret z
         ld a,e
         cp 4
         jr c,pad.pen
         ld a,d
         or a
         jr z,@mouse
@none:   xor a
         ret
@mouse:  ld a,e
         cp 8
         ld bc,&1093          ; port 1: pin 8 is bit 4 of R15, bit 6 chooses the port to read
         jr c,@port
         ld bc,&20EC
@port:   call pad.nibbles
         ld (XSAVE),a
         call pad.nibbles
         ld (YSAVE),a
         ld a,255
         ret

; Reads a movement: two nibbles, the high one first, each called by an edge on pin 8. The mouse counts to the
; left and up, PAD to the right and down.
; In: C = R15 with the pin as it comes first, B = the pin's bit Out: A = movement Changes: F, DE
pad.nibbles:
         call @nibble
         rlca
         rlca
         rlca
         rlca
         ld d,a
         call @nibble
         or d
         neg
         ret
@nibble: di
         ld a,15
         out (PSG.ADDR),a
         ld a,c
         out (PSG.WRITE),a
         xor b
         ld c,a
         ld e,30              ; about 0.1 ms for the mouse
@wait:   dec e
         jr nz,@wait
         ld a,14
         out (PSG.ADDR),a
         in a,(PSG.READ)
         ei
         and &0F
         ret

; Asks the light pen.
; In: D = 0: fetch, 3: switch Out: A Changes: all
pad.pen:
         ld a,d
         or a
         jr z,@fetch
         ld a,1
         call VDPSTA
         rlca
         rlca
         jr @answer
@fetch:  ld a,1
         call VDPSTA
         rlca
         jr nc,@answer
         ld a,3
         call VDPSTA
         ld l,a
         ld a,4
         call VDPSTA
         and 1
         or &80               ; bit 15: the pen has seen the beam
         ld h,a
         ld (XSAVE),hl
         ld a,5
         call VDPSTA
         ld l,a
         ld a,6
         call VDPSTA
         and 3
         ld h,a
         ld (YSAVE),hl
         scf
@answer: sbc a,a
         ret
