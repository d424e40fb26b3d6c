"""The SCC against a model that steps every cycle, and its registers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.core import state
from machine.core.bus import Bus
from machine.core.mixer import Mixer
from machine.devices.scc import Scc

HZ = 21_477_270
CYCLE = 6


def sounding() -> tuple[Scc, Mixer]:
    bus = Bus(HZ)
    scc, mixer = Scc("scc", bus), Mixer("mixer", bus)
    scc.connect("sound", mixer)
    scc.reset(0)
    return scc, mixer


class ReferenceScc:
    """Every cycle is stepped; `levels` collects (tick, change)."""

    def __init__(self) -> None:
        self.memory = [0] * 256
        self.places = [0] * 5
        self.counts = [0] * 5
        self.tick = 0
        self.last = 0
        self.levels: list[tuple[int, int]] = []

    def write(self, reg: int, value: int, now: int) -> None:
        self.run_to(now)
        self.memory[reg] = value
        if 0x80 <= reg < 0x8A:
            self.counts[(reg - 0x80) // 2] = 0
        self.listen(now)

    def run_to(self, now: int) -> None:
        while self.tick + CYCLE <= now:
            self.tick += CYCLE
            for channel in range(5):
                low, high = self.memory[0x80 + 2 * channel : 0x82 + 2 * channel]
                period = low + 256 * (high & 15)
                if period > 8:
                    self.counts[channel] += 1
                    if self.counts[channel] > period:
                        self.counts[channel] = 0
                        self.places[channel] = (self.places[channel] + 1) % 32
            self.listen(self.tick)

    def listen(self, now: int) -> None:
        level = 0
        for channel in range(5):
            if self.memory[0x8F] >> channel & 1:
                byte = self.memory[min(channel, 3) * 32 + self.places[channel]]
                signed = byte - 256 if byte > 127 else byte
                level += 20 * (signed * (self.memory[0x8A + channel] & 15) // 16)
        if level != self.last:
            self.levels.append((now, level - self.last))
            self.last = level


WRITES = st.lists(
    st.tuples(
        st.integers(0, 6_000),
        st.one_of(st.integers(0, 0x8F), st.integers(0x80, 0x8F)),
        st.integers(0, 255),
    ),
    max_size=40,
)


@settings(max_examples=40)
@given(WRITES)
def test_sound_is_that_of_a_model_that_steps_every_cycle(
    writes: list[tuple[int, int, int]],
) -> None:
    scc, mixer = sounding()
    reference = ReferenceScc()
    expected = Mixer("expected", Bus(HZ))
    now = 0
    loud = [(0, 0x8F, 31), (0, 0x8A, 15), (0, 0x80, 40), (0, 3, 90)]
    for delay, reg, value in [*loud, *writes, (20_000, 0x8F, 31)]:
        now += delay
        scc.write_register(reg, value, now)
        reference.write(reg, value, now)

    ours = mixer.drain(now)
    for tick, delta in reference.levels:
        expected.add_step(tick, delta)

    assert ours == expected.drain(now)


def test_waveforms_read_back() -> None:
    scc, _ = sounding()

    for reg in range(128):
        scc.write_register(reg, 255 - reg, 0)

    assert [scc.read_register(reg, 0) for reg in range(128)] == [255 - reg for reg in range(128)]


def test_other_registers_read_as_ffh() -> None:
    scc, _ = sounding()

    for reg in range(0x80, 0xE0):
        scc.write_register(reg, 0, 0)

    assert {scc.read_register(reg, 0) for reg in range(0x80, 0xE0)} == {0xFF}


def test_registers_appear_again_at_90h() -> None:
    scc, mixer = sounding()
    for place in range(32):
        scc.write_register(place, place * 4, 0)

    for reg, value in ((0x90, 100), (0x9A, 15), (0x9F, 1)):
        scc.write_register(reg, value, 0)

    assert len(set(mixer.drain(HZ // 60))) > 10


def test_reading_the_deformation_register_starts_rotation_and_peeking_does_not() -> None:
    scc, _ = sounding()
    for place in range(32):
        scc.write_register(place, place, 0)
    scc.write_register(0x80, 100, 0)

    assert scc.peek_register(0xE0, 0) == 0xFF
    still = scc.read_register(0, 101 * CYCLE * 3)
    assert scc.read_register(0xE0, 101 * CYCLE * 3) == 0xFF

    assert still == 0
    assert scc.read_register(0, 101 * CYCLE * 3) == 3
    assert scc.read_register(0, 101 * CYCLE * 7) == 7


def test_a_rotating_waveform_is_read_only() -> None:
    scc, _ = sounding()
    scc.write_register(0xE0, 0x40, 0)

    scc.write_register(5, 99, 0)
    scc.write_register(0xE0, 0, 0)

    assert scc.read_register(5, 0) == 0


@pytest.mark.parametrize(("bits", "clocks"), [(0, 0xB45), (1, 0xB), (2, 0x45), (3, 0x45)])
def test_deformation_shortens_the_period(bits: int, clocks: int) -> None:
    scc, _ = sounding()
    for place in range(32):
        scc.write_register(place, place, 0)

    scc.write_register(0xE0, bits, 0)
    scc.write_register(0x81, 0x0B, 0)
    scc.write_register(0x80, 0x45, 0)
    scc.write_register(0xE0, bits | 0x40, 5 * (clocks + 1) * CYCLE)

    assert scc.read_register(0, 5 * (clocks + 1) * CYCLE) == 5


def test_deformation_leaves_periods_alone_that_were_written_before() -> None:
    scc, _ = sounding()
    for place in range(32):
        scc.write_register(place, place, 0)
    scc.write_register(0x80, 100, 0)

    scc.write_register(0xE0, 1, 0)
    scc.write_register(0xE0, 0x40, 101 * CYCLE * 4)

    assert scc.read_register(0, 101 * CYCLE * 4) == 4


def test_a_period_below_9_stands_still() -> None:
    scc, _ = sounding()
    for place in range(32):
        scc.write_register(place, place, 0)

    scc.write_register(0x80, 8, 0)
    scc.write_register(0xE0, 0x40, 10_000)

    assert scc.read_register(0, 10_000) == 0


def test_bit_5_restarts_the_waveform_with_the_period() -> None:
    scc, _ = sounding()
    for place in range(32):
        scc.write_register(place, place, 0)
    scc.write_register(0xE0, 0x20, 0)
    scc.write_register(0x80, 100, 0)

    scc.write_register(0x80, 100, 101 * CYCLE * 9)
    scc.write_register(0xE0, 0x40, 101 * CYCLE * 9)

    assert scc.read_register(0, 101 * CYCLE * 9) == 0


@settings(max_examples=30)
@given(st.integers(0, 2_000_000), WRITES)
def test_restored_scc_goes_on_bit_for_bit(pause: int, writes: list[tuple[int, int, int]]) -> None:
    scc, mixer = sounding()
    other, other_mixer = sounding()
    now = 0
    for delay, reg, value in writes:
        now += delay
        scc.write_register(reg, value, now)
    now += pause
    mixer.catch_up(now)

    state.restore(other.state, state.capture(scc.state), "scc")
    state.restore(other_mixer.state, state.capture(mixer.state), "mixer")
    other_mixer.bus.now = now
    other.attach()
    other_mixer.attach()

    assert other_mixer.drain(now + 300_000) == mixer.drain(now + 300_000)


@settings(max_examples=40)
@given(st.data())
def test_a_damaged_record_neither_hangs_nor_crashes(data: st.DataObject) -> None:
    scc, mixer = sounding()
    values = state.capture(scc.state)
    for name, value in values.items():
        if isinstance(value, bytes):
            values[name] = data.draw(st.binary(min_size=len(value), max_size=len(value)))
        else:
            values[name] = data.draw(st.integers(-(1 << 63), (1 << 63) - 1))
    state.restore(scc.state, values, "scc")
    scc.attach()

    mixer.drain(HZ // 60)

    assert scc.peek_register(0, 0) in range(256)
