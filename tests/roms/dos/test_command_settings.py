"""DATE, TIME, MODE, VERIFY, ECHO, HELP and their kin at the prompt of EB-DOS."""

import pytest

from tests.support.disk_machine import BOARDS, memory
from tests.support.dos import started

RAWFLG = 0xF30D


@pytest.mark.parametrize("board", BOARDS)
def test_date_is_set_and_shown_in_the_countrys_order(board):
    dos = started(board)
    assert dos.line("DATE 24-12-26") == []

    assert dos.line("DATE", "\r")[0] == "Current date is Thu 24-12-26"


@pytest.mark.parametrize(
    ("text", "shown"), [("2/1/1999", "Sat 02-01-99"), ("4.3.79", "Sat 04-03-79")]
)
def test_date_takes_other_signs_and_whole_years(text, shown):
    dos = started("eb2")
    dos.line("DATE", f"{text}\r")

    assert dos.line("DATE", "\r")[0] == f"Current date is {shown}"


@pytest.mark.parametrize("text", ["1-13-26", "30-2-26", "x", "1-1", "1-1-1979", "1-1-126"])
def test_a_wrong_date_is_asked_for_again(text):
    dos = started("eb1")
    rows = dos.line(f"DATE {text}", "\r")

    assert rows[0] == "Bad date"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("3:45:10p", "3:45:1"), ("15:45", "3:45:0"), ("0:05:00", "12:05:0"), ("12:05a", "12:05:0")],
)
def test_time_is_set_and_shown(text, shown):
    dos = started("eb2")
    dos.line(f"TIME {text}")
    rows = dos.line("TIME", "\r")

    assert rows[0].startswith("Current time is")
    assert shown in rows[0]


@pytest.mark.parametrize("text", ["25", "1:60", "1:2:60", "13p", "0a", "x", "1:2:3:4"])
def test_a_wrong_time_is_asked_for_again(text):
    dos = started("eb1")
    rows = dos.line(f"TIME {text}", "\r")

    assert rows[0] == "Bad time"


@pytest.mark.parametrize(("board", "width"), [("eb1", 32), ("eb2", 40), ("eb2", 80)])
def test_mode_sets_the_width(board, width):
    dos = started(board)
    dos.line(f"MODE {width}")

    assert dos.byte("LINLEN") == width


@pytest.mark.parametrize(
    ("board", "width"), [("eb1", "80"), ("eb2", "81"), ("eb2", "0"), ("eb2", "")]
)
def test_mode_refuses_widths_that_the_machine_does_not_have(board, width):
    dos = started(board)

    assert dos.line(f"MODE {width}") == ["Bad parameter"]


def test_verify_is_switched():
    dos = started("eb1")
    dos.line("VERIFY ON")
    assert memory(dos.vm, RAWFLG, 1) != b"\0"
    dos.line("verify off")

    assert memory(dos.vm, RAWFLG, 1) == b"\0"
    assert dos.line("VERIFY MAYBE") == ["Bad parameter"]


def test_help_shows_the_commands_or_one():
    dos = started("eb1")

    assert len(dos.line("HELP")) > 15
    assert dos.line("HELP dir") == ["DIR [file] [/W] [/P]"]


def test_echo_shows_a_text():
    dos = started("eb1")

    assert dos.line("ECHO Some text") == ["Some text"]
    assert dos.line("REM Some text") == []
    assert dos.line("VER") == ["EB-DOS 1.0"]


def test_ctrl_p_copies_the_output_to_the_printer():
    dos = started("eb1")
    dos.type("\x10")
    dos.line("ECHO On paper")
    dos.type("\x0e")
    dos.line("ECHO Not there")
    printed = dos.vm.machine.devices["printer"].take().decode("ascii")

    assert "On paper" in printed
    assert "Not there" not in printed
