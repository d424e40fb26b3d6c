; Where the evaluator goes for each word that gives a value: HERE and THERE as in statements.asm.

; Words that begin a value and have a syntax of their own: token, routine. Entered as a statement is; returns
; with the value in DAC and VALTYP and HL behind it.
factors:
         db T.PLAY
         THERE fn.play
         db T.SPRITE
         THERE fn.sprite
         db T.VDP
         THERE fn.vdp
         db T.BASE
         THERE fn.base
         db T.TIME
         HERE fn.time
         db T.INPUT
         THERE fn.input
         db T.USR
         HERE fn.usr
         db T.FN
         HERE fn.fn
         db T.ERL
         HERE fn.erl
         db T.ERR
         HERE fn.err
         db T.STRING_S
         HERE fn.string_s
         db T.INSTR
         HERE fn.instr
         db T.VARPTR
         HERE fn.varptr
         db T.CSRLIN
         HERE fn.csrlin
         db T.ATTR_S
         HERE fn.attr_s
         db T.DSKI_S
         HERE fn.dski_s
         db T.INKEY_S
         HERE fn.inkey_s
         db T.POINT
         HERE fn.point
         db 0

; Functions behind FFh. The first three are entered as the factors are; the others with their argument, which
; is in DAC and VALTYP, and return with the value there; they need keep no register.
functions:
         HERE fn.left_s
         HERE fn.right_s
         HERE fn.mid_s
         HERE fn.sgn
         HERE fn.int
         HERE fn.abs
         HERE fn.sqr
         HERE fn.rnd
         HERE fn.sin
         HERE fn.log
         HERE fn.exp
         HERE fn.cos
         HERE fn.tan
         HERE fn.atn
         HERE fn.fre
         HERE fn.inp
         HERE fn.pos
         HERE fn.len
         HERE fn.str_s
         HERE fn.val
         HERE fn.asc
         HERE fn.chr_s
         HERE fn.peek
         HERE fn.vpeek
         HERE fn.space_s
         HERE fn.oct_s
         HERE fn.hex_s
         HERE fn.lpos
         HERE fn.bin_s
         HERE fn.cint
         HERE fn.csng
         HERE fn.cdbl
         HERE fn.fix
         HERE fn.stick
         HERE fn.strig
         HERE fn.pdl
         HERE fn.pad
         HERE fn.dskf
         THERE fn.fpos
         HERE fn.cvi
         HERE fn.cvs
         HERE fn.cvd
         THERE fn.eof
         THERE fn.loc
         THERE fn.lof
         HERE fn.mki_s
         HERE fn.mks_s
         HERE fn.mkd_s
