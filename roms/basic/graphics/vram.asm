; VPOKE and VPEEK. Addresses go to 3FFFh; in screens 5-8 to FFFFh, in the active page.
; Source: MSX2 Technical Handbook, chapter 2 (2.5).

; VPOKE address,value
do.vpoke:
         call FRMQNT
         push de
         rst 8
         db ","
         call GETBYT
         ex (sp),hl
         call vram.limit
IF MSX2
         call NWRVRM
ELSE
         call WRTVRM
ENDIF
         pop hl
         ret

; VPEEK(address)
fn.vpeek:
         call value.address
         ex de,hl
         call vram.limit
IF MSX2
         call NRDVRM
ELSE
         call RDVRM
ENDIF
         jp value.byte

; Error 5 for an address that the screen has not. In: HL. Changes: F.
vram.limit:
IF MSX2
         push af
         call CHKNEW
         jr c,vram.all
         ld a,h
         cp &40
         jp nc,error.call
vram.all:
         pop af
         ret
ELSE
         push af
         ld a,h
         cp &40
         jp nc,error.call
         pop af
         ret
ENDIF

IF MSX2
; Changes the screen mode and gives the palette its start values. In: A = mode. Changes: all.
screen.change:
         ld ix,S.CHGMDP
         jp sub.call
ENDIF

; PUT SPRITE. In: HL at SPRITE or behind it.
put.sprite:
         BASIC sprite.put
         ret
