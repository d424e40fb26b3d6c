"""Calls sub-ROM entries on a started eb2, as a program in RAM would."""

import struct
from functools import cache

from machine.api import Session
from machine.machine import Capture
from tests.support.assembler import assemble
from tests.support.bios import Bios
from tests.support.guest_calls import Registers, WorkArea, equates, prompt_shown

CODE, GIVEN, TAKEN, DONE = 0xC000, 0xC100, 0xC110, 0xC120
STACK = 0xDE00  # below what the disk ROM takes
LIMIT = 20.0  # emulated seconds for one call

CALLER = f"""
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
        ld ({TAKEN + 6}),hl
        ld ({TAKEN + 4}),de
        ld ({TAKEN + 2}),bc
        push af
        pop hl
        ld ({TAKEN}),hl
        ld a,1
        ld ({DONE}),a
@stay:  jr @stay
"""


ENTRIES = equates("subrom.inc")


class SubRom(WorkArea):
    """A started machine of which sub-ROM entries are called."""

    def __init__(self, vm: Session) -> None:
        """Takes a machine whose start-up is over."""
        self.vm = vm
        vm.write(CODE, assemble(CALLER, CODE))

    def start(self, entry: str, *, f: int = 0, **registers: int) -> None:
        """Begins to call an entry by its documented name with a, bc, de, hl."""
        self.start_at(ENTRIES[f"S.{entry}"], f=f, **registers)

    def start_at(self, address: int, *, f: int = 0, **registers: int) -> None:
        """Begins to call any routine of the sub-ROM."""
        values = [registers.get(name, 0) for name in ("bc", "de", "hl")]
        head = registers.get("a", 0) << 8 | f
        self.vm.write(GIVEN, struct.pack("<5H", head, *values, address))
        self.vm.poke(DONE, 0)
        self.vm.cpu.pc = CODE

    def call(self, entry: str, *, f: int = 0, **registers: int) -> Registers:
        """Calls an entry and waits for it; AssertionError if it hangs."""
        self.start(entry, f=f, **registers)
        done = self.vm.run(until=lambda vm: vm.peek(DONE) == 1, limit=LIMIT)
        assert done, f"{entry} does not come back: PC {self.vm.cpu.pc:04X}"
        af, bc, de, hl = struct.unpack("<4H", self.vm.read(TAKEN, 8))
        return Registers(af >> 8, af & 0xFF, bc, de, hl)

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
