; The string space, MEMSIZ down to STKTOP, and descriptors: length, address. FRETOP is the byte below the
; lowest string. Temporary descriptors are on a stack of ten, TEMPST to TEMPPT; DSCTMP is behind it.
; Source: MSX2 Technical Handbook, chapter 2, section 4 (memory maps, variables) and appendix "Work area".

; In: A = length. Out: A; DE = room in the string space; DSCTMP = its descriptor. Error 14.
; Changes: all.
string.make:
         ld (DSCTMP),a
         call string.room
         jr nc,string.make.fits
         call string.collect
         call string.room
         jp c,error.space
string.make.fits:
         ld (FRETOP),hl
         inc hl
         ld (DSCTMP + 1),hl
         ex de,hl
         ld a,(DSCTMP)
         ret
; Out: HL = FRETOP when a string of length A is made; CY: below STKTOP. Changes: AF, DE.
string.room:
         ld a,(DSCTMP)
         ld e,a
         ld d,0
         ld hl,(FRETOP)
         or a
         sbc hl,de
         ld de,(STKTOP)
         jp DCOMPR

; In: HL = first character, D and B = characters that end it, as 0 does. Out: string in DAC, not copied;
; HL behind it, behind the quote that ends it. Error 16. Changes: all.
string.literal:
         ld (DSCTMP + 1),hl
         ld c,255
string.literal.next:
         inc c
         ld a,(hl)
         or a
         jr z,string.literal.end
         inc hl
         cp d
         jr z,string.literal.stop
         cp b
         jr nz,string.literal.next
string.literal.stop:
         cp 34
         jr z,string.literal.end
         dec hl
string.literal.end:
         ld a,c
         ld (DSCTMP),a
; In: DSCTMP. Out: DAC = a temporary string with this descriptor. Error 16. Changes: AF, BC, DE.
string.give:
         ld de,(TEMPPT)
         ld a,e
         cp DSCTMP & 255
         jp z,error.formula
         push hl
         ld hl,DSCTMP
         ld (DAC + 2),de
         ld a,3
         ld (VALTYP),a
         ldi
         ldi
         ldi
         ld (TEMPPT),de
         pop hl
         ret

; In: string in DAC. Out: A = length, DE = address of its characters, HL = descriptor + 2; freed when
; temporary: the characters stay until the next string is made. Error 13. Changes: F.
string.take:
         call FRESTR
         ld a,(hl)
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ret

; FRESTR. In: string in DAC. Out: HL = descriptor, freed when temporary. Error 13. Changes: AF, DE.
string.free:
         call H.FRET
         call check.string
         ld hl,(DAC + 2)
; Frees a temporary; the room of the lowest string is given back. In: HL = descriptor. Changes: AF, DE.
string.release:
         call string.pop
         ret nz
         push hl
         push bc
         ld c,(hl)
         ld b,0
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld hl,(FRETOP)
         inc hl
         rst 32
         jr nz,string.release.end
         dec hl
         add hl,bc
         ld (FRETOP),hl
string.release.end:
         pop bc
         pop hl
         ret
; Takes the last temporary off the stack, if it is HL: then Z. Changes: AF, DE.
string.pop:
         ld de,(TEMPPT)
         dec de
         dec de
         dec de
         rst 32
         ret nz
         ld (TEMPPT),de
         ret

; For an assignment. In: HL = descriptor. Out: DE = descriptor to store: one of a string that no other
; variable has. Literals of the program stay there. Error 14. Changes: all.
string.copy:
         push hl
         ld a,(hl)
         or a
         jr z,string.copy.same
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld hl,(VARTAB)
         rst 32
         jr nc,string.copy.same
         ld hl,(MEMSIZ)
         rst 32
         jr c,string.copy.new
         ld hl,(FRETOP)
         rst 32
         jr nc,string.copy.new
         pop hl
         push hl
         ld de,TEMPST
         rst 32
         jr c,string.copy.new
         ld de,DSCTMP
         rst 32
         jr nc,string.copy.new
string.copy.same:
         pop hl
         call string.pop
         ex de,hl
         ret
string.copy.new:
         pop hl
string.copy.always:
         push hl
         ld a,(hl)
         call string.make
         pop hl
         push hl
         call string.put
         pop hl
         call string.release
         ld de,DSCTMP
         ret

; In: HL = descriptor, DE = where to. Out: DE behind the characters. Changes: AF, BC, HL.
string.put:
         ld a,(hl)
         inc hl
         ld c,(hl)
         inc hl
         ld h,(hl)
         ld l,c
; In: A = length, HL = characters, DE = where to. Out: HL and DE behind them. Changes: AF, BC.
string.move:
         or a
         ret z
         ld c,a
         ld b,0
         ldir
         ret

; In: DE = descriptor of the left string, right string in DAC. Out: DAC = both together, the two freed.
; Errors 14, 15, 16. Changes: all.
string.join:
         push de
         ld a,(de)
         ld hl,(DAC + 2)
         add a,(hl)
         jp c,error.long
         call string.make
         pop hl
         push hl
         call string.put
         ld hl,(DAC + 2)
         push hl
         call string.put
         pop hl
         call string.release
         pop hl
         call string.release
         jp string.give

; In: DE, HL = descriptors. Out: A = 255, 0 or 1 when the first is before, like or behind the second; both
; freed when temporary. Changes: all.
string.compare:
         push de
         call string.release
         ex (sp),hl
         call string.release
         pop de
         call string.pair
string.compare.next:
         ld a,b
         or a
         jr z,string.compare.end
         ld a,c
         or a
         jr z,string.compare.other
         ld a,(de)
         cp (hl)
         jr nz,string.compare.other
         inc hl
         inc de
         dec b
         dec c
         jr string.compare.next
string.compare.end:
         cp c
         ret z
string.compare.other:
         sbc a,a
         or 1
         ret
; In: HL, DE = descriptors. Out: B, DE = length and characters of the first; C, HL = of the second. Changes: AF.
string.pair:
         ld b,(hl)
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ex de,hl
         ld c,(hl)
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ret
