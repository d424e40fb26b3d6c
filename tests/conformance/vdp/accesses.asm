; Runs VDP commands while the processor reads or writes video memory, and counts how often status
; register 2 still says CE afterwards. Cases of 24 bytes follow at CASES; 16-bit counts go to COUNTS.
;
;   0 R1   1 R8   2 pause (16 bits)   4 R32 to R46   19 what is done: 0 OTIR to the data port,
;   1 IN and DJNZ, 2 slow OUT and DJNZ, 3 nothing, 255 no case   20 how often   21 R14   22 unused

DATA:    EQU   &98
CONTROL: EQU   &99
INDIR:   EQU   &9B
CASES:   EQU   &4200
COUNTS:  EQU   &C000

         dm    "AB"
         dw    START
         ds    12

START:   di
         ld    sp,&F300
         ld    ix,COUNTS
         ld    hl,MODE
         ld    b,14
         ld    c,CONTROL
         otir
         ld    hl,CASES

NEXT:    push  hl
         pop   iy
         ld    a,(iy+19)
         inc   a
STOP:    jr    z,STOP
         ld    a,(hl)
         ld    e,&81
         call  SET
         inc   hl
         ld    a,(hl)
         ld    e,&88
         call  SET
         ld    a,(iy+21)
         ld    e,&8E
         call  SET
         xor   a
         out   (CONTROL),a
         ld    a,&40
         out   (CONTROL),a
         ld    a,32
         ld    e,&91
         call  SET
         xor   a
         ld    e,&8F
         call  SET
         in    a,(CONTROL)
FRAME:   in    a,(CONTROL)
         rlca
         jr    nc,FRAME
         ld    a,2
         ld    e,&8F
         call  SET
         inc   hl
         ld    e,(hl)
         inc   hl
         ld    d,(hl)
         inc   hl
PAUSED:  dec   de
         ld    a,d
         or    e
         jr    nz,PAUSED
         ld    b,15
         ld    c,INDIR
         otir
         ld    b,(iy+20)
         ld    c,DATA
         ld    a,(iy+19)
         or    a
         jr    z,BLOCK
         dec   a
         jr    z,READ
         dec   a
         jr    z,SLOW
POLL:    ld    hl,0
BUSY:    inc   hl
         in    a,(CONTROL)
         rrca
         jr    c,BUSY
         ld    (ix+0),l
         ld    (ix+1),h
         inc   ix
         inc   ix
         push  iy
         pop   hl
         ld    de,24
         add   hl,de
         jr    NEXT

BLOCK:   otir
         jr    POLL
READ:    in    a,(DATA)
         djnz  READ
         jr    POLL
SLOW:    out   (DATA),a
         ex    (sp),hl
         ex    (sp),hl
         djnz  SLOW
         jr    POLL

SET:     out   (CONTROL),a
         ld    a,e
         out   (CONTROL),a
         ret

MODE:    db    &06, &80, &1F, &82, &EF, &85, &00, &8B, &0F, &86, &04, &87, &00, &92
