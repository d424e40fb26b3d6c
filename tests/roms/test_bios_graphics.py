"""Pixels, fills and text of the graphic screens 2 and 3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.bios import Bios, started
from tests.support.guest_calls import WORK


@pytest.fixture(params=[("eb1", 2), ("eb1", 3), ("eb2", 2), ("eb2", 4)])
def bios(request: pytest.FixtureRequest) -> Bios:
    """A board with a cleared graphic screen."""
    board, mode = request.param
    made = started(board)
    made.set(BAKCLR=4)
    made.screen(mode)
    return made


def size(bios: Bios) -> tuple[int, int]:
    """Points across and down."""
    return (64, 48) if bios.byte("SCRMOD") == 3 else (256, 192)


def point(bios: Bios, x: int, y: int) -> int:
    """The colour at a point."""
    bios.call("MAPXYC", bc=x, de=y)
    return bios.call("READC").a


def plot(bios: Bios, x: int, y: int, colour: int) -> None:
    """Paints a point."""
    bios.call("SETATR", a=colour)
    bios.call("MAPXYC", bc=x, de=y)
    bios.call("SETC")


def test_a_painted_point_reads_back_and_others_do_not(bios: Bios) -> None:
    width, height = size(bios)
    for x, y, colour in ((0, 0, 15), (width - 1, height - 1, 1), (17, 33, 9), (18, 33, 2)):
        plot(bios, x, y, colour)
        assert point(bios, x, y) == colour
    assert point(bios, 16, 33) == 4 or bios.byte("SCRMOD") != 3
    assert point(bios, 17, 32) == 4
    assert point(bios, 17, 34) == 4


def test_two_colours_fit_into_eight_points() -> None:
    bios = started("eb1")
    bios.set(BAKCLR=4)
    bios.screen(2)
    for x in (0, 1, 2, 3, 4, 5, 6, 7):
        plot(bios, x, 5, 7)
    for x in (0, 2, 4, 6):
        plot(bios, x, 5, 11)

    assert [point(bios, x, 5) for x in range(8)] == [11, 7] * 4


def test_a_block_of_screen_3_is_four_points_square() -> None:
    bios = started("eb1")
    bios.screen(3)
    plot(bios, 5, 7, 13)

    bios.vm.run(frames=2)
    frame = bios.vm.frame()
    inside = frame[24 + 28 : 24 + 32, 32 + 20 : 32 + 24].reshape(-1, 3)
    assert len({tuple(pixel) for pixel in inside.tolist()}) == 1
    assert frame[24 + 27, 32 + 20].tolist() != inside[0].tolist()


def test_setatr_refuses_colours_above_15(bios: Bios) -> None:
    bios.call("SETATR", a=5)

    assert bios.call("SETATR", a=16).carry
    assert not bios.call("SETATR", a=15).carry
    assert bios.byte("ATRBYT") == 15


def test_the_graphics_cursor_walks_all_ways(bios: Bios) -> None:
    for entry, x, y in (
        ("RIGHTC", 24, 40),
        ("LEFTC", 22, 40),
        ("UPC", 23, 39),
        ("DOWNC", 23, 41),
        ("TUPC", 23, 39),
        ("TDOWNC", 23, 41),
    ):
        bios.call("MAPXYC", bc=23, de=40)
        bios.call(entry)
        moved = bios.call("FETCHC")
        bios.call("MAPXYC", bc=x, de=y)
        there = bios.call("FETCHC")

        assert (moved.hl, moved.a) == (there.hl, there.a), entry


def test_tupc_and_tdownc_stop_at_the_edges(bios: Bios) -> None:
    width, height = size(bios)
    bios.call("MAPXYC", bc=width - 1, de=0)
    assert bios.call("TUPC").carry
    assert not bios.call("TDOWNC").carry
    bios.call("MAPXYC", bc=width - 1, de=height - 1)
    assert bios.call("TDOWNC").carry
    assert not bios.call("TUPC").carry


def test_storec_puts_back_what_fetchc_gave(bios: Bios) -> None:
    bios.call("MAPXYC", bc=9, de=9)
    place = bios.call("FETCHC")
    bios.call("MAPXYC", bc=1, de=1)

    bios.call("STOREC", a=place.a, hl=place.hl)

    assert (bios.word("CLOC"), bios.byte("CMASK")) == (place.hl, place.a)


@given(x=st.integers(-32768, 32767), y=st.integers(-32768, 32767))
def test_scalxy_brings_any_point_into_the_screen(x: int, y: int) -> None:
    bios = started("eb1")
    bios.screen(2)

    after = bios.call("SCALXY", bc=x & 0xFFFF, de=y & 0xFFFF)

    assert after.bc == min(max(x, 0), 255)
    assert after.de == min(max(y, 0), 191)
    assert after.carry == (0 <= x <= 255 and 0 <= y <= 191)


def test_scalxy_divides_by_four_in_screen_3() -> None:
    bios = started("eb1")
    bios.screen(3)

    after = bios.call("SCALXY", bc=255, de=190)

    assert (after.bc, after.de, after.carry) == (63, 47, True)


@pytest.mark.parametrize(("x", "count"), [(3, 1), (3, 30), (8, 8), (16, 17), (0, 40)])
def test_nsetcx_paints_a_line(bios: Bios, x: int, count: int) -> None:
    bios.call("SETATR", a=9)
    bios.call("MAPXYC", bc=x, de=20)

    before = bios.call("FETCHC")
    bios.call("NSETCX", hl=count)

    after = bios.call("FETCHC")
    assert (after.hl, after.a) == (before.hl, before.a)
    colours = [point(bios, place, 20) for place in range(64)]
    assert colours == [9 if x <= place < x + count else 4 for place in range(64)]


def test_scanr_skips_the_border_and_fills_to_the_next(bios: Bios) -> None:
    for x in (10, 11, 12, 30):
        plot(bios, x, 8, 7)
    bios.set(BRDATR=7)
    bios.call("SETATR", a=7 if bios.byte("SCRMOD") != 3 else 5)
    bios.call("MAPXYC", bc=10, de=8)

    after = bios.call("SCANR", bc=0xFF00, de=9)

    assert (after.hl, after.de) == (17, 6)
    assert bios.vm.peek(WORK["FILNAM"] + 1) == 17
    filled = 7 if bios.byte("SCRMOD") != 3 else 5
    assert [point(bios, x, 8) for x in range(13, 30)] == [filled] * 17
    assert point(bios, 31, 8) == 4
    assert point(bios, 9, 8) == 4


def test_scanr_only_counts_when_it_is_not_to_fill(bios: Bios) -> None:
    plot(bios, 30, 8, 7)
    bios.set(BRDATR=7)
    bios.call("MAPXYC", bc=20, de=8)

    after = bios.call("SCANR", bc=0, de=9)

    assert (after.hl, after.de) == (10, 9)
    assert point(bios, 25, 8) == 4


def test_scanr_ends_at_the_edge(bios: Bios) -> None:
    width, _ = size(bios)
    bios.set(BRDATR=7)
    bios.call("MAPXYC", bc=width - 5, de=8)

    assert bios.call("SCANR", bc=0, de=3).hl == 5


def test_scanl_fills_to_the_left(bios: Bios) -> None:
    plot(bios, 5, 8, 7)
    bios.set(BRDATR=7)
    bios.call("SETATR", a=7)
    bios.call("MAPXYC", bc=20, de=8)

    after = bios.call("SCANL")

    assert after.hl == 14
    assert [point(bios, x, 8) for x in range(4, 21)] == [4] + [7] * 15 + [4]


def test_scanl_ends_at_the_edge(bios: Bios) -> None:
    bios.set(BRDATR=7)
    bios.call("MAPXYC", bc=6, de=8)

    assert bios.call("SCANL").hl == 6


def test_pntini_takes_the_border_colour(bios: Bios) -> None:
    bios.call("SETATR", a=6)

    assert bios.call("PNTINI", a=16).carry
    assert not bios.call("PNTINI", a=9).carry
    assert bios.byte("BRDATR") == (9 if bios.byte("SCRMOD") == 3 else 6)


def test_grpprt_draws_characters_of_the_font() -> None:
    bios = started("eb1")
    bios.screen(2)
    bios.set(FORCLR=11)
    bios.set_words(GRPACX=21, GRPACY=30)

    bios.call("GRPPRT", a=ord("R"))

    font = bios.vm.read(bios.vm.peek(4) + 256 * bios.vm.peek(5) + ord("R") * 8, 8)
    drawn = [sum(128 >> x for x in range(8) if point(bios, 21 + x, 30 + y) == 11) for y in range(8)]
    assert bytes(drawn) == font
    assert (bios.word("GRPACX"), bios.word("GRPACY")) == (29, 30)


def test_grpprt_knows_return_and_the_right_edge() -> None:
    bios = started("eb1")
    bios.screen(2)
    bios.set_words(GRPACX=21, GRPACY=30)

    bios.call("GRPPRT", a=13)
    returned = bios.word("GRPACX"), bios.word("GRPACY")
    bios.set_words(GRPACX=250, GRPACY=186)
    bios.call("GRPPRT", a=ord("W"))

    assert returned == (0, 38)
    assert (bios.word("GRPACX"), bios.word("GRPACY")) == (0, 0)


def test_grpprt_draws_blocks_in_screen_3() -> None:
    bios = started("eb1")
    bios.screen(3)
    bios.set(FORCLR=11)
    bios.set_words(GRPACX=32, GRPACY=32)

    bios.call("GRPPRT", a=ord("R"))

    font = bios.vm.read(bios.vm.peek(4) + 256 * bios.vm.peek(5) + ord("R") * 8, 8)
    drawn = [sum(128 >> x for x in range(8) if point(bios, 8 + x, 8 + y) == 11) for y in range(8)]
    assert bytes(drawn) == font
    assert bios.word("GRPACX") == 64


@pytest.mark.parametrize("mode", [5, 6, 7, 8])
def test_points_of_the_new_modes_go_through_the_sub_rom(mode: int) -> None:
    bios = started("eb2")
    bios.screen(mode)
    colour = 3 if mode == 6 else 9

    plot(bios, 100, 200, colour)
    bios.call("RIGHTC")
    bios.call("DOWNC")

    assert point(bios, 100, 200) == colour
    assert point(bios, 101, 201) != colour
    assert bios.call("SCALXY", bc=5000, de=5000).de == 211
