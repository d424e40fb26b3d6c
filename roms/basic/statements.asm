; Where the run loop goes for each word: HERE a routine of this ROM, THERE one of the BASIC ROM.
; A statement is entered with HL, A and F as CHRGTR leaves them behind its word and returns with HL at the
; ":" or 0 that ends it. All other registers are free.
; The table lies at 392Eh: cartridges with compiled BASIC take words from it for CALBAS (DRAW at 39A8h, PLAY at 39AEh).

HERE: MACRO
         dw \0
         ENDM
THERE: MACRO
         dw \0 + &8000       ; bit 15: in the BASIC ROM
         ENDM

statements:
         HERE do.end
         HERE do.for
         HERE do.next
         HERE do.data
         HERE do.input
         HERE do.dim
         HERE do.read
         HERE do.let
         HERE do.goto
         HERE do.run
         HERE do.if
         HERE do.restore
         HERE do.gosub
         HERE do.return
         HERE do.rem
         HERE do.stop
         HERE do.print
         HERE do.clear
         THERE do.list
         HERE do.new
         HERE do.on
         HERE do.wait
         HERE do.def
         HERE do.poke
         HERE do.cont
         THERE do.csave
         HERE do.cload
         HERE do.out
         HERE do.lprint
         THERE do.llist
         HERE do.cls
         THERE do.width
         HERE do.else
         HERE do.tron
         HERE do.troff
         HERE do.swap
         HERE do.erase
         HERE do.error
         HERE do.resume
         THERE do.delete
         THERE do.auto
         THERE do.renum
         HERE do.defstr
         HERE do.defint
         HERE do.defsng
         HERE do.defdbl
         HERE do.line
         THERE do.open
         HERE do.field
         HERE do.get
         HERE do.put
         THERE do.close
         HERE do.load
         HERE do.merge
         HERE do.files
         HERE do.lset
         HERE do.rset
         THERE do.save
         HERE do.lfiles
         THERE do.circle
         THERE do.color
         THERE do.draw
         THERE do.paint
         HERE do.beep
         HERE do.play
         HERE do.pset
         HERE do.preset
         THERE do.sound
         THERE do.screen
         HERE do.vpoke
         THERE do.sprite
         THERE do.vdp
         THERE do.base
         THERE do.call
         HERE do.time
         THERE do.key
         HERE do.max
         THERE do.motor
         HERE do.bload
         THERE do.bsave
         HERE do.dsko_s
         HERE do.set
         HERE do.name
         HERE do.kill
         HERE do.ipl
         THERE do.copy
         HERE do.cmd
         HERE do.locate
