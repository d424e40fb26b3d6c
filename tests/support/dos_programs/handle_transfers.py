"""Reading and writing by file handles: places, lengths, what others see, the ends of file, memory and disk."""

from tests.support.dos_programs.calls import call, program, texts
from tests.support.dos_programs.handle_calls import (
    DATA,
    close,
    create,
    opened,
    read,
    seek,
    shown,
    write,
)
from tests.support.dos_programs.program import DosProgram

_BYTES = bytes(range(256)) * 12

WRITTEN = DosProgram(
    name="a file is created written and read again by its handle",
    level=2,
    source=program(
        create("name", "h1"),
        write("h1", 5, "hello"),
        seek("h1", 0, 1),
        read("h1", 100),
        shown(4),
        read("h1", 100),
        read("h1", 0),
        close("h1"),
        close("h1"),
        data=texts(name="NEW.TXT", hello="Hello") + DATA,
    ),
    output="00 05\n00 0005\n00 0000 0001\n00 0004\nello\nC7 0000\n00 0000\n00\nC2\n",
    after={"NEW.TXT": b"Hello"},
)


def _summed(data: bytes) -> int:
    total = 0
    for byte in data:
        total = total + byte & 0xFF
        total = (total << 1 | total >> 7) & 0xFF
    return total


_COPY = bytearray(_BYTES)
_COPY[700:1200] = _BYTES[0x80:0x274]
_COPY[3062:] = _BYTES[:1034]

LARGE = DosProgram(
    name="a file is read and written at any place and length",
    level=2,
    files={"BYTES": _BYTES},
    source=program(
        opened("name", "h1"),
        read("h1", 3072, "&3F80"),
        """
         ld hl,&3F80
         ld bc,3072
sum:     ld a,(sums)
         add a,(hl)
         rlca
         ld (sums),a
         inc hl
         dec bc
         ld a,b
         or c
         jr nz,sum
         ld a,(sums)
         call show.hex
         call show.line
""",
        create("copy", "h2"),
        write("h2", 3072, "&3F80"),
        seek("h2", 0, 700),
        write("h2", 500, "&4000"),
        seek("h2", 2, -10),
        write("h2", 1034, "&3F80"),
        seek("h2", 1, 0),
        seek("h2", 2, 0),
        close("h1"),
        close("h2"),
        data=texts(name="BYTES", copy="COPY") + "sums: db 0\n" + DATA,
    ),
    output=f"00 05\n00 0C00\n{_summed(_BYTES):02X}\n00 06\n00 0C00\n00 0000 02BC\n00 01F4\n00 0000 0BF6\n"
    "00 040A\n00 0000 1000\n00 0000 1000\n00\n00\n",
    after={"COPY": bytes(_COPY), "BYTES": _BYTES},
)


GAP = DosProgram(
    name="writing behind the end makes the file longer",
    level=2,
    source=program(
        create("name", "h1"),
        seek("h1", 0, 5000),
        read("h1", 1),
        write("h1", 3, "end"),
        seek("h1", 0, 4999),
        read("h1", 9),
        shown(4).replace("ld hl,buffer", "ld hl,buffer + 1").replace("ld b,4", "ld b,3"),
        seek("h1", 0, 0x1000000),
        write("h1", 1, "end"),
        close("h1"),
        call(0x40, de="name", b=0, ix="block"),
        "         ld hl,(block + 21)\n         call show.word\n         call show.line\n",
        data=texts(name="GAP", end="END") + "block: ds 64\n" + DATA,
    ),
    output="00 05\n00 0000 1388\nC7 0000\n00 0003\n00 0000 1387\n00 0004\nEND\n00 0100 0000\nD4 0000\n00\n"
    "00\n138B\n",
    exec_differs="a folder of the host has room for 16 MB",
    exec_output="00 05\n00 0000 1388\nC7 0000\n00 0003\n00 0000 1387\n00 0004\nEND\n00 0100 0000\n00 0001\n00\n"
    "00\n0001\n",
)

SHARED = DosProgram(
    name="openings of one file see what each writes",
    level=2,
    files={"SHARED": b"first text"},
    source=program(
        opened("name", "h1"),
        opened("name", "h2"),
        call(0x47, shows="a b", b="(h1)", keep="h3"),
        seek("h1", 2, 0),
        write("h1", 4, "more"),
        read("h2", 100),
        shown(14),
        seek("h3", 1, 0),
        seek("h3", 0, 6),
        read("h1", 4),
        shown(4),
        call(0x4C, shows="a b", b="(h2)", de="name"),
        call(0x4C, shows="a", b="(h2)", de="other"),
        call(0x4C, shows="a b", b=1, de="name"),
        call(0x4D, de="name"),
        call(0x4E, de="name", hl="other"),
        call(0x50, shows="a", a=1, de="name", hl=1),
        call(0x44, shows="a", a=0, b=0, de="name"),
        close("h1"),
        seek("h3", 1, 0),
        write("h3", 1, "more"),
        call(0x46, b="(h3)"),
        call(0x40, de="name", b=0, ix="block"),
        "         ld hl,(block + 21)\n         call show.word\n         call show.line\n",
        close("h3"),
        close("h2"),
        call(0x4D, de="name"),
        data=texts(name="SHARED", other="OTHER", more="more") + "block: ds 64\n" + DATA,
    ),
    output="00 05\n00 06\n00 07\n00 0000 000A\n00 0004\n00 000E\nfirst textmore\n00 0000 000E\n00 0000 0006\n"
    "00 0004\ntext\n00 FF\nD7\n00 00\nCA\nCA\nCA\nCA\n00\n00 0000 000A\n00 0001\n00\n00\n000E\n00\n00\n00\n",
    after={"SHARED": None},
)

BOUNDS = DosProgram(
    name="no transfer goes beyond the end of memory",
    level=2,
    files={"A": b"ab"},
    source=program(
        opened("name", "h1"),
        call(0x48, shows="a", b="(h1)", de="&FFF0", hl=17),
        call(0x49, shows="a", b="(h1)", de="&FFF0", hl=17),
        call(0x48, shows="a", b="(h1)", de="&8000", hl="&8001"),
        call(0x4A, shows="a", a=3, b="(h1)", de=0, hl=0),
        call(0x4A, shows="a de hl", a=1, b="(h1)", de=0, hl=0),
        data=texts(name="A") + DATA,
    ),
    output="00 05\nC9\nC9\nC9\nB8\n00 0000 0000\n",
)

FULL = DosProgram(
    name="a full disk takes nothing of what does not fit",
    level=2,
    files={"ALMOST": bytes(620 * 1024)},
    source=program(
        create("name", "h1"),
        """
         ld a,255
         ld (r.a),a
fill:    ld a,(h1)
         ld b,a
         ld de,&2000
         ld hl,&4000
         ld c,&49
         call BDOS
         or a
         jr z,fill
         call show.answer
smaller: ld a,(h1)
         ld b,a
         ld de,&2000
         ld hl,512
         ld c,&49
         call BDOS
         or a
         jr z,smaller
         call show.answer
""",
        write("h1", 1, "&2000"),
        call(0x44, shows="a", a=0, b=0x10, de="folder"),
        close("h1"),
        call(0x4D, de="name"),
        call(0x44, shows="a", a=0, b=0x10, de="folder"),
        data=texts(name="NEW", folder="FOLDER") + DATA,
    ),
    output="00 05\nD4 0000\nD4 0000\nD4 0000\nD4\n00\n00\n00\n",
    after={"NEW": None, "FOLDER/": b"", "ALMOST": bytes(620 * 1024)},
    guest_only="a folder of the host is larger than a disk",
)

PROGRAMS = [WRITTEN, LARGE, GAP, SHARED, BOUNDS, FULL]
