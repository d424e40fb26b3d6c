"""A line that is edited on the terminal, with the keys that EB-DOS has, and the lines before it.

The line's columns are counted on through the rows of the terminal, from the left edge of the one
where it begins, so scrolling needs no care.
"""

from collections.abc import Callable

BELL, BACKSPACE, TAB, LINE_FEED, RETURN = 7, 8, 9, 10, 13
END, HOME, DELETE_REST, INSERT, CANCEL = 0x05, 0x0B, 0x0C, 0x12, 0x15
SELECT, ESCAPE, RIGHT, LEFT, UP, DOWN, DELETE = 0x18, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F, 0x7F
FULL_CURSOR, LOW_CURSOR = b"\x1bx4", b"\x1by4"
MOST_LINES = 100
TAB_WIDTH = 8


def shown(text: bytes, column: int) -> bytes:
    """`text` as the screen has it from `column` on: tabs as blanks, other control codes as `^A`."""
    found = bytearray()
    for code in text:
        if code == TAB:
            found += bytes(b" " * (TAB_WIDTH - (column + len(found)) % TAB_WIDTH))
        else:
            found += bytes((code,)) if code >= 0x20 else bytes((0x5E, code + 0x40))
    return bytes(found)


class History:
    """The lines before, the newest last; up and down go round and round."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self._place: int | None = None
        self._walks = False

    def forget_place(self) -> None:
        """A new line begins, or begins again."""
        self._place, self._walks = None, False

    def older(self) -> bytes | None:
        """The line before the present one; None: there is none at all."""
        return self._moved(-1)

    def newer(self) -> bytes | None:
        """The line that followed the present one, or the oldest."""
        return self._moved(1)

    def _moved(self, step: int) -> bytes | None:
        if not self.lines:
            return None
        if self._place is None:
            self._place = len(self.lines) - 1 if step < 0 else 0
        elif self._walks or step > 0:  # else the one used last comes once more
            self._place = (self._place + step) % len(self.lines)
        self._walks = True
        return self.lines[self._place]

    def keep(self, line: bytes) -> None:
        """A line is done. One brought back unchanged stays where it is, and is the place."""
        walked, self._walks = self._walks, False
        if not line or (walked and self._place is not None and self.lines[self._place] == line):
            return
        self._place = None
        if self.lines[-1:] != [line]:
            self.lines = [*self.lines, line][-MOST_LINES:]


class EditedLine:
    """A line on the screen and the cursor in it."""

    def __init__(
        self, show: Callable[[int], None], start: int, width: int, size: int, history: History
    ) -> None:
        """`show`: a code of a VT52; `start`: its first column, from 0; `width`: of the terminal."""
        self.text = bytearray()
        self._show = show
        self._start, self._width, self._size = start, width, size
        self._history = history
        self._at = 0
        self._inserts = False
        self._column = self._end = start

    def press(self, code: int) -> None:
        """Obeys a key."""
        if code in (LEFT, RIGHT, HOME, END, SELECT):
            self._move(code)
        elif code in (UP, DOWN):
            line = self._history.older() if code == UP else self._history.newer()
            if line is not None:
                self._replace(line[: self._size])
        elif code == INSERT:
            self._inserts = not self._inserts
            self._show_all(LOW_CURSOR if self._inserts else FULL_CURSOR)
        elif code in (ESCAPE, CANCEL):
            self._history.forget_place()
            self._replace(b"")
        elif code == LINE_FEED:
            self.finish()
            self._show_all(b"\r\n")
            self._start = self._column = self._end = 0
            self._draw(0)
        elif code in (BACKSPACE, DELETE, DELETE_REST):
            self._delete(code)
        else:
            self._put(code)

    def finish(self) -> None:
        """The screen's cursor goes behind the line, and has its usual shape."""
        self._go_to(self._end)
        if self._inserts:
            self._show_all(FULL_CURSOR)

    def _show_all(self, codes: bytes) -> None:
        for code in codes:
            self._show(code)

    def _move(self, code: int) -> None:
        if code == LEFT:
            self._at = max(self._at - 1, 0)
        elif code == RIGHT:
            self._at = min(self._at + 1, len(self.text))
        else:
            self._at = 0 if code == HOME else len(self.text)
        self._go_to(self._column_of(self._at))

    def _replace(self, text: bytes) -> None:
        self.text[:] = text
        self._at = len(text)
        self._draw(0)

    def _delete(self, code: int) -> None:
        if code == BACKSPACE:
            if not self._at:
                return
            self._at -= 1
        end = len(self.text) if code == DELETE_REST else self._at + 1
        del self.text[self._at : end]
        self._draw(self._at)

    def _put(self, code: int) -> None:
        replaces = self._at < len(self.text) and not self._inserts
        if not replaces and len(self.text) >= self._size:
            self._show(BELL)
            return
        self.text[self._at : self._at + replaces] = bytes((code,))
        self._at += 1
        self._draw(self._at - 1)

    def _column_of(self, place: int) -> int:
        return self._start + len(shown(bytes(self.text[:place]), self._start))

    def _draw(self, place: int) -> None:
        """The line from a place on is new; the cursor goes to its place."""
        column = self._column_of(place)
        self._go_to(column)
        behind = shown(bytes(self.text[place:]), column)
        end = column + len(behind)
        self._show_all(behind.ljust(self._end - column))
        self._column, self._end = max(end, self._end), end
        if (behind or self._column > column) and self._column % self._width == 0:
            self._show_all(b" \r")  # a terminal goes to the next row when it must
        self._go_to(self._column_of(self._at))

    def _go_to(self, column: int) -> None:
        rows = column // self._width - self._column // self._width
        self._show_all(bytes((DOWN if rows > 0 else UP,)) * abs(rows))
        here, there = self._column % self._width, column % self._width
        step = RIGHT if there > here else LEFT
        self._show_all(bytes((step,)) * abs(there - here))
        self._column = column
