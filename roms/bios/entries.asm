; The documented entries, 0000h-01xxh. `ENTRY address, routine` pins each to its address.
; Source of addresses and meanings: MSX2 Technical Handbook, appendix 1.

ENTRY:   MACRO
         ds \0 - $
         jp \1
         ENDM

         di
         jp CHKRAM
         dw FONT              ; 0004 CGTABL
         db VDP.DATA          ; 0006 VDP.DR
         db VDP.DATA          ; 0007 VDP.DW
         ENTRY &0008, SYNCHR
         ENTRY &000C, RDSLT
         ENTRY &0010, CHRGTR
         ENTRY &0014, WRSLT
         ENTRY &0018, OUTDO
         ENTRY &001C, CALSLT
         ENTRY &0020, DCOMPR
         ENTRY &0024, ENASLT
         ENTRY &0028, GETYPR
         ; 002B: bits 0-3 character set 1 international, 4-6 date format 2 DD-MM-YY,
         ; bit 7 set: 50 Hz. The machine's video standard is set here, by the board.
IDBYT0:  db &21
         ; 002C: bits 0-3 keyboard 1 international, 4-7 BASIC version 1 international
         db &11
         db MSX2              ; 002D: 0 MSX1, 1 MSX2
         db 0                 ; 002E
         ENTRY &0030, CALLF
         ENTRY &0038, KEYINT
         ENTRY &003B, INITIO
         ENTRY &003E, INIFNK
         ENTRY &0041, DISSCR
         ENTRY &0044, ENASCR
         ENTRY &0047, WRTVDP
         ENTRY &004A, RDVRM
         ENTRY &004D, WRTVRM
         ENTRY &0050, SETRD
         ENTRY &0053, SETWRT
         ENTRY &0056, FILVRM
         ENTRY &0059, LDIRMV
         ENTRY &005C, LDIRVM
         ENTRY &005F, CHGMOD
         ENTRY &0062, CHGCLR
         ENTRY &0066, NMI
         ENTRY &0069, CLRSPR
         ENTRY &006C, INITXT
         ENTRY &006F, INIT32
         ENTRY &0072, INIGRP
         ENTRY &0075, INIMLT
         ENTRY &0078, SETTXT
         ENTRY &007B, SETT32
         ENTRY &007E, SETGRP
         ENTRY &0081, SETMLT
         ENTRY &0084, CALPAT
         ENTRY &0087, CALATR
         ENTRY &008A, GSPSIZ
         ENTRY &008D, GRPPRT
         ENTRY &0090, GICINI
         ENTRY &0093, WRTPSG
         ENTRY &0096, RDPSG
         ENTRY &0099, STRTMS
         ENTRY &009C, CHSNS
         ENTRY &009F, CHGET
         ENTRY &00A2, CHPUT
         ENTRY &00A5, LPTOUT
         ENTRY &00A8, LPTSTT
         ENTRY &00AB, CNVCHR
         ENTRY &00AE, PINLIN
         ENTRY &00B1, INLIN
         ENTRY &00B4, QINLIN
         ENTRY &00B7, BREAKX
         ENTRY &00BA, ISCNTC
         ENTRY &00BD, CKCNTC
         ENTRY &00C0, BEEP
         ENTRY &00C3, CLS
         ENTRY &00C6, POSIT
         ENTRY &00C9, FNKSB
         ENTRY &00CC, ERAFNK
         ENTRY &00CF, DSPFNK
         ENTRY &00D2, TOTEXT
         ENTRY &00D5, GTSTCK
         ENTRY &00D8, GTTRIG
         ENTRY &00DB, GTPAD
         ENTRY &00DE, GTPDL
         ENTRY &00E1, TAPION
         ENTRY &00E4, TAPIN
         ENTRY &00E7, TAPIOF
         ENTRY &00EA, TAPOON
         ENTRY &00ED, TAPOUT
         ENTRY &00F0, TAPOOF
         ENTRY &00F3, STMOTR
         ENTRY &00F6, LFTQ
         ENTRY &00F9, PUTQ
         ENTRY &00FC, RIGHTC
         ENTRY &00FF, LEFTC
         ENTRY &0102, UPC
         ENTRY &0105, TUPC
         ENTRY &0108, DOWNC
         ENTRY &010B, TDOWNC
         ENTRY &010E, SCALXY
         ENTRY &0111, MAPXYC
         ENTRY &0114, FETCHC
         ENTRY &0117, STOREC
         ENTRY &011A, SETATR
         ENTRY &011D, READC
         ENTRY &0120, SETC
         ENTRY &0123, NSETCX
         ENTRY &0126, GTASPC
         ENTRY &0129, PNTINI
         ENTRY &012C, SCANR
         ENTRY &012F, SCANL
         ENTRY &0132, CHGCAP
         ENTRY &0135, CHGSND
         ENTRY &0138, RSLREG
         ENTRY &013B, WSLREG
         ENTRY &013E, RDVDP
         ENTRY &0141, SNSMAT
         ENTRY &0144, PHYDIO
         ENTRY &0147, FORMAT
         ENTRY &014A, ISFLIO
         ENTRY &014D, OUTDLP
         ENTRY &0150, GETVCP
         ENTRY &0153, GETVC2
         ENTRY &0156, KILBUF
         ENTRY &0159, CALBAS
IF MSX2
         ENTRY &015C, SUBROM
         ENTRY &015F, EXTROM
         ENTRY &0162, CHKSLZ
         ENTRY &0165, CHKNEW
         ENTRY &0168, EOL
         ENTRY &016B, BIGFIL
         ENTRY &016E, NSETRD
         ENTRY &0171, NSTWRT
         ENTRY &0174, NRDVRM
         ENTRY &0177, NWRVRM
         ENTRY &017A, RDRES
         ENTRY &017D, WRRES
ELSE
         FOR &0180 - &015C, db &C9
ENDIF
         ASSERT $ == &0180
