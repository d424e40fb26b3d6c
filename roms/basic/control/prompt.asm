; The prompt and the lines typed at it.

; The prompt. Never returns. Programs come here by READYR, before the start is over too: from MSX-DOS.
ready:   ld a,(start.over)
         or a
         jp z,start.rest
         ld sp,(SAVSTK)
         ei
         call H.READ
         call stack.clean
         ld hl,-1
         ld (CURLIN),hl
         call TOTEXT
         call crlf.fresh
IF MSX2
         ld a,(EXBRSA)
         or a
         ld ix,S.PROMPT
         call nz,EXTROM
         ei
ELSE
         ld hl,ready.ok
         call print.text
ENDIF
ready.line:
         ld hl,-1
         ld (CURLIN),hl
         call H.MAIN
         ld a,(AUTFLG)
         or a
         jr nz,ready.auto
         call PINLIN
         ld a,0               ; keeps CY
         ld (INTFLG),a        ; CTRL+STOP has had its effect
         jr c,ready.line
         rst 16
         ld a,(hl)
         or a
         jr z,ready.line
ready.typed:
         call ready.number
         push de
         push af
         BASIC crunch
         pop af
         pop de
         jr c,ready.store
         call H.DIRD
         ld hl,KBFMIN
         jp NEWSTT
ready.auto:
         BASIC auto.prompt
         call PINLIN
         jr c,ready.stop
         rst 16
         jr c,ready.typed     ; a line further up, with its number
         BASIC auto.next
         ld hl,BUF
         ld a,(hl)
         or a
         jr z,ready.line
         push de
         BASIC crunch
         pop de
         jr ready.store
ready.stop:                   ; without Ok: github.com/andete/zerobas, docs/keywords/AUTO.md
         xor a
         ld (AUTFLG),a
         ld (INTFLG),a
         jr ready.line
ready.store:
         push de
         call H.FINI
         pop de
         ld (DOT),de
         BASIC program.store
         call H.FINE
         call clear.variables
         pop bc
         jr ready.line
; In: HL = text. Out: CY: DE = its line number, in which blanks do not count; HL behind it and one blank, which 0
; does not take (MSX1 machines: github.com/andete/zerobas, docs/lnblank-msx1-characterization.md). Changes: AF, BC.
ready.number:
         dec hl
         rst 16
         ret nc
         ld de,0
ready.digit:
         sub "0"
         call line.digit
         jp c,error.syntax
         ld b,h
         ld c,l
         rst 16
         jr c,ready.digit
         ld h,b
         ld l,c
         inc hl
         ld a,d
         or e
         scf
         ret z
         ld a,(hl)
         xor 32
         scf
         ret nz
         inc hl
         ret
IF MSX2
ELSE
ready.ok: dm "Ok"
         db 13,10,0
ENDIF

; The run loop at an empty statement, or at none at all. In: HL, A.
run.none:
         cp ":"
         ret z
         or a
         ret z
         cp 9                 ; TAB
         jp z,run.next
         jp do.let
