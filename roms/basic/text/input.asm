; INPUT and LINE INPUT from the keyboard. Source: MSX Wiki, "INPUT", "LINE INPUT". RETURN alone leaves the
; variables as they are, but not behind "?Redo from start": https://biwako.ne.jp/~beaver/msx/msxtecho/inputret.htm

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
         ld hl,FLGINP
         or (hl)
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
         or a
         jr z,input.store
         cp ","
         jr nz,input.redo
input.store:
         pop bc
         pop de
         push hl
         call let.store
         pop hl
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
; Begins again. Stack: AF, variable, text, start of the statement.
input.redo:
         call H.TRMN
         ld a,(VALTYP)
         cp 3
         call z,FRESTR
         ld hl,input.text.redo
         call print.text
         ld a,1
         ld (FLGINP),a
         pop af
         pop de
         pop hl
         pop hl
         jr input.begin
input.text.redo:
         dm "?Redo from start"
         db 13,10,0
input.text.extra:
         dm "?Extra ignored"
         db 13,10,0

; Prints a prompt and demands the ";" behind it. In: HL = text. Out: HL. Changes: all.
input.prompt:
         ld a,(hl)
         cp 34
         ret nz
         ld d,a
         ld b,a
         inc hl
         call string.literal
         push hl
         call print.string
         pop hl
         dec hl
         rst 16
         rst 8
         db ";"
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
