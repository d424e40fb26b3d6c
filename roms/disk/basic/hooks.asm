; Disk BASIC: the hooks, calls of the kernel with BASIC's errors, names, AUTOEXEC.BAS. BASIC's part of the
; agreement is roms/basic/README.md, "Files". Sources: MSX2 Technical Handbook, chapter 2 (statements, error
; codes), chapter 3 (kernel), appendix 4 (hooks).

; A hook is `call ram.hook` and the routine's address.
bas.table:
         dw H.NODE,bas.drive
         dw H.POSD,bas.known
         dw H.NULO,seq.open
         dw H.NTFL,seq.close
         dw H.FILO,seq.out
         dw H.INDS,seq.in
         dw H.LOC,seq.loc
         dw H.LOF,seq.lof
         dw H.EOF,seq.eof
         dw H.FPOS,bas.illegal
         dw H.BAKU,seq.back
         dw H.BINS,prog.save
         dw H.BINL,prog.load
         dw H.FILE,dir.list
         dw H.KILL,dir.kill
         dw H.NAME,dir.name
         dw H.COPY,copy.disk
         dw H.DSKF,sec.free
         dw H.DSKI,sec.read
         dw H.DSKO,sec.write
         dw H.DGET,rnd.record
         dw H.FIEL,rnd.field
         dw H.LSET,rnd.lset
         dw H.RSET,rnd.rset
         dw H.CVI,rnd.cvi
         dw H.CVS,rnd.cvs
         dw H.CVD,rnd.cvd
         dw H.MKI_,rnd.mki
         dw H.MKS_,rnd.mks
         dw H.MKD_,rnd.mkd
         dw H.READ,bas.autoexec
         dw 0

; Changes: all.
bas.hooks:
         ld hl,bas.table
hooks.next:
         ld e,(hl)
         inc hl
         ld d,(hl)
         inc hl
         ld a,d
         or a
         ret z
         push hl
         ex de,hl
         ld (hl),&CD
         inc hl
         ld bc,ram.hook
         ld (hl),c
         inc hl
         ld (hl),b
         inc hl
         ex de,hl
         pop hl
         ldi
         ldi
         jr hooks.next

; H.NODE: a name without device is on the present drive. Out: A = 0.
bas.drive:
         xor a
         ret
; H.POSD: In, Out: D = 1-8. Error 62 if there is no such drive.
bas.known:
         ei
         ld a,(NMBDRV)
         cp d
         ret nc
         ld e,62              ; Bad drive name
         jr bas.error

; Raises error n of BASIC, and passes over the rows behind it: `BASERROR n`.
BASERROR: MACRO
         ld e,\0
         db &01               ; skips two bytes (ld bc,...)
         ENDM
; Raise errors of BASIC. Never return.
bas.illegal: BASERROR 5
bas.nofile: BASERROR 53
bas.isopen: BASERROR 54
bas.badname: BASERROR 56
bas.badfat: BASERROR 60
bas.badmode: BASERROR 61
bas.stillopen: BASERROR 64
bas.exists: BASERROR 65
bas.full: BASERROR 66
bas.toomany: ld e,67
; In: E = number.
bas.error:
         ld ix,ERRHAND
         jp ram.leave

; Calls the kernel. In: C = function, DE, HL. Out: A (Z: 0), HL. Changes: all but IX. Errors 68-70 of the disk.
bas.bdos:
         call bas.try
         ret nc
         jr bas.error
; The same; CY, E = BASIC's error if the disk failed.
bas.try: push ix
         push hl
         ld hl,(DISKVE)
         ld (BAS.VE),hl
         ld hl,bas.vector
         ld (DISKVE),hl
         ld a,255
         ld (BAS.ERR),a
         pop hl
         call BDOS
         pop ix
         push hl
         ld hl,(BAS.VE)
         ld (DISKVE),hl
         pop hl
         ld b,a
         ld a,(BAS.ERR)
         inc a
         jr nz,try.failed
         ld a,b
         or a
         ret
try.failed:
         dec a
         ld e,60              ; Bad FAT
         jp m,try.end
         and 14
         ld e,68              ; Disk write protected
         jr z,try.end
         ld e,70              ; Disk offline
         cp E.NOTREADY
         jr z,try.end
         dec e                ; Disk I/O error
try.end: scf
         ret
bas.vector: dw bas.failure
; The kernel's error routine meanwhile. In: C = error. Out: C = 2: the function ends.
bas.failure:
         ld a,c
         ld (BAS.ERR),a
         ld c,2
         ret

; BAS.FCB for D and FILNAM. Out: DE = BAS.FCB. Changes: AF, BC, HL. Error 56: an empty name, or one with a sign
; that separates names; with the first entry an ambiguous one, too.
bas.single:
         ld hl,FILNAM
         call bas.plain
         jr z,bas.badname
bas.name:
         ld hl,FILNAM
bas.named:
         ld a,(hl)
         cp " "
         jp z,bas.badname
         push hl
         ld b,11
bas.sign:
         push bc
         push hl
         ld a,(hl)
         ld hl,bas.signs
         ld bc,bas.signs.end - bas.signs
         cpir
         jp z,bas.badname
         pop hl
         pop bc
         inc hl
         djnz bas.sign
         pop hl
         ld a,d
         ld de,BAS.FCB
; In: A = drive, HL = name, DE = FCB. Changes: AF, BC, HL.
bas.fill:
         push de
         call bas.resolve
         ld (de),a
         inc de
         ld bc,11
         ldir
         ld b,28
         xor a
fill.zero:
         ld (de),a
         inc de
         djnz fill.zero
         pop de
         ret
bas.signs: dm "+,/:;=[]"
         db &5C,255
bas.signs.end:
; In: A = drive, 0 the present one. Out: A = 1-8. Changes: F.
bas.resolve:
         or a
         ret nz
         ld a,(DEFDRV)
         inc a
         ret
; In: HL = name. Out: Z: it has "?". Changes: AF, B, HL.
bas.plain:
         ld b,11
plain.next:
         ld a,(hl)
         cp "?"
         ret z
         inc hl
         djnz plain.next
         or a
         ret

; Is a file open? In: DE = FCB, "?" allowed, B = modes that matter. Out: CY: it is. Changes: AF, HL.
bas.clash:
         push ix
         push bc
         push de
         ld c,b
         ld a,(MAXFIL)
         inc a
         ld b,a
         ld hl,(FILTAB)
clash.next:
         ld a,(hl)
         ld ixl,a
         inc hl
         ld a,(hl)
         ld ixh,a
         inc hl
         ld a,(ix + FL.MODE)
         and c
         jr z,clash.other
         ld a,(ix + FL.DEVICE)
         cp 9
         jr nc,clash.other
         push hl
         push bc
         push de
         ld l,(ix + FL.FCB)
         ld h,(ix + FL.FCB + 1)
         call bas.same
         pop de
         pop bc
         pop hl
         scf
         jr z,clash.end
clash.other:
         djnz clash.next
         or a
clash.end:
         pop de
         pop bc
         pop ix
         ret
; In: HL, DE = FCBs, DE's with "?". Out: Z: the same file. Changes: all.
bas.same:
         ld a,(de)
         cp (hl)
         ret nz
         ld b,11
same.letter:
         inc hl
         inc de
         ld a,(de)
         cp "?"
         jr z,same.fits
         cp (hl)
         ret nz
same.fits:
         djnz same.letter
         xor a
         ret

; The next prompt runs the program that BAS.LINE names. Changes: HL.
bas.programmed:
         ld hl,H.READ
         ld (hl),&CD
         ld hl,ram.hook
         ld (H.READ + 1),hl
         ld hl,bas.autoexec
         ld (H.READ + 3),hl
         ret

; H.READ, once: the first prompt after the start runs AUTOEXEC.BAS of the present drive, if there is one; after DOS the
; program that BAS.LINE names.
bas.autoexec:
         ei
         ld a,&C9
         ld (H.READ),a
         ld hl,BAS.RUN
         ld a,(hl)
         ld (hl),0
         or a
         jr nz,autoexec.run
         ld hl,autoexec.name
         ld de,BAS.FCB
         call bas.fill
         ld c,&0F
         call bas.try
         ret c
         ret nz
         ld hl,autoexec.text
         ld de,BAS.LINE
         ld bc,13
         ldir
autoexec.run:
         ld hl,autoexec.line
         ld de,KBFMIN
         ld c,3
         ld b,0
         ldir
         ld hl,BAS.LINE
autoexec.letter:
         ld a,(hl)
         ldi
         or a
         jr nz,autoexec.letter
         ex de,hl
         ld (hl),a
         inc hl
         ld (hl),a
         inc hl
         ld (hl),a
         ld hl,-1
         ld (CURLIN),hl
         ld sp,(SAVSTK)
         ld hl,KBFMIN
         ld ix,NEWSTT
         jp ram.leave
autoexec.name: dm "AUTOEXECBAS"
autoexec.text: dm "AUTOEXEC.BAS"
         db 0
autoexec.line: db ":",&8A,34  ; RUN
