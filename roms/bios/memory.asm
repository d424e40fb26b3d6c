; The search for RAM, before and after there is any.

; CHKRAM: finds RAM for pages 3 and 2, then starts the machine. Never returns.
; No stack and no RAM until page 3 is known: registers only.
CHKRAM:  di
         im 1
         ld a,%10000010       ; PPI: port A out, B in, C out
         out (PPI.CTRL),a
         xor a
         out (PPI.SLOT),a
         ld a,%01010000       ; CAPS lamp off, motor off, row 0
         out (PPI.MISC),a
         xor a
         out (MAP.PAGE3),a    ; memory mapper: segments 3 2 1 0 in pages 0-3
         inc a
         out (MAP.PAGE2),a
         inc a
         out (MAP.PAGE1),a
         inc a
         out (MAP.PAGE0),a
; C: slot in hand (PP in bits 0-1, SS in 2-3, bit 7 expanded).
; B': best lowest page so far less one, C': its slot.
         ld c,0
         exx
         ld bc,&FF00
         exx
chkram.slot:
         ld a,c
         rrca
         rrca
         and %11000000
         out (PPI.SLOT),a
         ld hl,SSLOTL
         ld (hl),&F0          ; pages 0 and 1 stay in secondary slot 0
         ld a,(hl)
         cp &0F
         jr nz,chkram.test
         ld (hl),0
         ld a,(hl)
         inc a
         jr nz,chkram.test
         set 7,c
         ld a,c
         rlca
         rlca
         rlca
         rlca
         and %11000000
         ld (hl),a
chkram.test:
         ld hl,&FF00          ; one byte in each 256 from the top down to C000h
chkram.byte:
         ld a,(hl)
         cpl
         ld (hl),a
         cp (hl)
         cpl
         ld (hl),a
         jr nz,chkram.end
         dec h
         ld a,h
         cp &C0
         jr nc,chkram.byte
chkram.end:
         ld a,h
         exx
         cp b                 ; a lower end is better
         exx
         jr c,chkram.better
         jr nz,chkram.next
         ld a,c               ; as good: slot 3 is, where BASIC has its other ROM
         and 3
         cp 3
         jr nz,chkram.next
         exx
         ld a,c
         exx
         and 3
         cp 3
         jr z,chkram.next
chkram.better:
         ld a,h
         exx
         ld b,a
         exx
         ld a,c
         exx
         ld c,a
         exx
chkram.next:
         bit 7,c
         jr z,chkram.primary
         xor a
         ld (SSLOTL),a
         res 7,c
         ld a,c
         add a,4
         ld c,a
         cp 16
         jr c,chkram.slot
chkram.primary:
         ld a,c
         and 3
         inc a
         ld c,a
         cp 4
         jr c,chkram.slot
         exx
         ld a,b
         inc a
         jr nz,chkram.found
chkram.none:
         halt                 ; no RAM at all: nothing can be done or said
         jr chkram.none
chkram.found:
         ld d,a               ; D = high byte of the lowest address in page 3
         ld a,c
         rrca
         rrca
         and %11000000
         out (PPI.SLOT),a
         bit 7,c
         jr z,chkram.stack
         ld a,c               ; the same secondary slot in pages 3 and 2
         and %00001100
         add a,a
         add a,a
         ld b,a
         add a,a
         add a,a
         or b
         ld (SSLOTL),a
chkram.stack:
         ld sp,RDPRIM
         ld e,c
         jp startup.begin

; RAM for page 2: the slot of page 3 if it has any there, else the first slot with some.
; In: E = slot of page 3 as chkram has it, D = high byte of its lowest address. Out: BOTTOM.
startup.page2:
         ld h,d
         ld l,0
         ld (BOTTOM),hl
         ld a,e
         and %10001111
         call startup.try
         ret z
         ld a,0
startup.other:
         push af
         call startup.try
         pop bc
         ret z
         ld a,b
         call slot.next
         jr nc,startup.other
         ret
; In: A = slot. Out: Z when page 2 is RAM there; then it is visible, and BOTTOM is 8000h.
startup.try:
         ld hl,&BFF0
         call startup.writable
         ret nz
         ld hl,&8000
         call startup.writable
         ret nz
         call ENASLT
         ld hl,&8000
         ld a,(BOTTOM + 1)
         cp &C0
         jr nz,startup.yes    ; a hole between the two: page 2 does not count
         ld (BOTTOM),hl
startup.yes:
         xor a
         ret
; In: A = slot, HL = address. Out: Z when a byte can be written there. Changes: F, BC, DE.
startup.writable:
         ld b,a
         push bc
         call RDSLT
         pop bc
         cpl
         ld e,a
         push bc
         push de
         ld a,b
         call WRSLT
         pop de
         pop bc
         push bc
         push de
         ld a,b
         call RDSLT
         pop de
         cp e
         push af
         ld a,e
         cpl
         ld e,a
         pop af
         pop bc
         push af
         push bc
         ld a,b
         call WRSLT
         pop bc
         pop af
         ld a,b
         ret
