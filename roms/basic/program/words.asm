; The words of MSX BASIC by their first letter: the rest of the word, bit 7 set in its last character, and its
; token; of a function (behind FFh) the token less 80h. A word that begins another stands behind it.
; Source: MSX2 Technical Handbook, chapter 2, "Intermediate codes".

words.letters:
         dw words.A, words.B, words.C, words.D, words.E
         dw words.F, words.G, words.H, words.I, words.J
         dw words.K, words.L, words.M, words.N, words.O
         dw words.P, words.Q, words.R, words.S, words.T
         dw words.U, words.V, words.W, words.X, words.Y
         dw words.Z
words:
words.A:
         db "B","S" + 128,T.ABS - 128
         db "N","D" + 128,T.AND
         db "S","C" + 128,T.ASC - 128
         db "T","N" + 128,T.ATN - 128
         db "T","T","R","$" + 128,T.ATTR_S
         db "U","T","O" + 128,T.AUTO
         db 0
words.B:
         db "A","S","E" + 128,T.BASE
         db "E","E","P" + 128,T.BEEP
         db "I","N","$" + 128,T.BIN_S - 128
         db "L","O","A","D" + 128,T.BLOAD
         db "S","A","V","E" + 128,T.BSAVE
         db 0
words.C:
         db "A","L","L" + 128,T.CALL
         db "D","B","L" + 128,T.CDBL - 128
         db "H","R","$" + 128,T.CHR_S - 128
         db "I","N","T" + 128,T.CINT - 128
         db "I","R","C","L","E" + 128,T.CIRCLE
         db "L","E","A","R" + 128,T.CLEAR
         db "L","O","A","D" + 128,T.CLOAD
         db "L","O","S","E" + 128,T.CLOSE
         db "L","S" + 128,T.CLS
         db "M","D" + 128,T.CMD
         db "O","L","O","R" + 128,T.COLOR
         db "O","N","T" + 128,T.CONT
         db "O","P","Y" + 128,T.COPY
         db "O","S" + 128,T.COS - 128
         db "S","A","V","E" + 128,T.CSAVE
         db "S","N","G" + 128,T.CSNG - 128
         db "S","R","L","I","N" + 128,T.CSRLIN
         db "V","D" + 128,T.CVD - 128
         db "V","I" + 128,T.CVI - 128
         db "V","S" + 128,T.CVS - 128
         db 0
words.D:
         db "A","T","A" + 128,T.DATA
         db "E","F","D","B","L" + 128,T.DEFDBL
         db "E","F","I","N","T" + 128,T.DEFINT
         db "E","F","S","N","G" + 128,T.DEFSNG
         db "E","F","S","T","R" + 128,T.DEFSTR
         db "E","F" + 128,T.DEF
         db "E","L","E","T","E" + 128,T.DELETE
         db "I","M" + 128,T.DIM
         db "R","A","W" + 128,T.DRAW
         db "S","K","F" + 128,T.DSKF - 128
         db "S","K","I","$" + 128,T.DSKI_S
         db "S","K","O","$" + 128,T.DSKO_S
         db 0
words.E:
         db "L","S","E" + 128,T.ELSE
         db "N","D" + 128,T.END
         db "O","F" + 128,T.EOF - 128
         db "Q","V" + 128,T.EQV
         db "R","A","S","E" + 128,T.ERASE
         db "R","L" + 128,T.ERL
         db "R","R","O","R" + 128,T.ERROR
         db "R","R" + 128,T.ERR
         db "X","P" + 128,T.EXP - 128
         db 0
words.F:
         db "I","E","L","D" + 128,T.FIELD
         db "I","L","E","S" + 128,T.FILES
         db "I","X" + 128,T.FIX - 128
         db "N" + 128,T.FN
         db "O","R" + 128,T.FOR
         db "P","O","S" + 128,T.FPOS - 128
         db "R","E" + 128,T.FRE - 128
         db 0
words.G:
         db "E","T" + 128,T.GET
         db "O","S","U","B" + 128,T.GOSUB
         db "O","T","O" + 128,T.GOTO
         db "O"," ","T","O" + 128,T.GOTO
         db 0
words.H:
         db "E","X","$" + 128,T.HEX_S - 128
         db 0
words.I:
         db "F" + 128,T.IF
         db "M","P" + 128,T.IMP
         db "N","K","E","Y","$" + 128,T.INKEY_S
         db "N","P","U","T" + 128,T.INPUT
         db "N","P" + 128,T.INP - 128
         db "N","S","T","R" + 128,T.INSTR
         db "N","T" + 128,T.INT - 128
         db "P","L" + 128,T.IPL
         db 0
words.J:
         db 0
words.K:
         db "E","Y" + 128,T.KEY
         db "I","L","L" + 128,T.KILL
         db 0
words.L:
         db "E","F","T","$" + 128,T.LEFT_S - 128
         db "E","N" + 128,T.LEN - 128
         db "E","T" + 128,T.LET
         db "F","I","L","E","S" + 128,T.LFILES
         db "I","N","E" + 128,T.LINE
         db "I","S","T" + 128,T.LIST
         db "L","I","S","T" + 128,T.LLIST
         db "O","A","D" + 128,T.LOAD
         db "O","C","A","T","E" + 128,T.LOCATE
         db "O","C" + 128,T.LOC - 128
         db "O","F" + 128,T.LOF - 128
         db "O","G" + 128,T.LOG - 128
         db "P","O","S" + 128,T.LPOS - 128
         db "P","R","I","N","T" + 128,T.LPRINT
         db "S","E","T" + 128,T.LSET
         db 0
words.M:
         db "A","X" + 128,T.MAX
         db "E","R","G","E" + 128,T.MERGE
         db "I","D","$" + 128,T.MID_S - 128
         db "K","D","$" + 128,T.MKD_S - 128
         db "K","I","$" + 128,T.MKI_S - 128
         db "K","S","$" + 128,T.MKS_S - 128
         db "O","D" + 128,T.MOD
         db "O","T","O","R" + 128,T.MOTOR
         db 0
words.N:
         db "A","M","E" + 128,T.NAME
         db "E","W" + 128,T.NEW
         db "E","X","T" + 128,T.NEXT
         db "O","T" + 128,T.NOT
         db 0
words.O:
         db "C","T","$" + 128,T.OCT_S - 128
         db "F","F" + 128,T.OFF
         db "N" + 128,T.ON
         db "P","E","N" + 128,T.OPEN
         db "R" + 128,T.OR
         db "U","T" + 128,T.OUT
         db 0
words.P:
         db "A","D" + 128,T.PAD - 128
         db "A","I","N","T" + 128,T.PAINT
         db "D","L" + 128,T.PDL - 128
         db "E","E","K" + 128,T.PEEK - 128
         db "L","A","Y" + 128,T.PLAY
         db "O","I","N","T" + 128,T.POINT
         db "O","K","E" + 128,T.POKE
         db "O","S" + 128,T.POS - 128
         db "R","E","S","E","T" + 128,T.PRESET
         db "R","I","N","T" + 128,T.PRINT
         db "S","E","T" + 128,T.PSET
         db "U","T" + 128,T.PUT
         db 0
words.Q:
         db 0
words.R:
         db "E","A","D" + 128,T.READ
         db "E","M" + 128,T.REM
         db "E","N","U","M" + 128,T.RENUM
         db "E","S","T","O","R","E" + 128,T.RESTORE
         db "E","S","U","M","E" + 128,T.RESUME
         db "E","T","U","R","N" + 128,T.RETURN
         db "I","G","H","T","$" + 128,T.RIGHT_S - 128
         db "N","D" + 128,T.RND - 128
         db "S","E","T" + 128,T.RSET
         db "U","N" + 128,T.RUN
         db 0
words.S:
         db "A","V","E" + 128,T.SAVE
         db "C","R","E","E","N" + 128,T.SCREEN
         db "E","T" + 128,T.SET
         db "G","N" + 128,T.SGN - 128
         db "I","N" + 128,T.SIN - 128
         db "O","U","N","D" + 128,T.SOUND
         db "P","A","C","E","$" + 128,T.SPACE_S - 128
         db "P","C","(" + 128,T.SPC
         db "P","R","I","T","E" + 128,T.SPRITE
         db "Q","R" + 128,T.SQR - 128
         db "T","E","P" + 128,T.STEP
         db "T","I","C","K" + 128,T.STICK - 128
         db "T","O","P" + 128,T.STOP
         db "T","R","$" + 128,T.STR_S - 128
         db "T","R","I","G" + 128,T.STRIG - 128
         db "T","R","I","N","G","$" + 128,T.STRING_S
         db "W","A","P" + 128,T.SWAP
         db 0
words.T:
         db "A","B","(" + 128,T.TAB
         db "A","N" + 128,T.TAN - 128
         db "H","E","N" + 128,T.THEN
         db "I","M","E" + 128,T.TIME
         db "O" + 128,T.TO
         db "R","O","F","F" + 128,T.TROFF
         db "R","O","N" + 128,T.TRON
         db 0
words.U:
         db "S","I","N","G" + 128,T.USING
         db "S","R" + 128,T.USR
         db 0
words.V:
         db "A","L" + 128,T.VAL - 128
         db "A","R","P","T","R" + 128,T.VARPTR
         db "D","P" + 128,T.VDP
         db "P","E","E","K" + 128,T.VPEEK - 128
         db "P","O","K","E" + 128,T.VPOKE
         db 0
words.W:
         db "A","I","T" + 128,T.WAIT
         db "I","D","T","H" + 128,T.WIDTH
         db 0
words.X:
         db "O","R" + 128,T.XOR
         db 0
words.Y:
         db 0
words.Z:
         db 0

; The first letter of each word by its token, functions first; of an operator the character itself.
words.first:
         db "L","R","M","S","I","A","S","R","S","L","E","C","T","A","F","I"
         db "P","L","S","V","A","C","P","V","S","O","H","L","B","C","C","C"
         db "F","S","S","P","P","D","F","C","C","C","E","L","L","M","M","M"
         db "E","F","N","D","I","D","R","L","G","R","I","R","G","R","R","S"
         db "P","C","L","N","O","W","D","P","C","C","C","O","L","L","C","W"
         db "E","T","T","S","E","E","R","D","A","R","D","D","D","D","L","O"
         db "F","G","P","C","L","M","F","L","R","S","L","C","C","D","P","B"
         db "P","P","P","S","S","V","S","V","B","C","T","K","M","M","B","B"
         db "D","S","N","K","I","C","C","L","T","T","T","S","U","F","S","N"
         db "E","E","S","U","I",39,"V","C","A","D","O","I","P",">","=","<"
         db "+","-","*","/","^","A","O","X","E","I","M",&5C
words.count: EQU 48 + 124
