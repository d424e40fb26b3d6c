"""PSET, PRESET, POINT, LINE and CIRCLE in every graphic screen."""

import hashlib
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.basic import started
from tests.support.graphics import drawn, show

SCREENS = [("eb1", 2), ("eb1", 3), ("eb2", 2), ("eb2", 3), ("eb2", 4), ("eb2", 5), ("eb2", 6)]
FINE = [screen for screen in SCREENS if screen[1] != 3]
Point = tuple[int, int]


def picture(board: str, mode: int, *statements: str) -> np.ndarray:
    """What statements draw on a screen of colour 0, in colour 3 where they name none."""
    return drawn(started(board), "\n".join([f"COLOR 3,0,0:SCREEN {mode}", *statements]))


def painted(board: str, mode: int, *statements: str) -> set[Point]:
    """The points that are not background."""
    rows, columns = np.nonzero(picture(board, mode, *statements))
    return set(zip(columns.tolist(), rows.tolist(), strict=True))


@pytest.mark.parametrize(("board", "mode"), SCREENS)
def test_pset_paints_one_point_and_step_counts_from_the_last(board: str, mode: int) -> None:
    found = painted(board, mode, "PSET(8,4)", "PSET STEP(12,-4),2", "PSET @(16,20)")
    wide = 4 if mode == 3 else 1
    assert found == {(8 // wide, 4 // wide), (20 // wide, 0), (16 // wide, 20 // wide)}


@pytest.mark.parametrize(("board", "mode"), SCREENS)
def test_points_outside_are_not_painted(board: str, mode: int) -> None:
    lines = ["PSET(-1,5)", "PSET(5,-1)", "PSET(512,5)", "PSET(5,212)", "PSET(-32768,32767)"]
    assert painted(board, mode, *lines) == set()


@pytest.mark.parametrize(("board", "mode"), SCREENS)
def test_preset_paints_in_the_background_unless_a_colour_is_given(board: str, mode: int) -> None:
    assert painted(board, mode, "PSET(40,40)", "PRESET(40,40)", "PRESET(60,40),2") == {
        (15, 10) if mode == 3 else (60, 40)
    }


@pytest.mark.parametrize(("board", "mode"), [*SCREENS, ("eb2", 7), ("eb2", 8)])
def test_point_tells_the_colour_and_minus_one_outside(board: str, mode: int) -> None:
    basic = started(board)
    show = "A=POINT(30,50):B=POINT(90,50):C=POINT(-1,0):D=POINT(0,212)"
    basic.enter(f"COLOR 15,1,1:SCREEN {mode}:PSET(30,50),2:PSET(1,1):{show}:E=POINT STEP(0,0)")
    basic.wait()
    assert basic.direct("PRINT A;B;C;D;E")[0].split() == [
        "2",
        "1",
        "-1",
        "-1",
        {6: "3"}.get(mode, "15"),
    ]


@pytest.mark.parametrize("statement", [
    "PSET(1,1)", "PRESET(1,1)", "LINE(1,1)-(2,2)", "LINE-(2,2)", "CIRCLE(9,9),5", "PAINT(9,9)", 'DRAW"U9"',
])  # fmt: skip
@pytest.mark.parametrize(("board", "mode"), [("eb1", 0), ("eb1", 1), ("eb2", 0), ("eb2", 1)])
def test_text_screens_have_no_graphics(board: str, mode: int, statement: str) -> None:
    basic = started(board)
    basic.enter(f"SCREEN {mode}")
    basic.wait()
    assert [row.strip() for row in basic.direct(statement)] == ["Illegal function call"]


@pytest.mark.parametrize("statement", [
    "PSET(9,9),16", "LINE(0,0)-(9,9),16", "CIRCLE(9,9),9,16", "CIRCLE(9,9),9,,7",
    "CIRCLE(9,9),9,,,-7", "CIRCLE(9,9),9,,,,-1", "PAINT(9,9),16", "PAINT(256,9)", "PAINT(9,192)", "PSET(9,9),-1",
])  # fmt: skip
@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_bad_arguments_are_an_illegal_function_call(board: str, statement: str) -> None:
    basic = started(board)
    basic.enter(f"SCREEN 2:{statement}")
    basic.wait()
    assert "Illegal function call" in "".join(basic.rows())


@pytest.mark.parametrize(("statement", "message"), [
    ("PSET(9,9)9", "Syntax error"), ("PSET 9,9", "Syntax error"), ("LINE(9,9)(1,1)", "Syntax error"),
    ('PSET("A",9)', "Type mismatch"), ("PSET(40000,9)", "Overflow"), ("CIRCLE(9,9)", "Syntax error"),
    ("LINE(1,1)-(2,2),1,C", "Syntax error"), ("DRAW 5", "Type mismatch"),
])  # fmt: skip
def test_bad_syntax_is_told(statement: str, message: str) -> None:
    basic = started("eb1")
    basic.enter(f"SCREEN 2:{statement}")
    basic.wait()
    assert message in "".join(basic.rows())


# Which error comes first and where the last point is then, as MSX1 machines (github.com/andete/zerobas,
# docs/lineerr-msx1-characterization.md): the mode is looked at behind the points.
ORDER = [
    (0, "LINE(11,12)-(20,21)", (5, 20, 21)),
    (0, "LINE(A$,12)-(20,21)", (13, 7, 4)),
    (0, "LINE(11,12)-(1/0,21)", (11, 11, 12)),
    (0, "LINE(11,12)-(70000,21)", (6, 11, 12)),
    (0, "LINE(11,12)", (2, 11, 12)),
    (0, "LINE(11,12)-(20,21),1/0", (5, 20, 21)),
    (0, "CIRCLE(20,21),A$", (13, 20, 21)),
    (0, "PSET(20,21),1/0", (5, 20, 21)),
    (0, "PAINT STEP(300,100)", (5, 307, 104)),
    (0, "DRAW 5", (5, 7, 4)),
    (2, "LINE(11,12)-(20,21),70000", (6, 20, 21)),
    (2, "LINE(11,12)-(20,21),", (24, 20, 21)),
    (2, "LINE(11,12)-(20,21),1,", (2, 20, 21)),
    (2, "LINE(11,12)-(20,21),1,:A=1", (2, 20, 21)),
    (2, "LINE(11,12)-(-1,21.6)", (0, 65535, 21)),
    (2, "PAINT(-1,100)", (5, 65535, 100)),
    (2, "DRAW STR$(1/0)", (11, 7, 4)),
    (2, 'DRAW"R 1 0M+ 5,1"', (0, 22, 5)),
]


@pytest.mark.parametrize(("mode", "statement", "result"), ORDER)
@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_errors_come_in_the_order_of_the_statement(
    board: str, mode: int, statement: str, result: tuple[int, int, int]
) -> None:
    program = f"""10 ON ERROR GOTO 50:SCREEN 2:PSET(7,4):SCREEN {mode}
20 {statement}
30 X=PEEK(&HFCB7)+256*PEEK(&HFCB8):Y=PEEK(&HFCB9)+256*PEEK(&HFCBA)
40 SCREEN 0:PRINT E;X;Y:END
50 E=ERR:RESUME 30"""
    basic = started(board)
    basic.type_program(program)
    basic.enter("RUN")
    basic.wait()

    assert [int(word) for word in basic.rows()[0].split()] == list(result)


coordinates = st.tuples(st.integers(0, 255), st.integers(0, 191))


@pytest.mark.parametrize(("board", "mode"), FINE)
@settings(max_examples=12, deadline=None)
@given(ends=st.lists(coordinates, min_size=2, max_size=2))
def test_a_line_is_the_straight_row_of_points_between_its_ends(
    board: str, mode: int, ends: list[Point]
) -> None:
    (x, y), (u, v) = ends
    found = painted(board, mode, f"LINE({x},{y})-({u},{v}),1")
    across, down = u - x, v - y
    long = max(abs(across), abs(down))
    assert {(x, y), (u, v)} <= found
    assert len(found) == long + 1
    for a, b in found:
        assert abs((a - x) * down - (b - y) * across) <= long / 2 + 1


@pytest.mark.parametrize(("board", "mode"), SCREENS)
def test_lines_beyond_the_picture_end_at_its_edge(board: str, mode: int) -> None:
    found = painted(board, mode, "LINE(-50,0)-(1000,0),1", "LINE(0,-50)-(0,1000),1")
    width, height = {3: (64, 48), 5: (256, 212), 6: (512, 212)}.get(mode, (256, 192))
    assert found == {(x, 0) for x in range(width)} | {(0, y) for y in range(height)}


@pytest.mark.parametrize(("board", "mode"), FINE)
def test_boxes_are_drawn_from_any_two_corners(board: str, mode: int) -> None:
    found = painted(
        board,
        mode,
        "LINE(100,70)-(30,20),1,B",
        "LINE(120,100)-STEP(-21,-13),2,BF",
        "LINE-STEP(9,0),1",
    )
    frame = {
        (x, y) for x in range(30, 101) for y in range(20, 71) if x in {30, 100} or y in {20, 70}
    }
    full = {(x, y) for x in range(99, 121) for y in range(87, 101)}
    assert found == frame | full | {(x, 87) for x in range(99, 109)}


@pytest.mark.parametrize(("name", "result"), [
    ("PSET", 9), ("AND", 5 & 9), ("OR", 5 | 9), ("XOR", 5 ^ 9), ("PRESET", 15 - 9),
    ("TPSET", 9), ("TAND", 5 & 9), ("TOR", 5 | 9), ("TXOR", 5 ^ 9), ("TPRESET", 15 - 9),
])  # fmt: skip
def test_logical_operations_join_old_and_new_colours(name: str, result: int) -> None:
    lines = ["LINE(0,0)-(99,99),5,BF", f"PSET(1,1),9,{name}", f"LINE(10,2)-(20,2),9,,{name}"]
    lines += [
        f"LINE(10,4)-(20,9),9,B,{name}",
        f"LINE(30,30)-(40,40),9,BF,{name}",
        f"PSET(3,3),0,T{name.lstrip('T')}",
    ]
    found = picture("eb2", 5, *lines)
    assert [int(found[y, x]) for x, y in ((1, 1), (15, 2), (15, 4), (10, 6), (35, 35))] == [
        result
    ] * 5
    assert found[3, 3] == 5


@pytest.mark.parametrize(("board", "mode"), FINE)
@pytest.mark.parametrize("radius", [0, 1, 2, 7, 20, 60])
def test_a_circle_is_round_and_closed(board: str, mode: int, radius: int) -> None:
    aspect = ",,,1" if mode == 6 else ""
    found = painted(board, mode, f"CIRCLE(100,90),{radius},1{aspect}")
    assert all(abs(math.hypot(x - 100, y - 90) - radius) < 0.8 for x, y in found)
    assert {(100 + radius, 90), (100 - radius, 90), (100, 90 + radius), (100, 90 - radius)} <= found
    assert all((200 - x, y) in found and (x, 180 - y) in found for x, y in found)
    for x, y in found:
        near = {(x + a, y + b) for a in (-1, 0, 1) for b in (-1, 0, 1)} & found
        assert radius < 2 or len(near) >= 3


def test_the_largest_angle_does_not_depend_on_the_radius() -> None:
    """On a VG-8020: github.com/andete/zerobas, docs/keywords/CIRCLE.md."""
    basic = started("eb1")
    basic.type_program(
        "5 ON ERROR GOTO 50\n"
        "10 SCREEN 2:CIRCLE(9,9),3000,1,6.28324,.1:CIRCLE(9,9),20,1,-6.28319\n"
        "20 CIRCLE(9,9),5,1,6.283245\n"
        "50 SCREEN 0:PRINT ERR;ERL"
    )
    basic.enter("RUN")
    basic.wait(60)
    assert " 5  20" in basic.rows()


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_a_circle_of_a_negative_radius_is_not_seen(board: str) -> None:
    """As on a VG-8020 (github.com/andete/zerobas, docs/keywords/CIRCLE.md), and no error: example 5 of
    the guide runs through 0.
    """
    lines = ["PSET(9,9)", "CIRCLE(100,90),-20,1,-1,-2", "CIRCLE(100,90),-32768", "LINE-(110,90)"]
    assert painted(board, 2, *lines) == painted(board, 2, "PSET(9,9)", "LINE(100,90)-(110,90)")


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_point_is_0_on_a_text_screen(board: str) -> None:
    assert started(board).direct("PRINT POINT(5,5);POINT(-5,5)") == [" 0  0"]


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_text_moves_the_accumulator_and_leaves_the_cursor(board: str) -> None:
    """The guide's example V.8.5: GRPACX, GRPACY and GXPOS, GYPOS behind a line and ten characters."""
    basic = started(board)
    show(basic, 'SCREEN 2:OPEN"GRP:"AS#1\nLINE(20,40)-(70,90),1:PRINT#1,"Ten places";')
    names = ("GRPACX", "GRPACY", "GXPOS", "GYPOS")
    assert [basic.word(name) for name in names] == [150, 90, 70, 90]


def test_a_circle_of_512_dots_a_line_is_half_as_high() -> None:
    """So that it looks round; SCREEN sets ASPCT1 and ASPCT2."""
    found = painted("eb2", 6, "CIRCLE(200,100),60,1")
    assert found == painted("eb2", 6, "CIRCLE(200,100),60,1,,,.5")
    assert (200, 130) in found
    for line, aspect in (("SCREEN 7", (512, 128)), ("SCREEN 7:SCREEN 5", (256, 256))):
        basic = started("eb2")
        show(basic, line)
        assert (basic.word("ASPCT1"), basic.word("ASPCT2")) == aspect


def test_a_circle_of_screen_3_is_one_of_blocks() -> None:
    found = painted("eb1", 3, "CIRCLE(128,96),60,1")
    assert all(abs(math.hypot(x - 32, y - 24) - 15) < 1.2 for x, y in found)


@pytest.mark.parametrize(("aspect", "across", "down"), [
    ("1", 50, 50), (".5", 50, 25), ("2", 25, 50), (".1", 50, 5), ("10", 5, 50), ("0", 50, 0), ("1.0", 50, 50),
])  # fmt: skip
@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_the_aspect_is_height_through_width(
    board: str, aspect: str, across: int, down: int
) -> None:
    found = painted(board, 2, f"CIRCLE(120,90),50,1,,,{aspect}")
    columns, rows = [x for x, _ in found], [y for _, y in found]
    assert (max(columns) - 120, 120 - min(columns)) == (across, across)
    assert (max(rows) - 90, 90 - min(rows)) == (down, down)


@pytest.mark.parametrize(("start", "end"), [
    (0, 1.5708), (1, 2), (2.5, 4), (5, 6.2), (5, 1), (3.14, 0), (6, 0.3), (0.5, 6.28), (0, 6.2831), (2, 2.1),
])  # fmt: skip
@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_an_arc_goes_from_start_to_end_against_the_clock(
    board: str, start: float, end: float
) -> None:
    found = painted(board, 2, f"CIRCLE(120,90),60,1,{start},{end}")
    whole = painted(board, 2, "CIRCLE(120,90),60,1")
    assert found <= whole
    slack = 0.04 + 1.2 / 60  # an angle goes evenly through the steps of its octant
    for x, y in whole:
        angle = math.atan2(90 - y, x - 120) % math.tau
        after, length = (angle - start) % math.tau, (end - start) % math.tau
        if slack < after < length - slack:
            assert (x, y) in found
        elif length + slack < after < math.tau - slack:
            assert (x, y) not in found


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_negative_angles_draw_lines_to_the_centre(board: str) -> None:
    arc = painted(board, 2, "CIRCLE(120,90),60,1,1,4")
    sector = painted(board, 2, "CIRCLE(120,90),60,1,-1,-4")
    spokes = sector - arc
    assert arc <= sector
    for angle in (1.0, 4.0):
        for part in range(5, 59):
            x, y = 120 + part * math.cos(angle), 90 - part * math.sin(angle)
            assert any(math.hypot(a - x, b - y) < 1 + 0.04 * part for a, b in spokes)


# SHA-1 of screen 2's patterns on a VG-8020: github.com/andete/zerobas, docs/circdom-, circovf- and
# arcmask-msx1-... .md.
ON_AN_MSX1 = {
    "CIRCLE(128,96),700,,,,.137": "2f6257f6",
    "CIRCLE(128,445),284": "05f66505",
    "CIRCLE(128,445),300": "328ae002",
    "CIRCLE(128,448),528,,,,.5": "2f2dda11",
    "CIRCLE(262,96),528,,,,2": "345fa7bd",
    "CIRCLE(128,352),200,15,1.1,2.04": "386f8fb8",
    "CIRCLE(128,96),700,15,0,1.57,.137": "ebfd085b",
    "CIRCLE(128,96),400,15,-1.57,0": "cd7e5368",
    "CIRCLE(128,96),95,15,0,1.5707963": "7babb12d",
}


@pytest.mark.parametrize("statement", ON_AN_MSX1)
@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_circles_have_the_points_of_those_of_an_msx1(board: str, statement: str) -> None:
    basic = started(board)
    show(basic, f"COLOR 15,4,7:SCREEN 2\n{statement}")
    found = hashlib.sha1(bytes(basic.vm.vram(0, 6144)), usedforsecurity=False)
    assert found.hexdigest()[:8] == ON_AN_MSX1[statement]


@pytest.mark.parametrize(
    ("aspect", "half"),
    [(".3", 38), (".55", 70), (".7", 90), ("1.7", 75), ("1.3", 98), ("1.1", 116)],
)
def test_the_aspect_is_cut_off_to_256ths(aspect: str, half: int) -> None:
    """On a VG-8020: github.com/andete/zerobas, docs/circdom-msx1-characterization.md."""
    found = painted("eb1", 2, f"CIRCLE(128,96),128,1,,,{aspect}")
    rows = {y for _, y in found}
    columns = {x for x, _ in found}
    assert half == (max(rows) - 96 if float(aspect) < 1 else max(columns) - 128)


@pytest.mark.parametrize(("statement", "cells"), [
    ("LINE(0,0)-(7,0),15", "ff f4"),
    ("LINE(0,0)-(7,7),15,BF", "00 0f"),
    ("LINE(0,0)-(7,7),6,BF", "00 06"),
    ("LINE(0,0)-(3,7),15,BF", "f0 f4"),
    ("LINE(0,0)-(20,9),15,B", "ff f4"),
    ("LINE(0,0)-(7,7),15,BF:PSET(0,0),6", "80 6f"),
])  # fmt: skip
@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_lines_colour_the_foreground_and_filled_bytes_the_background(
    board: str, statement: str, cells: str
) -> None:
    """On a VG-8020: github.com/andete/zerobas, docs/bffill-msx1-characterization.md."""
    basic = started(board)
    show(basic, f"COLOR 15,4,7:SCREEN 2\n{statement}")
    assert bytes([basic.vm.vram(0, 1)[0], basic.vm.vram(0x2000, 1)[0]]).hex(" ") == cells


def test_circle_leaves_the_graphics_cursor_in_its_centre() -> None:
    found = painted("eb1", 2, "CIRCLE STEP(50,60),10,1", "PSET STEP(1,1),1")
    assert (51, 61) in found


@pytest.mark.parametrize(
    ("x", "radius"), [(-100, 150), (-9900, 10000), (-19950, 20000), (-29900, 30000)]
)
def test_large_circles_are_cut_and_exact(x: int, radius: int) -> None:
    found = painted("eb1", 2, f"CIRCLE({x},90),{radius},1")
    assert len({row for _, row in found}) > 180
    assert all(abs(math.hypot(column - x, row - 90) - radius) < 0.8 for column, row in found)


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_an_at_sign_before_a_point_means_nothing(board: str) -> None:
    """As in 5.4 and 5.5 of the guide that test_documented_examples.py names."""
    basic = started(board)
    basic.type_program(
        "10 SCREEN 2:PSET@(9,9),7:PSET @ STEP(1,1),7:LINE@-(20,10),8:LINE@(30,30)-@(40,30),9\n"
        "20 CIRCLE@(60,60),9,10:PAINT@(60,60),10:PRESET@(9,9)\n"
        "30 A=POINT(10,10):B=POINT(20,10):C=POINT(40,30):D=POINT(60,60):SCREEN 0:PRINT A;B;C;D"
    )
    basic.enter("RUN")
    basic.wait()

    assert basic.rows()[-2] == " 8  8  9  10"
