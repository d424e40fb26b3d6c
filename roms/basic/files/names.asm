; Device and file names: "DEV:name". Sources: MSX2 Technical Handbook, chapter 2, section 1 (file names),
; chapter 5, 7.3.1 (DEVICE); appendix 4 (hooks H.PARD, H.NODE, H.POSD, H.DEVN, H.GEND).
; Device numbers: 0 the present drive, 1-8 drives A: to H:, 252-255 GRP: CRT: LPT: CAS: (251 MEM:), all
; others a cartridge's: 4 * place of its page in SLTATR + device of the cartridge.

D.CAS:   EQU 255
D.DISK:  EQU 9                ; all below are drives

; In: HL = text at a string. Out: D = device, FILNAM; HL behind. Changes: all. Errors 13, 56.
fname.take:
         call fname.string
         call fname.device
fname.file:                    ; In: D = device, HL = B characters, under the return address HL to come back with
         call fname.put
         pop hl
         ret
; The same for words that know cassettes only: CLOAD, CSAVE.
fname.tape:
         call fname.string
         ld d,D.CAS
         jr fname.file
; In: HL = text at a string. Out: HL = B characters; on the stack the text behind. Changes: all.
fname.string:
         MAIN expr.string
         ex (sp),hl
         push hl
         MAIN string.take
         ld b,a
         ex de,hl
         ret

; The device. In: HL = B characters. Out: D = device, HL = B characters behind ":". Changes: AF, C, E.
; H.PARD: does it all when it comes back with CY. H.NODE: there is no ":"; In, Out: A = device.
fname.device:
         or a
         call H.PARD
         ret c
         push hl
         ld c,b
         inc c
fname.colon:
         dec c
         jr z,fname.none
         ld a,(hl)
         inc hl
         cp ":"
         jr nz,fname.colon
         pop hl
         ld a,b
         sub c
         jr z,fname.bad        ; ":" is the first
         cp 16
         jr nc,fname.bad
         dec c
         push bc              ; C = characters behind ":"
         ld b,a
         ld de,PROCNM
fname.copy:
         ld a,(hl)
         call fname.upper
         ld (de),a
         inc de
         inc hl
         djnz fname.copy
         xor a
         ld (de),a
         inc hl
         push hl
         call fname.known
         pop hl
         pop bc
         ld b,c
         ret
fname.none:
         pop hl
         ld a,D.CAS
         call H.NODE
         ld d,a
         ret
fname.bad:
         jp error.name
fname.upper:
         cp "a"
         ret c
         cp "z" + 1
         ret nc
         sub 32
         ret

; In: PROCNM = name, ended by 0. Out: D = device; error 56 if nobody knows it. Changes: all.
; H.DEVN: CY, D = device: found. H.POSD: a drive's name; In, Out: D.
fname.known:
         or a
         call H.DEVN
         ret c
         ld hl,fname.devices
         ld d,D.CAS
fname.next:
         ld bc,PROCNM
fname.same:
         ld a,(bc)
         cp (hl)
         jr nz,fname.other
         inc hl
         inc bc
         or a
         jr nz,fname.same
         ret
fname.other:
         ld a,(hl)
         inc hl
         or a
         jr nz,fname.other
         dec d
         ld a,(hl)
         or a
         jr nz,fname.next
         ld hl,(PROCNM)
         inc h
         dec h                ; one letter
         jr nz,fname.cartridge
         ld a,l
         sub "A"
         cp 8
         inc a
         ld d,a
         jp c,H.POSD
fname.cartridge:
         ld b,64
         ld hl,SLTATR
fname.page:
         bit 6,(hl)
         jr z,fname.page1
         push hl
         push bc
         ld a,64
         sub b
         add a,a
         add a,a
         ld d,a
         push de
         ld a,255
         scf
         call slot.device
         ei
         pop de
         pop bc
         pop hl
         jr nc,fname.found
fname.page1:
         inc hl
         djnz fname.page
         jr fname.bad
fname.found:
         and 3
         add a,d
         ld d,a
         ret
fname.devices:
         dm "CAS"
         db 0
         dm "LPT"
         db 0
         dm "CRT"
         db 0
         dm "GRP"
         db 0
IF MSX2
         dm "MEM"
         db 0
ENDIF
         db 0

; The name into FILNAM: on cassettes 6 characters as they are, else 8 and 3 in capitals: what goes beyond 8 begins
; the 3 (a CF-3300: github.com/andete/zerobas, docs/concepts/disk.md), on MEM: it is error 56.
; In: D, HL = B characters. Out: FILNAM. Changes: AF, BC, E, HL.
fname.put:
         push hl
         ld hl,FILNAM
         ld c,11
fname.blank:
         ld (hl)," "
         inc hl
         dec c
         jr nz,fname.blank
         pop hl
         inc b
         dec b
         ret z
         push de
         ld a,d
         inc a
         ld de,FILNAM
         jr z,fname.literal
         ld c,8
         call fname.part
         jr nz,fname.put1
IF MSX2
         jr nc,fname.type
         pop de
         push de
         ld a,d
         cp D.MEM
         jp z,error.name
fname.type:
ENDIF
         ld de,FILNAM + 8
         ld c,3
         call fname.part
         jr nz,fname.put1
         dec c
         jp p,error.name       ; another "." before the third character
fname.put1:
         pop de
         ret
fname.literal:
         ld c,6
fname.letter:
         ld a,(hl)
         ld (de),a
         inc hl
         inc de
         dec c
         jr z,fname.put1
         djnz fname.letter
         jr fname.put1
; Up to C characters. In: HL, B, DE, C. Out: NZ at the end; Z, NC behind a "."; Z, CY: there are more. Changes: all.
fname.part:
         ld a,b
         sub 1
         ret c                ; none left (A = 255: NZ)
         ld b,a
         ld a,(hl)
         inc hl
         cp "."
         ret z
         cp 33
         jr c,fname.blanks
         cp "*"
         jr z,fname.stars
         dec c
         jp m,fname.more
         call fname.upper
         ld (de),a
         inc de
         jr fname.part
fname.more:
         inc c
         jp nz,error.name      ; behind "*"
         dec hl
         inc b
         xor a
         scf
         ret
fname.blanks:
         cp 32
         jr z,fname.part
         jp error.name
fname.stars:
         dec c
         jp m,fname.part
         ld a,"?"
         ld (de),a
         inc de
         jr fname.stars

; Calls a cartridge's device routine. In: D = device number (its upper six bits: place in SLTATR), A, BC, E, HL
; and CY for the routine. Out: as the routine leaves AF, BC, DE, HL. Changes: IX, IY; interrupts off perhaps.
slot.device:
         push hl
         push bc
         push af
         ld a,d
         rlca
         rlca
         and 3
         ld c,a               ; primary slot
         ld b,0
         ld hl,EXPTBL
         add hl,bc
         ld a,(hl)
         and &80
         jr z,slot.plain
         ld a,d
         rrca
         rrca
         and %00001100
         or &80
slot.plain:
         or c
         ld b,a               ; slot
         ld a,d
         add a,a
         add a,a
         add a,a
         add a,a
         and &C0
         ld h,a
         ld l,6               ; DEVICE in the header
         push de
         push bc
         ld a,b
         call RDSLT
         pop bc
         push af
         push bc
         inc hl
         ld a,b
         call RDSLT
         pop bc
         ld h,a
         pop af
         ld l,a
         push hl
         pop ix
         push bc
         pop iy               ; upper half: slot
         pop de
         pop af
         pop bc
         pop hl
         jp CALSLT
