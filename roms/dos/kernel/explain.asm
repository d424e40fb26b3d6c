; What the error codes mean, in our words (the codes: MSX-DOS 2 Program Interface Specification, 6).

; 66: In: B = error code, DE = buffer of 64 bytes. Out: A = 0, B = 0 if the code has a text of its own.
; Changes: all.
err.explain:
         push de
         call explain.text
         pop de
         ret
explain.text:
         push de
         ld hl,err.texts
explain.next:
         ld a,(hl)
         inc hl
         or a
         jr z,explain.none
         cp b
         jr z,explain.found
         call env.skip
         jr explain.next
explain.found:
         ld b,0
         ld de,SECBUF
         push bc
         call env.copy
explain.give:
         ld hl,&10000 - SECBUF
         add hl,de
         ld b,h
         ld c,l
         ld hl,SECBUF
         pop af
         pop de
         push af
         call l2.copy
         pop bc
         xor a
         ret
; "System error 194", "User error 45".
explain.none:
         push bc
         ld a,b
         ld hl,err.user
         cp &40
         jr c,none.kind
         ld hl,err.system
none.kind:
         ld de,SECBUF
         call env.copy
         dec de
         pop bc
         push bc
         ld a,b
         ld hl,err.tens
         ld c,0               ; not 0: a digit was written
none.place:
         ld b,(hl)
         inc hl
         inc b
         dec b
         jr z,none.ones
         push hl
         ld l,"0"-1
none.digit:
         inc l
         sub b
         jr nc,none.digit
         add a,b
         ld b,a
         ld a,l
         cp "0"
         jr nz,none.write
         inc c
         dec c
         jr z,none.skip
none.write:
         ld (de),a
         inc de
         ld c,1
none.skip:
         pop hl
         ld a,b
         jr none.place
none.ones:
         add a,"0"
         ld (de),a
         inc de
         xor a
         ld (de),a
         inc de
         jr explain.give
err.tens: db 100,10,0

err.user: dm "User error "
         db 0
err.system: dm "System error "
         db 0

err.texts:
         db ERR.NCOMP
         dm "Disk does not suit this drive"
         db 0,ERR.WRERR
         dm "Write error"
         db 0,ERR.DISK
         dm "Disk error"
         db 0,ERR.NRDY
         dm "Drive not ready"
         db 0,ERR.VERFY
         dm "Verify error"
         db 0,ERR.DATA
         dm "Data error"
         db 0,ERR.RNF
         dm "Sector not found"
         db 0,ERR.WPROT
         dm "Disk is write protected"
         db 0,ERR.UFORM
         dm "Disk is not formatted"
         db 0,ERR.NDOS
         dm "Not a DOS disk"
         db 0,ERR.WDISK
         dm "Wrong disk"
         db 0,ERR.WFILE
         dm "Wrong disk for this file"
         db 0,ERR.SEEK
         dm "Seek error"
         db 0,ERR.IFAT
         dm "Bad file allocation table"
         db 0,ERR.IFORM
         dm "This drive cannot format"
         db 0,ERR.INTER
         dm "Internal error"
         db 0,ERR.NORAM
         dm "Not enough memory"
         db 0,ERR.IBDOS
         dm "Invalid DOS function"
         db 0,ERR.IDRV
         dm "Invalid drive"
         db 0,ERR.IFNM
         dm "Invalid file name"
         db 0,ERR.IPATH
         dm "Invalid path"
         db 0,ERR.PLONG
         dm "Path too long"
         db 0,ERR.NOFIL
         dm "File not found"
         db 0,ERR.NODIR
         dm "Directory not found"
         db 0,ERR.DRFUL
         dm "Root directory full"
         db 0,ERR.DKFUL
         dm "Disk full"
         db 0,ERR.DUPF
         dm "File name already used"
         db 0,ERR.DIRE
         dm "Directory cannot go into itself"
         db 0,ERR.FILRO
         dm "File is read only"
         db 0,ERR.DIRNE
         dm "Directory not empty"
         db 0,ERR.IATTR
         dm "Invalid attributes"
         db 0,ERR.DOT
         dm "Not with . or .."
         db 0,ERR.SYSX
         dm "A system file has this name"
         db 0,ERR.DIRX
         dm "A directory has this name"
         db 0,ERR.FILEX
         dm "A file has this name"
         db 0,ERR.FOPEN
         dm "File is in use"
         db 0,ERR.OV64K
         dm "Transfer beyond 64K"
         db 0,ERR.FILE
         dm "File allocation error"
         db 0,ERR.EOF
         dm "End of file"
         db 0,ERR.ACCV
         dm "File access violation"
         db 0,ERR.IPROC
         dm "Invalid process"
         db 0,ERR.NHAND
         dm "No file handle left"
         db 0,ERR.IHAND
         dm "Invalid file handle"
         db 0,ERR.NOPEN
         dm "File handle not open"
         db 0,ERR.IDEV
         dm "Invalid device operation"
         db 0,ERR.IENV
         dm "Invalid environment name"
         db 0,ERR.ELONG
         dm "Environment text too long"
         db 0,ERR.IDATE
         dm "Invalid date"
         db 0,ERR.ITIME
         dm "Invalid time"
         db 0,ERR.RAMDX
         dm "RAM disk exists already"
         db 0,ERR.NRAMD
         dm "No RAM disk"
         db 0,ERR.HDEAD
         dm "File of this handle was deleted"
         db 0,ERR.ISBFN
         dm "Invalid subfunction"
         db 0,ERR.STOP
         dm "CTRL+STOP pressed"
         db 0,ERR.CTRLC
         dm "CTRL+C pressed"
         db 0,ERR.ABORT
         dm "Disk operation aborted"
         db 0,ERR.OUTERR
         dm "Error on standard output"
         db 0,ERR.INERR
         dm "Error on standard input"
         db 0,ERR.BADCOM
         dm "Wrong COMMAND.COM"
         db 0,ERR.BADCM
         dm "Bad command or file name"
         db 0,ERR.BUFUL
         dm "Command too long"
         db 0,ERR.IPARM
         dm "Invalid parameter"
         db 0,ERR.INP
         dm "Too many parameters"
         db 0,ERR.NOPAR
         dm "Missing parameter"
         db 0,ERR.IOPT
         dm "Invalid option"
         db 0,ERR.BADNO
         dm "Invalid number"
         db 0,ERR.NOHELP
         dm "No help on this"
         db 0,ERR.BADVER
         dm "Wrong version of DOS"
         db 0,ERR.NOCAT
         dm "Cannot add to the file written"
         db 0,ERR.BADEST
         dm "Cannot write this file"
         db 0,ERR.COPY
         dm "File cannot be copied onto itself"
         db 0,ERR.OVDEST
         dm "Cannot write over the file copied before"
         db 0,0
