"""Memory that is a mapper's, and MSX-DOS 2's mapper support routines.

The routines are entries of the system; `EXTENDED` tells a program where they are. Segments 0-3 are
the program's memory, the last two count as the system's, as in EB-DOS.

Source: "MSX-DOS 2 Program Interface Specification", section 5.
"""

from collections.abc import Callable, Iterator
from typing import Any, overload

from machine.boards.process import MAPPER_PORT, SEGMENT
from machine.core.bus import Bus
from machine.exec.guest import CARRY, SPACE, Guest

RAM_SLOT = 0x83  # slot 3-0
DEVICE = 4  # of the extended BIOS
TABLE_SIZE = 16  # bytes: one mapper, and a slot 0
OF_PROGRAM, OF_SYSTEM = 4, 2  # segments that are taken from the start on
ROUTINES = (
    "all_seg", "fre_seg", "rd_seg", "wr_seg", "cal_seg", "calls", "put_ph", "get_ph",
    "put_p0", "get_p0", "put_p1", "get_p1", "put_p2", "get_p2", "put_p3", "get_p3",
)  # fmt: skip


class MappedMemory:
    """The 64 KB that the processor sees of a mapper's RAM, by address."""

    def __init__(self, ram: Any) -> None:
        """`ram` is the device."""
        self._cells: bytearray = ram.cells
        self._segments: bytearray = ram.state.segments
        self._mask = len(ram.cells) // SEGMENT - 1

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> bytes: ...
    def __getitem__(self, place: int | slice) -> int | bytes:
        if isinstance(place, slice):
            return b"".join(self._cells[start:end] for start, end in self._pieces(place))
        return self._cells[self._cell(place)]

    @overload
    def __setitem__(self, place: int, value: int) -> None: ...
    @overload
    def __setitem__(self, place: slice, value: bytes) -> None: ...
    def __setitem__(self, place: int | slice, value: int | bytes) -> None:
        if isinstance(value, int):
            assert isinstance(place, int)
            self._cells[self._cell(place)] = value
            return
        assert isinstance(place, slice)
        done = 0
        for start, end in self._pieces(place):
            self._cells[start:end] = value[done : done + end - start]
            done += end - start
        assert done == len(value)

    def _cell(self, address: int) -> int:
        segment = self._segments[address // SEGMENT] & self._mask
        return segment * SEGMENT + int(address) % SEGMENT

    def _pieces(self, place: slice) -> Iterator[tuple[int, int]]:
        """The parts of a stretch of addresses that lie in one segment each, as places of cells."""
        start, end, step = place.indices(SPACE)
        assert step == 1
        while start < end:
            stop = min(end, (start // SEGMENT + 1) * SEGMENT)
            cell = self._cell(start)
            yield cell, cell + stop - start
            start = stop


class Mapper:
    """The routines by name, and the table of segments in the guest's memory."""

    def __init__(self, guest: Guest, bus: Bus, segments: int, table: int, jumps: int) -> None:
        """`table`, `jumps`: addresses of the table of variables and of the jump table."""
        self._guest = guest
        self._bus = bus
        self._table, self._jumps = table, jumps
        self._segments = segments
        self._pages = [3, 2, 1, 0]
        self._user: set[int] = set()
        self._system = {*range(OF_PROGRAM), *range(segments - OF_SYSTEM, segments)}
        self._tell()
        self.calls: dict[str, Callable[[], None]] = {
            "all_seg": self._allocate,
            "fre_seg": self._release,
            "rd_seg": self._read,
            "wr_seg": self._write,
            "cal_seg": self._call,
            "calls": self._call_inline,
            "put_ph": self._put_by_address,
            "get_ph": self._get_by_address,
            "segment return": self._return,
            "extbio": self._extended,
        }
        for page in range(4):
            self.calls[f"put_p{page}"] = lambda page=page: self._show(page, guest.regs.a)  # type: ignore[misc]
            self.calls[f"get_p{page}"] = lambda page=page: self._get(page)  # type: ignore[misc]
        self.return_stub = 0  # address of the entry "segment return"

    def _tell(self) -> None:
        """Brings the table up to date."""
        free = self._segments - len(self._system) - len(self._user)
        row = bytes((RAM_SLOT, self._segments, free, len(self._system), len(self._user)))
        self._guest.write(self._table, row.ljust(TABLE_SIZE, b"\0"))

    def _extended(self) -> None:
        """EXTBIO, D = device, E = function. Other devices are not there: nothing changes."""
        regs = self._guest.regs
        if regs.d != DEVICE or regs.e not in (1, 2):
            return
        regs.a = RAM_SLOT
        self._guest.hl = self._table
        if regs.e == 2:
            regs.a, regs.b = self._segments, RAM_SLOT
            regs.c = self._guest.memory[self._table + 2]
            self._guest.hl = self._jumps

    # Whose segments are

    def _allocate(self) -> None:
        """A = 0 for a program, 1 for the system; B = 0, or where to look. CY: none is free.

        Bits 4-6 of B: in that slot; in others; there first; in others first.
        """
        regs = self._guest.regs
        named, where = regs.b & 0x8F, regs.b >> 4 & 7
        is_here = named == RAM_SLOT
        can = not regs.b or (is_here, not is_here, True, True)[where & 3]
        numbers = range(self._segments) if not regs.a else range(self._segments - 1, -1, -1)
        free = [one for one in numbers if one not in self._system and one not in self._user]
        if not can or not free or regs.a > 1:
            regs.f |= CARRY
            return
        (self._system if regs.a else self._user).add(free[0])
        self._tell()
        regs.a = free[0]
        regs.b = RAM_SLOT if regs.b else 0
        regs.f &= ~CARRY & 0xFF

    def _release(self) -> None:
        """A = segment, B = slot or 0. CY: it cannot be given back."""
        regs = self._guest.regs
        segment = regs.a
        given = self._user | (self._system - {*range(OF_PROGRAM)})
        given -= {*range(self._segments - OF_SYSTEM, self._segments)}
        if regs.b not in (0, RAM_SLOT) or segment not in given:
            regs.f |= CARRY
            return
        self._user.discard(segment)
        self._system.discard(segment)
        self._tell()
        regs.f &= ~CARRY & 0xFF

    # What pages show

    def _show(self, page: int, segment: int) -> None:
        if page < 3:  # the system is in page 3
            self._pages[page] = segment
            self._bus.write_port(MAPPER_PORT + page, segment)

    def _get(self, page: int) -> None:
        self._guest.regs.a = self._pages[page]

    def _put_by_address(self) -> None:
        self._show(self._guest.regs.h >> 6, self._guest.regs.a)

    def _get_by_address(self) -> None:
        self._get(self._guest.regs.h >> 6)

    # Bytes and routines in other segments

    def _read(self) -> None:
        """A = segment, HL = address in it; A = the byte, interrupts off."""
        self._guest.regs.a = self._elsewhere(self._guest.memory.__getitem__)

    def _write(self) -> None:
        """The same to write E there."""
        value = int(self._guest.regs.e)

        def put(address: int) -> int:
            self._guest.memory[address] = value
            return value

        self._elsewhere(put)

    def _elsewhere(self, act: Callable[[int], int]) -> int:
        """Does something to address HL of segment A, which page 2 shows meanwhile."""
        guest = self._guest
        guest.cpu.iff1 = guest.cpu.iff2 = 0
        before = self._pages[2]
        self._show(2, guest.regs.a)
        result = act(2 * SEGMENT + guest.hl % SEGMENT)
        self._show(2, before)
        return result

    def _call(self) -> None:
        """IYh = segment, IX = address: calls the routine there."""
        self._go(int(self._guest.cpu.iy) >> 8, int(self._guest.cpu.ix))

    def _call_inline(self) -> None:
        """The same with segment and address behind the call."""
        guest = self._guest
        after = guest.word(guest.regs.sp)
        guest.write(guest.regs.sp, ((after + 3) & 0xFFFF).to_bytes(2, "little"))
        self._go(guest.memory[after], guest.word(after + 1))

    def _go(self, segment: int, address: int) -> None:
        guest, page = self._guest, address // SEGMENT
        guest.push(page << 8 | self._pages[page])
        guest.push(self.return_stub)
        self._show(page, segment)
        guest.regs.pc = address

    def _return(self) -> None:
        """A routine of another segment has ended; what it was called with is on the stack."""
        before = self._guest.word(self._guest.regs.sp)
        self._guest.regs.sp = (self._guest.regs.sp + 2) & 0xFFFF
        self._show(before >> 8 & 3, before & 0xFF)
