; LIST, LLIST, DELETE, AUTO: statements on ranges of lines. Source: MSX Wiki, keyword pages.

; A range: nothing, n, n-, -m or n-m, "." for the line in hand. In: HL, A. Out: DE = first, BC = last number
; (0 and 65535 if left out), HL at the end of the statement. Errors 2. Changes: all.
line.range:
         ld de,0
         ld bc,65535
         call range.ends
         ret z
         cp T.MINUS
         jr z,line.range.to
         call line.one
         ld b,d
         ld c,e
         call range.ends
         ret z
line.range.to:
         ld bc,65535
         cp T.MINUS
         jp nz,error.syntax
         rst 16
         call range.ends
         ret z
         push de
         call line.one
         ld b,d
         ld c,e
         pop de
         call range.ends
         ret z
         jp error.syntax
; In: HL. Out: A = character there, Z when it ends the statement. Changes: F.
range.ends:
         ld a,(hl)
         or a
         ret z
         cp ":"
         ret
; A line number or ".". In: HL, A. Out: DE = number, HL at the next character. Error 2. Changes: AF.
line.one:
         ld de,(DOT)
         cp "."
         jr nz,line.one1
         rst 16
         ret
line.one1:
         push bc
         MAIN line.number
         pop bc
         dec hl
         rst 16
         ret

do.llist:
         ld a,1
         ld (PRTFLG),a
do.list: call H.LIST
         ld a,(hl)
         call line.range
         call list.range
         MAIN ready
; Lists the lines DE to BC on the present output: number, a space, text, CR LF. In: DE, BC. Changes: all.
list.range:
         push bc
         MAIN line.find
         ld h,b
         ld l,c
         pop bc
list.range1:
         call program.head
         ret z
         push hl
         ld h,b
         ld l,c
         rst 32
         pop hl
         ret c                ; behind the last
         call list.pause
         ld (DOT),de
         push bc
         push hl
         ex de,hl
         MAIN print.line
         ld a,32
         rst 24
         pop hl
         call list.line
         push hl
         ld hl,BUF
         MAIN print.text
         MAIN crlf
         pop hl
         pop bc
         jr list.range1
; STOP pauses, CTRL+STOP breaks; not while a file is written. Changes: AF.
list.pause:
         push hl
         ld hl,(PTRFIL)
         ld a,h
         or l
         pop hl
         ret nz
         call ISCNTC
         ret nc
         MAIN break

; DELETE range: its last line must be there, the first one need not (MSX1 machines: github.com/andete/zerobas,
; docs/delete-msx1-characterization.md).
do.delete:
         jp z,error.call
         call line.range
         push bc
         push de
         call program.free
         pop de
         MAIN line.find
         pop de               ; last
         push bc
         MAIN line.find
         jp nc,error.call
         pop bc
         ld d,b
         ld e,c
         dec hl
         rst 32
         jp c,error.call      ; nothing between
         inc hl
         call program.cut
         ld d,b
         ld e,c
program.edited:
         call program.link
         MAIN edited

; AUTO [start][,step]; without a start before the comma 0 (MSX1 machines: as above, docs/editverb-...).
do.auto: ld bc,10
         ld de,10
         call range.ends
         jr z,auto.set
         cp ","
         ld e,d
         call nz,line.one
         call range.ends
         jr z,auto.set
         rst 8
         db ","
         push de
         ld de,0
         call range.ends
         call nz,line.one
         ld b,d
         ld c,e
         pop de
         call range.ends
         jp nz,error.syntax
auto.set:
         ld a,b
         or c
         jp z,error.call
         ld (AUTLIN),de
         ld (AUTINC),bc
         ld a,1
         ld (AUTFLG),a
         MAIN auto.begin
; Shows the number of the line to be typed, with "*" behind it when there is such a line. Changes: all.
auto.prompt:
         ld hl,(AUTLIN)
         push hl
         MAIN print.line
         pop de
         MAIN line.find
         ld a,"*"
         jr c,auto.prompt1
         ld a,32
auto.prompt1:
         rst 24
         ret
; Out: DE = the line just typed; AUTLIN = the next one, AUTO off when there is none. Changes: AF, HL.
auto.next:
         ld de,(AUTLIN)
         push de
         ld hl,(AUTINC)
         add hl,de
         jr c,auto.over
         ld (AUTLIN),hl
         ld de,6              ; 65529 is the last number
         add hl,de
auto.over:
         pop de
         ret nc
         xor a
         ld (AUTFLG),a
         ret
