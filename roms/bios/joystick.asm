; Joysticks, triggers, paddles, touch pads.

; Reads a joystick port. In: E = 0 port 1, 40h port 2. Out: A = register 14. Changes: F.
joy.port:
         ld a,15
         call RDPSG
         and %10111111
         or e
         out (PSG.WRITE),a
         ld a,14
         jp RDPSG

; GTSTCK: direction. In: A = 0 cursor keys, 1, 2 port. Out: A = 0 none, 1 up, then clockwise to 8.
; Changes: F, B, DE, HL; interrupts on.
GTSTCK:  dec a
         jr z,gtstck.one
         dec a
         jr z,gtstck.two
         push bc
         ld a,8
         call SNSMAT
         pop bc
         ei
         ld hl,gtstck.keys
         rrca
         rrca
         rrca
         rrca                 ; left, up, down, right in bits 0-3
         jr gtstck.table
gtstck.two:
         ld e,&40
         jr gtstck.read
gtstck.one:
         ld e,0
gtstck.read:
         di
         ld a,15
         call RDPSG
         and %10000000
         or %00001111         ; pins 6 and 7 high, pin 8 low
         or e
         out (PSG.WRITE),a
         ld a,14
         call RDPSG
         ei
         ld hl,gtstck.joystick
gtstck.table:
         cpl
         and 15
         ld e,a
         ld d,0
         add hl,de
         ld a,(hl)
         ret
gtstck.joystick:              ; bits: up, down, left, right
         db 0,1,5,0, 7,8,6,7, 3,2,4,3, 0,1,5,0
gtstck.keys:                  ; bits: left, up, down, right
         db 0,7,1,8, 5,6,0,7, 3,0,2,1, 4,5,3,0

; GTTRIG: trigger. In: A = 0 space, 1, 2 button A of port 1, 2, 3, 4 button B.
; Out: A = FFh pressed, 0 not. Changes: F, BC; interrupts on.
GTTRIG:  push de
         dec a
         jp m,gttrig.space
         ld e,0
         rrca                 ; CY: port 2
         jr nc,gttrig.port
         ld e,&40
gttrig.port:
         and 1                ; button B
         ld b,%00010000
         jr z,gttrig.read
         ld b,%00100000
gttrig.read:
         di
         ld a,15
         call RDPSG
         and %10000000
         or %00001111
         or e
         out (PSG.WRITE),a
         ld a,14
         call RDPSG
         and b
         jr gttrig.end
gttrig.space:
         ld a,8
         call SNSMAT
         and 1
gttrig.end:
         ei
         pop de
         sub 1
         sbc a,a
         ret

; GTPDL: paddle. In: A = 1-12, odd numbers port 1. Out: A = 0-255. Changes: F, BC, DE.
; A rising edge on pin 8 starts the paddles' one-shots; the pin of one stays high for its value.
GTPDL:   dec a
         ld d,%00010000       ; pin 8 of port 1
         ld e,0
         srl a
         jr nc,gtpdl.pin
         ld d,%00100000
         ld e,&40
gtpdl.pin:
         ld b,a
         inc b
         xor a
         scf
gtpdl.mask:
         rla
         djnz gtpdl.mask
         ld c,a               ; C = bit of the paddle
         di
         ld a,15
         call RDPSG
         and %10000000
         or %00001111
         or e
         ld b,a
         or d
         out (PSG.WRITE),a
         ld a,b
         out (PSG.WRITE),a
         ld a,14
         out (PSG.ADDR),a
         ld b,0
gtpdl.count:                  ; 12 us each
         in a,(PSG.READ)
         and c
         jr z,gtpdl.end
         inc b
         jp nz,gtpdl.count
         dec b
gtpdl.end:
         ei
         ld a,b
         ret

; GTPAD: touch pad. In: A = 0-3 port 1, 4-7 port 2: touched?, X, Y, pressed?; MSX2: 8-19 light pen,
; mouse and track ball. Out: A. Changes: all; interrupts on.
GTPAD:
IF MSX2
         cp 8
         jr c,gtpad.touch
         push ix
         ld ix,S.NEWPAD
         call sub.call
         pop ix
         ret
gtpad.touch:
ENDIF
         ld e,0
         cp 4
         jr c,gtpad.one
         sub 4
         ld e,&40
gtpad.one:
         dec a
         jr z,gtpad.x
         dec a
         jr z,gtpad.y
         dec a
         jr z,gtpad.switch
         call gtpad.scan
         sbc a,a
         cpl
         ret
gtpad.x: ld a,(PADX)
         ret
gtpad.y: ld a,(PADY)
         ret
gtpad.switch:
         di
         call joy.port
         ei
         and %00010000
         sub 1
         sbc a,a
         ret

; Reads X and Y over the pad's serial lines: pin 1 (bit 0) data, pin 2 (bit 1) touched when 0 while
; pin 6 is the clock and pin 7 the select. In: E = port bit. Out: NC when touched.
gtpad.scan:
         di
         ld d,%00001111
         call gtpad.pins
         and %00000010
         scf
         jr nz,gtpad.none
         call gtpad.byte
         ld (PADX),a
         call gtpad.byte
         ld (PADY),a
         ld d,%00001111
         call gtpad.pins
         or a
gtpad.none:
         ei
         ret
gtpad.byte:
         ld b,8
         ld c,0
gtpad.bit:
         ld d,%00001010       ; clock low
         call gtpad.pins
         rrca
         rl c
         ld d,%00001111
         call gtpad.pins
         djnz gtpad.bit
         ld a,c
         ret
; In: D = output pins, E = port bit. Out: A = input pins. Changes: F.
gtpad.pins:
         ld a,15
         call RDPSG
         and %10000000
         or d
         or e
         out (PSG.WRITE),a
         ld a,14
         jp RDPSG
