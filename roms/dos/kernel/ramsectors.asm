; Sectors of the RAM disk: 32 in each of its segments. RAMD.LIST has segment and slot of each.

; In: B = sectors, C = bit 0: write, DE = first one, HL = address; the program's memory is in page 1 there. Out: CY: there
; are not so many. Changes: all but IX.
ramd.sectors:
         ld a,b
         or a
         ret z
         push hl
         ld l,b
         ld h,0
         dec hl
         add hl,de
         jr c,ramd.beyond
         push de
         ld de,(ramd.total)
         sbc hl,de            ; NC from ADD
         pop de
ramd.beyond:
         ccf
         pop hl
         jr nc,ramd.next
         ret
ramd.next:
         push bc
         push de
         push hl
         call ramd.sector
         pop hl
         inc h
         inc h
         pop de
         inc de
         pop bc
         djnz ramd.next
         or a
         ret

; One sector. In: C = bit 0: write, DE = sector, HL = address. Changes: AF, BC, DE, HL.
ramd.sector:
         bit 0,c
         jr nz,ramd.write
         call ramd.hidden
         jr c,ramd.through
         ex de,hl
ramd.read:
         call ramd.place
         ld bc,512
         jp l2.move
ramd.through:                 ; to the program's page 1
         push hl
         ex de,hl
         ld de,SECBUF
         call ramd.read
         pop de
         ld hl,SECBUF
         ld bc,512
         jp l2.copy
ramd.write:
         call ramd.hidden
         jr nc,ramd.put
         push de
         ld de,SECBUF
         ld bc,512
         call l2.copy
         pop de
         ld hl,SECBUF
ramd.put:
         ex de,hl
         call ramd.place
         ex de,hl
         ld bc,512
         jp l2.move
; In: HL = address of a sector. Out: CY: part of it is in page 1. Changes: AF.
ramd.hidden:
         ld a,h
         cp &80
         ret nc
         cp &3E
         ccf
         ret

; In: HL = sector. Out: HL = its address in page 1, A = segment, l2.far = slot of that. Changes: F, BC.
ramd.place:
         ld a,l
         and 31
         add a,a
         add a,&40
         push af
         call dir.sixteenth
         res 0,l              ; two bytes for 32 sectors
         ld bc,RAMD.LIST
         add hl,bc
         ld b,(hl)
         inc hl
         ld a,(hl)
         ld (l2.far),a
         pop af
         ld h,a
         ld l,0
         ld a,b
         ret
