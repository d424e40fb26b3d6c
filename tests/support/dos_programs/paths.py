"""Names and paths: what functions 5B to 5E make of them, the current directory."""

from machine.charsets import capital_codes
from tests.support.dos_programs.calls import call, program, show_text, text, texts
from tests.support.dos_programs.program import DosProgram

_PARSED = (  # string, volume flag, what is seen: error, flags, drive, characters to the end and to the last item
    ("A:\\XYZ\\P.Q /F", 0, "00 1F 01 0A 07"),
    ("", 0, "00 00 01 00 00"),
    ("FILE", 0, "00 09 01 04 00"),
    ("file.txt", 0, "00 19 01 08 00"),
    (".TXT", 0, "00 11 01 04 00"),
    ("B:", 0, "00 04 02 02 02"),
    ("b:*.?", 0, "00 3D 02 05 02"),
    ("\\", 0, "00 03 01 01 01"),
    ("DIR\\", 0, "00 03 01 04 04"),
    (".", 0, "00 49 01 01 00"),
    ("A\\..", 0, "00 CB 01 04 02"),
    ("A.B.C", 0, "00 19 01 03 00"),
    ("NAMEISTOOLONG.LONG,X", 0, "00 19 01 12 00"),
    ("A\\\\B", 0, "D9 03 01 02 02"),
    ("A?\\B", 0, "D9 01 01 02 00"),
    ("Z:X", 0, "DB 00 01 00 00"),
    ("A/B", 0, "00 09 01 01 00"),
    ("B:My disk", 0x10, "00 0D 02 09 02"),
    ("A:B", 0x10, "00 0D 01 03 02"),
    ("A.*\\/B", 0x10, "00 09 01 04 00"),
)


PARSE = DosProgram(
    name="a path is parsed",
    level=2,
    source=program(
        *(
            call(0x5B, shows=f"a b c de-t{index} hl-t{index}", b=row[1], de=f"t{index}")
            for index, row in enumerate(_PARSED)
        ),
        data="".join(text(f"t{index}", row[0]) for index, row in enumerate(_PARSED)),
    ),
    output="".join(row[2] + "\n" for row in _PARSED),
)

_NAMES = (
    ("file.txt", "FILE    TXT", "00 18 08"),
    ("A*B.C", "A???????C  ", "00 38 05"),
    ("*.*", "???????????", "00 38 03"),
    ("LONGFILENAME.TEXT", "LONGFILETEX", "00 18 11"),
    ("", "           ", "00 00 00"),
    (".", ".          ", "00 48 01"),
    ("..", "..         ", "00 C8 02"),
    (".PRF", "        PRF", "00 10 04"),
    ("A:B", "A          ", "00 08 01"),
    ("A\\B", "A          ", "00 08 01"),
    ("X.Y Z", "X       Y  ", "00 18 03"),
)


PFILE = DosProgram(
    name="a name is parsed",
    level=2,
    source=program(
        *(
            call(0x5C, shows=f"a b de-t{index} buffer:11", de=f"t{index}", hl="buffer")
            for index in range(len(_NAMES))
        ),
        data="".join(text(f"t{index}", row[0]) for index, row in enumerate(_NAMES))
        + "buffer: ds 11\n",
    ),
    output="".join(f"{row[2]} {row[1]}\n" for row in _NAMES),
)

_CHECKED = [(ord(char), flags) for flags in (0, 1, 8) for char in 'aZ0.:\\/" ~*?=[']
_ENDS = {0: '.:\\/" =[', 1: '.:\\/" =[', 8: "/"}

CHKCHR = DosProgram(
    name="characters are checked and become capitals",
    level=2,
    source=program(
        *(
            call(0x5D, shows="", d=flags, e=char)
            + "         ld a,(r.de)\n         call show.char\n"
            + "         ld a,(r.de + 1)\n         call show.hex\n"
            for char, flags in _CHECKED
        ),
        "         call show.line\n",
    ),
    output="".join(
        f"{'A' if char == ord('a') and flags != 1 else chr(char)}"
        f"{flags & 9 | (16 if chr(char) in _ENDS[flags] else 0):02X}"
        for char, flags in _CHECKED
    )
    + "\n",
)

_LETTERS = range(0x80, 0xC0)

ACCENTS = DosProgram(
    name="letters beyond ASCII become the capitals of the character set",
    level=2,
    source=program(
        *(
            call(0x5D, shows="", d=0, e=code) + "         ld a,(r.de)\n         call show.hex\n"
            for code in _LETTERS
        ),
        "         call show.line\n",
    ),
    output=capital_codes(bytes(_LETTERS)).hex().upper() + "\n",
)

_GET = call(0x59, b=0, de="buffer") + show_text("buffer")

CURRENT = DosProgram(
    name="the current directory is changed and told",
    level=2,
    files={"ONE/TWO/DEEP.TXT": b"deep", "TOP.TXT": b"top"},
    source=program(
        _GET,
        call(0x5A, de="one"),
        _GET,
        call(0x5A, de="two"),
        _GET,
        call(0x5A, de="dot"),
        _GET,
        call(0x43, shows="a", a=1, de="deep", keep="handle"),
        call(0x45, b="(handle)"),
        call(0x43, shows="a", a=1, de="topfile"),
        call(0x5A, de="up"),
        _GET,
        call(0x5A, de="upup"),
        _GET,
        call(0x5A, de="onetwo"),
        _GET,
        call(0x5A, de="other"),
        _GET,
        call(0x5A, de="root"),
        _GET,
        call(0x5A, de="up"),
        call(0x5A, de="missing"),
        call(0x5A, de="topfile"),
        call(0x5A, de="bad"),
        call(0x5A, de="wild"),
        call(0x5A, de="empty"),
        _GET,
        call(0x59, b=9, de="buffer"),
        data=texts(
            one="ONE",
            two="a:two",
            dot=".",
            deep="deep.txt",
            topfile="TOP.TXT",
            up="..",
            upup="..\\",
            onetwo="\\ONE\\TWO",
            other="..\\..\\ONE",
            root="\\",
            missing="NONE",
            bad="ONE:",
            wild="O*",
            empty="",
        )
        + "handle: db 0\nbuffer: ds 64\n",
    ),
    output="00\n\n00\n00\nONE\n00\n00\nONE\\TWO\n00\n00\nONE\\TWO\n00\n00\nD7\n00\n00\nONE\n00\n00\n\n"
    "00\n00\nONE\\TWO\n00\n00\nONE\n00\n00\n\nD6\nD6\nD6\nD9\nD9\n00\n00\n\nDB\n",
)

FCB_INSIDE = DosProgram(
    name="FCB functions work in the current directory",
    level=2,
    files={"ONE/INSIDE.TXT": b"inside"},
    source=program(
        call(0x0F, de="fcb"),
        call(0x5A, de="one"),
        call(0x0F, de="fcb"),
        call(0x13, de="fcb"),
        data=texts(one="ONE") + 'fcb: db 0\n dm "INSIDE  TXT"\n ds 25\n',
    ),
    output="FF\n00\n00\n00\n",
    after={"ONE/INSIDE.TXT": None, "ONE/": b""},
)

LONG = DosProgram(
    name="a path of more than 63 characters is too long",
    level=2,
    source=program(
        call(0x43, a=0, de="fits"),
        call(0x43, a=0, de="long"),
        data=texts(fits="\\ABCDEFG" * 7 + "\\ABCDEF", long="\\ABCDEFG" * 8),
    ),
    output="D6\nD8\n",
)

PROGRAMS = [PARSE, PFILE, CHKCHR, ACCENTS, CURRENT, FCB_INSIDE, LONG]
