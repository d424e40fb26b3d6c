; Errors of the math pack.

M_MATH_ILLEGAL: MACRO
math.illegal: ld e,5
         db &01               ; skips two bytes (ld bc,...)
math.overflow: ld e,6
         db &01
math.division: ld e,11
; An error. In: E = number. Goes through H.ERRO, then to the waiting screen until BASIC is there.
math.error: call H.ERRO
         jp waiting.warm
         ENDM
