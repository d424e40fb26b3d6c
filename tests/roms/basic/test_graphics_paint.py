"""PAINT: areas up to a border, compared with a fill in Python."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.basic import started
from tests.support.graphics import drawn

SCREENS = [("eb1", 2), ("eb1", 3), ("eb2", 2), ("eb2", 3), ("eb2", 4), ("eb2", 5), ("eb2", 6)]


def filled(picture: np.ndarray, x: int, y: int, paint: int, border: int) -> np.ndarray:
    """The picture with the area around a point painted."""
    result = picture.copy()
    seen = picture == border
    todo = [(x, y)]
    while todo:
        x, y = todo.pop()
        inside = 0 <= y < picture.shape[0] and 0 <= x < picture.shape[1]
        if inside and not seen[y, x]:
            seen[y, x] = True
            result[y, x] = paint
            todo += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    return result


def compare(board: str, mode: int, lines: list[str], x: int, y: int, colours: str) -> None:
    """Paints in the guest and in Python."""
    first = [f"COLOR 3,0,0:SCREEN {mode}", *lines]
    before = drawn(started(board), "\n".join(first))
    after = drawn(started(board), "\n".join([*first, f"PAINT({x},{y}),{colours}"]))
    paint, _, border = colours.partition(",")
    wide = 4 if mode == 3 else 1
    expected = filled(before, x // wide, y // wide, int(paint), int(border or paint))
    assert np.array_equal(after, expected)


@pytest.mark.parametrize(("board", "mode"), SCREENS)
def test_a_ring_is_painted_without_its_hole(board: str, mode: int) -> None:
    compare(board, mode, ["CIRCLE(100,90),60,2", "CIRCLE(110,100),25,2"], 60, 90, "2")


@pytest.mark.parametrize(("board", "mode"), SCREENS)
def test_the_whole_screen_is_painted(board: str, mode: int) -> None:
    compare(board, mode, [], 255, 0, "1")


@pytest.mark.parametrize(("board", "mode"), [("eb1", 3), ("eb2", 3), ("eb2", 5), ("eb2", 6)])
def test_the_border_may_have_a_colour_of_its_own(board: str, mode: int) -> None:
    lines = ["CIRCLE(100,90),60,2", "LINE(20,80)-(180,100),1", "LINE(90,20)-(110,190),1,BF"]
    compare(board, mode, lines, 60, 90, "1,2")


@pytest.mark.parametrize(("board", "mode"), SCREENS)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_mazes_are_painted_to_their_last_corner(board: str, mode: int, data: st.DataObject) -> None:
    place = st.tuples(st.integers(0, 255), st.integers(0, 191))
    walls = data.draw(st.lists(st.tuples(place, place), min_size=1, max_size=12))
    x, y = data.draw(place)
    lines = [f"LINE({a},{b})-({c},{d}),2" for (a, b), (c, d) in walls]
    compare(board, mode, lines, x, y, "2")


@pytest.mark.parametrize(("board", "mode"), [("eb1", 2), ("eb2", 5)])
def test_a_comb_is_painted(board: str, mode: int) -> None:
    lines = ["FOR I=0 TO 240 STEP 20:LINE(I,8)-(I,191),2:LINE(I+10,0)-(I+10,180),2:NEXT"]
    compare(board, mode, lines, 255, 100, "2")


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_a_seed_on_the_border_paints_nothing(board: str) -> None:
    compare(board, 2, ["LINE(10,10)-(50,50),2,B"], 10, 20, "2")


def test_paint_without_room_on_the_stack_is_out_of_memory() -> None:
    basic = started("eb1")
    lines = ["CLEAR 100:DIM A((FRE(0)-450)/8)", "SCREEN 2:FOR I=0 TO 254 STEP 2:PSET(I,99):NEXT"]
    lines += ["PAINT(1,100)"]
    basic.type_program("\n".join(f"{number} {line}" for number, line in enumerate(lines)))
    basic.enter("RUN")
    basic.wait(60)
    assert "Out of memory in 2" in "".join(basic.rows())
    assert basic.direct("CLEAR:PRINT 7")[0].strip() == "7"
