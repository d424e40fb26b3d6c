; Calls between the two ROMs of BASIC, which share page 1: the main ROM in slot 0 and the BASIC ROM in
; slot 3-3. Page 3's RAM is in slot 3 too, so its secondary register is always within reach.
; `MAIN routine` in the BASIC ROM calls one of the main ROM's page 1, `BASIC routine` the other way. AF, BC,
; DE and HL pass both ways, IX and IY stay.

MAIN:   MACRO
        call far.main
        dw \0
        ENDM
BASIC:  MACRO
        call far.basic
        dw \0
        ENDM

far.slot: EQU 3               ; the BASIC ROM's place in slot 3
far.hl:  EQU SLTWRK           ; 2  the main ROM's own words in SLTWRK: registers and target of the
far.de:  EQU SLTWRK + 2       ; 2  call in hand
far.to:  EQU SLTWRK + 4       ; 2

; In: the routine's address in the word behind the call; AF, BC, DE, HL for the routine.
; Out: AF, BC, DE, HL as the routine leaves them. Changes: nothing else; interrupts as the routine leaves them.
far.basic:
         call far.take
far.basic.go:
         in a,(PPI.SLOT)
         or %00001100
         out (PPI.SLOT),a
         ld a,(SSLOTL)
         cpl
         and %11110011
         or far.slot * 4
         ld (SSLOTL),a
         jr far.go
far.main:
         call far.take
         in a,(PPI.SLOT)
         and %11110011
         out (PPI.SLOT),a
far.go:  ld hl,(far.to)
         ld de,(far.de)
         pop af
         push hl
         ld hl,(far.hl)
         ret
; Puts under the caller: far.back, AF.
far.take:
         ld (far.hl),hl
         ld (far.de),de
         pop de               ; where to go on here
         pop hl
         push af              ; in between: AF
         ld a,(hl)
         ld (far.to),a
         inc hl
         ld a,(hl)
         ld (far.to + 1),a
         inc hl
far.taken:
         ex (sp),hl           ; the way back; HL = AF
         push hl              ; AF on top
         in a,(PPI.SLOT)
         ld l,a
         ld a,(SSLOTL)
         cpl
         ld h,a
         ex (sp),hl           ; the slots of now; HL = AF
         push hl
         ld hl,far.back
         ex (sp),hl
         push hl              ; AF, far.back, slots, the way back
         push de
         ret
far.back:
         ld (far.hl),hl
         pop hl
         push af
         ld a,h
         ld (SSLOTL),a
         ld a,l
         out (PPI.SLOT),a
         pop af
         ld hl,(far.hl)
         ret

; In: IX = routine as in the tables of statements.asm (bit 15: in the BASIC ROM); AF, BC, DE, HL for it.
; Out: AF, BC, DE, HL as the routine leaves them. Changes: IX. To be jumped to from the main ROM.
far.table:
         push af
         ld a,ixh
         add a,a
         jr c,far.table.there
         pop af
         jp (ix)
far.table.there:
         rra
         and 127
         ld (far.to + 1),a
         ld a,ixl
         ld (far.to),a
         pop af
         ld (far.hl),hl
         ld (far.de),de
         pop hl
         push af
         ld de,far.basic.go
         jr far.taken
