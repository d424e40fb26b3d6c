; Memory of a program: CLEAR. From below: program, variables, arrays (STREND), free, stack (STKTOP),
; strings (FRETOP, MEMSIZ), file blocks, HIMEM.

; No variables, no strings, no frames, DATA from its start, events and error traps off, files closed. The stack
; is new, but for the return address and the word under it: call it from the routine of a statement itself. NLONLY, once:
; not 0 keeps the files open. Changes: all but HL.
clear.variables:
         push hl
         ld a,(NLONLY)
         or a
         jr nz,clear.open
         BASIC file.close.all
clear.open:
         xor a
         ld (NLONLY),a
         call H.CLEA
         call random.start
         call H.LOPD
         ld hl,DEFTBL
         ld de,DEFTBL + 1
         ld bc,25
         ld (hl),8
         ldir
         call event.none
         ld hl,0
         ld (ONELIN),hl
         ld (OLDTXT),hl
         xor a
         ld (ONEFLG),a
         ld hl,(MEMSIZ)
         ld (FRETOP),hl
         ld hl,(TXTTAB)
         dec hl
         ld (DATPTR),hl
         ld hl,(VARTAB)
         ld (ARYTAB),hl
         ld (STREND),hl
         pop hl
         ld (TEMP),hl
         pop bc
         pop de
         ld hl,(STKTOP)
         ld sp,hl
         ld hl,0
         push hl              ; neither FOR nor GOSUB
         ld (SAVSTK),sp
         push de
         push bc
         call stack.clean
         call H.STKE
         ld hl,(TEMP)
         ret

; What a statement given up may leave behind. Changes: HL, AF.
stack.clean:
         ld hl,TEMPST
         ld (TEMPPT),hl
         ld hl,0
         ld (PTRFIL),hl
         ld (PRMLEN),hl
         ld (PRMSTK),hl
         ld (PRMLN2),hl
         ld (FUNACT),hl
         xor a
         ld (PRTFLG),a
         ld (DIMFLG),a
         ld (SUBFLG),a
         ld (NOFUNS),a
         ld (PRMFLG),a
         ld (FLGINP),a
         ret

; CLEAR [bytes for strings [, HIMEM]]
do.clear:
         jr z,clear.same
         call expr.integer
         bit 7,d
         jp nz,error.call
         push de
         ld a,(hl)
         cp ","
         ld de,(HIMEM)
         jr nz,clear.size
         rst 16
         call FRMQNT
clear.size:
         ld a,(hl)
         cp ":"
         jr z,clear.end
         or a
         jp nz,error.syntax
clear.end:
         ex (sp),hl           ; HL = strings, DE = HIMEM
         push hl
         ld hl,RDPRIM
         rst 32
         jp c,error.call
         ld hl,(MEMSIZ)
         ld bc,(HIMEM)
         or a
         sbc hl,bc
         add hl,de            ; MEMSIZ to be
         jp nc,error.memory
         pop bc
         push hl
         or a
         sbc hl,bc            ; STKTOP to be
         jr c,clear.small
         push hl
         ld bc,(VARTAB)
         sbc hl,bc
         jr c,clear.small
         ld bc,STACK.LEAST
         sbc hl,bc
clear.small:
         jp c,error.memory
         ld (HIMEM),de
         BASIC file.close.all
         pop hl
         pop bc
         ld (MEMSIZ),bc
         pop de               ; text
         ld (STKTOP),hl
         ld sp,hl             ; the blocks may come down on the old stack
         ld hl,NEWSTT
         push hl
         ex de,hl
         call clear.variables
         push hl
         call files.memory
         pop hl
         ret
clear.same:
         call clear.variables
         ret
