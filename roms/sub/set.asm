; SET: settings of screen, beep, clock, title, prompt and password, most of them kept in the battery RAM.
; Sources: MSX2 Technical Handbook, chapter 2, 2.8 to 2.10, chapter 5, 6.7 and table of I/O ports (F7h);
; MSX Wiki, "SET ADJUST" and its neighbours.

; SETS: SET word arguments. The words as the tokeniser leaves them.
; In: HL = BASIC text behind SET Out: HL behind the statement; carry: E = error Changes: all
SETS:    call basic.begin
         ld de,set.words
@entry:  ld a,(de)
         or a
         jr z,@none
         push hl
@next:   ld a,(de)
         inc de
         or a
         jr z,@found
         ld c,a
         call basic.look
         inc hl
         cp c
         jr z,@-next
         pop hl
@skip:   ld a,(de)
         inc de
         or a
         jr nz,@-skip
         inc de
         inc de
         jr @-entry
@none:   call basic.look
         cp 34
         jp z,basic.call      ; SET "file": nobody took the hook
         cp "#"
         jp z,basic.call
         jp basic.syntax
@found:  pop af
         ld bc,set.end
         push bc
         ex de,hl
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ex de,hl
         push de
         ret
set.end: or a
         ret

set.words:
         dm "ADJUST"
         db 0
         dw set.adjust
         db TOKEN.BEEP,0
         dw set.beep
         dm "DATE"
         db 0
         dw set.date
         dm "PAGE"
         db 0
         dw set.page
         dm "PASSW"
         db TOKEN.OR,"D",0
         dw set.password
         dm "PROMPT"
         db 0
         dw set.prompt
         db TOKEN.SCREEN,0
         dw set.screen
         dm "SCROLL"
         db 0
         dw set.scroll
         db TOKEN.TIME,0
         dw set.time
         dm "TITLE"
         db 0
         dw set.title
         dm "VIDEO"
         db 0
         dw set.video
         db 0
TOKEN.BEEP:   EQU &C0
TOKEN.SCREEN: EQU &C5
TOKEN.TIME:   EQU &CB

; SET ADJUST (x,y): -7 to 8 dots
set.adjust:
         ld a,"("
         call basic.expect
         call @offset
         push af
         ld a,","
         call basic.expect
         call @offset
         push af
         ld a,")"
         call basic.expect
         pop af
         ld b,a
         ld c,&22
         call WRTCLK
         pop af
         dec c
         call WRTCLK
         ld c,a
         ld a,b
         rlca
         rlca
         rlca
         rlca
         or c
         ld b,a
         ld c,18
         jp WRTVDP
; Out: A = the negative of the offset, 4 bits.
@offset: call basic.word
         push hl
         ld hl,7
         add hl,de
         ld a,h
         or a
         jr nz,set.bad
         ld a,l
         cp 16
         jr nc,set.bad
         pop hl
         xor a
         sub e
         and 15
         ret
set.bad: jp basic.call

; SET BEEP [tone][,volume]: 1-4 each
set.beep:
         call set.given
         ld c,&2A
         call REDCLK
         ld b,a
         call basic.argument
         jr z,@volume
         call set.four
         rlca
         rlca
         ld c,a
         ld a,b
         and 3
         or c
         ld b,a
@volume: call basic.comma
         jr nz,@store
         call set.four
         ld c,a
         ld a,b
         and %1100
         or c
         ld b,a
@store:  ld a,b
         ld c,&2A
         jp WRTCLK
; Out: A = argument 1-4, less 1. Changes: F, DE, HL behind it.
set.four:
         push bc
         call basic.byte
         pop bc
         dec a
         cp 4
         ret c
         jr set.bad
; Goes on if an argument or a comma comes; else "Missing operand". Changes: AF.
set.given:
         call basic.look
         ret nz
         ld e,ERROR.OPERAND
         jp basic.error

; SET TITLE [title][,colour 1-4]
set.title:
         call set.given
         call basic.argument
         jr z,@colour
         xor a
         call set.text
@colour: call basic.comma
         ret nz
         call set.four
         ld c,&2B
         jp WRTCLK

; SET PROMPT prompt
set.prompt:
         ld a,2
; In: HL, A = what the text is Out: HL behind it Changes: all others
set.text:
         push af
         ld de,BUF
         call basic.string
         pop af
         push hl
         ld c,&30
         call WRTCLK
         ld hl,BUF
         ld b,6
@next:   ld a,(hl)
         or a
         jr z,@pad
         inc hl
@pad:    inc c
         call WRTCLK          ; the low half
         rrca
         rrca
         rrca
         rrca
         inc c
         call WRTCLK
         djnz @-next
         pop hl
         ret

; SET PASSWORD password
set.password:
         ld de,BUF
         call basic.string
         push hl
         ld hl,BUF
         call password.keep
         pop hl
         ret

; SET SCREEN
set.screen:
         push hl
         call settings.keep
         pop hl
         ret

; SET PAGE [page shown][,active page]
set.page:
         call set.given
         ld a,(SCRMOD)
         cp 5
         jr c,set.wrong
         ld bc,(DPPAGE)
         call basic.argument
         jr z,@active
         push bc
         call @number
         pop bc
         ld c,a
@active: call basic.comma
         jr nz,@store
         push bc
         call @number
         pop bc
         ld b,a
@store:  ld (DPPAGE),bc
         jp SETPAG
@number: call basic.byte
         ld b,a
         ld a,(SCRMOD)
         cp 7
         ld a,b
         ld b,4
         jr c,@check
         ld b,2
@check:  cp b
         ret c
set.wrong:
         jp basic.call

; SET SCROLL [x][,y][,mask][,pages]: the V9938 scrolls by lines only; all but y must be 0.
; Source: MSX Wiki, "SET SCROLL".
set.scroll:
         call set.given
         call basic.argument
         jr z,@lines
         call basic.word
         ld a,d
         or e
         jr nz,set.wrong
@lines:  call basic.comma
         ret nz
         call basic.argument
         jr z,@mask
         call basic.byte
         ld b,a
         ld c,23
         call WRTVDP
@mask:   call @none
@none:   call basic.comma
         ret nz
         call basic.byte
         or a
         ret z
         jr set.wrong

; SET VIDEO [mode][,Ym][,CB][,sync][,voice][,video input][,AV control]: the VDP and the port of a
; superimposer; the kind of sync is left to it.
set.video:
         call set.given
         ld bc,&0400          ; B = first value too large, C = bits for the port
         call @value
         jr c,@ym
         ld d,0
         ld e,a
         push hl
         ld hl,@modes
         add hl,de
         ld a,(RG9SAV)
         and %11001111
         ld e,a
         ld a,(hl)
         and %00110000
         or e
         ld d,a
         ld a,(RG8SAV)
         and %11011111
         ld e,a
         ld a,(hl)
         and 1
         rrca
         rrca
         rrca
         or e
         pop hl
         push bc
         ld b,a
         ld c,8
         push de
         call WRTVDP
         pop bc
         ld c,9
         call WRTVDP
         pop bc
@ym:     ld b,2
         call @next
         jr c,@bus
         rrca
         rrca
         rrca
         or c
         ld c,a
@bus:    call @next
         jr c,@sync
         push bc
         rrca
         rrca
         rrca
         rrca
         ld b,a
         ld a,(RG8SAV)
         and %11101111
         or b
         ld b,a
         ld c,8
         call WRTVDP
         pop bc
@sync:   call @next
         ld b,4
         call @next
         jr c,@input
         or c
         ld c,a
@input:  ld b,2
         call @next
         jr c,@audio
         rrca
         or c
         ld c,a
@audio:  call @next
         jr c,@out
         rlca
         rlca
         rlca
         rlca
         or c
         ld c,a
@out:    ld a,c
         out (&F7),a
         ret
@next:   call basic.comma
         scf
         ret nz
; In: B = first value too large Out: A; carry: there is none Changes: DE
@value:  call basic.argument
         scf
         ret z
         push bc
         call basic.byte
         pop bc
         cp b
         jp nc,set.wrong
         or a
         ret
@modes:  db 0,%00010001,%00010000,%00100000 ; S1 S0, TP in bit 0
