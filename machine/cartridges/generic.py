"""Bank switching by a write anywhere into the bank itself: Konami's without the SCC, and its kin.

    Konami      8 KB banks; the one at 4000h is fixed, the others are set at 6000h, 8000h, A000h
    Generic8    8 KB banks, all four set in their own 8 KB
    Generic16   16 KB banks, both set in their own 16 KB

Inaccuracies: Generic8 and Generic16 are no chips: they stand for boards whose registers are not
known. An image whose size is no power of two is filled up with FFh.

Sources: "Megabit ROM cartridges", bifi.msxnet.org; "MegaROM Mappers", msx.org wiki.
"""

import cython
from cython.cimports.machine.cartridges.banked import Banked
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER

from machine.cartridges.banked import BanksState


@cython.cclass
class Generic8(Banked):
    """8 KB banks, switched where they stand."""

    _banks: bytearray
    _first: cython.int  # page of the first bank that can be switched

    def __init__(self, name: str, bus: Bus, image: bytes) -> None:
        Banked.__init__(self, name, bus, image)
        self._banks = bytearray((0, 1, 2, 3))
        self._first = 2
        self.state = BanksState(self._banks, bytearray())
        self.attach()

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """The first 32 KB at 4000h."""
        self._banks[:] = bytes((0, 1, 2, 3))
        self.attach()
        self.bus.refresh(self)

    @cython.ccall
    def attach(self) -> cython.void:
        """Points the pages at their banks."""
        page: cython.int
        self.state.due = NEVER
        for page in range(2, 6):
            self.show(page, self._banks[page - 2] if page >= self._first else 0)

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_write(
        self, address: cython.int, value: cython.int, now: cython.longlong
    ) -> cython.void:
        page: cython.int = address >> 13
        if self._first <= page < 6:
            self._banks[page - 2] = value & 0xFF
            self.show(page, value)
            self.bus.refresh(self)


@cython.cclass
class Konami(Generic8):
    """Like Generic8, with bank 0 fixed at 4000h."""

    def __init__(self, name: str, bus: Bus, image: bytes) -> None:
        Generic8.__init__(self, name, bus, image)
        self._first = 3


@cython.cclass
class Generic16(Banked):
    """16 KB banks, switched where they stand."""

    _banks: bytearray

    def __init__(self, name: str, bus: Bus, image: bytes) -> None:
        Banked.__init__(self, name, bus, image)
        self._banks = bytearray((0, 1))
        self.state = BanksState(self._banks, bytearray())
        self.attach()

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """The first 32 KB at 4000h."""
        self._banks[:] = bytes((0, 1))
        self.attach()
        self.bus.refresh(self)

    @cython.ccall
    def attach(self) -> cython.void:
        """Points the pages at their banks."""
        self.state.due = NEVER
        self.show_pair(2, self._banks[0])
        self.show_pair(4, self._banks[1])

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_write(
        self, address: cython.int, value: cython.int, now: cython.longlong
    ) -> cython.void:
        index: cython.int = (address >> 14) - 1
        if 0 <= index < 2:
            self._banks[index] = value & 0xFF
            self.show_pair(2 + 2 * index, value)
            self.bus.refresh(self)
