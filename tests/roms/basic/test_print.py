"""PRINT, PRINT USING, LPRINT, WIDTH, LOCATE: what stands on the screen."""

import pytest

from tests.support.basic import started

BOARDS = ["eb1", "eb2"]

LINES = [
    ("PRINT 1;-2;3", [" 1 -2  3"]),
    ("?1.5;.5;-.25;1E20;1/3", [" 1.5  .5 -.25  1E+20  .33333333333333"]),
    ("PRINT 32767;-32768;10000;9;0", [" 32767 -32768  10000  9  0"]),
    ('PRINT "A";"B""C" "D"', ["ABCD"]),
    ('PRINT "A","B"', ["A             B"]),
    ('PRINT "A",,"B"', ["A", "B"]),
    ("PRINT ,1", ["               1"]),
    ('PRINT "12345678901234","B"', ["12345678901234", "B"]),
    ('PRINT "A";TAB(5);"B";TAB(2);"C"', ["A    BC"]),
    ('PRINT "A"TAB(5)"B"SPC(2)"C"', ["A    B  C"]),
    ('PRINT "V";TAB(45);"C"', ["V", "      C"]),
    ('PRINT "V";SPC(41);"C"', ["V", "   C"]),
    ("PRINT TAB(256)", ["Illegal function call"]),
    ("PRINT SPC(-1)", ["Illegal function call"]),
    ('PRINT "x";:PRINT "y":PRINT:PRINT "z";', ["xy", "z"]),
    ('PRINT STRING$(30,"*");STRING$(20,"-")', ["*" * 30, "-" * 20]),
    ('PRINT STRING$(50,"*")', ["*" * 39, "*" * 11]),
    ('PRINT STRING$(36,"*");12', ["*" * 36, " 12"]),
    ('PRINT STRING$(35,"*");12', ["*" * 35 + " 12"]),
    ("PRINT 1)", [" 1", "Syntax error"]),
    ("PRINT POS(0);:PRINT POS(0)", [" 0  3"]),
    ("PRINT CSRLIN", [" 2"]),
    ('PRINT "a":PRINT CSRLIN', ["a", " 3"]),
]


@pytest.mark.parametrize("board", BOARDS)
def test_print_writes_values(board: str) -> None:
    basic = started(board)

    for line, rows in LINES:
        assert (line, basic.direct(line)) == (line, rows)


USING = [
    ('"###.#";1,2.25;-3', ["  1.0  2.3 -3.0"]),
    ('"###";12345;-12345', ["%12345%-12345"]),
    ('"#.##";.005;.994;.995', ["0.010.991.00"]),
    ('".##";.5', [".50"]),
    ('"###.";5', ["  5."]),
    ('"+##";5;-5', [" +5 -5"]),
    ('"##+|";5;-5', [" 5+| 5-|"]),
    ('"##-|";5;-5', [" 5 | 5-|"]),
    ('"**##.##|";5;-5;12345', ["***5.00|**-5.00|%12345.00|"]),
    ('"$$###.##|";5;-5', ["   $5.00|  -$5.00|"]),
    ('"**$##.##|";5', ["***$5.00|"]),
    ('"########,.##";1234567.891#', ["1,234,567.89"]),
    ('"#,###";1234', ["1,234"]),
    ('"##.##^^^^";234.56', [" 2.35E+02"]),
    ('".####^^^^-|";888888;-888888', [".8889E+06 |.8889E+06-|"]),
    ('"+.##^^^^";123', ["+.12E+03"]),
    ('"!";"abc";"d"', ["ad"]),
    ('"\\ \\|";"abcdef";"a"', ["abc|a  |"]),
    ('"\\\\|";"abcdef"', ["ab|"]),
    ('"&-";"abc";"";"d"', ["abc--d-"]),
    ('"_!#_!";5;', ["!5!"]),
    ('"a_##_"; 5', ["a#5_"]),
    ('"Total: ### pieces ";5;', ["Total:   5 pieces"]),
    ('"## & ";1;"a";2;"b"', [" 1 a  2 b"]),
    ('"#####";1E10', ["%10000000000"]),
    ('"+";1', ["+", "Illegal function call"]),
    ('"abc";1', ["abc", "Illegal function call"]),
    ('"";1', ["Illegal function call"]),
    ('"##";"a"', ["Type mismatch"]),
    ('"!";1', ["Type mismatch"]),
    ('"##"', ["Syntax error"]),
    ('"##";', ["Missing operand"]),
    ("5;1", ["Type mismatch"]),
    ('"#########################";1', ["Illegal function call"]),
    ('"########################";1', [" " * 23 + "1"]),
    ("A$;5", ["Illegal function call"]),  # A$ was never set
    ('"##";1"a"', [" 1", "Syntax error"]),
]


@pytest.mark.parametrize("board", BOARDS)
def test_print_using_formats_values(board: str) -> None:
    basic = started(board)

    for tail, rows in USING:
        assert (tail, basic.direct("PRINT USING " + tail)) == (tail, rows)


def test_using_takes_its_format_from_an_expression() -> None:
    program = '10 A$="##.":FOR I=0 TO 2:PRINT USING A$+STRING$(I,"#")+"/";I/3;:NEXT'

    assert started("eb1").run(program) == [" 0./ 0.3/ 0.67/"]


def test_using_prints_commas_and_semicolons_alike_and_a_last_one_keeps_the_line() -> None:
    basic = started("eb1")

    assert basic.direct('PRINT USING "#/";1,2;3;:PRINT "x"') == ["1/2/3/x"]
    assert basic.direct('PRINT USING "#/";1,2;3:PRINT "x"') == ["1/2/3/", "x"]


def printed(line: str) -> bytes:
    """What reaches the printer while a direct line runs."""
    basic = started("eb1")
    basic.direct(line)
    paper: bytes = basic.vm.machine.devices["printer"].take()
    return paper


PAPER = [
    ('LPRINT "A";1', b"A 1 \r\n"),
    ("LPRINT", b"\r\n"),
    ('LPRINT "A",TAB(20);"B";', b"A" + b" " * 19 + b"B"),
    ('LPRINT STRING$(80,"*");12', b"*" * 80 + b" 12 \r\n"),
    ('LPRINT USING "##.#";1.25', b" 1.3\r\n"),
    ('LPRINT "ABC";:LPRINT LPOS(0);:LPRINT', b"ABC 3 \r\n"),
    ('PRINT "A":LPRINT "B":PRINT "C"', b"B\r\n"),
]


@pytest.mark.parametrize(("line", "paper"), PAPER)
def test_lprint_writes_on_paper(line: str, paper: bytes) -> None:
    assert printed(line) == paper


def test_an_error_in_lprint_comes_on_the_screen() -> None:
    assert started("eb1").direct('LPRINT "A";1+"B"') == ["Type mismatch"]


def test_paper_that_is_taken_after_every_frame_has_whole_lines_and_characters() -> None:
    basic = started("eb1")
    basic.type_program('10 FOR I=1 TO 400:LPRINT CHR$(1);"A":NEXT')
    basic.vm.type("RUN\r")
    paper = ""
    for _ in range(400):
        basic.vm.run(frames=1)
        paper += basic.vm.machine.printed()

    assert paper == "☺\n" * 400


def test_ctrl_stop_ends_printing_on_paper_with_an_error() -> None:
    basic = started("eb1")
    basic.type_program('5 CLS\n10 LPRINT STRING$(80,"*"):GOTO 10')
    basic.vm.type("RUN\r")
    basic.vm.run(seconds=0.5)
    basic.control_stop()
    basic.wait(3)

    assert basic.rows()[0] == "Device I/O error in 10"
    assert basic.direct("PRINT 1:PRINT 2") == [" 1", " 2"]


@pytest.mark.parametrize("board", BOARDS)
def test_locate_sets_column_and_row(board: str) -> None:
    basic = started(board)
    basic.run('10 CLS:LOCATE 3,2:PRINT "A";POS(0);CSRLIN:LOCATE ,5:PRINT "B":LOCATE 7:PRINT "C"')
    rows = basic.rows()

    assert rows[2] == "   A 4  2"
    assert rows[5] == "B"
    assert rows[6] == "       C"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("LOCATE", "Missing operand"),
        ("LOCATE 1,", "Missing operand"),
        ("LOCATE -1", "Illegal function call"),
        ("LOCATE 256,0", "Illegal function call"),
        ("LOCATE 1,1,1,1", "Syntax error"),
        ("CLS 1", "Syntax error"),
    ],
)
def test_locate_and_cls_refuse_other_forms(line: str, error: str) -> None:
    assert started("eb1").direct(line) == [error]


def test_locate_switches_the_cursor() -> None:
    basic = started("eb1")

    assert basic.direct("LOCATE 0,3,1:PRINT PEEK(&HFCA9)<>0") == ["-1"]
    assert basic.direct("LOCATE ,,0:PRINT PEEK(&HFCA9)<>0") == [" 0"]


@pytest.mark.parametrize("board", BOARDS)
def test_width_sets_the_columns_and_clears(board: str) -> None:
    basic = started(board)

    basic.enter("WIDTH 30")
    basic.wait()
    assert basic.byte("LINLEN") == 30
    assert basic.rows() == ["Ok"]
    assert basic.direct('PRINT STRING$(31,"*")') == ["*" * 30, "*"]
    assert basic.direct('PRINT "A","B"') == ["A             B"]


def test_width_of_eb2_has_80_columns() -> None:
    basic = started("eb2")
    basic.enter("WIDTH 80")
    basic.wait()

    assert basic.direct("PRINT 1,2,3,4,5") == [
        " 1             2             3             4             5"
    ]
    basic.enter("WIDTH 40")
    basic.wait()
    assert basic.direct('PRINT STRING$(41,"*")') == ["*" * 40, "*"]


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(
    ("screen", "shapes", "widths"),
    [(0, 0x800, (37, 40)), (1, 0, (29, 16))],
    ids=["screen 0", "screen 1"],
)
def test_width_keeps_the_shapes_and_colours_of_characters(
    screen: int, shapes: int, widths: tuple[int, int], board: str
) -> None:
    basic = started(board)
    wide, narrow = widths
    basic.run(
        f"10 SCREEN {screen}:WIDTH {wide}\n20 FOR I={shapes}+768 TO {shapes}+775:VPOKE I,170:NEXT\n"
        f"30 IF {screen} THEN VPOKE 8204,18\n40 WIDTH {narrow}:PRINT CHR$(96)"
    )

    assert basic.vm.vram(shapes + 768, 8) == b"\xaa" * 8
    assert screen == 0 or basic.vm.vram(8204, 1) == b"\x12"


@pytest.mark.parametrize(
    ("board", "line"),
    [("eb1", "WIDTH 41"), ("eb1", "WIDTH 0"), ("eb2", "WIDTH 81"), ("eb2", "WIDTH 256")],
)
def test_width_refuses_other_widths(board: str, line: str) -> None:
    basic = started(board)
    before = basic.byte("LINLEN")

    assert basic.direct(line) == ["Illegal function call"]
    assert basic.byte("LINLEN") == before


def test_width_of_screen_1_is_up_to_32() -> None:
    basic = started("eb1")
    basic.enter("SCREEN 1\nWIDTH 32")
    basic.wait()

    assert basic.direct('PRINT STRING$(33,"*")') == ["*" * 32, "*"]
    assert basic.direct("WIDTH 33") == ["Illegal function call"]
