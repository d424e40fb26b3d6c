"""Frames, interrupts, and on which line and pixel a change shows.

The ticks are those that openMSX 18 shows for the same events (tests/conformance/vdp).
"""

import numpy as np
import pytest

from machine.devices.v9938 import V9938, Tms9918a
from tests.machine.devices.v9938_rig import LINE, Rig

GRAPHIC4 = [(0, 0x06), (1, 0x40), (2, 0x1F), (8, 0x08)]
WHITE, RED = 0xFFFFFFFF, 0xFFFF2424


@pytest.mark.parametrize(("r9", "lines"), [(0x00, 262), (0x02, 313)])
def test_frame_of_the_v9938_has_262_or_313_lines(r9: int, lines: int) -> None:
    rig = Rig()
    rig.set(9, r9)
    rig.run_frames()
    start = rig.frame_start

    rig.run_frames(10)

    assert rig.frame_start - start == 10 * lines * LINE


@pytest.mark.parametrize(("hz", "lines"), [(60, 262), (50, 313)])
def test_frame_of_the_tms9918a_has_262_or_313_lines(hz: int, lines: int) -> None:
    rig = Rig(Tms9918a, hz=hz)

    rig.run_frames(10)

    assert rig.frame_start == 10 * lines * LINE


def test_end_of_frame_stops_the_bus_and_counts() -> None:
    rig = Rig()
    rig.run_to_line(261, 1367)
    assert (rig.chip.frames, rig.bus.stop) == (0, False)

    rig.run_to_line(262)

    assert (rig.chip.frames, rig.bus.stop) == (1, True)


@pytest.mark.parametrize(
    ("r9", "r18", "line"),
    [
        (0x00, 0, 234),
        (0x80, 0, 244),
        (0x02, 0, 261),
        (0x82, 0, 271),
        (0, 0x70, 227),
        (0, 0x80, 242),
    ],
)
def test_vertical_interrupt_comes_in_the_line_after_the_display(
    r9: int, r18: int, line: int
) -> None:
    rig = Rig()
    rig.set_all([(1, 0x60), (9, r9), (18, r18)])
    rig.run_frames(2)
    rig.status(0)

    rig.run_to_line(line, 201)
    before = rig.irq
    rig.run_to_line(line, 202)

    assert (before, rig.irq) == (False, True)


def test_status_read_takes_the_vertical_interrupt_back() -> None:
    rig = Rig()
    rig.set(1, 0x60)
    rig.run_to_line(235)

    assert rig.status(0) & 0x80
    assert not rig.irq
    assert not rig.status(0) & 0x80


def test_vertical_flag_waits_for_its_enable() -> None:
    rig = Rig()
    rig.run_to_line(235)
    assert not rig.irq

    rig.set(1, 0x20)

    assert rig.irq


@pytest.mark.parametrize(
    ("registers", "line", "tick"),
    [
        ({19: 50}, 92, 1282),
        ({19: 50, 18: 0x07}, 92, 1254),
        ({19: 50, 18: 0x08}, 92, 1314),
        ({19: 50, 0: 0x14, 1: 0x50}, 92, 1254),
        ({19: 50, 18: 0x70}, 85, 1282),
        ({19: 60, 23: 10}, 92, 1282),
        ({19: 200, 9: 0x80}, 232, 1282),
        ({19: 192}, 234, 1282),
        ({19: 230}, 10, 1282),
    ],
)
def test_line_interrupt_comes_at_the_right_border(
    registers: dict[int, int], line: int, tick: int
) -> None:
    rig = Rig()
    rig.set_all({0: 0x16, 1: 0x40, **registers}.items())
    rig.run_frames(2)
    rig.status(1)
    rig.run_to_line(line, tick - 1)
    before = rig.irq

    rig.run_to_line(line, tick)

    assert (before, rig.irq) == (False, True)
    assert rig.status(1) == 1
    assert not rig.irq


@pytest.mark.parametrize("registers", [{19: 255}, {19: 50, 23: 60}])
def test_line_that_the_counter_never_reaches_gives_no_interrupt(registers: dict[int, int]) -> None:
    rig = Rig()
    rig.set_all({0: 0x16, 1: 0x40, **registers}.items())

    rig.run_frames(3)

    assert not rig.irq


def test_line_flag_without_its_enable_lasts_to_the_next_left_border() -> None:
    rig = Rig()
    rig.set_all([*GRAPHIC4, (19, 50), (15, 1)])
    rig.run_frames()

    flags = []
    for line, tick in ((92, 1281), (92, 1282), (93, 201), (93, 202)):
        rig.run_to_line(line, tick)
        flags.append(rig.chip.status[1])

    assert flags == [0, 1, 1, 0]


def test_line_interrupt_goes_with_its_enable() -> None:
    rig = Rig()
    rig.set_all([(0, 0x16), (1, 0x40), (19, 50)])
    rig.run_to_line(93)
    assert rig.irq

    rig.set(0, 0x06)

    assert not rig.irq


def test_vertical_retrace_bit_is_low_around_the_display() -> None:
    rig = Rig()
    rig.set_all(GRAPHIC4)
    rig.run_frames()
    bits = []

    for line, tick in ((41, 201), (41, 202), (234, 201), (234, 202)):
        rig.run_to_line(line, tick)
        bits.append(rig.status(2) >> 6 & 1)

    assert bits == [1, 0, 0, 1]


@pytest.mark.parametrize(("mode", "edges"), [((0x06, 0x40), (226, 1282)), ((0, 0x50), (290, 1254))])
def test_horizontal_retrace_bit_is_low_in_the_line(
    mode: tuple[int, int], edges: tuple[int, int]
) -> None:
    rig = Rig()
    rig.set_all(enumerate(mode))
    rig.run_frames()
    bits = []

    for tick in (edges[0] - 1, edges[0], edges[1] - 1, edges[1]):
        rig.run_to_line(100, tick)
        bits.append(rig.status(2) >> 5 & 1)

    assert bits == [1, 0, 0, 1]


def test_field_bit_changes_with_every_frame() -> None:
    rig = Rig()
    fields = []

    for _ in range(4):
        fields.append(rig.status(2) & 2)
        rig.run_frames()

    assert fields == [2, 0, 2, 0]


def test_even_field_shows_the_even_page() -> None:
    rig = Rig()
    rig.set_all([*GRAPHIC4, (2, 0x3F), (9, 0x04)])
    rig.run_frames()
    rig.chip.write_vram(0x0000, b"\x88" * 0x8000)
    rig.chip.write_vram(0x8000, b"\xff" * 0x8000)
    colours = []

    for _ in range(3):
        rig.run_frames()
        colours.append(rig.picture()[100, 160])

    assert colours in ([RED, WHITE, RED], [WHITE, RED, WHITE])


def test_odd_field_of_an_interlaced_picture_is_half_a_line_lower() -> None:
    rig = Rig()
    rig.set_all([*GRAPHIC4, (7, 15), (9, 0x08)])
    rig.chip.write_vram(0, b"\x88" * 0x8000)
    rig.run_frames(2)
    tops = []

    for _ in range(4):
        rig.run_frames()
        picture = rig.picture()
        assert picture.shape == (480, 640)
        rows = np.nonzero(picture[:, 320] == RED)[0]
        tops.append((bool(rig.chip.state.field), int(rows.min()), int(rows.max())))

    # The field bit is that of the frame that follows the picture.
    even, odd = (True, 48, 48 + 383), (False, 49, 49 + 383)
    assert tops in ([even, odd] * 2, [odd, even] * 2)


def test_blink_alternates_the_pages_in_tens_of_frames() -> None:
    rig = Rig()
    rig.set_all([*GRAPHIC4, (2, 0x3F)])
    rig.chip.write_vram(0x0000, b"\x88" * 0x8000)
    rig.chip.write_vram(0x8000, b"\xff" * 0x8000)
    rig.run_frames()

    rig.set(13, 0x12)
    seen = []
    for _ in range(60):
        rig.run_frames()
        seen.append(bool(rig.picture()[100, 160] == RED))

    changes = [frame for frame in range(1, 60) if seen[frame] != seen[frame - 1]]
    assert seen[0]
    assert np.diff(changes).tolist() == [20, 10, 20][: len(changes) - 1]
    assert len(changes) >= 3


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
    rig = Rig()
    rig.set_all([*GRAPHIC4, (7, 8)])
    rig.run_frames()
    rig.run_to_line(line, tick)

    rig.set(7, 15)
    rig.run_frames()

    row = rig.picture()[line - 18]
    assert row.tolist() == [RED] * first + [WHITE] * (320 - first)


@pytest.mark.parametrize(("r8", "first"), [(0x08, 79), (0x0A, 69)])
def test_vram_write_shows_when_the_access_is_made(r8: int, first: int) -> None:
    """At tick 514; the first slots 16 ticks later are 572 beside sprites and 534 without."""
    rig = Rig()
    rig.set_all([*GRAPHIC4, (8, r8)])
    rig.run_frames()
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
    rig = Rig()
    rig.set_all([*GRAPHIC4, (8, 0x0A)])
    rig.run_frames()
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
    rig = Rig()
    rig.set_all([*GRAPHIC4, (8, 0x0A)])
    rig.set_all([(36, x), (37, 0), (38, 100 - 42), (39, 0), (44, 8), (45, 0)])
    rig.run_frames()
    rig.run_to_line(100, 258 + 4 * 128)

    rig.set(46, 0x50)
    rig.run_frames()

    assert (rig.picture()[100 - 18, 32 + x] == RED) == (line == 100)
    rig.run_frames()
    assert rig.picture()[100 - 18, 32 + x] == RED


@pytest.mark.parametrize(("tick", "line"), [(143, 100), (144, 101), (1367, 101)])
def test_blanking_takes_effect_at_the_start_of_a_line(tick: int, line: int) -> None:
    rig = Rig()
    rig.set_all([*GRAPHIC4, (7, 15)])
    rig.chip.write_vram(0, b"\x88" * 0x8000)
    rig.run_frames()
    rig.run_to_line(100, tick)

    rig.set(1, 0x00)
    rig.run_frames()

    column = rig.picture()[:, 160]
    assert (column[24 : line - 18] == RED).all()
    assert (column[line - 18 :] == WHITE).all()


def test_mode_changes_between_lines_and_makes_the_frame_wide() -> None:
    rig = Rig()
    rig.set_all([*GRAPHIC4, (7, 0)])
    rig.chip.write_vram(0, b"\xf8" * 0x8000)
    rig.run_frames()
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
    rig = Rig()
    rig.set_all(GRAPHIC4)
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
    rig = Rig()
    rig.set_all([*GRAPHIC4, (7, 15), (18, r18)])
    rig.chip.write_vram(0, b"\x88" * 0x8000)

    rig.run_frames(2)

    rows, columns = np.nonzero(rig.picture() == RED)
    assert (columns.min(), columns.max()) == (left, left + 255)
    assert (rows.min(), rows.max()) == (top, top + 191)


def test_212_lines_are_lost_if_their_start_is_missed() -> None:
    rig = Rig()
    rig.set_all([*GRAPHIC4, (7, 15)])
    rig.chip.write_vram(0, b"\x88" * 0x8000)
    rig.run_frames()
    rig.run_to_line(35)

    rig.set(9, 0x80)
    rig.run_frames()
    lost = rig.picture()
    rig.run_frames()

    assert (lost == WHITE).all()
    assert (rig.picture()[14:226, 100] == RED).all()


@pytest.mark.parametrize("chip", [V9938, Tms9918a])
def test_event_is_handled_late_as_if_in_time(chip: type[V9938] | type[Tms9918a]) -> None:
    prompt, late = Rig(chip), Rig(chip)
    for rig in (prompt, late):
        rig.set_all([(0, 0), (1, 0x60), (7, 0xF4)])
    end = 5 * 262 * LINE + 777

    prompt.run_to(end)
    late.bus.now = end
    late.chip.catch_up(end)

    assert late.frame_start == prompt.frame_start
    assert late.chip.state.due == prompt.chip.state.due
    assert late.chip.frames == prompt.chip.frames == 5
    np.testing.assert_array_equal(late.picture(), prompt.picture())
    assert late.bus.irq == prompt.bus.irq
