; Files on the RAM disk: what files/devices.asm asks of the device MEM:.
; Source: MSX2 Technical Handbook, chapter 2, 2.11.

; In: A = request, HL = block, as a device. Changes: all.
mem.device:
         push hl
         pop ix
         push af
         call mem.ready
         pop af
         or a
         jr z,mem.open
         sub Q.OUT
         jp c,mem.close       ; 2; 4, random access, comes to no file of this device
         jp z,mem.out
         sub Q.IN - Q.OUT
         jp z,mem.in
         sub Q.LOC - Q.IN
         jp z,mem.loc
         sub Q.LOF - Q.LOC
         jp z,mem.lof
         sub Q.EOF - Q.LOF
         jp z,mem.eof
         cp Q.BACK - Q.EOF
         jp nz,error.call     ; FPOS
         ld (ix + FL.LSA),c
         ret

; In: E = mode, FILNAM.
mem.open:
         ld a,e
         cp 4
         ld e,61              ; Bad file mode
         jp z,error
         push af
         call mem.name
         call mem.find
         pop bc               ; B = mode
         jr nc,@old
         bit 1,b
         jp z,error.file
         push bc
         call mem.new
         pop bc
         jr @entry
@old:    push ix
         push bc
         ld c,%00001010       ; no second file while one writes
         bit 0,b
         jr nz,@check
         ld c,%00001111
@check:  call mem.unused
         pop bc
         pop ix
         bit 1,b
         call nz,mem.release
@entry:  call mem.number
         ld (ix + FL.FCA),a
         xor a
         ld (ix + FL.FCA + 1),a
         ld (ix + FL.SLB),a
         ld (ix + FL.FLG),a
         ld (ix + FL.BPS),a
         bit 1,b
         ret nz
         ld de,NAMES.LENGTH
         add hl,de
         call mem.read
         ld (ix + FL.SLB),a
         ld c,a
         inc hl
         call mem.read
         ld (ix + FL.FLG),a
         bit 3,b
         ret z
         ld (ix + FL.BPS),c   ; append: the last cluster, if there is one
@last:   call mem.link
         call mem.read
         or a
         ret z
         cp 255
         jr z,@load
         ld (ix + FL.FCA + 1),a
         jr @-last
@load:   ld a,c
         or a
         ret z
         jp mem.load

; In: FILNAM. Error 56 for an empty or ambiguous name. Changes: AF, BC, HL.
mem.name:
         ld hl,FILNAM
         ld a,(hl)
         cp " "
         jr z,@bad
         ld b,11
@next:   ld a,(hl)
         inc hl
         cp "?"
         jr z,@bad
         djnz @-next
         ret
@bad:    jp error.name

; In: E = mode.
mem.close:
         ld a,e
         dec a
         ret z
         ld a,(ix + FL.BPS)
         or a
         call nz,mem.save
         call mem.entry
         ld de,NAMES.LENGTH
         add hl,de
         ld e,(ix + FL.SLB)
         call mem.write
         inc hl
         ld e,(ix + FL.FLG)
         jp mem.write

; In: C = character.
mem.out: ld a,(ix + FL.BPS)
         or a
         call z,mem.extend
         call mem.buffer
         ld h,0
         ld l,(ix + FL.BPS)
         add hl,de
         ld (hl),c
         inc (ix + FL.SLB)
         jr nz,@place
         inc (ix + FL.FLG)
@place:  inc (ix + FL.BPS)
         ret nz
         jp mem.save
; A new cluster behind that in hand. Error 66. Changes: AF, DE, HL.
mem.extend:
         ld hl,CLUSTER.FIRST
@next:   ld a,(mem.count)
         cp l
         ld e,66              ; Disk full
         jp z,error
         call mem.read
         or a
         jr z,@found
         inc l
         jr @-next
@found:  ld e,255
         call mem.write
         ld e,l
         call mem.link
         call mem.write
         ld (ix + FL.FCA + 1),e
         ret

; Out: A = character; CY at the end.
mem.in:  ld a,(ix + FL.LSA)
         ld (ix + FL.LSA),0
         or a
         ret nz
         call mem.left
         scf
         ret z
         ld a,(ix + FL.BPS)
         or a
         jr nz,@place
         call mem.link
         call mem.read
         ld (ix + FL.FCA + 1),a
         call mem.load
@place:  call mem.buffer
         ld h,0
         ld l,(ix + FL.BPS)
         add hl,de
         inc (ix + FL.BPS)
         ld a,(ix + FL.SLB)
         dec (ix + FL.SLB)
         or a
         jr nz,@get
         dec (ix + FL.FLG)
@get:    ld a,(hl)
         or a                 ; NC
         ret
; Out: HL = characters to come, or length so far; Z: none. Changes: A.
mem.left:
         ld l,(ix + FL.SLB)
         ld h,(ix + FL.FLG)
         ld a,l
         or h
         ret

; EOF: -1 at the end.
mem.eof: bit 0,(ix + FL.MOD)
         jp z,error.number
         ld a,(ix + FL.LSA)
         or a
         ld hl,0
         jr nz,@end
         call mem.left
         ld hl,0
         jr nz,@end
         dec hl
@end:    MAIN value.integer
         ret
; LOF: the length.
mem.lof: call mem.length
         MAIN value.single
         ret
; LOC: the blocks of 256 characters that were read or written.
mem.loc: call mem.length
         bit 0,(ix + FL.MOD)
         jr z,@blocks
         ld e,(ix + FL.SLB)
         ld d,(ix + FL.FLG)
         or a
         sbc hl,de
@blocks: ld de,255
         add hl,de
         ld l,h
         ld h,0
         MAIN value.integer
         ret
; Out: HL. Changes: AF, DE.
mem.length:
         bit 0,(ix + FL.MOD)
         jr z,mem.left
         call mem.entry
         ld de,NAMES.LENGTH
         add hl,de
         call mem.read
         ld e,a
         inc hl
         call mem.read
         ld h,a
         ld l,e
         ret
