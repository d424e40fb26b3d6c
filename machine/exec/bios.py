"""CP/M's BIOS jump table, and the MSX's slot calls in page 0.

Of the table's entries for disks SELDSK tells CP/M programs of the disk's size; the others refuse,
as a folder has no tracks. With one memory in all slots RDSLT and WRSLT reach it, ENASLT changes
nothing, and CALSLT reaches the few routines of the MSX's BIOS that are there: those of the console.
Any other ends the program with a word about it. In the slot of the RAM they call what the program
has there.
"""

from collections.abc import Callable

from machine.core.errors import Refused
from machine.exec.console import Console
from machine.exec.guest import CARRY, ZERO, Guest
from machine.exec.mapper import RAM_SLOT

CLEAR_SCREEN = 0x0C
END = 0x1A
IN_ID = 0x8F  # the bits of a slot's number


class BiosCalls:
    """`calls`: the entries by name; see `machine.exec.loading`."""

    def __init__(self, guest: Guest, console: Console, select: Callable[[], None]) -> None:
        """`select` is SELDSK."""
        self._guest = guest
        self._console = console
        self.calls: dict[str, Callable[[], None]] = {
            "const": self._status,
            "conin": self._read,
            "conout": self._write,
            "list": self._print,
            "punch": self._nothing,
            "reader": self._reader,
            "home": self._nothing,
            "seldsk": select,
            "settrk": self._nothing,
            "setsec": self._nothing,
            "setdma": self._nothing,
            "read": self._failed,
            "write": self._failed,
            "listst": self._ready,
            "sectran": self._same_sector,
            "rdslt": self._read_slot,
            "wrslt": self._write_slot,
            "enaslt": self._nothing,
            "calslt": self._call_slot,
            "callf": self._call_inline,
        }
        self._routines = {  # of the MSX's BIOS, by address
            0x009C: self._key_waits,
            0x009F: self._read,
            0x00A2: self._write_a,
            0x00A5: self._print_a,
            0x00B7: self._not_broken,
            0x00C0: self._beep,
            0x00C3: self._clear,
            0x00C6: self._position,
            0x0156: self._nothing,
        }

    def _nothing(self) -> None:
        pass

    # CP/M's

    def _status(self) -> None:
        self._guest.answer_a(0xFF if self._console.is_ready() else 0)

    def _read(self) -> None:
        self._guest.answer_a(self._console.get())

    def _write(self) -> None:
        self._console.show(self._guest.regs.c)

    def _print(self) -> None:
        self._console.printer(self._guest.regs.c)

    def _reader(self) -> None:
        self._guest.answer_a(END)

    def _failed(self) -> None:
        self._guest.answer_a(1)

    def _ready(self) -> None:
        self._guest.answer_a(0xFF)

    def _same_sector(self) -> None:
        self._guest.hl = self._guest.bc

    # The MSX's

    def _read_slot(self) -> None:
        self._guest.answer_a(self._guest.memory[self._guest.hl])

    def _write_slot(self) -> None:
        self._guest.memory[self._guest.hl] = self._guest.regs.e

    def _call_slot(self) -> None:
        self._routine(int(self._guest.cpu.iy) >> 8, int(self._guest.cpu.ix))

    def _call_inline(self) -> None:
        """CALLF: slot and address stand behind the call."""
        guest = self._guest
        after = guest.word(guest.regs.sp)
        guest.write(guest.regs.sp, ((after + 3) & 0xFFFF).to_bytes(2, "little"))
        self._routine(guest.memory[after], guest.word(after + 1))

    def _routine(self, slot: int, address: int) -> None:
        if slot & IN_ID == RAM_SLOT:
            self._guest.regs.pc = address
            return
        routine = self._routines.get(address)
        if routine is None:
            raise Refused(
                f"The program calls the MSX's BIOS at {address:04X}h, which a process VM does not"
                " have; start it from a disk in a machine."
            )
        routine()

    def _key_waits(self) -> None:
        self._guest.answer_a(0xFF if self._console.is_ready() else 0)

    def _write_a(self) -> None:
        self._console.show(self._guest.regs.a)

    def _print_a(self) -> None:
        self._console.printer(self._guest.regs.a)
        self._guest.regs.f &= ~CARRY & 0xFF

    def _not_broken(self) -> None:
        self._guest.regs.f &= ~CARRY & 0xFF

    def _beep(self) -> None:
        self._console.show(7)

    def _clear(self) -> None:
        if self._guest.regs.f & ZERO:
            self._console.show(CLEAR_SCREEN)

    def _position(self) -> None:
        column, row = self._guest.regs.h, self._guest.regs.l
        for code in (0x1B, 0x59, row + 0x1F & 0xFF, column + 0x1F & 0xFF):
            self._console.show(code)
