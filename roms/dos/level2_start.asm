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
         call map.put2
         ld hl,kernel.image
         ld de,&8000
         ld bc,kernel.end - &4000
         ldir
         ld h,d
         ld l,e
         inc de
         ld (hl),0
         ld bc,&4000 - 1 + &4000 - kernel.end
         ldir
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
