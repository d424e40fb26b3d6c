; Block copies with a file. They go through the disk system's BDOS at F37Dh with one FCB: memory at once,
; pictures in blocks of 128 bytes. An error calls the hook H.ERRO with its number in E; if the hook comes
; back, the routine returns with carry.
; Source: MSX2 Technical Handbook, appendix 3, and chapter 3 (FCB functions of the BDOS).

BDOS:        EQU &F37D
DISK.FCB:    EQU &F571        ; 37  in BUF, behind the parameters
DISK.STACK:  EQU &F596        ;  2  stack of the caller, for errors
DISK.LEFT:   EQU &F598        ;  1  bytes in the buffer: left to read, or written
DISK.BUFFER: EQU &F5A0        ; 128
DISK.RECORD: EQU 128

BDOS.OPEN:   EQU &0F
BDOS.CLOSE:  EQU &10
BDOS.CREATE: EQU &16
BDOS.DTA:    EQU &1A
BDOS.WRITE:  EQU &26          ; HL = records; A = 0, or 1 when the disk is full
BDOS.READ:   EQU &27          ; HL = records; HL = records read

ERROR.FOUND: EQU 53           ; File not found
ERROR.PAST:  EQU 55           ; Input past end
ERROR.NAME:  EQU 56           ; Bad file name
ERROR.FULL:  EQU 66           ; Disk full
ERROR.DRIVE: EQU 70           ; Disk offline

; BLTVD: copies from a file to VRAM.
; In: HL = F562h, SX = address of the file name, DX, DY, CARG, L_OP
; Out: carry: no picture of this size, or an error Changes: all
BLTVD:
         call copy.check
         ld (DISK.STACK),sp
         ld hl,(SX)
         call disk.open
         call copy.put
         push af
         call disk.close
         pop af
         ld e,ERROR.CALL
         ret

; BLTDV: copies from VRAM to a file.
; In: HL = F562h, SX, SY, DX = address of the file name, NX, NY Out: carry: an error Changes: all
BLTDV:
         call copy.check
         ld (DISK.STACK),sp
         ld hl,(DX)
         call disk.create
         xor a
         ld (CARG),a
         call copy.get
         jr disk.finish

; BLTMD: loads memory from a file.
; In: HL = F562h, SX = address of the file name, DX = first address, DY = last one (4000h and up)
; Out: carry: an error Changes: all
BLTMD:
         ld (DISK.STACK),sp
         ld hl,(SX)
         call disk.open
         ld de,(DX)
         ld hl,(DY)
         ld c,BDOS.READ
         call disk.whole      ; a shorter file leaves the rest as it is
         jr disk.finish

; BLTDM: saves memory to a file.
; In: HL = F562h, SX = first address, SY = last one (4000h and up), DX = address of the file name
; Out: carry: an error Changes: all
BLTDM:
         ld (DISK.STACK),sp
         ld hl,(DX)
         call disk.create
         ld de,(SX)
         ld hl,(SY)
         ld c,BDOS.WRITE
         call disk.whole
         or a
         jp nz,disk.full
disk.finish:
         call disk.flush
         call disk.close
         or a
         ret

; Opens or creates the file of a name and gets the buffer ready.
; In: HL = name in quotes, ended by a quote or 0 Out: COPY.FILE Changes: all
disk.open:
         call disk.name
         ld c,BDOS.OPEN
         call disk.function
         ld e,ERROR.FOUND
         jr disk.begin
disk.create:
         call disk.name
         ld c,BDOS.CREATE
         call disk.function
         ld e,ERROR.FULL
disk.begin:
         or a
         jp nz,disk.error
         ld hl,1
         ld (DISK.FCB + 14),hl        ; records of one byte
         dec hl
         ld (DISK.FCB + 33),hl
         ld (DISK.FCB + 35),hl
         ld a,l
         ld (DISK.LEFT),a
         inc a
         ld (COPY.FILE),a
         ret

; Turns a file name into an FCB.
; In: HL = name, with or without quotes and drive Out: DISK.FCB Changes: all
disk.name:
         ex de,hl
         ld hl,DISK.FCB
         ld b,37
@clear:  ld (hl),0
         inc hl
         djnz @clear
         ld a,(de)
         cp &22
         jr nz,@drive
         inc de
@drive:  inc de
         ld a,(de)
         dec de
         cp ":"
         jr nz,@words
         call disk.letter
         sub "A" - 1
         ld (DISK.FCB),a
         inc de
@words:  ld hl,DISK.FCB + 1
         ld b,8
         call @word
         ld a,(DISK.FCB + 1)
         cp " "
         ld e,ERROR.NAME
         jp z,disk.error
         ret
@word:   call @part
         ld a,(de)
         cp "."
         jr nz,@none
         inc de
@none:   ld b,3
@part:   call disk.letter
         jr nc,@blank
         ld (hl),a
         inc hl
         djnz @part
         ret
@blank:  ld (hl)," "
         inc hl
         djnz @blank
         ret

; Takes a character of a file name, capitals for small letters.
; In: DE = name Out: A = character, DE behind it; no carry: the name or its part ends, DE stays
; Changes: F
disk.letter:
         ld a,(de)
         cp "."
         ret z
         cp &22
         ret z
         cp " " + 1
         ccf
         ret nc
         inc de
         cp "a"
         jr c,@capital
         cp "z" + 1
         jr nc,@capital
         sub 32
@capital:
         scf
         ret

; Reads a byte of the file; the file's end is an error. disk.more: carry if there is none.
; In: - Out: A = byte Changes: F
disk.input:
         call disk.more
         jr c,disk.past
         push hl
         push bc
         ld a,(DISK.LEFT)
         ld c,a
         dec a
         ld (DISK.LEFT),a
         ld b,0
         ld hl,DISK.BUFFER + DISK.RECORD
         sbc hl,bc
         ld a,(hl)
         pop bc
         pop hl
         ret
disk.past:
         ld e,ERROR.PAST
         jp disk.error
disk.more:
         ld a,(DISK.LEFT)
         or a
         ret nz
         push hl
         push de
         push bc
         ld hl,DISK.RECORD
         ld c,BDOS.READ
         call disk.block
         ld a,l
         ld (DISK.LEFT),a
         or a
         scf
         jr z,@done
         ld c,l               ; what came goes to the buffer's end
         ld b,0
         ld hl,DISK.BUFFER - 1
         add hl,bc
         ld de,DISK.BUFFER + DISK.RECORD - 1
         lddr
         or a
@done:   pop bc
         pop de
         pop hl
         ret

; Writes a byte to the file.
; In: A = byte Out: - Changes: AF
disk.output:
         push hl
         push bc
         ld b,a
         ld a,(DISK.LEFT)
         ld c,a
         inc a
         ld (DISK.LEFT),a
         ld a,b
         ld b,0
         ld hl,DISK.BUFFER
         add hl,bc
         ld (hl),a
         ld a,(DISK.LEFT)
         cp DISK.RECORD
         pop bc
         pop hl
         ret c
; Writes what the buffer holds.
; In: - Out: - Changes: AF
disk.flush:
         push hl
         push de
         push bc
         ld a,(DISK.LEFT)
         or a
         jr z,@done
         ld l,a
         ld h,0
         ld c,BDOS.WRITE
         call disk.block
         or a
         jr nz,disk.full
         ld (DISK.LEFT),a
@done:   pop bc
         pop de
         pop hl
         ret

disk.close:
         ld c,BDOS.CLOSE
         jr disk.function

; Reads or writes an area of memory at once.
; In: C = BDOS.READ or BDOS.WRITE, DE = first address, HL = last one Out: A, HL of the BDOS
; Changes: all but IX, IY
disk.whole:
         or a
         sbc hl,de
         inc hl
         jr disk.area

; Reads or writes records in the buffer.
; In: C = BDOS.READ or BDOS.WRITE, HL = records Out: A, HL of the BDOS Changes: all but IX, IY
disk.block:
         ld de,DISK.BUFFER
disk.area:
         push bc
         push hl
         ld c,BDOS.DTA
         call disk.bdos
         pop hl
         pop bc
disk.function:
         ld de,DISK.FCB
; Calls the BDOS.
; In: C = function, DE, HL Out: A, HL Changes: all but IX, IY
disk.bdos:
         ld a,(BDOS)
         cp &C3
         jr nz,disk.offline
         push ix
         push iy
         ld ix,BDOS
         call main.reach
         pop iy
         pop ix
         ret

disk.full:
         call disk.close      ; what fitted stays
         ld e,ERROR.FULL
         jr disk.error
disk.offline:
         ld e,ERROR.DRIVE
; Ends a copy with an error.
; In: E = number Out: E, carry, to the caller of the entry Changes: all
disk.error:
         ld sp,(DISK.STACK)
         push de
         call H.ERRO
         pop de
         scf
         ret
