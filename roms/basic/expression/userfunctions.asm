; DEF FN and FN, DEF USR and USR, VARPTR.
;
; A function is a variable whose first character has bit 7 set; its value is the address of the text behind
; the name in its definition. Parameters are records as of variables in PARM1, PRMLEN bytes. A call saves
; PRMSTK, PRMLEN and PARM1 as one block on the stack, to which PRMSTK points then: the collector of strings
; follows this chain. Source of names and sizes: MSX2 Technical Handbook, appendix "Work area".

do.def:  cp T.USR
         jr z,do.def.usr
         cp T.FN
         jp nz,error.syntax
         push hl
         ld hl,(CURLIN)
         inc hl
         ld a,h
         or l
         jp z,error.direct
         pop hl
         rst 16
         call fn.name
         push hl
         call variable.find
         call nz,variable.make
         pop de
         ld (hl),e
         inc hl
         ld (hl),d
         ex de,hl
         dec hl
         rst 16
         jp do.data
do.def.usr:
         rst 16
         call usr.place
         push de
         rst 8
         db T.EQUAL
         call FRMQNT
         ex (sp),hl
         ld (hl),e
         inc hl
         ld (hl),d
         pop hl
         ret

; In: HL at a name. Out: as name.read, bit 7 of B set. Changes: AF, DE.
fn.name: ld a,(hl)
         call name.letter
         call name.read
         set 7,b
         ret

; FN.
fn.fn:   call fn.name
         push hl
         call variable.find
         jp nz,error.function
         ld e,(hl)
         inc hl
         ld d,(hl)            ; DE = definition
         pop hl
         ld c,110
         call stack.room
         ld a,(VALTYP)
         push af
         xor a
         push af              ; ends the arguments
         ld a,(de)
         cp "("
         jr nz,fn.given
         cp (hl)
         jp nz,error.syntax
fn.argument:                  ; HL, DE = before the argument and before its parameter
         push hl
         ex de,hl
         rst 16
         call name.letter
         call name.read
         ex (sp),hl
         push bc
         ld a,(VALTYP)
         push af
         inc hl
         call FRMEVL
         pop af
         push af
         push hl
         call value.convert
         call fn.own
         pop hl
         pop af
         pop bc
         pop de
         call fn.push
         ld a,(de)
         cp (hl)
         jp nz,error.syntax
         cp ","
         jr z,fn.argument
         cp ")"
         jp nz,error.syntax
         inc hl
         inc de
fn.given:
         ld (TEMP2),hl
         ld (TEMP3),de
         call fn.gather
         ld hl,(TEMP2)
         push hl
         ld hl,(PRMLEN)       ; save PRMSTK, PRMLEN, PARM1
         ld bc,4
         add hl,bc
         ld b,h
         ld c,l
         ld hl,0
         or a
         sbc hl,bc
         add hl,sp
         ld sp,hl
         ex de,hl
         ld hl,PRMSTK
         ldir
         ld (PRMSTK),sp
         ld hl,(PRMLN2)
         inc hl
         inc hl
         ld b,h
         ld c,l
         ld hl,PRMLN2
         ld de,PRMLEN
         ldir
         ld hl,0
         ld (PRMLN2),hl
         ld hl,(TEMP3)
         dec hl
         rst 16
         rst 8
         db T.EQUAL
         call FRMEVL
         or a
         jr z,fn.done
         cp ":"
         jp nz,error.syntax
fn.done: ld a,(VALTYP)
         cp 3
         call z,fn.result
         ld hl,2
         add hl,sp
         ld a,(hl)
         add a,4
         ld c,a
         ld b,0
         dec hl
         dec hl
         ld de,PRMSTK
         ldir
         ld sp,hl
         pop hl
         pop af
         push hl
         call value.convert
         pop hl
         ret

; A string result that is a parameter gets a descriptor of its own. Changes: all.
fn.result:
         ld hl,(DAC + 2)
         ld de,65536 - PARM1
         add hl,de
         ld a,h
         or a
         ret nz
         ld a,l
         cp 100
         ret nc
         ld hl,(DAC + 2)
         ld de,DSCTMP
         ldi
         ldi
         ldi
         jp string.give

; A string in DAC that is not temporary is copied. Changes: all.
fn.own:  ld a,(VALTYP)
         cp 3
         ret nz
         ld hl,(DAC + 2)
         call string.temporary
         ret c
         call string.duplicate
         jp string.give

; Pushes the value in DAC, BC and AF, A = its type. Changes: AF, BC, IX.
fn.push: pop ix
         push hl
         cp 4
         jr c,fn.push.word
         jr z,fn.push.single
         ld hl,(DAC + 6)
         ex (sp),hl
         push hl
         ld hl,(DAC + 4)
         ex (sp),hl
         push hl
fn.push.single:
         ld hl,(DAC + 2)
         ex (sp),hl
         push hl
         ld hl,(DAC)
         ex (sp),hl
         jr fn.pushed
fn.push.word:
         ld hl,(DAC + 2)
         ex (sp),hl
fn.pushed:
         push bc
         push af
         jp (ix)

; Takes the arguments below the return address into PARM2. Out: PRMLN2. Changes: all.
fn.gather:
         pop ix
         ld hl,PARM2
fn.gather.next:
         pop af
         or a
         jr z,fn.gathered
         pop bc
         ld d,a
         add a,l
         cp (PARM2 + 98) \ 256
         jp nc,error.call
         ld a,d
         ld (hl),a
         inc hl
         ld (hl),b
         inc hl
         ld (hl),c
         inc hl
         cp 3
         jr z,fn.gather.string
         srl a
         ld b,a
fn.gather.word:
         pop de
         ld (hl),e
         inc hl
         ld (hl),d
         inc hl
         djnz fn.gather.word
         jr fn.gather.next
fn.gather.string:
         pop de
         ld (TEMPPT),de
         ex de,hl
         ldi
         ldi
         ldi
         ex de,hl
         jr fn.gather.next
fn.gathered:
         ld a,l
         sub PARM2 \ 256
         ld l,a
         ld h,0
         ld (PRMLN2),hl
         jp (ix)

; USR: the routine gets A = VALTYP, HL = DAC, DE = a string's descriptor, Z (without which CLS at C3h clears nothing),
; and leaves its result in DAC, VALTYP.
fn.usr:  call usr.place
         push de
         call factor.argument
         ex (sp),hl
         ld e,(hl)
         inc hl
         ld d,(hl)
         push de
         pop ix
         ld a,(VALTYP)
         cp 3
         jr z,fn.usr.string
         ld hl,factor.back
         push hl
         ld hl,DAC
         cp a
         jp (ix)
fn.usr.string:
         ld de,(DAC + 2)
         push de
         ld hl,fn.usr.freed
         push hl
         ld hl,DAC
         jp (ix)
fn.usr.freed:
         pop hl
         ld a,(VALTYP)
         cp 3
         call nz,string.release
         pop hl
         ret

; In: HL, A = behind USR. Out: DE = its place in USRTAB; HL behind the digit. Changes: AF, BC.
usr.place:
         ld c,0
         sub C.DIGIT
         cp 10
         jr c,usr.digit
         add a,C.DIGIT - "0"
         cp 10
         jr nc,usr.zero
usr.digit:
         ld c,a
         rst 16
usr.zero:
         ex de,hl
         ld hl,USRTAB
         ld b,0
         add hl,bc
         add hl,bc
         ex de,hl
         ret

; VARPTR of a variable that is there, or of a file: the address of its value, of its block.
fn.varptr:
         rst 8
         db "("
         cp "#"
         jr z,fn.varptr.file
         call variable.there
fn.varptr.end:
         rst 8
         db ")"
         push hl
         ex de,hl
         call value.integer
         pop hl
         ret
fn.varptr.file:
         rst 16
         call GETBYT
         push hl
         call file.block
         ex de,hl
         pop hl
         jr fn.varptr.end
