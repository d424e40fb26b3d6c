; Where the math pack's entries are; between them the routines, each a macro of its topic's file,
; where one fits. `ds` fails when a routine has outgrown its place: move it, the order is free.

         INCLUDE "sum.asm"
         INCLUDE "product.asm"
         INCLUDE "quotient.asm"
         INCLUDE "kinds.asm"
         INCLUDE "integers.asm"
         INCLUDE "random.asm"
         INCLUDE "fields.asm"
         INCLUDE "trigonometry.asm"
         INCLUDE "powers.asm"
         INCLUDE "root.asm"
         INCLUDE "text.asm"
         INCLUDE "format.asm"
         INCLUDE "using.asm"

         AT &268C
DECSUB:  ld hl,ARG
         call real.neg
         jr DECADD
         AT &269A
DECADD:  jp double.add
         M_ANGLE_REDUCE
         AT &26FA
DECNRM:  jp DECNRM.go
         M_FOUT_UNPACK
         AT &273C
DECROU:  jp DECROU.go
         M_SQR
         AT &27E6
DECMUL:  jp double.multiply
         M_DECROU
         M_SINE_KERNEL
         AT &289F
DECDIV:  jp double.divide
         M_DOUBLE_MULTIPLY
         M_LOG
         AT &2993
COS:     jp COS.go
         M_IMOD
         AT &29AC
SIN:     jp SIN.go
         M_DECIMAL_MULTIPLY
         AT &29FB
TAN:     jp TAN.go
         M_INTEGER_PRODUCT
         AT &2A14
ATN:     jp ATN.go
         M_FIN_EXPONENT
         AT &2A72
LOG:     jp LOG.go
         M_FRCSNG
         M_FIN_FINISH
         AT &2AFF
SQR:     jp SQR.go
         M_FIN
         AT &2B4A
EXP:     jp EXP.go
         M_INTEGER_NEGATE
         M_FIN_STORE
         M_USING_ROUND
         AT &2BDF
RND:     jp RND.go
         M_FRCDBL
         M_RND
         INCLUDE "moves.asm"
         M_DECIMAL_ADD
         M_EXP
         INCLUDE "singles.asm"
         M_POLYNOMIAL
         AT &2FB2
FRCSNG:  jp FRCSNG.go
         M_DECIMAL_SIGNS
         M_DECIMAL_POWER
         AT &303A
FRCDBL:  jp FRCDBL.go
         M_DECIMAL_RIGHT
         M_FIN_SUFFIX
         AT &30BE
FIXER:   jp FIXER.go
         M_DECIMAL_SUBTRACT
         M_INTEGER_MAGNITUDES
         AT &314A
UMULT:   jp UMULT.go
         M_IDIV
         AT &3167
ISUB:    jp ISUB.go
         M_DECIMAL_LEFT
         AT &3172
IADD:    jp IADD.go
         M_DECIMAL_MAF
         AT &3193
IMULT:   jp IMULT.go
         M_SGN
         AT &31E6
IDIV:    jp IDIV.go
         AT &323A
IMOD:    jp IMOD.go
         M_INTEGER_FROM
         M_UMULT
         AT &3299
FIN:     jp FIN.go
         M_FOUT_FORMATTED
         AT &3425
FOUT:    xor a
         AT &3426
PUFOUT:  jp PUFOUT.go
         M_QUOTIENT_TABLES
         M_REAL_FROM
         M_FIXER
         M_ISUB
         M_IMULT
         M_INTEGER_DIVIDE
         M_REAL_ONE
         M_COS
         M_TAN
         M_ATN
         AT &371A
FOUTB:   ld c,1
         jr FOUTO.go
         AT &371E
FOUTO:   ld c,3
FOUTO.go: jr FOUTH.go
         AT &3722
FOUTH:   ld c,4
FOUTH.go: jp fout.base
         M_PUFOUT
         AT &37C8
SGNEXP:  jp SGNEXP.go
         AT &37D7
DBLEXP:  jp DBLEXP.go
         AT &383F
INTEXP:  jp INTEXP.go
