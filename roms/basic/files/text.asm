; CAS:, files of text on a cassette (BASIC ROM). Source: MSX2 Technical Handbook, chapter 5, 2.5 (file formats): a header
; with ten times EAh and a name of six characters, then blocks of 256 characters; a 1Ah ends the text.


tape.device:
         or a
         jr z,tape.open
         cp Q.CLOSE
         jr z,tape.close
         cp Q.OUT
         jr z,tape.put
         cp Q.IN
         jp z,tape.get
         cp Q.BACK
         jr z,tape.back
         cp Q.EOF
         jp nz,error.call
; EOF: -1 at the end.
         push hl
         call tape.get
         pop de
         ld hl,-1
         jr c,tape.eof
         inc hl
         push hl
         ld c,a
         ex de,hl
         call tape.back
         pop hl
tape.eof:
         MAIN value.integer
         ret

tape.open:
         ld a,TAPE.TEXT
         dec e
         jr z,tape.input
         dec e
         jp nz,error.name
         MAIN tape.name
         ret
tape.input:
         MAIN tape.find
         ret

; In: HL = block, C = character. Changes: all.
tape.back:
         push hl
         pop ix
         ld (ix + FL.LSA),c
         ld (ix + FL.SLB),1
         ret

; In: HL = block, C = character. Changes: all.
tape.put:
         call tape.place
         ld (hl),c
         ld hl,FL.BPS
         add hl,de
         inc (hl)
         ret nz
; Writes the block. In: DE = file's block. Changes: all.
tape.flush:
         ld hl,FL.BUF
         add hl,de
         ld de,256
         MAIN tape.block
         ret

; The last block: 1Ah and more of it. In: HL = block, E = mode. Changes: all.
tape.close:
         ld a,e
         cp 2
         ret nz
tape.last:
         ld c,26
         push hl
         call tape.put
         pop hl
         push hl
         ld de,FL.BPS
         add hl,de
         ld a,(hl)
         or a
         pop hl
         jr nz,tape.last
         ret

; In: HL = block. Out: DE = block, HL = the place in FL.BUF where FL.BPS is. Changes: F, A.
tape.place:
         ld d,h
         ld e,l
         ld a,l
         add a,FL.BPS
         ld l,a
         jr nc,tape.place1
         inc h
tape.place1:
         ld a,(hl)
         inc hl
         inc hl
         inc hl
         add a,l
         ld l,a
         ret nc
         inc h
         ret

; In: HL = block. Out: A = character, CY at the end. Changes: all.
tape.get:
         push hl
         pop ix
         ld a,(ix + FL.LSA)
         dec (ix + FL.SLB)    ; 1: there is one put back
         ret z
         inc (ix + FL.SLB)
         bit 0,(ix + FL.FLG)
         jr nz,tape.ready
         push hl
         ld de,FL.BUF
         add hl,de
         ld de,256
         MAIN tape.read
         pop hl
         inc (ix + FL.FLG)
tape.ready:
         call tape.place
         ld a,(hl)
         cp 26
         scf
         ret z
         or a
         inc (ix + FL.BPS)
         ret nz
         dec (ix + FL.FLG)
         ret
