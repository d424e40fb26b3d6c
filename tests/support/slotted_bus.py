"""A bus with slots on it, and memories to put in: for tests of both."""

from collections.abc import Sequence

from machine.core.bus import Bus
from machine.devices.memories import Ram
from machine.devices.slots import Slots

HZ = 21_477_270


def slotted_bus(*, expanded: Sequence[int] = ()) -> tuple[Bus, Slots]:
    bus = Bus(HZ)
    slots = Slots("slots", bus, expanded)
    slots.attach()
    return bus, slots


def filled_ram(bus: Bus, fill: int) -> Ram:
    memory = Ram("ram", bus)
    memory.cells[:] = bytes([fill]) * 0x10000
    memory.attach()
    return memory
