"""Text on graphic screens, through the device GRP:."""

import numpy as np
import pytest

from tests.support.basic import started
from tests.support.graphics import drawn

SCREENS = [("eb1", 2), ("eb2", 2), ("eb2", 4), ("eb2", 5), ("eb2", 6)]


def picture(board: str, mode: int, *statements: str) -> np.ndarray:
    """What statements draw in colour 3 on 0, with GRP: as file 1."""
    first = ["COLOR 3,0,0", f"SCREEN {mode}", 'OPEN "GRP:" AS #1']
    return drawn(started(board), "\n".join([*first, *statements]))


@pytest.mark.parametrize(("board", "mode"), SCREENS)
def test_text_stands_at_the_graphics_cursor_in_the_foreground_colour(board: str, mode: int) -> None:
    found = picture(board, mode, "PRESET(20,11)", 'PRINT #1,"H"', 'PRINT #1,"I";')
    rows, columns = np.nonzero(found)
    assert set(found[rows, columns].tolist()) == {3}
    assert 20 <= columns[rows < 19].min() <= columns[rows < 19].max() < 28
    assert columns[rows >= 19].max() < 8
    assert np.count_nonzero(found[11:19, 20:28]) > 12


@pytest.mark.parametrize("mode", [5, 6])
def test_in_the_bitmap_modes_text_has_a_background(mode: int) -> None:
    found = picture("eb2", mode, "LINE(0,0)-(50,50),2,BF", "PRESET(8,8)", 'PRINT #1,"H";')
    assert set(np.unique(found[8:16, 8:16]).tolist()) == {0, 3}
    assert set(np.unique(found[8:16, 16:24]).tolist()) == {2}


def test_tpset_leaves_the_picture_behind_the_text() -> None:
    found = picture("eb2", 5, "LINE(0,0)-(50,50),2,BF", "PSET(8,8),2,TPSET", 'PRINT #1,"H";')
    assert set(np.unique(found[8:16, 8:16]).tolist()) == {2, 3}


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_screen_2_keeps_the_picture_between_the_letters_points(board: str) -> None:
    found = picture(board, 2, "LINE(0,0)-(50,50),2,BF", "PSET(8,8),2", 'PRINT #1,"H";')
    assert set(np.unique(found[8:16, 8:16]).tolist()) == {2, 3}
