; The documented entries. `ENTRY address, routine` pins each to its address.
; Source of addresses and meanings: MSX2 Technical Handbook, appendices 1 and 3; MSX Assembly Page,
; "MSX 2 SUBROM BIOS entries".

ENTRY:   MACRO
         ds \0 - $
         jp \1
         ENDM

         db "C","D"           ; what start-up looks for
         dm "8B"              ; whose it is: the main ROM calls entries of our own only here
         dw 0,0
         ENTRY &000C, RDSLT   ; slot calls and interrupt stand where the main ROM has them
         ENTRY &0014, WRSLT
         ENTRY &001C, CALSLT
         ENTRY &0024, ENASLT
         ENTRY &0030, CALLF
         ENTRY &0038, interrupt
         ds &0066 - $
         retn                 ; MSX has no NMI, but a stray one does no harm
         ENTRY S.PAINT,   PAINT
         ENTRY S.PSET,    statement
         ENTRY S.ATRSCN,  statement
         ENTRY S.GLINE,   statement
         ENTRY S.DOBOXF,  statement
         ENTRY S.DOLINE,  statement
         ENTRY S.BOXLIN,  statement
         ENTRY S.DOGRPH,  DOGRPH
         ENTRY S.GRPPRT,  GRPPRT
         ENTRY S.SCALXY,  SCALXY
         ENTRY S.MAPXYC,  MAPXYC
         ENTRY S.READC,   READC
         ENTRY S.SETATR,  SETATR
         ENTRY S.SETC,    SETC
         ENTRY S.TRIGHT,  TRIGHT
         ENTRY S.RIGHTC,  RIGHTC
         ENTRY S.TLEFTC,  TLEFTC
         ENTRY S.LEFTC,   LEFTC
         ENTRY S.TDOWNC,  TDOWNC
         ENTRY S.DOWNC,   DOWNC
         ENTRY S.TUPC,    TUPC
         ENTRY S.UPC,     UPC
         ENTRY S.SCANR,   SCANR
         ENTRY S.SCANL,   SCANL
         ENTRY S.NVBXLN,  NVBXLN
         ENTRY S.NVBXFL,  NVBXFL
         ENTRY S.CHGMOD,  CHGMOD
         ENTRY S.INITXT,  INITXT
         ENTRY S.INIT32,  INIT32
         ENTRY S.INIGRP,  INIGRP
         ENTRY S.INIMLT,  INIMLT
         ENTRY S.SETTXT,  SETTXT
         ENTRY S.SETT32,  SETT32
         ENTRY S.SETGRP,  SETGRP
         ENTRY S.SETMLT,  SETMLT
         ENTRY S.CLRSPR,  CLRSPR
         ENTRY S.CALPAT,  CALPAT
         ENTRY S.CALATR,  CALATR
         ENTRY S.GSPSIZ,  GSPSIZ
         ENTRY S.GETPAT,  GETPAT
         ENTRY S.WRTVRM,  WRTVRM
         ENTRY S.RDVRM,   RDVRM
         ENTRY S.CHGCLR,  CHGCLR
         ENTRY S.CLSSUB,  CLSSUB
         ENTRY S.CLRTXT,  CLRTXT
         ENTRY S.DSPFNK,  DSPFNK
         ENTRY S.DELLNO,  DELLNO
         ENTRY S.INSLNO,  INSLNO
         ENTRY S.PUTVRM,  PUTVRM
         ENTRY S.WRTVDP,  WRTVDP
         ENTRY S.VDPSTA,  VDPSTA
         ENTRY S.KYKLOK,  KYKLOK
         ENTRY S.PUTCHR,  PUTCHR
         ENTRY S.SETPAG,  SETPAG
         ENTRY S.INIPLT,  INIPLT
         ENTRY S.RSTPLT,  RSTPLT
         ENTRY S.GETPLT,  GETPLT
         ENTRY S.SETPLT,  SETPLT
         ENTRY S.PUTSPRT, statement
         ENTRY S.COLOR,   statement
         ENTRY S.SCREEN,  statement
         ENTRY S.WIDTHS,  statement
         ENTRY S.VDP,     statement
         ENTRY S.VDPF,    statement
         ENTRY S.BASE,    statement
         ENTRY S.BASEF,   statement
         ENTRY S.VPOKE,   statement
         ENTRY S.VPEEK,   statement
         ENTRY S.SETS,    SETS
         ENTRY S.BEEP,    BEEP
         ENTRY S.PROMPT,  PROMPT
         ENTRY S.SDFSCR,  SDFSCR
         ENTRY S.SETSCR,  SETSCR
         ENTRY S.SCOPY,   SCOPY
         ENTRY S.BLTVV,   BLTVV
         ENTRY S.BLTVM,   BLTVM
         ENTRY S.BLTMV,   BLTMV
         ENTRY S.BLTVD,   BLTVD
         ENTRY S.BLTDV,   BLTDV
         ENTRY S.BLTMD,   BLTMD
         ENTRY S.BLTDM,   BLTDM
         ENTRY S.NEWPAD,  NEWPAD
         ENTRY S.GETPUT,  statement
         ENTRY S.CHGMDP,  CHGMDP
         ENTRY S.RESVI,   entry.reserved
         ENTRY S.KNJPRT,  KNJPRT
         ENTRY S.FILL,    paint.fill
         ENTRY S.STORE,   settings.store
         ENTRY S.PASSWD,  password.store
         ENTRY S.ASK,     password.ask
         ENTRY S.TITLE,   settings.title
         ENTRY S.CLOCK,   clock.text
         ENTRY S.MOVE,    scopy.copy
         ENTRY S.REDCLK,  REDCLK
         ENTRY S.WRTCLK,  WRTCLK

; The entry that the standard keeps for later.
entry.reserved:
         ret
