; Clusters for what is to be written (function 49).

; Is there room for what is to be written? In: K.POS, K.LEFT, K.FCB, IX = DPB. Out: CY: there is not. Changes: all but IX.
write.room:
         ld de,(K.FCB + FCB.SIZE + 2)
         ld hl,(K.FCB + FCB.SIZE)
         call room.clusters
         ret c
         push hl
         ld hl,(K.POS)
         ld de,(K.LEFT)
         add hl,de
         ex de,hl
         ld hl,(K.POS + 2)
         ld bc,0
         adc hl,bc
         ex de,hl
         pop bc
         ret c
         push bc
         call room.clusters
         pop bc
         ret c
         scf
         sbc hl,bc            ; clusters wanted - 1
         ccf
         ret nc
         ex de,hl
         inc de
         ld hl,2
room.next:
         call fat.isdata
         ccf
         ret c
         push de
         push hl
         call fat.get
         ld a,h
         or l
         pop hl
         pop de
         inc hl
         jr nz,room.next
         dec de
         ld a,d
         or e
         jr nz,room.next
         ret
; Clusters up to the last byte that is to be written, so that data may go to several at once. In: K.POS, K.LEFT, K.FCB,
; K.GROW = 1, IX = DPB. Out: CY: the disk is full. Changes: all but IX.
write.reach:
         ld hl,(K.FCB + FCB.INDEX)
         push hl
         ld hl,(K.FCB + FCB.LAST)
         push hl
         ld hl,(K.POS)
         push hl
         ld de,(K.POS + 2)
         push de
         ld bc,(K.LEFT)
         dec bc
         add hl,bc
         ld (K.POS),hl
         jr nc,reach.low
         inc de
         ld (K.POS + 2),de
reach.low:
         call fat.sector
         pop hl
         ld (K.POS + 2),hl
         pop hl
         ld (K.POS),hl
         pop hl
         pop de
         ld a,h               ; keeps CY
         inc a
         dec a
         jr nz,reach.back
         inc l
         dec l
         jr z,reach.first     ; the file had no cluster: LAST is not the first
reach.back:
         ld (K.FCB + FCB.LAST),hl
         ld (K.FCB + FCB.INDEX),de
         ret
reach.first:
         ld hl,(K.FCB + FCB.FIRST)
         ld de,0
         jr reach.back

; In: DEHL = bytes, IX = DPB. Out: HL = clusters they need; CY: more than any disk has. Changes: AF, B, DE.
room.clusters:
         ld a,d
         or a
         scf
         ret nz
         ld a,l               ; sectors: (DEHL + 511) / 512
         or a
         ld l,0
         jr z,clusters.whole
         inc l
clusters.whole:
         ld a,h
         ld h,e               ; HA = bytes / 256
         add a,l
         jr nc,clusters.low
         inc h
clusters.low:
         ld l,a
         srl h
         rr l
         jr nc,clusters.sectors
         inc hl
clusters.sectors:
         ld a,(ix + DPB.CLMASK)
         ld e,a
         ld d,0
         add hl,de
         ld b,(ix + DPB.CLSHFT)
clusters.next:
         dec b
         jr z,clusters.end
         srl h
         rr l
         jr clusters.next
clusters.end:
         or a
         ret
