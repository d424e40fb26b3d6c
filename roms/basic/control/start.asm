; From the end of the start-up to the prompt: memory, banner, a program in a cartridge.

start.over: EQU SLTWRK + 10   ; 0 until the banner has been shown

start:   ld sp,(HIMEM)
         ei
         call H.RUNC          ; the disk ROM starts a disk here
start.rest:
         di
         ld hl,(HIMEM)
         ld de,-1024          ; the file blocks come first
         add hl,de
         ld sp,hl
         ei
         ld a,1
         ld (MAXFIL),a
         ld (start.over),a
         call files.memory
         ld hl,(MEMSIZ)
         ld de,-200
         add hl,de
         ld (STKTOP),hl
         ld hl,(BOTTOM)
         xor a
         ld (hl),a
         inc hl
         ld (TXTTAB),hl
         ld (hl),a
         inc hl
         ld (hl),a
         inc hl
         ld (VARTAB),hl
         call clear.variables
         pop bc
         call TOTEXT
         ld a,12
         rst 24
         call start.keys
         ld hl,(STKTOP)
         ld de,(STREND)
         or a
         sbc hl,de
         ld de,-14
         add hl,de
         BASIC start.banner
         call start.cartridge
         jp ready

; The line of the function keys; on an MSX2 the settings decide.
start.keys:
IF MSX2
         ld a,(EXBRSA)
         or a
         jr z,start.keys.on
         ld c,&29
         ld ix,S.REDCLK
         call EXTROM
         ei
         rrca
         ret nc
start.keys.on:
ENDIF
         jp DSPFNK

; A program in a cartridge: header at 8000h, word 8 = address of the 0 before it. Does not return if there is one.
; Source: MSX Wiki, "Develop a program in cartridge ROM".
start.cartridge:
         ld hl,SLTATR + 2
         ld bc,&1004
start.slot:
         bit 7,(hl)
         jr nz,start.found
         ld a,l
         add a,c
         ld l,a
         jr nc,start.slot1
         inc h
start.slot1:
         djnz start.slot
         ret
start.found:
         call slot.of
         ld h,&80
         call ENASLT
         ei
         ld hl,(&8008)
         inc hl
         ld (TXTTAB),hl
         ld hl,(BOTTOM)
         ld a,h
         cp &C0
         jr nc,start.ram
         ld h,&C0
start.ram:
         ld (VARTAB),hl
         ld a,1
         ld (BASROM),a
         jp run.program

; In: HL = place in SLTATR. Out: A = slot, DE = its page. Changes: F, BC, HL.
slot.of: ld de,SLTATR
         or a
         sbc hl,de
         ld a,l
         rrca
         rrca
         ld d,a
         and %11000000
         ld e,0
         ld a,d
         and 15
         ld c,a               ; PPSS
         rrca
         rrca
         and 3
         ld b,a
         ld a,c
         rlca
         rlca
         and %00001100
         or b
         ld c,a
         ld a,d
         and %11000000
         ld d,a               ; page * 4000h
         ld a,c
         and 3
         push de
         ld e,a
         ld d,0
         ld hl,EXPTBL
         add hl,de
         pop de
         ld a,(hl)
         and &80
         or c
         ret
