"""Calls main-ROM entries on a started machine, as a program in RAM would."""

from functools import cache

from machine.api import Session
from machine.machine import Capture
from tests.support.assembler import assemble
from tests.support.guest_calls import GIVEN, Calls, Registers, equates, prompt_shown

PROGRAM = 0xC200
STACK = 0xD000  # below the disk system's memory

_CALLER = f"""
        di
        ld sp,{STACK}
        ld hl,({GIVEN})
        push hl
        pop af
        ld bc,({GIVEN + 2})
        ld de,({GIVEN + 4})
        ld ix,({GIVEN + 10})
        ld iy,({GIVEN + 12})
        ld hl,({GIVEN + 8})
        push hl
        ld hl,back
        ex (sp),hl
        push hl
        ld hl,({GIVEN + 6})
        ei
        ret
back:
"""


ENTRIES = equates("bios.inc")


class Bios(Calls):
    """A started machine of which main-ROM entries are called."""

    def __init__(self, vm: Session) -> None:
        """Takes a machine whose start-up is over."""
        super().__init__(vm, _CALLER)

    def start(self, entry: str | int, *, f: int = 0, **registers: int) -> None:
        """Starts a call: an entry by its name or a routine by its address; a, bc, de, hl, ix, iy."""
        address = ENTRIES[entry] if isinstance(entry, str) else entry
        bc, de, hl, ix, iy = (registers.get(name, 0) for name in ("bc", "de", "hl", "ix", "iy"))
        head = registers.get("a", 0) << 8 | f
        self.begin(head, bc, de, hl, address, ix, iy)

    def call(self, entry: str | int, *, f: int = 0, **registers: int) -> Registers:
        """Calls an entry and gives the registers that it leaves."""
        self.start(entry, f=f, **registers)
        return self.finish()

    def start_program(self, source: str) -> None:
        """Starts an assembly program that ends with RET."""
        text = f'INCLUDE "bios.inc"\n INCLUDE "workarea.inc"\n INCLUDE "ports.inc"\n{source}'
        self.vm.write(PROGRAM, assemble(f" {text}", PROGRAM))
        self.start(PROGRAM)

    def run(self, source: str) -> Registers:
        """Runs an assembly program that ends with RET."""
        self.start_program(source)
        return self.finish()

    def print(self, text: bytes) -> None:
        """Sends bytes to CHPUT."""
        self.vm.write(0xC800, text + b"\0")
        source = " ld hl,&C800\nnext: ld a,(hl)\n or a\n ret z\n call CHPUT\n inc hl\n jr next"
        self.run(source)

    def screen(self, mode: int) -> None:
        """A fresh screen by CHGMOD."""
        self.call("CHGMOD", a=mode)

    @property
    def rows(self) -> list[str]:
        """The text screen without its margin and the blanks at the ends of its rows."""
        width = self.byte("LINLEN")
        return [row[(len(row) - width + 1) // 2 :].rstrip() for row in self.vm.screen_text()]


@cache
def _booted(board: str) -> tuple[Session, Capture]:
    vm = Session(board)
    ready = vm.run(until=prompt_shown, limit=10)
    assert ready, f"{board} does not start"
    vm.run(frames=10)
    Bios(vm).call("ERAFNK")
    return vm, vm.capture()


def started(board: str) -> Bios:
    """The machine as it is at its first prompt, but for the key line; the same each time."""
    vm, capture = _booted(board)
    vm.restore(capture)
    return Bios(vm)
