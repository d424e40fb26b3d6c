; The commands: word, 0, routine. A routine gets HL = the text behind the word, ended by 0, and may change all.

cmd.table:
         dm "DIR"
         db 0
         dw do.dir
         dm "TYPE"
         db 0
         dw do.type
         dm "REM"
         db 0
         dw do.rem
         dm "CLS"
         db 0
         dw do.cls
         dm "PAUSE"
         db 0
         dw do.pause
         dm "VERIFY"
         db 0
         dw do.verify
         dm "MODE"
         db 0
         dw do.mode
         dm "BASIC"
         db 0
         dw do.basic
         db 0
