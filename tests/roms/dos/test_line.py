"""The line that function 0A reads: editing on the screen, the lines before it, and the template of level 1."""

import random
from functools import cache

import pytest

from machine.api import Session
from machine.machine import Capture
from tests.support.assembler import assemble
from tests.support.disk_machine import BOARDS
from tests.support.dos import Dos, disk_with, started, system_files

RIGHT, LEFT, UP, DOWN = "\x1c", "\x1d", "\x1e", "\x1f"
SELECT, DEL, CLS, INS, HOME, END = "\x18", "\x7f", "\x0c", "\x12", "\x0b", "\x05"
ESCAPE, BACKSPACE = "\x1b", "\b"
SIZES = [("eb1", 40), ("eb1", 29), ("eb2", 40), ("eb2", 80)]
ROWS = 24
TAKEN = 0x9000  # where READER copies what function 0A gave it

# Reads lines for ever, into a buffer whose size is the first character of its arguments, and shows each in brackets.
READER = """
         ld a,(&82)
         sub "0"
         cp 10
         jr c,size
         ld a,200
size:    ld (buffer),a
next:    ld c,2
         ld e,":"
         call 5
         ld de,buffer
         ld c,10
         call 5
         ld hl,buffer
         ld de,&9000          ; where the tests can see it while the disk ROM is in page 1
         ld bc,257
         ldir
         ld e,10
         call show
         ld e,"["
         call show
         ld hl,buffer + 1
         ld b,(hl)
         inc b
         jr test
char:    inc hl
         ld e,(hl)
         push hl
         push bc
         call show
         pop bc
         pop hl
test:    djnz char
         ld e,"]"
         call show
         ld e,13
         call show
         ld e,10
         call show
         jr next
show:    ld c,6
         jp 5
         ds &4100 - $
buffer:  EQU $
"""


@cache
def _prompt(board: str) -> tuple[Session, Capture]:
    program = assemble(READER, 0x100)
    vm = started(board, disk=disk_with({**system_files(), "READ.COM": program})).vm
    return vm, vm.capture()


def prompt(board: str, width: int = 40) -> Dos:
    """A shared machine at its first prompt."""
    vm, capture = _prompt(board)
    vm.restore(capture)
    dos = Dos(vm)
    dos.type(f"MODE {width}\r")
    dos.wait()
    return dos


def reader(board: str, width: int = 40, size: str = "") -> Dos:
    """A machine with the program that reads lines."""
    dos = prompt(board, width)
    dos.type(f"READ {size}\r")
    dos.says("\n:")
    return dos


def press(dos: Dos, keys: str) -> None:
    """Types, and waits until the guest has done it all."""
    dos.type(keys)
    dos.vm.run(frames=4)
    assert dos.vm.run(until=lambda _: dos.halts(), limit=60)


def read(dos: Dos, keys: str) -> str:
    """The line that the program gets."""
    press(dos, keys + "\r")
    rows = dos.rows()
    assert rows[-1] == ":"
    width = dos.byte("LINLEN")
    shown = ""
    for row in reversed(rows[:-1]):
        shown = (row if not shown else row.ljust(width)) + shown
        if row.startswith("["):
            break
    return shown[1:-1]


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("abc" + LEFT + "X", "abX"),
        ("abc" + LEFT * 9 + "X", "Xbc"),
        ("abc" + LEFT * 2 + INS + "XY", "aXYbc"),
        ("abc" + LEFT * 2 + INS + "X" + INS + "Y", "aXYc"),
        ("abc" + HOME + RIGHT + DEL, "ac"),
        ("abc" + HOME + DEL * 5, ""),
        ("abc" + HOME + RIGHT + CLS, "a"),
        ("abc" + HOME + INS + "x" + END + "y", "xabcy"),
        ("abc" + HOME + INS + "x" + SELECT + "y", "xabcy"),
        ("abc" + LEFT + BACKSPACE, "ac"),
        (BACKSPACE + "abc" + BACKSPACE * 2 + "x", "ax"),
        ("abc" + LEFT + ESCAPE + "x", "x"),
        ("abc\x15x", "x"),
        ("abc" + LEFT, "abc"),
        ("\x01\x02\x19" + LEFT * 2 + DEL, "\x01\x19"),
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
        (SELECT + "a" + DEL + DOWN, "bcdef"),
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


@pytest.mark.parametrize("keys", [RIGHT, DEL + "x" + BACKSPACE, SELECT, CLS])
def test_level_2_has_no_template(keys):
    dos = reader("eb2")
    read(dos, "before")

    assert read(dos, keys) == ""


class Model:
    """What is on the screen: a line behind a colon, and the cursor in it."""

    def __init__(self, size: int) -> None:
        self.text, self.at, self.size, self.between = "", 0, size, False

    def press(self, key: str) -> None:
        before, behind = self.text[: self.at], self.text[self.at :]
        if key == LEFT:
            self.at = max(self.at - 1, 0)
        elif key == RIGHT:
            self.at = min(self.at + 1, len(self.text))
        elif key == HOME:
            self.at = 0
        elif key == END:
            self.at = len(self.text)
        elif key == INS:
            self.between = not self.between
        elif key == DEL:
            self.text = before + behind[1:]
        elif key == BACKSPACE:
            self.text, self.at = before[:-1] + behind, max(self.at - 1, 0)
        elif key == CLS:
            self.text = before
        elif not behind or self.between:
            if len(self.text) < self.size:
                self.text, self.at = before + key + behind, self.at + 1
        else:
            self.text, self.at = before + key + behind[1:], self.at + 1

    def shown(self, text: str) -> str:
        """A part from the start on, as the screen shows it."""
        found = ":"
        for char in text:
            if char == "\t":
                found += " " * (8 - len(found) % 8)
            else:
                found += char if char >= " " else "^" + chr(ord(char) + 64)
        return found


MOVES = [LEFT, LEFT * 5, LEFT * 30, RIGHT, RIGHT * 7, HOME, END, INS]
EDITS = [
    DEL,
    DEL * 5,
    BACKSPACE,
    BACKSPACE * 12,
    CLS,
    "x",
    "some words ",
    "\t",
    "\x04",
    "long " * 9,
]


@pytest.mark.parametrize(("board", "width"), SIZES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_screen_and_the_line_are_the_same_after_any_keys(board, width, seed):
    chance = random.Random(seed)
    dos = reader(board, width)
    read(dos, "\x01")  # a template of no use
    model = Model(199)
    press(dos, "\r" * chance.randrange(12))  # near the end of the screen, so that it scrolls
    for _ in range(40):
        keys = "".join(
            chance.choices(MOVES + EDITS, [2] * 8 + [2, 1, 2, 1, 0.3, 2, 3, 1, 1, 1], k=3)
        )
        for key in keys:
            if key in (RIGHT, DEL, CLS) and model.at == len(model.text):
                continue  # level 1 has a template
            model.press(key)
            dos.vm.type(key)
        press(dos, "")
        below, column = divmod(len(model.shown(model.text[: model.at])), width)
        assert dos.byte("CSRX") == column + 1
        top = dos.byte("CSRY") - below
        shown = model.shown(model.text)
        place = below * width + column
        shown = shown[:place] + " " + shown[place + 1 :]  # the cursor is there
        wanted = [shown[at : at + width].rstrip() for at in range(0, len(shown), width)]
        rows = [*dos.rows(), *[""] * ROWS][:ROWS]
        assert [row for row in rows[top - 1 :] if row] == [row for row in wanted if row]
        assert rows[top - 1] == wanted[0]
    dos.type("\r")
    dos.says("]")

    assert (
        dos.vm.read(TAKEN + 1, len(model.text) + 1)
        == bytes((len(model.text),)) + model.text.encode()
    )


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
