"""What the machine prints, in a real window on a real machine."""

from pathlib import Path

import pytest
from PyQt6.QtGui import QGuiApplication

from app.controllers import printer
from machine.worker.messages import TypeText
from tests.support.desk import PATIENCE, Desk

pytestmark = pytest.mark.gui
PAPER = '10 PRINT "é♥"\nsix 42 \n'


@pytest.fixture
def printed(desk: Desk) -> Desk:
    """A machine that has printed PAPER."""
    desk.wait_for("Ok")
    desk.ask(TypeText(text='10 PRINT "é♥"\nLLIST\nLPRINT "six";6*7\n'))
    desk.qtbot.waitUntil(lambda: desk.window.printer.paper == PAPER, timeout=PATIENCE)
    return desk


def test_printing_is_told_once_and_shown_in_a_window(printed: Desk) -> None:
    window = printed.window
    assert window.screen_view.notice == printer.NEWS

    printed.click("view.printer")
    assert window.paper is not None
    assert window.paper.isVisible()
    assert window.paper.paper.toPlainText() == PAPER
    printed.ask(TypeText(text='LPRINT "more"\n'))

    paper = window.paper.paper
    printed.qtbot.waitUntil(lambda: paper.toPlainText() == PAPER + "more\n", timeout=PATIENCE)


def test_the_paper_is_copied_saved_and_torn_off(printed: Desk, tmp_path: Path) -> None:
    printed.click("view.printer")
    path = tmp_path / "paper.txt"
    printed.answers.file = str(path)

    printed.window.printer.copy()
    printed.window.printer.save()
    printed.window.printer.tear_off()

    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert clipboard.text() == path.read_text(encoding="utf-8") == PAPER
    assert printed.window.paper is not None
    assert printed.window.paper.paper.toPlainText() == printed.window.printer.paper == ""


def test_an_empty_paper_is_neither_saved_nor_copied(desk: Desk) -> None:
    told: list[str] = []
    desk.window.printer.told.connect(told.append)

    desk.window.printer.copy()
    desk.window.printer.save()

    assert told == [printer.EMPTY, printer.EMPTY]
    assert not desk.answers.asked


def test_a_file_that_cannot_be_written_is_told(printed: Desk, tmp_path: Path) -> None:
    told: list[str] = []
    printed.window.printer.told.connect(told.append)
    printed.answers.file = str(tmp_path)

    printed.window.printer.save()

    assert str(tmp_path) in told[0]
