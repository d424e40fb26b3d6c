"""The line below the screen: drives, lamps, speed, sound."""

from pathlib import Path

from PyQt6.QtCore import QElapsedTimer, QSize, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QWidget

from app.commands import title_of
from machine.worker.messages import MediumStatus, SocketInfo, Status

MODE_WORDS = {"vm": "kept in the VM", "file": "to the file", "read-only": "read-only"}
MODE_TIPS = {
    "vm": "kept in the VM; the file stays as it is",
    "file": "written to the file",
    "read-only": "refused",
}
NAME_PIXELS = 110
LIT, DARK = QColor("#f0503c"), QColor("#5a5a5a")
AFTERGLOW_MS = 300
PATIENCE_MS = 3000  # of a program that waits for the prompt, before a reset is offered
WAITS = "Waits for BASIC's prompt"


class Lamp(QWidget):
    """A round light."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False
        self.setFixedSize(QSize(12, 12))

    def set_lit(self, lit: bool) -> None:
        """On or off."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """A dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LIT if self._lit else DARK)
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))


class Labelled(QWidget):
    """A lamp with a word beside it."""

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lamp = Lamp(self)
        self.label = QLabel(word, self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(4)
        layout.addWidget(self.lamp)
        layout.addWidget(self.label)
        self.setAccessibleName(word)

    def say(self, words: str, tip: str) -> None:
        """Other words, and what they mean."""
        if words != self.label.text():
            self.label.setText(words)
            self.setAccessibleName(words)
        if tip != self.toolTip():
            self.setToolTip(tip)


class StatusLine(QStatusBar):
    """Shows a `Status`."""

    reset_wanted = pyqtSignal()  # a program waits for the prompt, and the user will not

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lasting = True
        self._drives: dict[str, Labelled] = {}
        self._recorders: set[str] = set()
        self._counts: dict[str, int] = {}
        self._caps = Labelled("CAPS", self)
        self._speed = QLabel("–", self)
        self._sound = QLabel("–", self)
        for label, longest in ((self._speed, "100 %, 60 Hz"), (self._sound, "Sound 100 ms")):
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(longest))
        self._speed.setAccessibleName("Speed")
        self._sound.setAccessibleName("Sound")
        self._work = QLabel(self)
        self._work.setTextFormat(Qt.TextFormat.PlainText)
        self._reset = QPushButton("Reset", self)
        self._reset.setToolTip("Press the reset button and load the program then")
        self._reset.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reset.clicked.connect(self.reset_wanted)
        self._waiting = QElapsedTimer()
        self.addPermanentWidget(self._work)
        self.addPermanentWidget(self._reset)
        self._work.hide()
        self._reset.hide()
        for widget in (self._caps, self._speed, self._sound):
            self.addPermanentWidget(widget)
        self._afterglow = QTimer(self)
        self._afterglow.setSingleShot(True)
        self._afterglow.setInterval(AFTERGLOW_MS)
        self._afterglow.timeout.connect(self._darken)

    def set_sockets(self, sockets: tuple[SocketInfo, ...], *, lasting: bool = True) -> None:
        """Makes a lamp for every drive and recorder.

        `lasting`: what the VM keeps is there the next time.
        """
        self._lasting = lasting
        for drive in self._drives.values():
            self.removeWidget(drive)
            drive.deleteLater()
        self._drives = {
            info.name: Labelled(title_of(info.name), self)
            for info in sockets
            if info.kind != "cartridge"
        }
        self._recorders = {info.name for info in sockets if info.kind == "cassette"}
        for drive in self._drives.values():
            self.addWidget(drive)
        for socket in self._recorders:  # seldom used: seen while a tape is in
            self._drives[socket].hide()

    def words(self, socket: str) -> str:
        """What stands beside a drive's lamp."""
        return self._drives[socket].label.text()

    def is_shown(self, socket: str) -> bool:
        """Whether a drive or recorder stands in the line."""
        return not self._drives[socket].isHidden()

    @property
    def speed(self) -> str:
        """What stands where the speed does."""
        return self._speed.text()

    def show_status(self, status: Status) -> None:
        """Drives, lamps and speed."""
        for socket, drive in self._drives.items():
            count = status.activity.get(socket, 0)
            if count != self._counts.get(socket, count):
                drive.lamp.set_lit(True)
                self._afterglow.start()
            self._counts[socket] = count
            self._show_medium(socket, drive, status.media.get(socket))
        self._caps.lamp.set_lit(bool(status.lamps.get("caps", 0)))
        self._speed.setText(_speed_words(status))
        self._show_work(status)

    def _show_work(self, status: Status) -> None:
        """What still goes from the host into the machine: text being typed, or a program."""
        if not status.loading:
            self._waiting.invalidate()
        elif not self._waiting.isValid():
            self._waiting.start()
        typing = f"Types, {status.typing} to go" if status.typing else ""
        self._work.setText(WAITS if status.loading else typing)
        self._work.setToolTip("Ctrl+Shift+X stops the typing" if typing else "")
        self._work.setVisible(bool(self._work.text()))
        late = self._waiting.isValid() and self._waiting.elapsed() > PATIENCE_MS
        self._reset.setVisible(late and status.running)

    @property
    def work(self) -> str:
        """What is told about text being typed and a program that waits."""
        return self._work.text()

    @property
    def offers_reset(self) -> bool:
        """Whether a program has waited so long that a reset is offered."""
        return not self._reset.isHidden()

    def show_stopped(self) -> None:
        """There is no machine any more."""
        self._darken()
        self._caps.lamp.set_lit(False)
        self._speed.setText("Stopped")
        self._work.hide()
        self._reset.hide()

    def _show_medium(self, socket: str, drive: Labelled, medium: MediumStatus | None) -> None:
        if socket in self._recorders:
            drive.setVisible(medium is not None)
        if medium is None:
            drive.say(f"{title_of(socket)}: empty", "No disk")
            return
        name = self.fontMetrics().elidedText(
            Path(medium.name).name, Qt.TextElideMode.ElideMiddle, NAME_PIXELS
        )
        lost = medium.changed and not (self._lasting and medium.path)
        words = "NOT SAVED" if lost else MODE_WORDS[medium.mode]
        tip = f"{medium.path or medium.name}\nWhat the machine writes is {MODE_TIPS[medium.mode]}"
        if lost:
            tip += "\nWhat it has written is in no file; choose Save in the menu Media"
        drive.say(f"{title_of(socket)}: {name}, {words}", tip)

    def show_sound(self, device: str, queued_ms: float, underruns: int, muted: bool) -> None:
        """How well the sound gets out."""
        if not device:
            self._sound.setText("No sound device")
        elif muted:
            self._sound.setText("Muted")
        else:
            self._sound.setText(f"Sound {queued_ms:.0f} ms")
            self._sound.setToolTip(f"{device}; {underruns} gaps so far")

    def _darken(self) -> None:
        for drive in self._drives.values():
            drive.lamp.set_lit(False)


def _speed_words(status: Status) -> str:
    if not status.powered:
        return "Off"
    if not status.running:
        return "Paused"
    return f"{status.speed_percent} %, {status.hz} Hz"
