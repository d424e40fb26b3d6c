; COPY between areas of the screen, arrays and files, in screens 5-8; between files it is a disk word.
; Pictures in arrays and files begin with their width and height, two bytes each.
; Source: MSX2 Technical Handbook, chapter 2 (2.4) and appendix 3; MSX Wiki, "COPY".

do.copy:
IF MSX2
         cp T.SCREEN          ; COPY SCREEN needs a digitizer
         jp z,error.call
         call copy.point
         jp z,copy.screen
         call copy.is.array
         jr nc,copy.array
         push hl
         MAIN FRMEVL
         call copy.name
         call copy.direction
         cp T.TO
         jr nz,copy.files
         rst 16
         call copy.point
         jr z,copy.load
         call copy.is.array
         jr nc,copy.read
copy.files:
         pop hl
ENDIF
         MAIN copy.file
         ret

IF MSX2
copy.filename: EQU BUF + 66   ; 128, behind the parameters of the block copies

; In: HL. Out: Z: a point comes; A. Changes: F.
copy.point:
         dec hl
         rst 16
         cp "("
         ret z
         cp T.STEP
         ret

; In: HL. Out: NC: an array comes: the name of a number without brackets. Changes: AF, BC, DE.
copy.is.array:
         ld a,(hl)
         cp "A"
         ret c
         cp "Z" + 1
         ccf
         ret c
         push hl
         MAIN name.read
         pop hl
         scf
         ret z
         ld a,(VALTYP)
         cp 3
         scf
         ret z
         or a
         ret

; COPY file[,direction] TO point...: a picture of a file.
copy.load:
         pop de
         call copy.target
         ld de,copy.filename
         ld (SX),de
         ld ix,S.BLTVD
         jr copy.go
; COPY file TO array
copy.read:
         pop de
         call copy.whole
         ld (DX),de
         ld (DY),bc
         ld de,copy.filename
         ld (SX),de
         ld ix,S.BLTMD
         jr copy.go

; COPY array[,direction] TO point... or file
copy.array:
         call copy.whole
         push de
         push bc
         call copy.direction
         rst 8
         db T.TO
         call copy.point
         jr z,copy.show
         MAIN FRMEVL
         call copy.name
         pop bc
         pop de
         ld (SX),de
         ld (SY),bc
         ld de,copy.filename
         ld (DX),de
         ld ix,S.BLTDM
         jr copy.go
copy.show:
         call copy.target
         pop bc
         pop de
         ld (SX),de
         ld ix,S.BLTVM
; Ends a copy. In: IX = entry of the sub-ROM; CY from there: error in E, when a file is in it.
copy.go: push hl
         push ix
         ld hl,SX
         call sub.call
         pop bc
         pop hl
         ret nc
         ld a,c
         sub S.BLTVM & 255
         jr nz,copy.fails
         ld e,5
copy.fails:
         jp error

; COPY (X,Y)-[STEP](X,Y)[,page] TO (X,Y)[,page[,operation]], array or file. The dots go one after another from
; the first corner to the second, in the target from its corner on: a copy over itself repeats what lies between.
copy.screen:
         call copy.corner
         push bc
         push de
         rst 8
         db T.MINUS
         call copy.corner
         ex (sp),hl           ; HL = first Y
         call copy.count
         ld (SY),hl
         ld (NY),de
         and 8
         ld (CARG),a
         pop hl
         ex (sp),hl           ; HL = first X
         ld d,b
         ld e,c
         call copy.count
         ld (SX),hl
         ld (NX),de
         and 4
         ld hl,CARG
         or (hl)
         ld (hl),a
         pop hl
         call copy.page
         ld (SY + 1),a
         xor a
         ld (L_OP),a
         dec hl
         rst 16
         rst 8
         db T.TO
         call copy.point
         jr z,copy.move
         call copy.is.array
         jr nc,copy.take
         MAIN FRMEVL
         call copy.name
         ld de,copy.filename
         ld (DX),de
         ld ix,S.BLTDV
         jr copy.go
copy.move:
         call copy.target
         ld ix,S.MOVE
         jr copy.go
copy.take:
         call copy.whole
         ld (DX),de
         push hl
         inc bc
         ld h,b
         ld l,c
         or a
         sbc hl,de
         push hl
         call copy.bytes
         pop bc
         or a
         jr nz,copy.error
         ld de,4
         add hl,de
         jr c,copy.error
         scf
         sbc hl,bc
         jr nc,copy.error     ; it does not fit
         pop hl
         ld ix,S.BLTMV
         jp copy.go

; Bytes of the dots of the source. In: NX, NY. Out: A, HL = 24 bits. Changes: F, BC, DE.
copy.bytes:
         ld de,(NX)
         ld a,(NY)
         ld c,a
         ld hl,0
         xor a
         ld b,8
copy.bit:
         add hl,hl
         rla
         rl c
         jr nc,copy.zero
         add hl,de
         adc a,0
copy.zero:
         djnz copy.bit
         ld b,a
         ld a,(SCRMOD)
         sub 8
         ret z                ; a dot a byte
         ld c,1
         ld de,1
         cp 254
         jr nz,copy.halves    ; two
         ld c,2               ; screen 6: four
         ld e,3
copy.halves:
         add hl,de
         ld a,b
         adc a,0
copy.half:
         srl a
         rr h
         rr l
         dec c
         jr nz,copy.half
         ret

copy.error:
         jp error.call

; A corner, brought into the picture. In: HL. Out: BC, DE, HL behind. Changes: AF.
copy.corner:
         ld a,(SCRMOD)
         cp 5
         jr c,copy.error
         MAIN point.get
         jp SCALXY

; In: HL = first coordinate, DE = last. Out: DE = how many, A = 0 when they go up, else 255. Changes: F.
copy.count:
         push hl
         or a
         sbc hl,de
         sbc a,a              ; 255: they go up
         jr z,copy.down
         ex de,hl             ; -HL
         ld hl,0
         or a
         sbc hl,de
copy.down:
         inc hl
         ex de,hl
         cpl
         pop hl
         ret

; A page behind a comma. In: HL. Out: A = page, else the active one; HL. Changes: all others.
copy.page:
         MAIN colour.get
         jr c,copy.active
         ld c,a
         ld a,(SCRMOD)
         cp 7
         ld a,c
         ld c,4
         jr c,copy.limit
         ld c,2
copy.limit:
         cp c
         ret c
         jr copy.error
copy.active:
         ld a,(ACPAGE)
         ret

; Where a copy goes: point[,page[,operation]]. In: HL. Out: DX, DY, L_OP; HL. Changes: all others.
copy.target:
         call copy.corner
         ld (DX),bc
         ld (DY),de
         call copy.page
         ld (DY + 1),a
         ld a,(LOGOPR)
         push af
         xor a
         ld (LOGOPR),a
         MAIN operation.get
         ld a,(LOGOPR)
         ld (L_OP),a
         pop af
         ld (LOGOPR),a
         ret

; [,direction]: 1 leftwards, 2 upwards, 3 both. In: HL. Out: CARG, A = character in hand; HL. Changes: all others.
copy.direction:
         MAIN colour.get
         jr nc,copy.given
         xor a
copy.given:
         cp 4
         jr nc,copy.error
         add a,a
         add a,a
         ld (CARG),a
         dec hl
         rst 16
         ret

; An array. In: HL at its name. Out: DE = first byte, BC = last byte; HL behind. Changes: all others.
copy.whole:
         MAIN array.whole
         push hl
         ld h,d
         ld l,e
         add hl,bc
         dec hl
         ld b,h
         ld c,l
         pop hl
         ret

; Copies the file name in DAC, ended by 0. In: HL. Out: HL. Changes: all others.
copy.name:
         push hl
         MAIN string.take
         cp 128
         jp nc,copy.error
         ld hl,copy.filename
         ex de,hl
         or a
         ld c,a
         ld b,0
         jr z,copy.named
         ldir
copy.named:
         xor a
         ld (de),a
         pop hl
         ret
ENDIF
