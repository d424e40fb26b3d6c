; VPOKE and VPEEK. Addresses go to 3FFFh on eb1; on eb2 to FFFFh, in screens 5-8 in the active page.
; Source: MSX2 Technical Handbook, chapter 2 (2.5).

; VPOKE address,value
do.vpoke:
IF MSX2
         call FRMQNT
ELSE
         call expr.integer    ; error 6 above 32767
ENDIF
         push de
         rst 8
         db ","
         call GETBYT
         ex (sp),hl
IF MSX2
         call NWRVRM
         call vram.home
ELSE
         call vram.limit
         call WRTVRM
ENDIF
         pop hl
         ret

; VPEEK(address)
fn.vpeek:
IF MSX2
         call value.address
         ex de,hl
         call NRDVRM
         call vram.home
ELSE
         call value.word
         ex de,hl
         call vram.limit
         call RDVRM
ENDIF
         jp value.byte

IF MSX2
ELSE
; Error 5 for an address that the screen has not. In: HL. Changes: F.
vram.limit:
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
