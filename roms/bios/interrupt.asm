; The interrupt: 50 or 60 times a second from the VDP, at any time from elsewhere.

; KEYINT: the interrupt routine. Changes: nothing; interrupts on.
KEYINT:  push hl
         push de
         push bc
         push af
         exx
         ex af,af'
         push hl
         push de
         push bc
         push af
         push iy
         push ix
         call H.KEYI
         in a,(VDP.CMD)
         or a
         jp p,keyint.end
         ld (STATFL),a
         call H.TIMI
         ld hl,(JIFFY)
         inc hl
         ld (JIFFY),hl
         call event.count
         call event.collide
         call music.tick
         ld hl,SCNCNT
         dec (hl)
         jr nz,keyint.end
         ld (hl),1            ; the keyboard is read at every interrupt
         call event.triggers
         call key.scan
keyint.end:
         pop ix
         pop iy
         pop af
         pop bc
         pop de
         pop hl
         ex af,af'
         exx
         pop af
         pop bc
         pop de
         pop hl
         ei
         ret

; NMI: the non-maskable interrupt. Changes: nothing.
NMI:     call H.NMI
         retn
NMI.RET: ret

; ON INTERVAL: counts INTCNT down, marks the event. Changes: AF, HL.
event.count:
         ld hl,(INTCNT)
         ld a,h
         or l
         ret z
         dec hl
         ld (INTCNT),hl
         ld a,h
         or l
         ret nz
         ld hl,(INTVAL)
         ld (INTCNT),hl
         ld hl,TRPTBL + 17 * 3
         jr event.mark

; ON SPRITE: a collision since the last interrupt. Changes: AF, HL.
event.collide:
         ld a,(STATFL)
         and &20
         ret z
         ld hl,TRPTBL + 11 * 3
; Marks an event that is on; unless it is stopped, BASIC is told.
; In: HL = its entry in TRPTBL. Changes: AF, HL.
event.mark:
         ld a,(hl)
         rrca
         ret nc
         bit 2,(hl)
         ret nz
         set 2,(hl)
         bit 1,(hl)
         ret nz
         ld hl,ONGSBF
         inc (hl)
         ret

; TRGFLG and ON STRIG: a trigger that goes down is an event. Changes: AF, BC, DE, HL.
; Bits, 0 = pressed: 0 space, 4 port 1 A, 5 port 1 B, 6 port 2 A, 7 port 2 B.
event.triggers:
         ld e,0
         call joy.port
         and %00110000
         ld b,a
         ld e,&40
         call joy.port
         and %00110000
         rlca
         rlca
         or b
         ld b,a
         ld a,8
         call key.sense
         and 1
         or b
         ld hl,TRGFLG
         ld c,(hl)            ; before
         ld (hl),a
         xor c
         and c                ; 1: has just gone down
         ret z
         ld hl,TRPTBL + 12 * 3
         ld b,5
event.trigger:
         ld de,event.bits - 1
         ld c,a
         ld a,e
         add a,b
         ld e,a
         jr nc,event.trigger1
         inc d
event.trigger1:
         ld a,(de)
         and c
         push hl
         call nz,event.mark
         pop hl
         inc hl
         inc hl
         inc hl
         ld a,c
         djnz event.trigger
         ret
event.bits:                   ; STRIG 4 to 0
         db %10000000,%00100000,%01000000,%00010000,%00000001
