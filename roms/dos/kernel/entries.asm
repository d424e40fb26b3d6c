; Making directory entries (MSX-DOS 2 Function Specifications, 42 and 44).

; 42: In: DE = string or block, HL = name, B = attributes, IX = block with a template. Out: A = error.
search.new: ld a,b
         ld (new.attr),a
         push ix
         call fib.where
         pop de
         jp z,search.device
         push de
         ld hl,FIB.NAME       ; the template
         add hl,de
         ld bc,13
         ld de,path.text
         call user.get
         ld hl,path.text
         ld de,name.new
         ld a,(new.attr)
         and AT.VOLUME
         call z,name.parse
         pop de
         call name.merge
         call entry.new
         push af
         call fib.fill
         ld a,(path.drive)
         ld (fib + FIB.DRIVE),a
         ld hl,(whole.base)
         ld (whole.end),hl
         ld hl,fib + FIB.RAW
         call whole.add
         ld a,(new.attr)
         and AT.DIR + AT.SYSTEM + AT.HIDDEN
         ld (fib + FIB.WANT),a
         call fib.give
         pop af
         ret

; Characters "?" of name.item from name.new. Changes: AF, B, DE, HL.
name.merge:
         ld hl,name.item
         ld de,name.new
         ld b,11
merge.next:
         ld a,(hl)
         cp "?"
         jr nz,merge.on
         ld a,(de)
         ld (hl),a
merge.on:
         inc hl
         inc de
         djnz merge.next
         ret

; Makes entry name.item in K.DIR. In: IX = DPB, new.attr. Out: A = 0, HL = entry in DIRBUF, K.ENTRY; NZ, A = error, HL
; = the entry that is in the way. Ends the function on other errors. Changes: all but IX.
entry.new:
         ld a,(new.attr)
         and AT.VOLUME
         jp nz,entry.volume
         ld hl,name.item
         call name.legal
         ld a,ERR.IFNM
         jp z,func.fail
         call dir.named
         jr nz,entry.make
         call entry.replaced
         or a
         ret nz
         push hl              ; what was in it is given back after it has left the directory
         call dir.chain
         ex (sp),hl
         call entry.fill
         pop hl
         call fat.drop
         call fat.flush
         call dir.entry
         xor a
         ret

; May the entry be replaced? In: HL = entry, new.attr. Out: A = 0, or why not; HL kept. Changes: F, BC, DE.
entry.replaced:
         ld a,(new.attr)
         rla
         ld a,ERR.FILEX
         ret c
         push hl
         ld de,ENT.ATTR
         add hl,de
         ld b,(hl)
         pop hl
         bit 4,b
         ld a,ERR.DIRX
         ret nz
         bit 0,b
         ld a,ERR.FILRO
         ret nz
         bit 2,b
         ld a,ERR.SYSX
         ret nz
         ld a,(new.attr)
         and AT.DIR
         ld a,ERR.FILEX
         ret nz
         push hl
         call fil.find
         pop hl
         ld a,ERR.FOPEN
         ret z
         xor a
         ret

; A new entry, with a cluster if it is a directory.
entry.make:
         ld a,(new.attr)
         and AT.DIR
         jr nz,make.directory
         call dir.room
         jr nz,entry.full
         jr entry.fill
entry.full:
         ld hl,(K.DIR)
         ld a,h
         or l
         ld a,ERR.DRFUL
         jr z,full.end
         ld a,ERR.DKFUL
full.end:
         jp func.fail
make.directory:
         call directory.make
         call dir.room
         jr z,entry.fill
         ld hl,(new.cluster)
         call fat.drop
         call fat.flush
         jr entry.full

; Fills an entry and writes it. In: HL = entry in DIRBUF, name.item, new.attr; new.cluster for a directory. Out: A = 0,
; HL = entry. Changes: all but IX.
entry.fill:
         push hl
         call clock.now
         ld (now.date),de
         ld (now.time),hl
         pop hl
         push hl
         ex de,hl
         ld hl,name.item
         ld bc,11
         ldir
         ld a,(new.attr)
         bit 3,a
         ld c,AT.VOLUME
         jr nz,fill.attr
         bit 4,a
         jr nz,fill.directory
         and AT.RO + AT.HIDDEN + AT.SYSTEM
         or AT.ARCHIVE
         jr fill.put
fill.directory:
         and AT.HIDDEN
         or AT.DIR
         jr fill.put
fill.attr:
         ld a,c
fill.put:
         ld (de),a
         inc de
         ld b,10 + 10
         xor a
fill.zero:
         ld (de),a
         inc de
         djnz fill.zero
         pop hl
         push hl
         call entry.stamp
         ld a,(new.attr)
         and AT.DIR + AT.VOLUME
         cp AT.DIR
         jr nz,fill.write
         ld de,(new.cluster)
         ld (hl),e
         inc hl
         ld (hl),d
fill.write:
         call dir.write
         pop hl
         xor a
         ret
; In: HL = entry, now.date, now.time. Out: HL = place of its first cluster. Changes: BC, DE.
entry.stamp:
         ld de,ENT.TIME
         add hl,de
         ld de,(now.time)
         ld (hl),e
         inc hl
         ld (hl),d
         inc hl
         ld de,(now.date)
         ld (hl),e
         inc hl
         ld (hl),d
         inc hl
         ret

; The volume name: the one that is there gets the new name.
entry.volume:
         ld hl,name.item
         ld a,(hl)
         cp " "
         ld a,ERR.IFNM
         jp z,func.fail
         ld hl,0
         call volume.find
         jr nz,volume.room
         ld a,(new.attr)
         rla
         jp nc,entry.fill
         ld a,ERR.FILEX
         or a
         ret
volume.room:
         call dir.room
         jp nz,entry.full
         jp entry.fill

; A cluster for a directory below K.DIR, with "." and "..". Out: new.cluster. Ends the function when the disk is full.
; Changes: all but IX.
directory.make:
         ld hl,0
         call claim.behind
         ld a,ERR.DKFUL
         jp c,func.fail
         ld (new.cluster),hl
         call dir.blank       ; DIRBUF is zeros
         call clock.now
         ld (now.date),de
         ld (now.time),hl
         ld hl,DIRBUF
         ld de,(new.cluster)
         ld c," "
         call make.dots
         ld hl,DIRBUF + 32
         ld de,(K.DIR)
         ld c,"."
         call make.dots
         ld hl,(new.cluster)
         call fat.first
         ex de,hl
         call dir.put
         jp fat.flush
; "." or "..". In: HL = entry, C = second character, DE = its cluster. Changes: all but IX.
make.dots:
         push de
         push hl
         ld (hl),"."
         inc hl
         ld (hl),c
         ld b,9
dots.blank:
         inc hl
         ld (hl)," "
         djnz dots.blank
         inc hl
         ld (hl),AT.DIR
         pop hl
         call entry.stamp
         pop de
         ld (hl),e
         inc hl
         ld (hl),d
         ret
