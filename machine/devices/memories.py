"""Plain memories of a board: RAM, ROM, and the RAM mapper.

    Ram         up to 64 KB at one place of its slot
    RomChip     an image at one place of its slot
    MapperRam   16 KB segments, one chosen for each quarter of the address space by ports FCh-FFh

Socket of a MapperRam: `next`, the mapper in another slot. All mappers of a machine take what is
written to the ports; the first is at the ports, each hands on to the next, and the first alone is
read.

Inaccuracies: all cells of a RAM hold one value at power-on, where real chips hold a pattern of
their own. The mapper's registers start as 3, 2, 1, 0 and read back; on real boards they start
undefined, and not all read back.

Sources: MSX2 Technical Handbook, chapter 1 (slots, memory mapper).
"""

import cython
from cython.cimports.cpython.bytearray import PyByteArray_AS_STRING
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, Memory, State

from machine.core.errors import Refused

PAGE = 0x2000
SEGMENT = 0x4000


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class RamState(State):
    """`data`: the cells."""

    data: bytearray


@cython.cclass
class Ram(Memory):
    """`size` bytes of RAM from `base` on, both multiples of 8 KB; `fill` in each at power-on."""

    _record: RamState
    _base: cython.int

    def __init__(
        self, name: str, bus: Bus, base: int = 0, size: int = 0x10000, fill: int = 0
    ) -> None:
        Memory.__init__(self, name)
        assert base % PAGE == 0
        assert size % PAGE == 0
        assert 0 < size <= 0x10000 - base
        self._base = base
        self._record = RamState(bytearray([fill]) * size)
        self.state = self._record

    @cython.ccall
    def attach(self) -> cython.void:
        cells: cython.p_uchar = cython.cast(
            cython.p_uchar, PyByteArray_AS_STRING(self._record.data)
        )
        first: cython.int = self._base // 0x2000
        page: cython.int
        self._record.due = NEVER
        for page in range(cython.cast(cython.int, len(self._record.data) // 0x2000)):
            self.rd[first + page] = cells + page * 0x2000
            self.wr[first + page] = cells + page * 0x2000

    @property
    def cells(self) -> bytearray:
        """The memory itself, for tools."""
        return self._record.data


@cython.cclass
class RomChip(Memory):
    """`image` from address `base` on; its length is filled up with FFh to a multiple of 8 KB."""

    _image: bytearray
    _base: cython.int

    def __init__(self, name: str, bus: Bus, image: bytes, base: int = 0) -> None:
        Memory.__init__(self, name)
        assert base % PAGE == 0
        if not image or len(image) > 0x10000 - base:
            raise Refused(
                f"The ROM image of {name} has {len(image)} bytes, but 1 to {0x10000 - base} fit at "
                f"{base:04X}h; give another file."
            )
        self._base = base
        self._image = bytearray(image) + b"\xff" * (-len(image) % PAGE)
        self.state = State()

    @cython.ccall
    def attach(self) -> cython.void:
        cells: cython.p_uchar = cython.cast(cython.p_uchar, PyByteArray_AS_STRING(self._image))
        first: cython.int = self._base // 0x2000
        page: cython.int
        self.state.due = NEVER
        for page in range(cython.cast(cython.int, len(self._image) // 0x2000)):
            self.rd[first + page] = cells + page * 0x2000


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class MapperState(State):
    """`segments`: the segment chosen for each 16 KB of the address space; `data`: the cells."""

    data: bytearray
    segments: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray([3, 2, 1, 0]))


@cython.cclass
class MapperRam(Memory):
    """`size` bytes of RAM (64 KB to 4 MB, a power of two) in segments of 16 KB, `fill` in each.

    Register n (port FCh + n) holds the segment seen at n * 4000h. The bits that the size does not
    need read as 1.
    """

    _record: MapperState
    _bus: Bus
    _mask: cython.int
    _next: Device

    def __init__(self, name: str, bus: Bus, size: int = 0x80000, fill: int = 0) -> None:
        Memory.__init__(self, name)
        count = size // SEGMENT
        assert size % SEGMENT == 0
        assert 4 <= count <= 256
        assert count & (count - 1) == 0
        self._bus = bus
        self._mask = count - 1
        self._record = MapperState(bytearray([fill]) * size)
        self.state = self._record

    @cython.ccall
    def connect(self, socket: str, other: Device) -> cython.void:
        """Wires `next`."""
        if socket != "next" or not isinstance(other, MapperRam):
            raise AssertionError(f"{self.name} has no socket {socket} for {other.name}")
        self._next = other

    @cython.ccall
    def attach(self) -> cython.void:
        quarter: cython.int
        self._record.due = NEVER
        for quarter in range(4):
            self._choose(quarter)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _choose(self, quarter: cython.int) -> cython.void:
        segment: cython.int = self._record.segments[quarter] & self._mask
        cells: cython.p_uchar = cython.cast(
            cython.p_uchar, PyByteArray_AS_STRING(self._record.data)
        )
        cells += segment * 0x4000
        self.rd[quarter * 2] = cells
        self.wr[quarter * 2] = cells
        self.rd[quarter * 2 + 1] = cells + 0x2000
        self.wr[quarter * 2 + 1] = cells + 0x2000

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return self._record.segments[reg & 3] | (~self._mask & 0xFF)

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return self.read(reg, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        self._record.segments[reg & 3] = value & 0xFF
        self._choose(reg & 3)
        self._bus.refresh(self)
        if self._next is not None:
            self._next.write(reg, value, now)

    @property
    def cells(self) -> bytearray:
        """The memory itself, for tools."""
        return self._record.data
