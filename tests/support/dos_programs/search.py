"""Searches and fileinfo blocks: functions 40 to 42 and 5E."""

from tests.support.dos_programs.calls import call, program, show_text, text, texts
from tests.support.dos_programs.program import DosProgram

_LIST = """
; Shows name and attributes of all that function 40 finds. In: DE = string or block, HL = name, B = attributes.
list:    ld ix,block
         ld c,&40
list.next:
         call BDOS
         or a
         jr nz,list.end
         ld hl,block + 1
         call shown.text
         ld a,(block + 14)
         call show.hex
         call show.line
         ld ix,block
         ld c,&41
         jr list.next
list.end:
         call show.hex
         jp show.line
block:   ds 64
block2:  ds 64
"""


def _listed(de: str, attributes: int = 0, hl: str = "none") -> str:
    return f"         ld de,{de}\n         ld hl,{hl}\n         ld b,{attributes}\n         call list\n"


_TREE = {
    "A.TXT": b"a",
    "B.TXT": b"bb",
    "DIR/C.TXT": b"ccc",
    "DIR/CC": b"",
    "DIR/SUB/D": b"",
    "LAST.": b"12345",
}

FOUND = DosProgram(
    name="all that a search finds",
    level=2,
    files=_TREE,
    source=program(
        _listed("texts"),
        _listed("dir", 0x10),
        _listed("inside", 0x10),
        _listed("nowhere"),
        _listed("deep"),
        _listed("missing"),
        _listed("wild"),
        _listed("folder"),
        _listed("dots", 0x10),
        _listed("badname"),
        data=texts(
            texts="*.txt",
            dir="D*",
            inside="A:\\DIR\\",
            nowhere="\\NONE\\*.*",
            deep="dir\\sub\\?",
            missing="Q*",
            wild="D*\\*.*",
            folder="DIR",
            dots="DIR\\..",
            badname="DIR /W",
            none="",
        )
        + _LIST,
    ),
    output="A.TXT\n00\nB.TXT\n00\nD7\n"
    "DIR\n10\nD7\n"
    ".\n10\n..\n10\nC.TXT\n00\nCC\n00\nSUB\n10\nD7\n"
    "D6\n"
    "D\n00\nD7\n"
    "D7\n"
    "D9\n"
    "D7\n"
    "..\n10\nD7\n"
    "D9\n",
)

BLOCK = DosProgram(
    name="a fileinfo block has what the directory has",
    level=2,
    files={"DIR/SIZED.BIN": bytes(70000)},
    source=program(
        call(0x40, de="name", b=0, ix="block"),
        call(0x40, de="name", b=0, ix="block"),
        """
         ld a,(block)
         call show.hex
         ld hl,(block + 15)
         call show.word
         ld hl,(block + 17)
         call show.word
         ld hl,(block + 23)
         call show.word
         ld hl,(block + 21)
         call show.word
         ld a,(block + 25)
         call show.hex
         call show.line
""",
        call(0x43, a=1, de="block", keep="handle"),
        call(0x4A, shows="a de hl", a=2, b="(handle)", de=0, hl=0),
        call(0x45, b="(handle)"),
        data=texts(name="dir\\sized.*") + "handle: db 0\nblock: ds 64\n",
    ),
    output="00\n00\nFF432107650001117001\n00\n00 0001 1170\n00\n",
    exec_differs="the time of a file of the host is that of its making",
    guest_only="its date is that of the planted file",
)

INSIDE = DosProgram(
    name="a block of a directory is searched and the whole path follows",
    level=2,
    files=_TREE,
    source=program(
        call(0x40, de="dir", b=0x10, ix="block2"),
        call(0x5E, shows="", de="whole"),
        show_text("whole"),
        call(0x40, de="block2", hl="wild", b=0x10, ix="block"),
        call(0x5E, shows="", de="whole"),
        show_text("whole"),
        """
         ld hl,(r.hl)
         call shown.text
""",
        call(0x41, ix="block"),
        call(0x5E, shows="", de="whole"),
        show_text("whole"),
        call(0x41, ix="block"),
        _listed("block2", 0, "none"),
        _listed("block2", 0x10, "sub"),
        call(0x40, de="file", b=0, ix="block2"),
        _listed("block2", 0x10, "sub"),
        call(0x40, de="dir", b=0x10, ix="block2"),
        _listed("block2", 0x10, "path"),
        data=texts(dir="DIR", none="", wild="C?????.*", sub="sub", path="SUB\\D", file="A.TXT")
        + "whole: ds 64\n"
        + _LIST,
    ),
    output="00\nDIR\n00\nDIR\\C.TXT\nC.TXT\n00\nDIR\\CC\nD7\n"
    "C.TXT\n00\nCC\n00\nD7\n"
    "SUB\n10\nD7\n"
    "00\nCF\n00\nDA\n",
)

WHOLE = DosProgram(
    name="the whole path begins at the root",
    level=2,
    files=_TREE,
    source=program(
        call(0x5A, de="dir"),
        call(0x40, de="relative", b=0, ix="block"),
        call(0x5E, shows="", de="whole"),
        show_text("whole"),
        call(0x40, de="around", b=0, ix="block"),
        call(0x5E, shows="a", de="whole"),
        show_text("whole"),
        "         ld hl,(r.hl)\n         call shown.text\n",
        data=texts(dir="DIR", relative="SUB\\D", around="..\\DIR\\.\\SUB\\..\\c.txt")
        + "whole: ds 64\nblock: ds 64\n",
    ),
    output="00\n00\nDIR\\SUB\\D\n00\n00\nDIR\\C.TXT\nC.TXT\n",
)

ATTRIBUTES = DosProgram(
    name="hidden and system files are found when they are asked for",
    level=2,
    files={"PLAIN": b"", "HIDDEN": b"", "SYSTEM": b"", "BOTH": b"", "FIXED": b"", "D/": b""},
    source=program(
        *(
            call(0x50, shows="a l", a=1, de=name, hl=value)
            for name, value in (
                ("hidden", 2),
                ("system", 4),
                ("both", 0x27),
                ("fixed", 1),
                ("folder", 0x12),
            )
        ),
        _listed("all", 0),
        _listed("all", 2),
        _listed("all", 4),
        _listed("all", 0x16),
        data=texts(
            hidden="HIDDEN",
            system="SYSTEM",
            both="BOTH",
            fixed="FIXED",
            folder="D",
            all="?????*.",
            none="",
        )
        + _LIST,
    ),
    output="00 02\n00 04\n00 27\n00 01\n00 12\n"
    "PLAIN\n00\nFIXED\n01\nD7\n"
    "PLAIN\n00\nHIDDEN\n02\nFIXED\n01\nD7\n"
    "PLAIN\n00\nSYSTEM\n04\nFIXED\n01\nD7\n"
    "PLAIN\n00\nHIDDEN\n02\nSYSTEM\n04\nBOTH\n27\nFIXED\n01\nD\n12\nD7\n",
    exec_differs="a folder of the host is in the order of its names",
    exec_output="00 02\n00 04\n00 27\n00 01\n00 12\n"
    "FIXED\n01\nPLAIN\n00\nD7\n"
    "FIXED\n01\nHIDDEN\n02\nPLAIN\n00\nD7\n"
    "FIXED\n01\nPLAIN\n00\nSYSTEM\n04\nD7\n"
    "BOTH\n27\nD\n12\nFIXED\n01\nHIDDEN\n02\nPLAIN\n00\nSYSTEM\n04\nD7\n",
)

DEVICE = DosProgram(
    name="a device is found as a file of its own kind",
    level=2,
    source=program(
        _listed("con", 0),
        _listed("nul", 0),
        call(0x40, de="con", b=0, ix="block2"),
        call(0x40, de="block2", hl="none", b=0, ix="block"),
        data=texts(con="con.txt", nul="A:NUL", none="") + _LIST,
    ),
    output="CON\n80\nD7\nNUL\n80\nD7\n00\nC1\n",
)

VOLUME = DosProgram(
    name="a volume has a name",
    level=2,
    files={"DIR/X": b""},
    source=program(
        call(0x40, de="any", b=8, ix="block"),
        call(0x42, de="name", b=8, ix="block"),
        _listed("any", 8),
        call(0x42, de="other", b=0x88, ix="block"),
        call(0x42, de="other", b=8, ix="block"),
        call(0x5A, de="dir"),
        _listed("elsewhere", 8),
        _listed("any", 0x16),
        call(0x40, de="any", b=8, ix="block"),
        call(0x43, a=0, de="block"),
        data=texts(any="", name="A:My disk", other="B/C", dir="DIR", elsewhere="X", none="")
        + _LIST,
    ),
    output="D7\n00\nMy disk    \n08\nD7\nCB\n00\n00\nB          \n08\nD7\n"
    ".\n10\n..\n10\nX\n00\nD7\n00\nCF\n",
    guest_only="a folder of the host has no volume name",
)

NEW = DosProgram(
    name="function 42 makes files by template",
    level=2,
    files={"OLD.TXT": b"old"},
    source=program(
        """
         ld hl,template
         ld de,block + 1
         ld bc,11
         ldir
""",
        call(0x42, de="wild", b=0, ix="block"),
        show_text("block + 1"),
        call(0x42, de="none", b=2, ix="block"),
        show_text("block + 1"),
        call(0x42, de="again", b=0x80, ix="block"),
        show_text("block + 1"),
        call(0x42, de="bad", b=0, ix="block"),
        call(0x42, de="folder", b=0x10, ix="block"),
        show_text("block + 1"),
        call(0x42, de="block", hl="inner", b=0, ix="block2"),
        show_text("block2 + 1"),
        call(0x42, de="folder", b=0, ix="block"),
        call(0x42, de="old", b=0x10, ix="block"),
        call(0x42, de="old", b=0, ix="block"),
        data=texts(
            template="TEMPLATE.X",
            wild="N*.Y",
            none="",
            again="NEMPLATE.Y",
            bad="A?B",
            folder="FOLDER",
            inner="INNER",
            old="OLD.TXT",
        )
        + _LIST,
    ),
    output="00\nNEMPLATE.Y\n00\nNEMPLATE.Y\nCB\nNEMPLATE.Y\n00\n00\nFOLDER\n00\nINNER\nCC\nCB\n00\n",
    after={
        "NEMPLATE.Y": b"",
        "FOLDER/INNER": b"",
        "AEB.Y": None,
        "OLD.TXT": b"",
    },
)

MANY = DosProgram(
    name="a search goes through a directory of many clusters",
    level=2,
    files={f"MANY/F{n:03}": b"" for n in range(200)},
    source=program(
        """
         ld de,name
         ld b,0
         ld ix,block
         ld c,&40
         ld hl,0
         ld (found),hl
count:   call BDOS
         or a
         jr nz,counted
         ld hl,(found)
         inc hl
         ld (found),hl
         ld ix,block
         ld c,&41
         jr count
counted: call show.hex
         ld hl,(found)
         call show.word
         call show.line
""",
        show_text("block + 1"),
        data=text("name", "MANY\\*.*") + "found: dw 0\nblock: ds 64\n",
    ),
    output="D700C8\nF199\n",
)

PROGRAMS = [FOUND, BLOCK, INSIDE, WHOLE, ATTRIBUTES, DEVICE, VOLUME, NEW, MANY]
