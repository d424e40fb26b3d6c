; Disk BASIC: random files. GET, PUT, FIELD, LSET, RSET, CVI CVS CVD, MKI$ MKS$ MKD$. A record is in the block's
; buffer, fields are strings there. Source: MSX2 Technical Handbook, chapter 2, 1.

; H.DGET: In: HL = block, E = 0 GET, 1 PUT, BC = record from 1 on, 0: the next. Errors 55, 61, 66.
rnd.record:
         ei
         push hl
         pop ix
         bit 2,(ix + FL.MODE)
         jp z,bas.badmode
         call seq.header
         ld a,b
         or c
         jr z,record.next
         dec bc
         ld (iy + FCB.RANDOM),c
         ld (iy + FCB.RANDOM + 1),b
         ld (iy + FCB.RANDOM + 2),0
         ld (iy + FCB.RANDOM + 3),0
record.next:
         dec e
         jr z,record.put
         call seq.load
         ld a,h
         or l
         ret nz
         ld e,55              ; Input past end
         jp bas.error
record.put:
         call seq.save
         ret z
         jp bas.full

; H.FIEL: In: HL = text at [#] number, length AS variable ... Out: HL behind, CY. Errors 13, 50, 52, 59, 61.
rnd.field:
         ei
         ld a,(hl)
         cp "#"
         jr nz,field.number
         rst 16
field.number:
         call rnd.byte
         push hl
         call rnd.opened
         ld hl,256            ; the buffer, whatever the record's length
         ld (BAS.HEAD),hl     ; bytes left
         push ix
         pop hl
         ld de,FL.BUFFER
         add hl,de
         ld (BAS.ROOM),hl
         pop hl
field.next:
         rst 8
         db ","
         call rnd.byte
         push af
         rst 8
         db "A"
         rst 8
         db "S"
         call rnd.variable
         pop af
         push hl
         push de
         ld c,a
         ld b,0
         ld hl,(BAS.HEAD)
         or a
         sbc hl,bc
         ld e,50              ; FIELD overflow
         jp c,bas.error
         ld (BAS.HEAD),hl
         pop hl
         ld (hl),c
         inc hl
         ld de,(BAS.ROOM)
         ld (hl),e
         inc hl
         ld (hl),d
         ex de,hl
         add hl,bc
         ld (BAS.ROOM),hl
         pop hl
         ld a,(hl)
         cp ","
         jr z,field.next
         scf
         ret

; In: HL = text. Out: A = byte; HL behind. Changes: all.
rnd.byte:
         ld ix,GETBYT
         jp ram.bios
; In: HL = text at the name of a string. Out: DE = its descriptor; HL behind. Changes: all. Error 13.
rnd.variable:
         ld ix,PTRGET
         call ram.bios
; Error 13 unless VALTYP is a string. Changes: AF.
rnd.string:
         ld a,(VALTYP)
         cp 3
         ret z
         ld e,13              ; Type mismatch
         jp bas.error
; In: A = number of a file. Out: IX = block of a random file, IY = FCB. Changes: AF, DE, HL.
rnd.opened:
         ld l,a
         ld a,(MAXFIL)
         cp l
         ld e,52              ; Bad file number
         jp c,bas.error
         ld a,l
         ld hl,(FILTAB)
         call table.row
         ld a,(ix + FL.MODE)
         or a
         ld e,59              ; File not OPEN
         jp z,bas.error
         bit 2,a
         jp z,bas.badmode
         jp seq.header

; H.LSET, H.RSET: In: HL = text at variable = string. Out: HL behind, CY.
rnd.lset:
         xor a
         jr rnd.set
rnd.rset:
         ld a,1
rnd.set: ei
         ld (BAS.TO),a
         call rnd.variable
         push de
         rst 8
         db &EF               ; =
         ld ix,FRMEVL
         call ram.bios
         call rnd.string
         pop de
         push hl
         push de
         call rnd.own
         ld ix,FRESTR
         call ram.bios
         pop de
         ld a,(de)            ; length of the variable
         or a
         jr z,set.end
         ld b,a
         ld c,(hl)            ; length of the value
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ex de,hl             ; DE = characters of the value
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a               ; HL = characters of the variable
         ld a,b
         sub c
         jr nc,set.blanks
         ld c,b
         xor a
set.blanks:
         ld b,a               ; B blanks, C characters
         ld a,(BAS.TO)
         or a
         call nz,set.fill
         call set.copy
         call set.fill
set.end: pop hl
         scf
         ret
; B blanks. Changes: AF, B (0), HL.
set.fill:
         inc b
set.fill1:
         dec b
         ret z
         ld (hl)," "
         inc hl
         jr set.fill1
; C characters from DE. Changes: AF, C, DE, HL.
set.copy:
         inc c
set.copy1:
         dec c
         ret z
         ld a,(de)
         ld (hl),a
         inc de
         inc hl
         jr set.copy1

; A variable whose characters are in the program text gets a string of its own. In: DE = descriptor, value in DAC, kept.
; Changes: all.
rnd.own: ld a,(de)
         or a
         ret z
         push de
         ex de,hl
         ld c,a
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld hl,(VARTAB)
         rst &20              ; DCOMPR
         pop de
         ret c
         ld hl,(DAC + 2)
         push hl
         push de
         ld a,c
         call rnd.make
         ld hl,(DAC + 2)
         pop de
         ld bc,3
         ldir
         ld hl,(TEMPPT)       ; no longer a temporary
         dec hl
         dec hl
         dec hl
         ld (TEMPPT),hl
         pop hl
         ld (DAC + 2),hl
         ret
; In: A = length. Out: DAC = a new string. Changes: all.
rnd.make:
         ld hl,make.text
         ld de,BAS.SOURCE
         ld bc,make.end - make.text
         push de
         ldir
         pop hl
         ld (BAS.SOURCE + 3),a
         ld ix,FRMEVL
         jp ram.bios
make.text: db &E3,"(",15,0,",",15,32,")",0 ; STRING$(length,32)
make.end: EQU $

; H.CVI, H.CVS, H.CVD: In: DAC = string. Out: DAC = number, CY. Error 5 for a string that is too short.
rnd.cvi: ld a,2
         db &11               ; skips two bytes (ld de,...)
rnd.cvs: ld a,4
         db &11
rnd.cvd: ld a,8
         ei
         push hl
         push af
         call rnd.string
         ld ix,FRESTR
         call ram.bios
         pop af
         cp (hl)
         jr z,cv.take
         jp nc,bas.illegal
cv.take: inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         call rnd.value
         ex de,hl
         ldir
         pop hl
         scf
         ret
; In: A = type. Out: VALTYP, HL = its place in DAC, BC = its length. Changes: F.
rnd.value:
         ld (VALTYP),a
         ld hl,DAC
         cp 2
         jr nz,value.real
         ld hl,DAC + 2
value.real:
         ld b,0
         ld c,a
         ret

; Calls a routine of the math pack. In: IX = routine, DAC. Changes: all. Error 13 for a string.
rnd.number:
         ld a,(VALTYP)
         cp 3
         jp nz,ram.main
         ld e,13              ; Type mismatch
         jp bas.error

; H.MKI_, H.MKS_, H.MKD_: In: DAC = number. Out: DAC = string, CY.
rnd.mki: ld ix,FRCINT
         ld a,2
         jr rnd.mk
rnd.mks: ld ix,FRCSNG
         ld a,4
         jr rnd.mk
rnd.mkd: ld ix,FRCDBL
         ld a,8
rnd.mk:  ei
         push hl
         push af
         call rnd.number
         pop af
         call rnd.value
         push bc
         ld de,BAS.HEAD
         ldir
         pop bc
         push bc
         ld a,c
         call rnd.make
         ld hl,(DAC + 2)
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld hl,BAS.HEAD
         pop bc
         ldir
         pop hl
         scf
         ret
