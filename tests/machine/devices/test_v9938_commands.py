"""The command engine: results against a slow drawing, transfers, durations."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.machine.devices.v9938_drawing import (
    HMMM,
    HMMV,
    LINE,
    LMMM,
    LMMV,
    PSET,
    SHAPES,
    YMMM,
    Canvas,
    Command,
    draw,
)
from tests.machine.devices.v9938_rig import LINE as LINE_TICKS
from tests.machine.devices.v9938_rig import Rig

POINT, SRCH, LMCM, LMMC, HMMC = 0x4, 0x6, 0xA, 0xB, 0xF
NAMES = {HMMV: "HMMV", HMMM: "HMMM", YMMM: "YMMM", LMMV: "LMMV", LMMM: "LMMM", LINE: "LINE",
         PSET: "PSET"}  # fmt: skip
TR, BD, CE = 0x80, 0x10, 0x01


def screen(mode: int, seed: int = 0, display: int = 0) -> Rig:
    """A chip in a bitmap mode with random memory; with the display off commands run fastest."""
    rig = Rig()
    rig.set_all([(0, mode >> 1 & 0x0E), (1, display)])
    rig.run_frames()
    rig.chip.write_vram(0, random.Random(seed).randbytes(0x20000))
    return rig


def start(rig: Rig, command: Command) -> None:
    rig.set(17, 32)
    for value in command.registers:
        rig.bus.write_port(0x9B, value)


def finish(rig: Rig, limit: int = 200_000_000) -> int:
    """Waits for CE to go; returns the ticks that it took, to about 200."""
    begun = rig.bus.now
    while rig.status(2) & CE:
        assert rig.bus.now < begun + limit, "the command does not end"
        rig.run_to(rig.bus.now + 197)
    return rig.bus.now - begun


x_coordinate = st.integers(0, 511)
y_coordinate = st.integers(0, 1023)
small = st.integers(0, 9)
commands = st.builds(
    Command,
    kind=st.just(0), sx=x_coordinate, sy=y_coordinate, dx=x_coordinate, dy=y_coordinate,
    nx=st.integers(0, 511), ny=st.integers(1, 12), colour=st.integers(0, 255),
    argument=st.sampled_from([0, 4, 8, 12]), operation=st.integers(0, 15),
)  # fmt: skip


@pytest.mark.parametrize("kind", NAMES, ids=NAMES.get)
@pytest.mark.parametrize("mode", SHAPES, ids=lambda mode: f"M{mode:05b}")
@settings(max_examples=6)
@given(command=commands, steep=st.booleans(), slope=st.integers(0, 100), seed=st.integers(0, 999))
def test_command_leaves_in_memory_what_the_data_book_says(
    kind: int, mode: int, command: Command, steep: bool, slope: int, seed: int
) -> None:
    values = {**command.__dict__, "kind": kind}
    if kind == LINE:
        values["argument"] |= steep
        values["ny"] = values["nx"] * slope // 100
        values["dx"] %= SHAPES[mode].width
        values["dy"] = values["dy"] % 400 + 100
    command = Command(**values)
    rig = screen(mode, seed)
    canvas = Canvas(SHAPES[mode], rig.chip.read_vram(0, 0x20000))

    start(rig, command)
    finish(rig)
    draw(canvas, command)

    assert rig.chip.read_vram(0, 0x20000) == bytes(canvas.memory)


@pytest.mark.parametrize("mode", SHAPES)
def test_point_puts_the_colour_into_s7(mode: int) -> None:
    rig = screen(mode, seed=3)
    canvas = Canvas(SHAPES[mode], rig.chip.read_vram(0, 0x20000))

    start(rig, Command(POINT, sx=101, sy=57))
    finish(rig)

    assert rig.status(7) == canvas.pixel(101, 57)


@pytest.mark.parametrize(
    ("argument", "colour", "found"), [(0, 7, 140), (2, 1, 140), (4, 7, 60), (6, 1, 60)]
)
def test_search_finds_a_border(argument: int, colour: int, found: int) -> None:
    rig = screen(0x0C)
    rig.chip.write_vram(20 * 128, b"\x11" * 128)
    for x in (60, 140):
        start(rig, Command(PSET, dx=x, dy=20, colour=7))
        finish(rig)

    start(rig, Command(SRCH, sx=100, sy=20, colour=colour, argument=argument))
    finish(rig)

    assert rig.status(2) & BD
    assert (rig.status(8), rig.status(9)) == (found, 0xFE)


@pytest.mark.parametrize("argument", [0, 4])
def test_search_ends_at_the_edge_of_the_screen(argument: int) -> None:
    rig = screen(0x14)
    rig.chip.write_vram(20 * 256, b"\x11" * 256)

    start(rig, Command(SRCH, sx=300, sy=20, colour=9, argument=argument))
    finish(rig)

    assert not rig.status(2) & BD


def transfer(rig: Rig, values: list[int]) -> int:
    """Feeds the bytes of a transfer through R44 as TR asks for them; returns how many were taken."""
    rig.set(17, 0x80 | 44)
    for count, value in enumerate(values):
        while not rig.status(2) & TR:
            if not rig.status(2) & CE:
                return count
            rig.run_to(rig.bus.now + 50)
        rig.bus.write_port(0x9B, value)
    return len(values)


def test_hmmc_takes_bytes_from_the_processor() -> None:
    rig = screen(0x0C)
    data = list(range(0x40, 0x48))

    start(rig, Command(HMMC, dx=10, dy=5, nx=8, ny=2, colour=data[0]))
    transfer(rig, data[1:])
    finish(rig)

    assert rig.chip.read_vram(5 * 128 + 5, 4) == bytes(data[:4])
    assert rig.chip.read_vram(6 * 128 + 5, 4) == bytes(data[4:])


def test_lmmc_combines_pixels_from_the_processor() -> None:
    rig = screen(0x0C)
    rig.chip.write_vram(5 * 128, b"\x33" * 128)

    start(rig, Command(LMMC, dx=10, dy=5, nx=4, ny=1, colour=1, operation=3))
    transfer(rig, [2, 4, 8])
    finish(rig)

    assert rig.chip.read_vram(5 * 128 + 5, 2) == b"\x21\x7b"


def test_transfer_waits_for_the_processor() -> None:
    rig = screen(0x0C)
    start(rig, Command(HMMC, nx=4, ny=1, colour=0x12))

    rig.run_frames(3)

    assert rig.status(2) & (TR | CE) == TR | CE
    assert rig.chip.registers[46] == 0xF0


def test_lmcm_gives_pixels_to_the_processor() -> None:
    rig = screen(0x10, seed=5)
    canvas = Canvas(SHAPES[0x10], rig.chip.read_vram(0, 0x20000))
    start(rig, Command(LMCM, sx=33, sy=9, nx=6, ny=2))
    pixels = []

    for _ in range(12):
        while not rig.status(2) & TR:
            rig.run_to(rig.bus.now + 50)
        pixels.append(rig.status(7))

    assert not rig.status(2) & CE
    assert pixels == [canvas.pixel(33 + x, 9 + y) for y in range(2) for x in range(6)]


def test_stop_ends_a_command_at_once() -> None:
    rig = screen(0x0C)
    start(rig, Command(HMMV, nx=0, ny=212, colour=0x55))
    rig.run_to(rig.bus.now + 20_000)

    rig.set(46, 0)

    assert not rig.status(2) & CE
    before = rig.chip.read_vram(0, 0x20000)
    rig.run_frames(5)
    assert rig.chip.read_vram(0, 0x20000) == before


def test_positions_after_a_block_are_those_of_the_next_row() -> None:
    rig = screen(0x0C)

    start(rig, Command(HMMM, sx=4, sy=10, dx=8, dy=20, nx=8, ny=3))
    finish(rig)

    registers = rig.chip.registers
    assert registers[34:36] == [13, 0]
    assert registers[38:40] == [23, 0]
    assert registers[42:44] == [0, 0]


def test_command_in_another_mode_ends_at_once() -> None:
    rig = Rig()
    rig.set(0, 0x02)
    rig.run_frames()

    start(rig, Command(HMMV, nx=8, ny=8, colour=0xFF))

    assert not rig.status(2) & CE
    assert not any(rig.chip.read_vram(0, 0x4000))


def test_expansion_memory_gives_ones_and_takes_nothing() -> None:
    rig = screen(0x0C)
    before = rig.chip.read_vram(0, 0x20000)

    start(rig, Command(HMMV, nx=8, ny=2, colour=0x00, argument=0x20))
    finish(rig)
    assert rig.chip.read_vram(0, 0x20000) == before

    start(rig, Command(POINT, argument=0x10))
    finish(rig)
    assert rig.status(7) == 0x0F


@pytest.mark.parametrize(
    ("display", "sprites_off", "per_byte"),
    # One access slot a byte at best every 48 ticks; per line 154, 88 or 31 slots.
    [(0x00, 0, (48, 56)), (0x40, 2, (50, 66)), (0x40, 0, (60, 90))],
)
def test_fill_takes_the_time_that_the_display_leaves(
    display: int, sprites_off: int, per_byte: tuple[int, int]
) -> None:
    rig = screen(0x0C, display=display)
    rig.set(8, 0x08 | sprites_off)
    rig.run_frames()
    rig.run_to_line(60)

    start(rig, Command(HMMV, nx=0, ny=6, colour=1))
    ticks = finish(rig)

    assert per_byte[0] * 768 <= ticks <= per_byte[1] * 768


@pytest.mark.parametrize(("reads", "busy", "done"), [(5, 114_240, 114_462), (6, 114_396, 114_618)])
def test_fill_gives_way_to_reads_as_measured_in_openmsx(reads: int, busy: int, done: int) -> None:
    rig = screen(0x0C, display=0x40)
    rig.set_all([(8, 0x08), (15, 2)])
    rig.run_frames()
    rig.run_to(rig.frame_start + 87_000)

    start(rig, Command(LMMV, dx=42, dy=283, nx=21, ny=9, colour=12))
    for number in range(reads):  # the first at the very start of a line
        rig.run_to(rig.frame_start + 87_552 + 156 * number)
        rig.enter(0)
    rig.run_to(rig.frame_start + busy)
    before = rig.enter(1) & CE
    rig.run_to(rig.frame_start + done)

    assert (before, rig.enter(1) & CE) == (CE, 0)


def test_fill_shows_as_far_as_it_has_come_when_the_beam_passes() -> None:
    rig = screen(0x0C, display=0x40)
    rig.set_all([(2, 0x1F), (8, 0x0A)])
    rig.chip.write_vram(0, b"\x88" * 0x8000)
    rig.run_frames()

    start(rig, Command(HMMV, nx=0, ny=192, colour=0xFF))
    rig.run_frames()

    white = rig.picture()[24:216, 160] == 0xFFFFFFFF
    # Eight to nine rows are done when the display begins; then the beam is five times as fast.
    assert white[:8].all()
    assert not white[14:].any()


def test_status_is_the_same_however_often_one_looks() -> None:
    states = []
    for step in (100_000, 61):
        rig = screen(0x0C, seed=9, display=0x40)
        rig.run_to_line(30)
        start(rig, Command(LMMM, sx=10, sy=10, dx=100, dy=60, nx=40, ny=5, operation=3))
        begun = rig.bus.now
        while rig.bus.now < begun + 50 * LINE_TICKS:
            rig.run_to(min(rig.bus.now + step, begun + 50 * LINE_TICKS))
            rig.status(2)
        states.append((rig.status(2), rig.chip.registers, rig.chip.read_vram(0, 0x20000)))

    assert states[0] == states[1]
