; Bytes to and from a cassette (main ROM, so that BSAVE sees it and not the BASIC ROM). Source: MSX2 Technical
; Handbook, chapter 5, 2.5 and 2.6. All raise error 19 when CTRL+STOP ends them or the signal breaks off.

TAPE.BASIC:  EQU &D3          ; what begins a file, ten times
TAPE.BINARY: EQU &D0
TAPE.TEXT:   EQU &EA

; The header of a file. In: A = its kind, FILNAM. Changes: all.
tape.name:
         ld e,a
         ld a,1
         call TAPOON
         jr c,tape.fail
         ld c,10
tape.kind:
         ld a,e
         call TAPOUT
         jr c,tape.fail
         dec c
         jr nz,tape.kind
         ld hl,FILNAM
         ld de,6
         jr tape.end

; A block. In: HL = first byte, DE = number. Changes: all.
tape.block:
         call tape.short
tape.end:
         call tape.write
         jp TAPOOF

; The short header of a block. Changes: AF, BC.
tape.short:
         push hl
         xor a
         call TAPOON
         pop hl
         ret nc
tape.fail:
         call TAPIOF
         ld hl,(PTRFIL)
         ld a,h
         or l
         jr z,tape.error
         ld (hl),0            ; the file is lost; CLOSE shall not go on with it
tape.error:
         jp error.device

; Bytes. In: HL, DE = number. Out: HL behind them. Changes: AF, B, DE.
tape.write:
         ld a,(hl)
         push hl
         call TAPOUT
         pop hl
         jr c,tape.fail
         inc hl
         dec de
         ld a,d
         or e
         jr nz,tape.write
         ret

; Reads a block. In: HL = where to, DE = number. Changes: all; interrupts on.
tape.read:
         call tape.begin
         call tape.more
         jp TAPIOF
; More bytes of it. In: HL, DE. Out: HL behind them. Changes: AF, BC, DE.
tape.more:
         call tape.byte
         ld (hl),a
         inc hl
         dec de
         ld a,d
         or e
         jr nz,tape.more
         ret

; Waits for the header of a block. Changes: AF, BC.
tape.begin:
         push hl
         push de
         call TAPION
         pop de
         pop hl
         jr c,tape.fail
         ret
; Out: A = byte. Changes: F, BC.
tape.byte:
         push hl
         push de
         call TAPIN
         pop de
         pop hl
         ret nc
         jr tape.fail

; Finds a file. In: A = its kind, FILNAM: its name, or blank for any. Changes: all.
; In direct mode it tells which names come by.
tape.find:
         ld c,a
tape.again:
         push bc
         call TAPION
         pop bc
         jp c,tape.fail
         ld b,10
tape.same:
         call tape.try
         jr c,tape.again
         cp c
         jr nz,tape.again
         djnz tape.same
         ld b,6
         ld hl,FILNM2
tape.letter:
         call tape.try
         jr c,tape.again
         ld (hl),a
         inc hl
         djnz tape.letter
         ld (hl),b
         call TAPIOF
         call tape.match
         ld hl,tape.found
         jr z,tape.tell
         ld hl,tape.skip
tape.tell:
         push af
         push bc
         ld de,(CURLIN)
         inc de
         ld a,d
         or e
         jr nz,tape.told
         call print.text
         ld hl,FILNM2
         call print.text
         call crlf
tape.told:
         pop bc
         pop af
         jr nz,tape.again
         ret
; Out: A = byte; CY when the signal broke off; error 19 after CTRL+STOP. Changes: F.
tape.try:
         push bc
         push hl
         call TAPIN
         pop hl
         pop bc
         ret nc
         call BREAKX
         jp c,tape.fail
         scf
         ret
; Out: Z when FILNAM is blank or FILNM2. Changes: AF, B, DE, HL.
tape.match:
         ld hl,FILNAM
         ld b,6
         ld a," "
tape.blank:
         cp (hl)
         jr nz,tape.compare
         inc hl
         djnz tape.blank
         ret
tape.compare:
         ld hl,FILNAM
         ld de,FILNM2
         ld b,6
tape.compare1:
         ld a,(de)
         cp (hl)
         ret nz
         inc hl
         inc de
         djnz tape.compare1
         ret
tape.found: dm "Found:"
         db 0
tape.skip: dm "Skip :"
         db 0

; Sets the speed of what is written. In: A = 1: 1200, 2: 2400 baud; else error 5. Changes: all.
tape.speed:
         ld hl,CS120
         dec a
         jr z,tape.speed1
         dec a
         jp nz,error.call
         ld hl,CS240
tape.speed1:
         ld de,LOW
         ld bc,5
         ldir
         ret
