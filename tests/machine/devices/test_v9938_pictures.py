"""Every screen mode and sprite mode: the fast renderer against the slow one of this folder."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.devices.v9938 import Tms9918a
from tests.machine.devices.v9938_reference import (
    G1,
    G2,
    G3,
    G4,
    G5,
    G6,
    G7,
    MULTI,
    TEXT1,
    TEXT2,
    Frame,
    picture,
)
from tests.machine.devices.v9938_rig import Pixels, Rig

V9938_MODES = {
    "TEXT1": TEXT1, "TEXT2": TEXT2, "MULTICOLOR": MULTI, "GRAPHIC1": G1, "GRAPHIC2": G2,
    "GRAPHIC3": G3, "GRAPHIC4": G4, "GRAPHIC5": G5, "GRAPHIC6": G6, "GRAPHIC7": G7,
}  # fmt: skip
TMS_MODES = ("TEXT1", "MULTICOLOR", "GRAPHIC1", "GRAPHIC2")


def mode_bits(mode: int) -> tuple[int, int]:
    """R0 and R1 of a mode M5 M4 M3 M2 M1, the display on."""
    return mode >> 1 & 0x0E, 0x40 | (mode & 1) << 4 | (mode & 2) << 2


def memory(seed: int, size: int, attributes: list[int]) -> bytearray:
    """Random VRAM whose sprites are sparse enough to tell one from another."""
    source = random.Random(seed)
    vram = bytearray(source.randbytes(size))
    for start in attributes:
        for sprite in range(32):
            vram[(start + 4 * sprite) % size] = source.randrange(256)
    return vram


def expected(frame: Frame) -> Pixels:
    rows = picture(frame)
    if all(len(row) == 320 for row in rows):
        return np.array(rows, np.uint32)
    doubled = [row if len(row) == 640 else [p for p in row for _ in range(2)] for row in rows]
    return np.array(doubled, np.uint32).repeat(2, axis=0)


byte = st.integers(0, 255)
often = st.sampled_from
v9938_registers = st.fixed_dictionaries(
    {
        2: often([0x1F, 0x3F, 0x7F, 0x06]) | st.integers(0, 0x7F), 3: often([0xFF, 0x80]) | byte,
        4: often([0, 3]) | st.integers(0, 0x3F), 5: often([0xEF, 0xF7, 0xFF, 0x36]) | byte,
        6: st.integers(0, 0x3F), 7: byte, 8: often([0x08, 0x28, 0x0A]),
        9: often([0x00, 0x80, 0x02, 0x82, 0x04, 0x84]), 10: st.integers(0, 7), 11: st.integers(0, 3),
        12: byte, 13: often([0x00, 0xF0]), 18: often([0]) | byte, 23: often([0]) | byte,
    }
)  # fmt: skip


@pytest.mark.parametrize("name", V9938_MODES)
@settings(max_examples=6)
@given(registers=v9938_registers, sprites=st.integers(0, 3), seed=st.integers(0, 2**32 - 1))
def test_picture_of_v9938_is_that_of_the_data_book(
    name: str, registers: dict[int, int], sprites: int, seed: int
) -> None:
    r0, r1 = mode_bits(V9938_MODES[name])
    source = random.Random(seed)
    colours = bytes(source.randrange(256) & (7 if i & 1 else 0x77) for i in range(32))
    registers = {0: r0, 1: r1 | sprites, **registers}
    rig = Rig()
    rig.colours(colours)
    rig.set_all(registers.items())
    rig.run_frames()
    rig.chip.write_vram(0, source.randbytes(0x20000))
    rig.run_frames()

    result = rig.picture()

    frame = Frame(
        rig.chip.registers, rig.chip.read_vram(0, 0x20000), colours,
        blink=bool(registers[13]), even_field=bool(rig.chip.state.field),
    )  # fmt: skip
    np.testing.assert_array_equal(result, expected(frame))
    assert rig.chip.mode == name


@pytest.mark.parametrize("name", TMS_MODES)
@pytest.mark.parametrize("hz", [50, 60])
@settings(max_examples=3)
@given(
    registers=st.tuples(
        st.integers(0, 15), byte, st.integers(0, 7), st.integers(0, 127), st.integers(0, 7), byte
    ),
    sprites=st.integers(0, 3),
    seed=st.integers(0, 2**32 - 1),
)
def test_picture_of_tms9918a_is_that_of_the_data_manual(
    name: str, hz: int, registers: tuple[int, ...], sprites: int, seed: int
) -> None:
    r0, r1 = mode_bits(V9938_MODES[name])
    rig = Rig(Tms9918a, hz=hz)
    rig.set_all([(0, r0), (1, r1 | sprites), *enumerate(registers, 2)])
    rig.run_frames()
    rig.chip.write_vram(0, random.Random(seed).randbytes(0x4000))
    rig.run_frames()

    result = rig.picture()

    frame = Frame(rig.chip.registers, rig.chip.read_vram(0, 0x4000))
    np.testing.assert_array_equal(result, expected(frame))


@pytest.mark.parametrize("mode", [0x05, 0x06, 0x0A, 0x11, 0x1F])
def test_mode_that_is_none_shows_one_colour_on_the_v9938(mode: int) -> None:
    rig = Rig()
    r0, r1 = mode_bits(mode)
    rig.set_all([(0, r0), (1, r1), (7, 0x04)])
    rig.run_frames(2)

    middle = rig.picture()[24:216, 60:260]

    assert np.unique(middle).tolist() == [0xFFFFFFFF]


def test_mixed_text_modes_of_the_tms9918a_show_stripes() -> None:
    rig = Rig(Tms9918a)
    rig.set_all([(0, 0), (1, 0x58), (7, 0xF4)])
    rig.run_frames(2)

    row = rig.picture()[100, 32:288]

    white, blue = 0xFFF9FFF8, 0xFF5358DD
    assert row.tolist() == [blue] * 8 + ([white] * 4 + [blue] * 2) * 40 + [blue] * 8


def test_text_with_graphic2_of_the_tms9918a_takes_patterns_from_three_tables() -> None:
    rig = Rig(Tms9918a)
    rig.set_all([(0, 0x02), (1, 0x50), (2, 0x0E), (3, 0xFF), (4, 0x03), (7, 0xF1)])
    for third, bits in enumerate((0x80, 0x40, 0x20)):
        rig.write(third * 0x800, bytes([bits]) * 8)
    rig.run_frames(2)

    picture = rig.picture()

    for third in range(3):
        line = picture[24 + 64 * third, 41:281].tolist()
        assert [x for x in range(6) if line[x] == 0xFFF9FFF8] == [third]
