"""The bus: pages, holes in pages, ports, wires."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.core.bus import Bus
from machine.devices.memories import MapperRam, Ram, RomChip
from machine.devices.slots import Slots

HZ = 21_477_270


def board(*, expanded: tuple[int, ...] = ()) -> tuple[Bus, Slots]:
    bus = Bus(HZ)
    slots = Slots("slots", bus, expanded)
    slots.attach()
    return bus, slots


def ram(bus: Bus, fill: int) -> Ram:
    memory = Ram("ram", bus)
    memory.cells[:] = bytes([fill]) * 0x10000
    memory.attach()
    return memory


def test_an_empty_slot_reads_ff_and_swallows_writes() -> None:
    bus, _ = board()

    bus.poke(0x1234, 0x55)

    assert bus.peek(0x1234) == 0xFF


def test_ram_keeps_what_is_written() -> None:
    bus, slots = board()
    slots.plug(ram(bus, 0), 0)

    bus.poke(0x1234, 0x55)

    assert bus.peek(0x1234) == 0x55


def test_rom_does_not() -> None:
    bus, slots = board()
    rom = RomChip("rom", bus, bytes([7]) * 0x4000)
    rom.attach()
    slots.plug(rom, 0)

    bus.poke(0x1234, 0x55)

    assert bus.peek(0x1234) == 7
    assert bus.peek(0x4000) == 0xFF


@given(st.integers(0, 255), st.integers(0, 0xFFFF))
def test_each_quarter_shows_the_slot_that_the_register_says(register: int, address: int) -> None:
    bus, slots = board()
    for slot in range(4):
        slots.plug(ram(bus, slot), slot)

    slots.write_register(0, register, 0)

    assert bus.peek(address) == register >> (address >> 14) * 2 & 3
    assert slots.read_register(0, 0) == register


@given(st.integers(0, 255), st.integers(0, 255), st.integers(0, 0xFFFE))
def test_a_secondary_slot_counts_in_an_expanded_primary_one(
    primary: int, secondary: int, address: int
) -> None:
    bus, slots = board(expanded=(3,))
    for slot in range(3):
        slots.plug(ram(bus, slot), slot)
    for slot in range(4):
        slots.plug(ram(bus, 0x30 + slot), 3, slot)
    slots.write_register(0, 0xC0, 0)
    bus.poke(0xFFFF, secondary)

    slots.write_register(0, primary, 0)

    chosen = primary >> (address >> 14) * 2 & 3
    inner = secondary >> (address >> 14) * 2 & 3
    assert bus.peek(address) == (0x30 + inner if chosen == 3 else chosen)


def test_the_secondary_register_reads_back_complemented_and_hides_a_byte_of_memory() -> None:
    bus, slots = board(expanded=(3,))
    memory = ram(bus, 0x11)
    slots.plug(memory, 3)
    slots.write_register(0, 0xC0, 0)

    bus.poke(0xFFFF, 0x05)
    bus.poke(0xFFFE, 0x99)

    assert bus.peek(0xFFFF) == 0xFA
    assert bus.peek(0xFFFE) == 0x99
    assert memory.cells[0xFFFF] == 0x11


def test_an_unexpanded_slot_has_memory_at_ffff() -> None:
    bus, slots = board(expanded=(3,))
    slots.plug(ram(bus, 0x11), 0)

    bus.poke(0xFFFF, 0x22)

    assert bus.peek(0xFFFF) == 0x22


def test_a_mapper_shows_a_segment_in_each_quarter() -> None:
    bus, slots = board()
    mapper = MapperRam("ram", bus, 0x20000)
    mapper.attach()
    slots.plug(mapper, 0)
    for segment in range(8):
        mapper.write_register(1, segment, 0)
        bus.poke(0x4000, segment)

    mapper.write_register(2, 5, 0)

    assert bus.peek(0x8000) == 5
    assert mapper.read_register(2, 0) == 5 | 0xF8


def test_a_mapper_ignores_the_bits_that_its_size_does_not_need() -> None:
    bus, slots = board()
    mapper = MapperRam("ram", bus, 0x10000)
    mapper.attach()
    slots.plug(mapper, 0)
    bus.poke(0xC000, 0x77)  # segment 0

    mapper.write_register(0, 0x84, 0)

    assert bus.peek(0x0000) == 0x77


def test_a_port_is_given_once() -> None:
    bus, slots = board()
    bus.map_ports(slots, 0xA8, 1)

    with pytest.raises(AssertionError, match="A8"):
        bus.map_ports(slots, 0xA8, 1)


def test_a_port_decodes_eight_of_its_sixteen_bits() -> None:
    bus, slots = board()
    bus.map_ports(slots, 0xA8, 1)

    bus.write_port(0xA8, 0x1B)

    assert bus.read_port(0xA8) == 0x1B
    assert bus.read_port(0xA9) == 0xFF


def test_wires_are_counted_apart() -> None:
    bus, _ = board()
    first, second = bus.wire(), bus.wire()

    assert first != second
    assert bus.irq == 0
