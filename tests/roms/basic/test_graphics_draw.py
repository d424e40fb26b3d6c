"""DRAW, the graphics macro language."""

import numpy as np
import pytest

from tests.support.basic import started
from tests.support.graphics import drawn

Point = tuple[int, int]


def painted(board: str, *statements: str) -> set[Point]:
    """The points drawn, from (100,90) on."""
    lines = ["COLOR 15,0,0:SCREEN 2", 'DRAW"BM100,90"', *statements]
    rows, columns = np.nonzero(drawn(started(board), "\n".join(lines)))
    return set(zip((columns - 100).tolist(), (rows - 90).tolist(), strict=True))


def row(end: Point, start: Point = (0, 0)) -> set[Point]:
    """The points of a straight or diagonal line."""
    x, y = end[0] - start[0], end[1] - start[1]
    count = max(abs(x), abs(y))
    return {(start[0] + x * i // count, start[1] + y * i // count) for i in range(count + 1)}


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize(("text", "expected"), [
    ("U10", row((0, -10))), ("D10", row((0, 10))), ("L10", row((-10, 0))), ("R10", row((10, 0))),
    ("E10", row((10, -10))), ("F10", row((10, 10))), ("G10", row((-10, 10))), ("H10", row((-10, -10))),
    ("U", row((0, -1))), ("u 1 0", row((0, -10))), ("R0", {(0, 0)}), ("U-10", row((0, 10))),
    ("M110,90", row((10, 0))), ("M+10,+10", row((10, 10))), ("M-10,0", row((-10, 0))), ("M+0,-9", row((0, -9))),
    ("R9;D9", row((9, 0)) | row((9, 9), (9, 0))), ("NR9D9", row((9, 0)) | row((0, 9))),
    ("BR9D9", row((9, 9), (9, 0))), ("NBR9D9", row((0, 9))), ("BM+5,5R5", row((10, 5), (5, 5))),
    ("S8R10", row((20, 0))), ("S2R10", row((5, 0))), ("S1M+8,-8", row((2, -2))), ("S0R10", row((10, 0))),
    ("A1R10", row((0, -10))), ("A2R10", row((-10, 0))), ("A3R10", row((0, 10))), ("A1U10", row((-10, 0))),
    ("A1M+10,+10", row((10, -10))), ("A0R10", row((10, 0))), ("A2E5", row((-5, 5))),
])  # fmt: skip
def test_a_command_draws_its_line(board: str, text: str, expected: set[Point]) -> None:
    assert painted(board, f'DRAW"{text}"') == expected


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize(("first", "text", "expected"), [
    ("N=10", "R=N;", row((10, 0))), ("N%=-10", "R=N%;", row((-10, 0))), ("N=4.9", "U=N;", row((0, -4))),
    ("DIM A(3):A(3)=7:I=3", "D=A(I);", row((0, 7))), ('A$="R5"', "XA$;D5", row((5, 0)) | row((5, 5), (5, 0))),
    ('B$="R5":A$="XB$;D5"', "XA$;", row((5, 0)) | row((5, 5), (5, 0))), ("X=9:Y=-9", "M+=X;,=Y;", row((9, -9))),
    ("X=120:Y=90", "M=X;,=Y;", row((20, 0))),
])  # fmt: skip
def test_variables_stand_for_numbers_and_strings(
    board: str, first: str, text: str, expected: set[Point]
) -> None:
    assert painted(board, first, f'DRAW"{text}"') == expected


def test_expressions_make_the_string() -> None:
    assert painted("eb1", 'N=6:DRAW"U"+STR$(N)+CHR$(82)+MID$("A3B",2,1)') == row((0, -6)) | row(
        (3, -6), (0, -6)
    )


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize(("before", "colour"), [
    ('DRAW"C8"', 8), ("PSET(0,0),4", 4), ("PRESET(0,0),4", 4), ("LINE(0,0)-(5,0),6", 6), ("CIRCLE(50,50),9,7", 7),
    ("PAINT(1,1),10", 10), ("PSET(0,0)", 15), ("PSET(0,0),4:COLOR 3", 3), ('PRINT#1,"A"', 15), ("SCREEN 2", 5),
])  # fmt: skip
def test_the_colour_is_that_of_the_last_statement(board: str, before: str, colour: int) -> None:
    """As "007" and "Invasores" want it, whose PAINT needs the line's colour."""
    lines = f'COLOR 15,0,0:SCREEN 2:OPEN"GRP:"AS 1\nPSET(9,9),5\n{before}:DRAW"BM100,90R5"'
    assert drawn(started(board), lines)[90, 102] == colour


@pytest.mark.parametrize(
    "text", ["Q", "A4", "A", "S256", "C16", "C", "M5", "M5,", "U99999", "5", "X1;", "M5;5"]
)
@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_bad_strings_are_an_error(board: str, text: str) -> None:
    basic = started(board)
    basic.enter(f'SCREEN 2:DRAW"{text}"')
    basic.wait()
    assert any(word in "".join(basic.rows()) for word in ("Illegal function call", "Type mismatch"))


def test_a_string_that_draws_itself_runs_out_of_memory() -> None:
    basic = started("eb1")
    basic.enter('A$="XA$;":SCREEN 2:DRAW A$')
    basic.wait()
    assert "Out of memory" in "".join(basic.rows())
