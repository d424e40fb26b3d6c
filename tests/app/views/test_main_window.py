"""The window with a real machine behind it: what a user does, by menus, keys and clicks."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QGuiApplication, QImage
from PyQt6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.controllers.media import CANCEL, THROW_AWAY
from app.controllers.sound import SoundController
from app.controllers.vm import VmController
from app.services.audio_out import AudioOut
from app.settings import Settings
from app.views.main_window import KEEP, OFF, MainWindow
from machine.media.dsk import Disk, blank
from tests.support.desk import PATIENCE, Answers, Desk

pytestmark = pytest.mark.gui
PROMPT = "Ok"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(qtbot, tmp_path / "test.8box")
    yield opened
    if opened.window.vm.alive:
        opened.close(OFF)
    opened.window.sound.stop()


def type_keys(desk: Desk, text: str) -> None:
    """Presses host keys one after the other, each until the machine shows it."""
    desk.window.vm.set_speed(100)
    for count in range(1, len(text) + 1):
        desk.key("keyPress", text[count - 1])
        desk.wait_for(text[:count])
        desk.key("keyRelease", text[count - 1])


def test_the_machine_starts_and_its_picture_is_shown(desk: Desk) -> None:
    desk.wait_for(PROMPT)

    sizes = {(320, 240), (640, 480)}
    view = desk.window.screen_view
    desk.qtbot.waitUntil(lambda: (view.image.width(), view.image.height()) in sizes)
    assert "EightBox 2" in desk.window.windowTitle()


def test_a_snapshot_brings_screen_memory_and_disk_back(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "my.dsk"
    path.write_bytes(blank().contents())
    desk.wait_for(PROMPT)
    desk.answers.file = str(path)
    with desk.qtbot.waitSignal(desk.window.media.inserted, timeout=PATIENCE):
        desk.click("media.disk_a.insert")
    type_keys(desk, "qwe")

    desk.click("machine.pause")
    desk.qtbot.waitUntil(lambda: not desk.window.vm.running, timeout=PATIENCE)
    before = desk.screen(), desk.memory()
    with desk.qtbot.waitSignal(desk.window.snapshots.taken, timeout=PATIENCE):
        desk.click("snapshots.take")
    desk.click("machine.pause")
    type_keys(desk, "jkl")  # no character that is on the screen already
    desk.click("media.disk_a.eject")
    desk.qtbot.waitUntil(lambda: not desk.media(), timeout=PATIENCE)
    desk.click("machine.pause")
    desk.qtbot.waitUntil(lambda: not desk.window.vm.running, timeout=PATIENCE)
    with desk.qtbot.waitSignal(desk.window.snapshots.restored, timeout=PATIENCE):
        desk.click("snapshots.back")

    assert (desk.screen(), desk.memory()) == before
    desk.qtbot.waitUntil(lambda: desk.media() == {"disk_a"}, timeout=PATIENCE)
    assert Disk.load(path).contents() == path.read_bytes()


def test_a_refused_file_is_told_in_the_window_and_changes_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "odd.dsk"
    path.write_bytes(b"x" * 1000)
    desk.answers.file = str(path)

    with desk.qtbot.waitSignal(desk.window.vm.refused, timeout=PATIENCE) as refused:
        desk.click("media.disk_a.insert")

    assert "odd.dsk" in refused.args[0]
    assert desk.window.vm.alive


def test_pasted_text_arrives_whole(desk: Desk) -> None:
    desk.wait_for(PROMPT)
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    clipboard.setText("the quick brown fox 0123")

    desk.click("edit.paste")

    desk.wait_for("the quick brown fox 0123")


def test_the_dead_worker_is_reported_and_can_be_started_again(desk: Desk) -> None:
    desk.wait_for(PROMPT)
    desk.answers.button = "Start again"
    client = desk.window.vm._client  # the only way to end it as a crash would
    assert client is not None

    with desk.qtbot.waitSignals([desk.window.vm.died, desk.window.vm.started], timeout=PATIENCE):
        client.kill()

    desk.wait_for(PROMPT)
    assert desk.answers.asked == ["The machine has stopped"]


def test_a_window_without_a_machine_shows_no_speed(desk: Desk) -> None:
    desk.answers.button = "Leave it"
    client = desk.window.vm._client
    assert client is not None

    with desk.qtbot.waitSignal(desk.window.vm.died, timeout=PATIENCE):
        client.kill()

    assert desk.window.status_line.speed == "Stopped"


def test_a_closed_machine_goes_on_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    first = Desk(qtbot, tmp_path / "kept.8box")
    first.wait_for(PROMPT)
    type_keys(first, "xyz")
    first.close(KEEP)

    second = Desk(qtbot, tmp_path / "kept.8box")

    assert second.shows("xyz")
    second.close(OFF)


def test_closing_can_be_cancelled(desk: Desk) -> None:
    desk.answers.button = "Cancel"

    assert not desk.window.close()

    assert desk.window.vm.alive
    assert desk.window.isVisible()


def test_a_machine_that_cannot_be_kept_is_not_left_without_a_window(desk: Desk) -> None:
    desk.answers.button = KEEP
    desk.window.vm.stop = lambda *, save: desk.window.vm.refused.emit(  # type: ignore[method-assign]
        "The disk is full."
    )

    assert not desk.window.close()

    assert desk.window.isVisible()
    assert not desk.window.closing
    del desk.window.vm.stop


def test_a_machine_that_dies_while_it_is_kept_is_told(desk: Desk) -> None:
    client = desk.window.vm._client
    assert client is not None
    desk.answers.button = KEEP
    os.kill(client.pid, signal.SIGSTOP)

    desk.window.close()
    with desk.qtbot.waitSignal(desk.window.vm.died, timeout=PATIENCE):
        client.kill()

    assert desk.answers.asked == ["Close the machine", "The machine has stopped"]
    assert desk.window.isVisible()
    assert not desk.window.closing


def test_a_window_closed_in_full_screen_is_a_window_the_next_time(
    qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings(None)
    first = Desk(qtbot, tmp_path / "test.8box", settings)
    first.click("snapshots.list")
    first.click("view.full_screen")
    first.close(OFF)

    second = Desk(qtbot, tmp_path / "test.8box", settings)

    assert not second.window.isFullScreen()
    assert second.window.dock.isVisible()
    assert second.window.status_line.isVisible()
    second.close(OFF)


def test_full_screen_of_a_maximized_window_goes_back_to_that(desk: Desk) -> None:
    desk.window.showMaximized()
    desk.click("view.full_screen")
    full = desk.window.isFullScreen()
    desk.click("view.full_screen")

    assert full
    assert desk.window.isMaximized()
    assert not desk.window.isFullScreen()


def test_the_picture_is_saved_and_the_window_says_where(desk: Desk, tmp_path: Path) -> None:
    desk.wait_for(PROMPT)
    desk.answers.file = str(tmp_path / "shot.png")
    desk.click("edit.save_picture")

    assert desk.window.screen_view.notice == f"Saved in {tmp_path / 'shot.png'}"
    assert QImage(desk.answers.file) == desk.window.screen_view.image

    desk.answers.file = str(tmp_path / "no folder" / "shot.png")
    desk.click("edit.save_picture")

    assert f"{desk.answers.file} cannot be written" in desk.window.screen_view.notice


def test_full_screen_puts_the_lists_beside_the_screen_away(desk: Desk) -> None:
    docks = desk.window.dock, desk.window.welcome
    desk.click("snapshots.list")
    desk.click("help.welcome")

    desk.click("view.full_screen")
    alone = [dock.isVisible() for dock in docks]
    shown = [desk.window.view.shows(dock) for dock in docks]
    desk.click("view.full_screen")

    assert (alone, shown) == ([False, False], [True, True])
    assert [dock.isVisible() for dock in docks] == [True, True]


def test_a_window_closed_with_the_welcome_page_is_as_wide_as_without_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings(None)
    first = Desk(qtbot, tmp_path / "test.8box", settings)
    width = first.window.width()
    first.click("help.welcome")
    assert first.window.width() > width
    first.close(OFF)
    second = Desk(qtbot, tmp_path / "test.8box", settings)

    assert second.window.width() == width
    second.close(OFF)


def test_full_screen_hides_everything_but_the_screen_and_comes_back(desk: Desk) -> None:
    desk.click("view.full_screen")
    hidden = [desk.window.status_line.isVisible(), desk.window.tool_bar.isVisible()]
    desk.click("view.full_screen")

    assert hidden == [False, False]
    assert desk.window.status_line.isVisible()


def test_pausing_by_the_shortcut_holds_the_machine(desk: Desk) -> None:
    desk.wait_for(PROMPT)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    desk.key("keyClick", Qt.Key.Key_P, modifiers)

    desk.qtbot.waitUntil(lambda: not desk.window.vm.running, timeout=PATIENCE)
    assert desk.window.menus.actions["machine.pause"].isChecked()


def test_a_machine_without_a_file_closes_without_a_question_if_nothing_is_lost(
    qtbot: QtBot,
) -> None:
    desk = Desk(qtbot, None)

    desk.close(OFF)

    assert desk.answers.asked == []


def test_what_a_machine_without_a_file_wrote_on_a_disk_is_not_lost_unasked(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(qtbot, None)
    desk.window.media.changed = lambda: ["disk_a"]  # type: ignore[method-assign]
    desk.answers.button = CANCEL

    assert not desk.window.close()
    assert desk.window.vm.alive

    desk.close(THROW_AWAY)
    assert desk.answers.asked == ["Close the machine", "Close the machine"]


def test_the_menu_names_what_is_in_a_drive_and_greys_what_cannot_be_done(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a&b.dsk"
    path.write_bytes(blank().contents())
    desk.qtbot.waitUntil(lambda: desk.window.vm.status is not None, timeout=PATIENCE)
    eject = desk.window.menus.actions["media.disk_a.eject"].isEnabled()
    desk.answers.file = str(path)

    with desk.qtbot.waitSignal(desk.window.media.inserted, timeout=PATIENCE):
        desk.click("media.disk_a.insert")
    desk.qtbot.waitUntil(lambda: desk.media() == {"disk_a"}, timeout=PATIENCE)

    assert not eject
    assert desk.window.menus.actions["media.disk_a.eject"].isEnabled()
    assert desk.window.menus.title("Media/Disk A") == "Disk A: a&&b.dsk"
    assert desk.window.menus.actions["media.disk_a.mode.vm"].isChecked()
    assert desk.window.menus.actions["media.disk_a.recent.0"].toolTip() == str(path)


def test_the_mode_of_a_disk_stands_in_words_in_the_status_line(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.dsk"
    path.write_bytes(blank().contents())
    desk.window.media.insert("disk_a", str(path))
    words = desk.window.status_line.words
    desk.qtbot.waitUntil(lambda: words("disk_a") == "Disk A: a.dsk, kept in the VM")

    desk.click("media.disk_a.mode.read-only")

    desk.qtbot.waitUntil(lambda: words("disk_a") == "Disk A: a.dsk, read-only")
    assert words("disk_b") == "Disk B: empty"


def test_a_vm_in_use_elsewhere_starts_by_power_when_it_is_free(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    vm = VmController(str(tmp_path / "test.8box"))
    window = MainWindow(vm, SoundController(vm, AudioOut()), Settings(None), object(), Answers())
    window.show()
    with qtbot.waitSignal(vm.refused, timeout=PATIENCE) as refused:
        vm.start()
    assert "in use" in refused.args[0]
    desk.close(OFF)

    with qtbot.waitSignal(vm.started, timeout=PATIENCE):
        window.menus.actions["machine.power"].trigger()

    with qtbot.waitSignal(window.closed, timeout=PATIENCE):
        window.close()
    window.deleteLater()


def test_a_damaged_vm_says_so_and_closes(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bad.8box"
    path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    answers = Answers()
    vm = VmController(str(path))
    window = MainWindow(vm, SoundController(vm, AudioOut()), Settings(None), object(), answers)
    window.show()

    with qtbot.waitSignal(vm.refused, timeout=PATIENCE) as refused:
        vm.start()

    assert "bad.8box" in refused.args[0]
    answers.button = OFF
    with qtbot.waitSignal(window.closed, timeout=PATIENCE):
        window.close()
    window.deleteLater()
    assert answers.asked == []


def test_the_speed_limit_comes_back_with_the_key_that_took_it_away(desk: Desk) -> None:
    def setting() -> int | None:
        status = desk.window.vm.status
        return status.speed_setting if status is not None else None

    desk.qtbot.waitUntil(lambda: setting() == 0, timeout=PATIENCE)

    desk.click("machine.speed.max")

    desk.qtbot.waitUntil(lambda: setting() == 100, timeout=PATIENCE)
    assert not desk.window.menus.actions["machine.speed.max"].isChecked()


def test_fast_disks_are_an_option_that_a_machine_is_told_at_its_start(desk: Desk) -> None:
    desk.wait_for(PROMPT)
    desk.click("media.fast_disks")

    assert desk.window.settings.flag("media.fast_disks")
    assert desk.window.vm.fast_disks
    assert desk.window.menus.actions["media.fast_disks"].isChecked()


def test_help_tells_the_keys_of_the_machine_of_basic_and_of_eightbox(desk: Desk) -> None:
    desk.click("help.keys")

    (box,) = desk.window.findChildren(QMessageBox)
    for words in ("CTRL+STOP", "F6-F10", "CODE", "Ctrl+E", "Ctrl+Shift+V", "Cartridge 1: insert"):
        assert words in box.text()
    box.close()
