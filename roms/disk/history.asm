; The lines that were typed at a DOS, up to 255 bytes: K.USED bytes at K.LINES, the newest line first, each ended by 13
; (MSX-DOS 2 Function Specifications, 0A: a circular buffer of previous lines). K.PLACE is where the line begins that up
; and down are at, NO.PLACE none. At level 1 the newest line is the template, LN.TAKEN the place in it.

NO.PLACE: EQU 255

; Out: Z: there is no DOS, so lines are not kept. Changes: AF, HL.
line.isdos:
         push de
         ld hl,(ENDING)
         ld de,ram.warm
         or a
         sbc hl,de
         pop de
         ret
; Out: Z: there is no DOS, or no line. Changes: AF, HL.
history.any:
         call line.isdos
         ret z
         ld a,(K.USED)
         or a
         ret
; Out: Z: level 1, where a template is. Changes: AF, HL.
history.level1:
         push de
         ld hl,(BDOS + 1)
         ld de,ram.bdos
         or a
         sbc hl,de
         pop de
         ret
; In: A = place. Out: HL = its address. Changes: F, BC.
history.at:
         ld c,a
         ld b,0
         ld hl,K.LINES
         add hl,bc
         ret

; Up: the line before; down: the one behind, round and round. Changes: all.
line.up: call history.any
         ret z
         ld a,(K.PLACE)
         ld b,a
         inc a                ; NO.PLACE: the newest
         jr z,history.take
         ld a,(LN.WALKS)
         or a
         ld a,b               ; the line used last, once more
         jr z,history.take
         call history.older
         jr c,history.take
         xor a
         jr history.take
line.down:
         call history.any
         ret z
         ld a,(LN.WALKS)
         or a
         jr nz,down.newer
         call history.level1
         jp z,tpl.all
down.newer:
         ld a,(K.PLACE)
         inc a
         jr z,down.oldest
         dec a
         jr z,down.oldest
         dec a                ; the end of the newer line
newer.next:
         or a
         jr z,history.take
         dec a
         call history.at
         ld b,a
         ld a,(hl)
         cp 13
         ld a,b
         jr nz,newer.next
         inc a
         jr history.take
down.oldest:
         xor a
oldest.next:
         ld d,a
         call history.older
         jr c,oldest.next
         ld a,d
; In: A = place of the line that comes into hand. Changes: all.
history.take:
         ld (K.PLACE),a
         call history.at
         ld de,LN.TEXT
         ld a,(LN.SIZE)
         ld b,a
         ld c,0
         inc b
         jr take.test
take.next:
         ld a,(hl)
         cp 13
         jr z,take.end
         ld (de),a
         inc hl
         inc de
         inc c
take.test:
         djnz take.next
take.end:
         ld a,1
         ld (LN.WALKS),a
         push bc
         call tpl.passed
         pop bc
         ld a,c
         jp line.whole
; In: A = place of a line. Out: CY: A = place of the next older one; NC: there is none. Changes: F, BC, HL.
history.older:
         call history.at
older.next:
         ld a,(hl)
         inc hl
         inc c
         cp 13
         jr nz,older.next
         ld a,c
         ld hl,K.USED
         cp (hl)
         ret

; The line in hand becomes the newest, unless it is empty or is that already. At level 2 a line that was brought back, and
; not changed, stays where it was, so that down gives the one that followed it. Changes: all.
history.keep:
         ld a,(LN.LEN)
         or a
         ret z
         call line.isdos
         ret z
         ld a,(K.USED)
         or a
         jr z,keep.new
         ld a,(LN.WALKS)
         or a
         jr z,keep.newest
         call history.level1
         jr z,keep.newest
         ld a,(K.PLACE)
         call keep.same
         ret z
keep.newest:
         xor a
         call keep.same
         jr z,keep.noplace
keep.new:
         ld a,(LN.LEN)
         cpl                  ; 255 - LEN
         dec a                ; and its end
         ld b,a
         ld a,(K.USED)
         cp b
         jr c,keep.fits
         ld a,b
keep.fits:                   ; A = bytes of older lines, up to the end of one
         or a
         jr z,keep.put
         dec a
         call history.at
         inc a
         ld b,a
         ld a,(hl)
         cp 13
         ld a,b
         jr z,keep.move
         dec a
         jr keep.fits
keep.move:
         ld c,a
         ld b,0
         push bc
         ex de,hl             ; DE = last byte
         ld a,(LN.LEN)
         inc a
         ld l,a
         ld h,0
         add hl,de
         ex de,hl
         lddr
         pop bc
         ld a,c
keep.put:
         ld hl,LN.LEN
         add a,(hl)
         inc a
         ld (K.USED),a
         ld c,(hl)
         ld b,0
         ld hl,LN.TEXT
         ld de,K.LINES
         ldir
         ld a,13
         ld (de),a
keep.noplace:
         ld a,NO.PLACE
         ld (K.PLACE),a
         ret
; In: A = place of a line. Out: Z: it is the line in hand. Changes: all.
keep.same:
         call history.at
         ld de,LN.TEXT
         ld a,(LN.LEN)
         ld b,a
keep.letter:
         ld a,(de)
         cp (hl)
         ret nz
         inc hl
         inc de
         djnz keep.letter
         ld a,13
         cp (hl)
         ret

; Out: CY: the template has a character left; A = character. Changes: F, BC, HL.
tpl.left:
         call history.any
         ret z
         call history.level1
         jr nz,left.none
         ld a,(LN.TAKEN)
         call history.at
         ld a,(hl)
         cp 13
         ret z
         scf
         ret
left.none:
         or a
         ret
; One character of the template is left out. Changes: AF, BC, HL.
tpl.pass:
         call tpl.left
         ret nc
         ld hl,LN.TAKEN
         inc (hl)
         ret
; As many as the line in hand has. In: C. Changes: AF, BC, HL.
tpl.passed:
         xor a
         ld (LN.TAKEN),a
         inc c
passed.next:
         dec c
         ret z
         push bc
         call tpl.pass
         pop bc
         jr passed.next
; Takes one character. Out: NC: none is left, or there is no room. Changes: all.
tpl.one: call tpl.left
         ret nc
         ld b,a
         ld a,(LN.LEN)
         ld hl,LN.SIZE
         cp (hl)
         ret nc
         ld hl,LN.BETWEEN
         ld a,(hl)
         push af
         push hl
         ld (hl),0
         ld a,b
         call line.store
         pop hl
         pop af
         ld (hl),a
         scf
         ret
; Takes all that are left. Changes: all.
tpl.all: call line.toend
tpl.more:
         call tpl.one
         jr c,tpl.more
         ret
; Takes those up to the next key typed. Changes: all.
tpl.to:  call tpl.seek
to.next:
         ret nc
         dec d
         inc d
         ret z
         dec d
         push de
         call tpl.one
         pop de
         jr to.next
; Leaves out those up to the next key typed. Changes: all.
tpl.passto:
         call tpl.seek
         ret nc
         ld a,(LN.TAKEN)
         add a,d
         ld (LN.TAKEN),a
         ret
; The next place in the template, behind this one, of a key that is typed. Out: CY: D = characters up to it; NC: there is
; none, or no template. Changes: all others.
tpl.seek:
         call tpl.left
         ret nc
         call line.get
         ld e,a
         call tpl.left
         ld d,0
seek.next:
         inc d
         inc hl
         ld a,(hl)
         cp 13
         ret z                ; NC
         cp e
         jr nz,seek.next
         scf
         ret
