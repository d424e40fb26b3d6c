"""The math pack's moves between DAC, ARG, registers, memory and the stack."""

import struct

import pytest

from tests.support.bios import Bios, started
from tests.support.guest_calls import WORK, Registers

DAC, ARG, HERE, THERE = WORK["DAC"], WORK["ARG"], 0xC800, 0xC820
FIELDS = {
    DAC: bytes.fromhex("4112345678901234"),
    ARG: bytes.fromhex("C2abcdef55443322"),
    HERE: bytes.fromhex("0102030405060708"),
    THERE: bytes.fromhex("F1F2F3F4F5F6F7F8"),
}


@pytest.fixture
def bios() -> Bios:
    """A started machine with known bytes in every field."""
    machine = started("eb1")
    for address, content in FIELDS.items():
        machine.vm.write(address, content)
    return machine


def work(bios: Bios, source: str, kind: int = 8) -> Registers:
    """Runs a program with VALTYP set."""
    bios.vm.poke(WORK["VALTYP"], kind)
    return bios.run(f' INCLUDE "mathpack.inc"\n ld hl,{HERE}\n ld de,{THERE}\n{source}')


@pytest.mark.parametrize(
    ("entry", "source", "target", "count"),
    [
        ("MAF", DAC, ARG, 8),
        ("MAM", HERE, ARG, 8),
        ("MOV8DH", HERE, THERE, 8),
        ("MFA", ARG, DAC, 8),
        ("MFM", HERE, DAC, 8),
        ("MMF", DAC, HERE, 8),
        ("MOV8HD", THERE, HERE, 8),
        ("MOVFM", HERE, DAC, 4),
        ("MOVMF", DAC, HERE, 4),
        ("MOVE", THERE, HERE, 4),
    ],
)
def test_moves_copy_so_many_bytes(
    bios: Bios, entry: str, source: int, target: int, count: int
) -> None:
    work(bios, f" jp {entry}")

    expected = dict(FIELDS)
    expected[target] = FIELDS[source][:count] + FIELDS[target][count:]
    assert {address: bios.vm.read(address, 8) for address in FIELDS} == expected


@pytest.mark.parametrize("kind", [2, 4, 8])
@pytest.mark.parametrize(
    ("entry", "source", "target"),
    [
        ("VMOVAM", HERE, ARG),
        ("MOVVFM", HERE, THERE),
        ("VMOVE", THERE, HERE),
        ("VMOVFA", ARG, DAC),
        ("VMOVFM", HERE, DAC),
        ("VMOVAF", DAC, ARG),
        ("VMOVMF", DAC, HERE),
    ],
)
def test_moves_by_valtyp_know_where_integers_lie(
    bios: Bios, entry: str, source: int, target: int, kind: int
) -> None:
    work(bios, f" jp {entry}", kind)

    first = 2 if source in (DAC, ARG) and kind == 2 else 0
    place = 2 if target in (DAC, ARG) and kind == 2 else 0
    expected = bytearray(FIELDS[target])
    expected[place : place + kind] = FIELDS[source][first : first + kind]
    assert bios.vm.read(target, 8) == bytes(expected)


def test_singles_pass_through_registers(bios: Bios) -> None:
    after = work(bios, " ld hl,DAC\n jp MOVRF")
    assert struct.pack("<HH", after.bc, after.de) == FIELDS[DAC][:4]

    after = work(bios, " jp MOVRMI")
    assert struct.pack("<HH", after.bc, after.de) == FIELDS[HERE][:4]
    assert after.hl == HERE + 4

    after = work(bios, " jp MOVRM")
    assert struct.pack(">HH", after.bc, after.de) == FIELDS[HERE][:4]

    work(bios, " ld bc,&3412\n ld de,&7856\n jp MOVFR")
    assert bios.vm.read(DAC, 4) == bytes.fromhex("12345678")


def test_what_is_pushed_is_popped(bios: Bios) -> None:
    work(bios, " call PHF\n call PHA\n call PPF\n call PPA\n ret")

    assert bios.vm.read(DAC, 8) == FIELDS[ARG]
    assert bios.vm.read(ARG, 8) == FIELDS[DAC]


def test_moves_of_doubles_keep_register_c(bios: Bios) -> None:
    after = work(bios, " ld bc,77\n call PHF\n call PHA\n call PPF\n call PPA\n jp MFM")

    assert after.bc & 0xFF == 77


def test_xtf_exchanges_dac_and_the_stack(bios: Bios) -> None:
    work(bios, f" call PHA\n call XTF\n pop hl\n ld ({THERE}),hl\n pop hl\n pop hl\n pop hl\n ret")

    assert bios.vm.read(DAC, 8) == FIELDS[ARG]
    assert bios.vm.read(THERE, 2) == FIELDS[DAC][:2]


def test_pushf_pushes_the_single(bios: Bios) -> None:
    after = work(bios, " call PUSHF\n pop bc\n pop de\n ret")

    assert struct.pack("<HH", after.bc, after.de) == FIELDS[DAC][:4]
    assert after.hl == HERE
