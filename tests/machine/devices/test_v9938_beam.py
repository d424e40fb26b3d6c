"""On which line and pixel a change shows.

The ticks are those that openMSX 18 shows for the same changes (tests/conformance/vdp).
"""

import numpy as np
import pytest

from machine.devices.v9938 import V9938, Tms9918a
from tests.machine.devices.v9938_rig import Rig

GRAPHIC4 = [(0, 0x06), (1, 0x40), (2, 0x1F), (8, 0x08)]
WHITE, RED = 0xFFFFFFFF, 0xFFFF2424


def graphic4(*registers: tuple[int, int], byte: int = 0) -> Rig:
    """A chip that has shown a frame of GRAPHIC4: these registers, and a picture of one byte."""
    rig = Rig()
    rig.set_all([*GRAPHIC4, *registers])
    rig.chip.write_vram(0, bytes((byte,)) * 0x8000)
    rig.run_frames()
    return rig


@pytest.mark.parametrize(
    ("line", "tick", "first"),
    [
        (100, 130, 0),  # the picture's first column
        (100, 130 + 4 * 100, 100),
        (100, 132, 1),  # in the border half a pixel is rounded up
        (100, 260, 32),  # in the display down
        (100, 130 + 4 * 300 + 2, 301),
    ],
)
def test_border_colour_changes_at_the_pixel_of_the_beam(line: int, tick: int, first: int) -> None:
    rig = graphic4((7, 8))
    rig.run_to_line(line, tick)

    rig.set(7, 15)
    rig.run_frames()

    row = rig.picture()[line - 18]
    assert row.tolist() == [RED] * first + [WHITE] * (320 - first)


@pytest.mark.parametrize(("r8", "first"), [(0x08, 79), (0x0A, 69)])
def test_vram_write_shows_when_the_access_is_made(r8: int, first: int) -> None:
    """At tick 514; the first slots 16 ticks later are 572 beside sprites and 534 without."""
    rig = graphic4((8, r8))
    rig.run_to_line(100, 514)
    y = 100 - 42

    rig.write(y * 128, b"\x88" * 256)
    rig.run_frames()

    picture = rig.picture()
    assert (picture[100 - 18, 32 : 32 + first] != RED).all()
    assert (picture[100 - 18, 32 + first : 288] == RED).all()
    assert (picture[101 - 18, 32:288] == RED).all()


@pytest.mark.parametrize(
    ("chip", "tick", "line"),
    [(V9938, 1218, 2), (V9938, 1224, 3), (Tms9918a, 1206, 2), (Tms9918a, 1212, 3)],
)
def test_letter_under_the_beam_changes_when_the_access_is_made(
    chip: type[V9938] | type[Tms9918a], tick: int, line: int
) -> None:
    """The third pixel of column 39 is drawn at tick 1238; the ticks are measured in openMSX."""
    rig = Rig(chip)
    rig.set_all([(0, 0), (1, 0x50), (2, 0), (4, 1), (7, 0xF4)])
    rig.run_frames()
    rig.write(0, bytes(960))
    rig.write(0x800, bytes(8) + b"\xff" * 8)
    rig.run_frames()
    rig.run_to_line(42 + 2, tick)

    rig.write(39, b"\x01")
    rig.run_frames()

    column = rig.picture()[42 - 18 : 50 - 18, 41 + 6 * 39 + 2]
    assert [int(pixel != column[0]) for pixel in column] == [0] * line + [1] * (8 - line)


def test_a_command_shows_from_the_beam_on() -> None:
    """A fill of one row from the right to the left meets the beam in the middle of it."""
    rig = graphic4((8, 0x0A))
    y = 100 - 42
    rig.set_all([(36, 255), (37, 0), (38, y), (39, 0), (40, 0), (41, 0), (42, 1), (43, 0)])
    rig.set_all([(44, 0x88), (45, 0x04)])
    rig.run_to_line(98)

    rig.set(46, 0xC0)
    rig.run_frames()

    shown = rig.picture()[100 - 18, 32:288] == RED
    edge = int(shown.argmax())
    assert 64 < edge < 192
    assert shown[edge:].all()
    assert not shown[:edge].any()


@pytest.mark.parametrize(("x", "line"), [(40, 101), (240, 100)])
def test_a_point_set_on_the_line_of_the_beam_shows_right_of_it(x: int, line: int) -> None:
    rig = graphic4((8, 0x0A))
    rig.set_all([(36, x), (37, 0), (38, 100 - 42), (39, 0), (44, 8), (45, 0)])
    rig.run_to_line(100, 258 + 4 * 128)

    rig.set(46, 0x50)
    rig.run_frames()

    assert (rig.picture()[100 - 18, 32 + x] == RED) == (line == 100)
    rig.run_frames()
    assert rig.picture()[100 - 18, 32 + x] == RED


@pytest.mark.parametrize(("tick", "line"), [(143, 100), (144, 101), (1367, 101)])
def test_blanking_takes_effect_at_the_start_of_a_line(tick: int, line: int) -> None:
    rig = graphic4((7, 15), byte=0x88)
    rig.run_to_line(100, tick)

    rig.set(1, 0x00)
    rig.run_frames()

    column = rig.picture()[:, 160]
    assert (column[24 : line - 18] == RED).all()
    assert (column[line - 18 :] == WHITE).all()


def test_mode_changes_between_lines_and_makes_the_frame_wide() -> None:
    rig = graphic4((7, 0), byte=0xF8)
    rig.run_to_line(100)

    rig.set(0, 0x0A)
    rig.run_frames()

    picture = rig.picture()
    assert picture.shape == (480, 640)
    above, below = picture[2 * (99 - 18)], picture[2 * (101 - 18)]
    assert above[64:72].tolist() == [WHITE, WHITE, RED, RED] * 2
    assert set(below[64:576].tolist()) <= {WHITE, RED, 0xFF000000}
    assert below[64:66].tolist() == [WHITE, RED]


def test_scroll_in_mid_frame_moves_the_lines_below() -> None:
    rig = graphic4()
    for y in range(256):
        rig.chip.write_vram(y * 128, bytes([y & 15 | (y & 15) << 4]) * 128)
    rig.run_frames()
    rig.run_to_line(142)

    rig.set(23, 5)
    rig.run_frames()

    colours = [0xFF000000 | r << 16 | g << 8 | b for r, g, b in rig.chip.palette]
    column = rig.picture()[24:216, 100].tolist()
    assert column[99] == colours[99 & 15]
    assert column[101] == colours[106 & 15]


@pytest.mark.parametrize(("r18", "left", "top"), [(0x00, 32, 24), (0x11, 31, 23), (0x8F, 33, 32)])
def test_adjust_moves_the_display(r18: int, left: int, top: int) -> None:
    rig = graphic4((7, 15), (18, r18), byte=0x88)

    rig.run_frames()

    rows, columns = np.nonzero(rig.picture() == RED)
    assert (columns.min(), columns.max()) == (left, left + 255)
    assert (rows.min(), rows.max()) == (top, top + 191)


def test_212_lines_are_lost_if_their_start_is_missed() -> None:
    rig = graphic4((7, 15), byte=0x88)
    rig.run_to_line(35)

    rig.set(9, 0x80)
    rig.run_frames()
    lost = rig.picture()
    rig.run_frames()

    assert (lost == WHITE).all()
    assert (rig.picture()[14:226, 100] == RED).all()
