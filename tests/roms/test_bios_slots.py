"""Slot calls of the main ROM: RDSLT WRSLT CALSLT CALLF ENASLT and what they keep."""

import pytest

from tests.support.assembler import assemble
from tests.support.bios import Bios, started

RAM = 0x83  # slot 3-0 of both boards
ROUTINE = 0x4100  # in page 1, where the main ROM is visible


@pytest.fixture(params=["eb1", "eb2"])
def bios(request: pytest.FixtureRequest) -> Bios:
    """Either board, started."""
    return started(request.param)


def put(bios: Bios, slot: int, address: int, data: bytes) -> None:
    """Writes bytes into a slot by WRSLT."""
    for offset, value in enumerate(data):
        bios.call("WRSLT", a=slot, hl=address + offset, de=value)


def test_wrslt_and_rdslt_reach_hidden_ram(bios: Bios) -> None:
    for address, value in ((0x0123, 0x5A), (0x4567, 0xA5), (0x9ABC, 0x3C), (0xC900, 0x77)):
        bios.call("WRSLT", a=RAM, hl=address, de=value)

        assert bios.call("RDSLT", a=RAM, hl=address).a == value
    assert bios.vm.peek(0xC900) == 0x77


def test_rdslt_reads_the_main_rom_from_anywhere(bios: Bios) -> None:
    assert bios.call("RDSLT", a=0, hl=0x0006).a == 0x98
    assert bios.call("RDSLT", a=0, hl=0x0007).a == 0x98


def test_rdslt_leaves_the_slots_as_they_were(bios: Bios) -> None:
    before = bios.call("RSLREG").a, bios.vm.read(0xFCC5, 4), bios.vm.peek(0xFFFF)

    bios.call("RDSLT", a=0x87, hl=0x0000)
    bios.call("RDSLT", a=0x8F, hl=0x8000)
    bios.call("RDSLT", a=1, hl=0x4000)

    assert (bios.call("RSLREG").a, bios.vm.read(0xFCC5, 4), bios.vm.peek(0xFFFF)) == before


def test_exptbl_says_that_slot_3_is_expanded(bios: Bios) -> None:
    assert bios.vm.read(0xFCC1, 4) == bytes([0, 0, 0, 0x80])


def test_calslt_passes_registers_both_ways(bios: Bios) -> None:
    code = assemble(" inc a\n inc bc\n inc de\n inc hl\n scf\n ret", ROUTINE)
    put(bios, RAM, ROUTINE, code)

    after = bios.call("CALSLT", ix=ROUTINE, iy=RAM << 8, a=0x11, bc=0x2233, de=0x4455, hl=0x66FF)

    assert (after.a, after.bc, after.de, after.hl, after.carry) == (
        0x12,
        0x2234,
        0x4456,
        0x6700,
        True,
    )


def test_callf_takes_slot_and_address_from_the_code(bios: Bios) -> None:
    put(bios, RAM, ROUTINE, assemble(" add a,5\n ret", ROUTINE))

    assert bios.run(f" ld a,7\n rst &30\n db {RAM}\n dw {ROUTINE}\n inc a\n ret").a == 13


def test_calslt_nests(bios: Bios) -> None:
    put(bios, RAM, ROUTINE, assemble(f" rst &30\n db {RAM}\n dw &8800\n add a,a\n ret", ROUTINE))
    bios.vm.write(0x8800, assemble(" add a,1\n ret", 0x8800))

    assert bios.call("CALSLT", ix=ROUTINE, iy=RAM << 8, a=4).a == 10


def test_enaslt_makes_a_slot_visible_until_the_next_call(bios: Bios) -> None:
    put(bios, RAM, ROUTINE, b"\x42")

    bios.call("ENASLT", a=RAM, hl=0x4000)
    seen = bios.vm.peek(ROUTINE)
    bios.call("ENASLT", a=0, hl=0x4000)

    assert seen == 0x42
    assert bios.vm.peek(ROUTINE) != 0x42


def test_slttbl_follows_the_secondary_slot_register(bios: Bios) -> None:
    bios.call("ENASLT", a=0x87, hl=0x4000)

    assert bios.vm.peek(0xFFFF) ^ 0xFF == bios.vm.peek(0xFCC8)
    assert bios.vm.peek(0xFCC8) >> 2 & 3 == 1


def test_wslreg_and_rslreg_are_the_primary_slot_register(bios: Bios) -> None:
    value = bios.call("RSLREG").a

    bios.call("WSLREG", a=value | 0x0C)

    assert bios.call("RSLREG").a == value | 0x0C


def test_dcompr_compares_hl_with_de(bios: Bios) -> None:
    less = bios.call("DCOMPR", hl=0x1234, de=0x1235)
    equal = bios.call("DCOMPR", hl=0x1234, de=0x1234)
    more = bios.call("DCOMPR", hl=0x1300, de=0x12FF)

    assert (less.carry, less.zero) == (True, False)
    assert (equal.carry, equal.zero) == (False, True)
    assert (more.carry, more.zero) == (False, False)


def test_extrom_and_subrom_call_the_sub_rom() -> None:
    bios = started("eb2")

    size = bios.run(" ld ix,S.GSPSIZ\n call EXTROM\n ret").a
    kept = bios.run(
        " call here\n push ix\n pop hl\n ret\n"
        "here: ld ix,&1234\n push ix\n ld ix,S.GSPSIZ\n jp SUBROM"
    ).hl

    assert size == 8
    assert kept == 0x1234


def test_chkslz_finds_the_sub_rom_again() -> None:
    bios = started("eb2")
    bios.set(EXBRSA=0)

    bios.call("CHKSLZ")

    assert bios.byte("EXBRSA") == 0x87
