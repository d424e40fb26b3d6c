"""The manual's window: search, links, and examples that go to the machine."""

import pytest
from PyQt6.QtCore import QCoreApplication, QUrl
from pytestqt.qtbot import QtBot

from app.models import manual as pages
from app.views.main_window import OFF
from app.views.manual import MARGIN, Manual
from machine.worker.messages import Listing, ReadProgram
from tests.support.desk import PATIENCE, Desk

pytestmark = pytest.mark.gui


@pytest.fixture
def manual(qtbot: QtBot) -> Manual:
    window = Manual()
    qtbot.addWidget(window)
    return window


def test_a_word_of_basic_goes_to_its_page(manual: Manual) -> None:
    manual.search.setText("circle")
    manual.search.returnPressed.emit()

    assert manual.pages.source().fileName() == "circle.md"
    assert manual.pages.toPlainText().startswith("CIRCLE")


def test_other_words_give_links_and_back_leads_back(manual: Manual) -> None:
    manual.search_for("quick  snapshot")
    found = manual.pages.toPlainText()
    manual.pages.anchorClicked.emit(QUrl.fromLocalFile(str(pages.FOLDER / "window.md")))
    page = manual.pages.toPlainText()
    manual.pages.backward()

    assert "The window" in found
    assert page.startswith("The window")
    assert manual.pages.toPlainText() == found


def test_nothing_to_search_for_changes_nothing(manual: Manual) -> None:
    before = manual.pages.source()

    manual.search_for("  ")

    assert manual.pages.source() == before


def test_words_are_offered_while_they_are_typed(manual: Manual, qtbot: QtBot) -> None:
    completer = manual.search.completer()
    assert completer is not None
    completer.setCompletionPrefix("cir")

    qtbot.waitUntil(lambda: completer.currentCompletion() == "CIRCLE", timeout=PATIENCE)


def test_the_window_opens_before_all_pages_are_read_and_reads_them_one_by_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    every = pages.pages()
    monkeypatch.setattr(pages, "reading", lambda: (read.append(p.title) or p for p in every))

    window = Manual()
    qtbot.addWidget(window)
    assert read == []
    QCoreApplication.processEvents()
    assert len(read) < len(every)

    qtbot.waitUntil(lambda: len(read) == len(every), timeout=PATIENCE)


def test_every_page_shows_its_title(manual: Manual) -> None:
    for page in pages.pages():
        manual.pages.setSource(QUrl.fromLocalFile(str(page.path)))
        assert manual.pages.toPlainText().startswith(page.title), page.path
    document = manual.pages.document()
    assert document is not None
    assert document.documentMargin() == MARGIN


def test_a_click_runs_an_example(desk: Desk) -> None:
    desk.wait_for("Ok")
    desk.click("help.manual")
    manual = desk.window.manual
    assert manual is not None
    manual.search_for("FOR")
    lines = pages.example("basic/for.md:1")

    manual.pages.anchorClicked.emit(QUrl("run:basic/for.md:1"))

    def listing() -> str:
        answer: Listing = desk.ask(ReadProgram())
        return answer.text

    desk.qtbot.waitUntil(lambda: listing() == lines, timeout=PATIENCE)
    desk.wait_for("RUN")


def test_the_windows_beside_the_machine_close_with_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot, None)
    desk.click("help.manual")
    desk.click("view.printer")
    beside = [window for window in (desk.window.manual, desk.window.paper) if window is not None]
    shown = [window.isVisible() for window in beside]

    desk.close(OFF)

    assert shown == [True, True]
    assert not any(window.isVisible() for window in beside)
    assert desk.window.manual is desk.window.paper is None


def test_a_click_types_an_example_for_the_prompt(desk: Desk) -> None:
    desk.wait_for("Ok")
    desk.click("help.manual")
    manual = desk.window.manual
    assert manual is not None

    manual.pages.anchorClicked.emit(QUrl("run:basic/abs.md:1"))

    desk.wait_for("PRINT ABS(-2.5)")
    desk.wait_for(" 2.5 -1 -2 -1")
