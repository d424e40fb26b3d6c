"""Calls sub-ROM entries on a started eb2, as a program in RAM would."""

from functools import cache

from machine.api import Session
from machine.machine import Capture
from tests.support.bios import Bios
from tests.support.guest_calls import GIVEN, Calls, Registers, equates, prompt_shown

STACK = 0xDE00  # below what the disk ROM takes

_CALLER = f"""
        INCLUDE "bios.inc"
        ld sp,{STACK}
        ld hl,({GIVEN})
        push hl
        pop af
        ld bc,({GIVEN + 2})
        ld de,({GIVEN + 4})
        ld hl,({GIVEN + 6})
        ld ix,({GIVEN + 8})
        call EXTROM
        ei
"""


ENTRIES = equates("subrom.inc")


class SubRom(Calls):
    """A started machine of which sub-ROM entries are called."""

    def __init__(self, vm: Session) -> None:
        """Takes a machine whose start-up is over."""
        super().__init__(vm, _CALLER)

    def start(self, entry: str, *, f: int = 0, **registers: int) -> None:
        """Begins to call an entry by its documented name with a, bc, de, hl."""
        self.start_at(ENTRIES[f"S.{entry}"], f=f, **registers)

    def start_at(self, address: int, *, f: int = 0, **registers: int) -> None:
        """Begins to call any routine of the sub-ROM."""
        values = [registers.get(name, 0) for name in ("bc", "de", "hl")]
        head = registers.get("a", 0) << 8 | f
        self.begin(head, *values, address)

    def call(self, entry: str, *, f: int = 0, **registers: int) -> Registers:
        """Calls an entry and waits for it; AssertionError if it hangs."""
        self.start(entry, f=f, **registers)
        return self.finish()

    def mode(self, mode: int) -> None:
        """Changes the screen mode by CHGMDP."""
        self.call("CHGMDP", a=mode)

    def point(self, x: int, y: int) -> int:
        """The colour code of a dot, by the entries MAPXYC and READC."""
        self.call("MAPXYC", bc=x, de=y)
        return self.call("READC").a


@cache
def _booted() -> tuple[Session, Capture]:
    vm = Session("eb2")
    assert vm.run(until=prompt_shown, limit=10), "eb2 does not start"
    vm.run(seconds=1)
    Bios(vm).call("ERAFNK")
    return vm, vm.capture()


def started() -> SubRom:
    """The machine as it is at its first prompt, but for the key line; the same each time."""
    vm, capture = _booted()
    vm.restore(capture)
    return SubRom(vm)
