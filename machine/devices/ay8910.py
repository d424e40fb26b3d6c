"""General Instrument AY-3-8910 and Yamaha YM2149 programmable sound generator.

    reg 0 (write)  register latch     reg 1 (write)  data     reg 2 (read)  data

    R0 R1  period of tone A, 12 bits   R8  R9 R10  bit 4: envelope, bits 3-0: volume of A, B, C
    R2 R3  tone B     R4 R5  tone C    R11 R12     period of the envelope, 16 bits
    R6     period of the noise, 5      R13         shape: continue, attack, alternate, hold
    R7     0 = on: bits 2-0 tone C-A,  R14 R15     I/O ports A and B
           5-3 noise C-A; 7, 6: ports
           B, A are outputs

All counters run on a unit of 8 clock cycles. A tone flips each `period` units, the noise shifts
each 2 * `period`, the envelope moves each `period` (32 levels; the AY-3-8910 shows 16 of them).
Sound is made by event: `sync` jumps from one audible change to the next.

Sockets: `sound` (a mixer); `port_a`, `port_b`: `read(n)`/`write(n, value)` with n = 0 for port A,
1 for port B. The chips of MSX boards have A as an input and B as an output for good, and ignore the
bits of R7 that say otherwise; with `fixed_ports` off they are heeded.

Inaccuracies: the levels are the data sheet's (3 dB a step), not one measured specimen's. The three
channels are summed without the load that they are to one another. A tone above 27 kHz sounds as its
average, which is what the mixer's filter would leave of it.

Sources: AY-3-8910/8912 data manual (General Instrument, 1979); YM2149 application manual (Yamaha),
"D/A converter", "Envelope shape"; the counters' comparison and the noise polynomial as found on the
die and described in the public literature on both chips.
"""

import cython
from cython.cimports.cpython import array as c_array
from cython.cimports.machine.core.bus import Bus
from cython.cimports.machine.core.device import NEVER, Device, State
from cython.cimports.machine.core.mixer import Mixer

import array

UNIT_CYCLES = 8
HIGHEST_PERIOD = cython.declare(cython.int, 4)  # up to here a tone is above 27 kHz
PLACES = cython.declare(cython.int, 64)  # two runs of 32 levels describe every envelope
PORT_A_OUT = cython.declare(cython.int, 0x40)
PORT_B_OUT = cython.declare(cython.int, 0x80)
UNUSED = bytes.fromhex("00 f0 00 f0 00 f0 e0 00 e0 e0 e0 00 00 f0 00 00")

# 6000 * 2 ** ((n - 31) / 4): 1.5 dB a level, volume v is level 2 v + 1 (YM2149, "D/A converter")
LEVELS = (
    0, 0, 39, 47, 56, 66, 79, 94, 111, 133, 158, 188, 223, 265, 315, 375,
    446, 530, 631, 750, 892, 1061, 1261, 1500, 1784, 2121, 2523, 3000, 3568, 4243, 5045, 6000,
)  # fmt: skip


@cython.cclass
@cython.dataclasses.dataclass(eq=False)
class Ay8910State(State):
    """Registers and counters.

    `tick`: when the last unit ended; `counts`: units since tone A, B, C, the noise divider and the
    envelope last moved; `tones`: outputs of the tones, bits 0-2; `place`: of the envelope, 0-63.
    """

    regs: bytearray = cython.dataclasses.field(default_factory=lambda: bytearray(16))
    latch: cython.uchar = 0
    tick: cython.longlong = 0
    counts: object = cython.dataclasses.field(default_factory=lambda: array.array("i", [0] * 5))
    tones: cython.uchar = 0
    noise_half: cython.uchar = 0
    noise: cython.int = 1
    place: cython.uchar = 0


def envelope_level(shape: int, place: int) -> int:
    """The level (0-31) of an envelope `shape` (R13) at `place`; 32-63 is the second run."""
    step = place & 31
    rising = bool(shape & 4)
    if place >= 32:
        if not shape & 8:
            return 0
        if shape & 1:  # hold: the last level, or its opposite if it alternates
            return 31 if rising != bool(shape & 2) else 0
        rising ^= bool(shape & 2)
    return step if rising else 31 - step


@cython.cclass
class Ay8910(Device):
    """The sound generator."""

    _bus: Bus
    _record: Ay8910State
    _mixer: Mixer
    _port_a: Device
    _port_b: Device
    _masks_reads: cython.bint
    _fixed_ports: cython.bint
    _unit: cython.longlong
    _level_of: cython.int[32]
    _shapes: cython.uchar[1024]
    _count: cython.p_int
    _period: cython.int[5]  # tone A, B, C, noise divider, envelope
    _live: cython.bint[5]  # whether a change of it can be heard
    _holds: cython.bint
    _level: cython.int

    def __init__(
        self,
        name: str,
        bus: Bus,
        chip: str = "ym2149",
        clock_ticks: int = 12,
        fixed_ports: bool = True,
    ) -> None:
        """`chip`: "ym2149" or "ay8910"; `clock_ticks`: ticks of the crystal a clock cycle."""
        Device.__init__(self, name)
        assert chip in ("ym2149", "ay8910"), f"{name} cannot be a {chip}"
        assert 1 <= clock_ticks <= 1000, "a clock cycle has 1 to 1000 ticks"
        self._bus = bus
        self._record = Ay8910State()
        self.state = self._record
        self._masks_reads = chip == "ay8910"
        self._fixed_ports = fixed_ports
        self._unit = UNIT_CYCLES * clock_ticks
        index: cython.int
        for index in range(32):
            self._level_of[index] = LEVELS[index]
        for index in range(1024):
            level = envelope_level(index >> 6, index & 63)
            self._shapes[index] = level | 1 if chip == "ay8910" else level
        self.attach()

    @cython.ccall
    def connect(self, socket: str, other: Device) -> cython.void:
        """Wires `sound`, `port_a` or `port_b`."""
        if socket == "sound":
            self._mixer = other
            self._mixer.add_source(self)
        elif socket == "port_a":
            self._port_a = other
        elif socket == "port_b":
            self._port_b = other
        else:
            raise AssertionError(f"{self.name} has no socket {socket}")

    @cython.ccall
    def reset(self, now: cython.longlong) -> cython.void:
        """All registers 0: ports are inputs, volumes are 0."""
        record: Ay8910State = self._record
        self.sync(now)
        record.regs[:] = bytes(16)
        record.latch = 0
        record.place = 0
        self._derive()
        self._hear(now)
        self._drive_ports(now)

    @cython.ccall
    def attach(self) -> cython.void:
        """Bounds restored values; periods and the present level follow from the registers."""
        record: Ay8910State = self._record
        counts: c_array.array = record.counts
        index: cython.int
        self._count = counts.data.as_ints
        for index in range(5):
            self._count[index] = max(0, min(self._count[index], 0xFFFF))
        record.due = NEVER
        record.latch &= 0x0F
        record.tones &= 7
        record.noise_half &= 1
        record.noise &= 0x1FFFF
        record.place &= PLACES - 1
        self._derive()
        self._level = self._sum()

    @cython.cfunc
    @cython.exceptval(check=False)
    def read(self, reg: cython.int, now: cython.longlong) -> cython.int:
        if reg != 2:
            return 0xFF
        return self._get(self._record.latch, now, False)

    @cython.cfunc
    @cython.exceptval(check=False)
    def peek(self, reg: cython.int, now: cython.longlong) -> cython.int:
        if reg != 2:
            return 0xFF
        return self._get(self._record.latch, now, True)

    @cython.cfunc
    @cython.exceptval(check=False)
    def write(self, reg: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        if reg == 0:
            self._record.latch = value & 0x0F
        elif reg == 1:
            self._set(self._record.latch, value & 0xFF, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def sync(self, now: cython.longlong) -> cython.void:
        """Runs the counters up to the last whole unit before `now`."""
        record: Ay8910State = self._record
        if now - record.tick > 4 * self._bus.hz or record.tick > now:
            # Only a damaged state gets here: the mixer syncs its sources many times a second.
            record.tick = now
        self._advance((now - record.tick) // self._unit)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _get(self, index: cython.int, now: cython.longlong, peeking: cython.bint) -> cython.int:
        regs: bytearray = self._record.regs
        other: Device
        if index >= 14:
            if self._outputs() & (PORT_A_OUT if index == 14 else PORT_B_OUT):
                return regs[index]
            other = self._port_a if index == 14 else self._port_b
            if other is None:
                return 0xFF
            return other.peek(index - 14, now) if peeking else other.read(index - 14, now)
        if self._masks_reads:
            return regs[index] & ~cython.cast(cython.int, UNUSED[index])
        return regs[index]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _set(self, index: cython.int, value: cython.int, now: cython.longlong) -> cython.void:
        record: Ay8910State = self._record
        if index < 14:
            self.sync(now)
        record.regs[index] = value
        if index == 13:
            record.place = 0
            self._count[4] = 0
        if index == 7 or index >= 14:
            self._drive_ports(now)
        if index < 14:
            self._derive()
            self._hear(now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _outputs(self) -> cython.int:
        """Which ports are outputs, as in R7."""
        return PORT_B_OUT if self._fixed_ports else self._record.regs[7]

    @cython.cfunc
    @cython.exceptval(check=False)
    def _drive_ports(self, now: cython.longlong) -> cython.void:
        """What the pins carry; those of an input are pulled up."""
        regs: bytearray = self._record.regs
        outputs: cython.int = self._outputs()
        if self._port_a is not None and outputs & PORT_A_OUT:
            self._port_a.write(0, regs[14], now)
        if self._port_b is not None:
            self._port_b.write(1, regs[15] if outputs & PORT_B_OUT else 0xFF, now)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _derive(self) -> cython.void:
        """Periods, and which of the five counters can be heard."""
        regs: bytearray = self._record.regs
        channel: cython.int
        volume: cython.int
        period: cython.int
        for channel in range(3):
            period = regs[2 * channel] | (regs[2 * channel + 1] & 0x0F) << 8
            self._period[channel] = max(period, 1)
        self._period[3] = max(regs[6] & 0x1F, 1)
        self._period[4] = max(regs[11] | regs[12] << 8, 1)
        self._holds = regs[13] & 9 != 8
        self._live[3] = self._live[4] = False
        for channel in range(3):
            volume = regs[8 + channel] & 0x1F
            self._live[channel] = (
                volume != 0
                and not (regs[7] >> channel) & 1
                and self._period[channel] > HIGHEST_PERIOD
            )
            if volume and not (regs[7] >> (channel + 3)) & 1:
                self._live[3] = True
            if volume & 0x10 and not (self._holds and self._record.place >= 32):
                self._live[4] = True

    @cython.cfunc
    @cython.exceptval(check=False)
    def _hear(self, now: cython.longlong) -> cython.void:
        """Tells the mixer if the level has changed."""
        level: cython.int = self._sum()
        if level != self._level:
            if self._mixer is not None:
                self._mixer.step(now, level - self._level)
            self._level = level

    @cython.cfunc
    @cython.exceptval(check=False)
    def _sum(self) -> cython.int:
        """The level of the three channels together, 0 to 18000."""
        record: Ay8910State = self._record
        regs: bytearray = record.regs
        enable: cython.int = regs[7]
        total: cython.int = 0
        channel: cython.int
        volume: cython.int
        level: cython.int
        for channel in range(3):
            volume = regs[8 + channel]
            if volume & 0x10:
                level = self._level_of[self._shapes[(regs[13] & 15) << 6 | record.place]]
            else:
                level = self._level_of[2 * (volume & 15) + 1]
            if not (enable >> (channel + 3)) & 1 and not record.noise & 1:
                level = 0
            if not (enable >> channel) & 1:
                if self._period[channel] <= HIGHEST_PERIOD:
                    level >>= 1
                elif not (record.tones >> channel) & 1:
                    level = 0
            total += level
        return total

    @cython.cfunc
    @cython.exceptval(check=False)
    def _advance(self, units: cython.longlong) -> cython.void:
        """From one audible change to the next, until `units` have passed."""
        record: Ay8910State = self._record
        distance: cython.longlong
        next_round: cython.longlong
        index: cython.int
        while units > 0:
            distance = units
            for index in range(5):
                if self._live[index]:
                    next_round = max(self._period[index] - self._count[index], 1)
                    if index == 3 and not record.noise_half:
                        next_round += self._period[3]
                    distance = min(distance, next_round)
            for index in range(3):
                record.tones ^= (self._count_on(index, distance) & 1) << index
            self._shift_noise(self._count_on(3, distance))
            self._move_envelope(self._count_on(4, distance))
            units -= distance
            record.tick += distance * self._unit
            self._hear(record.tick)

    @cython.cfunc
    @cython.exceptval(check=False)
    def _count_on(self, index: cython.int, distance: cython.longlong) -> cython.longlong:
        """Counts `distance` units; returns how often the counter came round.

        The chip compares after counting, so a counter beyond a lowered period comes round at once.
        """
        period: cython.int = self._period[index]
        first: cython.longlong = max(period - self._count[index], 1)
        if distance < first:
            self._count[index] += cython.cast(cython.int, distance)
            return 0
        self._count[index] = cython.cast(cython.int, (distance - first) % period)
        return 1 + (distance - first) // period

    @cython.cfunc
    @cython.exceptval(check=False)
    def _shift_noise(self, rounds: cython.longlong) -> cython.void:
        """17-bit shift register, bits 0 and 3 fed back; it moves every second round."""
        record: Ay8910State = self._record
        shifts: cython.longlong = (rounds + record.noise_half) >> 1
        noise: cython.int = record.noise
        record.noise_half = (record.noise_half + rounds) & 1
        while shifts > 0:
            noise = noise >> 1 | ((noise ^ noise >> 3) & 1) << 16
            shifts -= 1
        record.noise = noise

    @cython.cfunc
    @cython.exceptval(check=False)
    def _move_envelope(self, rounds: cython.longlong) -> cython.void:
        record: Ay8910State = self._record
        if rounds == 0:
            return
        if not self._holds:
            record.place = (record.place + rounds) & (PLACES - 1)
        elif record.place + rounds < 32:
            record.place += rounds
        else:
            record.place = 32
            self._live[4] = False

    def registers(self) -> bytes:
        """R0 to R15 as written."""
        return bytes(self._record.regs)

    @property
    def selected(self) -> int:
        """The register that the latch points at."""
        return self._record.latch
