"""COPY between areas of the screen and arrays."""

import numpy as np
import pytest

from tests.support.basic import started
from tests.support.graphics import drawn

DRAWING = ["LINE(0,0)-(60,40),1", "CIRCLE(30,20),15,2", "LINE(40,5)-(55,30),3,BF"]


def picture(mode: int, *lines: str) -> np.ndarray:
    """What lines draw on MSX2 beside the drawing in the corner."""
    first = ["DEFINT D:DIM D(3000)", f"COLOR 3,0,0:SCREEN {mode}"]
    return drawn(started("eb2"), "\n".join([*first, *DRAWING, *lines]))


@pytest.mark.parametrize("mode", [5, 6])
@pytest.mark.parametrize(("corners", "target"), [
    ("(0,0)-(60,40)", (100, 50)), ("(60,40)-(0,0)", (160, 90)), ("(60,0)-STEP(-60,40)", (160, 50)),
    ("(0,40)-(60,0)", (100, 90)),
])  # fmt: skip
def test_an_area_is_copied_elsewhere(mode: int, corners: str, target: tuple[int, int]) -> None:
    found = picture(mode, f"COPY{corners} TO({target[0]},{target[1]})")
    assert np.array_equal(found[50:91, 100:161], found[0:41, 0:61])
    assert np.count_nonzero(found[:, 161:]) == 0


@pytest.mark.parametrize(
    ("corners", "target"), [("(5,3)-(60,40)", "(0,0)"), ("(55,37)-(0,0)", "(60,40)")]
)
def test_an_area_over_itself_is_whole_when_it_goes_away_from_its_dots(
    corners: str, target: str
) -> None:
    before = picture(5)
    found = picture(5, f"COPY{corners} TO{target}")
    if target == "(0,0)":
        assert np.array_equal(found[0:38, 0:56], before[3:41, 5:61])
    else:
        assert np.array_equal(found[3:41, 5:61], before[0:38, 0:56])


def test_an_area_over_itself_is_repeated_when_it_goes_onto_its_dots() -> None:
    """The wiki's "cute pattern" fills the screen so."""
    lines = ["CLS", "LINE(0,0)-(7,7),2", "COPY(0,0)-(247,7) TO(8,0)", "COPY(0,0)-(255,199) TO(0,8)"]
    found = picture(5, *lines)
    assert np.array_equal(found[:208], np.tile(np.eye(8, dtype=np.uint8) * 2, (26, 32)))


@pytest.mark.parametrize(("corners", "target", "edge"), [
    ("(60,0)-(0,40)", (30, 50), (slice(50, 91), slice(0, 31), slice(0, 41), slice(30, 61))),
    ("(0,40)-(60,0)", (100, 20), (slice(0, 21), slice(100, 161), slice(20, 41), slice(0, 61))),
])  # fmt: skip
def test_a_copy_ends_at_the_edge_it_goes_to(
    corners: str, target: tuple[int, int], edge: tuple[slice, slice, slice, slice]
) -> None:
    found = picture(
        5,
        "SET PAGE,1",
        f"COPY{corners},0 TO({target[0]},{target[1]}),1",
        "COPY(0,0)-(255,211),1 TO(0,0),0",
    )
    before = picture(5)
    assert np.array_equal(found[edge[0], edge[1]], before[edge[2], edge[3]])


@pytest.mark.parametrize("mode", [5, 6])
@pytest.mark.parametrize(("direction", "flip"), [(0, ()), (1, (1,)), (2, (0,)), (3, (0, 1))])
def test_an_array_keeps_a_picture_and_gives_it_back_in_four_directions(
    mode: int, direction: int, flip: tuple[int, ...]
) -> None:
    x, y = 100 + 60 * (direction & 1), 50 + 40 * (direction >> 1)
    found = picture(mode, "COPY(0,0)-(60,40) TO D", f"COPY D,{direction} TO({x},{y})")
    assert np.array_equal(found[50:91, 100:161], np.flip(found[0:41, 0:61], flip))


def test_pages_hold_pictures() -> None:
    lines = ["COPY(0,0)-(60,40),0 TO(100,50),1", "CLS", "COPY(100,50)-(160,90),1 TO(7,9),0"]
    assert np.array_equal(picture(5, *lines)[9:50, 7:68], picture(5)[0:41, 0:61])


@pytest.mark.parametrize(
    ("name", "result"), [("XOR", 2 ^ 3), ("OR", 2 | 3), ("AND", 2 & 3), ("TPSET", 2)]
)
def test_a_copy_obeys_the_operation(name: str, result: int) -> None:
    found = picture(5, "LINE(100,100)-(110,110),2,BF", f"COPY(100,100)-(103,103) TO(45,10),,{name}")
    assert found[11, 46] == result


def test_the_array_begins_with_width_and_height() -> None:
    basic = started("eb2")
    basic.enter("DEFINT D:DIM D(300):SCREEN 5:PSET(0,0),7:COPY(0,0)-(20,9) TO D")
    basic.wait()
    assert basic.direct("PRINT D(0);D(1);D(2) AND 240")[0].split() == ["21", "10", "112"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("SCREEN 2:COPY(0,0)-(9,9) TO(20,20)", "Illegal function call"),
        ("SCREEN 5:DIM D(1):COPY(0,0)-(20,20) TO D", "Illegal function call"),
        ("SCREEN 5:COPY(0,0)-(20,20) TO Q", "Illegal function call"),
        ("SCREEN 5:COPY(0,0)-(20,20),4 TO(0,0)", "Illegal function call"),
        ("SCREEN 7:COPY(0,0)-(20,20) TO(0,0),2", "Illegal function call"),
        ("SCREEN 5:COPY(0,0)-(20,20)", "Syntax error"),
        ("SCREEN 5:COPY SCREEN 1", "Illegal function call"),  # no digitizer
        ("SCREEN 5:DIM D(9):COPY D TO(0,0)", "Illegal function call"),
        ('SCREEN 5:COPY(0,0)-(20,20) TO "A"', "Disk full"),  # no disk: it cannot be made
    ],
)
def test_bad_copies_are_refused(line: str, expected: str) -> None:
    basic = started("eb2")
    assert basic.error(line) == expected
