; Start-up: from the reset to the first cartridge.

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
         jr nc,chkram.next
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
         push de              ; lowest address, slot
         ld hl,RDPRIM
         ld de,RDPRIM + 1
         ld bc,SSLOTL - RDPRIM - 2
         ld (hl),0
         ldir                 ; F380h-FFFEh
         ld hl,slot.routines
         ld de,RDPRIM
         ld bc,slot.end - slot.routines
         ldir
         call startup.variables
         call startup.expanded
         pop de
         call startup.page2
IF MSX2
         call CHKSLZ
ENDIF
         call INITIO
         call INIFNK
         call startup.vdp
         ei
         call LOGO
         call startup.screen
         ei
         call cart.scan
         jp waiting.start

; Fills hooks and variables that do not start as 0. Changes: all.
startup.variables:
         ld hl,H.KEYI
         ld de,H.KEYI + 1
         ld bc,ENAINT + 4 - H.KEYI
         ld (hl),&C9
         ldir
         ld hl,startup.table
startup.copy:
         ld c,(hl)            ; length, address, bytes; length 0 ends
         inc hl
         ld a,c
         or a
         jr z,startup.users
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ld b,0
         ldir
         jr startup.copy
startup.users:
         ld b,10              ; USR0-USR9 return at once until they are defined
         ld hl,USRTAB
startup.user:
         ld de,NMI.RET
         ld (hl),e
         inc hl
         ld (hl),d
         inc hl
         djnz startup.user
         ld a,24
         ld hl,LINTTB
         ld b,a
startup.line:
         ld (hl),a
         inc hl
         djnz startup.line
         ld a,(EXPTBL)
         ld (MINROM),a
         jp KILBUF

startup.table:
         db 47
         dw LINL40            ; F3AE: widths, then the VRAM tables of screens 0-3, then CLIKSW-CNSDFG
         db 39,29,39,24,14
         dw &0000,&0000,&0800,&0000,&0000
         dw &1800,&2000,&0000,&1B00,&3800
         dw &1800,&2000,&0000,&1B00,&3800
         dw &0800,&0000,&0000,&1B00,&3800
         db 1,1
         db 3
         dw CSRX
         db 1,0,0
         db 12
         dw FORCLR
         db 15,4,4
         db &C3,0,0,&C3,0,0
         db 15
         dw QUETAB
         db 3
         dw FRCNEW
         db 255,1,50
         db 19
         dw CS120             ; see cassette.asm
         db 83,92,38,45,15
         db 37,45,14,22,31
         db 83,92,38,45
         db 15
         dw &0100,&0100
         db 1
         dw ENDPRG
         db ":"
         db 2
         dw TRGFLG
         db &F1,15
         db 2
         dw HIMEM
         dw RDPRIM
         db 2
         dw CGPNT + 1
         dw FONT
         db 2
         dw KBFMIN
         db ":",0
         db 1
         dw BUFMIN
         db ","
         db 3
         dw JIFFY - 3         ; INTFLG, PADY, PADX
         db 0,0,0
         db 2
         dw MEMSIZ
         dw RDPRIM
         db 11
         dw OLDKEY
         db 255,255,255,255,255,255,255,255,255,255,255
         db 11
         dw NEWKEY
         db 255,255,255,255,255,255,255,255,255,255,255
         db 4
         dw VOICEN
         db 255,0,0,0
         db 2
         dw ASPECT
         dw &0100
         db 2
         dw TXTTAB
         dw &8001
         db 1
         dw FNKSWI
         db 1
         db 0

; Finds the expanded slots. Out: EXPTBL, SLTTBL. Changes: all.
startup.expanded:
         ld c,3
startup.slot:
         ld a,c
         rrca
         rrca
         ld d,a
         in a,(PPI.SLOT)
         ld b,a
         and %00111111
         or d
         ld hl,SSLOTL
         out (PPI.SLOT),a     ; no stack from here
         ld e,(hl)
         ld a,e
         cpl
         ld d,a               ; D = value of a secondary register
         xor %00110000        ; another slot in page 2
         ld (hl),a
         cpl
         cp (hl)
         jr z,startup.is
         ld (hl),e
         ld a,b
         ld de,0              ; E = EXPTBL byte, D = SLTTBL byte
         jr startup.set
startup.is:
         ld (hl),d
         ld a,b
         ld e,&80
startup.set:
         out (PPI.SLOT),a     ; to here
         ld hl,EXPTBL
         ld b,0
         add hl,bc
         ld (hl),e
         call slot.table
         ld (hl),d
         dec c
         jp p,startup.slot
         ld a,(EXPTBL)
         ld (MINROM),a
         ld (CGPNT),a
         ret

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

; Sets the VDP up: screen off, interrupt on. Changes: all.
startup.vdp:
         ld a,%10100000 - MSX2 * %10000000 ; bit 7: 16 KB, on the TMS9918A
         ld (RG1SAV),a
IF MSX2
         xor a
         VDPREG 15
         xor a
         VDPREG 14
         ld a,&08             ; 64 Kbit DRAM
         ld (RG08SAV),a
         VDPREG 8
         ld a,(IDBYT0)
         rlca
         ld a,0
         jr nc,startup.hz
         ld a,2               ; 50 Hz
startup.hz:
         ld (RG09SAV),a
         VDPREG 9
         ld de,RG10SAV
         ld c,10
startup.reg:
         ld a,c
         cp 14
         jr z,startup.skip
         cp 15
         jr z,startup.skip
         xor a
         ld (de),a
         out (VDP.CMD),a
         ld a,c
         or &80
         out (VDP.CMD),a
startup.skip:
         inc de
         inc c
         ld a,c
         cp 24
         jr c,startup.reg
         call startup.vram
         ld (MODE),a
ENDIF
         in a,(VDP.CMD)
         ret

IF MSX2
; Out: A = MODE: 4 for 128 KB, 2 for 64 KB of VRAM. Changes: F, BC.
startup.vram:
         ld bc,&5504
         call startup.poke
         ld bc,&AA00
         call startup.poke
         ld a,4
         VDPREG 14
         xor a
         out (VDP.CMD),a
         out (VDP.CMD),a
         ex (sp),hl
         ex (sp),hl
         in a,(VDP.DATA)
         ld c,a
         xor a
         VDPREG 14
         ld a,c
         cp &55
         ld a,2
         ret nz
         ld a,4
         ret
; Writes B at the start of the 16 KB bank C.
startup.poke:
         ld a,c
         VDPREG 14
         xor a
         out (VDP.CMD),a
         ld a,&40
         out (VDP.CMD),a
         ld a,b
         out (VDP.DATA),a
         ret

; CHKSLZ: searches the slots for the sub-ROM ("CD" at 0000h). Out: EXBRSA. Changes: all.
CHKSLZ:  xor a
         ld (EXBRSA),a
         call slot.expanded
chkslz.slot:
         push af
         ld hl,0
         call cart.word
         pop bc
         ld hl,"C" + "D" * 256
         or a
         sbc hl,de
         jr z,chkslz.found
         ld a,b
         call slot.next
         jr nc,chkslz.slot
         ret
chkslz.found:
         ld a,b
         ld (EXBRSA),a
         ret
ENDIF

; The screen a cartridge finds: SCREEN 0 on a blank line. Changes: all.
startup.screen:
IF MSX2
         ld a,(EXBRSA)
         or a
         ld ix,S.SDFSCR
         call nz,EXTROM
ENDIF
         call INITXT
         ret

; INITIO: sets up the sound chip and the printer port.
INITIO:  ld a,1
         out (PRN.STAT),a     ; strobe is active low
         jp GICINI
