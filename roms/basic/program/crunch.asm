; A typed line becomes tokens. Sources: MSX2 Technical Handbook, chapter 2, "Intermediate codes"; MSX Wiki,
; keyword pages, for the abbreviations.

crunch.end.of: EQU KBUF + 315 ; three zeros fit behind it

; DONUM, what digits are: 0 a number, 1 a line number, 255 part of a name.
; In: HL = text ended by 0. Out: KBUF = tokens, three 0 behind; BC = length with one 0. Error 25 when they are
; too long. Changes: all.
crunch:  call H.CRUN
         xor a
         ld (DORES),a
         ld (DONUM),a
         ld de,KBUF
crunch.next:
         ld a,(hl)
         or a
         jr z,crunch.end
         jp m,crunch.drop
         cp 32
         jr z,crunch.blank
         jr c,crunch.low
         cp 34
         jr z,crunch.string
         cp "&"
         jp z,crunch.base
         cp "'"
         jr z,crunch.remark
         cp "?"
         jp z,crunch.short
         cp "_"
         jp z,crunch.call
         call crunch.capital
         jp nc,crunch.letter
         cp "0"
         jr c,crunch.sign
         cp "9" + 1
         jp c,crunch.digit
crunch.sign:
         cp "."
         jp z,crunch.digit
         call crunch.operator
         ld b,a
         ld a,(DONUM)
         cp 1                 ; signs leave a list of line numbers a list, and end a name
         jr z,crunch.sign1
         xor a
         ld (DONUM),a
crunch.sign1:
         ld a,b
         cp ":"
         jr nz,crunch.copy
         xor a
         ld (DONUM),a
         ld a,b
crunch.copy:
         call crunch.put
crunch.drop:
         inc hl
         jr crunch.next
crunch.blank:                 ; may be within a name
         ld a,32
         jr crunch.copy
crunch.low:                   ; of the control codes the prefix of graphic characters; TAB is a blank
         cp 1
         jr z,crunch.copy
         cp 9
         jr z,crunch.blank
         jr crunch.drop
crunch.end:
         ld h,d
         ld l,e
         ld bc,65537 - KBUF
         add hl,bc
         ld b,h
         ld c,l
         xor a
         ld (de),a
         inc de
         ld (de),a
         inc de
         ld (de),a
         ret

; A string, to its quote or the end of the line.
crunch.string:
         ld b,34
         call crunch.put
         inc hl
         call crunch.until
         or a
         jp z,crunch.next
         jr crunch.sign
; Copies up to character B or the 0. Out: A = the character, HL at it. Changes: AF, DE.
crunch.until:
         ld a,(hl)
         or a
         ret z
         cp b
         ret z
         call crunch.put
         inc hl
         jr crunch.until

; ' is : REM '
crunch.remark:
         ld a,":"
         call crunch.put
         ld a,T.REM
         call crunch.put
         ld a,T.APOSTROPHE
         call crunch.put
         inc hl
crunch.rest1:
         ld b,0
         call crunch.until
         jr crunch.end
crunch.short:
         inc hl
         ld a,T.PRINT
         jr crunch.token

; A letter in A: a word, or one character of a name.
crunch.letter:
         call H.CRUS
         push af
         call words.find
         jr c,crunch.found
         call H.NOTR
         pop af
         call crunch.put
         inc hl
         ld a,255
         ld (DONUM),a
crunch.again:
         jp crunch.next
crunch.found:
         ld b,a
         pop af
         ld a,b
         call H.ISRE
crunch.token:
         or a
         jp p,crunch.function
         cp T.ELSE
         jr nz,crunch.token1
         ld a,":"
         call crunch.put
         ld a,T.ELSE
crunch.token1:
         call crunch.put
         cp T.REM
         jr z,crunch.rest1
         cp T.DATA
         jr z,crunch.data
         cp T.CALL
         jr z,crunch.name
         push hl
         push de
         ld hl,crunch.lines
         ld bc,crunch.lines.end - crunch.lines
         cpir
         pop de
         pop hl
         ld a,0
         jr nz,crunch.token2
         inc a
         call H.NTFN
crunch.token2:
         ld (DONUM),a
         jr crunch.again
crunch.function:
         push af
         ld a,255
         call crunch.put
         pop af
         or 128
         call crunch.put
         xor a
         jr crunch.token2
crunch.lines:                 ; line numbers follow these
         db T.RESTORE,T.AUTO,T.RENUM,T.DELETE,T.RESUME,T.ERL,T.ELSE,T.RUN,T.LIST,T.LLIST
         db T.GOTO,T.RETURN,T.THEN,T.GOSUB
crunch.lines.end:

; DATA: as it stands, up to a colon that is not in quotes.
crunch.data:
         ld a,(hl)
         or a
         jr z,crunch.again
         cp ":"
         jr z,crunch.again
         call crunch.put
         inc hl
         cp 34
         jr nz,crunch.data
         ld b,a
         call crunch.until
         or a
         jr z,crunch.again
         call crunch.put
         inc hl
         jr crunch.data

; _ or CALL: in capitals up to "(" or ":", without the characters from "!" to "/" (MSX1 machines:
; github.com/andete/zerobas, docs/cname-msx1-characterization.md).
crunch.call:
         call crunch.put
crunch.nameless:
         inc hl
crunch.name:
         xor a
         ld (DONUM),a
         ld a,(hl)
         or a
         jp z,crunch.next
         cp "("
         jp z,crunch.next
         cp ":"
         jp z,crunch.next
         cp "!"
         jr c,crunch.call
         cp "0"
         jr c,crunch.nameless
         call crunch.capital
         jr crunch.call

; In: A. Out: A = capital letter, NC when it is a letter; else CY and unchanged. Changes: F.
crunch.capital:
         cp "A"
         ret c
         cp "Z" + 1
         ccf
         ret nc
         cp "a"
         ret c
         cp "z" + 1
         ccf
         ret c
         sub 32
         ret

; In: A = character. Out: A = its token if it is an operator. Changes: F, B.
crunch.operator:
         push hl
         ld hl,operators
         ld b,operators.count
crunch.operator1:
         cp (hl)
         inc hl
         jr z,crunch.operator2
         inc hl
         djnz crunch.operator1
         pop hl
         ret
crunch.operator2:
         ld a,(hl)
         pop hl
         ret
operators:
         db ">",T.GREATER,"=",T.EQUAL,"<",T.LESS,"+",T.PLUS,"-",T.MINUS
         db "*",T.TIMES,"/",T.DIVIDE,"^",T.POWER,&5C,T.BACKSLASH
operators.count: EQU 9

; In: A = byte, DE = place in KBUF. Out: DE behind it. Changes: F.
crunch.put:
         ld (de),a
         inc de
         push af
         ld a,e
         cp crunch.end.of \ 256
         jr nz,crunch.put1
         ld a,d
         cp crunch.end.of / 256
         jp z,error.buffer
crunch.put1:
         pop af
         ret

; In: A = capital at HL. Out: CY: a word, A = its token as in the table, HL behind it; NC: none, HL and DE as
; they were. Changes: AF, BC; DE kept.
words.find:
         push de
         ex de,hl             ; DE = text
         sub "A"
         add a,a
         ld c,a
         ld b,0
         ld hl,words.letters
         add hl,bc
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
words.find.word:
         ld a,(hl)
         or a
         jr z,words.find.none
         push de
words.find.letter:
         inc de
         ld a,(de)
         or a
         jp m,words.find.other
         call crunch.capital
         xor (hl)
         inc hl
         jr z,words.find.letter
         add a,a
         jr z,words.find.whole
         dec hl
words.find.other:
         pop de
words.find.skip:
         bit 7,(hl)
         inc hl
         jr z,words.find.skip
         inc hl
         jr words.find.word
words.find.whole:
         inc de
         ld a,(hl)
         pop bc
         ex de,hl
         pop de
         scf
         ret
words.find.none:
         ex de,hl
         pop de
         ret
