"""The mapper support routines: the table, and segments that are given and taken back."""

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


def with_mapper(name: str, source: str, output: str) -> DosProgram:
    """A program with the routines above; `support` comes first."""
    return DosProgram(name, source + ROUTINES, output, level=2)


PROGRAMS = [
    with_mapper(
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
    with_mapper(
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
    with_mapper(
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
    with_mapper(
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
    with_mapper(
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
]
