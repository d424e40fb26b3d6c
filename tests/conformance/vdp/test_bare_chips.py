"""Bare chips compared: whole frames of random registers and memory, and writes in mid-frame.

Two things are left out on purpose. A line whose sprites were looked at before the sprite mode or TP
changed shows them here as they were then, in openMSX as the new mode or TP has it.
"""

import random
from collections.abc import Iterator

import numpy as np
import pytest

from machine.devices.v9938 import V9938, Tms9918a
from tests.conformance.vdp.bare_chips import Scene, Write, ours, theirs
from tests.machine.devices.v9938_rig import LINE
from tests.support import openmsx

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(bool(openmsx.missing()), reason=f"not installed: {openmsx.missing()}"),
]
MODES = {"GRAPHIC1": 0, "TEXT1": 1, "MULTICOLOR": 2, "GRAPHIC2": 4, "GRAPHIC3": 8, "TEXT2": 9,
         "GRAPHIC4": 12, "GRAPHIC5": 16, "GRAPHIC6": 20, "GRAPHIC7": 28}  # fmt: skip


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    with openmsx.display() as name:
        yield name


def mode_bits(mode: int) -> dict[int, int]:
    return {0: mode >> 1 & 0x0E, 1: 0x40 | (mode & 1) << 4 | (mode & 2) << 2}


def v9938_scene(mode: int, seed: int, writes: tuple[Write, ...] = (), **fixed: int) -> Scene:
    source = random.Random(seed)
    registers = mode_bits(mode)
    registers[1] |= source.randrange(4)
    registers |= {
        2: source.choice([0x1F, 0x3F, 0x7F, source.randrange(128)]),
        3: source.choice([0xFF, 0x80, source.randrange(256)]),
        4: source.choice([0, 3, source.randrange(64)]), 5: source.choice([0xFF, 0xEF, 0x36, 0xF7]),
        6: source.randrange(64), 7: source.randrange(256), 8: source.choice([0x08, 0x28, 0x0A]),
        9: source.choice([0x00, 0x80]), 10: source.randrange(8), 11: source.randrange(4),
        12: source.randrange(256), 13: source.choice([0, 0xF0]), 18: source.choice([0, source.randrange(256)]),
        23: source.choice([0, source.randrange(256)]),
    }  # fmt: skip
    registers |= {int(name[1:]): value for name, value in fixed.items()}
    palette = bytes(source.randrange(256) & (7 if i & 1 else 0x77) for i in range(32))
    return Scene(registers, source.randbytes(0x20000), palette, writes)


def compare(
    screen: str, chip: type[V9938] | type[Tms9918a], hz: int, scenes: list[Scene]
) -> list[int]:
    """The numbers of the scenes whose pictures differ."""
    if chip is V9938 and hz == 50:
        scenes = [
            Scene({**s.registers, 9: s.registers.get(9, 0) | 2}, s.memory, s.palette, s.writes)
            for s in scenes
        ]
    results = theirs(screen, chip, hz, scenes)
    return [
        number for number, (scene, (picture, ticks)) in enumerate(zip(scenes, results, strict=True))
        if not np.array_equal(ours(chip, hz, scene, ticks), picture)
    ]  # fmt: skip


@pytest.mark.parametrize("hz", [50, 60])
def test_every_mode_of_the_v9938_shows_the_same_picture(screen: str, hz: int) -> None:
    scenes = [
        v9938_scene(mode, 100 * hz + mode + 1000 * k) for k in range(3) for mode in MODES.values()
    ]

    assert compare(screen, V9938, hz, scenes) == []


def test_modes_that_are_none_show_the_same_picture(screen: str) -> None:
    scenes = [v9938_scene(mode, mode) for mode in range(32) if mode not in MODES.values()]

    assert compare(screen, V9938, 60, scenes) == []


@pytest.mark.parametrize("hz", [50, 60])
def test_every_mode_and_mix_of_the_tms9918a_shows_the_same_picture(screen: str, hz: int) -> None:
    source = random.Random(hz)
    scenes = []
    for mode in [*range(8)] * 3:
        registers = mode_bits(mode)
        registers[1] |= 0x80 | source.randrange(4)
        values = (source.randrange(16), source.randrange(256), source.randrange(8),
                  source.randrange(128), source.randrange(8), source.randrange(256))  # fmt: skip
        registers |= dict(enumerate(values, 2))
        scenes.append(Scene(registers, source.randbytes(0x4000)))

    assert compare(screen, Tms9918a, hz, scenes) == []


def spread(register: int, values: list[int], first: int = 75) -> tuple[Write, ...]:
    """Writes five lines and some ticks apart."""
    return tuple(
        Write((first + 5 * k) * LINE + 61 * k % LINE, register, value)
        for k, value in enumerate(values, 1)
    )


WRITES = {
    "backdrop": (12, spread(7, [k * 37 & 255 for k in range(24)])),
    "backdrop wide": (20, spread(7, [k * 37 & 255 for k in range(24)])),
    "backdrop text": (9, spread(7, [k * 37 & 255 for k in range(24)])),
    "scroll": (12, spread(23, [k * 7 for k in range(24)])),
    "scroll text": (1, spread(23, [k * 7 for k in range(24)])),
    "page": (12, spread(2, [0x1F if k & 1 else 0x5F for k in range(24)])),
    "patterns": (0, spread(4, [k & 15 for k in range(24)])),
    "blanking": (12, spread(1, [0x42 if k & 1 else 0x02 for k in range(24)])),
    "mode": (12, spread(0, [0x06 if k & 1 else 0x00 for k in range(24)])),
    "wide mode": (12, spread(0, [0x06 if k & 1 else 0x0A for k in range(24)])),
    "adjust": (12, spread(18, [k & 15 for k in range(24)])),
    "sprites off": (12, spread(8, [0x0A if k & 1 else 0x08 for k in range(24)])),
    "transparency": (12, spread(8, [0x2A if k & 1 else 0x0A for k in range(24)])),
    "sprite size": (12, spread(1, [0x40 | k & 3 for k in range(24)])),
    "sprite table": (12, spread(5, [0xEF if k & 1 else 0xE7 for k in range(24)])),
    "sprite patterns": (12, spread(6, [k & 15 for k in range(24)])),
}


def test_registers_changed_in_mid_frame_show_at_the_same_pixel(screen: str) -> None:
    scenes = []
    for seed, (name, (mode, writes)) in enumerate(WRITES.items()):
        fixed = {"R9": 0, "R13": 0, "R18": 0, "R23": 0}
        if name in ("mode", "transparency"):
            fixed["R8"] = 0x0A
        scenes.append(v9938_scene(mode, seed, writes, **fixed))

    different = compare(screen, V9938, 60, scenes)

    assert [list(WRITES)[number] for number in different] == []
