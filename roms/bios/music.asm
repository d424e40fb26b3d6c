; Background music: the interrupt plays what is in the three queues.
; A packet: two bytes, high one first, with the number of data bytes in bits 15-13 and the length
; in interrupts in the rest; then blocks. 0000hhhh llllllll: tone period. 1e0mvvvv: amplitude, with
; m as envelope shape, and with e the envelope period in the next two bytes. 01xxxxxx: envelope
; period in the next two bytes. FFh instead of a packet ends the voice.

; One interrupt of music. Changes: all.
music.tick:
         ld a,(MUSICF)
         or a
         ret z
         ld b,a
         xor a
music.voice:
         rrc b
         push bc
         push af
         call c,music.play
         pop af
         pop bc
         inc a
         cp 3
         jr nz,music.voice
         ret

; In: A = voice. Changes: all.
music.play:
         ld (QUEUEN),a
         call GETVCP
         dec hl
         dec hl               ; METREX
         ld e,(hl)
         inc hl
         ld d,(hl)
         dec de
         ld (hl),d
         dec hl
         ld (hl),e
         ld a,d
         or e
         ret nz
         push hl
         call music.get
         jr z,music.stop
         cp 255
         jr z,music.stop
         ld d,a
         call music.get
         pop hl
         ld (hl),a
         inc hl
         ld a,d
         and %00011111
         ld (hl),a
         ld a,d
         rlca
         rlca
         rlca
         and 7
         ld e,a               ; E = bytes to come
music.block:
         ld a,e
         or a
         ret z
         call music.next
         ld d,a
         and %11000000
         jr nz,music.amplitude
         call music.next      ; tone
         ld l,a
         ld a,(QUEUEN)
         add a,a
         ld h,a
         call music.write
         inc h
         ld l,d
         call music.write
         jr music.block
music.amplitude:
         cp %01000000
         jr z,music.envelope
         ld a,(QUEUEN)
         add a,8
         ld h,a
         ld a,d
         and %00011111
         ld l,a
         call music.write
         bit 4,d
         jr z,music.fixed
         ld h,13
         res 4,l
         call music.write
music.fixed:
         bit 6,d
         jr z,music.block
music.envelope:
         call music.next
         ld d,a
         call music.next
         ld l,a
         ld h,11
         call music.write
         inc h
         ld l,d
         call music.write
         jr music.block
music.stop:
         pop hl
         ld a,(QUEUEN)
         add a,8
         ld h,a
         ld l,0
         call music.write
         ld a,(QUEUEN)
         ld b,a
         inc b
         ld a,&7F
music.mask:
         rlca
         djnz music.mask
         ld hl,MUSICF
         and (hl)
         ld (hl),a
; STRTMS: starts the music in the queues, when none is playing. Changes: AF, HL.
STRTMS:  ld a,(MUSICF)
         or a
         ret nz
         ld hl,PLYCNT
         ld a,(hl)
         or a
         ret z
         dec (hl)
         ld hl,1
         ld (VCBA),hl
         ld (VCBB),hl
         ld (VCBC),hl
         ld a,7
         ld (MUSICF),a
         ret

; In: E = bytes to come. Out: A = the next, E one less. Changes: F, BC, HL.
music.next:
         dec e
; Out: A = next byte of the voice in QUEUEN; Z when there is none. Changes: F, BC, HL.
music.get:
         ld a,(QUEUEN)
         jp queue.get

; Writes register H of the sound chip. In: L = value. Changes: AF.
music.write:
         ld a,h
         out (PSG.ADDR),a
         ld a,l
         out (PSG.WRITE),a
         ret

; GETVCP: In: A = voice 0-2. Out: HL = byte 2 of its buffer. Changes: AF.
GETVCP:  ld l,2
         jr getvc2.voice
; GETVC2: In: L = number of a byte, VOICEN = voice. Out: HL = its address. Changes: AF.
GETVC2:  ld a,(VOICEN)
getvc2.voice:
         push de
         ld h,0
         ld de,VCBA
         add hl,de
         ld de,37
getvc2.next:
         or a
         jr z,getvc2.end
         add hl,de
         dec a
         jr getvc2.next
getvc2.end:
         pop de
         ret
