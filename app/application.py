"""The composition root: the process, its settings, and a window for every machine."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PyQt6.QtCore import QObject, QPoint, QStandardPaths
from PyQt6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from app.controllers.sound import SoundController
from app.controllers.vm import VmController
from app.services.audio_out import AudioOut
from app.services.icons import application_icon
from app.settings import Settings
from app.views.dialogs import Dialogs
from app.views.main_window import MainWindow
from machine.core.errors import Refused
from machine.media.sniff import sniff

VM_FILTER = "Virtual machines (*.8box);;All files (*)"
RECENT_LIMIT = 10
DEFAULT_VM = "Default.8box"
CASCADE = QPoint(32, 32)


class _Style(QProxyStyle):
    """Leaves the Alt key to the machine: alone it would go to the menu bar."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        """The base style's hint but for that one."""
        if hint == QStyle.StyleHint.SH_MenuBar_AltKeyNavigation:
            return 0
        return super().styleHint(hint, option, widget, returnData)


def make_qt_application() -> QApplication:
    """The QApplication, named and styled."""
    os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("EightBox")
    qt.setDesktopFileName("eightbox")
    qt.setStyle(_Style())
    qt.setWindowIcon(application_icon())
    return qt


def data_folder() -> Path:
    """Where the user's VMs are kept."""
    location = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(location))


def settings_path() -> Path:
    """The settings file."""
    location = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(location)) / "settings.json"


class Application(QObject):
    """Opens machines in windows and keeps them until they are closed."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        super().__init__()
        self._settings = settings
        self._folder = folder
        self.windows: list[MainWindow] = []

    def open_files(self, files: Sequence[tuple[str, str]]) -> None:
        """Files by absolute path and kind, as `sniff` names it.

        VM files open as they are; everything else goes into one new VM that leaves nothing.
        """
        media = [(path, kind) for path, kind in files if kind != "image"]
        for path, kind in files:
            if kind == "image":
                self.open_image(path)
        if media:
            window = self._open("", self._settings.text("vm.board"))
            window.vm.started.connect(lambda _: window.media.place(media))

    def open_default(self) -> None:
        """The VM that is there without anybody having made one. Refused if it has no place."""
        self._make_folder()
        window = self._open(str(self._folder / DEFAULT_VM), self._settings.text("vm.board"))
        window.view.greet()

    def open_image(self, path: str) -> None:
        """Opens a VM's file, or brings the window forward that has it open."""
        for window in self.windows:
            if window.vm.image and os.path.realpath(window.vm.image) == os.path.realpath(path):
                window.activateWindow()
                window.raise_()
                return
        self._open(path, "")

    def forget_recent(self) -> None:
        """Clears the list of VMs used before."""
        self._settings.set("recent.vm", [])

    def open_vm(self) -> None:
        """Asks for a VM's file and opens it."""
        path = Dialogs().file_to_open("Open a VM", str(self._folder), VM_FILTER)
        if path:
            self.open_image(path)

    def new_vm(self, board: str) -> None:
        """A new VM in a new file of its own, on `board`. Refused if it has no place."""
        self._make_folder()
        number = 1
        while os.path.lexists(path := self._folder / f"{board} {number}.8box"):
            number += 1
        self._open(str(path), board)

    def quit(self) -> None:
        """Closes every window; each asks what becomes of its machine, and one may stop it all."""
        for window in list(self.windows):
            window.close()
            if window in self.windows and not window.closing:
                return

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Refused(
                f"The folder of VMs, {self._folder}, cannot be made ({error.strerror});"
                " make it, or set XDG_DATA_HOME to another."
            ) from error

    def _open(self, image: str, board: str) -> MainWindow:
        vm = VmController(image, board if not image or not os.path.lexists(image) else "")
        vm.start()  # its process comes up while the window does; it is heard in the event loop
        sound = SoundController(vm, AudioOut(), vm)
        window = MainWindow(vm, sound, self._settings, self)
        vm.setParent(window)
        if image:
            vm.started.connect(lambda _: self._settings.put_first("recent.vm", image, RECENT_LIMIT))
        window.closed.connect(self._closed)
        self._place(window)
        self.windows.append(window)
        window.show()
        if self._settings.trouble and len(self.windows) == 1:
            window.view.warn(self._settings.trouble)
        return window

    def _place(self, window: MainWindow) -> None:
        """Moves a window that would cover another one."""
        screen = window.screen()
        assert screen is not None
        room = screen.availableGeometry()
        taken = [at for other in self.windows for at in (other.pos(), other.geometry().topLeft())]
        for _ in self.windows:
            if window.pos() not in taken:
                return
            corner = window.pos() + CASCADE
            if corner.x() + window.width() > room.right():
                corner.setX(room.left())
            if corner.y() + window.height() > room.bottom():
                corner.setY(room.top())
            window.move(corner)

    def _closed(self, window: MainWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
            window.deleteLater()
        if not self.windows:
            QApplication.quit()


def run(files: list[str]) -> int:
    """Starts the application, returns its exit status. Refused if a file or a folder is no good."""
    known = [(str(Path(path).absolute()), sniff(Path(path))) for path in files]
    qt = make_qt_application()
    application = Application(Settings(settings_path()), data_folder())
    if known:
        application.open_files(known)
    else:
        application.open_default()
    return qt.exec()
