; Keys, characters, the title and the line below it for help, messages and questions.

; Out: A = key. Keeps BC, DE, HL.
key.get: ld a,(AHEAD)
         or a
         jr nz,get.ahead
         push bc
         push de
         push hl
         ld c,7
         call BDOS
         pop hl
         pop de
         pop bc
         ret
get.ahead:
         push af
         xor a
         ld (AHEAD),a
         pop af
         ret
; Out: NZ: a key waits. Keeps BC, DE, HL.
key.waits:
         ld a,(AHEAD)
         or a
         ret nz
         push bc
         push de
         push hl
         ld c,6
         ld e,&FF
         call BDOS
         pop hl
         pop de
         pop bc
         ld (AHEAD),a
         or a
         ret
; Out: NZ: SHIFT is held down; never where there is no MSX. Changes: A.
key.shifted:
         ld a,(LINLEN)
         or a
         ret z
         ld a,(NEWKEY6)
         cpl
         and 1
         ret

; In: A = character. Keeps all but AF.
out.char:
         push bc
         push de
         push hl
         ld e,a
         ld c,6
         call BDOS
         pop hl
         pop de
         pop bc
         ret
; In: A = letter of an escape sequence. Changes: AF.
out.escape:
         push af
         ld a,ESC
         call out.char
         pop af
         jr out.char
; Places the screen's cursor. In: H = row, L = column. Changes: AF.
out.at:  ld a,"Y"
         call out.escape
         ld a,h
         add a," "
         call out.char
         ld a,l
         add a," "
         jr out.char
; A text up to a zero, at most a row of it. In: HL. Changes: AF, B, HL.
out.text:
         ld a,(WIDTH)
         ld b,a
text.next:
         ld a,(hl)
         or a
         ret z
         inc hl
         call out.char
         djnz text.next
         ret

; The help. Changes: AF, B, HL.
draw.help:
         xor a
         ld (MESSAGE),a
         ld hl,help.short
         ld a,(WIDTH)
         cp 76
         jr c,help.show
         ld hl,help.long
; In: HL = text for the line below the title. Changes: AF, B, HL.
help.show:
         push hl
         ld hl,256
         call out.at
         pop hl
         call out.text
         ld a,"K"
         jr out.escape
; A message until the next key. In: HL. Changes: AF, B, HL.
message.show:
         ld a,1
         ld (MESSAGE),a
         jr help.show
; The help comes back. In: A = key. Changes: F, B, HL.
message.over:
         push af
         ld a,(MESSAGE)
         or a
         call nz,draw.help
         pop af
         ret
help.short:
         dm "^S Save ^Q Quit ^F Find ESC All keys"
         db 0
help.long:
         dm "^S Save  ^Q Quit  ^F Find  ^T Replace  ^Y Delete line  ^V Back  ESC All keys"
         db 0

; Asks for a word. In: HL = question, DE = buffer, C = most characters. Out: the word and a zero in the buffer, A = its
; length; CY: ESC or CTRL+C. Changes: F, BC, DE, HL.
ask:     call message.show
         xor a
         ld (de),a
         ld b,a
ask.key: call key.get
         cp ESC
         jr z,ask.leave
         cp 3
         jr z,ask.leave
         cp CR
         jr z,ask.done
         cp 8
         jr z,ask.back
         cp " "
         jr c,ask.key
         cp 127
         jr z,ask.key
         ld l,a
         ld a,b
         cp c
         jr nc,ask.key
         ld a,l
         ld (de),a
         inc de
         inc b
         call out.char
         xor a
         ld (de),a
         jr ask.key
ask.back:
         ld a,b
         or a
         jr z,ask.key
         dec b
         dec de
         xor a
         ld (de),a
         ld a,8
         call out.char
         ld a,"K"
         call out.escape
         jr ask.key
ask.leave:
         call ask.over
         scf
         ret
ask.done:
         call ask.over
         or a
         ret
ask.over:
         ld a,b
         push af
         call draw.help
         pop af
         ret
