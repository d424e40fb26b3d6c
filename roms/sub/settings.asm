; Settings in the battery RAM: screen, colours, keys, title and prompt.
; Block 2: 0 ID (10: valid), 1-2 adjust X and Y, 3 mode (bit 0 SCREEN, 1-2 interlace), 4-5 width,
; 6-8 colours, 9 (bit 0 keys shown, 1 click, 2 foreign printer, 3 2400 baud), 10 beep (0-1 volume,
; 2-3 tone), 11 title colour less 1 (4: none, the logo is on black), 12 native code. Block 3: 0 what follows (0 title, 1 password, 2 prompt),
; 1-12 six characters, low half first.
; Source: MSX2 Technical Handbook, chapter 5, section 6.7; MSX Wiki, "Real Time Clock Programming".

CLOCK.VALID: EQU 10

; SDFSCR: puts the settings into effect. A battery RAM without settings gets those of the work area.
; In: carry: show the function keys if the settings say so Out: - Changes: all
SDFSCR:
         push af
         ld c,&20
         call REDCLK
         cp CLOCK.VALID
         call nz,settings.store
         ld c,&21             ; adjust: R18 has the same halves
         call settings.byte
         ld b,a
         push bc
         ld c,18
         call WRTVDP
         pop bc
         ld hl,FORCLR
         ld c,&26
         call @colour
         call @colour
         call @colour
         call REDCLK          ; C is 29h
         ld b,a
         ld hl,CS120
         bit 3,a
         jr z,@baud
         ld hl,CS240
@baud:   push bc
         ld de,LOW
         ld bc,5
         ldir
         pop bc
         ld a,b
         rrca
         and 1
         ld (CLIKSW),a
         ld a,b
         and 4
         ld (NTMSXP),a
         pop af
         sbc a,a
         and b
         and 1
         ld (CNSDFG),a
         jp settings.screen
@colour: call REDCLK
         ld (hl),a
         inc hl
         inc c
         ret

; Takes mode and width from the battery RAM and initialises the screen.
; In: - Out: - Changes: all
settings.screen:
         ld c,&23
         call REDCLK
         ld e,a
         and 6                ; bit 1 interlace, bit 2 both fields: R9 has them as bits 3 and 2
         ld d,0
         bit 1,a
         jr z,@field
         set 3,d
@field:  bit 2,a
         jr z,@width
         set 2,d
@width:  ld a,(RG9SAV)
         and &F3
         or d
         ld b,a
         ld c,9
         call WRTVDP
         ld c,&24
         call settings.byte
         ld hl,LINL40
         ld d,80
         bit 0,e
         jr z,@check
         inc hl
         ld d,32
@check:  dec a
         cp d
         jr nc,@mode          ; not 1-80 or 1-32: the width stays
         inc a
         ld (hl),a
@mode:   ld a,e
         and 1
         jp CHGMDP

; Writes the settings of the work area into the battery RAM and lets the clock run, in 24 hours.
; In: LINL40, FORCLR, BAKCLR, BDRCLR, CNSDFG, CLIKSW, NTMSXP Out: - Changes: all
settings.store:
         ld c,&1A
         ld a,1
         call WRTCLK
         ld a,13
         out (RTC.ADDR),a
         in a,(RTC.DATA)
         or 8
         out (RTC.DATA),a
         ld c,&21             ; nothing is adjusted
         xor a
         call settings.next
         call settings.next
         call settings.keep
         ld a,3               ; beep: high and loud
         call settings.next
         inc a                ; no title colour
         call settings.next
         xor a
         call settings.next
         ld b,13
         inc c
         inc c
         inc c                ; C is 30h: an empty title
@title:  call settings.next
         djnz @-title
         ld c,&20
         ld a,CLOCK.VALID
         jp WRTCLK

; Writes mode, width, colours, keys, printer and speed of the cassette into the battery RAM.
; In: OLDSCR, RG9SAV, LINL40, LINL32, FORCLR, BAKCLR, BDRCLR, CNSDFG, CLIKSW, NTMSXP, LOW
; Out: C = &2A Changes: all others
settings.keep:
         ld a,(RG9SAV)
         ld b,a
         ld a,(OLDSCR)
         and 1
         ld hl,LINL40
         jr z,@field
         inc hl
@field:  bit 2,b
         jr z,@interlace
         or 4
@interlace:
         bit 3,b
         jr z,@mode
         or 2
@mode:   ld c,&23
         call settings.next
         ld a,(hl)
         call settings.next
         rrca
         rrca
         rrca
         rrca
         call settings.next
         ld hl,FORCLR
         ld b,3
@colour: ld a,(hl)
         inc hl
         call settings.next
         djnz @-colour
         ld a,(CNSDFG)
         or a
         jr z,@keys
         ld b,1
@keys:   ld a,(CLIKSW)
         or a
         jr z,@click
         set 1,b
@click:  ld a,(NTMSXP)
         or a
         jr z,@printer
         set 2,b
@printer:
         ld a,(CS240)
         ld hl,LOW
         cp (hl)
         jr nz,@flags
         set 3,b
@flags:  ld a,b
; In: C = register, A Out: C the next one Changes: F
settings.next:
         call WRTCLK
         inc c
         ret

; SETSCR: puts the settings into effect, asks for the password and writes the welcome.
; In: - Out: - Changes: all
SETSCR:
         scf
         call SDFSCR
         call password.ask
         ld hl,settings.welcome
         call settings.print

; Writes the title on a line of its own, if there is one; the cursor is at the start of a line. Behind a title of
; six characters it waits for a key.
; In: - Out: - Changes: all
settings.title:
         ld b,0               ; ID of the title
         call settings.text
         ret nz
         ld a,(CSRX)
         dec a
         ret z
         push bc
         call settings.line
         pop bc
         ld a,b
         or a
         ret nz
         MAIN M.CHGET
         ret

; PROMPT: writes the prompt on a line of its own.
; In: - Out: - Changes: all
PROMPT:
         ld a,(CSRX)
         dec a
         call nz,settings.line
         ld b,2               ; ID of the prompt
         call settings.text
         ld hl,settings.ok
         jr nz,settings.print
settings.line:
         ld hl,settings.crlf
; Writes a text that ends with 0.
; In: HL Out: HL behind Changes: AF, IX, IY
settings.print:
         ld a,(hl)
         or a
         ret z
         MAIN M.CHPUT
         inc hl
         jr settings.print
settings.welcome:
         dm "EightBox"
settings.crlf:
         db 13,10,0
settings.ok:
         dm "Ok"
         db 13,10,0

; Two registers of the battery RAM as a byte, the low half first.
; In: C = block * 16 + register Out: A, Z if it is 0, C = the second one Changes: D
settings.byte:
         call REDCLK
         ld d,a
         inc c
         call REDCLK
         rlca
         rlca
         rlca
         rlca
         or d
         ret

; Writes the six characters of block 3, without the zeros that fill them up.
; In: B = ID they must have Out: not zero: they have another one; B = characters that are missing
; Changes: AF, C, D, IX, IY
settings.text:
         ld c,&20
         call REDCLK
         cp CLOCK.VALID
         ret nz
         ld c,&30
         call REDCLK
         cp b
         ret nz
         ld b,6
@next:   inc c
         call settings.byte
         jr z,@end
         MAIN M.CHPUT
         djnz @next
@end:    xor a
         ret
