"""CHPUT: characters, control codes, escape sequences; and what goes with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.bios import Bios, started


@pytest.fixture(params=[("eb1", 0, 40), ("eb1", 1, 32), ("eb2", 0, 40), ("eb2", 0, 80)])
def bios(request: pytest.FixtureRequest) -> Bios:
    """A board with a cleared text screen of a width."""
    board, mode, width = request.param
    made = started(board)
    made.set(**{"LINL32" if mode else "LINL40": width})
    made.screen(mode)
    return made


def cursor(bios: Bios) -> tuple[int, int]:
    """Column and row of the cursor, from 1."""
    return bios.byte("CSRX"), bios.byte("CSRY")


def fill(bios: Bios) -> list[str]:
    """Writes a different text in each of 24 rows."""
    rows = [f"row {row}" for row in range(1, 25)]
    bios.print(b"\x0c" + b"\r\n".join(row.encode() for row in rows))
    return rows


def test_text_goes_on_in_the_next_row(bios: Bios) -> None:
    width = bios.byte("LINLEN")

    bios.print(b"x" * (width + 3))

    assert bios.rows[:2] == ["x" * width, "xxx"]
    assert cursor(bios) == (4, 2)
    assert bios.vm.peek(0xFBB2) == 0
    assert bios.vm.peek(0xFBB3) != 0


def test_control_codes_move_the_cursor(bios: Bios) -> None:
    width = bios.byte("LINLEN")
    moves = [
        (b"\x1c\x1c\x1c", (4, 1)),
        (b"\x1f\x1f", (4, 3)),
        (b"\x1e", (4, 2)),
        (b"\x1d", (3, 2)),
        (b"\x08", (2, 2)),
        (b"\r", (1, 2)),
        (b"\n", (1, 3)),
        (b"\t", (9, 3)),
        (b"\x0b", (1, 1)),
        (b"\x1d", (1, 1)),
        (b"\x1e", (1, 1)),
        (b"\x1f\x1d", (width, 1)),
        (b"\x1c", (1, 2)),
    ]
    for codes, place in moves:
        bios.print(codes)

        assert cursor(bios) == place, codes


def test_line_feed_at_the_bottom_scrolls(bios: Bios) -> None:
    rows = fill(bios)

    bios.print(b"\nmore")

    assert bios.rows == [*rows[1:], " " * 6 + "more"]


def test_wrap_at_the_bottom_scrolls(bios: Bios) -> None:
    rows = fill(bios)
    width = bios.byte("LINLEN")

    bios.print(b"\r" + b"y" * width + b"z")

    assert bios.rows == [*rows[1:23], "y" * width, "z"]
    assert cursor(bios) == (2, 24)


def test_escape_sequences_move_the_cursor(bios: Bios) -> None:
    width = bios.byte("LINLEN")
    moves = [
        (b"\x1bY\x25\x2a", (11, 6)),
        (b"\x1bA", (11, 5)),
        (b"\x1bB\x1bB", (11, 7)),
        (b"\x1bC", (12, 7)),
        (b"\x1bD\x1bD", (10, 7)),
        (b"\x1bY\xff\xff", (width, 24)),
        (b"\x1bC\x1bB", (width, 24)),
        (b"\x1bH", (1, 1)),
        (b"\x1bA\x1bD", (1, 1)),
    ]
    for codes, place in moves:
        bios.print(codes)

        assert cursor(bios) == place, codes


def test_escape_sequences_erase(bios: Bios) -> None:
    rows = fill(bios)

    bios.print(b"\x1bY\x29\x22\x1bK")
    assert bios.rows == [*rows[:9], "ro", *rows[10:]]
    bios.print(b"\x1bY\x2b\x22\x1bl")
    assert bios.rows == [*rows[:9], "ro", rows[10], "", *rows[12:]]
    bios.print(b"\x1bY\x30\x22\x1bJ")
    assert bios.rows == [*rows[:9], "ro", rows[10], "", *rows[12:16], "ro", *[""] * 7]
    bios.print(b"\x1bj")
    assert not any(bios.rows)
    fill(bios)
    bios.print(b"\x1bE")
    assert not any(bios.rows)


def test_escape_sequences_insert_and_delete_lines(bios: Bios) -> None:
    rows = fill(bios)

    bios.print(b"\x1bY\x24\x23\x1bL")
    assert bios.rows == [*rows[:4], "", *rows[4:23]]
    assert cursor(bios) == (1, 5)
    bios.print(b"\x1bH\x1bM")
    assert bios.rows == [*rows[1:4], "", *rows[4:23], ""]


def test_the_function_key_line_keeps_out_of_the_text(bios: Bios) -> None:
    rows = fill(bios)

    bios.call("DSPFNK")
    shown = bios.rows[23]
    bios.print(b"\x1bY\x36\x20\nlast")

    assert shown.split()[:3] == ["color", "auto", "goto"]
    assert bios.rows == [*rows[2:24], "last", shown]
    bios.call("ERAFNK")
    assert bios.rows[23] == ""
    assert bios.byte("CNSDFG") == 0


def test_fnksb_shows_or_erases_by_cnsdfg(bios: Bios) -> None:
    bios.set(CNSDFG=255)
    bios.call("FNKSB")
    assert bios.rows[23].split()[0] == "color"

    bios.set(CNSDFG=0)
    bios.call("FNKSB")
    assert bios.rows[23] == ""


def test_the_graphic_prefix_gives_the_first_32_characters(bios: Bios) -> None:
    bios.print(b"\x01\x41\x01\x5fA")

    names = bios.word("NAMBAS")
    line = bios.vm.vram(names, 8)
    assert b"\x01\x1fA" in line


def test_cnvchr_tells_prefix_graphic_and_plain(bios: Bios) -> None:
    prefix = bios.call("CNVCHR", a=1)
    graphic = bios.call("CNVCHR", a=0x42)
    plain = bios.call("CNVCHR", a=0x42)

    assert not prefix.carry
    assert (graphic.carry, graphic.zero, graphic.a) == (True, False, 2)
    assert (plain.carry, plain.zero, plain.a) == (True, True, 0x42)


def test_the_cursor_shows_the_character_below_inverted(bios: Bios) -> None:
    bios.print(b"A\x1d\x1by5")

    names, patterns = bios.word("NAMBAS"), bios.word("CGPBAS")
    letter = bios.vm.vram(patterns + 65 * 8, 8)
    assert bios.vm.vram(patterns + 255 * 8, 8) == bytes(value ^ 255 for value in letter)
    assert 255 in bios.vm.vram(names, 4)

    bios.print(b"\x1bx5")
    assert 255 not in bios.vm.vram(names, 4)
    assert bios.rows[0] == "A"


def test_chput_notes_the_column_for_basic(bios: Bios) -> None:
    bios.print(b"abc\ndef")

    assert bios.byte("TTYPOS") == bios.byte("CSRX") - 1 == 6


def test_posit_moves_inside_the_screen(bios: Bios) -> None:
    bios.call("POSIT", hl=0x0A05)

    assert cursor(bios) == (10, 5)


def test_chput_keeps_all_registers(bios: Bios) -> None:
    after = bios.call("CHPUT", a=0x41, bc=0x1122, de=0x3344, hl=0x5566)

    assert (after.a, after.bc, after.de, after.hl) == (0x41, 0x1122, 0x3344, 0x5566)


def test_chput_writes_nothing_on_a_graphic_screen() -> None:
    bios = started("eb1")
    bios.screen(2)
    before = bios.vm.vram(0, 0x4000)

    bios.print(b"hello")

    assert bios.vm.vram(0, 0x4000) == before


@pytest.mark.parametrize("width", [40, 80])
def test_eol_erases_from_a_place(width: int) -> None:
    bios = started("eb2")
    bios.set(LINL40=width)
    bios.screen(0)
    rows = fill(bios)

    bios.call("EOL", hl=0x0304)

    assert bios.rows == [*rows[:3], "ro", *rows[4:]]


CODES = st.one_of(
    st.integers(1, 255).filter(lambda code: code != 7), st.sampled_from(b"\x1bYLMJKx")
)


@given(codes=st.lists(CODES, max_size=300).map(bytes))
def test_no_codes_leave_the_screen(codes: bytes) -> None:
    bios = started("eb1")
    bios.screen(0)
    before = bios.vm.vram(0x03C0, 0x0800 + 255 * 8 - 0x03C0)

    bios.print(codes)

    assert 1 <= bios.byte("CSRX") <= bios.byte("LINLEN")
    assert 1 <= bios.byte("CSRY") <= 24
    assert bios.vm.vram(0x03C0, len(before)) == before
