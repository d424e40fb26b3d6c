"""A cassette recorder: the level at the computer's cassette input, and what its output records.

    write(0, on)   the motor relay: the tape moves while it is 1      read(0)   bit 7: input level
    write(1, x)    the computer's output level

Without a signal the input rests at 1, as it does in openMSX.

At `baud` bits a second, bit 0 is one cycle, bit 1 two; a byte is a 0, its bits from the lowest, and
two 1s; a block starts with 1s for 20/3 s before a file's name, 5/3 s before others. A pause of half
a second comes first, for the time a motor needs.

Where the tape is, is all there is to remember for playing: the level follows from it.

Recording needs no key: 400 half-waves of one length, of 1000 to 6000 Hz, while the tape moves and
is not write-protected, are the tone of a block. The block ends with the motor, or where no edge
comes for 40 such half-waves. It is written over what is at its place on the tape.

Inaccuracies: the tape is up to speed and stops at once, and its level is a clean square wave. Only
bytes are recorded, no other signal; they are played at the recorder's own rate, whatever the
computer's was, and 0s fill each block up to a multiple of eight bytes.

Source: MSX2 Technical Handbook, chapter 5.2, "Cassette interface".
"""

import cython
from cython.cimports.cpython import array as c_array
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State

import array

from machine.media.cas import Block, Tape, is_name_of

BYTE_BITS = cython.declare(cython.int, 11)
TONE_HALVES = cython.declare(cython.int, 400)
GAP_HALVES = cython.declare(cython.int, 40)
SLOWEST = cython.declare(cython.int, 1000)  # Hz of a tone
FASTEST = cython.declare(cython.int, 6000)


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class CassetteState(State):
    """`place`: tape played so far, in ticks, up to `tick`; `motor`: whether it moves.

    Of the output: `edge`, the tick of the last change; `unit`, the ticks of a half-wave of the
    tone; `alike`, how many of them came in a row, up to 400; `recording`; `start`, the place where
    that began; `half`, half-waves of the present bit; `is_long`, their kind; `bit`, bits of the
    present byte `byte`. `count`: blocks recorded.
    """

    motor: cython.bint = False
    tick: cython.longlong = 0
    place: cython.longlong = 0
    edge: cython.longlong = 0
    unit: cython.longlong = 0
    start: cython.longlong = 0
    alike: cython.int = 0
    recording: cython.bint = False
    half: cython.uchar = 0
    is_long: cython.bint = False
    bit: cython.uchar = 0
    byte: cython.uchar = 0
    count: cython.longlong = 0


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
        self.tape = None
        self.insert(None)

    def insert(self, tape: Tape | None) -> None:
        """Puts in a cassette, at its beginning; None takes it out."""
        self._finish()
        self.tape = tape
        self._measure()
        self.rewind()

    def rewind(self) -> None:
        """Winds back to the beginning."""
        self._finish()
        self._record.place = 0
        self._record.start = 0
        self._record.tick = self.bus.now

    def activity(self, index: int) -> int:
        """How many blocks were recorded since power-on; `index` is 0."""
        assert index == 0
        return self._record.count

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values."""
        record: CassetteState = self._record
        record.due = NEVER
        record.place = max(0, min(record.place, self._end()))
        record.start = max(0, min(record.start, self._end()))
        if not 0 <= record.tick <= self.bus.now:
            record.tick = self.bus.now
        if not 0 <= record.edge <= self.bus.now:
            record.edge = self.bus.now
        record.unit = max(1, min(record.unit, self.bus.hz))
        record.alike = max(0, min(record.alike, TONE_HALVES))
        record.half &= 3
        record.bit = min(record.bit, 8)
        record.count = max(0, record.count)
        record.recording = record.recording and self._can_record()

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """The relay opens; the tape stays where it is."""
        self.write(0, 0, now)

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
        self.sync(now)
        if reg == 0:
            if not value:
                self._finish()
            elif not self._record.motor:
                self._record.start = self._record.place
                self._record.alike = 0
            self._record.motor = value != 0
        elif self._record.motor:
            self._hear(now - self._record.edge)
            self._record.edge = now

    @cython.cfunc
    @cython.exceptval(check=False)
    def sync(self, now: cython.longlong) -> cython.void:
        record: CassetteState = self._record
        if record.motor and now > record.tick:
            record.place = min(record.place + (now - record.tick), self._end())
        record.tick = now

    @cython.cfunc
    def _hear(self, length: cython.longlong) -> cython.void:
        """A half-wave of `length` ticks has ended at the output."""
        record: CassetteState = self._record
        if record.recording and length < GAP_HALVES * record.unit:
            self._take(2 * length > 3 * record.unit)
            return
        if record.recording:
            self._finish()
        if record.alike and 4 * abs(length - record.unit) < record.unit:
            record.unit += (length - record.unit) // 8
            record.alike += 1
        else:
            record.unit = max(1, length)
            record.alike = 1
        if record.alike < TONE_HALVES:
            return
        record.alike = 0
        if SLOWEST * 2 * record.unit <= self.bus.hz <= FASTEST * 2 * record.unit:
            record.recording = self._can_record()
            record.half = record.bit = 0

    @cython.cfunc
    def _can_record(self) -> cython.bint:
        return self.tape is not None and not self.tape.write_protected

    @cython.cfunc
    def _take(self, is_long: cython.bint) -> cython.void:
        """A half-wave of a block: two long ones are a 0, four short ones a 1."""
        record: CassetteState = self._record
        if record.half == 0 or is_long != record.is_long:
            record.is_long = is_long
            record.half = 0
        record.half += 1
        if record.half < (2 if is_long else 4):
            return
        record.half = 0
        if record.bit == 0:
            record.byte = 0
            record.bit = 1 if is_long else 0  # a 0 starts a byte, 1s fill the time between
            return
        record.byte |= 0 if is_long else 1 << (record.bit - 1)
        record.bit += 1
        if record.bit == 9:
            record.bit = 0
            if len(self.tape.partial) < self.tape.LARGEST:
                self.tape.partial.append(record.byte)

    @cython.cfunc
    def _finish(self) -> cython.void:
        """What was recorded becomes a block of the tape, in place of what it is written over."""
        record: CassetteState = self._record
        if not record.recording:
            return
        record.recording = False
        record.alike = 0
        data = bytes(self.tape.partial)
        self.tape.partial.clear()
        if not data:
            return
        first, count = self._covered(record.start, data)
        self.tape.record(first, count, data)
        record.count += 1
        self._measure()
        record.place = self._ticks(self._starts[min(first + 1, len(self._starts) - 1)])
        record.start = record.place

    def _covered(self, start: int, data: bytes) -> tuple[int, int]:
        """The first of the blocks that `data`, recorded from place `start`, replaces; how many."""
        slack = self._baud // 4  # bits: a quarter of a second, as when the motor stops
        begin = start * self._baud // self.bus.hz
        end = begin + self._length_in_bits(Block(data, is_name_of(data)))
        first = 0
        while first + 1 < len(self._starts) and self._starts[first + 1] <= begin + slack:
            first += 1
        count = 0
        while first + count + 1 < len(self._starts) and self._starts[first + count] + slack < end:
            count += 1
        return first, count

    def _measure(self) -> None:
        """Lays the tape's blocks out in time."""
        starts = array.array("q", [0])
        end = 0
        for block in self.tape.blocks if self.tape is not None else ():
            end += self._length_in_bits(block)
            starts.append(end)
        self._starts = starts
        self._block = 0
        self._find(0)

    def _length_in_bits(self, block: Block) -> int:
        return self._baud // 2 + self._tone_bits(block.is_name) + BYTE_BITS * len(block.data)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _ticks(self, bits: cython.longlong) -> cython.longlong:
        return bits * self.bus.hz // self._baud

    @cython.cfunc
    @cython.exceptval(check=False)
    def _end(self) -> cython.longlong:
        """Length of the tape in ticks."""
        bits: cython.longlong = self._starts.data.as_longlongs[len(self._starts) - 1]
        return self._ticks(bits)

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
        if self.tape is not None and self.tape.blocks:
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
