"""Sub-ROM: points, lines, boxes, painting, characters in pictures."""

import random
from pathlib import Path

import pytest

from roms.bios.font import ROWS, SOURCE, read_font
from roms.build import assemble
from tests.support.guest_calls import WORK
from tests.support.subrom import SubRom, started

SUB_SOURCE = Path(__file__).resolve().parents[2] / "roms" / "sub" / "sub.asm"

PICTURES = [2, 3, 4, 5, 6, 7, 8]
SIZE = {2: (256, 192), 3: (64, 48), 4: (256, 192), 5: (256, 212), 8: (256, 212)}
SIZE |= {6: (512, 212), 7: (512, 212)}
PAPER = 1
XOR = 3


@pytest.fixture
def sub() -> SubRom:
    machine = started()
    machine.set(BAKCLR=PAPER)
    return machine


def picture(sub: SubRom, mode: int, page: int = 0) -> list[list[int]]:
    """The colour codes of all dots, from VRAM by the layout of the mode (handbook, chapter 4)."""
    sub.vm.run(frames=8)  # commands end
    width, height = SIZE[mode]
    if mode in (2, 4):
        patterns, colours = sub.vm.vram(0, 0x1800), sub.vm.vram(0x2000, 0x1800)
        places = [
            [((y >> 3) << 8 | x & 0xF8 | y & 7, 7 - (x & 7)) for x in range(width)]
            for y in range(height)
        ]
        return [
            [colours[i] >> 4 if patterns[i] >> bit & 1 else colours[i] & 15 for i, bit in row]
            for row in places
        ]
    if mode == 3:
        data = sub.vm.vram(0, 0x600)
        return [
            [data[(y >> 3) * 256 + (x >> 1) * 8 + (y & 7)] >> (0 if x & 1 else 4) & 15
             for x in range(width)]
            for y in range(height)
        ]  # fmt: skip
    bits = {5: 4, 6: 2, 7: 4, 8: 8}[mode]
    stride = width * bits // 8
    data = sub.vm.vram(page * (0x8000 if mode < 7 else 0x10000), stride * height)
    dots = 8 // bits
    return [
        [
            data[y * stride + x // dots] >> (dots - 1 - x % dots) * bits & (1 << bits) - 1
            for x in range(width)
        ]
        for y in range(height)
    ]


def inked(dots: list[list[int]], paper: int = PAPER) -> set[tuple[int, int]]:
    """Where the picture is not paper."""
    return {(x, y) for y, row in enumerate(dots) for x, dot in enumerate(row) if dot != paper}


def draw(sub: SubRom, entry: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    sub.set_words(GXPOS=end[0], GYPOS=end[1])
    pair = {"bc": start[0] & 0xFFFF, ("hl" if entry == "DOGRPH" else "de"): start[1] & 0xFFFF}
    sub.call(entry, **pair)


@pytest.mark.parametrize("mode", PICTURES)
def test_a_point_set_is_a_point_read(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    width, height = SIZE[mode]
    corners = [(0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1), (37, 21)]
    for x, y in corners:
        sub.call("MAPXYC", bc=x, de=y)
        assert not sub.call("SETATR", a=2).carry
        sub.call("SETC")

    assert inked(picture(sub, mode)) == set(corners)
    assert [sub.point(x, y) for x, y in [*corners, (36, 21)]] == [2] * 5 + [PAPER]


@pytest.mark.parametrize("mode", [2, 4])
def test_a_third_colour_in_eight_dots_recolours_the_others(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    for x, colour in ((8, 9), (9, 9), (10, 6)):
        sub.call("MAPXYC", bc=x, de=0)
        sub.call("SETATR", a=colour)
        sub.call("SETC")

    assert [sub.point(x, 0) for x in (8, 9, 10, 11)] == [6, 6, 6, PAPER]


@pytest.mark.parametrize(
    ("mode", "colour", "refused"), [(5, 15, 0), (5, 16, 1), (6, 4, 1), (8, 255, 0)]
)
def test_setatr_takes_the_colours_of_the_mode(
    sub: SubRom, mode: int, colour: int, refused: int
) -> None:
    sub.mode(mode)
    sub.set(ATRBYT=1)

    assert sub.call("SETATR", a=colour).carry == bool(refused)
    assert sub.byte("ATRBYT") == (1 if refused else colour)


@pytest.mark.parametrize(
    ("mode", "given", "expected"),
    [
        (5, (10, 20), (10, 20, True)),
        (5, (-1, 20), (0, 20, False)),
        (5, (256, 300), (255, 211, False)),
        (7, (511, 211), (511, 211, True)),
        (6, (512, -7), (511, 0, False)),
        (2, (255, 192), (255, 191, False)),
        (3, (255, 191), (63, 47, True)),
        (3, (300, -5), (63, 0, False)),
    ],
)
def test_scalxy_cuts_to_the_picture(
    sub: SubRom, mode: int, given: tuple[int, int], expected: tuple[int, int, bool]
) -> None:
    sub.mode(mode)
    result = sub.call("SCALXY", bc=given[0] & 0xFFFF, de=given[1] & 0xFFFF)

    assert (result.bc, result.de, result.carry) == expected


@pytest.mark.parametrize("mode", PICTURES)
def test_moves_stop_at_the_edges(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    right, bottom = SIZE[mode][0] - 1, SIZE[mode][1] - 1
    moves = {"TRIGHT": (1, 0), "TLEFTC": (-1, 0), "TDOWNC": (0, 1), "TUPC": (0, -1)}
    for entry, (dx, dy) in moves.items():
        sub.call("MAPXYC", bc=9, de=17)
        assert not sub.call(entry).carry
        moved = (sub.word("CLOC"), sub.byte("CMASK"))
        target = sub.call("MAPXYC", bc=9 + dx, de=17 + dy)
        assert moved == (target.hl, target.a)
        edge = sub.call("MAPXYC", bc=right * (dx > 0), de=bottom * (dy > 0))
        assert sub.call(entry).carry
        assert (sub.word("CLOC"), sub.byte("CMASK")) == (edge.hl, edge.a)


@pytest.mark.parametrize("mode", PICTURES)
@pytest.mark.parametrize(
    ("start", "end"),
    [((5, 7), (60, 30)), ((60, 30), (5, 7)), ((10, 40), (20, 2)), ((9, 9), (9, 9))],
)
def test_a_line_joins_its_ends(
    sub: SubRom, mode: int, start: tuple[int, int], end: tuple[int, int]
) -> None:
    sub.mode(mode)
    scale = 4 if mode == 3 else 1
    sub.set(ATRBYT=3)
    draw(sub, "DOGRPH", (start[0] * scale, start[1] * scale), (end[0] * scale, end[1] * scale))

    points = inked(picture(sub, mode))
    dx, dy = abs(end[0] - start[0]), abs(end[1] - start[1])
    assert {start, end} <= points
    assert len(points) == max(dx, dy) + 1
    for x, y in points:  # no point lies more than half a dot from the line
        error = (x - start[0]) * (end[1] - start[1]) - (y - start[1]) * (end[0] - start[0])
        assert 2 * abs(error) <= 2 * max(dx, dy)


def test_lines_beyond_the_picture_end_at_its_edge(sub: SubRom) -> None:
    sub.mode(5)
    sub.set(ATRBYT=3)
    draw(sub, "DOGRPH", (-20, 50), (400, 50))

    assert inked(picture(sub, 5)) == {(x, 50) for x in range(256)}


@pytest.mark.parametrize("mode", PICTURES)
def test_a_filled_box_covers_its_corners_in_any_order(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    scale = 4 if mode == 3 else 1
    sub.set(ATRBYT=2)
    draw(sub, "NVBXFL", (30 * scale, 5 * scale), (11 * scale, 25 * scale))

    assert inked(picture(sub, mode)) == {(x, y) for x in range(11, 31) for y in range(5, 26)}


@pytest.mark.parametrize("mode", PICTURES)
@pytest.mark.parametrize("end", [(30, 25), (11, 25), (30, 5), (11, 5), (12, 6)])
def test_a_box_is_its_outline(sub: SubRom, mode: int, end: tuple[int, int]) -> None:
    sub.mode(mode)
    scale = 4 if mode == 3 else 1
    sub.set(ATRBYT=2)
    draw(sub, "NVBXLN", (11 * scale, 5 * scale), (end[0] * scale, end[1] * scale))

    area = {(x, y) for x in range(11, end[0] + 1) for y in range(5, end[1] + 1)}
    outline = {(x, y) for x, y in area if x in (11, end[0]) or y in (5, end[1])}
    assert inked(picture(sub, mode)) == outline


@pytest.mark.parametrize("mode", [5, 6, 7, 8])
def test_a_box_drawn_twice_with_xor_is_gone(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    sub.set(ATRBYT=3, LOGOPR=XOR)
    draw(sub, "NVBXLN", (10, 10), (99, 77))
    once = inked(picture(sub, mode))
    draw(sub, "NVBXLN", (10, 10), (99, 77))

    assert len(once) == 2 * (90 + 68) - 4
    assert inked(picture(sub, mode)) == set()


def test_shapes_go_to_the_active_page(sub: SubRom) -> None:
    sub.mode(5)
    sub.set(ACPAGE=2, ATRBYT=7)
    sub.call("CLSSUB")
    draw(sub, "NVBXFL", (3, 3), (4, 4))
    draw(sub, "DOGRPH", (10, 10), (12, 10))

    points = {(3, 3), (4, 3), (3, 4), (4, 4), (10, 10), (11, 10), (12, 10)}
    assert inked(picture(sub, 5, page=2)) == points
    assert inked(picture(sub, 5)) == set()


@pytest.mark.parametrize("mode", PICTURES)
def test_grpprt_draws_the_font(sub: SubRom, mode: int) -> None:
    patterns, names = read_font(SOURCE.read_text(encoding="utf-8"))
    code = names.index("é")
    sub.mode(mode)
    scale = 4 if mode == 3 else 1
    sub.set(ATRBYT=2)
    sub.set_words(GRPACX=13 * scale, GRPACY=6 * scale)
    sub.call("GRPPRT", a=code)

    rows = patterns[code * ROWS : code * ROWS + ROWS]
    expected = {(13 + x, 6 + y) for y in range(8) for x in range(8) if rows[y] >> (7 - x) & 1}
    assert inked(picture(sub, mode)) == expected
    assert (sub.word("GRPACX"), sub.word("GRPACY")) == (21 * scale, 6 * scale)


@pytest.mark.parametrize(
    ("mode", "code", "before", "after"),
    [
        (5, 13, (100, 16), (0, 24)),
        (5, 65, (248, 16), (0, 24)),
        (5, 65, (248, 204), (0, 0)),
        (7, 65, (248, 16), (256, 16)),
        (2, 65, (248, 184), (0, 0)),
        (3, 65, (224, 0), (0, 32)),
    ],
)
def test_grpprt_goes_to_the_next_line_at_the_edge(
    sub: SubRom, mode: int, code: int, before: tuple[int, int], after: tuple[int, int]
) -> None:
    sub.mode(mode)
    sub.set_words(GRPACX=before[0], GRPACY=before[1])
    registers = sub.call("GRPPRT", a=code, bc=0x1234, de=0x5678, hl=0x9ABC)

    assert (sub.word("GRPACX"), sub.word("GRPACY")) == after
    assert (registers.a, registers.bc, registers.de, registers.hl) == (code, 0x1234, 0x5678, 0x9ABC)


def test_getpat_fetches_a_pattern(sub: SubRom) -> None:
    sub.call("GETPAT", a=ord("A"))

    assert sub.vm.read(0xFC40, 8) == bytes.fromhex("20508888F8888800")


def test_knjprt_does_nothing_without_a_kanji_rom(sub: SubRom) -> None:
    sub.mode(5)
    sub.set_words(GRPACX=10, GRPACY=10)
    sub.call("KNJPRT", bc=0x3021, a=0)

    assert inked(picture(sub, 5)) == set()
    assert sub.word("GRPACX") == 10


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_a_kanji_is_drawn_from_its_four_cells(sub: SubRom, rows: int) -> None:
    # no board has a kanji ROM: its 32 bytes are put where KNJPRT reads them to
    data = random.Random(rows).randbytes(32)
    sub.mode(5)
    sub.vm.write(WORK["LINWRK"], data)
    sub.set(ATRBYT=9)
    sub.set_words(GRPACX=100, GRPACY=50)
    sub.start_at(assemble(SUB_SOURCE)[1]["kanji.draw"], de=rows)
    sub.vm.run(frames=20)

    lines = [
        data[y + 16 * (y > 7) - 8 * (y > 7)] << 8 | data[y + 8 + 8 * (y > 7)] for y in range(16)
    ]
    shown = lines if rows == 0 else lines[rows - 1 :: 2]
    expected = {
        (100 + x, 50 + y) for y, line in enumerate(shown) for x in range(16) if line >> (15 - x) & 1
    }
    assert inked(picture(sub, 5)) == expected
    assert (sub.word("GRPACX"), sub.word("GRPACY")) == (116, 50)


@pytest.mark.parametrize("mode", [0, 1])
def test_grpprt_leaves_text_screens_alone(sub: SubRom, mode: int) -> None:
    sub.mode(mode)
    before = sub.vm.vram(0, 0x4000)
    sub.call("GRPPRT", a=ord("A"))
    sub.call("GRPPRT", a=13)

    assert sub.vm.vram(0, 0x4000) == before
