"""Several machines at once: each in a window of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.application import Application
from app.controllers.media import CANCEL
from app.settings import Settings
from app.views.main_window import OFF
from machine.core.errors import Refused
from machine.media.dsk import blank
from tests.support.desk import PATIENCE, Answers

pytestmark = pytest.mark.gui


@pytest.fixture
def application(qtbot: QtBot, tmp_path: Path) -> Iterator[Application]:
    made = Application(Settings(None), tmp_path)
    yield made
    for window in list(made.windows):
        window.ask = Answers()
    made.quit()
    qtbot.waitUntil(lambda: not made.windows, timeout=PATIENCE)


def two_machines(application: Application, qtbot: QtBot) -> None:
    application.open_default()
    application.new_vm("eb1")
    for window in application.windows:
        window.ask = Answers()
    qtbot.waitUntil(
        lambda: all(window.vm.info is not None for window in application.windows), timeout=PATIENCE
    )


def test_two_machines_have_two_files_and_windows_side_by_side(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    two_machines(application, qtbot)

    first, second = application.windows

    assert {path.name for path in tmp_path.glob("*.8box")} == {"Default.8box", "eb1 1.8box"}
    assert first.geometry().topLeft() != second.geometry().topLeft()


def test_files_other_than_machines_share_one_that_leaves_nothing(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    cartridge, disk = tmp_path / "game.rom", tmp_path / "data.dsk"
    cartridge.write_bytes(b"AB\x10\x40" + bytes(0x3FFC))
    disk.write_bytes(blank().contents())

    application.open_files([(str(cartridge), "cartridge"), (str(disk), "disk")])

    (window,) = application.windows
    window.ask = Answers()
    media = window.media
    qtbot.waitUntil(
        lambda: (
            {socket.name for socket in media.sockets if media.medium(socket.name)}
            == {"cart1", "disk_a"}
        ),
        timeout=PATIENCE,
    )
    assert not window.vm.image
    assert list(tmp_path.glob("*.8box")) == []


def test_a_file_that_is_open_is_not_opened_twice(application: Application, qtbot: QtBot) -> None:
    two_machines(application, qtbot)

    raised: list[str] = []
    first = application.windows[0]
    first.raise_ = lambda: raised.append(first.vm.image)  # type: ignore[method-assign]

    application.open_image(first.vm.image)

    assert raised == [first.vm.image]
    assert len(application.windows) == 2


def test_cancelling_the_first_question_ends_quitting(
    application: Application, qtbot: QtBot
) -> None:
    two_machines(application, qtbot)
    first, second = application.windows
    first.ask, second.ask = one, other = Answers(), Answers()
    one.button = CANCEL

    application.quit()

    assert (one.asked, other.asked) == (["Close the machine"], [])
    assert first.vm.alive
    assert second.vm.alive


def test_quitting_closes_all(application: Application, qtbot: QtBot) -> None:
    two_machines(application, qtbot)

    for window in application.windows:
        window.ask.button = OFF  # type: ignore[attr-defined]
    application.quit()

    qtbot.waitUntil(lambda: not application.windows, timeout=PATIENCE)


def test_a_folder_that_cannot_be_made_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    application = Application(Settings(None), tmp_path / "file" / "vms")

    with pytest.raises(Refused, match="cannot be made"):
        application.open_default()

    assert application.windows == []


def test_a_new_vm_that_has_no_place_is_told_in_the_window_that_asked(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    two_machines(application, qtbot)
    window = application.windows[0]
    application._folder = tmp_path / "file" / "vms"
    (tmp_path / "file").write_text("no folder")

    window.menus.actions["machine.new.eb1"].trigger()

    assert "cannot be made" in window.screen_view.notice
    assert len(application.windows) == 2


def test_trouble_with_the_settings_is_told_in_the_first_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "settings.json").write_text("{")
    application = Application(Settings(tmp_path / "settings.json"), tmp_path)

    two_machines(application, qtbot)

    first, second = application.windows
    assert "settings could not be read" in first.screen_view.notice
    assert second.screen_view.notice == ""
    for window in application.windows:
        window.ask.button = OFF  # type: ignore[attr-defined]
    application.quit()
    qtbot.waitUntil(lambda: not application.windows, timeout=PATIENCE)
