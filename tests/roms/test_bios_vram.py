"""Video memory and registers through the main ROM."""

import pytest

from tests.support.bios import Bios, started
from tests.support.guest_calls import WORK


@pytest.fixture(params=["eb1", "eb2"])
def bios(request: pytest.FixtureRequest) -> Bios:
    """Either board, started, in SCREEN 1."""
    started_bios = started(request.param)
    started_bios.screen(1)
    return started_bios


def test_wrtvrm_and_rdvrm_reach_all_16_kilobytes(bios: Bios) -> None:
    for address in (0x0000, 0x1234, 0x3FFF):
        bios.call("WRTVRM", hl=address, a=address & 0xFF ^ 0x5A)

        assert bios.call("RDVRM", hl=address).a == address & 0xFF ^ 0x5A


def test_addresses_beyond_14_bits_wrap_in_the_old_modes(bios: Bios) -> None:
    bios.call("WRTVRM", hl=0x4123, a=0x77)

    assert bios.vm.vram(0x0123, 1) == b"\x77"


@pytest.mark.parametrize(("screen", "whole"), [(0, 8), (1, 8), (2, 8), (3, 8), (4, 0)])
def test_whole_addresses_in_screen_4_and_where_mode_wants_them(screen: int, whole: int) -> None:
    bios = started("eb2")
    bios.screen(screen)
    bios.set(MODE=bios.byte("MODE") | whole)
    tables = bios.vm.vram(0, 0x4000)
    bios.vm.write(0xC400, b"data")

    bios.call("LDIRVM", hl=0xC400, de=0x9000, bc=4)
    bios.call("FILVRM", hl=0x5000, bc=3, a=0x42)
    assert bios.call("WRTVRM", hl=0xF000, a=0x17).a == 0x17
    bios.call("LDIRMV", hl=0x9000, de=0xC600, bc=4)

    assert bios.vm.vram(0x9000, 4) == bios.vm.read(0xC600, 4) == b"data"
    assert bios.vm.vram(0x5000, 3) == b"BBB"
    assert bios.call("RDVRM", hl=0xF000).a == 0x17
    assert bios.vm.vram(0, 0x4000) == tables


def test_points_are_plotted_after_an_access_to_the_upper_vram() -> None:
    bios = started("eb2")
    bios.screen(4)
    bios.call("WRTVRM", hl=0xF000, a=0x17)

    bios.run(" ld a,15\n call SETATR\n ld bc,8\n ld de,0\n call MAPXYC\n call SETC\n ret")

    assert bios.vm.vram(8, 1) == b"\x80"


def test_filvrm_fills_exactly_its_length(bios: Bios) -> None:
    bios.call("FILVRM", hl=0x1800, bc=0x300, a=0x20)
    bios.call("FILVRM", hl=0x1810, bc=300, a=0x41)

    assert bios.vm.vram(0x180F, 302) == b" " + b"A" * 300 + b" "


def test_ldirvm_and_ldirmv_copy_blocks(bios: Bios) -> None:
    data = bytes(range(256)) + b"end"
    bios.vm.write(0xC400, data)

    bios.call("LDIRVM", hl=0xC400, de=0x2100, bc=len(data))
    bios.call("LDIRMV", hl=0x2100, de=0xC600, bc=len(data))

    assert bios.vm.vram(0x2100, len(data)) == data
    assert bios.vm.read(0xC600, len(data)) == data


def test_setwrt_and_setrd_leave_the_address_in_the_chip(bios: Bios) -> None:
    bios.run(
        " ld hl,&2200\n call SETWRT\n ld a,1\n out (&98),a\n ex (sp),hl\n ex (sp),hl\n"
        " inc a\n out (&98),a\n ret"
    )
    read = bios.run(" ld hl,&2201\n call SETRD\n ex (sp),hl\n ex (sp),hl\n in a,(&98)\n ret").a

    assert bios.vm.vram(0x2200, 2) == b"\x01\x02"
    assert read == 2


def test_wrtvdp_keeps_a_copy(bios: Bios) -> None:
    bios.call("WRTVDP", bc=0x7E07)

    assert bios.byte("RG7SAV") == 0x7E


def test_disscr_and_enascr_turn_the_picture_off_and_on(bios: Bios) -> None:
    bios.call("DISSCR")
    off = bios.byte("RG1SAV")
    bios.call("ENASCR")

    assert (off & 0x40, bios.byte("RG1SAV") & 0x40) == (0, 0x40)


def test_vram_routines_leave_interrupts_on(bios: Bios) -> None:
    before = bios.word("JIFFY")

    bios.run(" di\n ld hl,&2000\n call RDVRM\n halt\n ret")

    assert bios.word("JIFFY") > before


@pytest.mark.parametrize(("mode", "bank"), [(5, 0x8000), (8, 0x10000)])
def test_rdvrm_and_wrtvrm_use_the_active_page_of_the_new_modes(mode: int, bank: int) -> None:
    bios = started("eb2")
    bios.screen(mode)
    bios.set(ACPAGE=1)

    bios.call("WRTVRM", hl=0x5678, a=0x99)

    assert bios.vm.vram(bank + 0x5678, 1) == b"\x99"
    assert bios.call("RDVRM", hl=0x5678).a == 0x99


def test_sixteen_bit_entries_reach_the_upper_vram() -> None:
    bios = started("eb2")
    bios.screen(8)
    before = bios.vm.vram(0xC210, 1)

    bios.call("NWRVRM", hl=0xC123, a=0x42)
    bios.call("BIGFIL", hl=0xC200, bc=16, a=0x24)
    bios.run(" ld hl,&C300\n call NSTWRT\n ld a,9\n out (&98),a\n ret")

    assert bios.vm.vram(0xC123, 1) == b"\x42"
    assert bios.vm.vram(0xC200, 17) == b"\x24" * 16 + before
    assert bios.call("NRDVRM", hl=0xC123).a == 0x42
    assert bios.vm.vram(0xC300, 1) == b"\x09"


def test_wrtvdp_keeps_copies_of_the_new_registers() -> None:
    bios = started("eb2")

    bios.call("WRTVDP", bc=0x0517)
    bios.call("WRTVDP", bc=0x2224)  # a command register: no copy

    assert bios.vm.peek(WORK["RG23SAV"]) == 5
    assert bios.call("RDVDP").a & 0x80 == 0
