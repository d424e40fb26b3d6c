"""Bank switching cartridges against their tables of registers, seen through the processor's bus."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine import cartridges
from machine.core import state
from machine.core.bus import Bus
from machine.core.device import Memory
from machine.core.mixer import Mixer
from machine.media.rom import Rom

HZ = 21_477_270
SWITCHING = [name for name in cartridges.KINDS if name != "plain"]
UNIT = {"ascii16": 2, "ascii16-sram": 2, "ascii16-sram2": 2, "generic16": 2}  # 8 KB a bank


def image(kilobytes: int) -> bytes:
    """8 KB banks filled with their number."""
    return b"".join(bytes([bank]) * 0x2000 for bank in range(kilobytes // 8))


def plugged(mapper: str, kilobytes: int = 128) -> tuple[Bus, Memory]:
    """A cartridge in all of the address space of a processor."""
    bus = Bus(HZ)
    mixer = Mixer("mixer", bus)
    cartridge = cartridges.plug("cart1", bus, Rom(image(kilobytes), mapper=mapper), mixer)
    cartridge.reset(0)
    for page in range(8):
        bus.show(page, cartridge)
    return bus, cartridge


def layout(bus: Bus) -> list[int]:
    return [bus.peek(page * 0x2000 + 0x100) for page in range(2, 6)]


@pytest.mark.parametrize("mapper", SWITCHING)
def test_reset_shows_the_start_of_the_image(mapper: str) -> None:
    bus, cartridge = plugged(mapper)
    for address in range(0x4000, 0xC000, 0x400):
        bus.poke(address, 5)

    cartridge.reset(0)

    ascii8, ascii16 = [0, 0, 0, 0], [0, 1, 0, 1]
    first = {"ascii8": ascii8, "ascii16": ascii16}.get(mapper.split("-")[0], [0, 1, 2, 3])
    assert layout(bus) == first


@pytest.mark.parametrize(
    ("mapper", "address", "page"),
    [
        *(("ascii8", 0x6000 + 0x800 * n + low, n) for n in range(4) for low in (0, 0x7FF)),
        *(("ascii16", 0x6000 + 0x1000 * n + low, 2 * n) for n in range(2) for low in (0, 0x7FF)),
        *(("konami", 0x4000 + 0x2000 * n + low, n) for n in (1, 2, 3) for low in (0, 0x1FFF)),
        *(("konami-scc", 0x5000 + 0x2000 * n + low, n) for n in range(4) for low in (0, 0x7FF)),
        *(("generic8", 0x4000 + 0x2000 * n + low, n) for n in range(4) for low in (0, 0x1FFF)),
        *(("generic16", 0x4000 + 0x4000 * n + low, 2 * n) for n in range(2) for low in (0, 0x3FFF)),
    ],
)
def test_register_switches_its_bank_and_no_other(mapper: str, address: int, page: int) -> None:
    bus, _ = plugged(mapper)
    expected = layout(bus)

    bus.poke(address, 5)

    unit = UNIT.get(mapper, 1)
    expected[page : page + unit] = range(5 * unit, 5 * unit + unit)
    assert layout(bus) == expected


@pytest.mark.parametrize(
    ("mapper", "addresses"),
    [
        ("ascii8", [0x4000, 0x5FFF, 0x8000, 0xBFFF]),
        ("ascii16", [0x5FFF, 0x6800, 0x7800, 0x8000]),
        ("konami", [0x4000, 0x5FFF, 0xC000]),
        ("konami-scc", [0x4FFF, 0x5800, 0x6800, 0x8FFF, 0xA000, 0xB800]),
        ("generic8", [0x3FFF, 0xC000]),
        ("generic16", [0x3FFF, 0xC000]),
    ],
)
def test_a_write_beside_the_registers_changes_nothing(mapper: str, addresses: list[int]) -> None:
    bus, _ = plugged(mapper)
    before = layout(bus)

    for address in addresses:
        bus.poke(address, 5)

    assert layout(bus) == before


@pytest.mark.parametrize("mapper", ["ascii8", "konami", "konami-scc", "generic8"])
@given(bank=st.integers(0, 255), kilobytes=st.sampled_from([128, 136, 256, 1000]))
def test_bank_numbers_wrap_at_a_power_of_two(mapper: str, bank: int, kilobytes: int) -> None:
    bus, _ = plugged(mapper, kilobytes)
    register = {"ascii8": 0x7800, "konami": 0xA000, "konami-scc": 0xB000, "generic8": 0xA000}

    bus.poke(register[mapper], bank)

    count = 1 << (kilobytes // 8 - 1).bit_length()
    shown = bank % count
    assert bus.peek(0xA100) == (shown if shown < kilobytes // 8 else 0xFF)


@pytest.mark.parametrize("mapper", SWITCHING)
def test_outside_4000h_to_bfffh_nothing_answers(mapper: str) -> None:
    bus, _ = plugged(mapper)

    assert {bus.peek(address) for address in (0, 0x3FFF, 0xC000, 0xFFFF)} == {0xFF}


@pytest.mark.parametrize(
    ("mapper", "register", "size"),
    [
        ("ascii8-sram", 0x7000, 0x2000),
        ("ascii8-sram2", 0x7000, 0x800),
        ("ascii16-sram", 0x7000, 0x2000),
        ("ascii16-sram2", 0x7000, 0x800),
    ],
)
def test_sram_takes_writes_at_8000h_and_repeats(mapper: str, register: int, size: int) -> None:
    bus, cartridge = plugged(mapper)

    bus.poke(register, 0x10)
    bus.poke(0x8123, 0x5A)
    bus.poke(0x8000 + size - 1, 0xA5)

    assert bus.peek(0x8123) == cartridge.read_memory(0x8123, 0) == 0x5A
    assert bus.peek(0x8000 + size - 1) == 0xA5
    if size < 0x2000:
        assert bus.peek(0x8123 + size) == 0x5A
    cartridge.reset(0)
    assert bus.peek(0x8123) == 0
    bus.poke(register, 0x10)
    assert bus.peek(0x8123) == 0x5A


@pytest.mark.parametrize("mapper", ["ascii8-sram", "ascii16-sram"])
def test_sram_seen_at_4000h_is_read_only(mapper: str) -> None:
    bus, _ = plugged(mapper)
    bus.poke(0x7000, 0x10)
    bus.poke(0x8000, 0x77)
    bus.poke(0x6000, 0x10)

    bus.poke(0x4000, 0x33)

    assert bus.peek(0x4000) == 0x77


WRITES = st.lists(st.tuples(st.integers(0x4000, 0xBFFF), st.integers(0, 255)), max_size=30)


@pytest.mark.parametrize("mapper", SWITCHING)
@settings(max_examples=15)
@given(writes=WRITES)
def test_restored_cartridge_looks_the_same(mapper: str, writes: list[tuple[int, int]]) -> None:
    bus, cartridge = plugged(mapper)
    other_bus, other = plugged(mapper)
    for address, value in writes:
        bus.poke(address, value)

    state.restore(other.state, state.capture(cartridge.state), "cart1")
    other.attach()
    other_bus.repoint()

    seen = [bus.peek(address) for address in range(0x4000, 0xC000, 0x333)]
    assert [other_bus.peek(address) for address in range(0x4000, 0xC000, 0x333)] == seen


@pytest.mark.parametrize("mapper", SWITCHING)
def test_battery_carries_the_sram_into_another_machine(mapper: str) -> None:
    bus, cartridge = plugged(mapper)
    other_bus, other = plugged(mapper)
    bus.poke(0x7000, 0x10)
    bus.poke(0x8123, 0x5A)

    kept = cartridge.battery
    if kept:
        other.battery = kept
    other_bus.poke(0x7000, 0x10)

    sizes = {"ascii8-sram": 0x2000, "ascii16-sram": 0x2000}
    sizes |= {"ascii8-sram2": 0x800, "ascii16-sram2": 0x800}
    assert len(kept) == sizes.get(mapper, 0)
    assert not kept or other_bus.peek(0x8123) == 0x5A
