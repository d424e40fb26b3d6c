"""Snapshots: what the machine is asked, and what the user is asked first."""

import pytest
from pytestqt.qtbot import QtBot

from app.controllers.snapshots import SnapshotController
from machine.worker.messages import (
    DeleteSnapshot,
    ListSnapshots,
    RenameSnapshot,
    RestoreSnapshot,
    SnapshotInfo,
    Snapshots,
    TakeSnapshot,
)
from tests.support.desk import Answers
from tests.support.recording_vm import RecordingVm


def snapshot(node: int, name: str, created: int = 0, *, quick: bool = False) -> SnapshotInfo:
    return SnapshotInfo(
        node=node, parent=None, name=name, created=created, tick=0, quick=quick, thumbnail=b""
    )


class Bench:
    """A controller, the machine that it asks and the user that it asks."""

    def __init__(self, *nodes: SnapshotInfo) -> None:
        self.vm, self.answers = RecordingVm(), Answers()
        self.vm.answers[ListSnapshots] = Snapshots(nodes=nodes)
        self.refused: list[str] = []
        self.vm.refused.connect(self.refused.append)
        self.snapshots = SnapshotController(self.vm, self.answers)  # type: ignore[arg-type]
        self.snapshots.refresh()
        self.vm.sent.clear()


def test_the_list_is_asked_for_when_the_machine_has_started(qtbot: QtBot) -> None:
    bench = Bench(snapshot(1, "one"))

    with qtbot.waitSignal(bench.snapshots.listed) as told:
        bench.vm.started.emit(None)

    assert [info.name for info in told.args[0]] == ["one"]


@pytest.mark.parametrize(
    ("names", "next_name"),
    [
        ([], "Snapshot 1"),
        (["Snapshot 1", "before the boss"], "Snapshot 3"),
        (["Snapshot 2"], "Snapshot 3"),
    ],
)
def test_a_new_one_has_a_name_that_is_free(qtbot: QtBot, names: list[str], next_name: str) -> None:
    bench = Bench(*(snapshot(node, name) for node, name in enumerate(names, 1)))
    bench.vm.answers[TakeSnapshot] = snapshot(9, next_name)

    with qtbot.waitSignal(bench.snapshots.taken):
        bench.snapshots.take()

    taken = bench.vm.sent[0]
    assert isinstance(taken, TakeSnapshot)
    assert taken.name == next_name
    assert isinstance(bench.vm.sent[1], ListSnapshots)


def test_back_goes_to_the_newest_whatever_its_number(qtbot: QtBot) -> None:
    bench = Bench(snapshot(1, "new", created=200), snapshot(2, "old", created=100))

    bench.snapshots.restore_last()

    assert bench.vm.sent == [RestoreSnapshot(node=1)]


def test_back_without_a_snapshot_is_refused(qtbot: QtBot) -> None:
    bench = Bench()

    bench.snapshots.restore_last()

    assert bench.vm.sent == []
    assert "take one first" in bench.refused[0]


@pytest.mark.parametrize(("answer", "goes"), [("Delete", True), ("Keep", False), ("", False)])
def test_deleting_asks_first(qtbot: QtBot, answer: str, goes: bool) -> None:
    bench = Bench(snapshot(1, "one"))
    bench.answers.button = answer

    bench.snapshots.delete(1)

    assert bench.answers.asked == ["Delete the snapshot"]
    assert (DeleteSnapshot(node=1) in bench.vm.sent) == goes


def test_a_new_name_is_asked_for_and_shown(qtbot: QtBot) -> None:
    bench = Bench(snapshot(1, "one"))

    bench.snapshots.rename(1)

    assert bench.vm.sent == [RenameSnapshot(node=1, name="renamed"), ListSnapshots()]


def test_a_name_is_cut_to_what_a_request_takes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = Bench(snapshot(1, "one"))
    monkeypatch.setattr(bench.answers, "text", lambda *_: "x" * 1000)

    bench.snapshots.rename(1)

    assert bench.vm.sent[0] == RenameSnapshot(node=1, name="x" * 255)
