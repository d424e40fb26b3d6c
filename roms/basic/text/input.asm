; INPUT and LINE INPUT from the keyboard. Source: MSX Wiki, "INPUT", "LINE INPUT". RETURN alone leaves the
; variables as they are. A value is stored before what follows it is looked at: RETURN behind "?Redo from start"
; leaves the new one (github.com/mr-GreyWolf/MSX-BASIC-Programming-Guide-Russian, 2.4.7 and 2.4.8, and for numbers
; https://biwako.ne.jp/~beaver/msx/msxtecho/inputret.htm).

do.input:
         jp z,error.operand
         cp "#"
         jp z,input.file.here
         xor a
         ld (FLGINP),a
input.begin:
         push hl
         push hl
         call TOTEXT
         pop hl
         call input.prompt
         push hl
         call input.question
         push hl
         rst 16
         or a
         pop hl
         ex (sp),hl           ; HL = text
         jr z,input.nothing
; Takes a value. In: HL = text at the variable; stack: place in BUF, start of the statement.
input.variable:
         call PTRGET
         ex (sp),hl
         push de
         ld a,(VALTYP)
         push af
         ld a,(hl)
         or a
         jr nz,input.item
         ld a,"?"
         rst 24
         call input.question
input.item:
         ld e,","
         call item.value
         pop bc
         pop de
         push hl
         call let.store
         pop hl
         ld a,(hl)
         or a
         jr z,input.next
         cp ","
         jr nz,input.redo
input.next:
         ex (sp),hl
         dec hl
         rst 16
         jr z,input.end
         rst 8
         db ","
         jr input.variable
input.end:
         ex (sp),hl
         ld a,(hl)
         or a
         ld hl,input.text.extra
         call nz,print.text
         pop hl
         pop de
         ret
input.nothing:
         pop de
         pop de
         jp data.skip
; Begins again. Stack: text, start of the statement.
input.redo:
         call H.TRMN
         ld hl,input.text.redo
         call print.text
         pop hl
         pop hl
         jr input.begin
input.text.redo:
         dm "?Redo from start"
         db 13,10,0
input.text.extra:
         dm "?Extra ignored"
         db 13,10,0

; Demands ";" behind a prompt and prints it. In: HL = text. Out: HL. Changes: all.
input.prompt:
         ld a,(hl)
         cp 34
         ret nz
         ld d,a
         ld b,a
         inc hl
         call string.literal
         dec hl
         rst 16
         rst 8
         db ";"
         push hl
         call print.string
         pop hl
         ret

; "? " and a line. Out: HL = before its first character. CTRL+STOP breaks. Changes: all.
input.question:
         call QINLIN
         jr c,input.break
         ret
input.break:
         xor a
         ld (INTFLG),a
         jp break

; LINE INPUT; else the LINE of graphics.
do.line: cp T.INPUT
         jp nz,line.graphic
         rst 16
         cp "#"
         jr z,input.line.here
         call input.prompt
         call PTRGET
         call check.string
         push hl
         push de
         call INLIN
         jr c,input.break
         inc hl
         ld b,0
         ld d,b
         call string.literal
         pop de
         ld b,3
         call let.store
         pop hl
         ret

input.line.here:
         BASIC input.line
         ret
input.file.here:
         BASIC input.file
         ret
