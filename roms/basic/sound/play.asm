; PLAY: parses up to three strings in turn, a note each, into the queues of the background music.
; Sources: MSX2 Technical Handbook, appendix "Work area listing" (voice buffers); MSX Wiki, "PLAY".

; PLAY [string[,string[,string]]]: without strings, nothing for any voice; programs silence SOUND by it.
play:    ld b,3
         ld a,(hl)
         or a
         jr z,play.rest
         cp ":"
         jr z,play.rest
play.string:
         push bc
         MAIN expr.string
         pop bc
         ld de,(DAC + 2)
         push de              ; descriptors: a later string may move an earlier one
         dec b
         jr z,play.take
         dec hl
         rst 16
         jr z,play.rest
         rst 8
         db ","
         jr play.string
play.rest:
         ld de,0
play.none:
         push de
         djnz play.none
play.take:
         ld (MCLTAB),hl
         ld hl,PLYCNT
         ld a,(MUSICF)
         or (hl)
         call z,play.clear
         ld a,3
play.voice:
         dec a
         ld (VOICEN),a
         pop de
         ld a,d
         or e
         jr z,play.empty
         ld (DAC + 2),de
         ld a,3
         ld (VALTYP),a
         MAIN string.take
play.empty:
         push af
         call play.frame
         ld bc,VCB.MCLSTX
         add hl,bc
         ld (ix + VCB.VCXSTP),l
         ld (ix + VCB.VCXSTP + 1),h
         pop af
         call mml.string
         ld a,(VOICEN)
         or a
         jr nz,play.voice
         ld (PRSCNT),a
play.round:
         xor a
         ld (SAVVOL),a        ; not 0: this round found room in a queue
play.turn:
         ld (VOICEN),a
         call play.frame
         ld a,(ix + VCB.VCXSTP + 1)
         or a
         jr z,play.skip       ; at its end
         ld a,(VOICEN)
         call LFTQ
         ld a,l
         cp 8
         jr c,play.skip
         ld (SAVVOL),a
         call mml.step
play.skip:
         ld a,(VOICEN)
         inc a
         cp 3
         jr nz,play.turn
         ld a,(PRSCNT)
         and 3
         cp 3
         jr z,play.end
         ld a,(SAVVOL)
         or a
         jr nz,play.round
         call play.begin
         ei
         ld a,(INTFLG)
         or a
         jr z,play.round
         cp 3
         call z,GICINI
         ld hl,(MCLTAB)
         call CKCNTC
         jr play.round
play.end:
         call play.begin
         ld hl,(MCLTAB)
         ret

; Empties the queues of what a statement with an error left. Changes: AF, BC, DE, HL.
play.clear:
         ld hl,(QUEUES)
         ld de,5
         ld b,3
@next:   ld (hl),a
         inc hl
         ld (hl),a
         add hl,de
         djnz @-next
         ret

; Starts the music of this statement when that before has ended; once a statement. Changes: AF, HL.
play.begin:
         ld hl,PRSCNT
         bit 7,(hl)
         ret nz
         set 7,(hl)
         ld hl,PLYCNT
         inc (hl)
         jp STRTMS

; Out: IX = HL = buffer of the voice in VOICEN. Changes: AF.
play.frame:
         ld a,(VOICEN)
         call GETVCP
         dec hl
         dec hl
         push hl
         pop ix
         ret

; PLAY(0-3): -1 while any voice, or that voice, plays.
fn.play: rst 8
         db "("
         MAIN GETBYT
         rst 8
         db ")"
         push hl
         ld a,e
         cp 4
         jp nc,error.call
         cp 3
         ld c,a
         jr c,@mask
         inc c                ; 1, 2, 4
@mask:   or a
         jr nz,@test
         ld c,7
@test:   ld a,(MUSICF)
         and c
         ld hl,0
         jr z,@end
         dec hl
@end:    MAIN value.integer
         pop hl
         ret

; SOUND register,byte
do.sound:
         MAIN GETBYT
         cp 14
         jp nc,error.call
         push af
         rst 8
         db ","
         MAIN GETBYT
         pop af
         cp 7
         jr nz,@write
         res 6,e              ; the chip's port A reads, port B writes
         set 7,e
@write:  jp WRTPSG
