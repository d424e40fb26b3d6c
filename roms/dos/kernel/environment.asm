; Environment strings (MSX-DOS 2 Program Interface Specification, "Environment Strings"). The list is
; name, 0, value, 0 for each item, the newest first, and a 0 behind the last.

NAMEBUF:  EQU SECBUF        ; 256: the name in hand
VALUEBUF: EQU SECBUF + 256  ; 256: its value

; 6B: In: HL = name, DE = buffer, B = its size. Out: A = error. Changes: all but DE.
env.get: push de
         call get.value
         pop de
         ret
get.value:
         push bc
         push de
         call env.name
         pop de
         pop bc
         ret nz
         push bc
         push de
         call env.find
         pop de
         pop bc
         ld c,b
         ld b,0
; Gives the program a text, or as much of it as there is room for. In: HL = text in this segment, DE =
; the program's buffer, BC = its size. Out: A = error. Changes: all.
env.give:
         push de
         ld de,VALUEBUF
give.next:
         ld a,b
         or c
         ld a,ERR.ELONG
         jr z,give.end
         ld a,(hl)
         ldi
         or a
         jr nz,give.next
give.end:
         ld hl,&10000 - VALUEBUF
         add hl,de
         ld b,h
         ld c,l
         pop de
         push af
         ld a,b
         or c
         ld hl,VALUEBUF
         call nz,l2.copy
         pop af
         ret

; 6D: In: DE = number of the item, the first is 1, HL = buffer. Out: A = error. Changes: all but HL.
env.item:
         push hl
         call item.value
         pop hl
         ret
item.value:
         push hl
         ld hl,ENV.LIST
item.next:
         ld a,(hl)
         or a
         jr z,item.there
         dec de
         ld a,d
         or e
         jr z,item.there
         call env.skip
         call env.skip
         jr item.next
item.there:
         pop de
         ld bc,256
         jr env.give

; 6C: In: HL = name, DE = value. Out: A = error. Changes: all.
env.set: push de
         call env.name
         pop hl
         ret nz
         ld de,VALUEBUF
         ld bc,256
         push de
         call l2.copy
         pop hl
         call env.length
         ld a,ERR.ELONG
         ret c
         dec de
         ld a,d
         or e
         jr nz,set.value
         call env.find
         call z,env.drop
         xor a
         ret
set.value:
         inc de
         push de              ; length of the value
         ld hl,NAMEBUF
         call env.length
         pop hl
         add hl,de
         push hl              ; size of the new item
         call env.find
         ld hl,0
         jr nz,set.room
         call env.size        ; and of the old one
set.room:
         ex de,hl
         call env.end
         inc hl
         or a
         sbc hl,de
         pop de
         add hl,de
         ld bc,&FFFF - ENV.TOP
         add hl,bc
         ld a,ERR.NORAM
         ret c
         push de
         call env.find
         call z,env.drop
         pop bc
; Puts the item in hand in front of the list. In: BC = its size. Out: A = 0. Changes: all.
env.insert:
         call env.end
         push hl
         add hl,bc
         ex de,hl             ; DE = new end
         pop hl
         push hl
         ld bc,&10001 - ENV.LIST
         add hl,bc
         ld b,h
         ld c,l
         pop hl
         lddr
         ld hl,NAMEBUF
         ld de,ENV.LIST
         call env.copy
         ld hl,VALUEBUF
env.copy:
         ld a,(hl)
         ldi
         or a
         jr nz,env.copy
         ret

; In: HL = the program's name. Out: Z, NAMEBUF in capitals; NZ, A = error. Changes: all.
env.name:
         ld de,NAMEBUF
         ld bc,256
         push de
         call l2.copy
         pop hl
         ld bc,256
name.next:
         ld a,(hl)
         or a
         jr z,name.end
         call env.char
         jr c,name.bad
         ld (hl),a
         cpi                  ; HL + 1, BC - 1
         jp pe,name.next
         ld a,ERR.ELONG
         or a
         ret
name.end:
         ld a,h
         cp NAMEBUF // 256
         jr nz,name.good
         ld a,l
         cp NAMEBUF \ 256
         jr z,name.bad
name.good:
         xor a
         ret
name.bad:
         ld a,ERR.IENV
         or a
         ret

; In: A = character. Out: A = capital; CY: no file name has it. Changes: F, DE.
env.char:
         cp "a"
         jr c,char.capital
         cp "z" + 1
         jr nc,char.capital
         sub 32
char.capital:
         cp 33
         ret c
         ld de,char.none
         push hl
         ex de,hl
char.next:
         cp (hl)
         scf
         jr z,char.end
         inc (hl)
         dec (hl)
         inc hl
         jr nz,char.next
         or a
char.end:
         pop hl
         ret
char.none: dm ":;,.=+<>|/*?[]"
         db 34,92,127,255,0

; Out: Z, DE = the item NAMEBUF, HL = its value; NZ, HL = end of the list. Changes: AF, DE.
env.find:
         ld hl,ENV.LIST
find.item:
         ld a,(hl)
         or a
         jr z,lookup.none
         push hl
         ld de,NAMEBUF
find.char:
         ld a,(de)
         cp (hl)
         jr nz,lookup.other
         inc hl
         inc de
         or a
         jr nz,find.char
         pop de
         ret
lookup.other:
         call env.skip
         call env.skip
         pop de
         jr find.item
lookup.none:
         inc a                ; NZ
         ret

; In: DE = item. Out: HL = its size. Changes: AF.
env.size:
         ld h,d
         ld l,e
         call env.skip
         call env.skip
         or a
         sbc hl,de
         ret
; Takes an item out of the list. In: DE = item. Changes: all.
env.drop:
         call env.end
         push hl
         call env.size
         add hl,de            ; HL = the next one
         ex (sp),hl
         pop bc
         push bc
         or a
         sbc hl,bc
         inc hl
         ld b,h
         ld c,l
         pop hl
         ldir
         ret
; Out: HL = the 0 behind the last item. Changes: AF.
env.end: ld hl,ENV.LIST
end.next:
         ld a,(hl)
         or a
         ret z
         call env.skip
         call env.skip
         jr end.next
; In: HL = text. Out: HL = behind its 0. Changes: AF.
env.skip:
         ld a,(hl)
         inc hl
         or a
         jr nz,env.skip
         ret
; In: HL = text. Out: DE = length with its 0; CY: no 0 in 256 characters. Changes: AF, BC, HL.
env.length:
         push hl
         ld bc,256
         xor a
         cpir
         pop de
         scf
         ret nz
         sbc hl,de            ; CY counts as one more
         inc hl
         ex de,hl
         or a
         ret
