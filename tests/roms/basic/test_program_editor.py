"""The screen editor as a programmer uses it: what stands on the screen is entered again with RETURN."""

import pytest

from tests.support.basic import Basic, started
from tests.support.program_text import listing, program

UP, DOWN, RIGHT, LEFT = "\x1e", "\x1f", "\x1c", "\x1d"
HOME, CLS, INS, DEL, BS = "\x0b", "\x0c", "\x12", "\x7f", "\x08"
WORD_BACK, ERASE, WORD, TAIL, CLEAR = "\x02", "\x05", "\x06", "\x0e", "\x15"


@pytest.fixture(params=["eb1", "eb2"])
def basic(request: pytest.FixtureRequest) -> Basic:
    """A guest at its prompt, the screen empty."""
    made = started(request.param)
    made.enter("KEY OFF")
    made.enter("CLS")
    return made


def keys(basic: Basic, text: str) -> None:
    """Types codes as the keyboard gives them."""
    codes = text.encode("latin-1")
    for start in range(0, len(codes), 16):
        basic.vm.machine.typist.waiting += codes[start : start + 16]
        basic.vm.run(frames=6)


def test_listed_line_is_changed_in_place(basic: Basic) -> None:
    basic.enter("10 PRINT 1\nCLS")
    keys(basic, "LIST\r")
    basic.wait()
    keys(basic, UP * 2 + RIGHT * 9 + "2\r")
    assert listing(basic) == [b"10 PRINT 2"]


def test_line_with_another_number_is_a_copy(basic: Basic) -> None:
    keys(basic, "10 PRINT 1\r" + UP + "2\r")
    assert listing(basic) == [b"10 PRINT 1", b"20 PRINT 1"]


def test_line_over_several_rows_is_entered_from_any_of_them(basic: Basic) -> None:
    text = 'PRINT"' + "0123456789" * 8 + '"'
    keys(basic, f"10 {text}\r{UP * 2}XY\r")
    changed = listing(basic)[0].decode()
    assert len(changed) == len(text) + 3
    assert changed.count("XY") == 1
    assert changed.index("XY") % basic.byte("LINLEN") == 0


def test_insert_pushes_a_line_into_the_next_row(basic: Basic) -> None:
    text = 'PRINT"' + "0123456789" * 3 + '"'
    keys(basic, f"10 {text}\r{UP * 2}{RIGHT * 9}{INS}abcdefgh\r")
    assert listing(basic) == [f'10 PRINT"abcdefgh{"0123456789" * 3}"'.encode()]


def test_insert_ends_with_a_cursor_key(basic: Basic) -> None:
    keys(basic, f"10 AC\r{UP}{RIGHT * 4}{INS}B{LEFT}X\r")
    assert listing(basic) == [b"10 AXC"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (f"10 ABX{BS}C\r", b"10 ABC"),
        (f"10 ABXC{LEFT * 2}{DEL}\r", b"10 ABC"),
        (f"10 ABCXYZ{LEFT * 3}{ERASE}\r", b"10 ABC"),
        (f"20 XYZ{CLEAR}10 ABC\r", b"10 ABC"),
        (f"10 BC{WORD_BACK}{INS}A\r", b"10 ABC"),
        (f"10 A;XX;C{WORD_BACK * 2}B {TAIL}D\r", b"10 A;B ;CD"),
        (f"10 A+B+C{WORD_BACK * 4}{WORD * 2}Z\r", b"10 A+Z+C"),
        (f"X{CLS}10 ABC\r", b"10 ABC"),
        (f"ABC{HOME}10 ABC\r", b"10 ABC"),
        ("10 AB\x1bC\r", b"10 ABC"),
        ("10 A\tB\r", b"10 A    B"),
        ("10 A\x07B\r", b"10 AB"),
    ],
)
def test_control_keys_edit_a_line(basic: Basic, typed: str, expected: bytes) -> None:
    keys(basic, HOME + typed)
    assert listing(basic) == [expected]


def test_delete_draws_the_next_row_up(basic: Basic) -> None:
    text = 'PRINT"' + "0123456789" * 6 + '"'
    keys(basic, f"10 {text}\r{UP * 2}{RIGHT * 9}{DEL * 10}\r")
    assert listing(basic) == [f'10 PRINT"{"0123456789" * 5}"'.encode()]


def test_control_stop_gives_a_line_up(basic: Basic) -> None:
    keys(basic, "10 PRINT 1\x03")
    assert program(basic) == {}


def test_control_stop_ends_auto_without_ok(basic: Basic) -> None:
    keys(basic, "AUTO\rA=1\rB=2\x03PRINT 5\r")
    basic.wait()
    assert list(program(basic)) == [10]
    assert [row.strip() for row in basic.rows()[-4:]] == ["20 B=2", "PRINT 5", "5", "Ok"]


def test_line_of_auto_above_is_changed_under_its_own_number(basic: Basic) -> None:
    keys(basic, f"AUTO\rA=1\r{UP}B\rC=3\r\x03")
    assert listing(basic) == [b"10 B=1", b"20 C=3"]


def test_graphic_and_accented_characters_stay_in_texts(basic: Basic) -> None:
    keys(basic, '10 PRINT"\x01A\x82\xdb":REM \x01B\x84\r')
    assert program(basic)[10] == b'\x91"\x01A\x82\xdb":\x8f \x01B\x84'


def test_accented_characters_outside_texts_are_dropped(basic: Basic) -> None:
    keys(basic, "10 A\x82=\x811\r")
    assert listing(basic) == [b"10 A=1"]


def test_function_keys_type_their_texts(basic: Basic) -> None:
    basic.enter('10 PRINT "ran"')
    basic.vm.press("F5")
    basic.wait()
    assert basic.rows()[-2].strip() == "ran"


def test_line_of_250_characters_is_taken_whole(basic: Basic) -> None:
    text = "10 REM " + "x" * 243
    keys(basic, text + "\r")
    assert listing(basic) == [text.encode()]


def test_prompt_entered_again_is_a_syntax_error(basic: Basic) -> None:
    basic.enter("PRINT")
    keys(basic, UP + "\r")
    basic.wait()
    assert basic.rows()[-2].strip() == "Syntax error"
