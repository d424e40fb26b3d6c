"""What all bank switching cartridges share: the image in 8 KB banks, and pages that show them."""

import cython
from cython.cimports.cpython.bytearray import PyByteArray_AS_STRING
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import Memory, State

BANK = 0x2000


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class BanksState(State):
    """The bank registers, from the lowest address up, and the battery-backed RAM if it has one."""

    banks: bytearray
    sram: bytearray


@cython.cclass
class Banked(Memory):
    """An image of 8 KB to 4 MB, filled up with FFh to a power of two; higher bank numbers wrap."""

    def __init__(self, name: str, bus: Bus, image: bytes) -> None:
        Memory.__init__(self, name)
        count = 4
        while count * BANK < len(image):
            count *= 2
        self.bus = bus
        self.cells = bytearray(image) + b"\xff" * (count * BANK - len(image))
        self.mask = count - 1

    @property
    def battery(self) -> bytes:
        """What the battery keeps without power; b"" in a cartridge that has none."""
        return bytes(cython.cast(BanksState, self.state).sram)

    @battery.setter
    def battery(self, kept: bytes) -> None:
        sram = cython.cast(BanksState, self.state).sram
        assert len(kept) == len(sram)
        sram[:] = kept

    @cython.cfunc
    @cython.exceptval(check=False)
    def show(self, page: cython.int, bank: cython.int) -> cython.void:
        """Page `page` of the address space reads from 8 KB bank `bank`."""
        cells: cython.p_uchar = cython.cast(cython.p_uchar, PyByteArray_AS_STRING(self.cells))
        self.rd[page] = cells + (bank & self.mask) * 0x2000
        self.wr[page] = cython.NULL

    @cython.cfunc
    @cython.exceptval(check=False)
    def show_pair(self, page: cython.int, bank: cython.int) -> cython.void:
        """Pages `page` and `page` + 1 read from 16 KB bank `bank`."""
        self.show(page, bank * 2)
        self.show(page + 1, bank * 2 + 1)
