"""Programs go in, listings come out; the machine is made ready for them."""

from pathlib import Path

import pytest
from PyQt6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.controllers.programs import RECENT_LIMIT, ProgramController
from app.models.samples import sample
from app.settings import Settings
from machine.worker.messages import Listing, LoadProgram, Power, ReadProgram, Reset, Run
from tests.support.desk import Answers
from tests.support.recording_vm import RecordingVm, status

LISTING = '10 PRINT "ä"\n20 END\n'


class Bench:
    """A controller, the machine that it asks and the user that it asks."""

    def __init__(self) -> None:
        self.vm, self.settings, self.answers = RecordingVm(), Settings(None), Answers()
        self.vm.answers[ReadProgram] = Listing(text=LISTING)
        self.refused: list[str] = []
        self.told: list[str] = []
        self.vm.refused.connect(self.refused.append)
        self.programs = ProgramController(self.vm, self.settings, self.answers)  # type: ignore[arg-type]
        self.programs.told.connect(self.told.append)

    def machine_is(self, *, powered: bool, running: bool) -> None:
        self.vm.status = status(powered=powered, running=running)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench()


def test_a_chosen_program_is_loaded_and_remembered(bench: Bench) -> None:
    bench.answers.file = "/programs/my.bas"

    bench.programs.choose(False)

    assert bench.vm.sent == [LoadProgram(path="/programs/my.bas", run=False)]
    assert bench.programs.recent() == ["/programs/my.bas"]
    assert bench.settings.text("media.folder") == "/programs"


def test_a_dialog_that_is_cancelled_loads_nothing(bench: Bench) -> None:
    bench.programs.choose(True)

    assert bench.vm.sent == []


def test_only_so_many_programs_are_remembered(bench: Bench) -> None:
    for number in range(RECENT_LIMIT + 3):
        bench.programs.load(f"/{number}.bas")

    assert bench.programs.recent()[0] == f"/{RECENT_LIMIT + 2}.bas"
    assert len(bench.programs.recent()) == RECENT_LIMIT
    bench.programs.forget_recent()
    assert bench.programs.recent() == []


def test_a_sample_is_started_and_is_no_file_used_before(bench: Bench) -> None:
    bench.programs.start_sample("snake")

    assert bench.vm.sent == [LoadProgram(path=str(sample("snake").path), run=True)]
    assert bench.programs.recent() == []


@pytest.mark.parametrize(
    ("powered", "running", "first"), [(False, False, Power(on=True)), (True, False, Run())]
)
def test_a_machine_that_stands_is_started_for_a_program(
    bench: Bench, powered: bool, running: bool, first: object
) -> None:
    bench.machine_is(powered=powered, running=running)

    bench.programs.load("/my.bas")

    assert bench.vm.sent == [first, LoadProgram(path="/my.bas")]


def test_reset_loads_the_program_that_waits_once_more(bench: Bench) -> None:
    bench.programs.reset_and_load()
    assert bench.vm.sent == []

    bench.programs.load("/my.bas", run=False)
    bench.programs.reset_and_load()

    load = LoadProgram(path="/my.bas", run=False)
    assert bench.vm.sent == [load, Reset(), load]


def test_the_listing_is_saved_as_text(bench: Bench, tmp_path: Path) -> None:
    bench.answers.file = str(tmp_path / "mine.bas")

    bench.programs.save_listing()

    assert (tmp_path / "mine.bas").read_text(encoding="utf-8") == LISTING
    assert bench.told == [f"Saved in {tmp_path / 'mine.bas'}"]


def test_a_place_that_takes_no_file_is_told(bench: Bench, tmp_path: Path) -> None:
    bench.answers.file = str(tmp_path / "none" / "mine.bas")

    bench.programs.save_listing()

    assert bench.told == []
    assert len(bench.refused) == 1
    assert "mine.bas" in bench.refused[0]


def test_the_listing_is_copied(bench: Bench) -> None:
    bench.programs.copy_listing()

    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert clipboard.text() == LISTING
    assert bench.told == ["2 lines in the clipboard"]


def test_without_a_program_nothing_is_saved_or_copied(bench: Bench) -> None:
    bench.vm.answers[ReadProgram] = Listing(text="")

    bench.programs.save_listing()
    bench.programs.copy_listing()

    assert bench.answers.asked == bench.told == []
    assert len(bench.refused) == 2
