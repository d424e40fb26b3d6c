; One point of a graphic screen. In page 0, for both ROMs of BASIC.
; Source: V9938 technical data book, PSET; MSX2 Technical Handbook, appendix 1 (SCALXY, MAPXYC, SETC).

; plot: paints a point unless it is outside the picture.
; In: BC = X, DE = Y, signed; ATRBYT, LOGOPR. Changes: AF, BC, DE, HL.
plot:
IF MSX2
         ld a,(SCRMOD)
         cp 5
         jr nc,plot.command
         call vram.zero
         jr plot.old
ENDIF
; plot.low: the same where register 14 of the VDP is known to be 0 in screens 2-4.
plot.low:
IF MSX2
         ld a,(SCRMOD)
         cp 5
         jr nc,plot.command
plot.old:
ENDIF
         call scalxy.old
         ret nc
         call mapxyc.old
         jp setc.low

IF MSX2
plot.command:
         ld h,a
         ld a,d
         or a
         ret nz
         ld a,e
         cp 212
         ret nc
         ld a,h
         and 6                ; screens 6 and 7: 512 across
         cp 6
         ld a,b
         jr nz,plot.wide
         srl a
plot.wide:
         or a
         ret nz
plot.wait:
         ld a,2
         di
         VDPREG 15
         in a,(VDP.CMD)
         ld h,a
         xor a
         VDPREG 15
         ei
         rrc h                ; the last command is at work
         jr c,plot.wait
         ld a,36
         di
         VDPREG 17
         ld hl,ACPAGE
         ld a,c
         out (VDP.IND),a
         ld a,b
         out (VDP.IND),a
         ld a,e
         out (VDP.IND),a
         ld a,(hl)
         out (VDP.IND),a
         ld a,44
         VDPREG 17
         ld a,(ATRBYT)
         out (VDP.IND),a
         xor a
         out (VDP.IND),a
         ld a,(LOGOPR)
         and 15
         or &50
         out (VDP.IND),a
         ei
         ret
ENDIF
