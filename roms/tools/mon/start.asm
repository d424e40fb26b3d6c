; Start and end: what MON changes in page 0 and puts back.

; Starts in its place; a file may be named behind MON. Never returns.
start:   ld sp,MON.STACK
         ld hl,MON.VARS
         ld de,MON.VARS + 1
         ld bc,STACK.LOW - MON.VARS - 1
         ld (hl),0
         ldir
         ld hl,TAIL
         ld de,ARGUMENTS
         ld bc,128
         ldir
         ld hl,(BDOS + 1)
         ld (system + 1),hl
         ld (gate.system + 1),hl
         ld hl,MON.BASE + 6
         ld (BDOS + 1),hl
         call start.vectors
         call start.screen
         ld hl,TPA
         ld (DUMP.AT),hl
         ld (LIST.AT),hl
         ld (LOADED),hl
         ld (LOADED + 2),hl
         ld hl,main.prompt
         ld (ON.ERROR),hl
         ld hl,MON.STACK
         ld (SP.KEPT),hl
         call regs.clear
         ld hl,start.text
         call out.text
         call start.break
         ld hl,ARGUMENTS      ; as a line of N
         ld c,(hl)
         ld b,0
         inc hl
         ld de,LINE + 2
         push de
         ld a,c
         cp LINE.MAX
         jr c,start.fits
         ld c,LINE.MAX
start.fits:
         inc c
         dec c
         jr z,start.empty
         ldir
start.empty:
         xor a
         ld (de),a
         ld (ARGUMENTS),a
         pop hl
         call skip
         jp z,main.prompt
         call name.take
         call file.load
         jp main.prompt
start.text:
         dm "EB-MON 1.0  ? for help"
         db CR,LF,0

; The jumps that lead here: the breakpoint and the end of programs. Changes: AF, BC, DE, HL.
start.vectors:
         ld hl,RESTART
         ld de,RST.KEPT
         ld bc,3
         ldir
         ld a,&C3
         ld (RESTART),a
         ld hl,enter.point
         ld (RESTART + 1),hl
         ld hl,(1)            ; WBOOT, which programs look for here
         inc hl
         ld (WBOOT.AT),hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         ld (WBOOT.KEPT),de
         ld de,enter.end
         ld (hl),d
         dec hl
         ld (hl),e
         ret

; What there is: an MSX and its columns, level 2. Changes: all.
start.screen:
         ld bc,16 + 1 * 256
         ld a,(system + 2)
         cp &F4               ; CP/M: the memory of programs goes on where an MSX has its work area
         jr nc,screen.wide
         ld a,(LINLEN)
         or a
         jr z,screen.wide
         ld (IS.MSX),a
         cp 72
         jr nc,screen.wide
         ld bc,8
         cp 38
         jr nc,screen.wide
         ld c,4
screen.wide:
         ld a,b
         ld (WIDE),a
         ld a,c
         ld (ROW),a
         ld bc,&006F
         call system
         or a
         ret nz
         ld a,b
         cp 2
         ret c
         ld (LEVEL2),a
         ret

; CTRL+C leads here, the program's or MON's. Changes: all.
start.break:
         ld a,(LEVEL2)
         or a
         ld de,enter.abort
         ld c,&63
         jp nz,system
         ld a,(IS.MSX)
         or a
         ret z
         ld hl,(BREAKV)
         ld de,break.pointer
         or a
         sbc hl,de
         ret z
         add hl,de
         ld (BREAK.KEPT),hl
         ld (BREAKV),de
         ret
break.pointer: dw enter.break

; Q: everything as it was, then the end. Never returns.
cmd.quit:
         call at.end
         ld hl,(system + 1)
         ld (BDOS + 1),hl
         ld hl,(WBOOT.AT)
         ld de,(WBOOT.KEPT)
         ld (hl),e
         inc hl
         ld (hl),d
         ld hl,RST.KEPT
         ld de,RESTART
         ld bc,3
         ldir
         ld hl,(BREAK.KEPT)
         ld a,h
         or l
         jr z,quit.level2
         ld (BREAKV),hl
quit.level2:
         ld a,(LEVEL2)
         or a
         ld de,0
         ld c,&63
         call nz,system
         jp 0
