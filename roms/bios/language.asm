; Routines that BASIC shares with everybody, and the rest of the small entries.

; SYNCHR: the character at HL must be the byte behind the `rst 8`; goes on to CHRGTR.
; In: HL. Out: as CHRGTR. Changes: AF. Otherwise error 2 through H.ERRO.
SYNCHR:  ld a,(hl)
         ex (sp),hl
         cp (hl)
         inc hl
         ex (sp),hl
         jp nz,error.syntax
; CHRGTR: the next character that is not a space or TAB.
; In: HL = last character. Out: HL, A = character; CY: a digit; Z: 0 or ":" ends the statement.
CHRGTR:  call H.CHRG
chrgtr.next:
         inc hl
         ld a,(hl)
         cp ":"
         ret nc
         cp 32
         jr z,chrgtr.next
         jr c,chrgtr.code
         cp "0"
         ccf
         inc a
         dec a
         ret
chrgtr.code:                  ; a constant, the end of the line, TAB
         cp 9
         jr z,chrgtr.next
         or a
         ret

; DCOMPR: compares. In: HL, DE. Out: Z equal, CY when HL < DE. Changes: A.
DCOMPR:  ld a,h
         sub d
         ret nz
         ld a,l
         sub e
         ret

; GETYPR: the type in VALTYP. Out: M integer, Z string, PO single, NC double; else CY.
; Changes: A.
GETYPR:  ld a,(VALTYP)
         cp 8
         jr nc,getypr.double
         sub 3
         or a
         scf
         ret
getypr.double:
         sub 3
         or a
         ret

; OUTDO: a character to the present output: a file, the printer or the screen. In: A. Changes: nothing.
OUTDO:   push af
         call H.OUTD
         call ISFLIO
         jr nz,outdo.file
         ld a,(PRTFLG)
         or a
         jr z,outdo.screen
         pop af
         push af
         call OUTDLP
         pop af
         ret
outdo.screen:
         pop af
         jp CHPUT
outdo.file:
         pop af
         jp file.out

; ISFLIO: Out: A not 0, NZ: output goes to a file. Changes: F.
ISFLIO:  call H.ISFL
         push hl
         ld hl,(PTRFIL)
         ld a,l
         or h
         pop hl
         ret

; GTASPC: Out: DE = ASPCT1, HL = ASPCT2.
GTASPC:  ld hl,(ASPCT1)
         ex de,hl
         ld hl,(ASPCT2)
         ret

; BREAKX: Out: CY while CTRL and STOP are down. Changes: AF.
BREAKX:  push bc
         ld bc,&0710          ; row 7, STOP
         call breakx.key
         ld bc,&0602          ; row 6, CTRL
         call z,breakx.key
         pop bc
         ret nz
         push hl
         call KILBUF
         ld hl,OLDKEY + 7
         res 4,(hl)           ; the interrupt need not see it too
         pop hl
         scf
         ret
; In: B = row, C = bit. Out: Z when the key is down, NC. Changes: A. An interrupt selects rows too:
; then the row is read again.
breakx.key:
         in a,(PPI.MISC)
         and %11110000
         or b
         out (PPI.MISC),a
         in a,(PPI.KEYS)
         push af
         in a,(PPI.MISC)
         and %00001111
         cp b
         jr z,breakx.sure
         pop af
         jr breakx.key
breakx.sure:
         pop af
         and c
         ret

; ISCNTC, CKCNTC: STOP pauses until STOP comes again; CTRL+STOP empties the key buffer and goes to BASIC's
; prompt, unless STOP ON has made an event of it. Out: NC. Changes: AF; interrupts on.
CKCNTC:
ISCNTC:  ei
         ld a,(BASROM)
         or a
         ret nz
         push hl
         ld hl,INTFLG
         di
         ld a,(hl)
         ld (hl),0
         ei
         cp 4
         call z,iscntc.pause
         cp 3
         jr z,iscntc.break
         pop hl
         or a
         ret
iscntc.break:
         call KILBUF
         pop hl
         ld a,(TRAP.STOP)
         and 1
         ret nz
         in a,(PPI.SLOT)
         and %11110011        ; the main ROM in page 1
         out (PPI.SLOT),a
         jp break
; Out: A = INTFLG that ended the pause. Changes: F.
iscntc.pause:
         push de
         push bc
         push hl
         ld a,(CSRSW)
         or a
         call z,cursor.show
iscntc.wait:
         halt
         ld a,(INTFLG)
         or a
         jr z,iscntc.wait
         push af
         ld a,(CSRSW)
         or a
         call z,cursor.hide
         pop af
         pop hl
         pop bc
         pop de
         ld (hl),0
         ret

; STMOTR: cassette motor. In: A = 0 off, 1 on, FFh the other way. Changes: AF.
STMOTR:  inc a
         jr nz,stmotr.set
         in a,(PPI.MISC)
         rrca
         rrca
         rrca
         rrca                 ; motor off: bit 0
         and 1
         jr stmotr.out
stmotr.set:
         dec a
         ld a,0
         jr nz,stmotr.out1
         inc a
         jr stmotr.out1
stmotr.out:
         xor 1
stmotr.out1:
         or 8                 ; bit 4 of port C, 0 = on
         out (PPI.CTRL),a
         ret

; CALBAS: calls a routine of BASIC in the main ROM. In: IX = address, or a word of the table of statements. Changes: IX, IY,
; alternates.
CALBAS:  ld iy,(EXPTBL - 1)
         push af
         ld a,ixh
         sub &40
         cp &40
         jr c,calbas.go
         ld (far.to),ix       ; the math pack goes on in page 1: it must be the main ROM too
         ld ix,calbas.far
calbas.go:
         pop af
         jp CALSLT

; PHYDIO, FORMAT: the disk ROM does them in its hooks.
PHYDIO:  call H.PHYD
         ret
FORMAT:  call H.FORM
         ret

IF MSX2
; RDRES, WRRES: the reset status port. In, Out: A. Changes: nothing.
RDRES:   in a,(&F4)
         ret
WRRES:   out (&F4),a
         ret
ENDIF
