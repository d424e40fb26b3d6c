"""What the machine prints, as text: kept as long as its window is open."""

from pathlib import Path

from PyQt6.QtCore import QElapsedTimer, QObject, pyqtSignal
from PyQt6.QtGui import QGuiApplication

from app.controllers.questions import Questions
from app.controllers.vm import VmController
from app.settings import Settings
from machine.core.errors import Refused
from machine.media.medium import write_file

LONGEST = 1 << 20  # characters of paper; of more the newer half is kept
QUIET_MS = 10_000  # without printing, after which it is told again
FILTER = "Text (*.txt);;All files (*)"
NEWS = "The machine prints: View > Printer shows it"
EMPTY = "Nothing was printed yet; LPRINT and LLIST print."


class PrinterController(QObject):
    """Collects what is printed. `paper` is all of it, but for what is too long ago."""

    printed = pyqtSignal(str)  # what is on the paper behind what was there
    torn_off = pyqtSignal()  # nothing is on the paper
    told = pyqtSignal(str)  # news for the user

    def __init__(
        self, vm: VmController, settings: Settings, ask: Questions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._ask = ask
        self._last = QElapsedTimer()
        self.paper = ""
        vm.printed.connect(self._print)

    def _print(self, text: str) -> None:
        if not self._last.isValid() or self._last.elapsed() > QUIET_MS:
            self.told.emit(NEWS)
        self._last.start()
        self.paper += text
        if len(self.paper) > LONGEST:
            text = self.paper[-LONGEST // 2 :]
            self.tear_off()
            self.paper = text
        self.printed.emit(text)

    def save(self) -> None:
        """Writes the paper to a file that the user names."""
        if not self.paper:
            self.told.emit(EMPTY)
            return
        folder = self._settings.text("media.folder") or str(Path.home())
        path = self._ask.file_to_save("Save what was printed", folder, FILTER)
        if not path:
            return
        try:
            write_file(path, self.paper.encode())
        except Refused as refusal:
            self.told.emit(str(refusal))
        else:
            self.told.emit(f"Saved in {path}")

    def copy(self) -> None:
        """Puts the paper into the clipboard."""
        clipboard = QGuiApplication.clipboard()
        if not self.paper:
            self.told.emit(EMPTY)
        elif clipboard is not None:
            clipboard.setText(self.paper)
            self.told.emit("What was printed is in the clipboard")

    def tear_off(self) -> None:
        """Throws the paper away."""
        self.paper = ""
        self.torn_off.emit()
