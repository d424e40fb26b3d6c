"""Sub-ROM: searching along a line and painting areas."""

import pytest

from tests.roms.test_sub_points import PAPER, PICTURES, SIZE, draw, inked, picture
from tests.support.subrom import STACK, SubRom, started


@pytest.fixture
def sub() -> SubRom:
    machine = started()
    machine.set(BAKCLR=PAPER)
    return machine


@pytest.mark.parametrize("mode", PICTURES)
def test_scanr_fills_up_to_the_border(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    for x, colour in ((20, 3), (41, 3)):
        sub.set(ATRBYT=colour)
        sub.call("MAPXYC", bc=x, de=9)
        sub.call("SETC")
    sub.set(ATRBYT=3, BRDATR=3)
    sub.call("MAPXYC", bc=30, de=9)
    start = (sub.word("CLOC"), sub.byte("CMASK"))
    right = sub.call("SCANR", bc=0x0100, de=0)
    stop = (sub.word("CLOC"), sub.byte("CMASK"))

    border = sub.call("MAPXYC", bc=41, de=9)
    assert (right.hl, right.de) == (11, 0)
    assert right.bc & 0xFF != 0
    assert (sub.word("CSAVEA"), sub.byte("CSAVEM")) == start
    assert stop == (border.hl, border.a)
    assert inked(picture(sub, mode)) == {(20, 9)} | {(x, 9) for x in range(30, 42)}


@pytest.mark.parametrize("mode", PICTURES)
def test_scanl_fills_what_lies_left_of_the_cursor(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    sub.set(ATRBYT=3, BRDATR=3)
    sub.call("MAPXYC", bc=20, de=9)
    sub.call("SETC")
    sub.call("MAPXYC", bc=30, de=9)
    left = sub.call("SCANL")
    again = sub.call("MAPXYC", bc=20, de=9)
    edge = sub.call("SCANL")

    assert left.hl == 9
    assert left.bc & 0xFF != 0
    assert again.hl == again.hl
    assert edge.hl == 20
    assert inked(picture(sub, mode)) == {(x, 9) for x in range(30)}


@pytest.mark.parametrize("mode", PICTURES)
def test_scanr_only_looks_when_told_so(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    sub.set(ATRBYT=2, BRDATR=3)
    sub.call("MAPXYC", bc=30, de=9)
    result = sub.call("SCANR", bc=0, de=0)

    assert result.hl == SIZE[mode][0] - 30
    assert result.bc & 0xFF != 0
    assert inked(picture(sub, mode)) == set()


@pytest.mark.parametrize("mode", PICTURES)
@pytest.mark.parametrize(("skips", "expected"), [(5, (3, 2)), (3, (3, 0)), (2, (0, 0))])
def test_scanr_skips_a_border_of_limited_width(
    sub: SubRom, mode: int, skips: int, expected: tuple[int, int]
) -> None:
    sub.mode(mode)
    sub.set(ATRBYT=3, BRDATR=3)
    for x in (10, 11, 12, 16):
        sub.call("MAPXYC", bc=x, de=0)
        sub.call("SETC")
    sub.call("MAPXYC", bc=10, de=0)
    result = sub.call("SCANR", bc=0, de=skips)

    assert (result.hl, result.de) == expected


def test_scanr_tells_that_nothing_changed(sub: SubRom) -> None:
    sub.mode(5)
    sub.set(ATRBYT=PAPER, BRDATR=9)
    sub.call("MAPXYC", bc=30, de=9)

    assert sub.call("SCANR", bc=0x0100, de=0).bc & 0xFF == 0


@pytest.mark.parametrize("mode", PICTURES)
def test_painting_fills_a_shape_with_corners_and_keeps_to_it(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    scale = 4 if mode == 3 else 1
    sub.set(ATRBYT=3)
    for start, end in (
        ((4, 4), (50, 40)),
        ((20, 4), (20, 30)),
        ((35, 40), (35, 12)),
        ((20, 22), (28, 22)),
    ):
        draw(sub, "NVBXLN", (start[0] * scale, start[1] * scale), (end[0] * scale, end[1] * scale))
    outline = inked(picture(sub, mode))
    sub.set(ATRBYT=3 if mode in (2, 4) else 2, BRDATR=3)
    sub.call("MAPXYC", bc=8, de=8)
    result = sub.call("FILL")

    inside = {(x, y) for x in range(4, 51) for y in range(4, 41)}
    dots = picture(sub, mode)
    assert not result.carry
    assert inked(dots) == inside
    assert {dots[y][x] for x, y in inside - outline} == {3 if mode in (2, 4) else 2}


def test_painting_the_whole_screen_reaches_every_edge(sub: SubRom) -> None:
    sub.mode(8)
    sub.set(ATRBYT=200, BRDATR=77)
    sub.call("MAPXYC", bc=128, de=100)
    sub.call("FILL")

    assert len(inked(picture(sub, 8))) == 256 * 212


def test_painting_without_room_on_the_stack_says_so(sub: SubRom) -> None:
    sub.mode(5)
    sub.set_words(STREND=STACK - 0x80)
    sub.set(ATRBYT=200, BRDATR=77)
    sub.call("MAPXYC", bc=128, de=100)

    assert sub.call("FILL").carry


@pytest.mark.parametrize("mode", [2, 4])
def test_patterns_are_painted_up_to_the_colour_of_the_paint(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    sub.set(ATRBYT=6)
    draw(sub, "NVBXLN", (10, 10), (40, 30))
    sub.set(ATRBYT=6, BRDATR=13)
    sub.call("MAPXYC", bc=20, de=20)
    sub.call("FILL")

    assert inked(picture(sub, mode)) == {(x, y) for x in range(10, 41) for y in range(10, 31)}
    assert sub.byte("BRDATR") == 6
