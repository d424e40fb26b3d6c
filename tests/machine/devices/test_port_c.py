"""Port C of the PPI: click, lamp, motor, rows."""

import numpy as np
import pytest

from machine.core import state
from machine.core.bus import Bus
from machine.core.mixer import Mixer
from machine.devices.cassette import Cassette
from machine.devices.keyboard import KeyMatrix
from machine.devices.port_c import MsxPortC
from machine.media.cas import Tape, container

HZ = 21_477_270


def test_click_bit_makes_a_step_of_sound() -> None:
    bus = Bus(HZ)
    port, mixer = MsxPortC("port-c", bus), Mixer("mixer", bus)
    port.connect("sound", mixer)
    port.write_register(0, 0x7F, 0)
    for frame in range(1, 61):
        mixer.drain(frame * HZ // 60)

    port.write_register(0, 0xFF, HZ + HZ // 120)

    samples = np.frombuffer(mixer.drain(HZ + HZ // 60), np.int16)
    assert abs(int(samples[200])) < 20
    assert int(samples[450:].max()) > 1500


def test_lamp_is_lit_by_a_0() -> None:
    port = MsxPortC("port-c", Bus(HZ))

    port.write_register(0, 0xBF, 0)
    lit = port.lamps()["caps"]
    port.write_register(0, 0xFF, 0)

    assert lit
    assert not port.lamps()["caps"]


def test_low_nibble_selects_the_row() -> None:
    bus = Bus(HZ)
    port, keys = MsxPortC("port-c", bus), KeyMatrix("keys", bus)
    port.connect("keys", keys)
    keys.press(6, 0)

    port.write_register(0, 0xF6, 0)

    assert keys.read_register(0, 0) == 0xFE


def test_motor_runs_the_tape_while_its_bit_is_0() -> None:
    bus = Bus(HZ)
    port, recorder = MsxPortC("port-c", bus), Cassette("cassette", bus)
    port.connect("cassette", recorder)
    recorder.insert(Tape(container([b"12345678"])))

    port.write_register(0, 0xEF, 0)
    port.write_register(0, 0xFF, HZ)
    bus.now = 2 * HZ

    assert recorder.position == 1


def test_unknown_socket_is_a_bug() -> None:
    with pytest.raises(AssertionError):
        MsxPortC("port-c", Bus(HZ)).connect("sofa", Mixer("mixer", Bus(HZ)))


def test_restored_lines_read_back() -> None:
    port, other = MsxPortC("port-c", Bus(HZ)), MsxPortC("port-c", Bus(HZ))
    port.write_register(0, 0x5A, 0)

    state.restore(other.state, state.capture(port.state), "port-c")
    other.attach()

    assert other.read_register(0, 0) == 0x5A
