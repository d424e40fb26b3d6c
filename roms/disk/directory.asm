; Directories: the root directory, in its own sectors, and subdirectories, in clusters like a file.
; A drive's current directory is what functions for FCBs work in.

; Entries that the functions for FCBs do not see: hidden, of the system, volume name, directory (MSX2
; Technical Handbook, figure 3.15; MSX-DOS 2 Function Specification, 0Fh and 11h).
DIR.UNSEEN: EQU %00011110
DIR.LABEL:  EQU %00001000

; Begins with the current directory of a drive. In: IX = DPB. Ends the function if the error routine
; says so. Changes: all but IX.
dir.begin:
         call disk.fresh
         call dir.cell
         ld e,(hl)
         inc hl
         ld d,(hl)
; Goes into a directory. In: DE = its first cluster, 0 the root. Changes: A.
dir.enter:
         ld (K.DIR),de
         ld (K.DIRAT),de
         ld de,0
         ld (K.DIRNO),de
         ld a,DIR.UNSEEN
         ld (K.UNSEEN),a
         ret

; In: IX = DPB. Out: HL = where the first cluster of its drive's current directory is. Changes: A, DE.
dir.cell:
         ld a,(ix + DPB.DRIVE)
         ld hl,RAMD.CWD
         cp RAMD.DRIVE
         ret z
         and 1
         add a,a
         ld e,a
         ld d,0
         ld hl,K.CWD
         add hl,de
         ret

; Finds an entry of the current directory. In: K.FCB, IX = DPB. Out: Z, HL = entry in DIRBUF, K.ENTRY;
; NZ if there is none. Changes: all but IX.
dir.first:
         call dir.begin
; The same from the beginning of K.DIR.
dir.top: ld hl,0
; The same from entry HL on.
dir.find:
         ld (K.ENTRY),hl
         call dir.load
         jr c,find.none
find.entry:
         call dir.entry
         ld a,(hl)
         or a
         jr z,find.none       ; never used: the end
         call dir.same
         ret z
         call dir.step
         jr nz,find.entry
         ld hl,(K.ENTRY)
         jr dir.find
find.none:
         or 1
         ret

; The next entry. Out: Z when it is in another sector. Changes: AF, HL.
dir.step:
         ld hl,(K.ENTRY)
         inc hl
         ld (K.ENTRY),hl
         ld a,l
         and 15
         ret

; In: HL = entry. Out: Z if it is a file with the name in K.FCB. HL kept. Changes: AF, BC, DE.
dir.same:
         ld a,(hl)
         cp &E5
         jr z,same.not
         push hl
         ld de,11
         add hl,de
         ld a,(K.UNSEEN)
         and (hl)
         pop hl
         ret nz
         push hl
         ld de,K.FCB + FCB.NAME
         ld b,11
same.next:
         ld a,(de)
         call dir.capital
         cp "?"
         jr z,same.any
         cp (hl)
         jr nz,same.end
same.any:
         inc hl
         inc de
         djnz same.next
         xor a
same.end:
         pop hl
         ret
same.not:
         or a
         ret
; Where the name at DE has "?", it gets the letter of that at HL. Out: HL and DE behind them. Changes: AF, B.
dir.keeps:
         ld b,11
keeps.next:
         ld a,(de)
         cp "?"
         jr nz,keeps.given
         ld a,(hl)
         ld (de),a
keeps.given:
         inc hl
         inc de
         djnz keeps.next
         ret
; In: A = character. Out: A = capital. Changes: F.
dir.capital:
         cp "a"
         ret c
         cp "z" + 1
         ret nc
         sub 32
         ret

; Brings the sector with entry K.ENTRY to DIRBUF. In: IX = DPB. Out: CY when the directory ends before
; it. Changes: AF, BC, DE, HL.
dir.load:
         call dir.sector
         ret c
         ld hl,K.DIRSEC
         call buffer.holds
         ret z                ; NC
         ld bc,DIRBUF
         jp buffer.read
; Writes it. The same.
dir.write:
         call dir.sector
         ret c
; Writes DIRBUF. In: DE = sector, IX = DPB. Out: NC. Changes: AF, BC, DE, HL.
dir.put: push de
         ld bc,&0101
         ld hl,DIRBUF
         call disk.sectors
         pop de
         ld hl,K.DIRDRV
         jp buffer.has

; Where entry K.ENTRY is. In: IX = DPB. Out: DE = sector; CY when the directory ends before it, K.DIRAT
; is then its last cluster. Changes: AF, BC, HL.
dir.sector:
         ld hl,(K.ENTRY)
         ld a,(K.DIR)
         ld b,a
         ld a,(K.DIR + 1)
         or b
         jr nz,sector.chain
         ld a,h
         or a
         scf
         ret nz
         ld a,l
         cp (ix + DPB.MAXENT)
         ccf
         ret c
         call dir.sixteenth
         ld e,(ix + DPB.FIRDIR)
         ld d,(ix + DPB.FIRDIR + 1)
sector.add:
         add hl,de
         ex de,hl
         or a
         ret
sector.chain:
         call dir.sixteenth
         ld a,l
         and (ix + DPB.CLMASK)
         push af              ; sector of the cluster
         ld b,(ix + DPB.CLSHFT)
sector.which:
         dec b
         jr z,sector.walk
         srl h
         rr l
         jr sector.which
sector.walk:
         ex de,hl             ; DE = which cluster of the directory
         ld bc,(K.DIRNO)
         ld h,d
         ld l,e
         or a
         sbc hl,bc
         ld hl,(K.DIRAT)
         jr nc,sector.steps
         ld bc,0
         ld hl,(K.DIR)
sector.steps:
         call fat.isdata
         jp nc,fat.broken
         ld (K.DIRNO),bc
         ld (K.DIRAT),hl
         ld a,c
         cp e
         jr nz,sector.on
         ld a,b
         cp d
         jr z,sector.there
sector.on:
         ld a,c
         sub (ix + DPB.MAXCL)
         ld a,b
         sbc a,(ix + DPB.MAXCL + 1)
         jp nc,fat.broken     ; more clusters than there are: a circle
         inc bc
         push bc
         push de
         call fat.get
         pop de
         pop bc
         call fat.isend
         jr nc,sector.steps
         pop hl               ; sector of the cluster
         ret                  ; CY
sector.there:
         call fat.first
         pop af
         ld e,a
         ld d,0
         jr sector.add

; In: HL. Out: HL / 16. Changes: AF.
dir.sixteenth:
         ld a,l
         srl h
         rra
         srl h
         rra
         srl h
         rra
         srl h
         rra
         ld l,a
         ret

; Out: HL = entry K.ENTRY in DIRBUF. Changes: AF, DE.
dir.entry:
         ld a,(K.ENTRY)
         and 15
         ld l,a
         ld h,0
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         ld de,DIRBUF
         add hl,de
         ret

; In: HL = directory entry. Out: HL = first cluster of its file. Changes: DE.
dir.chain:
         ld de,26
         add hl,de
         ld e,(hl)
         inc hl
         ld d,(hl)
         ex de,hl
         ret

; A free entry of K.DIR; a subdirectory that is full gets one more cluster. In: IX = DPB.
; Out: Z, HL = entry in DIRBUF, K.ENTRY; NZ when there is none. Changes: all but IX.
dir.room:
         ld hl,0
         ld (K.ENTRY),hl
room.sector:
         call dir.load
         jr c,room.grow
room.entry:
         call dir.entry
         ld a,(hl)
         or a
         ret z
         cp &E5
         ret z
         call dir.step
         jr nz,room.entry
         jr room.sector
room.grow:
         ld hl,(K.DIR)
         ld a,h
         or l
         jr z,room.none       ; the root
         ld hl,(K.DIRAT)
         push hl
         call claim.behind
         pop de
         jr c,room.none
         push de
         push hl
         call dir.blank       ; before anything leads to it
         pop hl
         ex (sp),hl
         pop de
         call fat.put         ; the last one leads to the new one
         call fat.flush
         call dir.load
         jp c,fat.broken
         call dir.entry
         xor a
         ret
room.none:
         or 1
         ret

; Zeros in all sectors of a cluster. In: HL = cluster, IX = DPB. Out: DIRBUF is zeros. Changes: AF, BC,
; DE, HL.
dir.blank:
         call fat.first
         push hl
         ld hl,DIRBUF
         ld de,DIRBUF + 1
         ld bc,511
         ld (hl),0
         ldir
         pop de
         ld b,(ix + DPB.CLMASK)
         inc b
blank.next:
         push bc
         push de
         call dir.put
         pop de
         inc de
         pop bc
         djnz blank.next
         ret
