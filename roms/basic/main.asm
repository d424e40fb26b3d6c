; BASIC in the main ROM, 4000h-7FFFh: the part that every statement needs. Documented entries are pinned;
; the files lie between them, in any order that fits. Source of the entries' addresses: MSX2 Technical
; Handbook, chapter 2, section 4.4 (internal routines); those of LINE and its kin, CLEARC and the `jp (hl)` are
; where cartridges with compiled BASIC call them.

         M_ANGLE_MODULUS      ; math/, here to READYR
         M_USING_LEADING
         AT &406F             ; ERRHAND: raises the error in E
         jp error
         M_ROOT_BYTE
         AT &409B             ; READYR: the prompt; disk ROMs come back here
         jp ready
         INCLUDE "math/behind.asm"
         ; control/, here and before FRMEVL
         INCLUDE "control/loops.asm"
         INCLUDE "control/lines.asm"
room.newstt: EQU &4601 - $
         AT &4601
         INCLUDE "control/run.asm"
room.chrgtr: EQU &4666 - $
         AT &4666
         jp CHRGTR
         INCLUDE "control/statement.asm"
room.fcerr: EQU &475A - $
         AT &475A             ; where USRTAB points at first
FCERR:   jp error.call
         INCLUDE "functions.asm"
         INCLUDE "control/jumps.asm"
         INCLUDE "control/memory.asm"
         INCLUDE "control/events.asm"
room.frmevl: EQU &4C64 - $
         AT &4C64
FRMEVL:  jp frmevl.go
         ; expression/, graphics/ and system/ here to PTRGET
         INCLUDE "expression/arguments.asm"
         INCLUDE "expression/functions.asm"
room.jump: EQU &4D86 - $
         AT &4D86             ; for routines of page 0, whose address is in HL
         jp (hl)
         INCLUDE "expression/evaluate.asm"
         INCLUDE "expression/factor.asm"
room.getbyt: EQU &521C - $
         AT &521C
GETBYT:  jp getbyt.go
         INCLUDE "expression/reals.asm"
         INCLUDE "system/ports.asm"
room.frmqnt: EQU &542F - $
         AT &542F
FRMQNT:  jp frmqnt.go
         INCLUDE "expression/variables.asm"
         INCLUDE "expression/arrays.asm"
         M_DECIMAL_LENGTH     ; math/
room.pset: EQU &57F5 - $
         AT &57F5             ; PSET: BC = X, DE = Y, ATRBYT
         jp plot
         INCLUDE "program/new.asm"
room.fill: EQU &58C1 - $
         AT &58C1             ; LINE with BF: BC = X, DE = Y; GXPOS, GYPOS the other end; ATRBYT
         jp line.fill
         INCLUDE "control/calbas.asm"
         INCLUDE "sound/entry.asm"
         INCLUDE "system/settings.asm"
room.line: EQU &58FC - $
         AT &58FC             ; LINE: the same
         jp line.draw
room.box: EQU &5912 - $
         AT &5912             ; LINE with B: the same
         jp line.around
         INCLUDE "text/screen.asm"
room.paint: EQU &59E3 - $
         AT &59E3             ; PAINT: BC = X, DE = Y; ATRBYT, BRDATR
         BASIC paint.at
         ret
         INCLUDE "graphics/points.asm"
room.circle: EQU &5B19 - $
         AT &5B19             ; CIRCLE: GRPACX, GRPACY, DE = radius, HL text behind it
         BASIC circle.at
         ret
         INCLUDE "expression/userfunctions.asm"
         INCLUDE "graphics/lines.asm"
room.ptrget: EQU &5EA4 - $
         AT &5EA4
PTRGET:  jp ptrget.entry
         INCLUDE "text/read.asm"
room.name: EQU &5F5D - $
         AT &5F5D             ; PTRGET of a name without brackets
         jp ptrget.go
         INCLUDE "text/memory.asm"
         INCLUDE "text/collect.asm"
room.clearc: EQU &629A - $
         AT &629A             ; CLEARC: no variables; HL = (TXTTAB) - 1, as NEWSTT wants it
         ld hl,(TXTTAB)
         dec hl
         jp clear.variables
         INCLUDE "text/sort.asm"
         INCLUDE "text/convert.asm"
room.frestr: EQU &67D0 - $
         AT &67D0
FRESTR:  jp string.free
         ; text/, here and before FRESTR
         INCLUDE "text/print.asm"
         INCLUDE "text/parts.asm"
         INCLUDE "text/input.asm"
         INCLUDE "expression/assign.asm"
         M_PRODUCT_MAKE       ; math/
         M_DECIMAL_DIVIDE
room.text: EQU &7000 - $      ; its share, to here
         INCLUDE "graphics/vram.asm"
         INCLUDE "control/prompt.asm"
         INCLUDE "control/errors.asm"
         INCLUDE "control/start.asm"
         ; files/
         INCLUDE "files/blocks.asm"
         INCLUDE "files/cassette.asm"
         INCLUDE "files/words.asm"
         M_DECIMAL_LOG        ; math/
         M_LOG_TERMS
         M_DECIMAL_POWER
         M_POWER_LARGE
room.boot: EQU &7D75 - $
         AT &7D75             ; what listings call to start a cartridge put in behind the start-up
         di
         ld sp,(HIMEM)
         call cart.scan
         jp start
         INCLUDE "../bios/logo.asm"
room.end: EQU &8000 - $
         AT &8000
