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
