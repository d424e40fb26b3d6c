; Strings and numbers: LEN ASC CHR$ SPACE$ STRING$ STR$ VAL HEX$ OCT$ BIN$, FRE, POS LPOS CSRLIN.
; Source: MSX Wiki, the functions' pages.

fn.len:  call string.take
         jp value.byte

fn.asc:  call string.take
         or a
         jp z,error.call
         ld a,(de)
         jp value.byte

; In: number in DAC. Out: A = E = number; error 5 unless it is 0-255. Changes: all but HL.
convert.byte:
         call value.word
         jp getbyt.check

fn.chr_s:
         call convert.byte
         ld c,a
         ld a,1
         jr convert.fill
fn.space_s:
         call convert.byte
         ld c," "
; In: A = length, C = character. Out: string in DAC. Changes: all.
convert.fill:
         push bc
         call string.make
         pop bc
         or a
         jr z,convert.give
         ld b,a
         ld a,c
convert.fill.next:
         ld (de),a
         inc de
         djnz convert.fill.next
convert.give:
         jp string.give

; STRING$(length,character or string).
fn.string_s:
         rst 8
         db "("
         call GETBYT
         push af
         rst 8
         db ","
         call FRMEVL
         rst 8
         db ")"
         ex (sp),hl           ; H = length
         push hl
         ld a,(VALTYP)
         cp 3
         call z,fn.asc
         call convert.byte
         pop bc
         ld c,a
         ld a,b
         call convert.fill
         pop hl
         ret

fn.hex_s:
         call value.address
         ld (DAC + 2),de
         call FOUTH
         jr string.text
fn.oct_s:
         call value.address
         ld (DAC + 2),de
         call FOUTO
         jr string.text
fn.bin_s:
         call value.address
         ld (DAC + 2),de
         call FOUTB
         jr string.text
fn.str_s:
         call check.number
         call number.text
; In: HL = text ended by 0. Out: string in DAC, a copy. Changes: all.
string.text:
         push hl
         xor a
         ld b,a
         ld c,a
         cpir
         ld a,c
         cpl
         call string.make
         pop hl
         call string.move
         jr convert.give

; VAL: the text moves onto the stack, where a 0 ends it.
fn.val:  call string.take
         or a
         jp z,value.byte
         ld b,a
         rra
         add a,16
         ld c,a
         call stack.room
         ld c,b
         ld b,0
         ld hl,-1
         or a
         sbc hl,bc
         add hl,sp
         ld sp,hl
         ex de,hl
         push de
         ldir
         xor a
         ld (de),a
         inc de
         pop hl
         push de              ; the stack as it was
         dec hl
         rst 16
         call FIN
         pop hl
         ld sp,hl
         ret

fn.fre:  ld a,(VALTYP)
         cp 3
         jr z,fn.fre.strings
         ld hl,(SAVSTK)
         or a
         ld de,12             ; what the statement itself takes
         sbc hl,de
         ld de,(STREND)
         jr fn.fre.give
fn.fre.strings:
         call FRESTR
         call string.collect
         ld hl,(FRETOP)
         ld de,(STKTOP)
fn.fre.give:
         or a
         sbc hl,de
         jp value.single

fn.lpos: ld a,(LPTPOS)
         jp value.byte
fn.pos:  ld a,(TTYPOS)
         jp value.byte

fn.csrlin:
         push hl
         ld a,(CSRY)
         dec a
         call value.byte
         pop hl
         ret
