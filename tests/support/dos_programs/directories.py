"""What changes directories: making, deleting, renaming, moving, attributes, dates; by path, block and handle."""

from tests.support.dos_programs.calls import call, program, texts
from tests.support.dos_programs.program import DosProgram

_DATA = "h1: db 0\nh2: db 0\nbuffer: EQU &3000\nblock: ds 64\n"


def _open(name: str, keep: str, mode: int = 0) -> str:
    return call(0x43, shows="a", keep=keep, a=mode, de=name)


def _make(name: str) -> str:
    return call(0x44, shows="a", a=0, b=0x10, de=name)


def _close(handle: str) -> str:
    return call(0x45, b=f"({handle})")


FOLDERS = DosProgram(
    name="folders are made, filled and deleted",
    level=2,
    source=program(
        _make("one"),
        _make("two"),
        _make("deep"),
        call(0x44, shows="a", a=0, b=0, de="file", keep="h1"),
        call(0x49, shows="a", b="(h1)", de=0x100, hl=100),
        _close("h1"),
        call(0x4D, de="one"),
        call(0x4D, de="deep"),
        call(0x4D, de="file"),
        call(0x4D, de="deep"),
        call(0x4D, de="dot"),
        call(0x4D, de="dots"),
        call(0x4D, de="root"),
        call(0x4D, de="two"),
        call(0x4D, de="two"),
        call(0x5A, de="one"),
        call(0x4D, de="one2"),
        call(0x59, shows="a", b=0, de="buffer"),
        """
         ld a,(buffer)
         call show.hex
         call show.line
""",
        _make("kept"),
        data=texts(
            one="ONE",
            one2="\\ONE",
            two="one\\two",
            deep="ONE\\TWO\\DEEP",
            file="ONE\\TWO\\DEEP\\FILE",
            dot="ONE\\.",
            dots="ONE\\TWO\\..",
            root="\\",
            kept="KEPT",
        )
        + _DATA,
    ),
    output="00\n00\n00\n00\n00\n00\nD0\nD0\n00\n00\nCE\nCE\nD9\n00\nD7\n00\n00\n00\n00\n00\n",
    after={"KEPT/": b"", "ONE/": None},
)

GROWS = DosProgram(
    name="a folder takes more files than fit into its first cluster",
    level=2,
    source=program(
        _make("folder"),
        """
         ld b,70
next:    push bc
         ld a,b
         add a,160
         rrca
         rrca
         rrca
         rrca
         and 15
         add a,"A"
         ld (file + 7),a
         ld a,b
         and 15
         add a,"A"
         ld (file + 8),a
         xor a
         ld b,a
         ld de,file
         ld c,&44
         call BDOS
         or a
         call nz,show.hex
         ld c,&45
         call BDOS
         pop bc
         djnz next
""",
        call(0x40, shows="a", de="last", b=0, ix="block"),
        call(0x4D, de="folder"),
        data=texts(folder="FOLDER", file="FOLDER\\XX", last="FOLDER\\KB") + _DATA,
    ),
    output="00\n00\nD0\n",
    after={f"FOLDER/{chr(65 + (n + 160 >> 4 & 15))}{chr(65 + n % 16)}": b"" for n in range(1, 71)},
)

ROOT_FULL = DosProgram(
    name="the root directory is full at some time",
    level=2,
    files={"FOLDER/": b""},
    source=program(
        """
         ld b,0
next:    push bc
         ld a,b
         rrca
         rrca
         rrca
         rrca
         and 15
         add a,"A"
         ld (file),a
         ld a,b
         and 15
         add a,"A"
         ld (file + 1),a
         xor a
         ld b,a
         ld de,file
         ld c,&44
         call BDOS
         or a
         jr nz,full
         ld c,&45
         call BDOS
         pop bc
         inc b
         jr next
full:    call show.hex
         call show.line
""",
        _make("folder"),
        call(0x4F, de="folder", hl="root"),
        data=texts(file="XX", folder="NEW", root="\\") + _DATA,
    ),
    output="D5\nD5\nD7\n",
    guest_only="a folder of the host has no end",
)

RENAMED = DosProgram(
    name="files and folders get other names",
    level=2,
    files={"OLD.TXT": b"old", "DIR/IN.TXT": b"in", "OPEN": b"open", "OTHER": b"other", "RO": b"ro"},
    source=program(
        call(0x4E, de="old", hl="new"),
        call(0x4E, de="old", hl="new"),
        call(0x4E, de="new", hl="wild"),
        call(0x4E, de="back", hl="back"),
        call(0x4E, de="inner", hl="moved"),
        call(0x4E, de="dir", hl="folder"),
        call(0x4E, de="other", hl="open"),
        call(0x4E, de="other", hl="path"),
        call(0x4E, de="other", hl="drive"),
        call(0x4E, de="other", hl="illegal"),
        call(0x4E, de="other", hl="device"),
        call(0x4E, de="other", hl="empty"),
        call(0x4E, de="others", hl="new"),
        call(0x4E, de="dots", hl="new"),
        _open("open", "h1"),
        call(0x4E, de="open", hl="new"),
        call(0x53, b="(h1)", hl="renamed"),
        call(0x49, shows="a", b="(h1)", de="renamed", hl=3),
        _close("h1"),
        call(0x50, shows="a", a=1, de="ro", hl=1),
        call(0x4E, de="ro", hl="readonly"),
        call(0x40, shows="a", de="readonly", b=0, ix="block"),
        call(0x4E, de="block", hl="ro"),
        call(0x4E, de="block", hl="new"),
        data=texts(
            old="OLD.TXT",
            new="new.txt",
            wild="?a*.B?",
            back="NAW.BX",
            inner="DIR\\IN.TXT",
            moved="OUT.*",
            dir="DIR",
            folder="FOLDER",
            other="OTHER",
            others="OTH*",
            open="OPEN",
            path="DIR\\X",
            drive="A:X",
            illegal="???????Y",
            device="NUL",
            empty="",
            dots="FOLDER\\..",
            renamed="RENAMED",
            ro="RO",
            readonly="READONLY",
        )
        + _DATA,
    ),
    output="00\nD7\n00\n00\n00\n00\nD3\nDA\nDA\nDA\nDA\nDA\nD9\nCE\n00\nCA\n00\n00\n00\n00\n00\n00\n00\nD7\n",
    after={
        "NAW.BX": b"old",
        "FOLDER/OUT.TXT": b"in",
        "OTHER": b"other",
        "RENAMED": b"REN" + b"n",
        "RO": b"ro",
    },
)

MOVED = DosProgram(
    name="files and folders move",
    level=2,
    files={
        "FILE": b"file" * 400,
        "A/B/C/DEEP": b"deep",
        "A/FILE": b"another",
        "D/": b"",
        "OPEN": b"open",
    },
    source=program(
        call(0x4F, de="file", hl="d"),
        call(0x4F, de="file", hl="d"),
        call(0x4F, de="dfile", hl="a"),
        call(0x4F, de="b", hl="d"),
        call(0x40, shows="a", de="deep", b=0, ix="block"),
        call(0x5A, de="db"),
        call(0x5A, de="up"),
        call(0x40, shows="a", de="moved", b=0, ix="block"),
        call(0x5A, de="root"),
        call(0x4F, de="d", hl="dbc"),
        call(0x4F, de="d", hl="d"),
        call(0x4F, de="dfile", hl="drive"),
        call(0x4F, de="dfile", hl="none"),
        call(0x4F, de="dfile", hl="dfile"),
        call(0x4F, de="dfile", hl="wild"),
        call(0x4F, de="dots", hl="root"),
        _open("open", "h1"),
        call(0x4F, de="open", hl="d"),
        call(0x49, shows="a", b="(h1)", de="open", hl=2),
        call(0x54, b="(h1)", hl="dbc"),
        call(0x49, shows="a", b="(h1)", de="d", hl=1),
        _close("h1"),
        call(0x4F, de="db", hl="root"),
        data=texts(
            file="FILE",
            d="D",
            dfile="D\\FILE",
            a="A\\",
            b="A\\B",
            db="D\\B",
            deep="D\\B\\C\\DEEP",
            up="..",
            moved="FILE",
            root="\\",
            dbc="D\\B\\C",
            drive="A:A",
            none="NONE",
            wild="?",
            dots="D\\.",
            open="OPEN",
        )
        + _DATA,
    ),
    output="00\nD7\nD3\n00\n00\n00\n00\n00\n00\nD2\nD2\nD9\nD6\nD6\nD9\nCE\n00\nCA\n00\n00\n00\n00\n00\n",
    after={
        "D/FILE": b"file" * 400,
        "A/FILE": b"another",
        "B/C/DEEP": b"deep",
        "B/C/OPEN": b"OPDn",
        "FILE": None,
        "OPEN": None,
        "A/B/": None,
    },
)

ATTRIBUTES = DosProgram(
    name="attributes are told and set",
    level=2,
    files={"FILE": b"file", "DIR/": b"", "OPEN": b""},
    source=program(
        call(0x50, shows="a l", a=1, de="file", hl=0x27),
        call(0x50, shows="a l", a=0, de="file", hl=0),
        call(0x50, shows="a", a=1, de="file", hl=0x37),
        call(0x50, shows="a", a=1, de="file", hl=0x80),
        call(0x50, shows="a", a=1, de="file", hl=8),
        call(0x50, shows="a", a=1, de="dir", hl=0x11),
        call(0x50, shows="a l", a=1, de="dir", hl=0x12),
        call(0x50, shows="a", a=1, de="dot", hl=0x12),
        call(0x50, shows="a", a=2, de="file", hl=0),
        call(0x4D, de="file"),
        call(0x50, shows="a l", a=1, de="file", hl=6),
        call(0x40, shows="a", de="file", b=6, ix="block"),
        call(0x50, shows="a l", a=1, de="block", hl=0),
        call(0x4D, de="block"),
        _open("open", "h1"),
        call(0x50, shows="a", a=1, de="open", hl=1),
        call(0x50, shows="a l", a=0, de="open", hl=0),
        call(0x55, shows="a l", a=1, b="(h1)", hl=1),
        call(0x49, shows="a", b="(h1)", de="open", hl=1),
        call(0x55, shows="a l", a=1, b="(h1)", hl=0),
        call(0x49, shows="a", b="(h1)", de="open", hl=1),
        call(0x55, shows="a l", a=0, b="(h1)", hl=0),
        _close("h1"),
        call(0x55, shows="a", a=1, b=1, hl=1),
        data=texts(file="FILE", dir="DIR", dot="DIR\\.", open="OPEN") + _DATA,
    ),
    output="00 27\n00 27\nCF\nCF\nCF\nCF\n00 12\n00\nB8\nD1\n00 06\n00\n00 00\n00\n"
    "00\nCA\n00 00\n00 01\nD1\n00 00\n00\n00 20\n00\n00\n",
    after={"FILE": None, "OPEN": b"O"},
)

TIMES = DosProgram(
    name="date and time of files are told and set",
    level=2,
    files={"FILE": b"file", "DIR/": b"", "OPEN": b""},
    source=program(
        call(0x51, shows="a de hl", a=1, de="file", hl="&3C21", ix="&6789"),
        call(0x51, shows="a de hl", a=0, de="file"),
        call(0x51, shows="a", a=1, de="dir", hl="&3C22", ix="&0001"),
        call(0x51, shows="a de hl", a=0, de="dir"),
        _open("open", "h1"),
        call(0x51, shows="a", a=1, de="open", hl="&3C22", ix="&0001"),
        call(0x49, shows="a", b="(h1)", de="open", hl=1),
        call(0x56, shows="a de hl", a=1, b="(h1)", hl="&3C23", ix="&1234"),
        _close("h1"),
        call(0x51, shows="a de hl", a=0, de="open"),
        call(0x51, shows="a", a=2, de="open", hl=0),
        call(0x51, shows="a", a=0, de="con"),
        data=texts(file="FILE", dir="DIR", open="OPEN", con="CON") + _DATA,
    ),
    output="00 6789 3C21\n00 6789 3C21\n00\n00 0001 3C22\n00\nCA\n00\n00 1234 3C23\n00\n00 1234 3C23\nB8\n00\n",
    after={"OPEN": b"O"},
)

BLOCKS = DosProgram(
    name="a block stands for its file",
    level=2,
    files={"DIR/FIRST": b"1", "DIR/SECOND": b"22", "DIR/THIRD": b"333"},
    source=program(
        call(0x40, shows="a", de="all", b=0, ix="block"),
        _open("block", "h1"),
        call(0x4C, shows="a b", b="(h1)", de="block"),
        call(0x4D, de="block"),
        _close("h1"),
        call(0x4D, de="block"),
        call(0x41, ix="block"),
        call(0x4F, de="block", hl="root"),
        call(0x4D, de="block"),
        call(0x41, ix="block"),
        call(0x51, shows="a", a=1, de="block", hl=1, ix=1),
        call(0x41, ix="block"),
        data=texts(all="DIR\\*.*", root="\\") + _DATA,
    ),
    output="00\n00\n00 FF\nCA\n00\n00\n00\n00\nD7\n00\n00\nD7\n",
    after={"DIR/FIRST": None, "SECOND": b"22", "DIR/THIRD": b"333"},
)

PROGRAMS = [FOLDERS, GROWS, ROOT_FULL, RENAMED, MOVED, ATTRIBUTES, TIMES, BLOCKS]
