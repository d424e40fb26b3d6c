"""Konami's 8 KB bank switching with the SCC sound chip.

    5000h-57FFh  bank at 4000h     9000h-97FFh  bank at 8000h; bits 5-0 all 1: the SCC's registers
    7000h-77FFh  bank at 6000h                  show at 9800h-9FFFh, every 256 bytes
                                   B000h-B7FFh  bank at A000h

Inaccuracies: the mode register and RAM of the later SCC-I cartridge are not built; an image whose
size is no power of two is filled up with FFh.

Sources: "Konami SCC sound chip" and "Megabit ROM cartridges", bifi.msxnet.org.
"""

import cython
from cython.cimports.machine.cartridges.banked import Banked
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import Device
from cython.cimports.machine.devices.scc import Scc

SCC_PAGE = cython.declare(cython.int, 4)
SCC_HOLES = cython.declare(cython.uint, 0xFF000000)  # 9800h-9FFFh of the page at 8000h


@cython.cclass
class KonamiScc(Banked):
    """The cartridge; its record is that of the chip, which holds the bank registers too."""

    _chip: Scc
    _banks: bytearray

    def __init__(self, name: str, bus: Bus, image: bytes) -> None:
        Banked.__init__(self, name, bus, image)
        self._chip = Scc(name, bus)
        self._banks = self._chip.banks
        self.state = self._chip.state
        self.attach()

    @cython.ccall
    def connect(self, socket: str, other: Device) -> cython.void:
        """Wires `sound`."""
        self._chip.connect(socket, other)

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """The first 32 KB at 4000h, no sound."""
        self._chip.reset(now)
        self._banks[:] = bytes((0, 1, 2, 3))
        self.attach()
        self.bus.refresh(self)

    @cython.ccall
    def attach(self) -> cython.void:
        """Points the pages at their banks."""
        index: cython.int
        self._chip.attach()
        for index in range(4):
            self._choose(index)

    @cython.cfunc
    @cython.exceptval(check=False)
    def sync(self, now: cython.longlong) -> cython.void:
        self._chip.sync(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _choose(self, index: cython.int) -> cython.void:
        self.show(2 + index, self._banks[index])
        if 2 + index == SCC_PAGE:
            self.holes[SCC_PAGE] = SCC_HOLES if self._banks[index] & 0x3F == 0x3F else 0

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_read(self, address: cython.int, now: cython.longlong) -> cython.int:
        if 0x9800 <= address < 0xA000 and self.holes[SCC_PAGE]:
            return self._chip.read(address & 0xFF, now)
        return 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_peek(self, address: cython.int, now: cython.longlong) -> cython.int:
        page: cython.int = address >> 13
        if 0x9800 <= address < 0xA000 and self.holes[SCC_PAGE]:
            return self._chip.peek(address & 0xFF, now)
        if self.rd[page] != cython.NULL:
            return self.rd[page][address & 0x1FFF]
        return 0xFF

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_write(
        self, address: cython.int, value: cython.int, now: cython.longlong
    ) -> cython.void:
        index: cython.int = (address >> 13) - 2
        if 0 <= index < 4 and address & 0x1800 == 0x1000:
            self._banks[index] = value & 0xFF
            self._choose(index)
            self.bus.refresh(self)
        elif 0x9800 <= address < 0xA000 and self.holes[SCC_PAGE]:
            self._chip.write(address & 0xFF, value, now)

    @property
    def battery(self) -> bytes:
        """These cartridges have none."""
        return b""

    def unplug(self) -> None:
        """The cartridge leaves its slot."""
        self._chip.unplug()
