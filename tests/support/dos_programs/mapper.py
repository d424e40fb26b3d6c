"""The mapper support routines: table, segments, paging, calls between segments."""

from tests.support.dos_programs.program import DosProgram

# support: finds the jump table and fills `jumps` with its entries' addresses, so that
# `call all.seg` and so on can be used.
ROUTINES = """
support: xor a
         ld de,&0402
         call &FFCA
         ld de,jumps
         ld bc,48
         ldir
         ret
table:   xor a
         ld de,&0401
         jp &FFCA
user:    xor a
         ld b,a
         jp all.seg
flag:    jr c,flag1
         call show.hex
         jp show.space
flag1:   ld a,"C"
         jp show.char
jumps:   ds 48
all.seg: EQU jumps
fre.seg: EQU jumps + 3
rd.seg:  EQU jumps + 6
wr.seg:  EQU jumps + 9
cal.seg: EQU jumps + 12
calls:   EQU jumps + 15
put.ph:  EQU jumps + 18
get.ph:  EQU jumps + 21
put.p0:  EQU jumps + 24
get.p0:  EQU jumps + 27
put.p1:  EQU jumps + 30
get.p1:  EQU jumps + 33
put.p2:  EQU jumps + 36
get.p2:  EQU jumps + 39
put.p3:  EQU jumps + 42
get.p3:  EQU jumps + 45
"""


def _program(name: str, source: str, output: str) -> DosProgram:
    return DosProgram(name, source + ROUTINES, output, level=2)


PROGRAMS = [
    _program(
        "the mapper's table adds up and its slot is that of the RAM",
        """
         call table
         push hl
         pop ix
         cp (ix + 0)
         call nz,show.hex
         ld hl,&F344
         cp (hl)
         call nz,show.hex
         ld a,(ix + 2)
         add a,(ix + 3)
         add a,(ix + 4)
         cp (ix + 1)
         call nz,show.hex
         ld a,(ix + 3)
         cp 5
         call c,show.hex
         ld a,(ix + 5)
         or (ix + 6)
         or (ix + 7)
         or (ix + 8)
         call show.hex
         ld de,&0402
         call &FFCA
         cp (ix + 1)
         call nz,show.hex
         ld a,b
         cp (ix + 0)
         call nz,show.hex
         ld a,c
         cp (ix + 2)
         call nz,show.hex
         ld a,d
         call show.hex
         ld a,e
         call show.hex
         ld a,(&FB20)
         and 1
         jp show.hex
""",
        "00040201",
    ),
    _program(
        "the extended BIOS leaves calls for other devices alone",
        """
         ld a,&5A
         ld bc,&1234
         ld de,&0501
         ld hl,&5678
         call &FFCA
         call show.hex
         call show.word
         ld h,b
         ld l,c
         call show.word
         ex de,hl
         jp show.word
""",
        "5A567812340501",
    ),
    _program(
        "segments are given from the lowest to programs and from the highest to the system",
        """
         call support
         call user
         push af
         ld d,a
         call user
         push af
         sub d
         call flag            ; 01
         ld a,1
         ld b,0
         call all.seg
         push af
         ld d,a
         ld a,1
         ld b,0
         call all.seg
         push af
         ld e,a
         ld a,d
         sub e
         call flag            ; 01
         ld b,4
free:    pop af
         push bc
         ld b,0
         call fre.seg
         sbc a,a
         call show.hex
         pop bc
         djnz free
         call user
         ld b,0
         push af
         call fre.seg
         pop af
         ld b,0
         call fre.seg
         call flag            ; C: it is free already
         ld a,0
         ld b,0
         call fre.seg
         call flag            ; C: the program's own
         ld a,255
         ld b,0
         call fre.seg
         call flag
         ld a,2
         ld b,0
         call all.seg
         jp flag
""",
        "01 01 00000000CCCC",
    ),
    _program(
        "all free segments can be had, and the table counts them",
        """
         call support
         call table
         push hl
         pop ix
         ld a,(ix + 2)
         ld (before),a
         ld e,0
more:    call user
         jr c,none
         inc e
         jr more
none:    ld a,(before)
         sub e
         call show.hex
         ld a,(ix + 2)
         call show.hex
         ld a,(ix + 4)
         cp e
         call nz,show.hex
         ld a,1
         ld b,0
         call all.seg
         jp flag
before:  db 0
""",
        "0000C",
    ),
    _program(
        "a slot may be named when a segment is asked for",
        """
         call support
         call table
         ld c,a
         push bc
         ld b,a
         xor a
         call all.seg
         sbc a,a
         call show.hex
         ld a,b
         pop bc
         sub c
         call show.hex        ; the mapper's slot
         push bc
         ld a,c
         or &10
         ld b,a
         xor a
         call all.seg
         call flag            ; no other one
         pop bc
         push bc
         ld a,c
         or &20
         ld b,a
         xor a
         call all.seg
         sbc a,a
         call show.hex
         pop bc
         push bc
         ld a,c
         or &30
         ld b,a
         xor a
         call all.seg
         sbc a,a
         call show.hex
         pop bc
         ld a,c
         xor 1
         ld b,a
         xor a
         call all.seg
         jp flag
""",
        "0000C0000C",
    ),
    _program(
        "bytes are read from and written to a segment that no page shows",
        """
         call support
         call user
         ld c,a
         ld hl,&0123
         ld e,&A5
         call wr.seg
         ld hl,&7FFF
         ld e,&5A
         ld a,c
         call wr.seg
         ld a,c
         ld hl,&C123
         call rd.seg
         call show.hex
         ld hl,&3FFF
         ld a,c
         call rd.seg
         ei
         call show.hex
         ld a,c
         call put.p1
         ld a,(&4123)
         call show.hex
         ld a,(&7FFF)
         call show.hex
         ld h,&40
         call get.ph
         sub c
         jp show.hex
""",
        "A55AA55A00",
    ),
    _program(
        "each page shows the segment that is put there",
        """
         call support
         call user
         ld c,a
         ld h,&80
         call get.ph
         ld b,a
         call get.p2
         cp b
         call nz,show.hex
         ld a,c
         call put.ph
         call get.p2
         sub c
         call show.hex
         ld a,&77
         ld (&8000),a
         ld a,b
         call put.p2
         ld a,(&8000)
         cp &77
         call z,show.hex
         ld a,c
         call put.p1
         call get.p1
         sub c
         call show.hex
         ld a,(&4000)
         call show.hex
         call get.p3
         ld b,a
         ld a,c
         call put.p3
         ld h,&C0
         call put.ph
         call get.p3
         sub b
         jp show.hex
""",
        "00007700",
    ),
    _program(
        "functions keep the segments of pages 1 and 2, and work on what they show",
        """
         call support
         call user
         ld (first),a
         call put.p1
         call user
         ld (second),a
         call put.p2
         ld hl,name
         ld de,&4000
         ld bc,6
         ldir
         ld hl,name
         ld de,&8000
         ld bc,6
         ldir
         ld sp,&6000
         ld hl,&4000
         ld de,&8000
         ld c,&6C
         call 5
         call show.hex
         ld hl,&8000
         ld de,&4100
         ld b,20
         ld c,&6B
         call 5
         call show.hex
         ld hl,&4100
         ld b,5
         call show.bytes
         call get.p1
         ld hl,first
         sub (hl)
         call show.hex
         call get.p2
         ld hl,second
         sub (hl)
         call show.hex
         ld hl,&4000
         ld de,empty
         ld c,&6C
         call 5
         jp 0
name:    dm "EBMAP"
empty:   db 0
first:   db 0
second:  db 0
""",
        "0000EBMAP0000",
    ),
    _program(
        "routines in other segments are called",
        """
         call support
         call get.p2
         ld (before),a
         call user
         ld (inline),a
         ld (segment),a
         call put.p2
         ld hl,routine
         ld de,&8123
         ld bc,routine.end - routine
         ldir
         ld a,(before)
         call put.p2
         ld iy,(segment - 1)
         ld ix,&8123
         ld a,&11
         ld bc,&2233
         ld de,&4455
         ld hl,&6677
         call cal.seg
         call show.hex
         call show.word
         ld h,b
         ld l,c
         call show.word
         ex de,hl
         call show.word
         ld a,&88
         ld hl,&0001
         call calls
inline:  db 0
         dw &8123
         call show.hex
         call show.word
         call get.p2
         ld hl,before
         sub (hl)
         jp show.hex
routine: inc a
         inc b
         inc e
         inc hl
         ret
routine.end: EQU $
before:  db 0
segment: db 0
""",
        "12667823334456890002" + "00",
    ),
]
