"""The character set: drawing, order and shape of font.txt, and the generated font.asm."""

import pytest

from machine.api import Session
from roms.bios.font import RESULT, ROWS, SOURCE, assembly, read_font
from roms.build import ROMS

PATTERNS, NAMES = read_font(SOURCE.read_text(encoding="utf-8"))


def glyph(character: str) -> bytes:
    code = NAMES.index(character)
    return PATTERNS[code * ROWS : code * ROWS + ROWS]


def flipped(pattern: bytes) -> bytes:
    return bytes(int(f"{row:08b}"[::-1], 2) for row in pattern)


def inverted(pattern: bytes) -> bytes:
    return bytes(row ^ 0xFF for row in pattern)


def test_ascii_stands_at_its_own_codes() -> None:
    assert NAMES[0x21:0x7F] == [chr(code) for code in range(0x21, 0x7F)]


def test_the_accented_letters_follow_the_international_chart() -> None:
    chart = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»"

    assert "".join(NAMES[0x80:0xB0]) == chart


def test_every_character_but_the_blanks_has_its_own_drawing() -> None:
    drawings = [PATTERNS[code * ROWS : code * ROWS + ROWS] for code in range(256)]
    blanks = [code for code in range(256) if not any(drawings[code])]
    twins = {tuple(drawings[code]) for code in range(256) if code not in blanks}

    assert blanks == [0x00, 0x20, 0x7F]
    # DBh and FFh, block and cursor, are the same full cell
    assert len(twins) == 256 - len(blanks) - 1


def test_letters_digits_and_signs_keep_to_the_six_columns_of_screen_0() -> None:
    wide = set(range(0x20)) | set(range(0xC0, 0xD8)) | {0xDB, 0xDC, 0xDE, 0xDF, 0xFF}
    cut = [
        code
        for code in set(range(256)) - wide
        if any(row & 0x03 for row in PATTERNS[code * ROWS : code * ROWS + ROWS])
    ]

    assert cut == []


def test_letters_leave_a_gap_to_their_right_neighbour() -> None:
    touching = [chr(c) for c in range(0x21, 0x7F) if any(r & 0x04 for r in glyph(chr(c)))]

    assert touching == ["_"]


def test_mirrored_blocks_are_mirror_images() -> None:
    assert glyph("▌") == flipped(glyph("▐")) == inverted(glyph("▐"))
    assert glyph("▀") == glyph("▄")[::-1]
    assert glyph("🭬") == flipped(glyph("🭮"))
    assert glyph("🭭") == glyph("🭯")[::-1]
    assert glyph("╱") == flipped(glyph("╲"))
    assert glyph("◘") == inverted(glyph("•"))


def test_box_lines_join_across_cells() -> None:
    assert [row & 0x01 for row in glyph("─")] == [row >> 7 for row in glyph("─")]
    for upper, lower in (("│", "│"), ("┌", "└"), ("┐", "┘"), ("┬", "┴"), ("┼", "┼")):
        assert glyph(upper)[7] == glyph(lower)[0] != 0


def test_the_assembly_file_is_up_to_date() -> None:
    assert RESULT.read_text(encoding="utf-8") == assembly(PATTERNS, NAMES)


def test_a_block_out_of_order_is_told_by_its_heading() -> None:
    text = SOURCE.read_text(encoding="utf-8").replace("= 08 ", "= 18 ")

    with pytest.raises(ValueError, match=r"'= 18 .*out of order"):
        read_font(text)


def test_a_row_of_seven_dots_is_told() -> None:
    text = SOURCE.read_text(encoding="utf-8").replace("........ ..####..", "....... ..####..", 1)

    with pytest.raises(ValueError, match="8 cells of 8 dots"):
        read_font(text)


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_the_font_is_where_programs_read_it_and_0004h_points(board: str) -> None:
    rom = (ROMS / "bin" / f"{board}_main.rom").read_bytes()

    assert int.from_bytes(rom[4:6], "little") == 0x1BBF
    assert rom[0x1BBF:0x23BF] == PATTERNS


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_a_started_machine_shows_the_font_of_1bbfh(board: str) -> None:
    vm = Session(board)
    vm.run(seconds=3)

    assert vm.read(0x1BBF, 0x800) == PATTERNS
    assert vm.peek(0xF920) | vm.peek(0xF921) << 8 == 0x1BBF  # CGPNT + 1
    assert vm.vram(0x0800, 0x800) == PATTERNS
