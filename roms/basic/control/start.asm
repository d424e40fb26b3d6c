; From the end of the start-up to the prompt.

start:   ld sp,(HIMEM)
         ei
         call H.RUNC          ; the disk ROM starts a disk here
         ei
         call H.CLEA
         call H.LOPD
ready:   ld sp,(HIMEM)
         call H.STKE          ; programs that let the disk system start before them
         ei
         call TOTEXT
         ld hl,ready.text
         call print.ok
ready.line:
         call PINLIN
         jr ready.line

; In: E = number. Never returns.
error.handle:
         call H.ERRO
         jr ready
print.ok: ld a,(hl)
         or a
         ret z
         rst 24
         inc hl
         jr print.ok
ready.text: dm "Ok"
         db 13,10,0
