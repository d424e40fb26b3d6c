"""File handles: opening, creating and deleting, how many there are, what they say of themselves."""

from tests.support.dos_programs.calls import call, program, texts
from tests.support.dos_programs.handle_calls import (
    DATA,
    close,
    create,
    opened,
    read,
    shown,
    write,
)
from tests.support.dos_programs.program import DosProgram

MODES = DosProgram(
    name="what may be done with a file is said when it is opened",
    level=2,
    files={"DATA": b"data", "DIR/": b""},
    source=program(
        opened("name", "h1", 1),
        opened("name", "h2", 2),
        write("h1", 4, "name"),
        read("h2", 4),
        read("h1", 4),
        write("h2", 1, "name"),
        close("h1"),
        close("h2"),
        call(0x50, shows="a l", a=1, de="name", hl=1),
        opened("name", "h1"),
        write("h1", 1, "other"),
        read("h1", 4),
        shown(4),
        close("h1"),
        call(0x43, a=0, de="dir"),
        call(0x43, a=0, de="missing"),
        call(0x43, a=0, de="nodir"),
        call(0x43, a=0, de="wild"),
        call(0x43, a=0, de="none"),
        call(0x43, a=0, de="drive"),
        call(0x43, a=0, de="bad"),
        data=texts(
            name="DATA",
            other="X",
            dir="DIR",
            missing="NOT.HER",
            nodir="NONE\\X",
            wild="D*",
            none="",
            drive="G:X",
            bad="DATA:",
        )
        + DATA,
    ),
    output="00 05\n00 06\nC6 0000\nC6 0000\n00 0004\n00 0001\n00\n00\n00 01\n00 05\nD1 0000\n00 0004\nData\n00\n"
    "CC\nD7\nD6\nD9\nD9\nDB\nD9\n",
    after={"DATA": b"Data"},
)

NUMBERS = DosProgram(
    name="handles that are none are refused",
    level=2,
    source=program(
        *(
            call(function, shows="a", a=0, b=number, de="buffer", hl=1)
            for function in (0x45, 0x46, 0x48, 0x49, 0x4A, 0x4B, 0x52, 0x55, 0x56)
            for number in (9, 63, 64, 255)
        ),
        call(0x47, b=200),
        data=DATA,
    ),
    output="C2\nC2\nC3\nC3\n" * 9 + "C3\n",
)


CREATED = DosProgram(
    name="what a file may be created over",
    level=2,
    files={"FILE": b"file" * 500, "FIXED": b"fixed", "SYSTEM": b"system", "DIR/X": b"x"},
    source=program(
        call(0x50, shows="a", a=1, de="fixed", hl=1),
        call(0x50, shows="a", a=1, de="system", hl=4),
        call(0x44, shows="a", a=0, b=0x80, de="file"),
        call(0x44, shows="a", a=0, b=0, de="fixed"),
        call(0x44, shows="a", a=0, b=0, de="system"),
        call(0x44, shows="a", a=0, b=0, de="dir"),
        call(0x44, shows="a", a=0, b=0x10, de="dir"),
        call(0x44, shows="a", a=0, b=0x10, de="file"),
        call(0x44, shows="a", a=0, b=8, de="new"),
        call(0x44, shows="a b", a=0, b=0x12, de="newdir"),
        call(0x44, shows="a b", a=0, b=7, de="new", keep="h1"),
        write("h1", 1, "new"),
        close("h1"),
        call(0x50, shows="a l", a=0, de="new"),
        call(0x50, shows="a l", a=0, de="newdir"),
        create("file", "h1"),
        close("h1"),
        call(0x44, shows="a", a=0, b=0, de="wild"),
        call(0x44, shows="a", a=0, b=0, de="gone"),
        call(0x44, shows="a", a=0, b=0, de="dots"),
        data=texts(
            file="FILE",
            fixed="FIXED",
            system="SYSTEM",
            dir="DIR",
            new="NEW",
            newdir="NEWDIR",
            wild="A?",
            gone="GONE\\X",
            dots="DIR\\.",
        )
        + DATA,
    ),
    output="00\n00\nCB\nD1\nCD\nCC\nCC\nCB\nCF\n00 FF\n00 05\nD1 0000\n00\n00 27\n00 12\n00 05\n00\nD9\nD6\nCC\n",
    after={"FILE": b"", "FIXED": b"fixed", "NEWDIR/": b"", "NEW": b""},
)

LIMITS = DosProgram(
    name="there are many handles but not more than 64",
    level=2,
    files={"A": b"a"},
    source=program(
        """
         ld b,0
more:    push bc
         ld a,1
         ld de,name
         ld c,&43
         call BDOS
         ld (r.a),a
         ld a,b
         ld (h1),a
         pop bc
         inc b
         ld a,(r.a)
         or a
         jr z,more
         ld a,b
         cp 21
         sbc a,a
         call show.hex
         call show.line
again:   ld b,6
         ld c,&47
         call BDOS
         or a
         jr z,again
         call show.hex
         call show.line
         ld b,5
shut:    push bc
         ld c,&45
         call BDOS
         pop bc
         inc b
         ld a,b
         cp 64
         jr nz,shut
""",
        opened("name", "h1", 1),
        data=texts(name="A") + DATA,
    ),
    output="00\nC4\n00 05\n",
)

CONTROL = DosProgram(
    name="handles tell what they are",
    level=2,
    files={"A": b"ab"},
    source=program(
        *(call(0x4B, shows="a e", a=0, b=number, de=0) for number in range(5)),
        opened("name", "h1", 1),
        call(0x4B, shows="a e", a=0, b="(h1)", de=0),
        call(0x4B, shows="a e", a=2, b="(h1)", de=0),
        read("h1", 2),
        call(0x4B, shows="a e", a=0, b="(h1)", de=0),
        call(0x4B, shows="a e", a=2, b="(h1)", de=0),
        call(0x4B, shows="a e", a=3, b="(h1)", de=0),
        call(0x4B, shows="a de", a=4, b="(h1)", de=1),
        call(0x4B, shows="a", a=1, b="(h1)", de=0),
        call(0x4B, shows="a", a=5, b="(h1)", de=0),
        call(0x4B, shows="a", a=1, b=1, de=0),
        call(0x4B, shows="a e", a=0, b=1, de=0),
        call(0x4B, shows="a", a=1, b=1, de=0x20),
        call(0x4B, shows="a e", a=3, b=1, de=0),
        call(0x4B, shows="a e", a=2, b=0, de=0),
        call(0x4B, shows="a d", a=4, b=1, de=0),
        call(0x4B, shows="a de", a=4, b=4, de=1),
        data=texts(name="A") + DATA,
    ),
    output="00 A3\n00 A3\n00 A3\n00 A0\n00 A0\n00 05\n00 00\n00 FF\n00 0002\n00 40\n00 00\n00 FF\n00 0000\nC1\nB8\n"
    "00\n00 83\n00\n00 FF\n00 00\n00 18\n00 0000\n",
)


DELETED = DosProgram(
    name="a file is deleted by one of its handles",
    level=2,
    files={"A": b"a" * 3000, "B": b"b", "C": b"c"},
    source=program(
        opened("first", "h1"),
        call(0x47, shows="a b", b="(h1)", keep="h2"),
        call(0x52, b="(h1)"),
        call(0x48, shows="a", b="(h2)", de="buffer", hl=1),
        call(0x46, b="(h2)"),
        close("h2"),
        close("h1"),
        opened("second", "h1"),
        opened("second", "h2"),
        call(0x52, b="(h1)"),
        close("h1"),
        read("h2", 1),
        close("h2"),
        call(0x50, shows="a", a=1, de="third", hl=1),
        opened("third", "h1"),
        call(0x52, b="(h1)"),
        close("h1"),
        data=texts(first="A", second="B", third="C") + DATA,
    ),
    output="00 05\n00 06\n00\nBA\nBA\n00\nC2\n00 05\n00 06\nCA\nC2\n00 0001\n00\n00\n00 05\nD1\nC2\n",
    after={"A": None, "B": b"b", "C": b"c"},
)

PROGRAMS = [MODES, NUMBERS, CREATED, LIMITS, CONTROL, DELETED]
