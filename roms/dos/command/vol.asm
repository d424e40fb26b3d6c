; VOL [drive] [name]: shows or gives the name of a disk, an entry of its root directory with attribute 8.
VOL.NAME: EQU CMD.SECOND      ; 11 the new one
VOL.PLACE: EQU CMD.NUMBER     ; 4 free entry: sector, address; CMD.COUNT not 0: there is one

do.vol:  xor a
         ld (CMD.COUNT),a
         call skip.blanks
         call word.drive
         jp c,say.drive
         ld (CMD.FCB),a
         call vol.take
         jp c,say.parameter
         ld a,(CMD.FCB)
         ld e,a
         ld c,&1B
         call BDOS            ; IX = drive parameter block
         inc a
         ret z
         ld hl,CMD.BUFFER
         ld (DMA),hl
         ld e,(ix + DPB.FIRDIR)
         ld d,(ix + DPB.FIRDIR + 1)
         ld b,(ix + DPB.MAXENT)
vol.sector:
         push bc
         ld c,&2F
         call vol.move
         pop bc
         ret nz
         ld hl,CMD.BUFFER
vol.entry:
         ld a,(hl)
         or a
         jr z,vol.free
         cp &E5
         jr z,vol.deleted
         push hl
         ld a,b
         ld bc,11
         add hl,bc
         ld b,a
         ld a,(hl)
         pop hl
         and AT.VOLUME + AT.DIR
         cp AT.VOLUME
         jr z,vol.found
vol.other:
         push de
         ld de,32
         add hl,de
         pop de
         dec b
         jr z,vol.none
         ld a,b
         and 15
         jr nz,vol.entry
         inc de
         jr vol.sector
vol.deleted:
         call vol.note
         jr vol.other
vol.free:
         call vol.note
vol.none:
         ld a,(CMD.MODE)
         or a
         jr nz,vol.new
         call vol.drive
         ld de,vol.noname
         jp say.line
vol.found:
         ld a,(CMD.MODE)
         or a
         jr nz,vol.write
         push hl
         call vol.drive
         ld de,vol.is
         call say
         pop hl
         ld b,11
         call put.text
         jp put.line
vol.new: ld a,(CMD.COUNT)
         or a
         jp z,copy.noroom
         ld de,(VOL.PLACE)
         ld c,&2F
         call vol.move
         ret nz
         ld hl,(VOL.PLACE + 2)
         push hl
         ld b,32
         xor a
         ex de,hl
         call name.fill
         pop hl
         ld de,(VOL.PLACE)
; In: HL = entry in CMD.BUFFER, DE = its sector. Changes: all.
vol.write:
         push de
         ex de,hl
         ld hl,VOL.NAME
         ld bc,11
         ldir
         ld a,AT.VOLUME
         ld (de),a
         pop de
         ld c,&30
; In: C = function, DE = sector. Out: Z: done; DE kept. Changes: all others.
vol.move:
         push de
         ld a,(CMD.FCB)
         call real.drive
         dec a
         ld l,a
         ld h,1
         call BDOS
         pop de
         or a
         ret
; The first free entry. In: DE = sector, HL = address. Changes: AF.
vol.note:
         ld a,(CMD.COUNT)
         or a
         ret nz
         inc a
         ld (CMD.COUNT),a
         ld (VOL.PLACE),de
         ld (VOL.PLACE + 2),hl
         ret
; The new name. In: HL = text. Out: CMD.MODE = 0: there is none, VOL.NAME; CY: it is too long. Changes: all.
vol.take:
         push hl
         ld de,VOL.NAME
         ld b,11
         ld a," "
         call name.fill
         pop hl
         call skip.blanks
         ld (CMD.MODE),a
         ld de,VOL.NAME
         ld b,11
take.letter:
         ld a,(hl)
         or a
         ret z
         call capital
         ld (de),a
         inc hl
         inc de
         djnz take.letter
         call skip.blanks
         or a
         ret z
         scf
         ret
vol.drive:
         ld de,vol.text
         call say
         ld a,(CMD.FCB)
         call real.drive
         add a,"A" - 1
         jp put
vol.text: dm "The disk in drive $"
vol.noname: dm " has no name$"
vol.is:  dm " is called $"
