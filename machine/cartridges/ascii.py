"""ASCII bank switching (chips LZ93A13, M60002), with or without battery-backed RAM.

    Ascii8    6000h-67FFh  bank at 4000h     7000h-77FFh  bank at 8000h     8 KB each
              6800h-6FFFh  bank at 6000h     7800h-7FFFh  bank at A000h
    Ascii16   6000h-67FFh  bank at 4000h     7000h-77FFh  bank at 8000h     16 KB each

A bank number beyond the ROM shows the RAM, repeated through the bank; it takes writes at
8000h-BFFFh.

Inaccuracies: any bank number beyond the ROM shows the RAM, where a real board decodes one bit for
it; an image whose size is no power of two is filled up with FFh.

Source: "MegaROM Mappers", msx.org wiki.
"""

import cython
from cython.cimports.machine.cartridges.banked import Banked
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER

from machine.cartridges.banked import BanksState


@cython.cclass
class Ascii(Banked):
    """What both have in common: `banks` of `pages` 8 KB pages each, of which some may show RAM."""

    _banks: bytearray
    _sram: bytearray
    _pages: cython.int

    def __init__(self, name: str, bus: Bus, image: bytes, sram: int, pages: int) -> None:
        Banked.__init__(self, name, bus, image)
        assert sram in (0, 0x800, 0x2000)
        self._pages = pages
        self._banks = bytearray(4 // pages)
        self._sram = bytearray(sram)
        self.state = BanksState(self._banks, self._sram)
        self.attach()

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """Bank 0 everywhere; the RAM keeps its contents."""
        self._banks[:] = bytes(len(self._banks))
        self.attach()
        self.bus.refresh(self)

    @cython.ccall
    def attach(self) -> cython.void:
        """Points the pages at their banks."""
        index: cython.int
        self.state.due = NEVER
        for index in range(4 // self._pages):
            self._choose(index)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _is_sram(self, index: cython.int) -> cython.bint:
        return len(self._sram) != 0 and self._banks[index] * self._pages > self.mask

    @cython.cfunc
    @cython.exceptval(check=False)
    def _choose(self, index: cython.int) -> cython.void:
        part: cython.int
        page: cython.int
        for part in range(self._pages):
            page = 2 + index * self._pages + part
            self.show(page, self._banks[index] * self._pages + part)
            if self._is_sram(index):
                self.rd[page] = cython.NULL

    @cython.cfunc
    @cython.exceptval(check=False)
    def _switch(self, index: cython.int, value: cython.int) -> cython.void:
        self._banks[index] = value & 0xFF
        self._choose(index)
        self.bus.refresh(self)

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_read(self, address: cython.int, now: cython.longlong) -> cython.int:
        return self.mem_peek(address, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_peek(self, address: cython.int, now: cython.longlong) -> cython.int:
        page: cython.int = address >> 13
        if self.rd[page] != cython.NULL:
            return self.rd[page][address & 0x1FFF]
        if 2 <= page < 6:
            return self._sram[address & (len(self._sram) - 1)]
        return 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_write(
        self, address: cython.int, value: cython.int, now: cython.longlong
    ) -> cython.void:
        index: cython.int = (address >> 11) & 3
        if 0x6000 <= address < 0x8000:
            if index % self._pages == 0:
                self._switch(index // self._pages, value)
        elif 0x8000 <= address < 0xC000 and self._is_sram(((address >> 13) - 2) // self._pages):
            self._sram[address & (len(self._sram) - 1)] = value & 0xFF


@cython.cclass
class Ascii8(Ascii):
    """8 KB banks."""

    def __init__(self, name: str, bus: Bus, image: bytes, sram: int = 0) -> None:
        """`sram`: bytes of RAM: 0, 2048 or 8192."""
        Ascii.__init__(self, name, bus, image, sram, 1)


@cython.cclass
class Ascii16(Ascii):
    """16 KB banks."""

    def __init__(self, name: str, bus: Bus, image: bytes, sram: int = 0) -> None:
        """`sram`: bytes of RAM: 0, 2048 or 8192."""
        Ascii.__init__(self, name, bus, image, sram, 2)
