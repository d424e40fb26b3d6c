; Sprite tables. They lie in page 0, whatever page is active.

; CLRSPR: patterns empty, all planes below the picture, each with its own pattern, in the foreground colour.
; In: SCRMOD Out: - Changes: all
CLRSPR:
         ld a,(SCRMOD)
         or a
         ret z
         ld hl,(PATBAS)
         ld bc,2048
         xor a
         call vram.fill0
; The same without the patterns, which stay when the mode changes.
; In: SCRMOD (1-8) Out: - Changes: all
sprite.planes:
         ld a,(SCRMOD)
         cp 4
         ld d,209
         jr c,@planes
         ld hl,(ATRBAS)       ; modes 4-8: 16 colours a plane, before the attributes
         ld bc,-512
         add hl,bc
         ld bc,512
         ld a,(FORCLR)
         and &0F
         call vram.fill0
         ld d,217
@planes: ld hl,(ATRBAS)
         call vram.write0
         ei
         call GSPSIZ
         ld e,1
         jr nc,@small
         ld e,4
@small:  ld bc,32 * 256
@plane:  ld a,d
         out (VDP.DATA),a
         xor a
         nop
         nop
         out (VDP.DATA),a
         ld a,c
         add a,e
         nop
         push af
         ld a,c
         out (VDP.DATA),a
         pop af
         ld c,a
         ld a,(FORCLR)
         and &0F
         out (VDP.DATA),a
         djnz @plane
         ret

; CALPAT: address of a sprite pattern.
; In: A = number Out: HL Changes: AF, DE
CALPAT:
         ld l,a
         ld h,0
         add hl,hl
         add hl,hl
         add hl,hl
         call GSPSIZ
         jr nc,@small
         add hl,hl
         add hl,hl
@small:  ld de,(PATBAS)
         add hl,de
         ret

; CALATR: address of the attributes of a sprite plane.
; In: A = plane (0-31) Out: HL Changes: AF, DE
CALATR:
         ld l,a
         ld h,0
         add hl,hl
         add hl,hl
         ld de,(ATRBAS)
         add hl,de
         ret

; GSPSIZ: bytes of a sprite pattern.
; In: RG1SAV Out: A = 32 and carry for 16x16, A = 8 and no carry for 8x8 Changes: F
GSPSIZ:
         ld a,(RG1SAV)
         rrca
         rrca
         ld a,8
         ret nc
         ld a,32
         ret
