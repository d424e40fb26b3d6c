; Where the math pack's entries are; between them the routines, each a macro of its topic's file,
; where one fits. `ds` fails when a routine has outgrown its place: move it, the order is free.
; Entries that need routines of page 1 `call math.entry`: whoever calls them may be in page 1 himself. BASIC calls what
; is behind them.

         INCLUDE "sum.asm"
         INCLUDE "product.asm"
         INCLUDE "quotient.asm"
         INCLUDE "kinds.asm"
         INCLUDE "integers.asm"
         INCLUDE "random.asm"
         INCLUDE "fields.asm"
         INCLUDE "trigonometry.asm"
         INCLUDE "logarithms.asm"
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
         M_DECIMAL_REDUCE
         M_POWER_LIMIT
         AT &26FA
DECNRM:  jp DECNRM.go
         M_FOUT_UNPACK
         AT &273C
DECROU:  jp DECROU.go
         M_SQR
         AT &27E6
DECMUL:  call math.entry
         M_DECROU
         M_SINE_KERNEL
         AT &289F
DECDIV:  call math.entry
         M_DOUBLE_MULTIPLY
         M_EXP_TERMS
         M_POLYNOMIAL
         AT &2993
COS:     call math.entry
         M_IMOD
         AT &29AC
SIN:     call math.entry
         M_DECIMAL_MULTIPLY
         AT &29FB
TAN:     call math.entry
         M_INTEGER_PRODUCT
         AT &2A14
ATN:     call math.entry
         M_FIN_EXPONENT
         AT &2A72
LOG:     call math.entry
         M_FRCSNG
         M_FIN_FINISH
         AT &2AFF
SQR:     call math.entry
         M_FIN
         AT &2B4A
EXP:     call math.entry
         M_INTEGER_NEGATE
         M_FIN_STORE
         M_USING_ROUND
         AT &2BDF
RND:     call math.entry
         M_FRCDBL
         M_RND
         INCLUDE "moves.asm"
         M_DECIMAL_ADD
         M_EXP
         M_ANGLE_REDUCE
         INCLUDE "singles.asm"
         AT &2FB2
FRCSNG:  jp FRCSNG.go
         M_DECIMAL_SIGNS
         M_DECIMAL_SPLIT
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
IMULT:   call math.entry
         M_SGN
         M_ABSFN
; In: what an entry wants; its return address is behind the entry. Page 1 is the main ROM meanwhile.
math.entry:
         call far.main
         dw math.dispatch
         inc sp
         inc sp
         ret
         AT &31E6
IDIV:    jp IDIV.go
         M_NUMBER_SIGN
         M_REAL_COMPARE
         AT &323A
IMOD:    jp IMOD.go
         M_INTEGER_FROM
         M_UMULT
         AT &3299
FIN:     jp FIN.go
         M_FOUT_FORMATTED
         M_FRCINT
         M_SGNEXP
         M_DECIMAL_TIMES
         M_DECIMAL_QUARTER
         M_DOUBLE_ADD
         AT &3425
FOUT:    xor a
         AT &3426
PUFOUT:  call math.entry
         M_QUOTIENT_TABLES
         M_FOUT_BASE
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
SGNEXP:  call math.entry
         AT &37D7
DBLEXP:  call math.entry
         M_REAL_MAKE
         AT &383F
INTEXP:  call math.entry
         M_REAL_MAKE_LARGE
