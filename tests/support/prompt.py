"""A guest at a prompt: shows text, takes typed lines. What BASIC's and DOS's have in common."""

from abc import ABC, abstractmethod

from machine.api import Session
from tests.support.guest_calls import WorkArea

LIMIT = 60.0  # emulated seconds for one wait
CURSOR = "█"
HALT = 0x76


class Prompt(WorkArea, ABC):
    """A started machine; subclasses say what their prompt looks like."""

    def __init__(self, vm: Session) -> None:
        """Takes a machine that shows the prompt, or will; `wait` for it."""
        self.vm = vm

    @abstractmethod
    def at_prompt(self) -> bool:
        """All typed keys are taken, and the last row is the prompt."""

    def rows(self) -> list[str]:
        """The text without margin, cursor, trailing blanks and empty rows at the end."""
        width = self.byte("LINLEN")
        shown = [row.replace(CURSOR, " ") for row in self.vm.screen_text()]
        return without_empty_end([row[(len(row) - width + 1) // 2 :].rstrip() for row in shown])

    def halts(self) -> bool:
        """The CPU waits for a key."""
        return self.vm.peek(max(self.vm.cpu.pc - 1, 0)) == HALT

    def has_taken_keys(self) -> bool:
        """All that was typed is taken from the ring of keys."""
        ring = self.word("PUTPNT") == self.word("GETPNT")
        return ring and not self.vm.machine.typist.waiting

    def wait(self, limit: float = LIMIT) -> None:
        """Until the prompt is there."""
        shown = self.vm.run(until=lambda _: self.at_prompt(), limit=limit)
        assert shown, "\n".join(self.rows())

    def type(self, text: str, limit: float = LIMIT) -> None:
        """Types, and waits until the guest has taken it."""
        self.vm.type(text)
        self.vm.run(frames=2)
        assert self.vm.run(until=lambda _: self.has_taken_keys(), limit=limit)
        self.vm.run(frames=6)

    def control_stop(self, frames: int = 4) -> None:
        """Holds CTRL and STOP for a number of frames."""
        self.vm.key("CTRL", down=True)
        self.vm.press("STOP", frames)
        self.vm.key("CTRL", down=False)


def without_empty_end(rows: list[str]) -> list[str]:
    """`rows` up to the last one that has something."""
    while rows and not rows[-1]:
        rows.pop()
    return rows
