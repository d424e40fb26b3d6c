"""What the machine prints is collected, and told of now and then."""

import pytest
from pytestqt.qtbot import QtBot

from app.controllers import printer
from app.controllers.printer import PrinterController
from app.settings import Settings
from app.views.printer import PrinterWindow
from tests.support.desk import Answers
from tests.support.recording_vm import RecordingVm


class Bench:
    """A printer, and the machine that prints on it."""

    def __init__(self) -> None:
        self.vm = RecordingVm()
        self.printer = PrinterController(self.vm, Settings(None), Answers())  # type: ignore[arg-type]
        self.told: list[str] = []
        self.printer.told.connect(self.told.append)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench()


def test_printing_is_told_again_when_the_printer_was_quiet(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in "ab":
        bench.vm.printed.emit(text)
    told = list(bench.told)
    monkeypatch.setattr(printer, "QUIET_MS", -1)
    bench.vm.printed.emit("c")

    assert (told, bench.told) == ([printer.NEWS], [printer.NEWS] * 2)
    assert bench.printer.paper == "abc"


def test_of_much_paper_the_newer_half_is_kept_and_shown(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer, "LONGEST", 20)
    window = PrinterWindow(bench.printer, "test")
    qtbot.addWidget(window)
    shown = []
    for text in ("0123456789", "abcdefghij", "K", "LM"):
        bench.vm.printed.emit(text)
        shown.append((bench.printer.paper, window.paper.toPlainText()))

    papers = ["0123456789", "0123456789abcdefghij", "bcdefghijK", "bcdefghijKLM"]
    assert shown == [(paper, paper) for paper in papers]
