"""Slots: each quarter of the address space shows what the registers say."""

from hypothesis import given
from hypothesis import strategies as st

from tests.support.slotted_bus import filled_ram, slotted_bus


@given(st.integers(0, 255), st.integers(0, 0xFFFF))
def test_each_quarter_shows_the_slot_that_the_register_says(register: int, address: int) -> None:
    bus, slots = slotted_bus()
    for slot in range(4):
        slots.plug(filled_ram(bus, slot), slot)

    slots.write_register(0, register, 0)

    assert bus.peek(address) == register >> (address >> 14) * 2 & 3
    assert slots.read_register(0, 0) == register


@given(st.integers(0, 255), st.integers(0, 255), st.integers(0, 0xFFFE))
def test_a_secondary_slot_counts_in_an_expanded_primary_one(
    primary: int, secondary: int, address: int
) -> None:
    bus, slots = slotted_bus(expanded=(3,))
    for slot in range(3):
        slots.plug(filled_ram(bus, slot), slot)
    for slot in range(4):
        slots.plug(filled_ram(bus, 0x30 + slot), 3, slot)
    slots.write_register(0, 0xC0, 0)
    bus.poke(0xFFFF, secondary)

    slots.write_register(0, primary, 0)

    chosen = primary >> (address >> 14) * 2 & 3
    inner = secondary >> (address >> 14) * 2 & 3
    assert bus.peek(address) == (0x30 + inner if chosen == 3 else chosen)


def test_the_secondary_register_reads_back_complemented_and_hides_a_byte_of_memory() -> None:
    bus, slots = slotted_bus(expanded=(3,))
    memory = filled_ram(bus, 0x11)
    slots.plug(memory, 3)
    slots.write_register(0, 0xC0, 0)

    bus.poke(0xFFFF, 0x05)
    bus.poke(0xFFFE, 0x99)

    assert bus.peek(0xFFFF) == 0xFA
    assert bus.peek(0xFFFE) == 0x99
    assert memory.cells[0xFFFF] == 0x11


def test_an_unexpanded_slot_has_memory_at_ffff() -> None:
    bus, slots = slotted_bus(expanded=(3,))
    slots.plug(filled_ram(bus, 0x11), 0)

    bus.poke(0xFFFF, 0x22)

    assert bus.peek(0xFFFF) == 0x22
