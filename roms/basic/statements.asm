; Where the run loop goes for each word: HERE a routine of this ROM, THERE one of the BASIC ROM.
; A statement is entered with HL, A and F as CHRGTR leaves them behind its word and returns with HL at the
; ":" or 0 that ends it. All other registers are free.

HERE: MACRO
         dw \0
         ENDM
THERE: MACRO
         dw \0 + &8000       ; bit 15: in the BASIC ROM
         ENDM

statements:
         HERE do.end
         HERE do.for
         HERE do.next
         HERE do.data
         HERE do.input
         HERE do.dim
         HERE do.read
         HERE do.let
         HERE do.goto
         HERE do.run
         HERE do.if
         HERE do.restore
         HERE do.gosub
         HERE do.return
         HERE do.rem
         HERE do.stop
         HERE do.print
         HERE do.clear
         THERE do.list
         HERE do.new
         HERE do.on
         HERE do.wait
         HERE do.def
         HERE do.poke
         HERE do.cont
         THERE do.csave
         HERE do.cload
         HERE do.out
         HERE do.lprint
         THERE do.llist
         HERE do.cls
         THERE do.width
         HERE do.else
         HERE do.tron
         HERE do.troff
         HERE do.swap
         HERE do.erase
         HERE do.error
         HERE do.resume
         THERE do.delete
         THERE do.auto
         THERE do.renum
         HERE do.defstr
         HERE do.defint
         HERE do.defsng
         HERE do.defdbl
         HERE do.line
         THERE do.open
         HERE do.field
         HERE do.get
         HERE do.put
         THERE do.close
         HERE do.load
         HERE do.merge
         HERE do.files
         HERE do.lset
         HERE do.rset
         THERE do.save
         HERE do.lfiles
         THERE do.circle
         THERE do.color
         THERE do.draw
         THERE do.paint
         HERE do.beep
         HERE do.play
         HERE do.pset
         HERE do.preset
         THERE do.sound
         THERE do.screen
         HERE do.vpoke
         THERE do.sprite
         THERE do.vdp
         THERE do.base
         THERE do.call
         HERE do.time
         THERE do.key
         HERE do.max
         THERE do.motor
         HERE do.bload
         THERE do.bsave
         HERE do.dsko_s
         HERE do.set
         HERE do.name
         HERE do.kill
         HERE do.ipl
         THERE do.copy
         HERE do.cmd
         HERE do.locate

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

         AT &475A             ; FCERR: where USRTAB points at first
FCERR:   jp error.call

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
