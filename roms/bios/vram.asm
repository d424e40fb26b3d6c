; Access to the VDP and its memory. Between two accesses to VRAM there are at least 29 cycles, so
; that the TMS9918A keeps up while it displays.

; WRTVDP: writes a register and its copy in the work area.
; In: B = value, C = register. Changes: AF, B; interrupts on.
WRTVDP:  ld a,b
         di
         out (VDP.CMD),a
         ld a,c
         or &80
         out (VDP.CMD),a
         ei
         push hl
         ld a,b
         ld hl,RG0SAV
         ld b,0
IF MSX2
         push af
         ld a,c
         cp 8
         jr c,wrtvdp.copy
         ld hl,RG08SAV - 8
         cp 24
         jr c,wrtvdp.copy
         cp 25
         jr c,wrtvdp.none     ; command registers have no copy
         ld hl,RG25SA - 25
         cp 28
         jr nc,wrtvdp.none
wrtvdp.copy:
         pop af
ELSE
         res 3,c
ENDIF
         add hl,bc
         ld (hl),a
         pop hl
         ret
IF MSX2
wrtvdp.none:
         pop af
         pop hl
         ret
ENDIF

; RDVDP: status register 0. Out: A.
RDVDP:   in a,(VDP.CMD)
         ret

; RDVRM: reads a byte. In: HL = address. Out: A. Changes: F; interrupts on.
RDVRM:   call SETRD
         ex (sp),hl
         ex (sp),hl
         in a,(VDP.DATA)
IF MSX2
         jr vram.home
ELSE
         ret
ENDIF

; WRTVRM: writes a byte. In: HL = address, A = byte. Changes: F; interrupts on.
WRTVRM:  push af
         call SETWRT
         ex (sp),hl
         ex (sp),hl
         pop af
         out (VDP.DATA),a
IF MSX2
; After an access above 3FFFh: register 14 of the VDP becomes 0 again, as screens 0-4 want it.
; In: HL = address. Changes: nothing.
vram.home:
         push af
         ld a,h
         cp &40
         call nc,vram.zero
         pop af
         ret
; In: - Changes: AF.
vram.zero:
         ld a,(SCRMOD)
         cp 5
         ret nc
         xor a
         di
         VDPREG 14
         ei
ENDIF
         ret

; SETRD: sets the address for reading. In: HL = address, 14 bits in screens 0-3 unless bit 3 of MODE is set.
; Changes: AF; interrupts on.
SETRD:
IF MSX2
         ld a,(SCRMOD)
         cp 4
         jr nc,NSETRD
         ld a,(MODE)
         and MODE.WHOLE
         jr nz,NSETRD
         di
         VDPREG 14
         xor a
         jr vram.set
ELSE
         xor a
         jr vram.set
ENDIF

; SETWRT: the same for writing.
SETWRT:
IF MSX2
         ld a,(SCRMOD)
         cp 4
         jr nc,NSTWRT
         ld a,(MODE)
         and MODE.WHOLE
         jr nz,NSTWRT
         di
         VDPREG 14
ENDIF
         ld a,&40
vram.set:
         di
         push bc
         ld b,a
         ld a,l
         out (VDP.CMD),a
         ld a,h
         and &3F
         or b
         out (VDP.CMD),a
         pop bc
         ei
         ret

IF MSX2
; NSETRD: sets an address of 16 bits for reading, in the active page of screens 5-8.
; In: HL = address. Changes: AF; interrupts on.
NSETRD:  call vram.bank
         xor a
         jr vram.set

; NSTWRT: the same for writing.
NSTWRT:  call vram.bank
         ld a,&40
         jr vram.set

; Sets register 14. In: HL = address. Changes: AF; interrupts off.
vram.bank:
         push bc
         ld a,(SCRMOD)
         ld b,0
         cp 5
         jr c,vram.bank2
         cp 7
         ld a,(ACPAGE)
         jr c,vram.bank1
         add a,a
vram.bank1:
         add a,a
         ld b,a
vram.bank2:
         ld a,h
         rlca
         rlca
         and 3
         add a,b
         and 7
         pop bc
         di
         VDPREG 14
         ret

; NRDVRM: RDVRM with 16 bits. In: HL. Out: A. Changes: F; interrupts on.
NRDVRM:  call NSETRD
         ex (sp),hl
         ex (sp),hl
         in a,(VDP.DATA)
         ret

; NWRVRM: WRTVRM with 16 bits. In: HL, A. Changes: F; interrupts on.
NWRVRM:  push af
         call NSTWRT
         ex (sp),hl
         ex (sp),hl
         pop af
         out (VDP.DATA),a
         ret

; BIGFIL: FILVRM with 16 bits. In: HL = address, BC = length, A = byte. Changes: AF, BC.
BIGFIL:  push af
         call NSTWRT
         jr filvrm.go
ENDIF

; Reads or writes a byte below 4000h where register 14 is known to be 0. In: HL = address, vram.put A = byte.
; Out: vram.get A. Changes: vram.get AF, vram.put AF'; interrupts on.
vram.get:
         ld a,l
         di
         out (VDP.CMD),a
         ld a,h
         out (VDP.CMD),a
         ei
         nop
         nop
         nop
         in a,(VDP.DATA)
         ret
vram.put:
         ex af,af'
         ld a,l
         di
         out (VDP.CMD),a
         ld a,h
         or &40
         out (VDP.CMD),a
         ei
         ex af,af'
         nop
         nop
         out (VDP.DATA),a
         ret

; FILVRM: fills. In: HL = address, BC = length (0: 65536), A = byte. Changes: AF, BC; interrupts on.
FILVRM:  push af
         call SETWRT
filvrm.go:
         pop af
         push de
         dec bc               ; two loops of up to 256
         inc b
         inc c
         ld d,b
         ld b,c
filvrm.byte:
         out (VDP.DATA),a
         nop
         djnz filvrm.byte
         dec d
         jr nz,filvrm.byte
         pop de
IF MSX2
         jp vram.zero
ELSE
         ret
ENDIF

; LDIRMV: VRAM to memory. In: HL = VRAM, DE = memory, BC = length. Changes: AF, BC, DE.
LDIRMV:  call SETRD
         ex (sp),hl
         ex (sp),hl
ldirmv.byte:
         in a,(VDP.DATA)
         ld (de),a
         inc de
         dec bc
         ld a,b
         or c
         jr nz,ldirmv.byte
IF MSX2
         jp vram.zero
ELSE
         ret
ENDIF

; LDIRVM: memory to VRAM. In: HL = memory, DE = VRAM, BC = length. Changes: AF, BC, DE, HL.
LDIRVM:  ex de,hl
         call SETWRT
         ex de,hl
ldirvm.byte:
         ld a,(hl)
         out (VDP.DATA),a
         cpi
         jp pe,ldirvm.byte
IF MSX2
         jp vram.zero
ELSE
         ret
ENDIF

; DISSCR: blanks the screen. Changes: AF, BC; interrupts on.
DISSCR:  ld a,(RG1SAV)
         and %10111111
         jr enascr.set
; ENASCR: shows it. Changes: AF, BC; interrupts on.
ENASCR:  ld a,(RG1SAV)
         or %01000000
enascr.set:
         ld b,a
         ld c,1
         jp WRTVDP
