"""Every scene, at 50 and 60 Hz, here and in openMSX: the pictures are equal bit for bit."""

import random
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from machine.api import Session
from tests.conformance.vdp.scenes import SCENES, Scene
from tests.support import openmsx

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(bool(openmsx.missing()), reason=f"not installed: {openmsx.missing()}"),
]
MOMENTS = (8.0, 8.75)  # emulated seconds; scripts start at 2.3 to 4.3 and take up to 3
SEEDS = (1,)
CASES = [
    (scene, board, hz, seed)
    for scene in SCENES
    for board in scene.boards
    for hz in (50, 60)
    for seed in SEEDS
]


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """An X server for all runs of openMSX."""
    with openmsx.display() as name:
        yield name


@pytest.mark.parametrize(
    ("scene", "board", "hz", "seed"), CASES, ids=lambda value: getattr(value, "name", str(value))
)
def test_a_scene_looks_as_in_openmsx(
    scene: Scene, board: str, hz: int, seed: int, screen: str, tmp_path: Path
) -> None:
    draw = random.Random(zlib.crc32(scene.name.encode()) + seed)
    rom = tmp_path / "scene.rom"
    rom.write_bytes(scene.make(draw).cartridge())

    theirs = openmsx.pictures(screen, board, hz, rom, MOMENTS, doubled=scene.doubled)
    with Session(board, hz=hz, cart1=rom) as vm:
        for moment, reference in zip(MOMENTS, theirs, strict=True):
            vm.machine.run(round(moment * vm.machine.ticks_per_second))
            ours = vm.frame()
            assert ours.shape == reference.shape
            different = (ours != reference).any(axis=-1)
            rows, columns = np.nonzero(different)
            assert not len(rows), (
                f"{len(rows)} pixels differ, rows {rows.min()}-{rows.max()},"
                f" columns {columns.min()}-{columns.max()}"
            )
