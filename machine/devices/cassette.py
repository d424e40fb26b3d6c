"""A cassette recorder that plays: the level at the computer's cassette input, as a tape would give it.

    write(0, on)   the motor relay: the tape moves while it is 1      read(0)   bit 7: input level
    write(1, x)    the computer's output level; there is no recording

Without a signal the input rests at 1, as it does in openMSX.

At `baud` bits a second, bit 0 is one cycle, bit 1 two; a byte is a 0, its bits from the lowest, and
two 1s; a block starts with 1s for 20/3 s before a file's name, 5/3 s before others. A pause of half
a second comes first, for the time a motor needs.

Where the tape is, is all there is to remember: the level follows from it.

Inaccuracies: the tape is up to speed and stops at once, and its level is a clean square wave; what
the computer puts out is not recorded.

Source: MSX2 Technical Handbook, chapter 5.2, "Cassette interface".
"""

import cython
from cython.cimports.cpython import array as c_array
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State

import array

from machine.media.cas import Tape

BYTE_BITS = cython.declare(cython.int, 11)


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class CassetteState(State):
    """`place`: tape played so far, in ticks, up to `tick`; `motor`: whether it moves."""

    motor: cython.bint = False
    tick: cython.longlong = 0
    place: cython.longlong = 0


@cython.cclass
class Cassette(Device):
    """The recorder."""

    bus: Bus
    tape: object
    _record: CassetteState
    _baud: cython.longlong
    _starts: c_array.array  # bit number at which each block's pause starts; then the tape's end
    _block: cython.Py_ssize_t  # the block found last
    _data: bytes  # its contents
    _tone: cython.longlong  # bits of its tone

    def __init__(self, name: str, bus: Bus, baud: int = 1200) -> None:
        """`baud`: 1200 or 2400 bits a second."""
        Device.__init__(self, name)
        assert baud in (1200, 2400), f"{name} cannot play at {baud} baud"
        self.bus = bus
        self._record = CassetteState()
        self.state = self._record
        self._baud = baud
        self.insert(None)

    def insert(self, tape: Tape | None) -> None:
        """Puts in a cassette, at its beginning; None takes it out."""
        starts = array.array("q", [0])
        end = 0
        for block in tape.blocks if tape else ():
            end += self._baud // 2 + self._tone_bits(block.is_name) + 11 * len(block.data)
            starts.append(end)
        self.tape = tape
        self._starts = starts
        self._find(0)
        self.rewind()

    def rewind(self) -> None:
        """Winds back to the beginning."""
        self._record.place = 0
        self._record.tick = self.bus.now

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values."""
        record: CassetteState = self._record
        record.due = NEVER
        record.place = max(0, min(record.place, self._end()))
        if not 0 <= record.tick <= self.bus.now:
            record.tick = self.bus.now

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """The relay opens; the tape stays where it is."""
        self.sync(now)
        self._record.motor = False

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        self.sync(now)
        return 0xFF if self._level() else 0x7F

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        return self.read(reg, now)  # the tape is where it is at `now`, whoever looks

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        if reg == 0:
            self.sync(now)
            self._record.motor = value != 0

    @cython.cfunc
    @cython.exceptval(check=False)
    def sync(self, now: cython.longlong) -> cython.void:
        record: CassetteState = self._record
        if record.motor and now > record.tick:
            record.place = min(record.place + (now - record.tick), self._end())
        record.tick = now

    @cython.cfunc
    @cython.exceptval(check=False)
    def _end(self) -> cython.longlong:
        """Length of the tape in ticks."""
        bits: cython.longlong = self._starts.data.as_longlongs[len(self._starts) - 1]
        return bits * self.bus.hz // self._baud

    @cython.cfunc
    def _tone_bits(self, is_name: cython.bint) -> cython.longlong:
        return self._baud * (20 if is_name else 5) // 3

    @cython.cfunc
    @cython.exceptval(check=False)
    def _level(self) -> cython.bint:
        """The level at the present place; high in pauses, at the end and without a tape."""
        quarter: cython.longlong = self._record.place * 4 * self._baud // self.bus.hz
        bit: cython.longlong = quarter >> 2
        starts: cython.p_longlong = self._starts.data.as_longlongs
        value: cython.int = 1
        count: cython.Py_ssize_t = len(self._starts) - 1
        if bit >= starts[count]:
            return True
        if not starts[self._block] <= bit < starts[self._block + 1]:
            self._search(bit)
        bit -= starts[self._block] + self._baud // 2
        if bit < 0:
            return True
        bit -= self._tone
        if bit >= 0:
            value = self._bit(bit // BYTE_BITS, cython.cast(cython.int, bit % BYTE_BITS))
        return quarter & 1 != 0 if value else quarter & 2 != 0

    @cython.cfunc
    @cython.exceptval(check=False)
    def _bit(self, index: cython.longlong, place: cython.int) -> cython.int:
        """Bit `place` of the eleven that carry a byte."""
        if place == 0:
            return 0
        if place > 8:
            return 1
        return (cython.cast(cython.int, self._data[index]) >> (place - 1)) & 1

    @cython.cfunc
    @cython.exceptval(check=False)
    def _search(self, bit: cython.longlong) -> cython.void:
        """Bisects for the block that `bit` is in; it is before the tape's end."""
        starts: cython.p_longlong = self._starts.data.as_longlongs
        low: cython.Py_ssize_t = 0
        high: cython.Py_ssize_t = len(self._starts) - 1
        middle: cython.Py_ssize_t
        while high - low > 1:
            middle = (low + high) // 2
            if starts[middle] <= bit:
                low = middle
            else:
                high = middle
        self._find(low)

    @cython.cfunc
    def _find(self, block: cython.Py_ssize_t) -> cython.void:
        self._block = block
        self._data = b""
        if self.tape is not None:
            self._data = self.tape.blocks[block].data
            self._tone = self._tone_bits(self.tape.blocks[block].is_name)

    @property
    def position(self) -> float:
        """Seconds of tape played."""
        self.sync(self.bus.now)
        return cython.cast(cython.double, self._record.place) / self.bus.hz

    @property
    def length(self) -> float:
        """Seconds of tape there are."""
        return cython.cast(cython.double, self._end()) / self.bus.hz
