; INPUT #, LINE INPUT # and INPUT$. Source: MSX Wiki, "INPUT", "LINE INPUT", "INPUT$()".

; In: HL = text at "#". Out: HL = text behind the file and ",". Changes: all.
input.open:
         MAIN file.number
         rst 8
         db ","
         ret

input.file:
         call input.open
input.file.next:
         MAIN PTRGET
         push hl
         push de
         ld a,(VALTYP)
         push af
         call input.item.get
         pop af
         push af
         cp 3
         jr z,input.file.string
         ld hl,BUF - 1
         rst 16
         MAIN FIN
         jr input.file.store
input.file.string:
         call input.literal
input.file.store:
         pop bc
         pop de
         MAIN let.store
         pop hl
         dec hl
         rst 16
         jp z,input.close
         rst 8
         db ","
         jr input.file.next
; The text in BUF as a string. Out: DAC. Changes: all.
input.literal:
         ld hl,BUF
         ld b,0
         ld d,b
         MAIN string.literal
         ret

; One item to BUF. In: A = type of the variable. Blanks and line ends before it are skipped. Error 55.
; Changes: all.
input.item.get:
         ld d,a
         ld hl,BUF
         ld b,255
input.item.skip:
         call file.in
         jp c,error.end
         cp " "
         jr z,input.item.skip
         call input.item.line
         jr z,input.item.skip
         ld c,","
         cp 34
         jr nz,input.item.test
         ld a,d
         cp 3
         ld a,34
         jr nz,input.item.test
         ld c,a
input.item.next:
         call file.in
         jr c,input.item.end
input.item.test:
         cp c
         jr z,input.item.last
         ld e,a
         ld a,c
         cp 34
         ld a,e
         jr z,input.item.put  ; inside quotes all counts
         call input.item.line
         jr z,input.item.cr
         cp " "
         jr nz,input.item.put
         ld a,d
         cp 3
         ld a,e
         jr nz,input.item.behind
input.item.put:
         ld (hl),a
         inc hl
         djnz input.item.next
input.item.end:
         ld (hl),0
         ret
input.item.last:
         cp 34
         jr nz,input.item.end
input.item.behind:            ; a blank or quote ended it: to the "," or the end of the line
         ld (hl),0
input.item.blank:
         call file.in
         ret c
         cp " "
         jr z,input.item.blank
         cp ","
         ret z
         cp 13
         jp nz,file.back
         jr input.cr
input.item.cr:
         ld (hl),0
         cp 13
         ret nz
; Behind 13: takes the 10 that belongs to it. Changes: AF.
input.cr:
         call file.in
         ret c
         cp 10
         ret z
         jp file.back
; Out: Z when A ends a line. Changes: F.
input.item.line:
         cp 13
         ret z
         cp 10
         ret

input.line:
         call input.open
         MAIN PTRGET
         MAIN check.string
         push hl
         push de
         ld hl,BUF
         ld b,254
         call file.in
         jp c,error.end
input.line.next:
         cp 13
         jr z,input.line.cr
         ld (hl),a
         inc hl
         dec b
         jr z,input.line.end
         call file.in
         jr nc,input.line.next
         jr input.line.end
input.line.cr:
         call input.cr
input.line.end:
         ld (hl),0
         call input.literal
         pop de
         ld b,3
         MAIN let.store
         pop hl
; The file is done with. In, Out: HL. Changes: AF, DE.
input.close:
         MAIN print.screen
         ret

; INPUT$(length[,#file]). PTRFIL and PRTFLG stay: it may be an item of PRINT #.
fn.input:
         ld de,(PTRFIL)
         push de
         rst 8
         db "$"
         rst 8
         db "("
         MAIN GETBYT
         or a
         jp z,error.call
         push af
         ld a,(hl)
         cp ","
         ld de,0
         ld (PTRFIL),de
         jr nz,fn.input.make
         rst 16
         MAIN file.number
fn.input.make:
         rst 8
         db ")"
         pop af
         push hl
         MAIN string.make
         push af
         push de
         MAIN string.give
         pop hl
         pop bc               ; B = length
fn.input.next:
         call ISFLIO
         jr z,fn.input.key
         call file.in
         jp c,error.end
         jr fn.input.put
fn.input.key:
         call CHGET
         cp 3
         jr z,fn.input.break
fn.input.put:
         ld (hl),a
         inc hl
         djnz fn.input.next
         pop hl
         pop de
         ld (PTRFIL),de
         ret
fn.input.break:
         MAIN input.break
