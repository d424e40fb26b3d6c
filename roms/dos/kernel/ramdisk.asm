; The RAM disk, drive H (MSX-DOS 2 Function Specifications, 68). Sector 0 is its boot sector, sector 1 RAMD.LIST, with
; which it is found again when level 2 has been away; a FAT, a directory of 112 entries and the clusters follow.

RAMD.ENTRIES: EQU 112

; 68: In: B = FFh: tell its size, 0: remove it, else make it of so many segments, or of those that there are. Out: A =
; error, B = its segments. Changes: all.
set.ramdisk:
         ld a,(ramd.count)
         inc b
         jr z,ramd.tell
         dec b
         jr z,ramdisk.remove
         or a
         ld a,ERR.RAMDX
         jr nz,ramd.size
         call ramd.take
         ld a,ERR.NORAM
         jr z,ramd.size
         call ramd.known
         call ramd.format
         jr ramd.tell
ramdisk.remove:
         or a
         call nz,ramd.remove
ramd.tell:
         xor a
ramd.size:
         ld hl,ramd.count
         ld b,(hl)
         ret

; Segments for it. In: B = number wanted. Out: RAMD.LIST, ramd.count; Z: there are none. Changes: all.
ramd.take:
         ld hl,RAMD.LIST
ramtake.next:
         push bc
         push hl
         ld a,(map.slot)
         or %00100000         ; of this mapper, or of another one
         ld b,a
         ld a,2
         call seg.allocate
         pop hl
         jr c,ramtake.end
         ld (hl),a
         inc hl
         ld (hl),b
         inc hl
         pop bc
         ld a,(ramd.count)
         inc a
         ld (ramd.count),a
         djnz ramtake.next
         or a
         ret
ramtake.end:
         pop bc
         ld a,(ramd.count)
         or a
         ret

; Gives its segments back; its files are not open any more, no drive means it. Changes: all.
ramd.remove:
         call ramd.close
         ld hl,DPBTBL
         ld c,0
         call ramd.unassign
         ld hl,DPBTBL + 2
         inc c
         call ramd.unassign
         ld a,(DEFDRV)
         cp RAMD.DRIVE
         jr nz,ramremove.drive
         xor a
         ld (DEFDRV),a
ramremove.drive:
         ld hl,ramd.count
         ld b,(hl)
         ld hl,RAMD.LIST
ramremove.segment:
         push bc
         call ramd.owner
         push hl
         ex de,hl
         call seg.give
         pop hl
         pop bc
         djnz ramremove.segment
         call ramd.clear
         ld h,a
         ld l,a
         ld (RAMD.MOVE),hl
         ld (DPBTBL + 2 * RAMD.DRIVE),hl
         ld (RAMD.KEPT),a
         jp disk.forget
; The drive means itself, not the RAM disk. In: HL = place in DPBTBL, C = drive. Changes: AF, DE, HL.
ramd.unassign:
         ld a,(hl)
         cp DPB.H \ 256
         ret nz
         inc hl
         ld a,(hl)
         dec hl
         cp DPB.H // 256
         call z,assign.put
         ret
; Out: RAMD.LIST is 0, A = 0. Changes: BC, DE, HL.
ramd.clear:
         ld hl,RAMD.LIST
         ld de,RAMD.LIST + 1
         ld bc,511
         xor a
         ld (hl),a
         ldir
         ret
; In: HL = place in RAMD.LIST. Out: HL = the next one, DE = place of the segment in SEG.OWNER; CY: there is none.
; Changes: AF, BC.
ramd.owner:
         ld c,(hl)
         inc hl
         ld b,(hl)
         inc hl
         push hl
         call seg.place
         ex de,hl
         pop hl
         ret

; Its open files are gone: handles of them answer as those of deleted files. Changes: AF, BC, DE, HL, IY.
ramd.close:
         ld iy,fil.table
         ld b,FIL.COUNT
ramclose.next:
         ld a,(iy + FIL.REFS)
         or a
         jr z,ramclose.other
         ld l,(iy + FIL.DPB)
         ld h,(iy + FIL.DPB + 1)
         ld de,DPB.H
         sbc hl,de            ; NC from OR
         call z,ramd.deleted
ramclose.other:
         ld de,FIL.LENGTH
         add iy,de
         djnz ramclose.next
         ret
; In: IY = record of an open file. Keeps B, IY. Changes: AF, C, DE, HL.
ramd.deleted:
         ld (iy + FIL.REFS),0
         push bc
         push iy
         pop de
         push iy
         ld iy,opn.table
         ld b,OPN.COUNT
ramdel.next:
         ld l,(iy + OPN.FIL)
         ld h,(iy + OPN.FIL + 1)
         or a
         sbc hl,de
         jr nz,ramdel.other
         set 7,(iy + OPN.MODE)
ramdel.other:
         push de
         ld de,OPN.SIZE
         add iy,de
         pop de
         djnz ramdel.next
         pop iy
         pop bc
         ret

; There is a RAM disk: its DPB, its drive. In: RAMD.LIST, ramd.count. Out: IX = DPB. Changes: all.
ramd.known:
         ld hl,(RAMD.LIST)
         ld (RAMD.FIRST),hl
         ld hl,ramd.dpb
         ld de,DPB.H
         ld bc,ramd.dpb.end - ramd.dpb
         ldir
         ld ix,DPB.H
         ld a,(ramd.count)
         ld (RAMD.KEPT),a
         ld l,a
         ld h,0
         ld d,h
         ld e,l
         add hl,hl
         add hl,de            ; a segment has 48 bytes of FAT, or 24
         ld de,31
         ld b,5
         rlca
         jr nc,ramknown.small
         inc (ix + DPB.CLMASK)
         inc (ix + DPB.CLSHFT)
         ld e,63
         inc b
ramknown.small:
         add hl,de
ramknown.fat:
         srl h
         rr l
         djnz ramknown.fat
         ld (ix + DPB.FATSIZ),l
         ld a,l
         add a,2
         ld (ix + DPB.FIRDIR),a
         add a,RAMD.ENTRIES // 16
         ld (ix + DPB.FIRREC),a
         ld e,a
         ld a,(ramd.count)
         ld l,a
         ld h,0
         ld b,5
ramknown.sectors:
         add hl,hl
         djnz ramknown.sectors
         ld (ramd.total),hl
         ld d,0
         or a
         sbc hl,de
         ld a,(ix + DPB.CLMASK)
         or a
         jr z,ramknown.clusters
         srl h
         rr l
ramknown.clusters:
         inc hl
         ld (ix + DPB.MAXCL),l
         ld (ix + DPB.MAXCL + 1),h
         ld (DPBTBL + 2 * RAMD.DRIVE),ix
         ld hl,l2.ramdisk
         ld (RAMD.MOVE),hl
         ld hl,0
         ld (RAMD.CWD),hl
         call current.text
         ld (hl),0
         ret
ramd.dpb:
         db RAMD.DRIVE,&F8
         dw 512
         db 15,4,0,1
         dw 2
         db 1,RAMD.ENTRIES
         dw 0,0
         db 0
         dw 0,0
ramd.dpb.end: EQU $
         ASSERT ramd.dpb.end - ramd.dpb == 21

; An empty file system. In: IX = DPB. Changes: all but IX.
ramd.format:
         call disk.forget
         call ramd.blank
         ld b,(ix + DPB.FIRREC)
         dec b
         ld de,1
ramformat.next:
         call ramd.store
         inc de
         djnz ramformat.next
         ld hl,&FFFF
         ld (SECBUF),hl
         ld (SECBUF + 1),hl
         ld a,(ix + DPB.MEDIA)
         ld (SECBUF),a
         ld de,2
         call ramd.store
         ld hl,RAMD.LIST
         push hl
         call ramd.sum
         ld (hl),e
         inc hl
         ld (hl),d
         pop hl
         ld de,SECBUF
         ld bc,512
         ldir
         ld de,1
         call ramd.store
         call boot.own
         ld hl,ramboot.name
         ld de,SECBUF + 3
         ld bc,8
         ldir
         ld de,0
; SECBUF to a sector. In: DE = sector. Keeps BC, DE. Changes: AF, HL.
ramd.store:
         push bc
         push de
         ld bc,&0101
         ld hl,SECBUF
         call ramd.sectors
         pop de
         pop bc
         ret
; Zeros in SECBUF. Changes: BC, DE, HL.
ramd.blank:
         ld hl,SECBUF
         ld de,SECBUF + 1
         ld bc,511
         ld (hl),0
         ldir
         ret
ramboot.name: dm "EB-DOS  "

; In: HL = 512 bytes. Out: DE = sum of the first 510, HL = behind these. Changes: AF, BC.
ramd.sum:
         ld bc,510
         ld de,0
ramsum.next:
         ld a,(hl)
         add a,e
         ld e,a
         jr nc,ramsum.high
         inc d
ramsum.high:
         cpi                  ; HL + 1, BC - 1
         jp pe,ramsum.next
         ret

; The RAM disk that there was when level 2 ran before, if it is there still. Changes: all. Out: A = 0.
ramd.restore:
         ld a,(RAMD.KEPT)
         or a
         ret z
         ld a,(RAMD.FIRST + 1)
         ld (l2.far),a
         ld a,(RAMD.FIRST)
         ld hl,&4000 + 512
         ld de,SECBUF
         ld bc,512
         call l2.move
         ld hl,SECBUF
         call ramd.sum
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         or a
         sbc hl,de
         jr nz,ramback.none
         ld hl,SECBUF
         ld de,RAMD.LIST
         ld bc,512
         ldir
         ld hl,ramd.count
         ld b,(hl)
         ld hl,RAMD.LIST
ramback.look:
         push bc
         call ramd.owner
         pop bc
         jr c,ramback.none
         ld a,(de)
         or a
         jr nz,ramback.none
         djnz ramback.look
         ld a,(ramd.count)
         ld b,a
         ld hl,RAMD.LIST
ramback.mark:
         push bc
         call ramd.owner
         pop bc
         ld a,SEG.DISK
         ld (de),a
         djnz ramback.mark
         call seg.count
         call ramd.known
         xor a
         ret
ramback.none:
         call ramd.clear
         ld (RAMD.KEPT),a
         ret
