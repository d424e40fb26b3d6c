; Functions that change the current directory. What leads to clusters goes to the disk before these are
; given back, and after they are taken: a machine that is switched off loses no other file.

; 10: In: DE = FCB. Out: A = 0, FFh if the directory has no such file any more.
file.close:
         push de
         call fcb.opened
         pop de
         call dev.is
         jp nc,bdos.ok
         ld hl,K.FCB + FCB.DEVICE
         bit 7,(hl)
         jp z,bdos.ok         ; nothing was written
         res 7,(hl)
         push de
         call line.isdos
         jr z,close.now
         ld hl,K.DATED
         ld a,(hl)
         ld (hl),0
         or a
         jr nz,close.dated
close.now:
         call clock.stamp
         ld (K.FCB + FCB.DATE),de
         ld (K.FCB + FCB.TIME),hl
close.dated:
         call disk.fresh
         call file.update
         jp nz,fail.nofile
         pop de
         call fcb.store
         jp bdos.ok

; The directory entry of an open file from its K.FCB. In: K.DIR, IX = DPB. Out: NZ when there is none
; that was made for it. Changes: all but IX.
file.update:
         call dir.top
         ret nz
         push hl
         call dir.chain
         ld a,h
         or l
         jr z,update.ours     ; it was empty
         ld de,(K.FCB + FCB.FIRST)
         or a
         sbc hl,de
         jr z,update.ours
         ld a,d
         or e                 ; Z: it is to be empty
update.ours:
         pop hl
         ret nz
         ld de,22             ; time, date, first cluster, size
         add hl,de
         ex de,hl
         ld hl,K.FCB + FCB.TIME
         ld bc,2
         ldir
         ld hl,K.FCB + FCB.DATE
         ld c,2
         ldir
         ld hl,K.FCB + FCB.FIRST
         ld c,2
         ldir
         ld hl,K.FCB + FCB.SIZE
         ld c,4
         ldir
         call dir.write
         xor a
         ret

; 16: In: DE = FCB. Out: A = 0, and the file is there, empty; with an extent, as it was. FFh when the
; directory is full, the name is none, or that of a directory, or the file is read-only or hidden.
file.create:
         push de
         call fcb.fetch
         ld hl,K.FCB + FCB.NAME
         call dev.named
         jp z,dev.open
         call name.check
         jp c,fail.name
         call dir.begin
         call dir.any
         jr nz,create.new
         push hl
         ld de,11
         add hl,de
         ld a,(hl)
         pop hl
         and DIR.UNSEEN + 1
         jp nz,fail.there
         ld a,(K.FCB + FCB.EXTENT)
         or a
         jr nz,create.open
         push hl
         call dir.chain
         ex (sp),hl           ; the clusters it had
         call create.entry
         pop hl
         call fat.drop
         call fat.flush
         jr create.done
create.new:
         call dir.room
         jp nz,fail.full
         call create.entry
         jr create.done
create.open:
         call fcb.fill
create.done:
         pop de
         call fcb.store
         jp bdos.ok

; Writes a new entry with the name in K.FCB, which becomes its FCB. In: HL = entry. Changes: all but IX.
create.entry:
         push hl
         ex de,hl
         ld hl,K.FCB + FCB.NAME
         ld b,11
create.name:
         ld a,(hl)
         call dir.capital
         ld (de),a
         inc hl
         inc de
         djnz create.name
         xor a
         ld b,21
create.clear:
         ld (de),a
         inc de
         djnz create.clear
         call clock.stamp
         pop bc               ; the entry
         push bc
         push de
         ex de,hl
         ld hl,22
         add hl,bc
         ld (hl),e
         inc hl
         ld (hl),d
         pop de
         inc hl
         ld (hl),e
         inc hl
         ld (hl),d
         call dir.write
         pop hl
         jp fcb.fill

; 13: In: DE = FCB. Out: A = 0, FFh if no file fits its name that may be deleted.
file.delete:
         call fcb.fetch
         call dir.begin
         ld a,DIR.UNSEEN + 1
         ld (K.UNSEEN),a
         call dir.top
         jr nz,delete.none
delete.next:
         ld (hl),&E5
         push hl
         call dir.write
         pop hl
         call dir.chain
         call fat.drop
         call dir.after
         jr z,delete.next
         call fat.flush
         jp bdos.ok

delete.none:
         ld a,DIR.UNSEEN
         ld (K.UNSEEN),a
         call dir.top
         jp nz,fail.nofile
         ld a,1               ; a read-only file
         jp fail.there

; 17: In: DE = FCB, with the new name 16 bytes behind the old; "?" keeps a character.
; Out: A = 0, FFh if no file fits, or if one of the new name is there.
file.rename:
         call fcb.fetch
         call dir.first
         jp nz,fail.nofile
rename.next:
         ld de,(K.ENTRY)
         push de
         ld de,K.NEWNAME
         ld bc,11
         ldir
         call rename.make
         ld hl,K.NEWNAME
         call dev.named
         jp z,fail.name
         call name.check
         jp c,fail.name
         call rename.taken
         jp z,fail.twice
         pop hl
         ld (K.ENTRY),hl
         call dir.load
         call dir.entry
         ex de,hl
         ld hl,K.NEWNAME
         ld bc,11
         ldir
         call dir.write
         call dir.after
         jr z,rename.next
         jp bdos.ok
; Puts what is given of the new name over the old one in K.NEWNAME. Changes: AF, B, DE, HL.
rename.make:
         ld hl,K.FCB + 17
         ld de,K.NEWNAME
         ld b,11
make.next:
         ld a,(hl)
         cp "?"
         jr z,make.keep
         call dir.capital
         ld (de),a
make.keep:
         inc hl
         inc de
         djnz make.next
         ret
; Out: Z when anything has the name in K.NEWNAME. Changes: all but IX.
rename.taken:
         ld hl,K.FCB + FCB.NAME
         ld de,K.OLDNAME
         ld bc,11
         ldir
         ld hl,K.NEWNAME
         ld de,K.FCB + FCB.NAME
         ld bc,11
         ldir
         call dir.any
         push af
         ld a,DIR.UNSEEN
         ld (K.UNSEEN),a
         ld hl,K.OLDNAME
         ld de,K.FCB + FCB.NAME
         ld bc,11
         ldir
         pop af
         ret

; Finds an entry of K.DIR with the name in K.FCB, of whatever kind. Out: as dir.find.
dir.any: ld a,DIR.LABEL
         ld (K.UNSEEN),a
         jp dir.top
; Finds the next one behind K.ENTRY. Out: as dir.find.
dir.after:
         ld hl,(K.ENTRY)
         inc hl
         jp dir.find

; In: HL = eleven characters. Out: CY when a file cannot have this name. Changes: AF, BC, DE.
name.check:
         push hl
         ld a,(hl)
         cp &E5               ; the mark of a deleted one
         scf
         jr z,check.end
         cp " "
         scf
         jr z,check.end
         ld b,11
check.next:
         ld a,(hl)
         inc hl
         cp " "
         jr c,check.end
         push hl
         ld hl,name.not
         ld d,b
         ld bc,name.end - name.not
         cpir
         ld b,d
         pop hl
         scf
         jr z,check.end
         djnz check.next
         or a
check.end:
         pop hl
         ret
name.not:
         dm "*?./:;,=+[]"
         db 34,92,127,255     ; quote, backslash
name.end: EQU $
