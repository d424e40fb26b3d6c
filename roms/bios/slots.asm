; Slots: reading, writing and calling into any slot.
; A slot number is E000SSPP: PP primary, SS secondary, E set when the primary slot is expanded.

; Bits of one page for a slot selection.
; In: A (bits 0-1) = slot, H = high byte of an address. Out: C = mask of the page's two bits,
; D = the slot in all four pages. Changes: AF, B.
slot.bits:
         and 3
         ld d,a
         add a,a
         add a,a
         or d
         ld d,a
         add a,a
         add a,a
         add a,a
         add a,a
         or d
         ld d,a
         ld a,h
         rlca
         rlca
         and 3
         ld b,a
         inc b
         ld a,%11000000
slot.bits1:
         rlca
         rlca
         djnz slot.bits1
         ld c,a
         ret

; The primary slot register with one page changed.
; In: A (bits 0-1) = primary slot, H = high byte of an address. Out: A = new value, D = value now.
; Changes: F, BC.
slot.merge:
         call slot.bits
         in a,(PPI.SLOT)
         ld b,a
         xor d
         and c
         xor b
         ld d,b
         ret

; Selects a secondary slot in its primary slot, without making that slot visible.
; In: A = slot number with bit 7 set, H = high byte of an address; interrupts off.
; Out: B = old secondary register, C = primary slot. Changes: AF.
slot.setsub:
         push de
         push hl
         ld l,a
         rrca
         rrca
         call slot.bits
         ld a,l
         and 3
         ld e,a
         rrca
         rrca
         ld h,a
         in a,(PPI.SLOT)
         ld b,a
         and %00111111
         or h
         call slot.register
         ld b,l
         ld c,e
         call slot.table
         ld (hl),d
         pop hl
         pop de
         ret

; Changes the secondary register of a primary slot. In: A = primary slot register with that slot in page 3, B = as it is
; now, C = bits, D = their new values; interrupts off. Out: D = the register, L = as it was. Changes: AF.
SECONDARY: MACRO
         out (PPI.SLOT),a     ; no stack from here
         ld a,(SSLOTL)
         cpl
         ld l,a
         xor d
         and c
         xor l
         ld (SSLOTL),a
         ld d,a
         ld a,b
         out (PPI.SLOT),a     ; to here
         ENDM

; As SECONDARY, from where this lies.
slot.register:
IF SLOTS.RAM
         cp b                 ; the disk ROM has this in RAM, in page 3: that may not go
         jp nz,SLOTS.PAGE0
ENDIF
         SECONDARY
         ret

; In: C = primary slot. Out: HL = its place in SLTTBL. Changes: AF.
slot.table:
         ld hl,SLTTBL
         ld a,l
         add a,c
         ld l,a
         ret

; Puts a secondary slot register back.
; In: B = value, C = primary slot; interrupts off. Changes: AF, C, D.
slot.restore:
         push hl
         call slot.table
         ld (hl),b
         ld a,c
         rrca
         rrca
         ld h,a
         ld d,b
         ld c,&FF
         in a,(PPI.SLOT)
         ld b,a
         and %00111111
         or h
         call slot.register
         ld b,d
         pop hl
         ret

; RDSLT: reads a byte in another slot.
; In: A = slot, HL = address. Out: A = byte. Changes: F, BC, DE; interrupts off.
RDSLT:   di
         or a
         jp p,rdslt.primary
         push af
         call slot.setsub
         pop af
         push bc
         call rdslt.primary
         pop bc
         call slot.restore
         ld a,e
         ret
rdslt.primary:
         call slot.merge
         bit 7,h
         jr z,rdslt.ram
         bit 6,h
         jr z,rdslt.ram
         out (PPI.SLOT),a     ; page 3: the routine in RAM would vanish
         ld e,(hl)
         ld a,d
         out (PPI.SLOT),a
         ld a,e
         ret
rdslt.ram:
         call RDPRIM
         ld a,e
         ret

; WRSLT: writes a byte in another slot.
; In: A = slot, HL = address, E = byte. Changes: AF, BC, D; interrupts off.
WRSLT:   di
         or a
         jp p,wrslt.primary
         push af
         call slot.setsub
         pop af
         push bc
         call wrslt.primary
         pop bc
         jp slot.restore
wrslt.primary:
         call slot.merge
         bit 7,h
         jp z,WRPRIM
         bit 6,h
         jp z,WRPRIM
         out (PPI.SLOT),a
         ld (hl),e
         ld a,d
         out (PPI.SLOT),a
         ret

; ENASLT: makes a slot visible in a page and leaves it so.
; In: A = slot, HL = an address in the page. Changes: AF, BC, DE; interrupts off.
ENASLT:  di
         or a
         jp p,enaslt.primary
IF SLOTS.RAM
         ld d,a
         ld a,h
         cp &40
         jr c,enaslt.ours
         ld a,(SLOTS.PAGE0)
         cp &D3
         ld a,d
         jp nz,&0024          ; the main ROM is in page 0, and stays there
enaslt.ours:
         ld a,d
ENDIF
         push af
         call slot.setsub
         pop af
enaslt.primary:
         call slot.merge
         ld d,a
         jp WRPRIM + 3        ; from RAM: page 0 may go too

; CALLF: calls the routine that the three bytes behind `rst 30h` name: slot, address.
; In: whatever the routine wants. Changes: IX, IY, alternate registers.
CALLF:   ex (sp),hl
         push af
         push de
         ld a,(hl)
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         push af
         pop iy
         push de
         pop ix
         pop de
         pop af
         ex (sp),hl
; CALSLT: calls a routine in another slot.
; In: IY (high byte) = slot, IX = address, AF BC DE HL for the routine.
; Out: what the routine gives. Changes: alternate registers; interrupts off before the routine,
; and after it when the slot is expanded.
CALSLT:  di
         exx
         ex af,af'
         push iy
         pop af
         push ix
         pop hl
         or a
         jp p,calslt.primary
         call slot.setsub
         push bc
         call calslt.primary
         di
         exx
         ex af,af'
         pop bc
         call slot.restore
         ex af,af'
         exx
         ret
calslt.primary:
         push iy
         pop af
         call slot.merge
         ld e,a
         ld a,d
         push af              ; CLPRIM takes it off again
         ld a,e
         exx
         jp CLPRIM

IF MSX2
; EXTROM: calls the sub-ROM. In: IX = entry. Changes: IY, alternate registers.
EXTROM:  ld iy,(EXBRSA - 1)
         jr CALSLT
; SUBROM: the same, with the caller's IX on the stack, which comes back.
SUBROM:  call EXTROM
         pop ix
         ret
ENDIF

; The slot after this one, through all secondary slots of expanded ones.
; In: A = slot. Out: A = next, CY when there is none. Changes: F, HL, BC.
slot.next:
         bit 7,a
         jr z,slot.next1
         add a,4
         bit 4,a
         ret z
         and 3
slot.next1:
         inc a
         and 3
         scf
         ret z
; In: A = primary slot. Out: A = slot number with bit 7 from EXPTBL, NC. Changes: F, HL, BC.
slot.expanded:
         ld c,a
         ld b,0
         ld hl,EXPTBL
         add hl,bc
         or (hl)
         ret

; RSLREG: Out: A = primary slot register.
RSLREG:  in a,(PPI.SLOT)
         ret
; WSLREG: In: A = primary slot register.
WSLREG:  out (PPI.SLOT),a
         ret

; Copied to RDPRIM at start-up: 26 bytes in three routines.
slot.routines:
         out (PPI.SLOT),a     ; F380 RDPRIM
         ld e,(hl)
         jr slot.tail
         out (PPI.SLOT),a     ; F385 WRPRIM
         ld (hl),e
slot.tail:
         ld a,d
         out (PPI.SLOT),a
         ret
         out (PPI.SLOT),a     ; F38C CLPRIM
         ex af,af'
         db &CD               ; call to the jp (ix) below
         dw CLPRIM + 12
         ex af,af'
         pop af
         out (PPI.SLOT),a
         ex af,af'
         ret
         jp (ix)
slot.end:
         ASSERT slot.end - slot.routines == 26
