; The parts of a line: blanks, switches, names of files.

; Out: Z if A ends a word. Changes: F.
is.blank:
         or a
         ret z
         cp " "
         ret z
         cp 9
         ret
; Out: Z if A stands between parameters. Changes: F.
is.between:
         call is.blank
         ret z
         cp ","
         ret z
         cp ";"
         ret z
         cp "="
         ret
; Out: Z if A ends a command's word or a name. Changes: F.
is.end:  call is.between
         ret z
         cp "/"
         ret z
         cp "+"
         ret z
         cp "<"
         ret z
         cp ">"
         ret z
         cp "|"
         ret
; In: A. Out: A = capital. Changes: F.
capital: cp "a"
         ret c
         cp "z" + 1
         ret nc
         sub 32
         ret
; In: HL = text. Out: HL at the first character that is no blank, A. Changes: F.
skip.blanks:
         ld a,(hl)
         cp " "
         jr z,skip.one
         cp 9
         jr z,skip.one
         cp ","
         jr z,skip.one
         cp ";"
         jr z,skip.one
         cp "="
         ret nz
skip.one:
         inc hl
         jr skip.blanks

; Notes the switches of a line and blanks them out. In: HL = text. Out: CMD.SWITCH: bit 0 A, 1 B ... Changes: AF, BC, DE.
take.switches:
         push hl
         ld de,0
         ld (CMD.SWITCH),de
         ld (CMD.SWITCH + 2),de
switches.next:
         ld a,(hl)
         or a
         jr z,switches.end
         cp "/"
         inc hl
         jr nz,switches.next
         ld a,(hl)
         call capital
         sub "A"
         cp 26
         jr nc,switches.next
         dec hl
         ld (hl)," "
         inc hl
         ld (hl)," "
         inc hl
         call switch.place
         ld a,(de)
         or c
         ld (de),a
         jr switches.next
switches.end:
         pop hl
         ret
; In: A = number of a letter. Out: DE = its byte, C = its bit. Changes: AF, B.
switch.place:
         ld de,CMD.SWITCH
         ld b,a
         inc b
         ld c,%10000000
place.bit:
         rlc c
         jr nc,place.same
         inc de
place.same:
         djnz place.bit
         dec de
         ret
; In: A = letter. Out: NZ if it was given. Changes: AF, BC, DE.
is.switch:
         sub "A"
         call switch.place
         ld a,(de)
         and c
         ret

; A file control block from a name. In: HL = text, DE = FCB. Out: HL behind the name; FCB: drive (0 the present one),
; name with "?" for wildcards, the rest 0; A, Z: nothing was there; CY: no such drive. DE kept. Changes: F, BC.
take.name:
         call skip.blanks
         push de
         push hl
         push de
         xor a
         ld (de),a
         inc de
         ld b,11
         ld a," "
         call name.fill
         ld b,25
         xor a
         call name.fill
         pop de
         ld a,(hl)
         call is.end
         jr z,name.end
         call word.drive
         jr c,name.end
         ld (de),a
         inc de
         ld b,8
         call name.part
         ld a,(hl)
         cp "."
         jr nz,name.rest
         inc hl
         ld b,3
         call name.part
name.rest:
         ld a,(hl)
         call is.end
         jr z,name.end
         inc hl
         jr name.rest
name.end:
         ex de,hl             ; DE = behind it; CY kept
         pop hl
         push af
         or a
         sbc hl,de
         ld c,l
         pop af
         ex de,hl
         pop de
         ld a,c               ; how much was taken
         inc c
         dec c
         ret
; A drive and its colon. In: HL = text. Out: A = drive, 1 is A, HL behind the colon; A = 0: none is named; CY: there is no
; such drive. Changes: F.
word.drive:
         inc hl
         ld a,(hl)
         dec hl
         cp ":"
         jr z,word.letter
         xor a
         ret
word.letter:
         ld a,(hl)
         call capital
         inc hl
         inc hl
         sub "A"
         call is.drive
         ret c
         inc a
         ret
; In: A = drive, 0 is A. Out: CY: there is none. Changes: F.
is.drive:
         push hl
         ld hl,NMBDRV
         cp (hl)
         ccf
         jr nc,drive.end
         cp RAMD.DRIVE
         scf
         jr nz,drive.end
         ld hl,(RAMD.MOVE)
         inc h
         dec h
         scf
         jr z,drive.end
         ccf
drive.end:
         pop hl
         ret
; In: A, B = number, DE. Changes: B, DE.
name.fill:
         ld (de),a
         inc de
         djnz name.fill
         ret
; In: HL = text, DE = where B characters go. Out: behind them. Changes: AF, B.
name.part:
         ld a,(hl)
         call name.ends
         jr z,part.skip
         cp "*"
         jr z,part.any
         call capital
         ld (de),a
         inc de
         inc hl
         djnz name.part
part.long:
         ld a,(hl)
         call name.ends
         ret z
         inc hl
         jr part.long
part.any:
         ld a,"?"
         call name.fill
         jr part.long
part.skip:
         inc de
         djnz part.skip
         ret
name.ends:
         call is.end
         ret z
         cp ":"
         ret z
         cp "."
         ret

; In: DE = FCB. Out: Z if its name has a "?". Changes: AF, B, HL.
is.wild: ld h,d
         ld l,e
         ld b,11
wild.next:
         inc hl
         ld a,(hl)
         cp "?"
         ret z
         djnz wild.next
         ret
; In: DE = FCB. An empty name becomes *.*. Changes: AF, B, HL.
all.files:
         ld hl,9
         add hl,de
         ld a,(hl)
         cp " "
         ret nz               ; .EXT
         ld h,d
         ld l,e
         inc hl
         ld a,(hl)
         cp " "
         ret nz
         ld b,11
all.next:
         ld (hl),"?"
         inc hl
         djnz all.next
         ret

; Prints the name of a file as NAME.EXT. In: HL = eleven characters. Changes: all.
put.name:
         ld b,8
         call put.part
         ld a,(hl)
         cp " "
         ret z
         ld a,"."
         call put
         ld b,3
; In: HL = characters, B = number. Out: HL behind them. Changes: all.
put.part:
         push bc
         ld a,(hl)
         inc hl
         cp " "
         call nz,put
         pop bc
         djnz put.part
         ret
