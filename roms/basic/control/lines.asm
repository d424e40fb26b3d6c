; Line numbers in the text, the lines they name, the ends of statements.

; In: HL = text at a line number. Out: DE = the number; HL, A, F as CHRGTR leaves them behind it; error 2 if
; there is none. Changes: AF.
line.number:
         ld a,(hl)
         cp C.LINE
         jr z,line.constant
         cp C.POINTER
         jp nz,error.syntax
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)            ; the address before the line
         push hl
         ex de,hl
         inc hl
         inc hl
         call line.constant
         pop hl
         rst 16
         ret
line.constant:
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         rst 16
         ret

; Puts a digit behind a line number. In: A = 0-9, DE = number. Out: DE; CY: as before, it would be above 65529.
; Changes: AF, C.
line.digit:
         push hl
         ld c,a
         ld hl,6552
         rst 32
         jr c,line.full
         ld h,d
         ld l,e
         add hl,hl
         add hl,hl
         add hl,de
         add hl,hl
         ld e,c
         ld d,0
         add hl,de
         ex de,hl
line.full:
         pop hl
         ret

; Searches a line. In: DE = number. Out: CY, Z: found, BC = its link; NC: BC = the next higher line or the end;
; HL = the line behind BC. Changes: AF.
line.find:
         ld hl,(TXTTAB)
line.find.next:
         ld b,h
         ld c,l
         inc hl
         ld a,(hl)            ; high byte of the link
         or a
         ret z
         inc hl
         inc hl
         ld a,(hl)
         cp d
         jr c,line.find.low
         jr nz,line.find.high
         dec hl
         ld a,(hl)
         cp e
         jr c,line.find.low
         jr nz,line.find.high
         scf
line.find.high:
         ld h,b
         ld l,c
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ret
line.find.low:
         ld h,b
         ld l,c
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         jr line.find.next

; Where a jump goes. In: HL = text at a line number. Out: DE = the address before the line, which the text has
; instead of the number from now on, unless it is in ROM; HL behind. Errors 2, 8. Changes: AF, BC.
line.target:
         ld a,(hl)
         cp C.POINTER
         jr z,line.pointer
         cp C.LINE
         jp nz,error.syntax
         push hl
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         call line.find
         jp nc,error.line
         pop hl
         ld a,C.POINTER
         ld (PTRFLG),a        ; there are some
         ld (hl),a
         dec bc
         inc hl
         ld (hl),c
         inc hl
         ld (hl),b
         inc hl
         ld d,b
         ld e,c
         ret
line.pointer:
         inc hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ret

; DATA: to the end of the statement. In, Out: HL. Out: A = ":" or 0, Z; B counts the IFs on the way.
; Changes: F, BC.
do.data:
data.skip:
         ld a,(hl)
         cp ":"
         ret z
         inc hl
         jr c,skip.low
         cp T.IF
         jr z,skip.if
         inc a
         jr nz,data.skip
         ld a,(hl)            ; behind FFh: a function
         or a
         ret z
         inc hl
         jr data.skip
skip.if: inc b
         jr data.skip
skip.low:
         cp 34
         jr z,skip.string
         cp 32
         jr nc,data.skip
         or a
         jr z,skip.end
         cp C.OCTAL
         jr c,data.skip
         ld c,2
         cp C.BYTE
         jr c,skip.constant
         jr z,skip.byte
         cp C.INTEGER
         jr c,data.skip
         jr z,skip.constant
         ld c,4
         cp C.SINGLE
         jr z,skip.constant
         ld c,8
         cp C.DOUBLE
         jr nz,data.skip
skip.constant:
         inc hl
         dec c
         jr nz,skip.constant
         jr data.skip
skip.byte:
         inc hl
         jr data.skip
skip.string:
         ld a,(hl)
         inc hl
         or a
         jr z,skip.end
         cp 34
         jr nz,skip.string
         jr data.skip
skip.end:
         dec hl
         ret

; ELSE: reached behind THEN: the rest of the line is not for now. To the end of the line.
; In, Out: HL. Out: A = 0, Z. Changes: F, BC.
skip.colon:
         inc hl
do.else:
rem.skip:
         ld a,(hl)
         cp " "
         jr z,skip.colon
         cp T.REM
         jr z,do.rem
         call data.skip
         or a
         jr nz,skip.colon
         ret
; REM: its text may hold anything but 0.
do.rem:  xor a
         ld b,a
         ld c,a
         cpir
         dec hl
         ret
