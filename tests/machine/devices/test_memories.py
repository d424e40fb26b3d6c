"""RAM, ROM and the mapper as the processor sees them."""

import pytest

from machine.core.bus import Bus
from machine.core.errors import Refused
from machine.devices.memories import MapperRam, Ram, RomChip
from tests.support.slotted_bus import filled_ram, slotted_bus


def test_ram_keeps_what_is_written() -> None:
    bus, slots = slotted_bus()
    slots.plug(filled_ram(bus, 0), 0)

    bus.poke(0x1234, 0x55)

    assert bus.peek(0x1234) == 0x55


@pytest.mark.parametrize("make", [Ram, MapperRam])
def test_ram_holds_its_fill_at_power_on(make: type[Ram] | type[MapperRam]) -> None:
    bus = Bus(21_477_270)
    ram = make("ram", bus, size=0x10000, fill=0xA5)
    ram.attach()
    bus.show(2, ram)
    assert ram.cells == b"\xa5" * 0x10000
    assert bus.peek(0x4000) == 0xA5


def test_rom_does_not() -> None:
    bus, slots = slotted_bus()
    rom = RomChip("rom", bus, bytes([7]) * 0x4000)
    rom.attach()
    slots.plug(rom, 0)

    bus.poke(0x1234, 0x55)

    assert bus.peek(0x1234) == 7
    assert bus.peek(0x4000) == 0xFF


def test_a_mapper_shows_a_segment_in_each_quarter() -> None:
    bus, slots = slotted_bus()
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
    bus, slots = slotted_bus()
    mapper = MapperRam("ram", bus, 0x10000)
    mapper.attach()
    slots.plug(mapper, 0)
    bus.poke(0xC000, 0x77)  # segment 0

    mapper.write_register(0, 0x84, 0)

    assert bus.peek(0x0000) == 0x77


def test_a_rom_that_does_not_fit_its_place_is_refused() -> None:
    bus, _ = slotted_bus()

    with pytest.raises(Refused, match="logo"):
        RomChip("logo", bus, bytes(0x8001), base=0x8000)


def test_a_rom_is_filled_up_to_a_page() -> None:
    bus, slots = slotted_bus()
    rom = RomChip("rom", bus, b"\x11" * 100)
    rom.attach()
    slots.plug(rom, 0)

    assert (bus.peek(99), bus.peek(100), bus.peek(0x1FFF)) == (0x11, 0xFF, 0xFF)


def test_a_mapper_hands_what_is_written_on_to_the_next() -> None:
    bus, slots = slotted_bus()
    first, second = (MapperRam(name, bus, 0x20000) for name in ("first", "second"))
    first.connect("next", second)
    for slot, mapper in enumerate((first, second)):
        mapper.attach()
        slots.plug(mapper, slot)

    first.write_register(2, 5, 0)

    assert second.read_register(2, 0) == 5 | 0xF8
    second.write_register(2, 6, 0)
    assert first.read_register(2, 0) == 5 | 0xF8


def test_only_a_mapper_is_next() -> None:
    bus, _ = slotted_bus()
    mapper = MapperRam("ram", bus)

    with pytest.raises(AssertionError, match="no socket next for plain"):
        mapper.connect("next", Ram("plain", bus))
    with pytest.raises(AssertionError, match="no socket other for ram"):
        mapper.connect("other", mapper)
