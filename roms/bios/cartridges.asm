; Cartridges and other ROMs: the search, INIT, and the table of who has what.
; Header: "AB", INIT, STATEMENT, DEVICE, TEXT (MSX2 Technical Handbook, 5-7).

cart.home:   EQU PROCNM       ; where the scan returns to
cart.slot:   EQU PROCNM + 2   ; slot in hand
cart.page:   EQU PROCNM + 3   ; address of its page in hand
cart.init:   EQU PROCNM + 5   ; INIT of its page 1

; Scans pages 1 and 2 of every slot, in the order of slots, and calls each INIT found.
; The place in hand is kept in memory, for an INIT may move the stack. Changes: all.
cart.scan:
         pop hl
         ld (cart.home),hl
         xor a
         call slot.expanded
cart.scan1:
         ld (cart.slot),a
         ld hl,0
         ld (cart.init),hl
         ld h,&40
cart.scan2:
         ld l,0
         ld (cart.page),hl
         call cart.look
         ld a,(cart.page + 1)
         add a,&40
         ld h,a
         cp &C0
         jr c,cart.scan2
         ld a,(cart.slot)
         call slot.next
         jr nc,cart.scan1
         ld hl,(cart.home)
         jp (hl)

; Looks at one page: sets SLTATR, calls INIT. Changes: all.
cart.look:
         ld a,0
         call cart.header
         ld hl,"A" + "B" * 256
         or a
         sbc hl,de
         ret nz
         ld bc,&0400
cart.look1:
         push bc
         ld a,b
         call cart.header     ; STATEMENT, DEVICE, TEXT become bits 5, 6, 7
         pop bc
         ld a,d
         or e
         add a,255
         rr c
         inc b
         inc b
         ld a,b
         cp 10
         jr c,cart.look1
         call cart.attribute
         ld (hl),c
         ld a,2
         call cart.header
         ld a,d
         or e
         ret z
         ld hl,(cart.init)    ; a small ROM may show itself in both pages
         sbc hl,de
         ret z
         ld (cart.init),de
         push de
         pop ix
         ld a,(cart.slot)
         ld c,a               ; INIT finds its slot in C
         ld iy,(cart.slot - 1)
         jp CALSLT

; In: A = offset. Out: DE = word of the header in hand. Changes: AF, BC, HL.
cart.header:
         ld c,a
         ld b,0
         ld hl,(cart.page)
         add hl,bc
         ld a,(cart.slot)
; In: A = slot, HL = address. Out: DE = word there. Changes: AF, BC, HL.
cart.word:
         push hl
         push af
         call RDSLT
         pop bc
         pop hl
         push af
         inc hl
         ld a,b
         call RDSLT
         ld d,a
         pop af
         ld e,a
         ret

; Out: HL = place of the page in hand in SLTATR. Changes: AF, DE.
cart.attribute:
         ld a,(cart.slot)
         ld e,a
         and %00001100
         ld d,a
         ld a,e
         and 3
         rlca
         rlca
         rlca
         rlca
         or d
         ld d,a
         ld a,(cart.page + 1)
         rlca
         rlca
         and 3
         or d
         ld e,a
         ld d,0
         ld hl,SLTATR
         add hl,de
         ret
