"""Konami SCC (051649): five channels of 32-byte waveforms, and the bank registers of its cartridge.

    00h-7Fh  waveforms of channels 1, 2, 3, and of 4 and 5 together: signed bytes, read and write
    80h-89h  periods of channels 1 to 5, 12 bits, low byte first        90h-9Fh: again
    8Ah-8Eh  volumes of channels 1 to 5, 4 bits
    8Fh      bits 0-4: channel 1 to 5 on
    E0h-FFh  deformation: bits 1 and 0 shorten the periods written from then on, to their low 8
             bits (1x) or their high 4 (01); bit 5 a write to a period restarts the waveform; bit 6
             all waveforms rotate, bit 7 the shared one does; reads as FFh, and a read sets bit 6

A channel moves on in its waveform each period + 1 cycles of 3.58 MHz; below a period of 9 it stands
still. The bank registers of the cartridge are on the same chip, so they are in its record.

Socket `sound`: a mixer.

Inaccuracies: a waveform that rotates is read back rotated and cannot be written, but sounds as it
was; the corruption of a waveform that is read while it plays is not built.

Sources: "Konami SCC sound chip", bifi.msxnet.org; "Konami SCC", Wikipedia; the shortened periods as
openMSX 18 sounds, listened to from outside.
"""

import cython
from cython.cimports.cpython import array as c_array
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State

import array

SCALE = cython.declare(cython.int, 20)  # a full channel spans 4781, a PSG channel 6000
CHANNELS = cython.declare(cython.int, 5)
SLOWEST_SILENT = cython.declare(cython.int, 8)  # up to this period a channel stands still
DEFORMATION = cython.declare(cython.int, 0x10)  # where `regs` holds it


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class SccState(State):
    """Registers and counters.

    `regs`: 80h-8Fh, then the deformation; `places`, `counts`: where each channel is in its
    waveform, and the cycles since it got there; `clocks`: cycles a step, 0 for a channel that
    stands still; `tick`: when the last cycle ended.
    """

    waves: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(128))
    regs: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(17))
    places: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(5))
    counts: object = cython.dataclasses.field(default_factory=lambda: array.array("i", [0] * 5))
    clocks: object = cython.dataclasses.field(default_factory=lambda: array.array("i", [0] * 5))
    tick: cython.longlong = 0
    banks: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray((0, 1, 2, 3)))


@cython.cclass
class Scc(Device):
    """The sound part of the chip."""

    def __init__(self, name: str, bus: Bus, clock_ticks: int = 6) -> None:
        """`clock_ticks`: ticks of the crystal a cycle of 3.58 MHz."""
        Device.__init__(self, name)
        record: SccState = SccState()
        self.bus = bus
        self.cycle = clock_ticks
        self.state = record
        record.tick = bus.now
        self.waves = record.waves
        self.regs = record.regs
        self.places = record.places
        self.attach()

    @cython.ccall
    def connect(self, socket: str, other: Device) -> cython.void:
        """Wires `sound`."""
        assert socket == "sound", f"{self.name} has no socket {socket}"
        self.mixer = other
        self.mixer.add_source(self)

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """All channels off; waveforms stay as they were."""
        self.sync(now)
        self.regs[:] = bytes(17)
        for channel in range(CHANNELS):
            self.clocks[channel] = 0
        self.derive()
        self.hear(now)

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values; the present level follows from them."""
        record: SccState = cython.cast(SccState, self.state)
        counts: c_array.array = record.counts
        clocks: c_array.array = record.clocks
        channel: cython.int
        record.due = NEVER
        self.counts = counts.data.as_ints
        self.clocks = clocks.data.as_ints
        for channel in range(CHANNELS):
            self.places[channel] &= 31
            self.clocks[channel] = max(0, min(self.clocks[channel], 0x1000))
            self.counts[channel] = max(0, min(self.counts[channel], 0xFFFF))
        self.derive()
        self.level = self.total()

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        if reg >= 0xE0:
            self.write(0xE0, self.regs[DEFORMATION] | 0x40, now)
            return 0xFF
        if reg < 0x80 and self.regs[DEFORMATION] & 0xC0:
            self.sync(now)
        return self.peek(reg, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        if reg >= 0x80:
            return 0xFF
        return self.waves[self.wave_index(reg)]

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        self.sync(now)
        value &= 0xFF
        if reg < 0x80:
            rotating: cython.int = self.regs[DEFORMATION] & (0xC0 if reg >= 0x60 else 0x40)
            if not rotating:
                self.waves[reg] = value
        elif reg < 0xA0:
            self.set_register(reg & 0x0F, value)
        elif reg >= 0xE0:
            self.regs[DEFORMATION] = value
        self.derive()
        self.hear(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def sync(self, now: cython.longlong) -> cython.void:
        """Runs the channels up to the last whole cycle before `now`."""
        record: SccState = cython.cast(SccState, self.state)
        if now - record.tick > 4 * self.bus.hz or record.tick > now:
            # Only a damaged state gets here: the mixer syncs its sources many times a second.
            record.tick = now
        self.advance((now - record.tick) // self.cycle)

    @cython.cfunc
    @cython.exceptval(check=False)
    def wave_index(self, reg: cython.int) -> cython.int:
        """Where a waveform byte is to be found now: rotation moves all of a waveform."""
        channel: cython.int = reg >> 5
        bits: cython.int = self.regs[DEFORMATION]
        if channel == 3 and bits & 0xC0:
            channel = 4 if bits & 0x40 else 3
        elif not bits & 0x40:
            return reg
        return (reg & 0x60) | ((reg + self.places[channel]) & 31)

    @cython.cfunc
    @cython.exceptval(check=False)
    def wave_of(self, channel: cython.int, place: cython.int) -> cython.int:
        """The signed byte that a channel plays at `place`."""
        value: cython.int = self.waves[min(channel, 3) * 32 + place]
        return value - 256 if value & 0x80 else value

    @cython.cfunc
    @cython.exceptval(check=False)
    def set_register(self, reg: cython.int, value: cython.int) -> cython.void:
        """80h-8Fh. A new period starts counting at once."""
        channel: cython.int = reg >> 1
        period: cython.int
        bits: cython.int = self.regs[DEFORMATION]
        self.regs[reg] = value
        if reg >= 10:
            return
        period = self.regs[2 * channel] | (self.regs[2 * channel + 1] & 0x0F) << 8
        if bits & 2:
            period &= 0xFF
        elif bits & 1:
            period >>= 8
        self.clocks[channel] = period + 1 if period > SLOWEST_SILENT else 0
        self.counts[channel] = 0
        if bits & 0x20:
            self.places[channel] = 0

    @cython.cfunc
    @cython.exceptval(check=False)
    def derive(self) -> cython.void:
        """Which channels can be heard to move."""
        channel: cython.int
        for channel in range(CHANNELS):
            self.is_live[channel] = (
                self.clocks[channel] != 0
                and self.regs[10 + channel] & 0x0F != 0
                and (self.regs[15] >> channel) & 1 != 0
            )

    @cython.cfunc
    @cython.exceptval(check=False)
    def output(self, channel: cython.int) -> cython.int:
        """What a channel gives now, within 120 of 0."""
        if not (self.regs[15] >> channel) & 1:
            return 0
        return (self.wave_of(channel, self.places[channel]) * (self.regs[10 + channel] & 0x0F)) >> 4

    @cython.cfunc
    @cython.exceptval(check=False)
    def total(self) -> cython.int:
        """The level of all channels together, within 12000 of 0."""
        level: cython.int = 0
        channel: cython.int
        for channel in range(CHANNELS):
            self.outputs[channel] = self.output(channel)
            level += self.outputs[channel]
        return level * SCALE

    @cython.cfunc
    @cython.exceptval(check=False)
    def hear(self, now: cython.longlong) -> cython.void:
        level: cython.int = self.total()
        self.step(now, level - self.level)

    @cython.cfunc
    @cython.exceptval(check=False)
    def step(self, now: cython.longlong, delta: cython.int) -> cython.void:
        if delta != 0:
            self.level += delta
            if self.mixer is not None:
                self.mixer.step(now, delta)

    @cython.cfunc
    @cython.exceptval(check=False)
    def advance(self, cycles: cython.longlong) -> cython.void:
        """From one step of an audible channel to the next, until `cycles` have passed."""
        record: SccState = cython.cast(SccState, self.state)
        distance: cython.longlong
        channel: cython.int
        change: cython.int
        while cycles > 0:
            distance = cycles
            for channel in range(CHANNELS):
                if self.is_live[channel]:
                    distance = min(distance, max(self.clocks[channel] - self.counts[channel], 1))
            change = 0
            for channel in range(CHANNELS):
                if self.clocks[channel] != 0 and self.move(channel, distance):
                    change -= self.outputs[channel]
                    self.outputs[channel] = self.output(channel)
                    change += self.outputs[channel]
            cycles -= distance
            record.tick += distance * self.cycle
            self.step(record.tick, change * SCALE)

    @cython.cfunc
    @cython.exceptval(check=False)
    def move(self, channel: cython.int, cycles: cython.longlong) -> cython.bint:
        """Counts `cycles` of a channel; true if its place in the waveform is another."""
        clocks: cython.int = self.clocks[channel]
        count: cython.longlong = self.counts[channel] + cycles
        if count < clocks:
            self.counts[channel] = cython.cast(cython.int, count)
            return False
        self.places[channel] = (self.places[channel] + count // clocks) & 31
        self.counts[channel] = cython.cast(cython.int, count % clocks)
        return True

    def unplug(self) -> None:
        """The cartridge leaves its slot: the sound ends where it is."""
        if self.mixer is not None:
            self.sync(self.bus.now)
            self.mixer.step(self.bus.now, -self.level)
            self.mixer.remove_source(self)

    @property
    def banks(self) -> bytearray:
        """The four bank registers."""
        return cython.cast(SccState, self.state).banks
