; The statements that CALL finds in this ROM: the RAM disk's.
; Source: MSX2 Technical Handbook, chapter 2, 2.11.

; In: PROCNM = name, HL = text behind it. Out: HL behind the statement; CY, HL: not one of these. Changes: all.
call.own:
IF MSX2
         push hl
         ld hl,own.words
@word:   ld de,PROCNM
@next:   ld a,(de)
         cp (hl)
         inc hl
         jr nz,@other
         inc de
         or a
         jr nz,@-next
         ld a,(hl)
         inc hl
         ld h,(hl)
         ld l,a
         ld de,own.done
         ex (sp),hl           ; the routine, then where it comes back to
         pop bc
         push de
         push bc
         dec hl
         rst 16
         ret
@other:  dec hl
@skip:   ld a,(hl)
         inc hl
         or a
         jr nz,@-skip
         inc hl
         inc hl
         ld a,(hl)
         or a
         jr nz,@-word
         pop hl
ENDIF
         scf
         ret

IF MSX2
own.done: or a
         ret
own.words:
         dm "MEMINI"
         db 0
         dw mem.initialise
         dm "MFILES"
         db 0
         dw mem.files
         dm "MKILL"
         db 0
         dw mem.kill
         dm "MNAME"
         db 0
         dw mem.rename
         db 0

; CALL MEMINI [(size)]: an empty RAM disk of size + 1 bytes; 0: none.
mem.initialise:
         ld de,32767
         jr z,@size
         rst 8
         db "("
         MAIN expr.integer
         rst 8
         db ")"
@size:   push de
         call file.close.all
         pop de
         push hl
         ld a,d
         or e
         jr z,@count          ; none
         inc de               ; not below 1024, at most 32768
         ld a,d
         sub 4
         cp 129 - 4
         jp nc,error.call
         add a,4
@count:  ld (mem.count),a
         or a
         jr z,@end
         call mem.where
         ld a,1
         ld (mem.mapped),a
         ld bc,&0200 + MAP.PAGE2
         ld hl,&4000
         call @try
         inc b
         ld hl,0
         call @try
         ld e,0
@clear:  call mem.write
         inc hl
         ld a,h
         cp NAMES.END
         jr nz,@-clear
         ld hl,0
         ld e,255
         call mem.write       ; the clusters of chains and directory
         inc hl
         call mem.write
         inc hl
         call mem.write
         ld a,(mem.count)
         sub CLUSTER.FIRST
         ld hl,mem.allocated
         call mem.bytes
@end:    pop hl
         ret
; Error 5 unless there is RAM at HL. In: B = segment, C = port of page 2. Out: mem.mapped = 0 unless the mapper
; has that segment there. Changes: AF, DE.
@try:    ld e,&55
         call @byte
         ld e,&AA
@byte:   call mem.write
         call mem.read
         cp e
         jr nz,@none
         in d,(c)
         di
         out (c),b
         ld a,(&8000)
         out (c),d
         ei
         cp e
         ret z
         xor a
         ld (mem.mapped),a
         ret
@none:   xor a
         ld (mem.count),a
         jp error.call

; Out: mem.slot = the slot of the RAM in page 3. Changes: AF, BC, HL.
mem.where:
         in a,(PPI.SLOT)
         rlca
         rlca
         and 3
         ld c,a
         ld b,0
         ld hl,EXPTBL
         add hl,bc
         ld a,(hl)
         and &80
         jr z,@plain
         ld a,(SSLOTL)
         cpl
         rrca
         rrca
         rrca
         rrca
         and %00001100
         or &80
@plain:  or c
         ld (mem.slot),a
         ret

; Writes A * 256 and a text. In: A, HL = text ended by 0. Changes: all.
mem.bytes:
         push hl
         ld h,a
         ld l,0
         MAIN print.line
         pop hl
         jr mem.print
mem.allocated:
         dm " bytes allocated"
         db 13,10,0
mem.free:
         dm " bytes free"
         db 13,10,0
; In: HL = text of this ROM, ended by 0. Changes: AF, HL.
mem.print:
         ld a,(hl)
         or a
         ret z
         rst 24
         inc hl
         jr mem.print

; CALL MFILES: the names and the bytes free.
mem.files:
         call mem.ready
         push hl
         ld hl,NAMES.AT
@entry:  push hl
         call mem.read
         or a
         call nz,@name
         call mem.behind
         jr nz,@-entry
         MAIN crlf.fresh
         ld hl,CLUSTER.FIRST
         ld c,0
@count:  call mem.read
         or a
         jr nz,@used
         inc c
@used:   inc l
         ld a,(mem.count)
         cp l
         jr nz,@-count
         ld a,c
         ld hl,mem.free
         call mem.bytes
         pop hl
         ret
; In: HL = entry.
@name:   ld a,(TTYPOS)
         add a,12
         ld c,a
         ld a,(LINLEN)
         cp c
         jr nc,@fits
         push hl
         MAIN crlf
         pop hl
@fits:   ld b,8
         call @part
         push hl
         call mem.read
         cp " "
         jr z,@point
         ld a,"."
@point:  rst 24
         pop hl
         ld b,3
         call @part
         ld a,(TTYPOS)
         ld c,a
         ld a,(LINLEN)
         cp c
         ret z
         ld a," "
         rst 24
         ret
@part:   call mem.read
         rst 24
         inc hl
         djnz @part
         ret

; CALL MKILL (name)
mem.kill:
         call mem.ready
         call mem.opening
         rst 8
         db ")"
         push hl
         call mem.must
         ld c,&FF
         call mem.unused
         call mem.release
         ld e,0
         call mem.write
         pop hl
         ret

; CALL MNAME (old AS new)
mem.rename:
         call mem.ready
         call mem.opening
         push hl
         call mem.must
         ld c,&FF
         call mem.unused
         ex (sp),hl           ; the entry stays on the stack
         dec hl
         rst 16
         rst 8
         db "A"
         rst 8
         db "S"
         call mem.given
         rst 8
         db ")"
         ex (sp),hl
         push hl
         call mem.find
         ld e,65              ; File already exists
         jp nc,error
         pop hl
         call mem.entitle
         pop hl
         ret

; A name, with or without MEM:. In: HL = text, mem.opening: at "(". Out: FILNAM; HL behind. Changes: all.
mem.opening:
         rst 8
         db "("
mem.given:
         call @name
         push hl
         call mem.name
         pop hl
         ret
@name:   call fname.string
         push hl
         push bc
         inc b
@colon:  dec b
         jr z,@none
         ld a,(hl)
         inc hl
         cp ":"
         jr nz,@-colon
         pop bc
         pop hl
         call fname.device
         ld a,d
         cp D.MEM
         jp nz,error.name
         jp fname.file
@none:   pop bc
         pop hl
         ld d,D.MEM
         jp fname.file
ENDIF
