; The entries that are statements and functions of BASIC: HL points into its text, which only BASIC can
; evaluate. Without it they raise "Illegal function call" by the hook of the error handler.

; In: HL = BASIC text Out: carry; HL as it was Changes: all others
statement:
         push hl
         ld e,ERROR.CALL
         call H.ERRO
         pop hl
         scf
         ret
