; Texts of start and errors, in the BASIC ROM. Source of the texts: MSX2 Technical Handbook, appendix "Error
; codes".

; In: HL = bytes free. Changes: all.
start.banner:
         push hl
         ld hl,text.name
         call message.print
IF MSX2
         call startup.ours
         ld ix,S.TITLE
         call z,EXTROM
         ei
ENDIF
         pop hl
         MAIN print.line
         ld hl,text.free
message.print:
         ld a,(hl)
         or a
         ret z
         rst 24
         inc hl
         jr message.print
text.name: dm "EightBox BASIC "
         db "1" + MSX2,".","0",13,10,0
text.free: dm " Bytes free"
         db 13,10,0

; "Break", and where. In: HL = line. Changes: all.
message.break:
         push hl
         ld hl,text.break
         call message.print
         jr message.place
; The message of an error, and where. In: E = number, HL = line. Changes: all.
message.error:
         push hl
         ld a,e
         ld hl,text.errors
         cp 26
         jr c,message.count
         sub 50 - 26
         cp 26
         jr c,message.none
         cp 72 - 50 + 26
         jr c,message.count
message.none:
         ld a,23
message.count:
         ld b,a
message.skip:
         dec b
         jr z,message.found
@byte:   ld a,(hl)
         inc hl
         or a
         jr nz,@byte
         jr message.skip
message.found:
         call H.ERRP          ; E = number, HL = text: the hook may point HL at another one
         call message.print
; In: line on the stack.
message.place:
         pop hl
         push hl
         ld a,h
         and l
         inc a
         jr z,message.direct
         ld hl,text.in
         call message.print
         pop hl
         push hl
         MAIN print.line
message.direct:
         pop hl
         call H.ERRF
         ld hl,text.line
         jr message.print
text.break: dm "Break"
         db 0
text.in: dm " in "
         db 0
text.line: db 13,10,0
text.errors:
         dm "NEXT without FOR"
         db 0
         dm "Syntax error"
         db 0
         dm "RETURN without GOSUB"
         db 0
         dm "Out of DATA"
         db 0
         dm "Illegal function call"
         db 0
         dm "Overflow"
         db 0
         dm "Out of memory"
         db 0
         dm "Undefined line number"
         db 0
         dm "Subscript out of range"
         db 0
         dm "Redimensioned array"
         db 0
         dm "Division by zero"
         db 0
         dm "Illegal direct"
         db 0
         dm "Type mismatch"
         db 0
         dm "Out of string space"
         db 0
         dm "String too long"
         db 0
         dm "String formula too complex"
         db 0
         dm "Can't CONTINUE"
         db 0
         dm "Undefined user function"
         db 0
         dm "Device I/O error"
         db 0
         dm "Verify error"
         db 0
         dm "No RESUME"
         db 0
         dm "RESUME without error"
         db 0
         dm "Unprintable error"
         db 0
         dm "Missing operand"
         db 0
         dm "Line buffer overflow"
         db 0
         dm "FIELD overflow"
         db 0
         dm "Internal error"
         db 0
         dm "Bad file number"
         db 0
         dm "File not found"
         db 0
         dm "File already open"
         db 0
         dm "Input past end"
         db 0
         dm "Bad file name"
         db 0
         dm "Direct statement in file"
         db 0
         dm "Sequential I/O only"
         db 0
         dm "File not OPEN"
         db 0
; Those of files on disks, of which the RAM disk has some.
         dm "Bad FAT"
         db 0
         dm "Bad file mode"
         db 0
         dm "Bad drive name"
         db 0
         dm "Bad sector number"
         db 0
         dm "File still open"
         db 0
         dm "File already exists"
         db 0
         dm "Disk full"
         db 0
         dm "Too many files"
         db 0
         dm "Disk write protected"
         db 0
         dm "Disk I/O error"
         db 0
         dm "Disk offline"
         db 0
         dm "Rename across disk"
         db 0
