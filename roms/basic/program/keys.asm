; KEY n,"text", KEY LIST, KEY ON, KEY OFF; KEY(n) is an event. Source: MSX Wiki, "KEY".

do.key:  cp "("
         jr z,key.event
         cp T.LIST
         jr z,key.list
         cp T.ON
         jr z,key.on
         cp T.OFF
         jr z,key.off
         MAIN GETBYT
         dec a
         cp 10
         jp nc,error.call
         push af
         rst 8
         db ","
         MAIN expr.string
         pop af
         push hl
         push af
         MAIN string.take
         ld c,a
         pop af
         add a,a
         add a,a
         add a,a
         add a,a
         ld l,a
         ld h,0
         ld a,c
         ld bc,FNKSTR
         add hl,bc
         ld b,15
         inc a
key.copy:
         dec a
         jr z,key.fill
         push af
         ld a,(de)
         inc de
         ld (hl),a
         inc hl
         pop af
         djnz key.copy
key.fill:
         inc b
key.zero:
         ld (hl),0
         inc hl
         djnz key.zero
         ld a,(CNSDFG)
         or a
         call nz,DSPFNK
         pop hl
         ret
key.event:
         MAIN event.key
         ret
key.on:  push hl
         call DSPFNK
         jr key.end
key.off: push hl
         call ERAFNK
key.end: pop hl
         rst 16
         ret
key.list:
         push hl
         ld hl,FNKSTR
         ld c,10
key.list1:
         ld b,16
key.list2:
         ld a,(hl)
         or a
         jr z,key.list4
         cp 127
         jr z,key.list3
         cp 32
         jr nc,key.list5
key.list3:
         ld a,32
key.list5:
         rst 24
         inc hl
         djnz key.list2
key.list4:
         ld e,b
         ld d,0
         add hl,de
         push hl
         push bc
         MAIN crlf
         pop bc
         pop hl
         dec c
         jr nz,key.list1
         jr key.end
