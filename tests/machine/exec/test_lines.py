"""The line that function 0A reads on the host's terminal: what is on the screen, and what the program gets."""

import random

import pytest

from machine.exec.lines import (
    BACKSPACE,
    BELL,
    DELETE,
    DELETE_REST,
    DOWN,
    END,
    ESCAPE,
    HOME,
    INSERT,
    LEFT,
    LINE_FEED,
    RIGHT,
    UP,
    EditedLine,
    History,
)


class Paper:
    """A terminal without end, which goes to the next row when a character must be put there."""

    def __init__(self, width: int) -> None:
        self.width, self.row, self.column, self.bells = width, 0, 0, 0
        self.cells: dict[tuple[int, int], str] = {}
        self._escape = 0

    def show(self, code: int) -> None:
        if self._escape:
            self._escape -= 1
        elif code == 0x1B:
            self._escape = 2  # the shape of the cursor
        elif code == BELL:
            self.bells += 1
        elif code in (UP, DOWN):
            self.row += 1 if code == DOWN else -1
        elif code in (LEFT, RIGHT):
            self.column = min(self.column, self.width - 1) + (1 if code == RIGHT else -1)
            assert 0 <= self.column < self.width
        elif code == 13:
            self.column = 0
        elif code == 10:
            self.row += 1
        else:
            assert code >= 0x20
            if self.column == self.width:
                self.row, self.column = self.row + 1, 0
            self.cells[self.row, self.column] = chr(code)
            self.column += 1

    def text(self) -> str:
        """All, row by row."""
        last = max((row for row, _ in self.cells), default=0)
        cells = [
            self.cells.get((row, column), " ")
            for row in range(last + 1)
            for column in range(self.width)
        ]
        return "".join(cells).rstrip()

    def place(self) -> int:
        return self.row * self.width + self.column


def typed(keys: list[int] | bytes, *, size: int = 99, before: tuple[bytes, ...] = ()) -> EditedLine:
    history = History()
    for line in before:
        history.keep(line)
    line = EditedLine(Paper(20).show, 0, 20, size, history)
    for key in keys:
        line.press(key)
    return line


KEYS = [LEFT, LEFT, RIGHT, HOME, END, INSERT, BACKSPACE, DELETE, *b"abcdefgh \t\x04"]


@pytest.mark.parametrize("seed", range(20))
def test_the_screen_shows_the_line_and_the_cursor_is_in_its_place(seed):
    chance = random.Random(seed)
    width, start = chance.choice([(7, 0), (16, 2), (40, 5)])
    paper = Paper(width)
    for code in b"> abc"[:start]:
        paper.show(code)
    line = EditedLine(paper.show, start, width, 60, History())
    text, at, inserts = "", 0, False
    for _ in range(150):
        key = chance.choice(KEYS)
        line.press(key)
        if key == LEFT:
            at = max(at - 1, 0)
        elif key == RIGHT:
            at = min(at + 1, len(text))
        elif key in (HOME, END):
            at = 0 if key == HOME else len(text)
        elif key == INSERT:
            inserts = not inserts
        elif key == BACKSPACE:
            text, at = text[: max(at - 1, 0)] + text[at:], max(at - 1, 0)
        elif key == DELETE:
            text = text[:at] + text[at + 1 :]
        elif (at < len(text) and not inserts) or len(text) < 60:
            over = 0 if inserts else 1
            text, at = text[:at] + chr(key) + text[at + over :], at + 1
        seen, place = "> abc"[:start], 0
        for number, char in enumerate(text):
            place = len(seen) if number == at else place
            seen += " " * (8 - len(seen) % 8) if char == "\t" else char.replace("\x04", "^D")
        assert line.text.decode() == text
        assert paper.text() == seen.rstrip()
        assert paper.place() in (place if at < len(text) else len(seen),)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ([*b"abc", LEFT, *b"x"], b"abx"),
        ([*b"abc", HOME, RIGHT, DELETE_REST], b"a"),
        ([*b"abc", ESCAPE, *b"x"], b"x"),
        ([*b"abc", LEFT, LINE_FEED, *b"x"], b"abx"),
        ([UP], b"three"),
        ([UP, UP, UP], b"one"),
        ([UP, UP, UP, UP], b"three"),
        ([DOWN], b"one"),
        ([UP, UP, UP, DOWN, *b"!"], b"two!"),
        ([*b"some", UP, ESCAPE, UP], b"three"),
    ],
)
def test_keys_edit_the_line(keys, text):
    assert typed(keys, before=(b"one", b"two", b"two", b"", b"three")).text == text


def test_a_full_line_rings_the_bell():
    paper = Paper(20)
    line = EditedLine(paper.show, 0, 20, 3, History())
    for key in [*b"abcd", HOME, *b"x", INSERT, *b"y"]:
        line.press(key)

    assert (line.text, paper.bells) == (b"xbc", 2)


def test_an_old_line_is_cut_to_the_room_there_is():
    assert typed([UP], size=3, before=(b"longer",)).text == b"lon"


def test_a_line_that_is_brought_back_leads_to_the_one_that_followed_it():
    history = History()
    for line in (b"one", b"two", b"three"):
        history.keep(line)
    assert [history.older() for _ in range(3)] == [b"three", b"two", b"one"]

    history.keep(b"one")
    assert history.newer() == b"two"
    history.keep(b"two")
    assert history.older() == b"two"
    history.keep(b"changed")

    assert history.lines == [b"one", b"two", b"three", b"changed"]
    assert history.older() == b"changed"
