"""Puts the kernel of level 2 into a guest that has started a program of level 1 (tests/support/dos_guest.py)."""

from functools import cache
from pathlib import Path

from machine.api import Session
from roms import build

SOURCE = Path(__file__).with_name("dos_level2.asm")
SEGMENT = 4  # of the memory mapper: the first one that no page shows
BDOS = 0xF37D


@cache
def assembled() -> tuple[bytes, bytes, dict[str, int]]:
    """What lies in page 3, what lies in the kernel's segment, and all symbols."""
    code, symbols = build.assemble(SOURCE)
    size = symbols["resident.end"] - symbols["DISK.MEM"]
    return code[:size], code[size:], symbols


def install(vm: Session) -> None:
    """Brings level 2 in: the resident part, the segment, and the way to them behind F37Dh."""
    resident, kernel, symbols = assembled()
    ram = vm.machine.devices["ram"].cells
    ram[SEGMENT * 0x4000 : SEGMENT * 0x4000 + len(kernel)] = kernel
    vm.write(symbols["DISK.MEM"], resident)
    vm.write(symbols["l2.bdos"] + 1, bytes(vm.read(BDOS + 1, 2)))
    vm.poke(symbols["l2.segment"], SEGMENT)
    vm.write(BDOS + 1, symbols["l2.entry"].to_bytes(2, "little"))
