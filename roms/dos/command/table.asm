; The commands in alphabetical order: word, 0, routine, what may follow the word, "$". A routine gets HL = the text behind
; the word, ended by 0, and may change all.

cmd.table:
         dm "BASIC"
         db 0
         dw do.basic
         dm "[program]$"
         dm "CLS"
         db 0
         dw do.cls
         dm "$"
         dm "COPY"
         db 0
         dw do.copy
         dm "file[+file...] [file] [/A] [/B]$"
         dm "DATE"
         db 0
         dw do.date
         dm "[date]$"
         dm "DEL"
         db 0
         dw do.del
         dm "file$"
         dm "DIR"
         db 0
         dw do.dir
         dm "[file] [/W] [/P]$"
         dm "ECHO"
         db 0
         dw do.echo
         dm "[ON] [OFF] [text]$"
         dm "ERASE"
         db 0
         dw do.del
         dm "file$"
         dm "FORMAT"
         db 0
         dw do.format
         dm "[drive] [/S]$"
         dm "HELP"
         db 0
         dw do.help
         dm "[command]$"
         dm "MODE"
         db 0
         dw do.mode
         dm "columns$"
         dm "PAUSE"
         db 0
         dw do.pause
         dm "[text]$"
         dm "REM"
         db 0
         dw do.rem
         dm "[text]$"
         dm "REN"
         db 0
         dw do.ren
         dm "file name$"
         dm "RENAME"
         db 0
         dw do.ren
         dm "file name$"
         dm "SYS"
         db 0
         dw do.sys
         dm "drive$"
         dm "TIME"
         db 0
         dw do.time
         dm "[time]$"
         dm "TYPE"
         db 0
         dw do.type
         dm "file$"
         dm "VER"
         db 0
         dw do.ver
         dm "$"
         dm "VERIFY"
         db 0
         dw do.verify
         dm "ON, VERIFY OFF$"
         dm "VOL"
         db 0
         dw do.vol
         dm "[drive]$"
         db 0
