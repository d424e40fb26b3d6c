"""A new system disk in the window starts EB-DOS."""

import pytest

from machine.fat.system import FOLDER
from machine.worker.messages import TypeText
from tests.support.desk import Desk

pytestmark = pytest.mark.gui


def test_one_click_makes_a_disk_that_starts_the_prompt(desk: Desk) -> None:
    desk.wait_for("Ok")
    desk.click("media.disk_a.system.737280")
    desk.click("machine.reset")
    desk.wait_for("A>")
    desk.window.vm.send(TypeText(text="VER\r"))

    desk.wait_for("EB-DOS 1.0")


def test_one_click_on_the_welcome_page_starts_the_welcome_disk(desk: Desk) -> None:
    desk.wait_for("Ok")
    desk.window.welcome.buttons["media.welcome_disk"].click()
    desk.wait_for("Welcome to EB-DOS.")
    desk.wait_for("A>")
    desk.window.vm.send(TypeText(text="HELLO Ada\r"))

    desk.wait_for("Hello, Ada!")
    assert desk.window.menus.title("Media/Disk A") == "Disk A: welcome disk"


def test_a_machine_that_is_off_is_switched_on_for_the_welcome_disk(desk: Desk) -> None:
    desk.wait_for("Ok")
    desk.click("machine.power")
    desk.qtbot.waitUntil(lambda: not desk.window.view.state("powered"))
    desk.click("media.welcome_disk")

    desk.wait_for("Welcome to EB-DOS.")


def test_a_program_opened_runs_from_a_disk_of_its_own(desk: Desk) -> None:
    desk.wait_for("Ok")
    desk.answers.file = str(FOLDER / "hello.com")
    desk.click("media.open")

    desk.wait_for("Hello, world!")
    assert desk.window.menus.title("Media/Disk A") == "Disk A: hello.com"
