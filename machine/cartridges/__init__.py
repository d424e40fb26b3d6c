"""Cartridges, by the name of their mapper. `plug` makes one from an image."""

import importlib
from typing import Any, NamedTuple

from machine.core.bus import Bus
from machine.core.device import Device, Memory
from machine.media.rom import Rom


class Kind(NamedTuple):
    """A class by module and name; bytes of battery-backed RAM; whether it has a `sound` socket."""

    module: str
    name: str
    sram: int = 0
    sounds: bool = False


KINDS = {
    "plain": Kind("machine.cartridges.plain", "Plain"),
    "ascii8": Kind("machine.cartridges.ascii", "Ascii8"),
    "ascii8-sram": Kind("machine.cartridges.ascii", "Ascii8", sram=0x2000),
    "ascii8-sram2": Kind("machine.cartridges.ascii", "Ascii8", sram=0x800),
    "ascii16": Kind("machine.cartridges.ascii", "Ascii16"),
    "ascii16-sram": Kind("machine.cartridges.ascii", "Ascii16", sram=0x2000),
    "ascii16-sram2": Kind("machine.cartridges.ascii", "Ascii16", sram=0x800),
    "konami": Kind("machine.cartridges.generic", "Konami"),
    "konami-scc": Kind("machine.cartridges.konami_scc", "KonamiScc", sounds=True),
    "generic8": Kind("machine.cartridges.generic", "Generic8"),
    "generic16": Kind("machine.cartridges.generic", "Generic16"),
}


def plug(name: str, bus: Bus, rom: Rom, mixer: Device) -> Memory:
    """The cartridge called `name` with the image `rom`; one that sounds is wired to `mixer`."""
    kind = KINDS[rom.mapper]
    make: Any = getattr(importlib.import_module(kind.module), kind.name)
    options = {"sram": kind.sram} if kind.sram else {}
    cartridge: Memory = make(name, bus, rom.base, **options)
    if kind.sounds:
        cartridge.connect("sound", mixer)
    return cartridge


def unplug(cartridge: Memory) -> None:
    """Takes the cartridge off the machine's other wires, before it leaves its slot."""
    leave: Any = getattr(cartridge, "unplug", None)
    if leave is not None:
        leave()
