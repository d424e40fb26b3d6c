; The sound chip and the queues of the music.

; GICINI: silences the sound chip and empties the music queues. Changes: all; interrupts on.
GICINI:  di
         push hl
         push de
         push bc
         push af
         ld hl,gicini.table
         ld b,14
         xor a
gicini.reg:
         ld e,(hl)
         call WRTPSG
         inc hl
         inc a
         djnz gicini.reg
         ld e,&8F             ; R15: pins 6 and 7 of both ports high, kana lamp off
         inc a
         call WRTPSG
         xor a
         ld (MUSICF),a
         ld (PLYCNT),a
         ld hl,VOICAQ
         ld de,QUETAB
         ld b,3
gicini.queue:
         push bc
         push hl
         ld c,128 - 1
         call gicini.head
         ld bc,128
         pop hl
         add hl,bc
         pop bc
         djnz gicini.queue
         ld c,64 - 1
         call gicini.head     ; RS-232
         ld hl,VCBA
         ld b,3
gicini.voice:
         push bc
         push hl
         ld bc,VCB.OCTAVX
         ld e,l
         ld d,h
         inc de
         push bc
         ld bc,36
         ld (hl),0
         ldir
         pop bc
         pop hl
         push hl
         add hl,bc
         ex de,hl
         ld hl,gicini.defaults
         ld bc,6
         ldir
         pop hl
         ld bc,37
         add hl,bc
         pop bc
         djnz gicini.voice
         pop af
         pop bc
         pop de
         pop hl
         ei
         ret
; In: DE = queue entry, HL = its buffer, C = size less one. Out: DE behind. Changes: AF, HL.
gicini.head:
         xor a
         ld (de),a            ; put, get, put back
         inc de
         ld (de),a
         inc de
         ld (de),a
         inc de
         ld a,c
         ld (de),a
         inc de
         ld a,l
         ld (de),a
         inc de
         ld a,h
         ld (de),a
         inc de
         ret
gicini.table:
         db 85,0,0,0,0,0,0,%10111000,0,0,0,11,0,0
gicini.defaults:              ; octave, length, tempo, volume, envelope
         db 4,4,120,&88
         dw 255

; WRTPSG: In: A = register, E = value. Changes: nothing; interrupts on.
WRTPSG:  di
         out (PSG.ADDR),a
         push af
         ld a,e
         out (PSG.WRITE),a
         ei
         pop af
         ret

; RDPSG: In: A = register. Out: A = value.
RDPSG:   out (PSG.ADDR),a
         in a,(PSG.READ)
         ret

; BEEP: a short tone. Changes: AF, BC; interrupts on.
BEEP:    push hl
         push de
         call beep.sound
         pop de
         pop hl
         ret
beep.sound:
IF MSX2
         TOSUB S.BEEP
ENDIF
         xor a
         ld e,85
         call WRTPSG
         inc a
         ld e,0
         call WRTPSG
         ld a,7
         call RDPSG
         and %10000000
         or %00111110
         ld e,a
         ld a,7
         call WRTPSG
         ld a,8
         ld e,7
         call WRTPSG
         ld bc,2000           ; 0.04 s
beep.wait:
         ex (sp),hl
         ex (sp),hl
         dec bc
         ld a,b
         or c
         jr nz,beep.wait
         jp GICINI

; LFTQ: room in a queue. In: A = queue 0-3. Out: HL = bytes. Changes: AF, BC.
LFTQ:    call queue.find
         ld a,(hl)            ; put
         inc hl
         ld b,(hl)            ; get
         inc hl
         inc hl
         ld c,(hl)            ; size less one
         sub b
         and c
         ld b,a
         ld a,c
         sub b
         ld l,a
         ld h,0
         ret

; PUTQ: puts a byte into a queue. In: A = queue, E = byte. Out: Z when it is full.
; Changes: AF, BC, HL.
PUTQ:    call queue.find
         push de
         ld b,(hl)            ; put
         inc hl
         ld d,(hl)            ; get
         inc hl
         inc hl
         ld c,(hl)            ; size less one
         ld a,b
         inc a
         and c
         cp d
         jr z,putq.full
         push hl
         push af
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         add a,b
         ld l,a
         jr nc,putq.store
         inc h
putq.store:
         ld (hl),e
         pop af
         pop hl
         dec hl
         dec hl
         dec hl
         ld (hl),a
         or 1
putq.full:
         pop de
         ret

; Takes a byte from a queue. In: A = queue. Out: A = byte; Z when it is empty. Changes: F, BC, HL.
queue.get:
         call queue.find
         ld a,(hl)
         inc hl
         ld b,(hl)
         cp b
         ret z
         push hl
         inc hl
         inc hl
         ld c,(hl)
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ld a,b
         add a,l
         ld l,a
         jr nc,queue.get1
         inc h
queue.get1:
         ld a,(hl)
         pop hl
         push af
         ld a,b
         inc a
         and c
         ld (hl),a
         pop af
         ld b,a
         or 1
         ld a,b
         ret

; In: A = queue. Out: HL = its entry in QUETAB. Changes: AF, BC.
queue.find:
         add a,a
         ld c,a
         add a,a
         add a,c
         ld c,a
         ld b,0
         ld hl,(QUEUES)
         add hl,bc
         ret
