"""The sum of all sounds of a board: 48 000 signed 16-bit samples a second, one channel.

Sources say when their level jumps (`step`) and by how much; each jump is added as a band-limited
step (`machine.core.band_limited_step`) at its exact place between two samples, so that no frequency
above half the sample rate folds back. A gentle high-pass takes away what does not move.

All arithmetic is on integers and on the machine's own ticks. Samples that nobody takes are dropped,
oldest first, when the buffer (85 ms) is full.

Levels: all sources together stay within 32767; what goes beyond is clamped, it never wraps.

Inaccuracies: the filters, amplifier and loudspeaker of a real board are not modelled; what its
wiring mixes at other strengths is the business of each source's level.

Source: the technique is E. Brandt's "Hard sync without aliasing" (ICMC 2001).
"""

import array

import cython
from cython.cimports.cpython import array as c_array
from cython.cimports.libc.string import memmove, memset
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import Device, State

from machine.core import band_limited_step

RATE = 48000  # samples per second

_RATE = cython.declare(cython.longlong, 48000)
_TAPS = cython.declare(cython.int, 32)
_FINE_BITS = cython.declare(cython.int, 12)  # a sample is divided in 64 phases by 64
_SCALE_BITS = cython.declare(cython.int, 30)
_SIZE = cython.declare(cython.int, 4096)  # samples in the buffer
_FULL = cython.declare(cython.int, 3800)  # finished samples at which the oldest are dropped
_KEPT = cython.declare(cython.int, 2048)
_LEVEL_BITS = cython.declare(cython.int, 14)  # a step of 1 raises the sum by 1 << 14
_BLOCK_BITS = cython.declare(cython.int, 10)  # high-pass at 48000 / (2 pi 1024) = 7.5 Hz


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class MixerState(State):
    """What was added and not taken yet.

    `epoch`: tick of a whole second; `first`: sample number, counted from `epoch`, of `steps[0]`;
    `steps`: changes of the sum per sample; `level`: the sum before `steps[0]`; `block`: its moving
    average, which is taken off.
    """

    epoch: cython.longlong = 0
    first: cython.int = 0
    level: cython.longlong = 0
    block: cython.longlong = 0
    steps: object = cython.dataclasses.field(
        default_factory=lambda: array.array("i", bytes(4 * (4096 + 32)))
    )


@cython.cclass
class Mixer(Device):
    """Collects level changes in ticks, gives samples."""

    def __init__(self, name: str, bus: Bus) -> None:
        Device.__init__(self, name)
        self.bus = bus
        self.sources: list[Device] = []
        self.table = band_limited_step.step_table()
        table: c_array.array = self.table
        self.kernel = table.data.as_shorts
        self.scale = (_RATE << (_FINE_BITS + _SCALE_BITS)) // bus.hz
        self.state = MixerState()
        self.attach()

    def add_source(self, device: Device) -> None:
        """`device` is synced before samples are taken."""
        if device not in self.sources:
            self.sources.append(device)

    def remove_source(self, device: Device) -> None:
        """`device` no longer sounds."""
        self.sources.remove(device)

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values; anything that no mixer can have written becomes silence."""
        record: MixerState = cython.cast(MixerState, self.state)
        steps: c_array.array = record.steps
        self.cells = steps.data.as_ints
        if not self.is_sound(record):
            record.epoch = self.bus.now // self.bus.hz * self.bus.hz
            record.first = 0
            record.level = record.block = 0
            memset(self.cells, 0, (_SIZE + _TAPS) * cython.sizeof(cython.int))
        self.set_due()

    @cython.cfunc
    def is_sound(self, record: object) -> cython.bint:
        state = cython.cast(MixerState, record)
        bound: cython.longlong = cython.cast(cython.longlong, 1) << 40
        return (
            -bound < state.level < bound
            and -bound < state.block < bound
            and -2 * _RATE <= state.first <= 4 * _RATE
            and 0 <= state.epoch
            and state.epoch % self.bus.hz == 0
        )

    @cython.cfunc
    @cython.exceptval(check=False)
    def set_due(self) -> cython.void:
        """Room is made when _FULL samples are finished; two more hide all rounding."""
        record: MixerState = cython.cast(MixerState, self.state)
        record.due = record.epoch + (record.first + _FULL + 2) * self.bus.hz // _RATE

    @cython.cfunc
    @cython.exceptval(check=False)
    def sync(self, now: cython.longlong) -> cython.void:
        self.sync_sources(now)
        self.make_room(now)
        self.set_due()

    @cython.cfunc
    @cython.exceptval(check=False)
    def sync_sources(self, now: cython.longlong) -> cython.void:
        for source in self.sources:
            cython.cast(Device, source).sync(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def step(self, now: cython.longlong, delta: cython.int) -> cython.void:
        """The sum of all sources changes by `delta` at tick `now`."""
        record: MixerState = cython.cast(MixerState, self.state)
        fine: cython.longlong = ((now - record.epoch) * self.scale) >> _SCALE_BITS
        place: cython.longlong = (fine >> _FINE_BITS) - record.first
        part: cython.int
        if now < record.epoch or now - record.epoch >= 2 * self.bus.hz or place >= _SIZE:
            self.make_room(now)
            fine = ((now - record.epoch) * self.scale) >> _SCALE_BITS
            place = (fine >> _FINE_BITS) - record.first
        if place < 0:  # before a sample that was taken already
            place = 0
        while delta > 32767 or delta < -32767:  # the kernel is applied in 16-bit products
            part = 32767 if delta > 0 else -32767
            self.add(self.cells + place, cython.cast(cython.int, fine & 4095), part)
            delta -= part
        self.add(self.cells + place, cython.cast(cython.int, fine & 4095), delta)

    @cython.cfunc
    @cython.exceptval(check=False)
    def add(self, cell: cython.p_int, fine: cython.int, delta: cython.int) -> cython.void:
        """Adds a step between two rows of the kernel; the two parts sum to `delta`."""
        row: cython.p_short = self.kernel + (fine >> 6) * 32
        later: cython.short = cython.cast(cython.short, (delta * (fine & 63)) >> 6)
        sooner: cython.short = cython.cast(cython.short, delta - later)
        tap: cython.int
        for tap in range(32):
            cell[tap] += sooner * row[tap] + later * row[tap + 32]

    @cython.cfunc
    @cython.exceptval(check=False)
    def sample_at(self, now: cython.longlong) -> cython.int:
        """The number of samples that are finished at `now`, moving `epoch` up to its second."""
        record: MixerState = cython.cast(MixerState, self.state)
        hz: cython.longlong = self.bus.hz
        since: cython.longlong = now - record.epoch
        seconds: cython.longlong
        if since < 0:  # restored from a damaged state: start again here
            record.epoch = now - now % hz
            since = now - record.epoch
            record.first = cython.cast(cython.int, since * _RATE // hz)
        elif since >= hz:
            seconds = since // hz
            record.epoch += seconds * hz
            since -= seconds * hz
            # after a minute without a taker all that was there is long gone
            record.first = record.first - cython.cast(cython.int, min(seconds, 60) * _RATE)
        return cython.cast(
            cython.int, ((since * self.scale) >> (_SCALE_BITS + _FINE_BITS)) - record.first
        )

    @cython.cfunc
    @cython.exceptval(check=False)
    def make_room(self, now: cython.longlong) -> cython.void:
        """Drops the oldest finished samples while more than _KEPT wait and space is short."""
        finished: cython.int = self.sample_at(now)
        count: cython.int
        while finished >= _FULL:
            count = min(finished - _KEPT, _SIZE)
            self.integrate(count, cython.NULL)
            finished -= count

    @cython.cfunc
    @cython.exceptval(check=False)
    def integrate(self, count: cython.int, target: cython.p_short) -> cython.void:
        """Takes `count` samples (up to _SIZE) out of the buffer; to nowhere if `target` is NULL."""
        record: MixerState = cython.cast(MixerState, self.state)
        cells: cython.p_int = self.cells
        level: cython.longlong = record.level
        block: cython.longlong = record.block
        value: cython.longlong
        index: cython.int
        for index in range(count):
            level += cells[index]
            value = level - block
            block += value >> _BLOCK_BITS
            value >>= _LEVEL_BITS
            if target != cython.NULL:
                target[index] = cython.cast(cython.short, max(-32767, min(32767, value)))
        record.level = level
        record.block = block
        record.first += count
        rest: cython.int = _SIZE + _TAPS - count
        memmove(cells, cells + count, rest * cython.sizeof(cython.int))
        memset(cells + rest, 0, count * cython.sizeof(cython.int))

    def drain(self, now: int) -> bytes:
        """The samples finished at tick `now` and not taken before: 16-bit integers, host order.

        At most the last 85 ms; take them every frame.
        """
        self.sync_sources(now)
        self.make_room(now)
        count: cython.int = max(self.sample_at(now), 0)
        samples: c_array.array = array.array("h", bytes(2 * count))
        self.integrate(count, samples.data.as_shorts)
        self.set_due()
        return samples.tobytes()

    def add_step(self, now: int, delta: int) -> None:
        """`step` for Python callers."""
        self.step(now, delta)
