"""The math pack's entries, called by code of a cartridge in page 1: the same results as with BASIC there."""

import struct
from functools import cache

import pytest

from machine.api import Session
from machine.machine import Capture
from machine.media.rom import Rom
from tests.support.bios import Bios
from tests.support.guest_calls import WORK, equates, prompt_shown

ENTRIES = equates("mathpack.inc")
FIRST, LAST = 0x268C, 0x383F
DOUBLE, SINGLE, INTEGER = 8, 4, 2
TRAP = b"\xf3\x76"  # DI, HALT
CALLS, IN_RAM, TEXT, TARGET, SEEN = 0x4010, 0xC7F0, 0xC800, 0xC840, 0xC880
VALUES = {
    DOUBLE: (bytes.fromhex("4125000000000000"), bytes.fromhex("4172500000000000")),
    SINGLE: (bytes.fromhex("4125000000000000"), bytes.fromhex("4172500000000000")),
    INTEGER: (struct.pack("<xxhxxxx", 1234), struct.pack("<xxhxxxx", -56)),
}
INTEGERS = {"ICOMP", "UMULT", "ISUB", "IADD", "IMULT", "IDIV", "IMOD", "INTEXP"}
SINGLES = {"FCOMP", "SGNEXP", "PUSHF", "MOVFM", "MOVFR", "MOVRF", "MOVRMI", "MOVRM", "MOVMF"}
STACK = {"XTF", "PHA", "PHF", "PPA", "PPF", "PUSHF"}  # they work on it
# DE, HL: two integers, or addresses in page 3
PROGRAM = """
        ld a,{slot}
        ld h,&40
        call ENASLT
        ei
        ld a,0
        ld bc,&4125
        ld de,{de}
        ld hl,{hl}
        or a
        call {call}
        push af
        ld ({seen}+2),bc
        ld ({seen}+4),de
        ld ({seen}+6),hl
        pop hl
        ld ({seen}),hl
        in a,(&A8)
        ld ({seen}+8),a
        ld a,0
        ld h,&40
        jp ENASLT
"""


def names() -> list[str]:
    """The entries that can be called by themselves."""
    return [name for name, at in ENTRIES.items() if FIRST <= at <= LAST and name not in STACK]


def calls(name: str) -> bytes:
    """Code that calls an entry."""
    return struct.pack("<BHB", 0xCD, ENTRIES[name], 0xC9)


@cache
def booted(board: str) -> tuple[Session, Capture]:
    """A machine with a cartridge that calls each entry and is a trap everywhere else."""
    image = TRAP * (CALLS - 0x4000 >> 1) + b"".join(map(calls, names()))
    vm = Session(board)
    vm.insert("cart1", Rom(image.ljust(0x4000, TRAP[1:]), mapper="plain"))
    vm.machine.reset()
    assert vm.run(until=prompt_shown, limit=10)
    return vm, vm.capture()


def outcome(board: str, name: str, call: int, slot: int) -> tuple[bytes, ...]:
    """Registers, slots, DAC, ARG, type and text after an entry."""
    vm, capture = booted(board)
    vm.restore(capture)
    bios = Bios(vm)
    kind = INTEGER if name in INTEGERS else SINGLE if name in SINGLES else DOUBLE
    for field, value in zip(("DAC", "ARG"), VALUES[kind], strict=True):
        vm.write(WORK[field], value)
    bios.set(VALTYP=kind)
    vm.write(IN_RAM, calls(name))
    vm.write(TEXT, b"-31.4159265358979E5,\0")
    de, hl = (1234, 0xFFC8) if kind == INTEGER else (TARGET, TEXT)
    bios.run(PROGRAM.format(slot=slot, de=de, hl=hl, call=call, seen=SEEN))
    fields = [(SEEN, 8), (WORK["DAC"], 16), (WORK["ARG"], 16), (WORK["VALTYP"], 1)]
    fields += [(WORK["FBUFFR"], 40), (TARGET, 16)]
    assert vm.peek(SEEN + 8) & 12 == slot << 2  # page 1 is as it was
    return tuple(vm.read(address, count) for address, count in fields)


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize("name", names())
def test_an_entry_called_by_a_cartridge_gives_the_same(board: str, name: str) -> None:
    expected = outcome(board, name, IN_RAM, slot=0)

    assert outcome(board, name, CALLS + 4 * names().index(name), slot=1) == expected
