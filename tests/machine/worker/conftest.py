"""A machine with a small guest, in this process and as what a worker starts; a disk's file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from machine.image.store import IN_MEMORY
from machine.media import dsk
from machine.worker import messages as m
from machine.worker.bays import Bays
from machine.worker.vm import Vm
from tests.support.guest import BOARD, roms_in


@pytest.fixture
def vm(tmp_path: Path) -> Iterator[Vm]:
    folder = tmp_path / "roms"
    folder.mkdir()
    made = Vm.open(IN_MEMORY, BOARD, 60, roms_in(folder), resume=True)
    yield made
    made.store.close()


@pytest.fixture
def bays(vm: Vm) -> Bays:
    return vm.bays


@pytest.fixture
def disk_file(tmp_path: Path) -> Path:
    path = tmp_path / "game.dsk"
    path.write_bytes(dsk.blank(360 * 1024).base)
    return path


@pytest.fixture
def start(tmp_path: Path) -> m.Start:
    folder = tmp_path / "roms"
    folder.mkdir()
    return m.Start(board=BOARD, roms=roms_in(folder))
