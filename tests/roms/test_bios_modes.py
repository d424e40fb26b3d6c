"""Screen modes, colours and sprites through the main ROM."""

import pytest

from tests.support.bios import Bios, started

TABLES: dict[
    int, list[int | None]
] = {  # mode: registers 2-6 with the tables of the documented VRAM map
    0: [0x00, None, 0x01, None, None],
    1: [0x06, 0x80, 0x00, 0x36, 0x07],
    2: [0x06, 0xFF, 0x03, 0x36, 0x07],
    3: [0x02, None, 0x00, 0x36, 0x07],
}
MODE_BITS = {0: (0x00, 0x10), 1: (0x00, 0x00), 2: (0x02, 0x00), 3: (0x00, 0x08)}


@pytest.fixture(params=["eb1", "eb2"])
def bios(request: pytest.FixtureRequest) -> Bios:
    """Either board, started."""
    return started(request.param)


@pytest.mark.parametrize("mode", range(4))
def test_chgmod_sets_mode_bits_and_tables(bios: Bios, mode: int) -> None:
    bios.screen(mode)

    registers = bios.vm.read(0xF3DF, 8)
    assert (registers[0] & 0x0E, registers[1] & 0x18) == MODE_BITS[mode]
    assert registers[1] & 0x60 == 0x60
    for value, expected in zip(registers[2:7], TABLES[mode], strict=True):
        assert expected is None or value == expected
    assert bios.byte("SCRMOD") == mode


@pytest.mark.parametrize(
    ("entry", "mode"), [("INITXT", 0), ("INIT32", 1), ("INIGRP", 2), ("INIMLT", 3)]
)
def test_each_mode_has_its_own_entry(bios: Bios, entry: str, mode: int) -> None:
    bios.screen(3 - mode)

    bios.call(entry)

    assert bios.byte("SCRMOD") == mode
    assert bios.vm.read(0xF3DF, 2)[1] & 0x18 == MODE_BITS[mode][1]


@pytest.mark.parametrize(
    ("entry", "mode"), [("SETTXT", 0), ("SETT32", 1), ("SETGRP", 2), ("SETMLT", 3)]
)
def test_the_set_entries_leave_the_vram_alone(bios: Bios, entry: str, mode: int) -> None:
    bios.screen(1)
    before = bios.vm.vram(0x0000, 0x4000)
    bios.set(FORCLR=3, BAKCLR=6, BDRCLR=9)

    bios.call(entry)

    assert bios.vm.vram(0x0000, 0x4000) == before
    assert bios.vm.peek(0xF3E0) & 0x18 == MODE_BITS[mode][1]


@pytest.mark.parametrize(("mode", "generator"), [(0, 0x0800), (1, 0x0000)])
def test_text_modes_get_the_font(bios: Bios, mode: int, generator: int) -> None:
    bios.screen(mode)

    address = bios.vm.read(0x0004, 2)
    font = bios.vm.read(address[0] | address[1] << 8, 255 * 8)
    assert bios.vm.vram(generator, 255 * 8) == font
    assert bios.word("CGPBAS") == generator


def test_inigrp_lays_out_the_screen_as_a_bitmap(bios: Bios) -> None:
    bios.screen(2)

    assert bios.vm.vram(0x1800, 768) == bytes(range(256)) * 3
    assert bios.vm.vram(0x0000, 0x1800) == bytes(0x1800)
    assert len(set(bios.vm.vram(0x2000, 0x1800))) == 1


def test_inimlt_lays_out_blocks(bios: Bios) -> None:
    bios.screen(3)

    rows = [bios.vm.vram(0x0800 + 32 * row, 32) for row in range(24)]
    assert rows == [bytes(range(row // 4 * 32, row // 4 * 32 + 32)) for row in range(24)]


def test_chgclr_sets_the_colours(bios: Bios) -> None:
    bios.screen(1)
    bios.set(FORCLR=10, BAKCLR=1, BDRCLR=6)

    bios.call("CHGCLR", a=1)

    assert bios.vm.vram(0x2000, 32) == b"\xa1" * 32
    assert bios.byte("RG7SAV") & 0x0F == 6

    bios.screen(0)
    assert bios.byte("RG7SAV") == 0xA1


def test_cls_needs_the_zero_flag(bios: Bios) -> None:
    bios.screen(1)
    bios.print(b"hello")

    bios.call("CLS", f=0x00)
    kept = bios.rows[0]
    bios.call("CLS", f=0x40)

    assert kept.strip() == "hello"
    assert not any(bios.rows)
    assert (bios.byte("CSRX"), bios.byte("CSRY")) == (1, 1)


def test_cls_paints_graphic_screens_in_the_background(bios: Bios) -> None:
    bios.screen(2)
    bios.call("FILVRM", hl=0, bc=0x1800, a=0x55)
    bios.set(BAKCLR=7)
    bios.call("CLS", f=0x40)
    assert bios.vm.vram(0, 0x1800) == bytes(0x1800)
    assert {value & 0x0F for value in bios.vm.vram(0x2000, 0x1800)} == {7}

    bios.screen(3)
    bios.call("FILVRM", hl=0, bc=1536, a=0x55)
    bios.call("CLS", f=0x40)
    assert bios.vm.vram(0, 1536) == b"\x77" * 1536


def test_totext_goes_back_to_the_last_text_mode(bios: Bios) -> None:
    for text in (0, 1):
        bios.screen(text)
        bios.screen(2)

        bios.call("TOTEXT")

        assert bios.byte("SCRMOD") == text


def test_clrspr_hides_all_sprites(bios: Bios) -> None:
    bios.screen(1)
    bios.call("FILVRM", hl=0x1B00, bc=128, a=0x33)
    bios.call("FILVRM", hl=0x3800, bc=2048, a=0x33)
    bios.set(FORCLR=9)

    bios.call("CLRSPR")

    attributes = bios.vm.vram(0x1B00, 128)
    assert set(attributes[0::4]) == {209}
    assert list(attributes[2::4]) == list(range(32))
    assert set(attributes[3::4]) == {9}
    assert bios.vm.vram(0x3800, 2048) == bytes(2048)


def test_calpat_and_calatr_know_the_sprite_size(bios: Bios) -> None:
    bios.screen(1)

    small = bios.call("GSPSIZ"), bios.call("CALPAT", a=5).hl
    bios.call("WRTVDP", bc=0xE201)
    large = bios.call("GSPSIZ"), bios.call("CALPAT", a=5).hl

    assert (small[0].a, small[0].carry, small[1]) == (8, False, 0x3800 + 40)
    assert (large[0].a, large[0].carry, large[1]) == (32, True, 0x3800 + 160)
    assert bios.call("CALATR", a=7).hl == 0x1B00 + 28


def test_a_font_of_a_cartridge_is_taken_from_its_slot(bios: Bios) -> None:
    for offset in range(0, 2048, 256):
        bios.vm.write(0x9000 + offset, bytes([0xA0 | offset >> 8]) * 256)
    bios.set(CGPNT=0x83)
    bios.vm.write(0xF920, b"\x00\x90")

    bios.screen(1)

    assert bios.vm.vram(0, 256) == b"\xa0" * 256
    assert bios.vm.vram(0x700, 256)[:248] == b"\xa7" * 248


def test_entries_that_call_the_sub_rom_keep_the_index_registers() -> None:
    bios = started("eb2")
    program = (
        " ld ix,&1357\n ld iy,&2468\n ld a,1\n call {}\n push ix\n pop de\n push iy\n pop hl\n ret"
    )

    for entry in ("CHGMOD", "CHGCLR", "INITXT", "CLRSPR", "BEEP"):
        after = bios.run(program.format(entry))

        assert (after.de, after.hl) == (0x1357, 0x2468), entry


@pytest.mark.parametrize("mode", [4, 5, 6, 7, 8])
def test_chgmod_hands_the_new_modes_to_the_sub_rom(mode: int) -> None:
    bios = started("eb2")

    bios.screen(mode)

    assert bios.byte("SCRMOD") == mode
    assert bios.call("CHKNEW").carry == (mode >= 5)
    bios.call("TOTEXT")
    assert bios.byte("SCRMOD") == 0
