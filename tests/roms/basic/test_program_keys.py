"""KEY: the function keys' texts, their line on the screen, KEY LIST."""

import pytest

from tests.support.basic import Basic, started
from tests.support.guest_calls import WORK
from tests.support.program_text import shown

DEFAULTS = [
    b"color ",
    b"auto ",
    b"goto ",
    b"list ",
    b"run\r",
    b"color 15,4,4\r",
    b'cload"',
    b"cont\r",
    b"list.\r\x1e\x1e",
    b"\x0crun\r",
]


@pytest.fixture
def basic() -> Basic:
    """A guest at its prompt."""
    return started("eb2")


def text_of(basic: Basic, number: int) -> bytes:
    """The text of function key `number`, 1 to 10."""
    return basic.vm.read(WORK["FNKSTR"] + 16 * (number - 1), 16).split(b"\0")[0]


def key_line(basic: Basic) -> str:
    """The last row of the screen."""
    return basic.vm.screen_text()[-1].strip()


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_keys_have_the_documented_texts(board: str) -> None:
    basic = started(board)
    assert [text_of(basic, number) for number in range(1, 11)] == DEFAULTS


def test_key_gives_a_key_its_text_and_shows_it(basic: Basic) -> None:
    basic.enter('KEY ON\nKEY 1,"PRINT"+CHR$(13)')
    assert text_of(basic, 1) == b"PRINT\r"
    assert key_line(basic).startswith("PRINT")


def test_key_keeps_fifteen_characters(basic: Basic) -> None:
    basic.enter('KEY 10,"123456789012345678"')
    assert text_of(basic, 10) == b"123456789012345"
    assert text_of(basic, 9) == DEFAULTS[8]


def test_key_of_nothing_empties_it(basic: Basic) -> None:
    basic.enter('KEY 2,""')
    assert text_of(basic, 2) == b""


def test_key_while_the_line_is_off_leaves_the_last_row_alone(basic: Basic) -> None:
    basic.enter('KEY OFF\nCLS\nLOCATE 0,23:PRINT "here";:LOCATE 0,3')
    basic.enter('KEY 1,"X"')
    assert key_line(basic) == "here"


@pytest.mark.parametrize("what", ['KEY 0,"A"', 'KEY 11,"A"', 'KEY -1,"A"', 'KEY 256,"A"'])
def test_key_of_another_number_is_refused(basic: Basic, what: str) -> None:
    assert shown(basic, what) == ["Illegal function call"]


@pytest.mark.parametrize("what", ["KEY 1,5", "KEY 1,A"])
def test_key_of_a_number_instead_of_a_text_is_a_type_mismatch(basic: Basic, what: str) -> None:
    assert shown(basic, what) == ["Type mismatch"]


@pytest.mark.parametrize("what", ["KEY 1", "KEY ON 1", "KEY LIST 1", 'KEY 1,"A",2'])
def test_key_with_something_else_is_a_syntax_error(basic: Basic, what: str) -> None:
    assert shown(basic, what)[-1] == "Syntax error"


def test_key_on_and_off_show_and_hide_the_line(basic: Basic) -> None:
    basic.enter("KEY OFF")
    assert (key_line(basic), basic.byte("CNSDFG")) == ("", 0)
    basic.enter("KEY ON")
    assert key_line(basic).split() == ["color", "auto", "goto", "list", "run"]
    assert basic.byte("CNSDFG")


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize(
    ("width", "line"), [(14, "co au go li ru"), (9, "c a g l r"), (8, ""), (1, "")]
)
def test_a_narrow_screen_has_little_or_no_room_for_the_keys(
    board: str, width: int, line: str
) -> None:
    basic = started(board)
    basic.enter(f"WIDTH {width}")
    basic.vm.run(frames=20)
    assert key_line(basic) == line


def test_key_list_shows_the_texts_with_blanks_for_control_codes(basic: Basic) -> None:
    basic.enter('KEY 3,"A"+CHR$(13)+"B"')
    assert shown(basic, "KEY LIST") == [
        "color", "auto", "A B", "list", "run", "color 15,4,4", 'cload"', "cont", "list.", "run",
    ]  # fmt: skip


def test_key_with_a_number_in_brackets_is_an_event(basic: Basic) -> None:
    program = "10 ON KEY GOSUB 100\n20 KEY(1) ON\n30 IF A=0 THEN 30\n40 PRINT A:END\n100 A=7:RETURN"
    basic.enter(program)
    basic.vm.type("CLS:RUN\r")
    basic.vm.run(frames=30)
    basic.vm.press("F1")
    basic.wait()
    assert basic.rows()[-2].strip() == "7"
