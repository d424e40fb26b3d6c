"""The list of snapshots, newest first."""

import pytest
from PyQt6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.models.snapshots import NODE, SnapshotModel
from machine.worker.messages import SnapshotInfo


def snapshot(node: int, created: int) -> SnapshotInfo:
    return SnapshotInfo(
        node=node, parent=None, name=f"S{node}", created=created, tick=0, quick=False, thumbnail=b""
    )


def test_the_newest_is_the_first_row(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = SnapshotModel()

    model.show([snapshot(1, 0), snapshot(2, 1_000_000_000)])

    qtmodeltester.check(model)
    assert [model.index(row).data(NODE) for row in range(model.rowCount())] == [2, 1]
    assert "2001" in model.index(0).data(Qt.ItemDataRole.DisplayRole)


@pytest.mark.parametrize("created", [-(1 << 62), 1 << 40, (1 << 62) - 1])
def test_a_time_that_no_calendar_has_is_left_out(qtbot: QtBot, created: int) -> None:
    model = SnapshotModel()

    model.show([snapshot(1, created)])

    assert model.index(0).data(Qt.ItemDataRole.DisplayRole) == "S1\n"
