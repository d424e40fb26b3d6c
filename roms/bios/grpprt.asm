; GRPPRT: prints a character on a graphic screen at GRPACX, GRPACY, in FORCLR.
; In: A. Changes: F; interrupts on.
GRPPRT:
IF MSX2
         push af
         ld a,(FORCLR)
         ld (ATRBYT),a        ; the sub-ROM's entry takes it from there
         pop af
         TOSUB5 S.GRPPRT
ENDIF
         push hl
         push de
         push bc
         push af
         call CNVCHR
         jr nc,grpprt.end
         jr nz,grpprt.shape
         cp 13
         jr z,grpprt.line
         cp 32
         jr c,grpprt.end
grpprt.shape:
         call grpprt.pattern
IF MSX2
ELSE
         ld a,(FORCLR)
         ld (ATRBYT),a
ENDIF
         ld hl,PATWRK
         ld de,(GRPACY)
         ld b,8
grpprt.row:
         push bc
         ld b,(hl)
         push hl
         ld hl,(GRPACX)
         ld c,8
grpprt.pixel:
         rlc b
         jr nc,grpprt.next
         push bc
         push de
         push hl
         ld b,h
         ld c,l
         call scalxy.old
         jr nc,grpprt.outside
         call mapxyc.old
         call setc.old
grpprt.outside:
         pop hl
         pop de
         pop bc
grpprt.next:
         call grpprt.step
         dec c
         jr nz,grpprt.pixel
         pop hl
         inc hl
         pop bc
         ex de,hl
         call grpprt.step
         ex de,hl
         djnz grpprt.row
         ld hl,(GRPACX)
         call grpprt.cell
         ld (GRPACX),hl
         ld a,h
         or a
         jr z,grpprt.end
grpprt.line:
         ld hl,0
         ld (GRPACX),hl
         ld hl,(GRPACY)
         call grpprt.cell
         ld a,l
         cp 192
         jr c,grpprt.row1
         ld hl,0
grpprt.row1:
         ld (GRPACY),hl
grpprt.end:
         pop af
         pop bc
         pop de
         pop hl
         ret

; One pixel, in screen 3 one block, further. In, Out: HL. Changes: F, A.
grpprt.step:
         inc hl
         ld a,(SCRMOD)
         cp 3
         ret nz
         inc hl
         inc hl
         inc hl
         ret
; One character further. In, Out: HL. Changes: AF, B.
grpprt.cell:
         ld b,8
grpprt.cell1:
         call grpprt.step
         djnz grpprt.cell1
         ret

; The pattern of a character from the font. In: A. Out: PATWRK. Changes: all.
grpprt.pattern:
         ld l,a
         ld h,0
         add hl,hl
         add hl,hl
         add hl,hl
         ld de,(CGPNT + 1)
         add hl,de
         ld de,PATWRK
         ld b,8
grpprt.byte:
         push bc
         push de
         ld a,(CGPNT)
         call RDSLT
         ei
         pop de
         ld (de),a
         inc de
         inc hl
         pop bc
         djnz grpprt.byte
         ret
