"""Cassettes in their socket: what was recorded is not lost."""

from pathlib import Path

import pytest

from machine.core.errors import Refused
from machine.media.cas import Tape, container
from machine.worker.bays import Bays
from machine.worker.vm import Vm


def tape(bays: Bays) -> Tape:
    medium = bays.written("cassette")
    assert isinstance(medium, Tape)
    return medium


def test_a_new_tape_does_not_leave_unsaved(bays: Bays, tmp_path: Path) -> None:
    bays.insert_blank("cassette", 1)
    empty = bays.status()["cassette"]
    tape(bays).record(0, 0, b"12345678")
    with pytest.raises(Refused, match="The new cassette in cassette is in no file yet"):
        bays.eject("cassette")
    path = tmp_path / "mine.cas"

    bays.write_back("cassette", str(path))
    bays.eject("cassette")

    assert (empty.changed, empty.writable, empty.path) == (False, True, "")
    assert path.read_bytes() == container([b"12345678"])


def test_what_was_recorded_is_on_the_tape_when_it_comes_back(bays: Bays, tmp_path: Path) -> None:
    path = tmp_path / "game.cas"
    path.write_bytes(container([b"12345678"]))
    bays.insert("cassette", str(path), {}, None)
    tape(bays).record(1, 0, b"recorded")
    bays.eject("cassette")
    bays.insert("cassette", str(path), {}, None)

    assert tape(bays).contents() == container([b"12345678", b"recorded"])
    assert path.read_bytes() == container([b"12345678"])
    assert bays.status()["cassette"].changed


def test_a_tape_in_mode_file_is_written_when_it_leaves(bays: Bays, tmp_path: Path) -> None:
    path = tmp_path / "game.cas"
    path.write_bytes(container([b"12345678"]))
    bays.insert("cassette", str(path), {}, "file")
    tape(bays).record(0, 1, b"recorded")
    bays.eject("cassette")

    assert path.read_bytes() == container([b"recorded"])


def test_only_a_cassette_is_wound_back(vm: Vm, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no cassette in cassette"):
        vm.bays.rewind("cassette")
    with pytest.raises(Refused, match="no cassette in disk_a"):
        vm.bays.rewind("disk_a")
    vm.bays.insert_blank("cassette", 1)

    vm.bays.rewind("cassette")


def test_a_snapshot_has_what_was_recorded(vm: Vm) -> None:
    vm.bays.insert_blank("cassette", 1)
    tape(vm.bays).record(0, 0, b"12345678")
    node = vm.take("recorded", 1)
    tape(vm.bays).record(0, 1, b"overdone")

    vm.restore(node.id)

    assert tape(vm.bays).contents() == container([b"12345678"])
