; Parts of strings: LEFT$, RIGHT$, MID$, the statement MID$, INSTR.
; Source: MSX Wiki, "LEFT$()", "RIGHT$()", "MID$()", "INSTR()".

; In: HL = text at "(". Out: string in DAC + 2; HL behind it, at the ",". Changes: all.
parts.first:
         rst 8
         db "("
         jp expr.string

; ",number" behind a string that stays in DAC + 2. In: HL. Out: A = E = number; HL. Changes: all.
parts.number:
         ld de,(DAC + 2)
         push de
         rst 8
         db ","
         call GETBYT
         pop bc
         ld (DAC + 2),bc
         ret

fn.left_s:
         call parts.first
         call parts.number
         xor a
         jr parts.close
fn.right_s:
         call parts.first
         call parts.number
         ld a,(bc)
         sub e
         jr nc,parts.close
         xor a
         jr parts.close
fn.mid_s:
         call parts.first
         call parts.place
         dec a
; The part from A on, of E characters at the most, of the string in DAC + 2. In: HL = text at ")".
; Out: string in DAC; HL. Changes: all.
parts.close:
         ld c,a
         rst 8
         db ")"
         push hl
         ld hl,(DAC + 2)
         ld a,(hl)
         sub c
         jr nc,parts.close.inside
         xor a
parts.close.inside:
         cp e
         jr c,parts.close.room
         ld a,e
parts.close.room:
         push bc
         call string.make
         pop bc
         ld hl,(DAC + 2)
         push hl
         push af
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ld b,0
         add hl,bc
         pop af
         call string.move
         pop hl
         call string.release
         call string.give
         pop hl
         ret

; ",place[,length]". In: HL, string in DAC + 2. Out: A = place from 1, E = length or 255; HL. Error 5.
; Changes: all.
parts.place:
         call parts.number
         or a
         jp z,error.call
         push af
         ld e,255
         ld a,(hl)
         cp ","
         call z,parts.number
         pop af
         ret

; MID$(variable,place[,length])=string. The variable's length stays.
do.mid_s:
         call H.ISMI
         rst 8
         db "("
         call PTRGET
         call check.string
         call string.own
         push de
         call parts.place
         push af
         push de
         rst 8
         db ")"
         rst 8
         db T.EQUAL
         call expr.string
         pop de
         pop af
         ex (sp),hl           ; HL = the variable
         cp (hl)
         jr z,do.mid_s.inside
         jp nc,error.call
do.mid_s.inside:
         dec a
         ld c,a
         ld a,(hl)
         sub c
         cp e
         jr nc,do.mid_s.length
         ld e,a
do.mid_s.length:
         inc hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ld b,0
         add hl,bc
         push hl
         push de
         call string.take
         pop bc               ; C = length
         pop hl
         cp c
         jr nc,do.mid_s.move
         ld c,a
do.mid_s.move:
         ex de,hl
         ld a,c
         or a
         call nz,parts.move
         pop hl
         ret
; Moves BC characters from HL to DE, which may overlap. Changes: all.
parts.move:
         ld b,0
         rst 32
         jr c,parts.move.down
         ldir
         ret
parts.move.down:
         add hl,bc
         dec hl
         ex de,hl
         add hl,bc
         dec hl
         ex de,hl
         lddr
         ret

; Gives a variable a string of its own when it has one of the program text. In: DE = its descriptor.
; Error 14. Changes: AF, BC.
string.own:
         push hl
         push de
         ex de,hl
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld hl,(VARTAB)
         rst 32
         jr c,string.own.end
         pop hl
         push hl
         call string.copy.always
         pop de
         push de
         ld hl,DSCTMP
         ldi
         ldi
         ldi
string.own.end:
         pop de
         pop hl
         ret

; INSTR([place,]string,string).
fn.instr:
         rst 8
         db "("
         call FRMEVL
         ld a,(VALTYP)
         cp 3
         ld a,1
         jr z,fn.instr.first
         call value.word
         call getbyt.check
         or a
         jp z,error.call
         push af
         rst 8
         db ","
         call expr.string
         pop af
fn.instr.first:
         push af
         ld de,(DAC + 2)
         push de
         rst 8
         db ","
         call expr.string
         rst 8
         db ")"
         pop de
         pop af
         push hl
         push af
         push de
         ld hl,(DAC + 2)
         call string.release
         ex (sp),hl
         call string.release
         pop de
         pop af
         call parts.find
         call value.byte
         pop hl
         ret

; In: HL, DE = descriptors of a string and of one to be found in it, A = place to begin, 1-255. Out: A = place,
; 0 when it is not there. Changes: all.
parts.find:
         push af
         call string.pair
         pop af               ; A = place, B, DE = first string, C, HL = second
         ex de,hl
         push bc
         push af
         dec a
         ld c,a
         ld b,0
         add hl,bc
         pop af
         pop bc
         ex de,hl
         push af
         dec a
         cp b
         jr nc,parts.find.none
         cpl
         inc a
         add a,b
         ld b,a               ; B = characters from there on
         pop af
parts.find.next:
         push af
         ld a,b
         cp c
         jr c,parts.find.none
         push hl
         push de
         push bc
         inc c
parts.find.compare:
         dec c
         jr z,parts.find.end
         ld a,(de)
         cp (hl)
         inc de
         inc hl
         jr z,parts.find.compare
parts.find.end:
         pop bc
         pop de
         pop hl
         jr z,parts.find.found
         pop af
         inc de
         dec b
         inc a
         jr parts.find.next
parts.find.none:
         pop af
         xor a
         push af
parts.find.found:
         pop af
         ret
