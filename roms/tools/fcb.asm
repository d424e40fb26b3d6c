; The file control block of a tool, at FCB; what is in a block: MSX2 Technical Handbook, figure 3.18.

; A drive and a name that are none. In: HL = 12 bytes. Out: HL = the last of them. Changes: B.
fcb.blank:
         ld (hl),0
         ld b,11
blank.next:
         inc hl
         ld (hl)," "
         djnz blank.next
         ret

; A block that is not open. In: HL = drive and name. Changes: BC, DE, HL.
fcb.fresh:
         ld de,FCB
         ld bc,12
         ldir
; The same, with the drive and the name that are there. In: DE = FCB + 12. Changes: BC, DE, HL.
fcb.clear:
         ld h,d
         ld l,e
         inc de
         ld bc,24
         ld (hl),0
         ldir
         ret

; The open file is read and written in bytes, from its start. Changes: HL.
fcb.bytes:
         ld hl,1
         ld (FCB + 14),hl
         dec hl
         ld (FCB + 33),hl
         ld (FCB + 35),hl
         ret
