; The current directory of each drive: its cluster in K.CWD, which level 1 obeys, and its path in cwd.texts.

; In: IX = DPB. Out: HL = path of its drive's current directory. Changes: AF, DE.
current.text:
         ld a,(ix + DPB.DRIVE)
         and 7
         ld hl,cwd.texts
; In: HL = table of 64 bytes a row, A = row. Out: HL = its place. Changes: AF, DE.
table.wide:
         rrca
         rrca                 ; * 64
         ld e,a
         and 63
         ld d,a
         ld a,e
         and %11000000
         ld e,a
         add hl,de
         ret

; Goes into the current directory. In: IX = DPB. Out: K.DIR, whole.text. Changes: all but IX.
current.enter:
         call current.text
         ld de,whole.text
enter.copy:
         ld a,(hl)
         ld (de),a
         inc hl
         inc de
         or a
         jr nz,enter.copy
         dec de
         ld (whole.end),de
         call dir.cell
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld a,d
         or e
         push de
         call z,whole.clear
         pop de
         jp dir.enter

; The disk is another one, or is to be looked at: the current directory stays if its path leads somewhere, else it is the
; root. In: IX = DPB. Changes: all but IX, name.item, whole.text and K.FCB.
current.check:
         call dir.cell
         ld a,(hl)
         inc hl
         or (hl)
         ret z
         xor a
         ld (hl),a
         dec hl
         ld (hl),a
         ld de,0
         call dir.enter
         call current.text
         push hl
         call whole.clear
         pop hl
check.item:
         ld a,(hl)
         or a
         jr z,check.there
         ld de,name.item
         call name.parse
         ld a,(hl)
         or a
         jr z,check.into
         inc hl
check.into:
         push hl
         call walk.into
         pop hl
         jr z,check.item
         ld de,0
         jr check.set
; K.DIR is the current directory, if it does not lie beyond the disk: that ends the function. Changes: AF, BC, DE, HL.
check.there:
         ld hl,0
         ld (K.ENTRY),hl
         call dir.load
         ld de,(K.DIR)
check.set:
         push de
         call dir.cell
         pop de
         ld (hl),e
         inc hl
         ld (hl),d
         ret

; 59: In: B = drive, 0 the current one, DE = 64 bytes. Out: A = error.
current.get:
         push de
         ld a,b
         call drive.select
         call disk.fresh
         call current.check
         call current.enter
         pop de
         ld hl,whole.text
         ld bc,64
         push de
         call user.put
         pop de
         xor a
         ret

; 5A: In: DE = string. Out: A = error.
current.set:
         call path.take
         ld a,ERR.IPATH
         ret z
         call path.last.item
         ld a,ERR.NODIR
         ret z                ; a device
         call path.directory
         call check.there
         call current.text
         ex de,hl
         ld hl,whole.text
         ld bc,64
         ldir
         xor a
         ret

; Goes into the directory that path.last.item's string is. Out: as path.walk. Ends the function if it is none.
path.directory:
         call path.walk
directory.last:
         ld a,(path.item)
         bit 5,a
         ld a,ERR.IPATH
         jp nz,func.fail
         ld a,(path.item)
         or a
         ret z                ; the string ends with "\", or is empty
         call walk.into
         ld a,ERR.NODIR
         jp nz,func.fail
         ret
