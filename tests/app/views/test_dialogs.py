"""Questions as boxes on the screen."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.views.dialogs import Dialogs

pytestmark = pytest.mark.gui
W = TypeVar("W", bound=QWidget)


def when_shown(kind: type[W], act: Callable[[W], object]) -> None:
    """Does something with the next dialog of a kind."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, kind):
            act(box)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


@pytest.mark.parametrize(("name", "wanted"), [("new", "new.dsk"), ("new.img", "new.img")])
def test_a_name_without_a_suffix_gets_the_first(
    qtbot: QtBot, tmp_path: Path, name: str, wanted: str
) -> None:
    def answer(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(tmp_path / name))
        dialog.accept()

    when_shown(QFileDialog, answer)

    path = Dialogs().file_to_save("Save", str(tmp_path), "Disks (*.dsk *.di1);;All files (*)")

    assert path == str(tmp_path / wanted)


def test_a_file_that_the_suffix_makes_an_existing_one_is_not_replaced_unasked(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "old.dsk").write_bytes(b"precious")
    asked: list[str] = []

    def no(box: QMessageBox) -> None:
        asked.append(box.text())
        box.done(QMessageBox.StandardButton.No)
        when_shown(QFileDialog, lambda dialog: dialog.reject())

    def answer(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(tmp_path / "old"))
        when_shown(QMessageBox, no)
        dialog.accept()

    when_shown(QFileDialog, answer)

    assert Dialogs().file_to_save("Save", str(tmp_path), "Disks (*.dsk)") == ""
    assert "old.dsk" in asked[0]


def test_a_name_in_a_question_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    shown: list[Qt.TextFormat] = []

    def answer(box: QMessageBox) -> None:
        label = box.findChild(QLabel, "qt_msgbox_label")
        assert label is not None
        shown.append(label.textFormat())
        box.buttons()[0].click()

    when_shown(QMessageBox, answer)

    assert (
        Dialogs().choice("Delete", "Delete <img src=x> for good?", ("Delete", "Keep")) == "Delete"
    )
    assert shown == [Qt.TextFormat.PlainText]
