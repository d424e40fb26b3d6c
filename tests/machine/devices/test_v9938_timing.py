"""Frames, fields and interrupts.

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
