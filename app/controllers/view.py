"""How a window shows its machine: options, full screen, clipboard, words about the program."""

import platform
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtCore import PYQT_VERSION_STR, QT_VERSION_STR, QObject, QStandardPaths, Qt
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QDockWidget

from app.settings import Settings
from machine.worker.messages import ReadScreen, ScreenText, StopTyping, TypeText

TELL_MS = 2500
LONGEST_PASTE = 1 << 20  # characters that one request takes
CURSOR = "█"

if TYPE_CHECKING:
    from app.views.main_window import MainWindow

KEYS_OF_THE_GUEST = (
    ("Ctrl+F8", "CTRL+STOP: break"),
    ("F8, Pause", "STOP: hold, go on"),
    ("F1-F5, with Shift", "F1-F5, F6-F10"),
    ("F7, End", "SELECT"),
    ("Left Alt", "GRAPH"),
    ("AltGr, F9", "CODE"),
    ("Home, Shift+Home", "HOME, CLS"),
    ("Arrows, Space, M", "Joystick 1, if View says so"),
)
KEYS_OF_THE_EDITOR = (
    ("Return", "Enters the line"),
    ("Insert, Ctrl+R", "Inserts, or not"),
    ("Backspace, Delete", "Takes away left, here"),
    ("Ctrl+E, Ctrl+U", "Empties the rest, the line"),
    ("Ctrl+N", "End of the line"),
    ("Ctrl+B, Ctrl+F", "Word back, forward"),
    ("Ctrl+L, Ctrl+K", "CLS, HOME"),
    ("Ctrl+C", "Gives the line up"),
)


class ViewController(QObject):
    """Answers the commands of the menus Edit, View and Help for one window."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._widened: dict[QDockWidget, int] = {}  # pixels that the window grew for a dock
        self._put_away: list[QDockWidget] = []  # as long as the picture is alone

    def name(self) -> str:
        """What the VM is called: its file's name."""
        image = self._window.vm.image
        return Path(image).stem if image else "Without a file"

    def apply(self) -> None:
        """Brings the options in force."""
        window, settings = self._window, self._settings
        window.screen_view.smooth = settings.flag("display.smooth")
        window.screen_view.integer = settings.flag("display.integer")
        window.screen_view.scanlines = settings.flag("display.scanlines")
        window.screen_view.border = settings.flag("display.border")
        window.screen_view.update()
        window.keys.joystick = settings.flag("keyboard.joystick")
        window.keys.positional = settings.flag("keyboard.positional")
        window.sound.muted = settings.flag("sound.muted")
        window.sound.volume = settings.number("sound.volume") / 100
        window.vm.set_fast_disks(settings.flag("media.fast_disks"))
        window.menus.refresh()

    def state(self, name: str) -> bool:
        """Whether a checkable command is ticked."""
        window = self._window
        head, _, rest = name.partition(".")
        if head in ("display", "keyboard", "sound") or name == "media.fast_disks":
            return self._settings.flag(name)
        if head == "volume":
            return self._settings.number("sound.volume") == int(rest)
        if name == "full_screen":
            return window.isFullScreen()
        if name == "snapshots_shown":
            return window.dock.isVisible()
        if name == "welcome_shown":
            return not window.welcome.isHidden()
        if name in ("recent_vms", "recent_programs"):
            return bool(self._settings.texts(name.replace("_", ".").rstrip("s")))
        if name == "has_drive":
            return any(info.kind == "disk" for info in window.media.sockets)
        if head == "board":
            return window.vm.info is not None and window.vm.info.board == rest
        return self._state_of_machine(head, rest)

    def _state_of_machine(self, head: str, rest: str) -> bool:
        status = self._window.vm.status
        if status is None:
            return False
        if head == "speed":
            return status.speed_setting == int(rest)
        if head == "hz":
            return status.hz == int(rest)
        if head == "typing":
            return status.typing > 0
        if head in ("powered", "paused"):
            return status.powered if head == "powered" else not status.running
        socket, _, value = rest.partition(".")
        medium = status.media.get(socket)
        if medium is None:
            return head == "mapper" and not value
        if head == "mapper":
            return self._window.media.mappers.get(socket, "") == value
        if head == "mode":
            return medium.mode == value
        if head == "unsaved":
            return medium.changed
        assert head == "has", head
        return True

    def toggle(self, key: str) -> None:
        """Turns an option over."""
        self._settings.set(key, not self._settings.flag(key))

    def set_volume(self, percent: int) -> None:
        """Loudness in percent."""
        self._settings.set("sound.volume", percent)

    def resize(self, factor: int) -> None:
        """The picture `factor` times as large as the machine makes it."""
        self._window.fit_screen(factor)

    def toggle_full_screen(self) -> None:
        """The picture alone, or the window again."""
        window = self._window
        full = not window.isFullScreen()
        bar = window.menuBar()
        assert bar is not None
        for widget in (bar, window.status_line, window.tool_bar):
            widget.setVisible(not full)
        if full:
            self._put_away = [dock for dock in window.docks if not dock.isHidden()]
        for dock in self._put_away:
            dock.setVisible(not full)
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        if full:
            window.screen_view.show_notice("F11 leaves the full screen")
        else:
            self._put_away = []
            window.screen_view.end_notice()

    def shows(self, dock: QDockWidget) -> bool:
        """Whether a dock is there, or will be again when the full screen is left."""
        return dock.isVisible() or dock in self._put_away

    def toggle_snapshots(self) -> None:
        """Shows or hides the list of snapshots; the screen keeps its size if there is room."""
        self._toggle_dock(self._window.dock)

    def _toggle_dock(self, dock: QDockWidget) -> None:
        window = self._window
        shown = dock.isHidden()
        dock.setVisible(shown)
        if not window.isMaximized() and not window.isFullScreen():
            if shown:
                self._widened[dock] = window.widen(dock.sizeHint().width())
            else:
                window.widen(-self._widened.pop(dock, dock.sizeHint().width()))

    def greet(self) -> None:
        """At the very first start, and at every start if the user wants it: the welcome page."""
        if not self._settings.flag("welcome.seen") or self._settings.flag("welcome.always"):
            self._settings.set("welcome.seen", True)
            self.toggle_welcome()

    def toggle_welcome(self) -> None:
        """Shows or hides the welcome page; the screen keeps its size if there is room."""
        self._toggle_dock(self._window.welcome)

    def focus_menu(self) -> None:
        """Gives the menu bar the keyboard."""
        self._window.menus.focus()

    def copy_picture(self) -> None:
        """The picture into the clipboard, as the machine made it."""
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None:
            clipboard.setImage(self._window.screen_view.image)
        self.tell("The picture is in the clipboard")

    def save_picture(self) -> None:
        """The picture into a PNG file that the user names."""
        image = self._window.screen_view.image.copy()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        path = self._window.ask.file_to_save("Save the picture", folder, "PNG pictures (*.png)")
        if path and image.save(path, "PNG"):
            self.tell(f"Saved in {path}")
        elif path:
            self.warn(f"{path} cannot be written; choose another place.")

    def copy_text(self) -> None:
        """The rows of the text screen into the clipboard."""

        def arrived(text: ScreenText) -> None:
            clipboard = QGuiApplication.clipboard()
            if clipboard is not None:
                clipboard.setText(without_cursor(text.rows))
            self.tell("The text is in the clipboard" if text.rows else "This screen has no text")

        self._window.vm.request(ReadScreen(), arrived)

    def paste(self) -> None:
        """Types the clipboard's text into the machine."""
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text() if clipboard is not None else ""
        if not text:
            self.warn("There is no text in the clipboard; copy some first.")
        elif len(text) > LONGEST_PASTE:
            self.warn(f"The clipboard has {len(text)} characters; paste at most {LONGEST_PASTE}.")
        else:
            self._window.vm.request(TypeText(text=text))

    def stop_typing(self) -> None:
        """Forgets what of a pasted text is not typed yet."""
        self._window.vm.request(StopTyping(), lambda _: self.tell("Typing was stopped"))

    def tell(self, result: str) -> None:
        """Something was done: a word over the screen's foot, for a moment."""
        self._window.screen_view.show_notice(result, TELL_MS)

    def warn(self, sentence: str) -> None:
        """Something was refused: the sentence over the screen's foot, for some seconds."""
        self._window.screen_view.show_notice(sentence)

    def show_keys(self) -> None:
        """Which host key is which key of the machine, and the application's own."""
        left = _table("Keys of the machine", KEYS_OF_THE_GUEST)
        left += _table("Keys of BASIC's editor", KEYS_OF_THE_EDITOR)
        right = _table("Keys of EightBox", self._window.menus.shortcuts())
        self._window.show_message(
            "Keys",
            "<p>Your keyboard's characters are the machine's. All other keys go to it, too.</p>"
            f"<table><tr><td>{left}</td><td width=24></td><td>{right}</td></tr></table>",
        )

    def show_about(self) -> None:
        """Versions and licences."""
        self._window.show_message(
            "About EightBox",
            "<b>EightBox 0.1.0</b><p>Virtual 8-bit computers with firmware of their own.</p>"
            f"<p>Python {platform.python_version()}, Qt {QT_VERSION_STR},"
            f" PyQt {PYQT_VERSION_STR}<br>"
            f"Sound: {self._window.sound.device or 'no device'}</p>"
            "<p>Application: GPL-3.0-or-later. Firmware: MIT.</p>",
        )


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    cells = "".join(f"<tr>{_cell(a + 3 * '&nbsp;')}{_cell(b)}</tr>" for a, b in rows)
    return f"<p><b>{title}</b></p><table>{cells}</table>"


def _cell(text: str) -> str:
    return f'<td style="white-space: nowrap">{text}</td>'


def without_cursor(rows: Sequence[str]) -> str:
    """The text of a screen's rows; a single block is the cursor, and stands for a blank."""
    text = "\n".join(rows)
    if text.count(CURSOR) == 1:
        text = text.replace(CURSOR, " ")
    return "\n".join(row.rstrip() for row in text.split("\n")).rstrip("\n")
