; A cartridge that plays a script of VDP accesses with interrupts off and no BIOS call, so that a
; picture depends on the video chip and on nothing else. The script follows at SCRIPT.

DATA:    EQU   &98
CONTROL: EQU   &99
SCRIPT:  EQU   &4200

         dm    "AB"
         dw    START
         ds    12

START:   di
         ld    sp,&F300
         ld    hl,SCRIPT

NEXT:    ld    a,(hl)
         inc   hl
         add   a,a
         ld    e,a
         ld    d,0
         push  hl
         ld    hl,VERBS
         add   hl,de
         ld    e,(hl)
         inc   hl
         ld    d,(hl)
         pop   hl
         push  de
         ret

VERBS:   dw    STOP, PORT, BYTES, FILL, NOISE, COMMAND, FRAMES, PAUSE, MARK, AGAIN, LINE

; Stays here.
STOP:    jr    STOP

; port, value
PORT:    ld    c,(hl)
         inc   hl
         ld    a,(hl)
         inc   hl
         out   (c),a
         jr    NEXT

; count (1-255), bytes: to the data port
BYTES:   ld    b,(hl)
         inc   hl
BYTE:    ld    a,(hl)
         inc   hl
         out   (DATA),a
         djnz  BYTE
         jr    NEXT

; count (16 bits), value: to the data port
FILL:    ld    c,(hl)
         inc   hl
         ld    b,(hl)
         inc   hl
FILLED:  ld    a,(hl)
         out   (DATA),a
         dec   bc
         ld    a,b
         or    c
         jr    nz,FILLED
         inc   hl
         jr    NEXT

; count (16 bits), seed (16 bits, not 0): bytes of a shift register to the data port
NOISE:   ld    c,(hl)
         inc   hl
         ld    b,(hl)
         inc   hl
         ld    e,(hl)
         inc   hl
         ld    d,(hl)
         inc   hl
NOISY:   srl   d
         rr    e
         jr    nc,EVEN
         ld    a,d
         xor   &B4
         ld    d,a
EVEN:    ld    a,e
         out   (DATA),a
         dec   bc
         ld    a,b
         or    c
         jr    nz,NOISY
         jr    NEXT

; Until the command has ended (V9938: status register 2, bit 0).
COMMAND: ld    a,2
         call  SELECT
BUSY:    in    a,(CONTROL)
         rrca
         jr    c,BUSY
         xor   a
         call  SELECT
         jp    NEXT

; count: until that many vertical interrupts are over
FRAMES:  ld    b,(hl)
         inc   hl
         in    a,(CONTROL)
FRAME:   in    a,(CONTROL)
         rlca
         jr    nc,FRAME
         djnz  FRAME
         jp    NEXT

; count (16 bits): 27 cycles each
PAUSE:   ld    c,(hl)
         inc   hl
         ld    b,(hl)
         inc   hl
PAUSED:  dec   bc
         ld    a,b
         or    c
         jr    nz,PAUSED
         jp    NEXT

; Where AGAIN goes on.
MARK:    push  hl
         pop   ix
         jp    NEXT

AGAIN:   push  ix
         pop   hl
         jp    NEXT

; Until the line interrupt flag is set (V9938: status register 1, bit 0).
LINE:    ld    a,1
         call  SELECT
LINES:   in    a,(CONTROL)
         rrca
         jr    nc,LINES
         xor   a
         call  SELECT
         jp    NEXT

SELECT:  out   (CONTROL),a
         ld    a,&8F
         out   (CONTROL),a
         ret
