"""EDIT.COM: the screen and the file are as a model of the text has them, whatever keys come."""

import random

import pytest

from tests.support.console_keys import BACKSPACE, CLS, DELETE, DOWN, END, HOME, LEFT, RIGHT, UP
from tests.support.dos import names
from tests.support.editor import DELETE_LINE, SAVE, TEXT_END, editing, press, system_disk
from tests.support.text_model import TextModel

SIZES = [("eb1", 40), ("eb2", 40), ("eb2", 80)]
ROWS = 22  # of text, below title and help


class Model(TextModel):
    """What the keys are to do."""

    @property
    def line(self) -> int:
        return self.text.count("\n", 0, self.at)

    def press(self, key: str) -> None:
        before, behind = self.before, self.behind
        if key == HOME:
            self.at = before.rfind("\n") + 1
        elif key == END:
            self.at = self.text.find("\n", self.at) % (len(self.text) + 1)
        elif key == DOWN + HOME:
            if "\n" in behind:
                self.at = self.text.index("\n", self.at)
                self.at += 1
            else:
                self.press(HOME)
        elif key == UP + HOME:
            self.at = before.rfind("\n", 0, max(before.rfind("\n"), 0)) + 1
        elif key == TEXT_END:
            self.at = len(self.text)
        elif key == CLS:
            self.at = 0
        elif key == DELETE_LINE:
            self.press(HOME)
            end = self.text.find("\n", self.at) + 1 or len(self.text)
            self.text = self.before + self.text[end:]
        else:
            super().press(key)

    def write(self, letters: str) -> None:
        super().write(letters.replace("\r", "\n"))

    def windows(self, width: int) -> list[list[str]]:
        """What the screen may show: rows with the cursor's line, from any column."""
        lines = self.text.split("\n")
        start = self.at - self.text.rfind("\n", 0, self.at) - 1
        lefts = range(max(start - width + 1, 0), start + 1)
        tops = range(max(self.line - ROWS + 1, 0), self.line + 1)
        found = []
        for top in tops:
            for left in lefts:
                rows = [line[left : left + width].rstrip() for line in lines[top : top + ROWS]]
                while rows and not rows[-1]:
                    rows.pop()
                found.append(rows)
        return found


MOVES = [LEFT, RIGHT, HOME, END, UP + HOME, DOWN + HOME]
FAR = [TEXT_END, CLS]
EDITS = [BACKSPACE, DELETE, "\r", "x", "words ", "much longer words", DELETE_LINE]


@pytest.mark.parametrize(("board", "width"), SIZES)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_screen_and_the_file_are_the_text_after_any_keys(board, width, seed):
    chance = random.Random(seed)
    text = "".join(f"line {n} {'.' * (n % 45)}\n" for n in range(40))
    disk = system_disk(A=text.replace("\n", "\r\n").encode())
    dos = editing(board, disk, width=width)
    model = Model(text)
    columns = dos.byte("LINLEN") - 1
    for _ in range(40):
        keys = chance.choices(MOVES + EDITS + FAR, [4] * 6 + [4] * 6 + [1] + [1] * 2, k=6)
        for key in [*keys, END]:
            model.press(key)
            press(dos, key)  # each key is drawn by itself
        assert f"Line {model.line + 1} " in dos.rows()[0]
        assert dos.rows()[2:] in model.windows(columns), (keys, dos.rows())
    dos.type(SAVE)
    dos.says("Saved")

    assert names(disk)["A.TXT"] == model.text.replace("\n", "\r\n").encode()
