"""BASIC programs in a real window on a real machine: menus, welcome page, clipboard, dropped files."""

from pathlib import Path

import pytest
from PyQt6.QtCore import QUrl
from PyQt6.QtGui import QGuiApplication

from app.models.samples import sample, samples
from app.program_commands import command_of
from app.views import status_bar
from machine.worker.messages import Listing, ReadProgram
from tests.support.desk import PATIENCE, Desk

pytestmark = pytest.mark.gui
PROGRAM = '10 PRINT "six times seven is";6*7\n'
UNBREAKABLE = "10 ON STOP GOSUB 30:STOP ON:SCREEN 2\n20 GOTO 20\n30 RETURN\n"


def file_with(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def set_clipboard(text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    clipboard.setText(text)


def listing(desk: Desk) -> str:
    answer: Listing = desk.ask(ReadProgram())
    return answer.text


def test_a_dropped_program_runs_and_is_in_the_menu_then(desk: Desk, tmp_path: Path) -> None:
    path = file_with(tmp_path, "six.bas", PROGRAM)

    desk.window.media.drop([path])
    desk.wait_for("six times seven is 42")

    assert desk.window.menus.actions["program.recent.0"].text() == "six.bas"
    desk.click("program.recent.forget")
    assert "program.recent.0" not in desk.window.menus.actions


def test_a_program_waits_for_the_prompt_and_a_reset_is_offered(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status_bar, "PATIENCE_MS", 0)
    line = desk.window.status_line
    desk.window.programs.load(file_with(tmp_path, "endless.bas", UNBREAKABLE))
    desk.qtbot.waitUntil(lambda: listing(desk) == UNBREAKABLE, timeout=PATIENCE)
    desk.qtbot.waitUntil(lambda: desk.screen() == [], timeout=PATIENCE)

    desk.window.programs.load(file_with(tmp_path, "six.bas", PROGRAM))
    desk.qtbot.waitUntil(lambda: line.work == status_bar.WAITS, timeout=PATIENCE)
    desk.qtbot.waitUntil(lambda: line.offers_reset, timeout=PATIENCE)
    line.reset_wanted.emit()

    desk.wait_for("six times seven is 42")
    desk.qtbot.waitUntil(lambda: not line.work and not line.offers_reset, timeout=PATIENCE)


def test_one_sample_after_another_starts_by_one_click_each(desk: Desk) -> None:
    for name in ("bouncing", "calendar", "palette", "cave"):
        desk.window.welcome.buttons[f"program.sample.{name}"].click()
        path = sample(name).path
        desk.qtbot.waitUntil(
            lambda path=path: listing(desk) == path.read_text(encoding="utf-8"), timeout=PATIENCE
        )

    desk.wait_for("You are before a small house.")


def test_a_click_on_the_welcome_page_starts_a_sample(desk: Desk) -> None:
    welcome = desk.window.welcome
    assert not welcome.isVisible()
    desk.click("help.welcome")
    assert welcome.isVisible()

    welcome.buttons["program.sample.cave"].click()

    desk.wait_for("You are before a small house.")
    assert desk.window.screen_view.hasFocus() or not desk.window.isActiveWindow()


def test_every_sample_has_a_button_and_a_command(desk: Desk) -> None:
    names = {command_of(sample) for sample in samples()}

    assert names <= set(desk.window.welcome.buttons)
    assert names <= set(desk.window.menus.actions)


def test_samples_of_another_board_are_grey(desk: Desk) -> None:
    button = desk.window.welcome.buttons["program.sample.mandel"]
    assert button.isEnabled()

    desk.window.welcome.show_board("eb1", has_drive=True)

    assert not button.isEnabled()
    assert desk.window.welcome.buttons["program.sample.snake"].isEnabled()


def test_without_a_drive_the_welcome_disk_is_grey(desk: Desk) -> None:
    button = desk.window.welcome.buttons["media.welcome_disk"]
    assert button.isEnabled()

    desk.window.welcome.show_board("eb1", has_drive=False)

    assert not button.isEnabled()


def test_the_welcome_page_greets_once_or_at_every_start(desk: Desk) -> None:
    window = desk.window
    window.view.greet()
    assert window.welcome.isVisible()
    desk.click("help.welcome")
    window.view.greet()
    assert not window.welcome.isVisible()

    window.welcome.always.click()
    window.view.greet()

    assert window.welcome.isVisible()


def test_a_listing_of_200_lines_is_pasted_and_copied_back_as_it_was(desk: Desk) -> None:
    rows = [f'{n} A$="row {n}":IF B<>{n} THEN PRINT A$;B*{n}' for n in range(10, 2010, 10)]
    text = "".join(f"{row}\n" for row in rows)
    desk.wait_for("Ok")

    set_clipboard(text)
    desk.click("edit.paste")
    desk.qtbot.waitUntil(lambda: "to go" in desk.window.status_line.work, timeout=PATIENCE)
    desk.qtbot.waitUntil(lambda: listing(desk).count("\n") == 200, timeout=PATIENCE)
    set_clipboard("")
    desk.click("program.copy")
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    desk.qtbot.waitUntil(lambda: bool(clipboard.text()), timeout=PATIENCE)

    assert clipboard.text() == text


def test_typing_is_stopped_by_its_command(desk: Desk) -> None:
    desk.wait_for("Ok")
    desk.window.vm.set_speed(25)
    set_clipboard("A=1:" * 5000)
    desk.click("edit.paste")
    action = desk.window.menus.actions["edit.stop_typing"]
    desk.qtbot.waitUntil(action.isEnabled, timeout=PATIENCE)

    action.trigger()

    desk.qtbot.waitUntil(lambda: desk.window.status_line.work == "", timeout=PATIENCE)
    assert not action.isEnabled()


@pytest.mark.parametrize(("text", "said"), [("", "no text"), ("x" * ((1 << 20) + 1), "at most")])
def test_a_clipboard_that_cannot_be_typed_is_told(desk: Desk, text: str, said: str) -> None:
    desk.qtbot.waitUntil(desk.window.menus.actions["edit.paste"].isEnabled, timeout=PATIENCE)
    set_clipboard(text)

    desk.click("edit.paste")

    assert said in desk.window.screen_view.notice


def test_the_manual_opens_and_its_links_are_followed(desk: Desk) -> None:
    desk.click("help.manual")

    manual = desk.window.manual
    assert manual is not None
    assert manual.isVisible()
    assert "BASIC programs" in manual.pages.toPlainText()
    manual.pages.setSource(manual.pages.source().resolved(QUrl("window.md")))
    assert "SELECT" in manual.pages.toPlainText()
