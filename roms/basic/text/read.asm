; READ and RESTORE; items of DATA and INPUT. DATPTR is at the "," before the next item or at the end of a
; statement, before the first DATA. Source: MSX Wiki, "READ", "DATA", "RESTORE".

do.restore:
         ld de,(TXTTAB)
         dec de
         jr z,restore.set
         ld a,(hl)
         sub C.POINTER        ; or C.LINE
         cp 2
         jp nc,error.line
         call line.target
         dec hl
         rst 16               ; blanks
restore.set:
         ld (DATPTR),de
         ret

do.read: call PTRGET
         push hl
         ld a,(VALTYP)
         push af
         push de
         ld hl,(DATPTR)
         ld a,(hl)
         cp ","
         call nz,read.find
         ld e,":"
         call item.value
         jr z,do.read.store
         cp ","
         jr z,do.read.store
         ld hl,(DATLIN)
         ld (CURLIN),hl
         jp error.syntax
do.read.store:
         pop de
         pop bc
         push hl
         call let.store
         pop hl
         ld (DATPTR),hl
         pop hl
         dec hl
         rst 16
         ret z
         rst 8
         db ","
         jr do.read

; In: HL = in a statement of the text. Out: HL = the next DATA. Error 4. Changes: AF, BC, DE.
read.find:
         call data.skip
         or a
         jr nz,read.find.here
         inc hl
         ld a,(hl)
         inc hl
         or (hl)
         jp z,error.data
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld (DATLIN),de
read.find.here:
         rst 16
         cp T.DATA
         jr nz,read.find
         ret

; In: HL before an item, E = character that ends it as "," does, VALTYP = kind of the variable. Out: value in
; DAC; HL, A, F as CHRGTR behind it. Changes: all.
item.value:
         ld a,(VALTYP)
         cp 3
         jr z,item.string
         rst 16
         call FIN
         jr item.end
item.string:
         rst 16
         ld d,","
         ld b,e
         cp 34
         jr nz,item.bare
         ld d,a
         ld b,a
         inc hl
         call string.literal
         jr item.end
item.bare:
         call string.literal
         push hl
         ld hl,(DAC + 2)
         ld c,(hl)
         push hl
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ld b,0
         add hl,bc
         inc c
item.trim:                    ; blanks behind it do not count
         dec c
         jr z,item.trimmed
         dec hl
         ld a,(hl)
         cp " "
         jr z,item.trim
item.trimmed:
         pop hl
         ld (hl),c
         pop hl
item.end:
         dec hl
         rst 16
         ret
