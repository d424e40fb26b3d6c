"""The PPI, its ports wired to real devices."""

from machine.core import state
from machine.core.bus import Bus
from machine.devices.i8255 import I8255
from machine.devices.keyboard import KeyMatrix
from machine.devices.port_c import MsxPortC
from machine.devices.slots import Slots

HZ = 21_477_270
MSX_MODE = 0x82


def wired() -> tuple[I8255, Slots, KeyMatrix, MsxPortC]:
    bus = Bus(HZ)
    ppi, slots = I8255("ppi", bus), Slots("slots", bus)
    keys, port_c = KeyMatrix("keys", bus), MsxPortC("port-c", bus)
    ppi.connect("port_a", slots)
    ppi.connect("port_b", keys)
    ppi.connect("port_c", port_c)
    port_c.connect("keys", keys)
    ppi.reset(0)
    ppi.write_register(3, MSX_MODE, 0)
    return ppi, slots, keys, port_c


def test_port_a_drives_the_slot_register_and_reads_back() -> None:
    ppi, slots, _, _ = wired()

    ppi.write_register(0, 0xF0, 0)

    assert ppi.read_register(0, 0) == 0xF0
    assert slots.peek_register(0, 0) == 0xF0


def test_reset_returns_the_processor_to_slot_0() -> None:
    ppi, slots, _, _ = wired()
    ppi.write_register(0, 0xFF, 0)

    ppi.reset(0)

    assert slots.peek_register(0, 0) == 0


def test_reset_opens_the_motor_relay_and_darkens_the_lamp() -> None:
    ppi, _, _, port_c = wired()
    assert port_c.lamps()["motor"]

    ppi.reset(0)

    assert not port_c.lamps()["motor"]
    assert not port_c.lamps()["caps"]


def test_port_b_reads_the_row_that_port_c_selects() -> None:
    ppi, _, keys, _ = wired()
    keys.press(8, 0)

    ppi.write_register(2, 7, 0)
    before = ppi.read_register(1, 0)
    ppi.write_register(2, 8, 0)

    assert before == 0xFF
    assert ppi.read_register(1, 0) == 0xFE


def test_bit_set_and_reset_change_one_line_of_port_c() -> None:
    ppi, _, _, port_c = wired()
    ppi.write_register(2, 0x50, 0)

    ppi.write_register(3, 0b0000_1111, 0)
    ppi.write_register(3, 0b0000_1000, 0)

    assert ppi.read_register(2, 0) == 0xC0
    assert port_c.read_register(0, 0) == 0xC0


def test_mode_word_clears_the_output_latches() -> None:
    ppi, slots, _, _ = wired()
    ppi.write_register(0, 0x55, 0)

    ppi.write_register(3, MSX_MODE, 0)

    assert slots.peek_register(0, 0) == 0


def test_half_of_port_c_as_input_reads_the_pins() -> None:
    ppi = I8255("ppi", Bus(HZ))
    ppi.write_register(3, 0x8A, 0)

    ppi.write_register(2, 0x05, 0)

    assert ppi.read_register(2, 0) == 0xF5


def test_control_register_does_not_read() -> None:
    ppi, _, _, _ = wired()

    assert ppi.read_register(3, 0) == 0xFF


def test_restored_ppi_reads_its_latches() -> None:
    ppi, _, _, _ = wired()
    ppi.write_register(0, 0xA5, 0)
    other = I8255("ppi", Bus(HZ))

    state.restore(other.state, state.capture(ppi.state), "ppi")
    other.attach()

    assert other.read_register(0, 0) == 0xA5
