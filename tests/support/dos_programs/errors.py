"""Functions 65h and 66h: error codes and their texts."""

from tests.support.dos_programs.program import DosProgram, call, control_block

_EXPLAIN = """
explain: ld de,buffer
         ld c,&66
         call BDOS
         call show.hex
         ld a,b
         call show.hex
         call show.space
         ld hl,buffer
text1:   ld a,(hl)
         inc hl
         or a
         jp z,show.line
         call show.char
         jr text1
buffer:  EQU &2000
"""

# Shows A of a function of level 1, and what 65h says of it.
_WHY = """
why:     push af
         ld c,&65
         call BDOS
         pop af
         call show.hex
         ld a,b
         call show.hex
         jp show.space
"""


def _why(function: int, **registers: object) -> str:
    return call(function, **registers) + "         call why\n"


PROGRAMS = [
    DosProgram(
        "function 65 says why functions for FCBs failed",
        _why(0x0F, de="none")
        + _why(0x11, de="none")
        + _why(0x13, de="none")
        + _why(0x17, de="none")
        + _why(0x23, de="none")
        + _why(0x0F, de="drive")
        + _why(0x16, de="bad")
        + _why(0x16, de="folder")
        + _why(0x0F, de="there")
        + _why(0x17, de="twice")
        + _why(0x19)
        + _why(0x0F, de="none")
        + "         ret\n"
        + control_block("none", "NONE    TXT")
        + control_block("drive", "A       TXT", 6)
        + control_block("bad", "A+B     TXT")
        + control_block("folder", "FOLDER     ")
        + control_block("there", "THERE   TXT")
        + 'twice:   db 0\n         dm "THERE   TXT"\n         ds 5\n'
        + '         dm "OTHER   TXT"\n         ds 9\n'
        + _WHY,
        output="FFD7 FFD7 FFD7 FFD7 FFD7 FFDB FFDA FFCC 0000 FFD3 0000 FFD7 ",
        files={"THERE.TXT": b"x", "OTHER.TXT": b"y", "FOLDER/": b""},
        level=2,
    ),
    DosProgram(
        "function 65 says why functions for records failed",
        call(0x1A, de="&9000")
        + call(0x0F, de="there")
        + _why(0x14, de="there")
        + _why(0x14, de="there")
        + "         ld hl,1\n         ld (there + 14),hl\n"
        + _why(0x27, de="there", hl=1)
        + _why(0x27, de="there", hl=1)
        + "         ld a,1\n         ld l,a\n"
        + call(0x50, de="path")
        + call(0x0F, de="guarded")
        + _why(0x15, de="guarded")
        + _why(0x13, de="guarded")
        + _why(0x16, de="guarded")
        + "         ret\n"
        + control_block("there", "THERE   TXT")
        + control_block("guarded", "GUARD   TXT")
        + 'path:    dm "GUARD.TXT"\n         db 0\n'
        + _WHY,
        output="0000 01C7 0000 01C7 01D1 FFD1 FFD1 ",
        files={"THERE.TXT": b"x", "GUARD.TXT": b"y"},
        level=2,
    ),
    DosProgram(
        "the error of the last function is kept until the next",
        """
         ld b,200
         ld c,&61
         call BDOS
         push af
         ld c,&65
         call BDOS
         push bc
         push af
         ld c,&6F
         call BDOS
         ld c,&65
         call BDOS
         ld a,b
         call show.hex
         pop af
         call show.hex
         pop bc
         ld a,b
         call show.hex
         pop af
         jp show.hex
""",
        output="0000C5C5",
        level=2,
    ),
    DosProgram(
        "a code without a text is a system or a user error",
        """
         ld b,&45
         call explain
         ld b,&3F
         call explain
         ld b,9
         call explain
         ld b,0
         call explain
         ld b,100
         jp explain
"""
        + _EXPLAIN,
        output="0045 System error 69\n003F User error 63\n0009 User error 9\n0000 User error 0\n"
        "0064 System error 100\n",
        level=2,
    ),
    DosProgram(
        "every documented error has a text",
        """
         ld hl,codes
next:    ld a,(hl)
         or a
         ret z
         inc hl
         push hl
         ld b,a
         ld de,buffer
         ld c,&66
         call BDOS
         pop hl
         ld a,b
         or a
         call nz,show.hex
         ld a,(buffer)
         cp "A"
         call c,show.hex
         jr next
codes:   db &FF,&FE,&FD,&FC,&FB,&FA,&F9,&F8,&F7,&F6,&F5,&F4,&F3,&F2,&F0
         db &DF,&DE,&DC,&DB,&DA,&D9,&D8,&D7,&D6,&D5,&D4,&D3,&D2,&D1,&D0
         db &CF,&CE,&CD,&CC,&CB,&CA,&C9,&C8,&C7,&C6,&C5,&C4,&C3,&C2,&C1,&C0
         db &BF,&BE,&BD,&BC,&BB,&BA,&B8,&9F,&9E,&9D,&9C,&9B
         db &8F,&8E,&8D,&8B,&8A,&89,&88,&87,&86,&85,&84,&83,&82,&81,0
buffer:  EQU &2000
""",
        output="",
        level=2,
    ),
    DosProgram(
        "an unknown function is invalid",
        """
         ld c,&7F
         call BDOS
         call show.hex
         ld c,&FF
         call BDOS
         jp show.hex
""",
        output="DCDC",
        level=2,
    ),
]
