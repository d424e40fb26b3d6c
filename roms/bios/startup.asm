; Start-up: from the reset to the first cartridge.

; The machine from the first stack on. Never returns.
; In: E = slot of page 3 as chkram has it, D = high byte of its lowest address.
startup.begin:
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
         jp start

; Fills hooks and variables that do not start as 0. Changes: all.
startup.variables:
         ld hl,H.KEYI
         ld de,H.KEYI + 1
         ld bc,ENAINT + 4 - H.KEYI
         ld (hl),&C9
         ldir
         ld hl,startup.table
startup.copy:
         ld c,(hl)
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
         ld b,10              ; USR0-USR9 are an error until they are defined
         ld hl,USRTAB
startup.user:
         ld de,FCERR
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
         call random.start
         jp KILBUF

; Length, address, bytes; length 0 ends.
startup.table:
         db 47
         dw LINL40
         db 39,29,39,24,14    ; LINL40 LINL32 LINLEN CRTCNT CLMLST
         dw &0000,&0000,&0800,&0000,&0000   ; tables of screen 0: names, colours, patterns, sprites
         dw &1800,&2000,&0000,&1B00,&3800   ; of screens 1, 2 and 3
         dw &1800,&2000,&0000,&1B00,&3800
         dw &0800,&0000,&0000,&1B00,&3800
         db 1,1               ; CLIKSW CSRY
         db 2
         dw CSRX
         db 1,MSX2            ; CSRX, CNSDFG: what a battery RAM without settings gets
         db 13
         dw TRGFLG
         db &F1,15,4,4        ; TRGFLG FORCLR BAKCLR BDRCLR
         db &C3,0,0,&C3,0,0   ; MAXUPD MINUPD
         db 15                ; ATRBYT
         dw QUETAB            ; QUEUES
         db 3
         dw FRCNEW
         db 255,1,50          ; FRCNEW SCNCNT REPCNT
         db 19
         dw CS120
         db 83,92,38,45,15    ; CS120
         db 37,45,14,22,31    ; CS240
         db 83,92,38,45,15    ; LOW HIGH HEADER
         dw &0100,&0100       ; ASPCT1 ASPCT2
         db 1
         dw ENDPRG
         db ":"
         db 3
         dw CURLIN
         dw &FFFF             ; no program runs
         db ":"               ; KBFMIN
         db 1
         dw BUFMIN
         db ","
         db 2
         dw MEMSIZ
         dw RDPRIM
         db 2
         dw TXTTAB
         dw &8001
         db 2
         dw CGPNT + 1
         dw FONT
         db 2
         dw ASPECT
         dw &0100
         db 1
         dw VOICEN
         db 255
         db 1
         dw FNKSWI
         db 1
         db 22
         dw OLDKEY            ; and NEWKEY: no key is down
         FOR 22, db 255
         db 2
         dw HIMEM
         dw RDPRIM
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
         ld b,a
         ld a,(EXPTBL)
         xor b
         and 3
         jr z,chkslz.next     ; the slot of this ROM: page 0 of its other parts is out of reach
         ld a,b
         ld hl,0
         call cart.word
         ld hl,"C" + "D" * 256
         or a
         sbc hl,de
         jr z,chkslz.found
chkslz.next:
         pop af
         call slot.next
         jr nc,chkslz.slot
         ret
chkslz.found:
         pop af
         ld (EXBRSA),a
         ret
ENDIF

; The screen a cartridge finds: SCREEN 0, or what the settings say, on a blank line. Changes: all.
startup.screen:
IF MSX2
         ld a,(EXBRSA)
         or a
         jp z,INITXT
         ld ix,S.SDFSCR
         call EXTROM
         ei
         call startup.ours
         ret nz
         ld ix,S.ASK          ; the password, if one is set
         jp EXTROM

; Is the sub-ROM one of our own? Out: Z if so. Changes: all; interrupts on.
startup.ours:
         ld a,(EXBRSA)
         ld hl,2
         call cart.word
         ei
         ld hl,"8" + "B" * 256
         or a
         sbc hl,de
         ret
ELSE
         jp INITXT
ENDIF

; INITIO: sets up the sound chip and the printer port.
INITIO:  ld a,1
         out (PRN.STAT),a     ; strobe is active low
         jp GICINI
