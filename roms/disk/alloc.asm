; The file allocation table: taking and giving back clusters.

; The first cluster of a file that has none. In: IX = DPB. Out: HL = cluster, BC = 0, in K.FCB too;
; CY when the disk is full. A file that may not grow ends the function. DE kept. Changes: AF.
fat.start:
         call fat.grow
         ret c
         ld (K.FCB + FCB.FIRST),hl
         ld (K.FCB + FCB.LAST),hl
         ld bc,0
         ld (K.FCB + FCB.INDEX),bc
         ret

; One more cluster behind the last. In: DE = last cluster, IX = DPB. Out: HL = cluster, CY when the
; disk is full. A file that may not grow ends the function. Changes: AF, BC, DE.
fat.append:
         call fat.grow
         ret c
         push hl
         ex de,hl             ; HL = last, DE = new
         call fat.put
         pop hl
         or a
         ret

; fat.claim for a file that may grow, else the end of the function. DE kept.
fat.grow:
         ld a,(K.GROW)
         or a
         jp z,fat.broken
         push de
         call fat.claim
         pop de
         ret

; Takes a free cluster, the first one behind the last cluster of K.FCB, and makes it an end.
; In: IX = DPB. Out: HL = cluster; CY when the disk is full. Changes: AF, BC, DE.
fat.claim:
         ld hl,(K.FCB + FCB.LAST)
; The same behind cluster HL.
claim.behind:
         ld c,(ix + DPB.MAXCL)
         ld b,(ix + DPB.MAXCL + 1)
claim.next:
         call fat.isdata
         jr c,claim.look
         ld hl,2
claim.look:
         push bc
         push hl
         call fat.get
         ld a,h
         or l
         pop hl
         pop bc
         jr z,claim.found
         inc hl
         dec bc
         ld a,b
         or c
         jr nz,claim.next
         scf
         ret
claim.found:
         push hl
         ld de,&0FFF
         call fat.put
         pop hl
         or a
         ret

; Gives back the clusters of a chain. In: HL = first one, IX = DPB. Changes: all but IX.
fat.drop:
         call fat.isdata
         ret nc
         push hl
         call fat.get
         ex (sp),hl
         ld de,0
         call fat.put
         pop hl
         jr fat.drop

; In: HL = cluster, DE = its new entry, IX = DPB. Changes: AF, BC, DE, HL.
fat.put: push de
         ld d,h
         ld e,l
         add hl,hl
         add hl,de            ; nibbles
         srl h
         rr l
         pop de
         push af              ; CY: the upper twelve bits
         jr nc,put.low
         ex de,hl
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         ex de,hl
put.low: push hl
         push de
         call fat.locate
         pop de
         pop bc
         pop af
         push af
         push bc
         ld a,e
         jr nc,put.first
         ld a,(hl)
         and &0F
         or e
put.first:
         ld (hl),a
         ld a,1
         ld (K.FATMOD),a
         pop hl
         inc hl
         push de
         call fat.locate
         pop de
         pop af
         ld a,d
         jr c,put.second
         ld a,(hl)
         and &F0
         or d
put.second:
         ld (hl),a
         ld a,1
         ld (K.FATMOD),a
         ret

; Writes FATBUF to all copies of the FAT if it was changed. Changes: AF, BC, DE, HL.
fat.flush:
         ld a,(K.FATMOD)
         or a
         ret z
         xor a
         ld (K.FATMOD),a
         push ix
         ld a,(K.FATDRV)
         call drive.itself
         ld b,(ix + DPB.FATCNT)
         ld de,(K.FATSEC)
flush.next:
         push bc
         push de
         ld bc,&0101
         ld hl,FATBUF
         call disk.sectors
         pop de
         pop bc
         ld l,(ix + DPB.FATSIZ)
         ld h,0
         add hl,de
         ex de,hl
         djnz flush.next
         pop ix
         ret
