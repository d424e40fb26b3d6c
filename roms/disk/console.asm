; Console functions of the kernel.

; CTRL+C (or CTRL+STOP) calls the routine behind BREAKV, CTRL+S stops the output until the next key,
; CTRL+P and CTRL+N begin and end the printer's copy; functions 06 and 07 take keys as they are.

KEY.BREAK: EQU 3
KEY.PAUSE: EQU 19
KEY.ECHO:  EQU 16
KEY.QUIET: EQU 14

; 01: Out: A = key, shown.
con.in:  call con.key
         push af
         call con.put
         pop af
         jp bdos.a

; 02: In: E = character.
con.out: push de
         call con.check
         pop de
         ld a,e
         call con.put
         jp bdos.ok

; 03: Out: A = character of the auxiliary device; 1Ah if there is none.
aux.in:  call &F371
         jp bdos.a
; 04: In: E = character for the auxiliary device.
aux.out: ld a,e
         call &F374
         jp bdos.ok

; 05: In: E = character for the printer.
con.printer:
         push de
         call con.check
         pop de
         ld a,e
         call con.print
         jp bdos.ok

; 06: In: E = character, or FFh to read. Out: A = key, 0 if there is none.
con.direct:
         ld a,e
         inc a
         jr z,direct.read
         dec a
         call con.show
         jp bdos.ok
direct.read:
         call con.sense
         jp z,bdos.ok
; 07: Out: A = key, not shown.
con.raw: call con.get
         jp bdos.a

; 08: Out: A = key, not shown.
con.quiet:
         call con.key
         jp bdos.a

; 09: In: DE = text up to "$".
con.text:
         call ram.peek
         inc de
         cp "$"
         jp z,bdos.ok
         push de
         push af
         call con.check
         pop af
         call con.put
         pop de
         jr con.text

; 0B: Out: A = FFh when a key waits.
con.status:
         call con.check
         call con.sense
         jp z,bdos.ok
         jp bdos.failed

; Out: A = key; the keys of the console's own are obeyed. Changes: all.
con.key: call con.get
         call con.own
         jr z,con.key
         ret

; Looks whether the next key is one of the console's own. Changes: all.
con.check:
         ld hl,(GETPNT)
         ld de,(PUTPNT)
         rst &20              ; DCOMPR
         ret z
         ld a,(hl)
         cp KEY.PAUSE
         jr z,check.pause
         cp KEY.BREAK
         jr z,check.take
         cp KEY.ECHO
         jr z,check.take
         cp KEY.QUIET
         ret nz
check.take:
         call con.get
; Obeys a key of the console's own. In: A = key. Out: NZ if it is none; A kept then. Changes: all others.
con.own: cp KEY.BREAK
         jr z,con.break
         cp KEY.ECHO
         jr z,own.set
         cp KEY.QUIET
         ret nz
         xor a
own.set: ld (ECHO),a
         xor a
         ret
check.pause:
         call con.get
         call con.get
         jr con.own
; The program's CTRL+C routine; the function goes on if it returns. Out: Z. Changes: all.
con.break:
         ld de,break.text
         call ram.text
         ld de,(BREAKV)
         call ram.user
         xor a
         ret
break.text:
         dm "^C"
         db 13,10,"$"

; In: A = character. Changes: AF, IX, IY, alternate registers.
con.put: push af
         call con.show
         ld a,(ECHO)
         or a
         jr nz,put.echo
         pop af
         ret
put.echo:
         pop af
con.print:
         ld ix,LPTOUT
         jp ram.bios
con.show:
         ld ix,CHPUT
         jp ram.bios
; Out: A = key.
con.get: ld ix,CHGET
         jp ram.bios
; Out: NZ when a key waits.
con.sense:
         ld ix,CHSNS
         jp ram.bios
