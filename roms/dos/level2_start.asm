; Level 2 starts, if the RAM is a memory mapper with segments to spare; else nothing changes.

; Out: NC when it runs. Changes: all but IX, IY.
system.level2:
         ld hl,l2.image
         ld de,DOS.STACK
         ld bc,l2.end - DOS.STACK
         ldir
         di
         call map.find
         jr c,level2.none
         ld (l2.segment),a
         call map.others
         ld a,(l2.segment)
         dec a
         ld (l2.other),a
         ld hl,second.image
         ld bc,second.end - &4000
         call level2.load
         ld a,(l2.segment)
         ld hl,kernel.image
         ld bc,kernel.end - &4000
         call level2.load
         ld a,1
         call map.put2
         ld hl,(BDOS + 1)
         ld (l2.bdos + 1),hl
         ld hl,l2.entry
         ld (BDOS + 1),hl
         ld hl,prc.break
         ld (ends.vectors),hl
         ld hl,(DOS.ERRORS)
         ld (prc.default),hl
         ld hl,prc.vector
         ld (DOS.ERRORS),hl
         call map.hook
         ld a,(l2.segment)
         ld c,L2.START
         call l2.inner
         or a
level2.none:
         ei
         ret

; Fills a segment of the kernel: its image, then zeros. In: A = segment, HL = image, BC = its length. Changes: all but IX,
; IY.
level2.load:
         call map.put2
         ld de,&8000
         ldir
         ld hl,&C000 - 1
         or a
         sbc hl,de
         ld b,h
         ld c,l
         ld h,d
         ld l,e
         inc de
         ld (hl),0
         ldir
         ret
