"""Function numbers that mean nothing, and what every call of level 2 leaves alone."""

from tests.support.dos_programs.program import DosProgram

NONE = DosProgram(
    name="a function of no number is refused",
    level=2,
    source="""
         ld c,&71
         call BDOS
         call show.hex
         call show.space
         ld c,&FF
         call BDOS
         call show.hex
         jp show.line
""",
    output="DC DC\n",
)

KEPT = DosProgram(
    name="a call of level 2 keeps index and alternate registers",
    level=2,
    source="""
         ld ix,&1234
         ld iy,&5678
         exx
         ld bc,&9ABC
         ld de,&DEF0
         ld hl,&2468
         exx
         ex af,af'
         ld a,&5A
         ex af,af'
         ld c,&71
         call BDOS
         push ix
         push iy
         exx
         push de
         push bc
         push hl
         exx
         ex af,af'
         call show.hex
         ld b,5
kept:    pop hl
         call show.word
         djnz kept
         jp show.line
""",
    output="5A24689ABCDEF056781234\n",
)

PROGRAMS = [NONE, KEPT]
