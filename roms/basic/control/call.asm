; CALL: statements of cartridges. The name goes to PROCNM without its blanks, ended by 0; each ROM that said it has statements is
; asked in turn, HL behind the name: NC, it was its own and HL is at the end; CY, not its own. Source: MSX2
; Technical Handbook, chapter 5, section 7.3.

do.call: jp z,error.syntax
         ld de,PROCNM
         ld b,16
call.name:
         ld a,(hl)
         cp "a"
         jr c,call.capital
         cp "z" + 1
         jr nc,call.capital
         and %11011111
call.capital:
         ld (de),a
         or a
         jr z,call.named
         cp ":"
         jr z,call.named
         cp "("
         jr z,call.named
         inc hl
         cp " "
         jr z,call.name
         inc de
         djnz call.name
         jp error.syntax
call.named:
         xor a
         ld (de),a
         dec hl
         rst 16
         ld de,SLTATR
         ld b,64
call.slot:
         ld a,(de)
         and %00100000
         jr z,call.next
         push bc
         push de
         push hl
         ex de,hl
         MAIN slot.of
         push af
         ld hl,4              ; STATEMENT
         add hl,de
         call cart.word       ; DE = its address
         pop bc               ; B = slot
         pop hl
         push hl
         dec hl
         rst 16
         push de
         pop ix
         push bc
         pop iy
         call CALSLT
         ei
         jr nc,call.done
         pop hl
         pop de
         pop bc
call.next:
         inc de
         djnz call.slot
         call call.own
         ret nc
         jp error.syntax
call.done:
         pop de
         pop de
         pop bc
         ret
