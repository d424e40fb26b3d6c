; VDP registers and VRAM. Addresses are 0-FFFFh; in modes 5-8 they count from the active page.

; WRTVDP: writes a VDP register and notes it in the work area.
; In: B = value, C = register (0-23 are noted) Out: - Changes: AF, BC; interrupts on
WRTVDP:
         ld a,b
         di
         out (VDP.CMD),a
         ld a,c
         or &80
         out (VDP.CMD),a
         ei
         push hl
         ld hl,RG0SAV
         cp &80 + 8
         jr c,@note
         ld hl,RG8SAV - 8
         cp &80 + 24
         jr nc,@done
@note:   ld a,c
         add a,l
         ld l,a
         ld (hl),b
@done:   pop hl
         ret

; VDPSTA: reads a VDP status register.
; In: A = register (0-9) Out: A Changes: F; interrupts on
VDPSTA:
         di
         VDPREG 15
         in a,(VDP.CMD)
         push af
         xor a
         VDPREG 15
         pop af
         ei
         ret

; Sets the VRAM address for writing or reading; interrupts stay off until the caller's `ei`.
; In: HL = address Out: - Changes: AF; interrupts off
vram.write:
         push bc
         ld c,&40
         jr vram.page
vram.read:
         push bc
         ld c,0
vram.page:
         ld b,0
         ld a,(SCRMOD)
         cp 5
         jr c,vram.set
         cp 7
         ld a,(ACPAGE)
         jr nc,@wide
         add a,a              ; 32 KB a page
         and 6
         ld b,a
         jr vram.set
@wide:   add a,a              ; 64 KB a page
         add a,a
         and 4
         ld b,a
vram.set:
         ld a,h
         rlca
         rlca
         and 3
         add a,b
         and 7
         di
         VDPREG 14
         ld a,l
         out (VDP.CMD),a
         ld a,h
         and &3F
         or c
         out (VDP.CMD),a
         pop bc
         ret

; The same for the tables that stay in page 0: sprites.
; In: HL = address Out: - Changes: AF; interrupts off
vram.write0:
         push bc
         ld bc,&0040
         jr vram.set

; Leaves the first 16 KB for programs that set an address of 14 bits alone.
; In: - Out: - Changes: AF; interrupts on
vram.home:
         xor a
         di
         VDPREG 14
         ei
         ret

; WRTVRM: writes a byte.
; In: HL = address, A = byte Out: - Changes: AF; interrupts on
WRTVRM:
         push af
         call vram.write
         pop af
         out (VDP.DATA),a
         ei
         ret

; RDVRM: reads a byte.
; In: HL = address Out: A = byte Changes: F; interrupts on
RDVRM:
         call vram.read
         nop                  ; the VDP fetches ahead
         in a,(VDP.DATA)
         ei
         ret

; Fills VRAM; vram.fill0 in page 0.
; In: HL = address, BC = bytes (1 and up), A = byte Out: - Changes: AF, BC; interrupts on
vram.fill:
         push af
         call vram.write
         jr @fill
vram.fill0:
         push af
         call vram.write0
@fill:   ei
         pop af
         push de
         dec bc               ; two loops of up to 256
         inc b
         inc c
         ld d,b
         ld b,c
@next:   out (VDP.DATA),a
         djnz @next
         dec d
         jr nz,@next
         pop de
         ret

; Copies from memory to VRAM.
; In: HL = source, DE = address, BC = bytes (1 and up) Out: HL, behind the source
; Changes: AF, BC; interrupts on
vram.copy:
         ex de,hl
         call vram.write
         ex de,hl
         ei
@next:   ld a,(hl)
         out (VDP.DATA),a
         inc hl
         dec bc
         ld a,b
         or c
         jr nz,@next
         ret

; SETPAG: shows the page DPPAGE, from now on ACPAGE is the active one.
; In: DPPAGE, ACPAGE, SCRMOD Out: - Changes: AF
SETPAG:
         ld a,(SCRMOD)
         cp 5
         ret c
         push bc
         ld a,(DPPAGE)
         rrca
         rrca
         rrca
         and &60
         or &1F
         ld b,a
         ld c,2
         call WRTVDP
         pop bc
         ret
