; Boot sectors in SECBUF (MSX2 Technical Handbook, figure 3.10; MSX-DOS 2 Function Specifications, 31 and 67).

; The fields for the disk of a DPB. In: IX = DPB. Changes: AF, BC, DE, HL.
boot.fields:
         ld hl,512
         ld (SECBUF + 11),hl
         ld a,(ix + DPB.CLMASK)
         inc a
         ld (SECBUF + 13),a
         ld l,(ix + DPB.FIRFAT)
         ld h,(ix + DPB.FIRFAT + 1)
         ld (SECBUF + 14),hl
         ld a,(ix + DPB.FATCNT)
         ld (SECBUF + 16),a
         ld l,(ix + DPB.MAXENT)
         ld h,0
         ld (SECBUF + 17),hl
         call disk.total
         ld (SECBUF + 19),hl
         ld l,(ix + DPB.FATSIZ)
         ld h,0
         ld (SECBUF + 22),hl
         ld a,(ix + DPB.MEDIA)
         ld (SECBUF + 21),a
         ld l,9               ; sectors of a track; bit 1 of the media descriptor: 8
         bit 1,a
         jr z,fields.track
         dec l
fields.track:
         ld (SECBUF + 24),hl
         and 1                ; bit 0: two sides
         inc a
         ld l,a
         ld (SECBUF + 26),hl
         ld l,h
         ld (SECBUF + 28),hl
         ret

; Out: HL = sectors of the disk. In: IX = DPB. Changes: F, B, DE.
disk.total:
         ld e,(ix + DPB.MAXCL)
         ld d,(ix + DPB.MAXCL + 1)
         dec de
         ld l,(ix + DPB.FIRREC)
         ld h,(ix + DPB.FIRREC + 1)
         ld b,(ix + DPB.CLMASK)
         inc b
total.next:
         add hl,de
         djnz total.next
         ret

; One of this system: a program that returns, and the identification that MSX-DOS 2 gives disks. The maker's name stays.
; In: IX = DPB. Changes: all but IX.
boot.own:
         ld hl,&FEEB          ; JR 30; NOP
         ld (SECBUF),hl
         ld a,&90
         ld (SECBUF + 2),a
         ld hl,SECBUF + 11
         ld de,SECBUF + 12
         ld bc,500
         ld (hl),0
         ldir
         ld a,&C9
         ld (SECBUF + 30),a
         ld hl,boot.volume
         ld de,SECBUF + 32
         ld bc,6
         ldir
         call clock.now       ; the volume id is when it was made
         ld (SECBUF + 39),de
         ld (SECBUF + 41),hl
         jp boot.fields
boot.volume: dm "VOL_ID"
