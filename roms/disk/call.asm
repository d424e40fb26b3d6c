; CALL FORMAT and CALL SYSTEM: the statements of this ROM (MSX2 Technical Handbook, chapter 5, 7.3).

call.names:
         dm "FORMAT"
         db 0
         dw format
         dm "SYSTEM"
         db 0
         dw call.system
         db 0

; In: PROCNM = name, HL = text behind it. Out: NC, HL at the end of the statement; CY: not ours, or
; something follows the name. Changes: all.
statement:
         ei
         push hl
         ld hl,H.PHYD
         ld a,(hl)
         cp &F7
         jr nz,call.foreign   ; the disk system stayed out
         inc hl
         ld e,(hl)
         call init.slot
         cp e
         jr nz,call.foreign
         ld hl,call.names
call.name:
         ld a,(hl)
         or a
         jr z,call.foreign
         ld de,PROCNM
call.letter:
         ld a,(de)
         cp (hl)
         jr nz,call.other
         inc hl
         inc de
         or a
         jr nz,call.letter
         ld e,(hl)
         inc hl
         ld d,(hl)
         pop hl
         ld a,(hl)
         or a
         jr z,call.run
         cp ":"
         scf
         ret nz
call.run:
         push hl
         ld hl,call.done
         push hl
         push de
         ret
call.done:
         pop hl
         or a
         ret
call.other:
         ld a,(hl)
         inc hl
         or a
         jr nz,call.other
         inc hl
         inc hl
         jr call.name
call.foreign:
         pop hl
         scf
         ret

; CALL SYSTEM: starts EBDOS.SYS, that of the ROM if the disk has none. Never returns.
call.system:
         call boot.system
         call builtin.start
         ld de,system.text
         call ram.text
         ld e,5               ; Illegal function call
         jp bas.error
system.text:
         dm "No EBDOS.SYS on drive A"
         db 13,10,"$"
