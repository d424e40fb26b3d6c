; Programs as files (BASIC ROM): SAVE, LOAD, MERGE, RUN "name"; CSAVE, CLOAD. Sources: MSX2 Technical Handbook,
; chapter 2, 1; chapter 5, 2.5 (formats on cassettes); appendix 4 (hooks).
; Hooks, each with D = device and FILNAM, and CY when it has done it all: H.SAVE, A = 1 for text; H.MERG; for
; drives H.BINS with A = 0: the program as it is in memory, and H.BINL with A = 0: sets TXTTAB's program and VARTAB,
; links may be old; NC: the file is text.

; SAVE name [, A]. Text ends the program, as LIST does (MSX1 machines: github.com/andete/zerobas,
; docs/concepts/cassette.md).
do.save: call fname.take
         ld e,0
         dec hl
         rst 16
         jr z,save.parsed
         rst 8
         db ","
         rst 8
         db "A"
         inc e
save.parsed:
         ld (files.how),de
         push hl
         call program.free
         ld de,(files.how)
         ld a,e
         or a
         call H.SAVE
         jr c,save.done
         ld de,(files.how)
         ld a,d
         cp D.DISK
         jr nc,save.text
         dec e
         jr z,save.text
         xor a
         call H.BINS
         jr c,save.done
save.text:
         ld e,2
         call load.open
         ld de,0
         ld bc,65529
         call list.range
         call load.close
         MAIN ready
save.done:
         pop hl
         ret

; Opens file 0 and makes it the present one. In: E = mode, files.how, FILNAM. Changes: all.
load.open:
         xor a
         MAIN file.block
         ld a,(files.how + 1)
         ld d,a
         ld bc,0
         push hl
         call file.open
         pop hl
         ld (PTRFIL),hl
         ret
load.close:
         ld hl,(PTRFIL)
         ld de,0
         ld (PTRFIL),de
         jp file.close

; RUN name [, R], LOAD name [, R]. Out: the program in memory, CY when there was an R. Changes: all.
load.file:
         call fname.take
         ld e,0
         dec hl
         rst 16
         jr z,load.parsed
         rst 8
         db ","
         rst 8
         db "R"
         jp nz,error.syntax
         inc e
load.parsed:
         ld (files.how),de
         dec e
         call nz,file.close.all
         ld de,(files.how)
         ld a,d
         cp D.DISK
         jr nc,load.text
         xor a
         call H.BINL
         jr nc,load.text
         ld de,(TXTTAB)
         call program.link
         jr load.done
load.text:
         ld e,1
         call load.open
         call program.empty
         call load.next
load.done:
         ld a,(files.how)
         rrca
         ret

; MERGE name. Changes: all.
load.merge:
         call fname.take
         ld (files.how),de
         dec hl
         rst 16
         jp nz,error.syntax
         or a
         call H.MERG
         ret c
; The lines of a text into the program. Changes: all.
load.lines:
         ld e,1
         call load.open
load.next:
         ld hl,BUF
load.line:
         call file.in
         jr c,load.last
         cp 10
         jr z,load.line
         cp 13
         jr z,load.store
         ld (hl),a
         inc hl
         ld a,l
         cp &5D               ; BUF + 255
         jp z,error.buffer
         jr load.line
load.store:
         call load.put
         jr load.next
load.last:
         call load.put
         jp load.close
; In: BUF, HL = its end. Changes: all. Error 57 for a line without number.
load.put:
         ld (hl),0
         ld hl,BUFMIN
         rst 16
         inc a
         dec a                ; keeps CY
         ret z
         jp nc,error.statement
         ld de,0
load.digit:
         ld a,(hl)
         sub "0"
         cp 10
         jr nc,load.number
         push hl
         ld hl,-6553
         add hl,de
         jp c,error.syntax    ; above 65529
         ld h,d
         ld l,e
         add hl,hl
         add hl,hl
         add hl,de
         add hl,hl
         ld e,a
         ld d,0
         add hl,de
         ex de,hl
         pop hl
         inc hl
         jr load.digit
load.number:
         ld a,(hl)
         cp " "
         jr nz,load.crunch
         inc hl
load.crunch:
         push de
         call crunch
         pop de
         call program.store
         ld hl,(VARTAB)
         jr program.ends

; No program and no variables. Changes: AF, HL.
program.empty:
         ld hl,(TXTTAB)
         xor a
         ld (hl),a
         inc hl
         ld (hl),a
         inc hl
program.ends:
         ld (VARTAB),hl
         ld (ARYTAB),hl
         ld (STREND),hl
         ret

; CSAVE name [, 1 | 2]
do.csave:
         call fname.tape
         dec hl
         rst 16
         jr z,csave.now
         rst 8
         db ","
         MAIN GETBYT
         push hl
         MAIN tape.speed
         pop hl
csave.now:
         push hl
         call program.free
         ld a,TAPE.BASIC
         MAIN tape.name
         MAIN tape.short
         ld hl,(VARTAB)
         ld de,(TXTTAB)
         or a
         sbc hl,de
         ex de,hl
         MAIN tape.write
         ld c,7
csave.zero:
         xor a
         call TAPOUT
         ld e,19
         jp c,cload.error
         dec c
         jr nz,csave.zero
         call TAPOOF
         pop hl
         ret

; CLOAD [name], CLOAD? [name]. Out: HL = text behind; CY when a program was loaded. Changes: all.
cload.file:
         ld e,0
         cp T.PRINT
         jr nz,cload.name
         rst 16
         inc e                ; 1: compares
cload.name:
         ld a,e
         ld (FRCNEW),a
         dec hl
         rst 16
         jr nz,cload.named
         push hl
         ld d,D.CAS
         ld b,0
         call fname.put
         pop hl
         jr cload.parsed
cload.named:
         call fname.tape
cload.parsed:
         dec hl
         rst 16
         jp nz,error.syntax
         push hl
         call program.free
         ld a,(FRCNEW)
         or a
         jr nz,cload.find
         call file.close.all
         call program.empty
cload.find:
         ld a,TAPE.BASIC
         MAIN tape.find
         MAIN tape.begin
         ld hl,(TXTTAB)
cload.more:
         ld c,10              ; 0s that end it: 3 of the program, 7 more
cload.next:
         push hl
         push bc
         call TAPIN
         pop bc
         pop hl
         jr c,cload.broken
         ld e,a
         ld a,(FRCNEW)
         or a
         jr nz,cload.compare
         ld (hl),e
         push hl
         inc h                ; a stack of 256 bytes
         sbc hl,sp
         pop hl
         jr nc,cload.full
cload.zero:
         inc hl
         inc e
         dec e
         jr nz,cload.more
         dec c
         jr nz,cload.next
         call TAPIOF
         ld a,(FRCNEW)
         or a
         jr nz,cload.done
         ld de,(TXTTAB)       ; the last line may end with 0s of a number, which counted too
         call program.link
         call program.ends
         scf
cload.done:
         pop hl
         ret
cload.compare:
         push de
         ld de,(VARTAB)
         rst 32
         pop de
         jr nc,cload.zero
         ld a,(hl)
         cp e
         jr z,cload.zero
         call TAPIOF
         jp error.verify
cload.broken:
         ld e,19
         db &01               ; skips two bytes (ld bc,...)
cload.full:
         ld e,7
         ld a,(FRCNEW)
         or a
         call z,program.empty
cload.error:
         call TAPIOF
         jp error
