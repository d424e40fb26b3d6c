; The BASIC ROM, slot 3-3, 4000h-7FFFh: the part of BASIC that is called for at most once in a statement.
; Its routines call the main ROM's with `MAIN routine`, those of page 0 directly.
         ORG &4000
         dm "EB"              ; not "AB": start-up leaves it alone
         ; program text
         INCLUDE "program/crunch.asm"
         INCLUDE "program/numbers.asm"
         INCLUDE "program/words.asm"
         INCLUDE "program/list.asm"
         INCLUDE "program/store.asm"
         INCLUDE "program/ranges.asm"
         INCLUDE "program/renum.asm"
         INCLUDE "program/keys.asm"
         ; graphics
         INCLUDE "graphics/screen.asm"
         INCLUDE "graphics/registers.asm"
         INCLUDE "graphics/sprites.asm"
         INCLUDE "graphics/circle.asm"
         INCLUDE "graphics/arcs.asm"
         INCLUDE "graphics/paint.asm"
         INCLUDE "graphics/draw.asm"
         INCLUDE "graphics/copy.asm"
         INCLUDE "graphics/kanji.asm"
         ; control
         INCLUDE "control/messages.asm"
         INCLUDE "control/call.asm"
         ; text
         INCLUDE "text/picture.asm"
         INCLUDE "text/fileinput.asm"
         INCLUDE "text/width.asm"
         ; sound
         INCLUDE "sound/play.asm"
         INCLUDE "sound/music.asm"
         INCLUDE "sound/notes.asm"
         ; system
         INCLUDE "system/memcalls.asm"
IF MSX2
         INCLUDE "system/memdisk.asm"
         INCLUDE "system/memfile.asm"
         INCLUDE "system/calendar.asm"
ENDIF
         ; files/
         INCLUDE "files/names.asm"
         INCLUDE "files/devices.asm"
         INCLUDE "files/open.asm"
         INCLUDE "files/text.asm"
         INCLUDE "files/functions.asm"
         INCLUDE "files/programs.asm"
         INCLUDE "files/binary.asm"
room.rom: EQU &8000 - $
         AT &8000
