"""A disk with the system starts it."""

import pytest

from machine.fat import Volume
from machine.fat.system import system_disk
from machine.media.dsk import SIZES
from tests.support.dos import begun


@pytest.mark.parametrize("size", SIZES)
def test_a_system_disk_of_every_size_has_the_systems_files_and_room(size):
    volume = Volume(system_disk(size).contents())

    assert [entry.name for entry in volume.entries()] == ["EBDOS.SYS", "COMMAND.COM"]
    assert volume.free > 50_000


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_a_system_disk_starts_its_prompt(board):
    dos = begun(board, system_disk())

    dos.wait()

    assert dos.rows()[-1] == "A>"
