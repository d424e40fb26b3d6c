; The RAM disk MEM: in the RAM behind the ROMs of pages 0 and 1, 32 KB at most (MSX2). It has clusters of 256
; bytes. The first three hold the chains, a byte for each cluster (0 free, 255 the last of its file, else the
; next), and from 0080h on the directory: 40 entries of 16 bytes, 0-10 name (0 in the first: free), 11 first
; cluster (0: none), 12-13 length. What the layout is on other computers is not documented.
; Source: MSX2 Technical Handbook, chapter 2, 2.11.
;
; In a file's block: FL.FCA its entry / 16 and its cluster in hand (0: none yet), FL.SLB and FL.FLG the low and
; high byte of the characters still to come, or of the length so far, FL.BPS the place in FL.BUF.

mem.count: EQU &FD26          ; 1  clusters, 0: no RAM disk
mem.slot:  EQU &FD27          ; 1  slot of the RAM
mem.mapped: EQU &FD28         ; 1  not 0: its pages 0 and 1 are segments 3 and 2 of a memory mapper

D.MEM: EQU 251
CLUSTER.FIRST:  EQU 3             ; the first cluster for files
NAMES.AT:  EQU &0080
NAMES.END:    EQU 3             ; page behind the directory
NAMES.START:  EQU 11            ; in an entry
NAMES.LENGTH: EQU 12

; Byte of the RAM disk. In: HL = address, mem.write: E = byte. Out: mem.read: A. Changes: mem.read: F;
; mem.write: AF.
mem.read:
         push bc
         push de
         ld a,(mem.slot)
         call RDSLT
         ei
         pop de
         pop bc
         ret
mem.write:
         push bc
         push de
         ld a,(mem.slot)
         call WRSLT
         ei
         pop de
         pop bc
         ret

; In: FILNAM. Out: HL = its entry; CY: there is none. Changes: AF, BC, DE.
mem.find:
         ld hl,NAMES.AT
@entry:  push hl
         ld de,FILNAM
         ld b,11
@next:   call mem.read
         ex de,hl
         cp (hl)
         ex de,hl
         jr nz,@other
         inc hl
         inc de
         djnz @-next
         pop hl
         or a
         ret
@other:  call mem.behind
         jr nz,@-entry
         scf
         ret
; The next entry. In: an entry on the stack under the return address. Out: HL; Z: it was the last.
; Changes: AF, DE.
mem.behind:
         pop de
         pop hl
         push de
         ld de,16
         add hl,de
         ld a,h
         cp NAMES.END
         ret

; A new entry for FILNAM, with no cluster. Out: HL. Changes: AF, BC, DE. Error 67: no entry is free.
mem.new: ld hl,NAMES.AT
@entry:  call mem.read
         or a
         jr z,@found
         push hl
         call mem.behind
         jr nz,@-entry
         ld e,67              ; Too many files
         jp error
@found:  push hl
         call mem.entitle
         ld b,3
         ld e,0
@clear:  call mem.write
         inc hl
         djnz @-clear
         pop hl
         ret

; Writes FILNAM into an entry. In: HL = entry. Out: HL behind the name. Changes: AF, B, DE.
mem.entitle:
         ld de,FILNAM
         ld b,11
@next:   ld a,(de)
         inc de
         push de
         ld e,a
         call mem.write
         pop de
         inc hl
         djnz @-next
         ret

; Frees a file's clusters: it is empty. In: HL = entry. Changes: AF, DE.
mem.release:
         push hl
         ld de,NAMES.START
         add hl,de
         call mem.read
         ld e,0
         call @put            ; no cluster, no length
         inc hl
         call @put
         inc hl
         call @put
@next:   or a
         jr z,@end
         ld l,a
         ld h,0
         call mem.read
         call @put            ; free
         inc a
         jr z,@end
         dec a
         jr @-next
@end:    pop hl
         ret
@put:    push af
         call mem.write
         pop af
         ret

; Errors 53, 54, 70 for an entry that is not there, is open, or for a RAM disk that is not.
mem.must:
         call mem.find
         ret nc
         jp error.file
; In: HL = entry, C = modes that matter. Changes: AF, B, DE, IX. Error 54 if a file with such a mode has it open.
mem.unused:
         ld a,(MAXFIL)
         ld b,a
         inc b
         call mem.number
         ld d,a
         push hl
         ld hl,(FILTAB)
@next:   ld a,(hl)
         inc hl
         ld ixl,a
         ld a,(hl)
         inc hl
         ld ixh,a
         ld a,(ix + FL.MOD)
         and c
         jr z,@other
         ld a,(ix + FL.DSK)
         cp D.MEM
         jr nz,@other
         ld a,(ix + FL.FCA)
         cp d
         jp z,error.open
@other:  djnz @-next
         pop hl
         ret
; In: HL = entry. Out: A = HL / 16. Changes: F.
mem.number:
         ld a,h
         rlca
         rlca
         rlca
         rlca
         push bc
         ld b,a
         ld a,l
         rrca
         rrca
         rrca
         rrca
         and 15
         or b
         pop bc
         ret
mem.ready:
         ld a,(mem.count)
         or a
         ret nz
         ld e,70              ; Disk offline
         jp error

; In: IX = block. Out: HL = the file's entry. Changes: nothing else.
mem.entry:
         ld l,(ix + FL.FCA)
         ld h,0
         add hl,hl
         add hl,hl
         add hl,hl
         add hl,hl
         ret

; The cluster in hand, to or from FL.BUF. In: IX. Changes: AF, BC, DE, HL, AF'.
; With a memory mapper the cluster comes into page 2 meanwhile, unless FL.BUF is there; else byte by byte.
mem.save:
         scf
         jr mem.copy
mem.load:
         or a
mem.copy:
         push af              ; CY: save
         call mem.buffer
         ld a,(mem.mapped)
         or a
         jr z,mem.bytewise
         ld a,d
         cp &C0
         jr c,mem.bytewise
         ld a,3
         bit 6,h
         jr z,@window
         dec a                ; page 1
@window: ld b,a               ; B = segment
         res 6,h
         set 7,h
         pop af
         jr nc,@load
         ex de,hl
@load:   in a,(MAP.PAGE2)
         ex af,af'
         ld a,b
         ld bc,256
         di
         out (MAP.PAGE2),a
         ldir
         ex af,af'
         out (MAP.PAGE2),a
         ei
         ret
mem.bytewise:
         pop af
         jr nc,@load
@save:   ld a,(de)
         inc de
         push de
         ld e,a
         call mem.write
         pop de
         inc l
         jr nz,@-save
         ret
@load:   call mem.read
         ld (de),a
         inc de
         inc l
         jr nz,@-load
         ret
; Out: DE = FL.BUF, HL = address of the cluster. Changes: nothing else.
mem.buffer:
         push ix
         pop hl
         ld de,FL.BUF
         add hl,de
         ex de,hl
         ld h,(ix + FL.FCA + 1)
         ld l,0
         ret
; Out: HL = where the number of the cluster behind that in hand is, in the chains or in the entry.
; Changes: F.
mem.link:
         ld l,(ix + FL.FCA + 1)
         ld h,0
         inc l
         dec l
         ret nz
         call mem.entry
         push de
         ld de,NAMES.START
         add hl,de
         pop de
         ret
