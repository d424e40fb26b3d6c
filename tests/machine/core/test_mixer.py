"""The mixer: steps that do not alias, samples without drift, nothing lost to a capture."""

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.core import state
from machine.core.band_limited_step import PHASES, TAPS, UNIT, step_table
from machine.core.bus import Bus
from machine.core.mixer import RATE, Mixer

HZ = 21_477_270
FRAME = HZ // 60


def square_wave(frequency: int, seconds: int) -> np.ndarray:
    """The samples of a square wave, taken frame by frame."""
    mixer = Mixer("mixer", Bus(HZ))
    blocks, flips, tick = [], 0, 0
    for frame in range(FRAME, seconds * HZ, FRAME):
        while tick < frame:
            mixer.add_step(tick, -6000 if flips % 2 else 6000)
            flips += 1
            tick = round(flips * HZ / (2 * frequency))
        blocks.append(mixer.drain(frame))
    return np.frombuffer(b"".join(blocks), np.int16).astype(float)


@pytest.mark.parametrize("frequency", [1000, 5000, 7919])
def test_square_wave_has_no_alias_above_minus_60_decibels(frequency: int) -> None:
    samples = square_wave(frequency, 2)[RATE // 2 : RATE // 2 + RATE]

    spectrum = np.abs(np.fft.rfft(samples * np.blackman(RATE)))
    for harmonic in range(frequency, RATE // 2, 2 * frequency):
        spectrum[harmonic - 6 : harmonic + 7] = 0
    spectrum[:30] = 0
    assert spectrum.max() < abs(6000 / np.pi * 0.42 * RATE) / 1000


def test_harmonics_of_a_square_wave_have_their_loudness() -> None:
    samples = square_wave(1000, 2)[RATE // 2 : RATE // 2 + RATE]

    spectrum = np.abs(np.fft.rfft(samples * np.blackman(RATE))) / (0.42 * RATE / 2)
    for harmonic in range(1, 18, 2):
        assert spectrum[1000 * harmonic] == pytest.approx(2 * 6000 / (np.pi * harmonic), rel=0.02)


def test_kernel_rows_all_have_the_same_sum() -> None:
    table = step_table()

    rows = [sum(table[at : at + TAPS]) for at in range(0, len(table), TAPS)]
    assert rows == [UNIT] * (PHASES + 1)


def test_kernel_is_the_same_on_every_host() -> None:
    little_endian = np.array(step_table(), "<i2").tobytes()

    assert hashlib.blake2b(little_endian, digest_size=16).hexdigest() == (
        "25122c3fb734d8c0782d060eb16b2e19"
    )


def test_a_step_arrives_at_its_level() -> None:
    mixer = Mixer("mixer", Bus(HZ))

    mixer.add_step(FRAME // 2, 10_000)

    samples = np.frombuffer(mixer.drain(FRAME), np.int16)
    assert samples[:380].tolist() == [0] * 380
    assert 9_600 < int(samples[440]) < 10_000


def test_what_does_not_move_fades_away() -> None:
    mixer = Mixer("mixer", Bus(HZ))
    mixer.add_step(0, 10_000)

    blocks = [mixer.drain(frame * FRAME) for frame in range(1, 120)]

    assert set(np.frombuffer(blocks[-1], np.int16).tolist()) <= {0, -1, 1}


def test_beyond_full_level_is_clamped_and_never_wraps() -> None:
    mixer = Mixer("mixer", Bus(HZ))
    mixer.add_step(FRAME // 2, 60_000)

    up = np.frombuffer(mixer.drain(FRAME), np.int16)
    mixer.add_step(FRAME + FRAME // 2, -60_000)
    mixer.add_step(FRAME + FRAME // 2, -60_000)
    down = np.frombuffer(mixer.drain(2 * FRAME), np.int16)

    assert (int(up.max()), int(down.min())) == (32767, -32767)


@pytest.mark.parametrize("years", [0, 1, 100])
def test_samples_do_not_drift_over_years(years: int) -> None:
    bus = Bus(HZ)
    start = years * 365 * 86400 * HZ
    bus.now = start
    mixer = Mixer("mixer", bus)
    mixer.drain(start)

    count = sum(len(mixer.drain(start + frame * FRAME)) // 2 for frame in range(1, 601))

    assert abs(count - 600 * FRAME * RATE // HZ) <= 1


def test_a_second_of_frames_has_48000_samples_every_second() -> None:
    mixer = Mixer("mixer", Bus(HZ))
    counts = []

    for second in range(1, 4):
        ticks = [(second - 1) * HZ + HZ * frame // 60 for frame in range(1, 61)]
        counts.append(sum(len(mixer.drain(tick)) // 2 for tick in ticks))

    assert counts == [RATE] * 3


def test_samples_that_nobody_takes_are_dropped_oldest_first() -> None:
    mixer = Mixer("mixer", Bus(HZ))
    mixer.add_step(0, 5000)
    now = 0
    while now < 5 * HZ:
        now = mixer.state.due
        mixer.catch_up(now)
    mixer.add_step(now, 3000)

    samples = np.frombuffer(mixer.drain(now + HZ // 1000), np.int16)

    assert 48 < len(samples) <= 4096
    assert int(samples[0]) == 0
    assert 2_850 < int(samples[-1]) < 3_050


def test_an_hour_without_a_taker_is_over_at_once() -> None:
    mixer = Mixer("mixer", Bus(HZ))
    mixer.add_step(0, 5000)

    samples = mixer.drain(3600 * HZ)

    assert 0 < len(samples) <= 2 * 4096


STEPS = st.lists(st.tuples(st.integers(0, 200_000), st.integers(-9000, 9000)), max_size=60)


@given(STEPS, STEPS)
def test_restored_mixer_goes_on_bit_for_bit(
    before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    bus = Bus(HZ)
    mixer, other = Mixer("mixer", bus), Mixer("other", bus)
    now = 0
    for delay, delta in before:
        now += delay
        mixer.add_step(now, delta)
    mixer.drain(now)
    state.restore(other.state, state.capture(mixer.state), "mixer")
    bus.now = now
    other.attach()

    for delay, delta in after:
        now += delay
        mixer.add_step(now, delta)
        other.add_step(now, delta)

    assert other.drain(now) == mixer.drain(now)


@given(st.data())
def test_a_damaged_record_neither_hangs_nor_crashes(data: st.DataObject) -> None:
    mixer = Mixer("mixer", Bus(HZ))
    numbers = st.integers(-(1 << 63), (1 << 63) - 1)
    values = state.capture(mixer.state)
    for name in values:
        if name == "steps":
            noise = data.draw(st.integers(0, 255))
            values[name] = bytes([noise]) * len(values["steps"])
        else:
            values[name] = data.draw(
                numbers if name != "first" else st.integers(-(1 << 31), 1 << 30)
            )
    state.restore(mixer.state, values, "mixer")
    mixer.attach()

    mixer.add_step(FRAME // 2, 5000)
    mixer.catch_up(FRAME // 2)
    samples = mixer.drain(FRAME)

    assert len(samples) <= 2 * 4096
    assert mixer.state.due > 0
