; The VDP's registers, tables and memory: VDP(), BASE(), VPOKE, VPEEK.
; Source: MSX2 Technical Handbook, chapter 2 (2.5, access to the VDP) and chapter 4; MSX Wiki, "BASE"; MSX-BASIC
; Programming Guide, XI.1.1 (BASE leaves NAMBAS).

; In: HL at "(". Out: DE = the integer in parentheses, HL behind. Changes: all.
register.number:
         rst 8
         db "("
         MAIN expr.integer
         rst 8
         db ")"
         ret

; VDP(n)=value: 0-7 registers 0-7, from 9 on register n - 1.
do.vdp:  call register.number
         push de
         rst 8
         db T.EQUAL
         MAIN GETBYT
         pop de
         ld b,a
         ld a,d
         or a
         jr nz,register.error
         ld a,e
         cp 8
         jr c,vdp.write
IF MSX2
         jr z,register.error
         dec a
         cp 24
         jr c,vdp.write
         cp 32                ; the registers of the commands
         jr c,register.error
         cp 47
         jr nc,register.error
ELSE
         jr register.error
ENDIF
vdp.write:
         ld c,a
         push hl
         call WRTVDP
         pop hl
         ret
register.error:
         jp error.call

; VDP(n): 0-7 registers as last written, 8 status; MSX2: 9-24 registers 8-23, -1 to -9 status 1-9.
fn.vdp:  call register.number
         push hl
         ld a,e
         inc d
IF MSX2
         jr z,vdp.status
ENDIF
         dec d
         jr nz,register.error
         cp 8
         ld hl,RG0SAV
         jr c,vdp.read        ; STATFL is the ninth
         jr z,vdp.read
IF MSX2
         cp 25
         jr nc,register.error
         ld hl,RG8SAV - 9
ELSE
         jr register.error
ENDIF
vdp.read:
         add hl,de
         ld a,(hl)
register.value:
         MAIN value.byte
         pop hl
         ret
IF MSX2
vdp.status:
         neg
         jr z,register.error
         cp 10
         jr nc,register.error
         ld ix,S.VDPSTA
         call sub.call
         jr register.value
ENDIF

; BASE(n)=address: table n \ MOD 5 of screen n / 5; 0-3 only.
do.base: call register.number
         push de
         rst 8
         db T.EQUAL
         MAIN FRMQNT
         pop bc
         ld a,c
         cp 20
         jr nc,register.error
         ld a,b
         or a
         jr nz,register.error
         push hl
         call base.place      ; HL, A = screen, C = table
         push hl
         push af
         ld b,0
         ld hl,base.masks
         add hl,bc
         add hl,bc
         cp 2
         jr nz,base.check
         ld a,c
         dec a
         cp 2                 ; colours and patterns of screen 2 lie at 0 or 2000h
         jr nc,base.check
         ld hl,base.third
base.check:
         ld a,(hl)
         and e
         inc hl
         ld b,a
         ld a,(hl)
         and d
         or b
         jr nz,register.error
         pop af
         pop hl
         ld (hl),e
         inc hl
         ld (hl),d
         ld hl,SCRMOD
         cp (hl)
         call z,base.effect
         pop hl
         ret
; Bits of an address that must be 0.
base.masks:
         dw &C3FF,&C03F,&C7FF,&C07F,&C7FF
base.third:
         dw &DFFF

; In: C = number, below 20. Out: HL = place of the table's address, A = screen, C = table. Changes: F, B.
base.place:
         ld hl,TXTNAM
         ld b,0
         add hl,bc
         add hl,bc
         ld a,c
         ld c,255
base.screen:
         inc c
         sub 5
         jr nc,base.screen
         add a,5
         ld b,a
         ld a,c
         ld c,b
         ret

; Shows the tables of the present screen. NAMBAS and its kin stay until SCREEN: text goes where it went.
; In: A = screen. Changes: all.
base.effect:
         ld hl,base.set
         add a,a
         ld c,a
         ld b,0
         add hl,bc
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         jp (hl)
base.set:
         dw SETTXT,SETT32,SETGRP,SETMLT

; BASE(n): the address of a table; in screens 5-8 counted from the page.
fn.base: call register.number
         push hl
         ld b,d
         ld c,e
         ld a,b
         or a
         jp nz,error.call
         ld a,c
         cp 20
         jr c,base.read
IF MSX2
         cp 45
         jp nc,error.call
         ld hl,base.fixed - 40
         add hl,bc
         add hl,bc
         jr base.word
ELSE
         jp error.call
ENDIF
base.read:
         call base.place
base.word:
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex de,hl
         MAIN value.single
         pop hl
         ret
IF MSX2
base.fixed:                   ; screens 4-8
         dw &1800,&2000,0,&1E00,&3800
         dw 0,0,0,&7600,&7800
         dw 0,0,0,&7600,&7800
         dw 0,0,0,&FA00,&F000
         dw 0,0,0,&FA00,&F000
ENDIF
