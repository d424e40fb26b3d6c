; H, I, O: sums and ports.

; H a [b]: a in hexadecimal, decimal and as a letter; or sum and difference.
cmd.hex: call number.next
         call skip.comma
         jr z,hex.one
         push de
         call number
         call at.end
         pop hl
         push hl
         add hl,de
         call out.word
         call out.space
         pop hl
         or a
         sbc hl,de
         call out.word
         jp out.line
hex.one: ex de,hl
         call out.word
         call out.space
         ld a,h
         or a
         jr nz,hex.decimal
         ld a,l
         cp " "
         jr c,hex.decimal
         cp 127
         jr nc,hex.decimal
         ld a,"'"
         call out.char
         ld a,l
         call out.char
         ld a,"'"
         call out.char
         call out.space
hex.decimal:
         call out.decimal
         jp out.line
; In: HL. Changes: AF, BC, DE, HL.
out.decimal:
         ld c,0               ; no digit yet
         ld de,10000
         call decimal.digit
         ld de,1000
         call decimal.digit
         ld de,100
         call decimal.digit
         ld de,10
         call decimal.digit
         ld a,l
         jp out.digit
decimal.digit:
         ld a,-1
decimal.next:
         inc a
         or a
         sbc hl,de
         jr nc,decimal.next
         add hl,de
         ld b,a
         or c
         ret z
         ld c,1
         ld a,b
         jp out.digit

; I port
cmd.in:  call byte.next
         call at.end
         ld c,e
         ld b,0
         in a,(c)
         call out.byte
         jp out.line

; O port byte
cmd.out: call byte.next
         push de
         call byte.next
         call at.end
         pop bc
         ld b,0
         out (c),e
         ret
