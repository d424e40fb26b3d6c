"""The joystick ports."""

import pytest

from machine.core import state
from machine.core.bus import Bus
from machine.devices.cassette import Cassette
from machine.devices.joystick import DOWN, LEFT, RIGHT, UP, A, B, JoystickPorts


def ports(outputs: int) -> JoystickPorts:
    made = JoystickPorts("joysticks", Bus(21_477_270))
    made.write_register(1, outputs, 0)
    return made


@pytest.mark.parametrize(
    ("switch", "bit"), [(UP, 0), (DOWN, 1), (LEFT, 2), (RIGHT, 3), (A, 4), (B, 5)]
)
@pytest.mark.parametrize(("port", "outputs"), [(1, 0x0F), (2, 0x4F)])
def test_closed_switch_reads_as_0_at_its_pin(
    switch: int, bit: int, port: int, outputs: int
) -> None:
    joysticks = ports(outputs)

    joysticks.set_pad(port, switch)

    assert joysticks.read_register(0, 0) & 0x3F == 0x3F ^ 1 << bit
    assert joysticks.pad(port) == switch


def test_the_other_port_is_not_seen() -> None:
    joysticks = ports(0x4F)

    joysticks.set_pad(1, UP | A)

    assert joysticks.read_register(0, 0) & 0x3F == 0x3F


def test_a_pad_is_silent_while_its_strobe_is_high() -> None:
    joysticks = ports(0x1F)

    joysticks.set_pad(1, UP | B)

    assert joysticks.read_register(0, 0) & 0x3F == 0x3F


def test_a_0_on_pins_6_and_7_reads_back() -> None:
    assert ports(0x0E).read_register(0, 0) & 0x3F == 0x2F
    assert ports(0x47).read_register(0, 0) & 0x3F == 0x1F


def test_layout_bit_tells_a_jis_keyboard() -> None:
    japanese = JoystickPorts("joysticks", Bus(1), jis=True)

    assert japanese.read_register(0, 0) & 0x40
    assert not ports(0x0F).read_register(0, 0) & 0x40


def test_bit_7_is_the_cassette_input() -> None:
    joysticks = ports(0x0F)
    recorder = Cassette("cassette", Bus(21_477_270))

    joysticks.connect("cassette", recorder)

    assert joysticks.read_register(0, 0) & 0x80 == recorder.read_register(0, 0) & 0x80


def test_kana_lamp_is_lit_by_a_0() -> None:
    assert ports(0x7F).kana_lamp
    assert not ports(0xFF).kana_lamp


def test_restored_ports_hold_the_same_switches() -> None:
    joysticks, other = ports(0x4F), ports(0)
    joysticks.set_pad(2, LEFT)

    state.restore(other.state, state.capture(joysticks.state), "joysticks")
    other.attach()

    assert other.read_register(0, 0) == joysticks.read_register(0, 0)
