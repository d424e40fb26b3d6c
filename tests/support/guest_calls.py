"""What tests of the firmware share: its documented names, its work area, the registers of a call."""

import struct
from dataclasses import dataclass

from machine.api import Session
from tests.support.assembler import INCLUDE, assemble

CODE, GIVEN, TAKEN, DONE = 0xC000, 0xC100, 0xC110, 0xC120
LIMIT = 20.0  # emulated seconds for one call


def equates(name: str) -> dict[str, int]:
    """The constants of a file of roms/include by name, in capitals."""
    found = {}
    for line in (INCLUDE / name).read_text(encoding="utf-8").splitlines():
        label, equ, rest = line.partition("EQU &")
        if equ:
            found[label.strip().rstrip(":").upper()] = int(rest.split()[0], 16)
    return found


WORK = equates("workarea.inc")


def prompt_shown(vm: Session) -> bool:
    """A row of the text screen is BASIC's prompt, so start-up is over."""
    return any(row.strip() == "Ok" for row in vm.screen_text())


@dataclass(frozen=True)
class Registers:
    """The registers after a call."""

    a: int
    f: int
    bc: int
    de: int
    hl: int

    @property
    def carry(self) -> bool:
        """The carry flag."""
        return bool(self.f & 1)

    @property
    def zero(self) -> bool:
        """The zero flag."""
        return bool(self.f & 0x40)


class WorkArea:
    """A machine whose work area is read and written by its documented names."""

    vm: Session

    def word(self, name: str) -> int:
        """A word of the work area."""
        low, high = self.vm.read(WORK[name], 2)
        return low | high << 8

    def byte(self, name: str) -> int:
        """A byte of the work area."""
        return self.vm.peek(WORK[name])

    def set(self, **values: int) -> None:
        """Sets bytes of the work area."""
        for name, value in values.items():
            self.vm.poke(WORK[name], value)

    def set_words(self, **values: int) -> None:
        """Sets words of the work area."""
        for name, value in values.items():
            self.vm.write(WORK[name], struct.pack("<H", value & 0xFFFF))


_KEEP = f"""
        push af
        ld ({TAKEN + 6}),hl
        ld ({TAKEN + 4}),de
        ld ({TAKEN + 2}),bc
        pop hl
        ld ({TAKEN}),hl
        ld a,1
        ld ({DONE}),a
@stay:  jr @stay
"""


class Calls(WorkArea):
    """A started machine with a piece of machine code that calls routines, as a program would."""

    def __init__(self, vm: Session, caller: str) -> None:
        """Takes a machine whose start-up is over; `caller` calls what the words at GIVEN say."""
        self.vm = vm
        vm.write(CODE, assemble(caller + _KEEP, CODE))

    def begin(self, *words: int) -> None:
        """Starts a call."""
        self.vm.write(GIVEN, struct.pack(f"<{len(words)}H", *words))
        self.vm.poke(DONE, 0)
        self.vm.cpu.pc = CODE

    @property
    def is_done(self) -> bool:
        """The call has come back."""
        return self.vm.peek(DONE) == 1

    def finish(self, limit: float = LIMIT) -> Registers:
        """Waits for the end of a call; AssertionError if it hangs."""
        done = self.vm.run(until=lambda _: self.is_done, limit=limit)
        assert done, f"the call does not come back: PC {self.vm.cpu.pc:04X}"
        af, bc, de, hl = struct.unpack("<4H", self.vm.read(TAKEN, 8))
        return Registers(af >> 8, af & 0xFF, bc, de, hl)
