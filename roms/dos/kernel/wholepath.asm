; The whole path of what is being looked for, without drive and first "\".
whole.clear:
         ld hl,whole.text
         ld (whole.end),hl
         ld (hl),0
         ret
; Adds an item. In: HL = its eleven characters. Ends the function if it gets too long. Changes: all but IX.
whole.add:
         ld a,(hl)
         cp "."
         jr z,whole.dots
         ld de,(whole.end)
         push hl
         ld hl,whole.text
         or a
         sbc hl,de
         pop hl
         jr z,whole.name      ; the first one
         ld a,92
         ld (de),a
         inc de
whole.name:
         call name.text
         ld (whole.end),de
         ld hl,whole.text + 64
         or a
         sbc hl,de
         ld a,ERR.PLONG
         jp c,func.fail
         jp z,func.fail
         ret
whole.dots:
         inc hl
         cp (hl)
         ret nz
; Takes the last item away. Changes: AF, DE, HL.
whole.up:
         call whole.last
         jr nz,up.end
         dec hl               ; its backslash, too
up.end:  ld (hl),0
         ld (whole.end),hl
         ret
; Out: HL = the last item; Z: there is one before it. Changes: AF, DE.
whole.last:
         ld hl,(whole.end)
last.next:
         ld de,whole.text
         or a
         sbc hl,de
         add hl,de
         jr z,last.only
         dec hl
         ld a,(hl)
         cp 92
         jr nz,last.next
         inc hl
         ret                  ; Z
last.only:
         or 1
         ret

; 5E: In: DE = 64 bytes. Out: A = 0, HL = last item there.
whole.function:
         push de
         ld hl,whole.text
         ld bc,64
         call user.put
         call whole.last
         ld de,whole.text
         or a
         sbc hl,de
         pop de
         add hl,de
         xor a
         ret
