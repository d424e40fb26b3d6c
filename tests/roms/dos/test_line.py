"""The line that function 0A reads, with the keys that use the last line again."""

import pytest

from tests.support.disk_machine import BOARDS
from tests.support.dos import started

RIGHT, LEFT, UP, DOWN = "\x1c", "\x1d", "\x1e", "\x1f"
SELECT, DEL, CLS, INS, HOME = "\x18", "\x7f", "\x0c", "\x12", "\x0b"


def edited(keys, board="eb1"):
    """What ECHO shows of a line that is typed with `keys` behind the line `ECHO abcdef`."""
    dos = started(board)
    dos.line("CLS")
    dos.type("ECHO abcdef\r")
    dos.wait()
    dos.type(keys + "\r")
    dos.wait()
    return dos.rows()


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (DOWN, "abcdef"),
        (RIGHT * 8, "abc"),
        (SELECT + "d", "abc"),
        (SELECT + "z" + DOWN, "abcdef"),
        (SELECT + "a" + DEL + DOWN, "bcdef"),
        (SELECT + "a" + CLS + "e" + DOWN, "ef"),
        (SELECT + "b" + "X" + DOWN, "aXcdef"),
        (SELECT + "b" + INS + "XY" + DOWN, "aXYbcdef"),
        (SELECT + "b" + INS + "X" + INS + "Y" + DOWN, "aXYcdef"),
        (DOWN + LEFT * 2 + DOWN, "abcdef"),
        (DOWN + "\b\bgh", "abcdgh"),
        ("ECHO no" + UP + "ECHO yes", "yes"),
        ("ECHO no\x1b" + DOWN, "abcdef"),
        ("ECHO no\x15" + DOWN, "abcdef"),
        ("ECHO new" + HOME + DOWN, "new"),
        ("\r" + DOWN, "abcdef"),
    ],
)
def test_the_last_line_is_used_again(board, keys, shown):
    assert edited(keys, board)[-2] == shown


def test_a_control_character_takes_two_columns_and_is_rubbed_out_with_them():
    rows = edited("ECHO x\x01\x02\by")

    assert rows[-3] == "A>ECHO x^Ay"


def test_a_tab_is_rubbed_out_with_all_its_columns():
    rows = edited("ECHO\tx\b\b y")

    assert rows[-3] == "A>ECHO y"
