; Disk BASIC: DSKF, DSKI$, DSKO$. Source: MSX2 Technical Handbook, chapter 2, 1; MSX Wiki, "DSKI$()": the sector is in
; the buffer that F351h points to.

; H.DSKF: In: DAC = drive, 0 the present one. Out: DAC = free clusters, CY. Error 62.
sec.free:
         ei
         push hl
         ld ix,FRCINT
         call rnd.number
         ld de,(DAC + 2)
         call sec.drive
         ld e,a
         ld c,&1B
         call bas.bdos
         call num.word
         pop hl
         scf
         ret
; In: DE = drive, 0 the present one. Out: A = 1-8. Changes: F. Error 62.
sec.drive:
         inc d
         dec d
         jr nz,sec.bad
         ld a,e
         call bas.resolve
         push hl
         ld hl,NMBDRV
         dec a
         cp (hl)
         inc a
         pop hl
         ret c
sec.bad: ld e,62              ; Bad drive name
         jp bas.error

; H.DSKI: In: HL = text at "(drive,sector)". Out: an empty string, HL behind, CY.
sec.read:
         ei
         rst 8
         db "("
         call sec.place
         rst 8
         db ")"
         push hl
         ld c,&2F
         call sec.move
         ld hl,sec.empty
         ld de,BAS.HEAD
         ld bc,3
         ldir
         ld hl,BAS.HEAD
         ld (DAC + 2),hl
         ld a,3
         ld (VALTYP),a
         pop hl
         scf
         ret
sec.empty: db 0,0,0
; H.DSKO: In: HL = text at drive, sector. Out: HL behind, CY.
sec.write:
         ei
         call sec.place
         push hl
         ld c,&30
         call sec.move
         pop hl
         scf
         ret

; In: HL = text at "drive,sector". Out: BAS.HEAD = drive, BAS.HEAD + 1 = sector; HL behind. Changes: all.
sec.place:
         ld ix,GETBYT
         call ram.bios
         ld d,0
         call sec.drive
         push af
         rst 8
         db ","
         ld ix,FRMQNT
         call ram.bios
         pop af
         ld (BAS.HEAD),a
         ld (BAS.HEAD + 1),de
         ret
; In: C = function, BAS.HEAD. Changes: all. Error 63 for a sector that the disk does not have.
sec.move:
         push bc
         ld a,(BAS.HEAD)
         ld e,a
         ld c,&1B
         call bas.bdos        ; DPB of the disk that is in the drive
         ld a,(BAS.HEAD)
         call drive.letter
         ld l,(ix + DPB.MAXCL)
         ld h,(ix + DPB.MAXCL + 1)
         inc hl
         call fat.first
         dec hl               ; last sector
         ld de,(BAS.HEAD + 1)
         or a
         sbc hl,de
         ld e,63              ; Bad sector number
         jp c,bas.error
         ld de,(DIRPTR)
         ld c,&1A
         call bas.bdos
         pop bc
         ld de,(BAS.HEAD + 1)
         ld a,(BAS.HEAD)
         dec a
         ld l,a
         ld h,1
         jp bas.bdos
