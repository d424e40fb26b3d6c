; The beep, in the tone and volume that the battery RAM has.

; BEEP: sounds.
; In: - Out: - Changes: all
BEEP:
         ld c,&2A
         call REDCLK
         ld e,a
         and 3
         add a,a
         add a,6
         ld b,a               ; amplitude 6, 8, 10 or 12
         ld a,e
         rrca
         rrca
         and 3
         add a,a
         add a,a
         ld hl,beep.tones
         add a,l
         ld l,a
         jr nc,@tones
         inc h
@tones:  ld a,8
         ld e,b
         call beep.psg
         ld a,7
         ld e,%10111110       ; tone of channel A alone
         call beep.psg
         ld b,4
@next:   ld e,(hl)
         inc hl
         xor a
         call beep.psg
         inc a
         ld e,0
         call beep.psg
         ld de,1150           ; about 10 ms
@wait:   dec de
         ld a,d
         or e
         jr nz,@wait
         djnz @next
         MAIN M.GICINI
         ret
; Tone periods, four parts each: high, low, two tones, three tones.
beep.tones:
         db 85,85,85,85, 170,170,170,170, 85,85,170,170, 85,114,114,170

; In: A = PSG register, E = value Out: - Changes: -
beep.psg:
         out (PSG.ADDR),a
         push af
         ld a,e
         out (PSG.WRITE),a
         pop af
         ret
