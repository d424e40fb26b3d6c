"""Sub-ROM: screen modes, registers, tables, colours, sprites."""

import pytest

from tests.support.assembler import assemble
from tests.support.guest_calls import WORK
from tests.support.subrom import SubRom, started

# MSX2 Technical Handbook, appendix 5: start of names, patterns, sprite attributes, sprite patterns
TABLES = {
    1: (0x1800, 0x0000, 0x1B00, 0x3800),
    2: (0x1800, 0x0000, 0x1B00, 0x3800),
    3: (0x0800, 0x0000, 0x1B00, 0x3800),
    4: (0x1800, 0x0000, 0x1E00, 0x3800),
    5: (0x0000, 0x0000, 0x7600, 0x7800),
    6: (0x0000, 0x0000, 0x7600, 0x7800),
    7: (0x0000, 0x0000, 0xFA00, 0xF000),
    8: (0x0000, 0x0000, 0xFA00, 0xF000),
}
# R0 bits M5-M3, R1 bits M1-M2, R2 and the sprite registers R5, R11, R6
REGISTERS = {
    1: (0x00, 0x00, 0x06, 0x36, 0, 0x07),
    2: (0x02, 0x00, 0x06, 0x36, 0, 0x07),
    3: (0x00, 0x08, 0x02, 0x36, 0, 0x07),
    4: (0x04, 0x00, 0x06, 0x3F, 0, 0x07),
    5: (0x06, 0x00, 0x1F, 0xEF, 0, 0x0F),
    6: (0x08, 0x00, 0x1F, 0xEF, 0, 0x0F),
    7: (0x0A, 0x00, 0x1F, 0xF7, 1, 0x1E),
    8: (0x0E, 0x00, 0x1F, 0xF7, 1, 0x1E),
}
PALETTE = "000 000 161 373 117 237 511 267 711 733 661 664 141 625 555 777"  # red, green, blue
PALETTES = {1: 0x2020, 2: 0x1B80, 3: 0x2020, 4: 0x1B80, 5: 0x7680, 6: 0x7680, 7: 0xFA80, 8: 0xFA80}


@pytest.fixture
def sub() -> SubRom:
    return started()


def packed_palette() -> bytes:
    colours = [tuple(map(int, colour)) for colour in PALETTE.split()]
    return bytes(byte for red, green, blue in colours for byte in (red << 4 | blue, green))


@pytest.mark.parametrize("mode", range(1, 9))
def test_a_mode_has_the_documented_tables(sub: SubRom, mode: int) -> None:
    sub.mode(mode)

    names = ("NAMBAS", "CGPBAS", "ATRBAS", "PATBAS")
    assert sub.byte("SCRMOD") == mode
    assert tuple(sub.word(name) for name in names) == TABLES[mode]


@pytest.mark.parametrize("mode", range(1, 9))
def test_a_mode_sets_the_registers_of_its_tables(sub: SubRom, mode: int) -> None:
    sub.mode(mode)

    r0, r1 = sub.byte("RG0SAV") & 0x0E, sub.byte("RG1SAV") & 0x18
    rest = [sub.byte(name) for name in ("RG2SAV", "RG5SAV", "RG11SAV", "RG6SAV")]
    assert (r0, r1, *rest) == REGISTERS[mode]
    assert sub.byte("RG1SAV") & 0x60 == 0x60  # shown, with interrupts
    assert bool(sub.byte("RG09SAV") & 0x80) == (mode >= 5)


@pytest.mark.parametrize(
    ("width", "r0", "r2", "r4", "patterns"),
    [(40, 0x00, 0x00, 0x01, 0x0800), (80, 0x04, 0x03, 0x02, 0x1000)],
)
def test_screen_0_follows_its_width(
    sub: SubRom, width: int, r0: int, r2: int, r4: int, patterns: int
) -> None:
    sub.set(LINL40=width)
    sub.call("INITXT")

    registers = [sub.byte(f"RG{number}SAV") for number in (0, 2, 4)]
    assert registers == [r0, r2, r4]
    assert sub.byte("LINLEN") == width
    assert sub.vm.vram(patterns + 8 * ord("A"), 8) == bytes.fromhex("20508888F8888800")
    assert sub.vm.vram(0, 24 * width) == b" " * 24 * width


@pytest.mark.parametrize("mode", [9, 255])
def test_an_unknown_mode_changes_nothing(sub: SubRom, mode: int) -> None:
    sub.mode(5)
    sub.call("CHGMOD", a=mode)

    assert sub.byte("SCRMOD") == 5


@pytest.mark.parametrize("mode", [5, 6, 7, 8])
def test_a_bit_mapped_mode_starts_in_the_background_colour(sub: SubRom, mode: int) -> None:
    sub.set(BAKCLR=1)
    sub.mode(mode)

    fill = {5: 0x11, 6: 0x55, 7: 0x11, 8: 0x01}[mode]
    row = 128 if mode < 7 else 256
    assert sub.vm.vram(0, 212 * row) == bytes([fill]) * 212 * row


@pytest.mark.parametrize("mode", [2, 4])
def test_a_pattern_picture_starts_empty_with_names_in_order(sub: SubRom, mode: int) -> None:
    sub.mode(mode)

    assert sub.vm.vram(0x1800, 0x300) == bytes(range(256)) * 3
    assert sub.vm.vram(0, 0x1800) == bytes(0x1800)
    assert sub.vm.vram(0x2000, 0x1800) == bytes([4]) * 0x1800


def test_screen_3_repeats_each_row_of_names_four_times(sub: SubRom) -> None:
    sub.mode(3)

    rows = [bytes(range(group * 32, group * 32 + 32)) for group in range(6) for _ in range(4)]
    assert sub.vm.vram(0x0800, 768) == b"".join(rows)


@pytest.mark.parametrize("mode", range(1, 9))
def test_sprites_start_below_the_picture_with_their_own_patterns(sub: SubRom, mode: int) -> None:
    sub.vm.poke(WORK["RG1SAV"], sub.byte("RG1SAV") | 2)
    sub.mode(mode)

    attributes = sub.vm.vram(TABLES[mode][2], 128)
    line = 209 if mode < 4 else 217
    assert list(attributes[0::4]) == [line] * 32
    assert list(attributes[2::4]) == [4 * plane for plane in range(32)]
    assert list(attributes[3::4]) == [15] * 32
    if mode >= 4:
        assert sub.vm.vram(TABLES[mode][2] - 512, 512) == bytes([15]) * 512


@pytest.mark.parametrize("mode", range(1, 9))
def test_patterns_of_sprites_stay_until_clrspr_empties_them(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    sub.vm.video.write_vram(TABLES[mode][3], b"\x55" * 2048)
    sub.mode(mode)
    assert sub.vm.vram(TABLES[mode][3], 2048) == b"\x55" * 2048
    sub.call("CLRSPR")
    assert sub.vm.vram(TABLES[mode][3], 2048) == bytes(2048)


def test_sprites_are_cleared_in_page_0_whatever_page_is_active(sub: SubRom) -> None:
    sub.mode(5)
    sub.set(ACPAGE=1)
    sub.vm.video.write_vram(0x8000 + 0x7600, b"\x55" * 128)
    sub.call("CLRSPR")

    assert sub.vm.vram(0x7600, 1) == b"\xd9"
    assert sub.vm.vram(0x8000 + 0x7600, 128) == b"\x55" * 128


def test_sprite_addresses_follow_the_sprite_size(sub: SubRom) -> None:
    sub.mode(5)
    small = (sub.call("GSPSIZ"), sub.call("CALPAT", a=3).hl, sub.call("CALATR", a=3).hl)
    sub.vm.poke(WORK["RG1SAV"], sub.byte("RG1SAV") | 2)
    large = (sub.call("GSPSIZ"), sub.call("CALPAT", a=3).hl, sub.call("CALATR", a=3).hl)

    assert (small[0].a, small[0].carry, *small[1:]) == (8, False, 0x7818, 0x760C)
    assert (large[0].a, large[0].carry, *large[1:]) == (32, True, 0x7860, 0x760C)


@pytest.mark.parametrize("mode", range(1, 9))
def test_chgmdp_gives_the_palette_its_start_values_in_vram(sub: SubRom, mode: int) -> None:
    sub.mode(mode)

    assert sub.vm.vram(PALETTES[mode], 32) == packed_palette()


def test_setplt_changes_the_colour_on_the_screen_and_in_vram(sub: SubRom) -> None:
    sub.set(BAKCLR=9)
    sub.mode(5)
    sub.call("SETPLT", a=0x52, de=9 << 8 | 7)  # red 5, blue 2, green 7
    sub.vm.run(frames=3)

    colour = sub.call("GETPLT", a=9)
    assert (colour.bc >> 8, colour.bc & 0xFF) == (0x52, 7)
    assert tuple(sub.vm.frame()[120, 160]) == (0xB6, 0xFF, 0x48)


def test_rstplt_takes_the_palette_from_vram(sub: SubRom) -> None:
    sub.set(BAKCLR=9)
    sub.mode(5)
    sub.vm.video.write_vram(0x7680 + 18, bytes([0x70, 0x00]))
    sub.call("RSTPLT")
    sub.vm.run(frames=3)

    assert tuple(sub.vm.frame()[120, 160]) == (0xFF, 0, 0)


def test_iniplt_undoes_every_change(sub: SubRom) -> None:
    sub.mode(5)
    for colour in range(16):
        sub.call("SETPLT", a=0x33, de=colour << 8 | 3)
    sub.call("INIPLT")

    assert sub.vm.vram(0x7680, 32) == packed_palette()


@pytest.mark.parametrize(
    ("mode", "border", "expected"),
    [
        (0, 7, 0xF4),
        (1, 7, 0x07),
        (2, 7, 0x07),
        (5, 7, 0x07),
        (6, 2, 0x0A),
        (6, 0x1B, 0x0B),
        (8, 0xE3, 0xE3),
    ],
)
def test_chgclr_writes_register_7(sub: SubRom, mode: int, border: int, expected: int) -> None:
    sub.mode(mode)
    sub.set(BDRCLR=border)
    sub.call("CHGCLR", a=mode)

    assert sub.byte("RG7SAV") == expected


def test_chgclr_recolours_the_characters_of_screen_1(sub: SubRom) -> None:
    sub.mode(1)
    sub.set(FORCLR=3, BAKCLR=12)
    sub.call("CHGCLR", a=1)

    assert sub.vm.vram(0x2000, 32) == bytes([0x3C]) * 32


def test_wrtvdp_notes_registers_up_to_23(sub: SubRom) -> None:
    sub.mode(5)
    before = sub.vm.read(WORK["RG08SAV"], 16)
    sub.call("WRTVDP", bc=0x2A17)
    after = sub.vm.read(WORK["RG08SAV"], 16)
    sub.call("WRTVDP", bc=0x5524)  # R36 has no place in the work area

    assert after == before[:15] + b"\x2a"
    assert sub.vm.read(WORK["RG08SAV"], 16) == after


def test_vdpsta_reads_a_status_register(sub: SubRom) -> None:
    assert sub.call("VDPSTA", a=1).a & 0x3E == 0  # the V9938's identity
    assert sub.call("VDPSTA", a=4).a & 0xFE == 0xFE  # fixed bits


@pytest.mark.parametrize(
    ("mode", "page", "place"), [(5, 3, 0x18000), (6, 2, 0x10000), (8, 1, 0x10000)]
)
def test_vram_is_counted_from_the_active_page(
    sub: SubRom, mode: int, page: int, place: int
) -> None:
    sub.mode(mode)
    sub.set(ACPAGE=page)
    sub.call("WRTVRM", hl=0x6789, a=0xA5)

    assert sub.vm.vram(place + 0x6789, 1) == b"\xa5"
    assert sub.call("RDVRM", hl=0x6789).a == 0xA5


@pytest.mark.parametrize(("mode", "page", "register"), [(5, 3, 0x7F), (7, 1, 0x3F), (2, 1, 0x06)])
def test_setpag_shows_a_page(sub: SubRom, mode: int, page: int, register: int) -> None:
    sub.mode(mode)
    sub.set(DPPAGE=page)
    sub.call("SETPAG")

    assert sub.byte("RG2SAV") == register


def test_the_set_entries_leave_vram_and_mode_alone(sub: SubRom) -> None:
    sub.mode(5)
    sub.vm.video.write_vram(0, b"\x12" * 256)
    sub.call("SETGRP")

    assert sub.byte("SCRMOD") == 5
    assert sub.vm.vram(0, 256) == b"\x12" * 256
    assert (sub.byte("RG0SAV"), sub.byte("RG3SAV"), sub.byte("RG4SAV")) == (0x02, 0xFF, 0x03)


@pytest.mark.parametrize("mode", range(9))
def test_a_new_mode_leaves_the_first_16_kb_to_plain_addresses(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    program = (
        "        di\n        ld a,&34\n        out (&99),a\n        ld a,&52\n        out (&99),a"
    )
    program += "\n        ld a,&A5\n        out (&98),a\nstop:   jr stop"
    sub.vm.write(0xB000, assemble(program, 0xB000))
    sub.vm.cpu.pc = 0xB000
    sub.vm.run(frames=1)

    assert sub.vm.vram(0x1234, 1) == b"\xa5"
