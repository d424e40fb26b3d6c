; Statements of BASIC. HL points into its text, behind the statement's word. An error comes back as carry
; with its number in E: BASIC's own error handler takes it from there.

; The entries that are not built yet, and all of them when the main ROM has no BASIC: "Illegal function
; call", also by the hook of the error handler.
; In: HL = BASIC text Out: carry, E = error; HL as it was Changes: all others
statement:
         push hl
         ld e,ERROR.CALL
         push de
         call H.ERRO
         pop de
         pop hl
         scf
         ret

; PAINT [STEP](X,Y)[,colour[,border]]
; In: HL = BASIC text Out: HL behind the statement; carry: E = error Changes: all
PAINT:
         call basic.begin
         ld a,(SCRMOD)
         cp 2
         jp c,basic.call
         call basic.inside
         push bc
         push de
         ld a,(FORCLR)
         call statement.colour
         call SETATR
         jp c,basic.call
         ld a,(ATRBYT)
         call statement.colour
         ld (BRDATR),a
         pop de
         pop bc
         push hl
         call MAPXYC
         call paint.fill
         pop hl
         ret nc
         ld e,ERROR.MEMORY
         jp basic.error

; An optional colour behind a comma.
; In: HL, A = colour if none is given Out: HL, A Changes: F, BC, DE, IX, IY, alternate registers
statement.colour:
         ld b,a
         call basic.comma
         ld a,b
         ret nz
         push bc
         call basic.argument
         pop bc
         ld a,b
         ret z
         jp basic.byte
