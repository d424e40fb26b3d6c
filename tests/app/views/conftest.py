"""What tests of the window start from."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.views.main_window import OFF
from tests.support.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A window on a machine that leaves nothing."""
    opened = Desk(qtbot, None)
    yield opened
    if opened.window.vm.alive:
        opened.close(OFF)
    opened.window.sound.stop()
