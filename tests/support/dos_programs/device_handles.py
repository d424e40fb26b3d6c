"""Handles on devices: opened, written, read in lines and in binary mode."""

from tests.support.dos_programs.calls import call, program, texts
from tests.support.dos_programs.handle_calls import DATA, close, opened, read, shown, write
from tests.support.dos_programs.program import DosProgram

DEVICES = DosProgram(
    name="devices are opened and written as files",
    level=2,
    source=program(
        opened("con", "h1"),
        write("h1", 7, "text"),
        opened("prn", "h2"),
        write("h2", 5, "text"),
        opened("nul", "h3"),
        write("h3", 5, "text"),
        read("h3", 5),
        call(0x4B, shows="a e", a=0, b="(h3)", de=0),
        call(0x49, shows="a hl", b=4, de="text", hl=2),
        call(0x49, shows="a hl", b=1, de="text", hl=2),
        call(0x49, shows="a", b=0, de="text", hl=2),
        call(0x48, shows="a", b=1, de="buffer", hl=2),
        call(0x44, shows="a b", a=0, b=0, de="aux"),
        call(0x4D, de="con"),
        call(0x4E, de="con", hl="prn"),
        call(0x50, shows="a", a=1, de="con", hl=1),
        call(0x52, b="(h3)"),
        close("h3"),
        data='text:    dm "Hello"\n         db 13,10\n'
        + texts(con="CON", prn="LST.X", nul="nul", aux="AUX")
        + DATA,
    ),
    output="00 05\nHello\n00 0007\n00 06\n00 0005\n00 07\n00 0005\nC7 0000\n00 E0\n00 0002\nHe00 0002\nC6\nC6\n00 08\n"
    "00\n00\n00\n00\nC2\n",
    printed=b"HelloHe",
)


LINES = DosProgram(
    name="the console is read in lines",
    level=2,
    typed="Hello\rxy\r",
    source=program(
        call(0x48, shows="a hl", b=0, de="buffer", hl=3),
        shown(3),
        call(0x48, shows="a hl", b=0, de="buffer", hl=100),
        shown(4),
        call(0x48, shows="a hl", b=2, de="buffer", hl=100),
        shown(4),
        data=DATA,
    ),
    output="Hello\n00 0003\nHel\n00 0004\nlo..\nxy\n00 0004\nxy..\n",
)


LAST = DosProgram(
    name="a line that begins with 1Ah ends the console's file once",
    level=2,
    typed="\x1a\rgo\r",
    source=program(
        call(0x48, shows="a hl", b=0, de="buffer", hl=10),
        call(0x4B, shows="a e", a=0, b=0, de=0),
        call(0x48, shows="a hl", b=0, de="buffer", hl=10),
        call(0x4B, shows="a e", a=0, b=0, de=0),
        data=DATA,
    ),
    output="^Z\nC7 0000\n00 E3\ngo\n00 0004\n00 A3\n",
)


RAW = DosProgram(
    name="a device in binary mode gives keys as they are",
    level=2,
    typed="a\rb",
    source=program(
        call(0x4B, shows="a", a=1, b=0, de=0),
        call(0x48, shows="a hl", b=0, de="buffer", hl=3),
        shown(3),
        data=DATA,
    ),
    output="00\n00 0003\na.b\n",
)

PROGRAMS = [DEVICES, LINES, LAST, RAW]
