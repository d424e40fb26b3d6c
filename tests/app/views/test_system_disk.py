"""A new system disk in the window starts EB-DOS."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.views.main_window import OFF
from machine.worker.messages import TypeText
from tests.support.desk import Desk

pytestmark = pytest.mark.gui


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(qtbot, tmp_path / "test.8box")
    yield opened
    if opened.window.vm.alive:
        opened.close(OFF)


def test_one_click_makes_a_disk_that_starts_the_prompt(desk: Desk) -> None:
    desk.wait_for("Ok")
    desk.click("media.disk_a.system.737280")
    desk.click("machine.reset")
    desk.wait_for("A>")
    desk.window.vm.send(TypeText(text="VER\r"))

    desk.wait_for("EB-DOS 1.0")
