"""A window on a real machine, and a user who answers its questions."""

from pathlib import Path
from typing import Any

from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.controllers.sound import SoundController
from app.controllers.vm import VmController
from app.services.audio_out import AudioOut
from app.settings import Settings
from app.views.main_window import OFF, MainWindow
from machine.worker.messages import Memory, Peek, ReadScreen, ScreenText

PATIENCE = 30_000  # milliseconds of host time; a failing test waits that long, no other


class Answers:
    """What the user would choose in the dialogs."""

    def __init__(self) -> None:
        self.file = self.in_folder = ""
        self.files: list[str] = []
        self.button = OFF
        self.asked: list[str] = []

    def file_to_open(self, title: str, folder: str, filters: str) -> str:
        self.asked.append(title)
        return self.file

    def files_to_open(self, title: str, folder: str) -> list[str]:
        self.asked.append(title)
        return self.files

    def folder(self, title: str, folder: str) -> str:
        self.asked.append(title)
        return self.in_folder

    def file_to_save(self, title: str, folder: str, filters: str) -> str:
        self.asked.append(title)
        return self.file

    def text(self, title: str, label: str, initial: str) -> str | None:
        self.asked.append(title)
        return "renamed"

    def choice(self, title: str, question: str, answers: tuple[str, ...]) -> str:
        self.asked.append(title)
        return self.button


class Desk:
    """A window on a VM, and the means to look into the machine."""

    def __init__(self, qtbot: QtBot, image: Path | None, settings: Settings | None = None) -> None:
        self.qtbot = qtbot
        self.answers = Answers()
        known = image is not None and image.exists()
        vm = VmController(str(image or ""), "" if known else "eb2")
        self.window = MainWindow(
            vm, SoundController(vm, AudioOut()), settings or Settings(None), object(), self.answers
        )
        self.window.show()
        with qtbot.waitSignal(vm.started, timeout=PATIENCE):
            vm.start()
        vm.set_speed(0)

    def click(self, command: str) -> None:
        """Chooses a command in a menu."""
        self.window.menus.actions[command].trigger()

    def ask(self, request: Any) -> Any:
        """The machine's answer."""
        got: list[Any] = []
        self.window.vm.request(request, got.append)
        self.qtbot.waitUntil(lambda: bool(got), timeout=PATIENCE)
        return got[0]

    def screen(self) -> list[str]:
        """The rows of the text screen."""
        text: ScreenText = self.ask(ReadScreen())
        return list(text.rows)

    def memory(self) -> bytes:
        """All that the processor sees but the timer cells, which never stand still."""
        memory: Memory = self.ask(Peek(address=0x8000, count=0x7000))
        return memory.data

    def shows(self, text: str) -> bool:
        """Whether the screen has `text`."""
        return any(text in row for row in self.screen())

    def wait_for(self, text: str) -> None:
        """Until the screen has `text`."""
        self.qtbot.waitUntil(lambda: self.shows(text), timeout=PATIENCE)

    def media(self) -> set[str]:
        """The sockets that hold something, as the machine last told."""
        status = self.window.vm.status
        return set(status.media) if status is not None else set()

    def key(self, act: str, key: str | Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """A key event on the screen: act is "keyPress", "keyRelease" or "keyClick"."""
        event: Any = getattr(self.qtbot, act)
        event(self.window.screen_view, key, *modifiers)

    def close(self, button: str) -> None:
        """Closes the window and answers its question."""
        self.answers.button = button
        with self.qtbot.waitSignal(self.window.closed, timeout=PATIENCE):
            self.window.close()
        self.window.deleteLater()
