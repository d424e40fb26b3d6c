"""A BASIC program from the host, put where the guest keeps its own when its prompt is there."""

from collections.abc import Callable

from machine.board import ProgramArea
from machine.core.bus import Bus
from machine.core.errors import Refused
from machine.media import bas

CURSOR = "█"
EMPTY_SCREEN = "\x0c"  # CTRL+L
NO_LINE = 0xFFFF  # the number of the line that runs, if none does
SHALLOW = 64  # bytes of the stack, at most, while a line is edited
BREAK = 3  # the code of CTRL+STOP, in the ring of keys and in the flag that a program looks at


class ProgramLoader:
    """The program that waits for the prompt."""

    def __init__(self, area: ProgramArea | None) -> None:
        self._area = area
        self.waiting = b""  # as bas.BASE has it; empty: none
        self.runs = True

    def put(self, image: bytes, *, run: bool) -> None:
        """Takes a tokenised program. Refused if the board has no BASIC that is known."""
        if self._area is None:
            raise Refused("This board has no BASIC that EightBox knows; choose eb1 or eb2.")
        self.waiting, self.runs = image, run

    def feed(self, bus: Bus, rows: Callable[[], list[str]], stack: int) -> str:
        """Between two frames: loads the program if the guest shows its prompt.

        `rows` gives the text screen, `stack` is the stack pointer. The answer is what is to be
        typed then, "" if the guest is busy: RUN, or CLEAR, which ends loops and subroutines of the
        program that was there. A program that runs is stopped. Refused, with nothing loaded, if
        there is too little memory.
        """
        area = self._area
        if area is None:
            return ""
        before = _typed_before(rows(), area.prompt, edits=_edits(bus, area, stack))
        if before is None:
            return _stopped(bus, area)
        image, self.waiting = self.waiting, b""
        start, limit = _word(bus, area.start), _word(bus, area.limit)
        if start + len(image) + area.spare > limit:
            raise Refused(
                f"The program has {len(image)} bytes, but BASIC has room for"
                f" {max(limit - start - area.spare, 0)}; shorten it."
            )
        for offset, byte in enumerate(bas.linked(bas.lines_of(image), start)):
            bus.poke(start + offset, byte)
        for pointer in area.ends:
            bus.poke(pointer, (start + len(image)) & 0xFF)
            bus.poke(pointer + 1, (start + len(image)) >> 8)
        return before + ("RUN\r" if self.runs else "CLEAR\r")


def _typed_before(screen: list[str], prompt: str, *, edits: bool) -> str | None:
    """What to type before a command, None if the guest waits for none.

    `edits`: the guest lets a line be edited, so that it waits wherever the cursor is. Right below
    the prompt there is nothing to type; elsewhere it is the key that empties the screen,
    so that no text is in the command's way.
    """
    rows = [row.strip() for row in screen]
    cursor = next((at for at, row in enumerate(rows) if CURSOR in row), -1)
    text = rows[:-1]  # the last row has the function keys, or the cursor
    while text and text[-1] in ("", CURSOR):
        text.pop()
    if text and text[-1] == prompt and cursor in (-1, len(text)):
        return ""
    return EMPTY_SCREEN if cursor >= 0 and (edits or text[-1:] == [prompt]) else None


def _edits(bus: Bus, area: ProgramArea, stack: int) -> bool:
    """Whether BASIC, and not a system that it gave way to, lets a line of no program be edited."""
    top = _word(bus, area.limit)
    return bool(area.line) and _word(bus, area.line) == NO_LINE and 0 <= top - stack <= SHALLOW


def _stopped(bus: Bus, area: ProgramArea) -> str:
    """Gives a program that runs the break of CTRL+STOP, once; what is to be typed for it."""
    if not area.stop or bus.peek(area.stop) or not _runs(bus, area):
        return ""
    bus.poke(area.stop, BREAK)
    return chr(BREAK)


def _runs(bus: Bus, area: ProgramArea) -> bool:
    """Whether the line that is said to run is one of the program's."""
    line, at, end = _word(bus, area.line), _word(bus, area.start), _word(bus, area.ends[0])
    while at < end and (following := _word(bus, at)) > at:
        if _word(bus, at + 2) == line:
            return True
        at = following
    return False


def saved(bus: Bus, area: ProgramArea | None) -> bytes:
    """The program in the guest's memory, tokenised as it lies there; empty if there is none."""
    if area is None:
        return b""
    start, end = _word(bus, area.start), _word(bus, area.ends[0])
    return bytes(bus.peek(address) for address in range(start, max(start, end)))


def _word(bus: Bus, address: int) -> int:
    return bus.peek(address) | bus.peek(address + 1) << 8
