"""The bus: ports, wires, and what is not there."""

import pytest

from tests.support.slotted_bus import slotted_bus


def test_an_empty_slot_reads_ff_and_swallows_writes() -> None:
    bus, _ = slotted_bus()

    bus.poke(0x1234, 0x55)

    assert bus.peek(0x1234) == 0xFF


def test_a_port_is_given_once() -> None:
    bus, slots = slotted_bus()
    bus.map_ports(slots, 0xA8, 1)

    with pytest.raises(AssertionError, match="A8"):
        bus.map_ports(slots, 0xA8, 1)


def test_a_port_decodes_eight_of_its_sixteen_bits() -> None:
    bus, slots = slotted_bus()
    bus.map_ports(slots, 0xA8, 1)

    bus.write_port(0xA8, 0x1B)

    assert bus.read_port(0xA8) == 0x1B
    assert bus.read_port(0xA9) == 0xFF


def test_wires_are_counted_apart() -> None:
    bus, _ = slotted_bus()
    first, second = bus.wire(), bus.wire()

    assert first != second
    assert bus.irq == 0
