"""The slot system: which of up to sixteen memories stands in each quarter of the address space.

    PPI port A (A8h)   bits 2n+1..2n: primary slot seen at n * 4000h
    FFFFh              the same for the four secondary slots of the primary slot seen at C000h, if
                       that one is expanded; reads back complemented

Inaccuracies: none known.

Source: MSX2 Technical Handbook, chapter 1 and 5.7.
"""

from collections.abc import Sequence

import cython
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Memory, State


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class SlotsState(State):
    """The primary slot register and the four secondary ones."""

    primary: cython.uchar = 0
    secondary: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(4))


@cython.cclass
class Slots(Memory):
    """Register 0 is the primary slot register; FFFFh is found by covering the top of memory."""

    _record: SlotsState
    _bus: Bus
    _plugged: list  # 64 memories: (primary * 4 + secondary) * 4 + quarter
    _expanded: cython.int  # bit n: primary slot n has four secondary slots

    def __init__(self, name: str, bus: Bus, expanded: Sequence[int] = ()) -> None:
        Memory.__init__(self, name)
        assert set(expanded) <= {0, 1, 2, 3}, "the primary slots are 0 to 3"
        self._bus = bus
        self._expanded = sum(1 << slot for slot in set(expanded))
        self._plugged = [bus.nothing] * 64
        self._record = SlotsState()
        self.state = self._record

    def plug(
        self,
        memory: Memory | None,
        primary: int,
        secondary: int = 0,
        quarters: tuple[int, ...] = (0, 1, 2, 3),
    ) -> None:
        """Puts `memory` into a slot, for the given 16 KB quarters; None empties it."""
        assert 0 <= primary <= 3 and 0 <= secondary <= 3, f"there is no slot {primary}-{secondary}"
        assert secondary == 0 or (self._expanded >> primary) & 1, f"slot {primary} is not expanded"
        for quarter in quarters:
            self._plugged[(primary * 4 + secondary) * 4 + quarter] = memory or self._bus.nothing
        self.attach()

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        self._record.primary = 0
        self._record.secondary[:] = bytes(4)
        self.attach()

    @cython.ccall
    def attach(self) -> cython.void:
        quarter: cython.int
        self._record.due = NEVER
        for quarter in range(4):
            self._show(quarter)
        self._cover()

    @cython.cfunc
    @cython.exceptval(check=False)
    def _show(self, quarter: cython.int) -> cython.void:
        primary: cython.int = (self._record.primary >> (quarter * 2)) & 3
        secondary: cython.int = 0
        memory: Memory
        if (self._expanded >> primary) & 1:
            secondary = (self._record.secondary[primary] >> (quarter * 2)) & 3
        memory = self._plugged[(primary * 4 + secondary) * 4 + quarter]
        self._bus.select(quarter * 2, memory)
        self._bus.select(quarter * 2 + 1, memory)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _cover(self) -> cython.void:
        if (self._expanded >> (self._record.primary >> 6)) & 1:
            self._bus.cover_top(self)
        else:
            self._bus.cover_top(None)

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return self._record.primary

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return self._record.primary

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        changed: cython.int = self._record.primary ^ value
        quarter: cython.int
        self._record.primary = value & 0xFF
        for quarter in range(4):
            if (changed >> (quarter * 2)) & 3:
                self._show(quarter)
        if changed & 0xC0:
            self._cover()

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_read(self, address: cython.int, now: cython.longlong) -> cython.int:
        memory: Memory = self._bus.memories[7]
        if address == 0xFFFF:
            return ~self._record.secondary[self._record.primary >> 6] & 0xFF
        if memory.is_plain(memory.rd[7], address):
            return memory.rd[7][address & 0x1FFF]
        return memory.mem_read(address, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_peek(self, address: cython.int, now: cython.longlong) -> cython.int:
        memory: Memory = self._bus.memories[7]
        if address == 0xFFFF:
            return ~self._record.secondary[self._record.primary >> 6] & 0xFF
        return memory.mem_peek(address, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def mem_write(
        self, address: cython.int, value: cython.int, now: cython.longlong
    ) -> cython.void:
        memory: Memory = self._bus.memories[7]
        primary: cython.int = self._record.primary >> 6
        quarter: cython.int
        if address == 0xFFFF:
            self._record.secondary[primary] = value & 0xFF
            for quarter in range(4):
                if (self._record.primary >> (quarter * 2)) & 3 == primary:
                    self._show(quarter)
        elif memory.is_plain(memory.wr[7], address):
            memory.wr[7][address & 0x1FFF] = value
        else:
            memory.mem_write(address, value, now)

    def visible(self) -> list[tuple[int, int]]:
        """The (primary, secondary) slot seen in each quarter, from 0000h up."""
        seen = []
        for quarter in range(4):
            primary = (self._record.primary >> (quarter * 2)) & 3
            expanded = (self._expanded >> primary) & 1
            seen.append(
                (primary, (self._record.secondary[primary] >> (quarter * 2)) & 3 if expanded else 0)
            )
        return seen
