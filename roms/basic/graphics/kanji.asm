; PUT KANJI.
; Source: MSX2 Technical Handbook, chapter 2 (1.1); MSX Wiki, "PUT KANJI".

IF MSX2
; PUT KANJI [point],JIS code[,[colour][,[operation][,mode]]], in screens 5-8. A machine without kanji draws nothing.
; In: HL at "K". Out: NC: done, HL behind; CY: another name stands there, HL stays. Changes: all others.
kanji.put:
         push hl
         ld de,kanji.word
         ld b,5
kanji.letter:
         ld a,(de)
         cp (hl)
         jr nz,kanji.other
         inc de
         inc hl
         djnz kanji.letter
         pop de
         ld a,(SCRMOD)
         cp 5
         jr c,kanji.error
         dec hl
         rst 16
         cp ","
         jr z,kanji.code
         MAIN point.get
kanji.code:
         rst 8
         db ","
         MAIN FRMQNT
         push de
         ld a,(FORCLR)
         MAIN ink.get
         dec hl
         rst 16
         jr z,kanji.mode
         push hl
         rst 16
         cp ","               ; no operation is given
         pop de
         jr z,kanji.mode
         ex de,hl
         MAIN operation.get
kanji.mode:
         MAIN colour.get      ; 0: 16 lines, 1 and 2: every other line
         jr nc,kanji.given
         xor a
kanji.given:
         cp 3
         jr nc,kanji.error
         pop bc
         push hl
         ld ix,S.KNJPRT
         call sub.call
         pop hl
         or a
         ret
kanji.other:
         pop hl
         scf
         ret
kanji.error:
         jp error.call
kanji.word:
         dm "KANJI"
ENDIF
