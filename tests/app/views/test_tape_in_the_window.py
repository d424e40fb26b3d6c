"""A program onto a new tape and back, in the window with a real machine behind it."""

from pathlib import Path

import pytest

from machine.media.cas import Tape
from machine.worker.messages import TypeText
from tests.support.desk import PATIENCE, Desk

pytestmark = pytest.mark.gui


def test_a_program_goes_onto_a_new_tape_into_a_file_and_back(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mine.cas"
    desk.answers.file = str(path)
    desk.wait_for("Ok")
    desk.click("media.cassette.blank")
    desk.window.vm.send(TypeText(text='10 PRINT"TA";"PED"\rCSAVE"MINE"\rPRINT 40+2\r'))
    desk.wait_for(" 42")
    desk.qtbot.waitUntil(
        lambda: "NOT SAVED" in desk.window.status_line.words("cassette"), timeout=PATIENCE
    )

    with desk.qtbot.waitSignal(desk.window.media.saved, timeout=PATIENCE):
        desk.click("media.cassette.save")
    desk.click("media.cassette.rewind")
    desk.window.vm.send(TypeText(text="NEW\rCLOAD\rRUN\r"))

    desk.wait_for("TAPED")
    assert desk.shows("Found:MINE")
    assert Tape.load(path).blocks[0].data == b"\xd3" * 10 + b"MINE  "
