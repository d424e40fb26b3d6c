; HELLO.COM greets who is named
; behind it: HELLO ADA.
; On another computer:
; pyz80 --obj=HELLO.COM HELLO.ASM

BDOS:    EQU 5          ; functions
CONOUT:  EQU 2          ; prints E
STROUT:  EQU 9          ; DE up to $
TAIL:    EQU &80        ; length, text

         ORG &100       ; all do here

         ld de,hello
         ld c,STROUT
         call BDOS
         ld hl,TAIL
         ld a,(hl)
         or a
         jr z,nobody
         ld b,a
name:    inc hl
         push hl
         push bc
         ld e,(hl)      ; blank first
         ld c,CONOUT
         call BDOS
         pop bc
         pop hl
         djnz name
         jr finish
nobody:  ld de,world
         ld c,STROUT
         call BDOS
finish:  ld de,stop
         ld c,STROUT
         jp BDOS        ; RET ends it

hello:   dm "Hello,$"
world:   dm " world$"
stop:    dm "!"
         db 13,10
         dm "$"
