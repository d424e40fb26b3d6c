"""A BASIC program from the host, put where the guest keeps its own as soon as its prompt is there."""

from collections.abc import Callable

from machine.board import ProgramArea
from machine.core.bus import Bus
from machine.core.errors import Refused
from machine.media import bas


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

    def feed(self, bus: Bus, rows: Callable[[], list[str]]) -> str:
        """Between two frames: loads the program if the guest shows its prompt.

        `rows` gives the text screen. The answer is what is to be typed then, "" if the guest is
        busy: RUN, or CLEAR, which ends loops and subroutines of the program that was there.
        Refused, with nothing loaded, if there is too little memory.
        """
        area = self._area
        # The last row has the function keys, or the cursor below the prompt.
        shown = [row.strip() for row in rows()[:-1]] if area else []
        while shown and shown[-1] in ("", "█"):
            shown.pop()
        if area is None or not shown or shown[-1] != area.prompt:
            return ""
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
        return "RUN\r" if self.runs else "CLEAR\r"


def saved(bus: Bus, area: ProgramArea | None) -> bytes:
    """The program in the guest's memory, tokenised as it lies there; empty if there is none."""
    if area is None:
        return b""
    start, end = _word(bus, area.start), _word(bus, area.ends[0])
    return bytes(bus.peek(address) for address in range(start, max(start, end)))


def _word(bus: Bus, address: int) -> int:
    return bus.peek(address) | bus.peek(address + 1) << 8
