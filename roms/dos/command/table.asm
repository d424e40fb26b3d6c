; The commands in alphabetical order: word, 0, routine, what may follow the word, "$". A routine gets HL = the text behind
; the word, ended by 0, and may change all.

; Level 2 has these, too.
cmd.table2:
         dm "ASSIGN"
         db 0
         dw do.assign
         dm "[drive [drive]]$"
         dm "ATTRIB"
         db 0
         dw do.attrib
         dm "[+R] [-R] [+H] [-H] path$"
         dm "BUFFERS"
         db 0
         dw do.buffers
         dm "[number]$"
         dm "CD"
         db 0
         dw do.cd
         dm "[path]$"
         dm "CHDIR"
         db 0
         dw do.cd
         dm "[path]$"
         dm "EXIT"
         db 0
         dw do.exit
         dm "$"
         dm "MD"
         db 0
         dw do.md
         dm "path$"
         dm "MKDIR"
         db 0
         dw do.md
         dm "path$"
         dm "MOVE"
         db 0
         dw do.move
         dm "path directory$"
         dm "MVDIR"
         db 0
         dw do.mvdir
         dm "path directory$"
         dm "PATH"
         db 0
         dw do.path
         dm "[path] [;path...]$"
         dm "PROMPT"
         db 0
         dw do.prompt
         dm "ON, PROMPT OFF$"
         dm "RAMDISK"
         db 0
         dw do.ramdisk
         dm "[kilobytes] [/D]$"
         dm "RD"
         db 0
         dw do.rd
         dm "path$"
         dm "RMDIR"
         db 0
         dw do.rd
         dm "path$"
         dm "RNDIR"
         db 0
         dw do.rndir
         dm "path name$"
         dm "SET"
         db 0
         dw do.set
         dm "[name] [=value]$"
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
         dm "[drive] [name]$"
         db 0
