"""The line that function 0A reads, and the screen while it is edited: both are as a model has them, whatever keys come."""

import random

import pytest

from tests.support.console_keys import BACKSPACE, CLS, DELETE, END, HOME, INS, LEFT, RIGHT
from tests.support.line_reader import TAKEN, press, read, reader
from tests.support.text_model import TextModel

SIZES = [("eb1", 40), ("eb1", 29), ("eb2", 40), ("eb2", 80)]
ROWS = 24


class Model(TextModel):
    """What is on the screen: a line behind a colon, and the cursor in it."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.size, self.between = size, False

    def press(self, key: str) -> None:
        if key == HOME:
            self.at = 0
        elif key == END:
            self.at = len(self.text)
        elif key == INS:
            self.between = not self.between
        elif key == CLS:
            self.text = self.before
        else:
            super().press(key)

    def write(self, letters: str) -> None:
        if not self.behind or self.between:
            if len(self.text) < self.size:
                super().write(letters)
        else:
            self.text, self.at = self.before + letters + self.behind[1:], self.at + 1

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
    DELETE,
    DELETE * 5,
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
            if key in (RIGHT, DELETE, CLS) and model.at == len(model.text):
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
