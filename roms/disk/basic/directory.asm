; Disk BASIC: FILES, LFILES, KILL, NAME, COPY. Source: MSX2 Technical Handbook, chapter 2, 1.

; H.FILE: In: D, FILNAM with "?". Out: CY. Names in columns of 13 from a fresh row on; on the screen the cursor
; stays behind the last unless its row is full (MSX1 machine with a disk: github.com/andete/zerobas,
; docs/keywords/FILES).
dir.list:
         ei
         ld a,d
         cp 9
         ret nc
         push hl
         call bas.name
         call dir.search
         jp nz,bas.nofile
         ld a,(PRTFLG)
         or a
         ld a,(CSRX)
         jr nz,list.row
         dec a
         call nz,list.line
list.row:
         ld a,(INTFLG)
         or a
         call nz,ISCNTC
         ld a,(PRTFLG)
         or a
         ld a,80
         jr nz,list.width
         ld a,(LINLEN)
list.width:
         inc a
         ld c,0
list.fit:
         inc c
         sub 13
         jr nc,list.fit
         dec c                ; names in a row
         jr nz,list.name
         inc c
list.name:
         push bc
         ld hl,BAS.FOUND + 1
         ld b,8
         call list.letters
         ld a,(hl)
         cp " "
         jr z,list.dot
         ld a,"."
list.dot:
         rst 24
         ld b,3
         call list.letters
         call dir.more
         pop bc
         jr nz,list.end
         dec c
         jr z,list.full
         ld a," "
         rst 24
         jr list.name
list.full:
         call list.line
         jr list.row
list.end:
         ld a,(PRTFLG)
         or a
         jr nz,list.last
         dec c
         jr z,list.last
         ld a," "
         rst 24
         jr list.done
list.last:
         call list.line
list.done:
         pop hl
         scf
         ret
list.letters:
         ld a,(hl)
         rst 24
         inc hl
         djnz list.letters
         ret
list.line:
         ld a,13
         rst 24
         ld a,10
         rst 24
         ret

; The first file that fits BAS.FCB, and the next. Out: Z: BAS.FOUND is its FCB; NZ: none. Changes: all but IX.
dir.search:
         ld c,&11
         db &21               ; skips two bytes (ld hl,...)
dir.more:
         ld c,&12
         push bc
         ld de,BAS.FOUND
         ld c,&1A
         call bas.bdos
         pop bc
         ld de,BAS.FCB
         jp bas.bdos

; H.KILL: In: D, FILNAM. Out: CY.
dir.kill:
         ei
         ld a,d
         cp 9
         ret nc
         push hl
         call bas.name
         ld b,15
         call bas.clash
         jp c,bas.stillopen
         ld c,&13
         call bas.bdos
         jp nz,bas.nofile
         pop hl
         scf
         ret

; In: B, D = devices. Out: CY, A = D: both are drives. Interrupts on.
dir.both:
         ei
         ld a,b
         cp 9
         ret nc
         ld a,d
         cp 9
         ret

; H.NAME: In: B, FILNM2 = old, D, FILNAM = new. Out: CY.
dir.name:
         call dir.both
         ret nc
         push hl
         call bas.resolve
         ld c,a
         ld a,b
         call bas.resolve
         cp c
         ld e,71              ; Rename across disk
         jp nz,bas.error
         ld d,a
         push de
         ld hl,FILNM2
         call bas.named
         ld b,15
         call bas.clash
         jp c,bas.stillopen
         call dir.search
         jp nz,bas.nofile
         pop de
         ld hl,FILNAM
         ld a,(hl)
         cp " "
         jp z,bas.badname
         ld a,d
         ld de,BAS.TARGET
         call bas.fill
         ld hl,FILNAM
         call bas.plain
         jr z,name.rename
         ld c,&11
         call bas.bdos
         jp z,bas.exists
name.rename:
         ld hl,FILNAM
         ld de,BAS.FCB + 17
         ld bc,11
         ldir
         ld de,BAS.FCB
         ld c,&17
         call bas.bdos
         jp nz,bas.exists
         pop hl
         scf
         ret

; H.COPY: In: B, FILNM2 = from, D, FILNAM = to; blank: all, or the same names. Out: CY.
copy.disk:
         call dir.both
         ret nc
         push hl
         call bas.resolve
         ld (BAS.TO),a
         ld hl,FILNAM
         call copy.all
         ld hl,FILNM2
         call copy.all
         ld d,b
         call bas.named
         call dir.search
         jp nz,bas.nofile
copy.next:
         call copy.names
         call copy.file
         call dir.more
         jr z,copy.next
         pop hl
         scf
         ret
; In: HL = name; a blank one becomes all names. Changes: AF, C. HL kept.
copy.all:
         ld a,(hl)
         cp " "
         ret nz
         push hl
         ld c,11
all.next:
         ld (hl),"?"
         inc hl
         dec c
         jr nz,all.next
         pop hl
         ret
; BAS.SOURCE and BAS.TARGET for the file found. Changes: all. Errors 54, 64, 65.
copy.names:
         ld hl,BAS.FOUND + 1
         ld de,BAS.SOURCE
         ld a,(BAS.FCB)
         call bas.fill
         ld b,%1110
         call bas.clash
         jp c,bas.isopen
         ld hl,FILNAM
         ld de,BAS.TARGET
         ld a,(BAS.TO)
         call bas.fill
         push de
         ld hl,BAS.SOURCE + 1
         inc de
         call dir.keeps
         pop de
         ld hl,BAS.SOURCE
         push de
         call bas.same
         pop de
         jp z,bas.exists
         ld b,15
         call bas.clash
         ret nc
         jp bas.stillopen
; BAS.SOURCE to BAS.TARGET. Changes: all.
copy.file:
         ld ix,BAS.SOURCE
         call prog.open
         ld ix,BAS.TARGET
         call prog.create
copy.step:
         call prog.room
         ld h,b
         ld l,c
         ld de,(BAS.ROOM)
         ld ix,BAS.SOURCE
         call prog.read
         ld a,h
         or l
         ld ix,BAS.TARGET
         jp z,prog.close
         ld de,(BAS.ROOM)
         call prog.write
         jr copy.step
