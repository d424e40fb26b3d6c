"""The PSG: registers, ports, and its sound against a slow model that skips nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.core import state
from machine.core.bus import Bus
from machine.core.mixer import Mixer
from machine.devices.ay8910 import LEVELS, Ay8910, envelope_level
from machine.devices.joystick import UP, JoystickPorts
from tests.machine.devices.psg_reference import LEVEL, ReferencePsg, ramp

HZ = 21_477_270
FRAME = HZ // 60


def sounding(chip: str = "ym2149") -> tuple[Ay8910, Mixer]:
    bus = Bus(HZ)
    mixer = Mixer("mixer", bus)
    psg = Ay8910("psg", bus, chip=chip)
    psg.connect("sound", mixer)
    psg.reset(0)
    return psg, mixer


def put(psg: Ay8910, register: int, value: int, now: int = 0) -> None:
    psg.write_register(0, register, now)
    psg.write_register(1, value, now)


def get(psg: Ay8910, register: int, now: int = 0) -> int:
    psg.write_register(0, register, now)
    return psg.read_register(2, now)


def listen(mixer: Mixer, until: int, start: int = 0) -> np.ndarray:
    """The samples up to tick `until`, taken frame by frame as an application does."""
    blocks = [mixer.drain(now) for now in range(start, until, FRAME)] + [mixer.drain(until)]
    return np.frombuffer(b"".join(blocks), np.int16)


def test_levels_are_the_data_sheets_three_decibels_a_volume_step() -> None:
    assert list(LEVELS) == LEVEL


@pytest.mark.parametrize("shape", range(16))
def test_envelope_table_follows_the_data_sheets_drawing(shape: int) -> None:
    levels = [envelope_level(shape, place) for place in range(64)]

    assert levels == ramp(shape, 0) + ramp(shape, 1)


def test_registers_of_a_ym2149_read_back_as_written() -> None:
    psg, _ = sounding()

    for register in range(14):
        put(psg, register, 0xFF)

    assert [get(psg, register) for register in range(14)] == [0xFF] * 14


def test_unused_bits_of_an_ay_3_8910_read_as_0() -> None:
    psg, _ = sounding("ay8910")

    for register in range(14):
        put(psg, register, 0xFF)

    used = "ff 0f ff 0f ff 0f 1f ff 1f 1f 1f ff ff 0f"
    assert bytes(get(psg, register) for register in range(14)) == bytes.fromhex(used)


def test_peek_is_read_without_a_difference() -> None:
    psg, _ = sounding()
    put(psg, 3, 0x0A)

    assert psg.peek_register(2, 0) == psg.read_register(2, 0) == 0x0A


def test_port_a_reads_the_joystick_that_port_b_chooses() -> None:
    psg, _ = sounding()
    ports = JoystickPorts("joysticks", Bus(HZ))
    psg.connect("port_a", ports)
    psg.connect("port_b", ports)
    ports.set_pad(2, UP)
    put(psg, 7, 0xB8)

    put(psg, 15, 0x0F)
    first = get(psg, 14)
    put(psg, 15, 0x4F)
    second = get(psg, 14)

    assert first & 0x3F == 0x3F
    assert second & 0x3F == 0x3F ^ UP


@pytest.mark.parametrize("directions", [0x00, 0x40, 0x80, 0xC0])
def test_ports_of_an_msx_keep_their_directions(directions: int) -> None:
    psg, _ = sounding()
    ports = JoystickPorts("joysticks", Bus(HZ))
    psg.connect("port_a", ports)
    psg.connect("port_b", ports)
    ports.set_pad(2, UP)

    put(psg, 7, directions)
    put(psg, 15, 0x4F)
    put(psg, 14, 0xAA)

    assert get(psg, 14) & 0x3F == 0x3F ^ UP
    assert get(psg, 15) == 0x4F


def test_a_port_that_is_an_input_reads_its_pins() -> None:
    psg = Ay8910("psg", Bus(HZ), fixed_ports=False)
    put(psg, 15, 0x12)

    assert get(psg, 15) == 0xFF


def test_a_port_that_is_an_output_reads_its_latch() -> None:
    psg = Ay8910("psg", Bus(HZ), fixed_ports=False)
    put(psg, 7, 0xC0)

    put(psg, 14, 0x5A)
    put(psg, 15, 0xA5)

    assert (get(psg, 14), get(psg, 15)) == (0x5A, 0xA5)


def test_tone_has_the_frequency_of_its_period() -> None:
    psg, mixer = sounding()
    put(psg, 0, 254)
    put(psg, 7, 0b111110)
    put(psg, 8, 15)

    samples = listen(mixer, 2 * HZ)[48000:96000]

    spectrum = np.abs(np.fft.rfft(samples * np.blackman(48000)))
    assert np.argmax(spectrum) == round(HZ / 12 / 16 / 254)


def test_write_to_r13_restarts_the_envelope() -> None:
    psg, mixer = sounding()
    put(psg, 7, 0b111111)
    put(psg, 8, 16)
    put(psg, 12, 1)
    put(psg, 13, 0)
    faded = listen(mixer, 20 * FRAME)

    put(psg, 13, 0, 20 * FRAME)
    again = listen(mixer, 22 * FRAME, 20 * FRAME)

    assert abs(int(faded[-1])) < 1500
    assert int(again.max()) > 5000


def test_rapid_volume_writes_play_a_sampled_sine_cleanly() -> None:
    psg, mixer = sounding()
    put(psg, 7, 0b111111)
    volumes = [8, 11, 13, 14, 15, 14, 13, 11, 8, 4, 1, 0, 0, 0, 1, 4]
    period = HZ // 500 // 16

    for step in range(16 * 500):
        put(psg, 8, volumes[step % 16], step * period)
        if step % 128 == 0:
            mixer.drain(step * period)
    base = 16 * 500 * period
    mixer.drain(base)
    for step in range(16 * 31):
        put(psg, 8, volumes[step % 16], base + step * period)
    samples = np.frombuffer(mixer.drain(base + 16 * 31 * period), np.int16)

    spectrum = np.abs(np.fft.rfft(samples[:2880] * np.blackman(2880)))
    loudest = np.argmax(spectrum) * 48000 / 2880
    between = spectrum[35:55].max()  # bins of 16.7 Hz: between the first two harmonics
    assert abs(loudest - 500) < 17
    assert between < spectrum.max() / 1000


WRITES = st.lists(
    st.tuples(
        st.integers(0, 20_000),
        st.sampled_from([0, 1, 2, 3, 4, 5, 6, 7, 7, 8, 8, 9, 10, 11, 12, 13]),
        st.one_of(st.integers(0, 255), st.sampled_from([0, 1, 15, 16])),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(WRITES)
def test_sound_is_that_of_a_model_that_steps_every_unit(
    writes: list[tuple[int, int, int]],
) -> None:
    psg, mixer = sounding()
    reference = ReferencePsg()
    expected = Mixer("expected", Bus(HZ))
    now = 0
    for delay, register, value in [*writes, (40_000, 0, 0)]:
        now += delay
        put(psg, register, value, now)
        reference.write(register, value, now)

    ours = mixer.drain(now)
    for tick, delta in reference.levels:
        expected.add_step(tick, delta)

    assert ours == expected.drain(now)


def test_a_tone_above_hearing_is_its_average_without_noise_of_its_own() -> None:
    psg, mixer = sounding()
    put(psg, 0, 1)
    put(psg, 7, 0b111110)
    put(psg, 8, 15)
    listen(mixer, 30 * FRAME)

    samples = listen(mixer, 40 * FRAME, 30 * FRAME)

    assert np.abs(np.diff(samples.astype(int))).max() <= 1


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 3_000_000), WRITES)
def test_restored_psg_goes_on_bit_for_bit(pause: int, writes: list[tuple[int, int, int]]) -> None:
    psg, mixer = sounding()
    now = 0
    for delay, register, value in writes:
        now += delay
        put(psg, register, value, now)
    now += pause
    mixer.catch_up(now)
    other, other_mixer = sounding()

    state.restore(other.state, state.capture(psg.state), "psg")
    state.restore(other_mixer.state, state.capture(mixer.state), "mixer")
    other_mixer.bus.now = now
    other.attach()
    other_mixer.attach()

    assert other_mixer.drain(now + 500_000) == mixer.drain(now + 500_000)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_record_neither_hangs_nor_crashes(data: st.DataObject) -> None:
    psg, mixer = sounding()
    captured = state.capture(psg.state)
    for name, value in captured.items():
        if isinstance(value, bytes):
            captured[name] = data.draw(st.binary(min_size=len(value), max_size=len(value)))
        else:
            captured[name] = data.draw(st.sampled_from([0, 1, 7, 255, -1, 1 << 30, -(1 << 62)]))
    try:
        state.restore(psg.state, captured, "psg")
    except state.Refused:
        return
    psg.attach()

    mixer.drain(FRAME)

    assert psg.peek_register(2, FRAME) in range(256)
