"""Requests that look at what a VM file holds, whoever made that file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from machine.image.store import IN_MEMORY
from machine.worker import codec
from machine.worker import messages as m
from machine.worker.requests import ALL_THUMBNAILS, ONE_THUMBNAIL, Desk
from machine.worker.vm import Vm
from tests.support.guest import BOARD, roms_in


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "roms").mkdir()
    made = Desk()
    made.settle_in(Vm.open(IN_MEMORY, BOARD, 60, roms_in(tmp_path / "roms"), resume=True))
    yield made
    made.vm.store.close()


def listed(desk: Desk) -> tuple[m.SnapshotInfo, ...]:
    answer = desk.carry_out(m.ListSnapshots(id=1))
    assert isinstance(answer, m.Snapshots)
    assert codec.pack(m.Done(id=1, result=answer))  # it fits in a message
    return answer.nodes


def test_of_very_many_snapshots_the_newest_keep_their_thumbnails(desk: Desk) -> None:
    thumbnail = bytes(ONE_THUMBNAIL)
    kept = ALL_THUMBNAILS // ONE_THUMBNAIL
    capture = {"tick": 0}
    for number in range(kept + 3):
        desk.vm.snapshots.take(capture, f"{number}", number, thumbnail)

    nodes = listed(desk)

    assert [node.name for node in nodes] == [str(number) for number in range(kept + 3)]
    assert [bool(node.thumbnail) for node in nodes] == [False] * 3 + [True] * kept


def test_a_strangers_snapshot_with_too_much_to_show_is_shown_in_part(desk: Desk) -> None:
    desk.vm.snapshots.take({"tick": 0}, "n" * (70 << 20), 0, bytes(70 << 20))

    (node,) = listed(desk)

    assert node.thumbnail == b""
    assert node.name == "n" * 255
