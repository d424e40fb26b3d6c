; The statements that a disk ROM does (main ROM). Each goes to its hook with NC; who does it comes back with CY and
; HL at the end of the statement; else error 5. HL = text where nothing else is said.
;     H.FILE  FILES, LFILES (PRTFLG): D = device, FILNAM          H.KILL  D, FILNAM
;     H.NAME  B = device, FILNM2 old; D, FILNAM new               H.COPY  B, FILNM2 from; D, FILNAM to
;     H.DGET  GET, PUT: HL = block, E = 0 GET, 1 PUT, BC = record or 0, HL need not come back (devices.asm)
;     H.DSKO, H.FIEL, H.LSET, H.RSET, H.IPL, H.CMD, H.DSKI, H.ATTR: text behind the word
;     H.DSKF, H.CVI, H.CVS, H.CVD, H.MKI_, H.MKS_, H.MKD_: argument in DAC, result there
; Source: MSX2 Technical Handbook, appendix 4.

do.field:
         or a
         call H.FIEL
         jr diskword.taken
do.lset: or a
         call H.LSET
         jr diskword.taken
do.rset: or a
         call H.RSET
         jr diskword.taken
do.ipl:  or a
         call H.IPL
         jr diskword.taken
do.cmd:  or a
         call H.CMD
         jr diskword.taken
do.dsko_s:
         or a
         call H.DSKO
         jr diskword.taken
fn.dski_s:
         or a
         call H.DSKI
         jr diskword.taken
fn.attr_s:
         or a
         call H.ATTR
         jr diskword.taken
fn.dskf: or a
         call H.DSKF
         jr diskword.taken
fn.cvi:  or a
         call H.CVI
         jr diskword.taken
fn.cvs:  or a
         call H.CVS
         jr diskword.taken
fn.cvd:  or a
         call H.CVD
         jr diskword.taken
fn.mki_s: or a
         call H.MKI_
         jr diskword.taken
fn.mks_s: or a
         call H.MKS_
         jr diskword.taken
fn.mkd_s: or a
         call H.MKD_
diskword.taken:
         ret c
         jp error.call

do.lfiles:
         push af
         ld a,1
         ld (PRTFLG),a
         pop af
do.files:
         ld d,0
         ld a,"?"
         jr z,files.any
         BASIC fname.take
         ld a,(FILNAM)
         cp " "
         ld a,"?"
         jr nz,files.hook
files.any:
         push hl
         ld hl,FILNAM
         ld b,11
files.any1:
         ld (hl),a
         inc hl
         djnz files.any1
         pop hl
files.hook:
         or a
         call H.FILE
         ld a,0
         ld (PRTFLG),a
         jr diskword.taken
do.kill: BASIC fname.take
         or a
         call H.KILL
         jr diskword.taken
do.name: call diskword.first
         rst 8
         db "A"
         rst 8
         db "S"
         BASIC fname.take
         pop bc
         or a
         call H.NAME
         jr diskword.taken
; COPY's form with files; D = 0 and FILNAM blank when TO is not there.
copy.file:
         call diskword.first
         dec hl
         rst 16
         ld d,a
         jr z,copy.one
         rst 8
         db T.TO
         BASIC fname.take
copy.one:
         pop bc
         or a
         call H.COPY
         jr diskword.taken
; Out: FILNM2 = name, FILNAM blank, HL behind; device on the stack, upper half. Changes: all.
diskword.first:
         BASIC fname.take
         pop bc
         push de
         push bc
         push hl
         ld hl,FILNAM
         ld de,FILNM2
         ld bc,11
         ldir
         ld hl,FILNAM
         ld b,11
diskword.blank:
         ld (hl)," "
         inc hl
         djnz diskword.blank
         pop hl
         ret

; PUT SPRITE ...; PUT KANJI ...; PUT [#] number [, record]
do.put:  cp T.SPRITE
         jp z,put.sprite
IF MSX2
         cp "K"
         jr nz,put.record
         BASIC kanji.put
         ret nc
put.record:
ENDIF
         ld e,1
         jr diskword.random
; GET DATE ..., GET TIME ...; GET [#] number [, record]
do.get:
IF MSX2
         cp "D"
         jp z,get.clock
         cp T.TIME
         jp z,get.clock
ENDIF
         ld e,0
diskword.random:
         push de
         call file.ask
         push af
         dec hl
         rst 16
         ld de,0
         jr z,diskword.record
         rst 8
         db ","
         call FRMQNT
         ld a,d
         or e
         jp z,error.call
diskword.record:
         ld b,d
         ld c,e
         pop af
         pop de
         push hl
         call file.opened
         push hl
         pop ix
         ld a,(ix + FL.DSK)
         cp 251
         ld a,4
         jr nc,diskword.sequential
         BASIC device.do
         pop hl
         ret
diskword.sequential:
         ld e,58              ; Sequential I/O only
         jp error

; Statements with a program as a file. Each ends at the prompt, or runs the program.
do.load: BASIC load.file
         jr c,load.run
         jr load.clear
do.merge:
         BASIC load.merge
load.clear:
         call clear.variables
         jp ready
file.run:
         BASIC load.file
load.run:
         sbc a,a
         ld (NLONLY),a        ; R keeps the files open
         jp run.program
do.cload:
         BASIC cload.file
         ret nc
         jr load.clear

; BLOAD name [, R | S] [, offset]
do.bload:
         BASIC binary.load
         ret nc
         push hl
         call bload.go
         pop hl
         ret
bload.go:
         ld hl,(SAVENT)
         jp (hl)
