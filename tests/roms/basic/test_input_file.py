"""INPUT #, LINE INPUT # and INPUT$ from a file; PRINT # into one."""

import pytest

from machine.media.cas import Tape, blank, container
from tests.support.basic import Basic, started

SLOW = 120.0  # emulated seconds of tape
BLOCK = 256


def with_text(text: bytes, board: str = "eb1") -> Basic:
    """A machine with a text file on its tape."""
    basic = started(board)
    head = b"\xea" * 10 + b"DATA  "
    data = text + b"\x1a" * (BLOCK - len(text) % BLOCK)
    blocks = [data[at : at + BLOCK] for at in range(0, len(data), BLOCK)]
    basic.vm.insert("cassette", Tape(container([head, *blocks])))
    return basic


def read(text: bytes, statements: str, board: str = "eb1") -> list[str]:
    """Opens the file as #1, runs the statements, returns the rows."""
    basic = with_text(text, board)
    rows = basic.run(f'10 CLEAR 700:OPEN "CAS:DATA" FOR INPUT AS #1\n20 {statements}', SLOW)
    return [row.strip() for row in rows]


FILES = {
    "numbers_end_at_commas_blanks_and_lines": (
        b"1,2 3\r\n4\r5 ,6",
        "FOR I=1 TO 6:INPUT #1,A:PRINT A;:NEXT",
        ["1  2  3  4  5  6"],
    ),
    "strings_end_at_commas_and_lines": (
        b" one, two \r\nthree\r\nfo ur",
        'FOR I=1 TO 4:INPUT #1,A$:PRINT A$;"|";:NEXT',
        ["one|two |three|fo ur|"],
    ),
    "quotes_keep_commas_and_lines": (
        b'"a,b" ,"c\rd"\r\n"e"x',
        "INPUT #1,A$,B$,C$,D$:PRINT A$;LEN(B$);C$;D$",
        ["a,b 3 ex"],
    ),
    "types_mixed": (
        b'5,abc,"x y",-1.5E2\r\n',
        'INPUT #1,A%,A$,B$,B:PRINT A%;A$;"|";B$;B',
        ["5 abc|x y-150"],
    ),
    "no_number_is_0": (b"abc,5\r\n", "INPUT #1,A,B:PRINT A;B", ["0  5"]),
    "empty_items": (b",,x\r\n", 'INPUT #1,A,A$,B$:PRINT A;A$;"|";B$', ["0 |x"]),
    "long_items_are_cut_at_255": (
        b"x" * 300 + b"\r\n",
        "INPUT #1,A$,B$:PRINT LEN(A$);LEN(B$)",
        ["255  45"],
    ),
    "the_end": (b"1\r\n", "INPUT #1,A:PRINT A:INPUT #1,A", ["1", "Input past end in 20"]),
    "the_last_item_may_end_with_the_file": (b"1,ab", "INPUT #1,A,A$:PRINT A;A$", ["1 ab"]),
    "line_input_takes_lines": (
        b' a, "b" \r\n\r\nlast',
        'FOR I=1 TO 3:LINE INPUT #1,A$:PRINT A$;"|";:NEXT',
        ['a, "b" ||last|'],
    ),
    "line_input_at_the_end": (
        b"x\r\n",
        "LINE INPUT #1,A$:LINE INPUT #1,A$",
        ["Input past end in 20"],
    ),
    "line_input_of_a_number": (b"x\r\n", "LINE INPUT #1,A", ["Type mismatch in 20"]),
    "input_s_takes_characters": (
        b"ab\r\ncd",
        "A$=INPUT$(5,#1):PRINT LEN(A$);ASC(MID$(A$,3));INPUT$(1,1)",
        ["5  13 d"],
    ),
    "input_s_at_the_end": (b"ab", "A$=INPUT$(3,#1)", ["Input past end in 20"]),
    "eof_ends_the_loop": (
        b"1\r\n2\r\n",
        "IF NOT EOF(1) THEN INPUT #1,A:PRINT A;:GOTO 20",
        ["1  2"],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_program_reads_a_file(name: str) -> None:
    text, statements, rows = FILES[name]

    assert read(text, statements) == rows


def test_a_file_written_by_print_is_read_by_input() -> None:
    basic = started("eb2")
    basic.vm.insert("cassette", blank())
    program = (
        '10 OPEN "CAS:DATA" FOR OUTPUT AS #1\n'
        '20 PRINT #1,1;",";-2.5;",";"text";",";CHR$(34);"a,b";CHR$(34)\n'
        '30 PRINT #1,USING "##.#";7:CLOSE #1'
    )
    assert basic.run(program, SLOW) == []
    tape = basic.vm.machine.media["cassette"]
    assert isinstance(tape, Tape)

    again = started("eb2")
    again.vm.insert("cassette", Tape(tape.contents()))
    program = '10 OPEN "CAS:DATA" FOR INPUT AS #1\n20 INPUT #1,A,B,A$,B$,C:PRINT A;B;A$;B$;C'

    assert again.run(program, SLOW) == [" 1 -2.5 texta,b 7"]


def test_input_s_is_an_item_of_print_and_lprint() -> None:
    basic = with_text(b"abcdef")
    program = (
        '10 MAXFILES=2:OPEN "CAS:DATA" FOR INPUT AS #1:OPEN "LPT:" FOR OUTPUT AS #2\n'
        "20 PRINT #2,INPUT$(2,#1);INPUT$(1,#1);:LPRINT INPUT$(1,#1);1\n"
        "30 PRINT #2,INPUT$(1);:PRINT INPUT$(1,1)"
    )
    basic.type_program(program)
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=30)
    basic.vm.type("z")
    basic.wait(SLOW)

    assert basic.rows()[-2] == "e"
    assert basic.vm.machine.devices["printer"].take() == b"abcd 1 \r\nz"


def test_an_index_of_input_may_read_another_file() -> None:
    basic = with_text(b"3,55\r\n")
    program = (
        '10 OPEN "CAS:DATA" FOR INPUT AS #1\n'
        "20 INPUT #1,A(VAL(INPUT$(1,#1))):INPUT #1,B:PRINT A(3);B"
    )

    assert basic.run(program, SLOW) == [" 0  55"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("INPUT #1,A", "File not OPEN"),
        ("LINE INPUT #9,A$", "Bad file number"),
        ("PRINT #1,A", "File not OPEN"),
        ("PRINT #9,A", "Bad file number"),
        ("A$=INPUT$(1,#1)", "File not OPEN"),
        ('OPEN "CRT:" FOR OUTPUT AS #1:INPUT #1,A', "Bad file number"),
    ],
)
def test_files_that_are_not_there_are_refused(line: str, error: str) -> None:
    assert started("eb1").direct(line) == [error]


def test_behind_an_error_output_is_on_the_screen_again() -> None:
    basic = started("eb1")
    basic.vm.insert("cassette", blank())

    shown = basic.direct('OPEN "CAS:X" FOR OUTPUT AS #1:PRINT #1,"a";1+"b"', SLOW)

    assert shown == ["Type mismatch"]
    assert basic.direct("PRINT 5") == [" 5"]
