"""A guest at BASIC's prompt: types direct statements and programs, reads what they print."""

from functools import cache

from machine.api import Session
from machine.machine import Capture
from tests.support.assembler import assemble
from tests.support.prompt import LIMIT, Prompt, without_empty_end

PROMPT = "Ok"
CODE = 0xC000  # free memory at the prompt, for machine code


class Basic(Prompt):
    """A started machine at BASIC's prompt."""

    def rows(self) -> list[str]:
        """The text without margin, cursor, key line, trailing blanks and empty rows at the end."""
        rows = super().rows()
        if self.byte("CNSDFG"):
            del rows[self.byte("CRTCNT") - 1 :]
        return without_empty_end(rows)

    def at_prompt(self) -> bool:
        """All typed keys are taken, and the last row is the prompt."""
        rows = self.rows()
        return bool(rows) and rows[-1].strip() == PROMPT and self.has_taken_keys()

    def waits_for_a_line(self) -> bool:
        """The CPU halts for a key, no program runs and all typed keys are taken."""
        return self.halts() and self.word("CURLIN") == 0xFFFF and self.has_taken_keys()

    def enter(self, text: str, limit: float = LIMIT) -> None:
        """Types lines and waits until they have been taken."""
        self.type(text.strip("\n").replace("\n", "\r") + "\r", limit)

    def type_program(self, text: str) -> None:
        """Replaces the program by `text`, a listing."""
        self.enter("NEW\n" + text)

    def direct(self, line: str, limit: float = LIMIT) -> list[str]:
        """Clears the screen, runs one direct line and returns the rows it printed."""
        self.enter("CLS")
        self.wait()
        self.enter(line, limit)
        self.wait(limit)
        rows = self.rows()[1:-1]
        typed = "".join(line.split())
        while typed and rows:  # the line itself, which may take up several rows
            typed = typed.removeprefix("".join(rows.pop(0).split()))
        return [row for row in rows if row]

    def error(self, line: str) -> str:
        """The error that a direct line ends with, in any screen mode."""
        self.enter(line)
        self.wait()
        return self.rows()[-2].strip()

    def run(self, program: str, limit: float = LIMIT) -> list[str]:
        """Types a program, runs it and returns the rows it printed."""
        self.type_program(program)
        return self.direct("RUN", limit)

    def run_up_to(self, line: int, frames: int = 0, limit: float = LIMIT) -> None:
        """Starts the program and lets it go on for `frames` from where it has come to `line`."""
        self.enter("RUN")
        there = self.vm.run(until=lambda _: self.word("CURLIN") == line, limit=limit)
        assert there, "\n".join(self.rows())
        self.vm.run(frames=frames)

    def usr(self, source: str, expression: str) -> list[str]:
        """What PRINT shows for an expression with USR, which is machine code at CODE."""
        self.vm.write(CODE, assemble(source, CODE))
        return self.direct(f"DEFUSR={CODE}:PRINT {expression}")


@cache
def _prompt(board: str, disks: bool) -> tuple[Session, Capture]:
    vm = Session(board)
    if not disks:
        vm.key("SHIFT", down=True)
        vm.machine.reset()
    basic = Basic(vm)
    basic.wait(10)
    if not disks:
        vm.key("SHIFT", down=False)
    return vm, vm.capture()


def started(board: str, disks: bool = True) -> Basic:
    """A guest at its first prompt; the machine is shared, its state is fresh.

    Without `disks` the disk system stays out, as with SHIFT held down at power-on.
    """
    vm, capture = _prompt(board, disks)
    vm.restore(capture)
    return Basic(vm)
