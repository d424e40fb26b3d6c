"""The line that function 0A reads: editing on the screen, the lines before it, and the template of level 1."""

import pytest

from tests.support.console_keys import (
    BACKSPACE,
    CLS,
    DELETE,
    DOWN,
    END,
    ESCAPE,
    HOME,
    INS,
    LEFT,
    RIGHT,
    SELECT,
    UP,
)
from tests.support.disk_machine import BOARDS
from tests.support.line_reader import TAKEN, press, prompt, read, reader


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("abc" + LEFT + "X", "abX"),
        ("abc" + LEFT * 9 + "X", "Xbc"),
        ("abc" + LEFT * 2 + INS + "XY", "aXYbc"),
        ("abc" + LEFT * 2 + INS + "X" + INS + "Y", "aXYc"),
        ("abc" + HOME + RIGHT + DELETE, "ac"),
        ("abc" + HOME + DELETE * 5, ""),
        ("abc" + HOME + RIGHT + CLS, "a"),
        ("abc" + HOME + INS + "x" + END + "y", "xabcy"),
        ("abc" + HOME + INS + "x" + SELECT + "y", "xabcy"),
        ("abc" + LEFT + BACKSPACE, "ac"),
        (BACKSPACE + "abc" + BACKSPACE * 2 + "x", "ax"),
        ("abc" + LEFT + ESCAPE + "x", "x"),
        ("abc\x15x", "x"),
        ("abc" + LEFT, "abc"),
        ("\x01\x02\x19" + LEFT * 2 + DELETE, "\x01\x19"),
    ],
)
def test_keys_edit_the_line(board, keys, line):
    dos = reader(board)
    dos.type(keys + "\r")
    dos.says("]")

    assert dos.vm.read(TAKEN + 1, 2 + len(line)) == bytes((len(line),)) + line.encode() + b"\r"


@pytest.mark.parametrize("board", BOARDS)
def test_a_full_line_takes_no_more_and_rings_the_bell(board):
    dos = reader(board, size="5")

    assert read(dos, "abcdefgh") == "abcd"
    assert read(dos, "abcd" + HOME + INS + "x") == "abcd"
    assert read(dos, "abcd" + HOME + "x") == "xbcd"
    assert read(dos, "ab" + HOME + INS + "xyz") == "xyab"
    assert dos.vm.peek(TAKEN + 6) == 13


@pytest.mark.parametrize("board", BOARDS)
def test_a_line_before_is_cut_to_the_room_there_is(board):
    dos = prompt(board)
    dos.type("REM a line that is long\r")
    dos.wait()
    dos.type("READ 5\r")
    dos.says("\n:")

    assert read(dos, UP) == "READ"
    assert read(dos, UP * 3) == "REM "
    assert dos.vm.peek(TAKEN + 1) == 4


@pytest.mark.parametrize("board", BOARDS)
def test_a_line_without_room_is_empty(board):
    dos = reader(board, size="1")

    assert read(dos, "abc") == ""


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (UP, "three"),
        (UP * 2, "two"),
        (UP * 3, "one"),
        (UP * 3 + DOWN, "two"),
        (UP * 3 + DOWN * 2 + BACKSPACE + "y", "threy"),
        (UP + "s", "threes"),
        ("unfinished" + UP * 2, "two"),
        (UP * 2 + ESCAPE + UP, "three"),
        (UP + HOME + INS + "x" + UP, "two"),
    ],
)
def test_up_and_down_bring_lines_back(board, keys, line):
    dos = reader(board)
    for before in ("one", "two", "two", "", "three"):
        read(dos, before)

    assert read(dos, keys) == line


@pytest.mark.parametrize("board", BOARDS)
def test_the_lines_go_round(board):
    dos = reader(board)

    assert read(dos, "one") == "one"
    assert read(dos, UP * 4) == "one"
    assert read(dos, UP + DOWN) == "MODE 40"


def test_a_line_that_is_brought_back_leads_to_the_one_that_followed_it():
    dos = reader("eb2")
    for before in ("one", "two", "three", "four"):
        read(dos, before)

    assert read(dos, UP * 3) == "two"
    assert read(dos, DOWN) == "three"
    assert read(dos, UP) == "three"
    assert read(dos, UP * 2) == "two"
    assert read(dos, UP * 2 + "x") == "onex"
    assert read(dos, UP * 2) == "four"


def test_old_lines_make_room_for_new_ones():
    dos = reader("eb2")
    for number in range(6):
        read(dos, f"{number}" * 60)
    press(dos, "-")
    shown = []
    for _ in range(5):
        press(dos, UP)
        shown.append(dos.rows()[-1][0])
    read(dos, ESCAPE)
    long = "x" * 199

    assert "".join(shown) == "54325"
    assert read(dos, long) == long
    assert read(dos, "short") == "short"
    assert read(dos, UP * 2) == long
    assert read(dos, "y" * 80) == "y" * 80
    assert read(dos, UP * 2) == "short"


@pytest.mark.parametrize("board", BOARDS)
def test_programs_and_the_prompt_share_the_lines(board):
    dos = reader(board)
    read(dos, "ECHO from the program")
    dos.type("\x03")
    dos.wait()
    dos.type(UP + "\r")
    dos.wait()

    assert dos.rows()[-2:] == ["from the program", "A>"]


def edited(keys: str) -> list[str]:
    """What level 1 shows of a line that is typed with `keys` behind the line `ECHO abcdef`."""
    dos = prompt("eb1")
    dos.type("ECHO abcdef\r")
    dos.wait()
    dos.type(keys + "\r")
    dos.wait()
    return dos.rows()


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (DOWN, "abcdef"),
        (RIGHT * 8, "abc"),
        (SELECT + "d", "abc"),
        (SELECT + "z" + DOWN, "abcdef"),
        (SELECT + "a" + DELETE + DOWN, "bcdef"),
        (SELECT + "a" + CLS + "e" + DOWN, "ef"),
        (SELECT + "b" + "X" + DOWN, "aXcdef"),
        (SELECT + "b" + INS + "XY" + DOWN, "aXYbcdef"),
        (SELECT + "b" + INS + "X" + INS + "Y" + DOWN, "aXYcdef"),
        (DOWN + LEFT * 3 + INS + "XYZ" + RIGHT * 3, "abcXYZdef"),
        (DOWN + BACKSPACE * 2 + "gh", "abcdgh"),
        (DOWN + BACKSPACE * 2 + DOWN, "abcdef"),
        ("ECHO no" + ESCAPE + DOWN, "abcdef"),
        ("\r" + DOWN, "abcdef"),
        (UP + BACKSPACE + "g", "abcdeg"),
    ],
)
def test_level_1_takes_characters_from_the_last_line(keys, shown):
    assert edited(keys)[-2] == shown


@pytest.mark.parametrize("keys", [RIGHT, DELETE + "x" + BACKSPACE, SELECT, CLS])
def test_level_2_has_no_template(keys):
    dos = reader("eb2")
    read(dos, "before")

    assert read(dos, keys) == ""


@pytest.mark.parametrize("board", BOARDS)
def test_ctrl_c_comes_behind_the_whole_line(board):
    dos = prompt(board)
    dos.type("ECHO " + "long " * 12 + HOME)
    dos.type("\x03")
    dos.wait()

    assert dos.rows()[-3:] == [
        "A>ECHO long long long long long long lon",
        "g long long long long long ^C",
        "A>",
    ]


@pytest.mark.parametrize("board", BOARDS)
def test_ctrl_j_goes_on_in_a_new_row(board):
    dos = reader(board)
    press(dos, "abc" + LEFT)
    dos.vm.key("CTRL", down=True)
    dos.vm.press("J")
    dos.vm.key("CTRL", down=False)
    press(dos, INS + "x")
    assert dos.rows()[-2:] == [":abc", "abx"]  # the cursor hides the c

    press(dos, "\r")
    assert "[abxc]" in dos.rows()


@pytest.mark.parametrize("board", BOARDS)
def test_the_cursor_is_low_while_letters_go_between(board):
    dos = reader(board)
    press(dos, INS)
    assert dos.byte("CSTYLE") == 1
    press(dos, "\r")
    assert dos.byte("CSTYLE") == 0
    press(dos, INS + "\x03")
    dos.wait()

    assert dos.byte("CSTYLE") == 0


@pytest.mark.parametrize("board", BOARDS)
def test_the_printer_gets_the_line_as_it_stood_at_last(board):
    dos = reader(board)
    printer = dos.vm.machine.devices["printer"]
    press(dos, "\x10")
    printer.take()
    dos.type("abd" + LEFT + INS + "c\x04\r\x0e")
    dos.says("]")

    assert printer.take().startswith(b"abc^Dd\r")
