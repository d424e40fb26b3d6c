"""The line below the screen: drives, lamps, speed, sound, and the last thing that happened."""

from pathlib import Path

from PyQt6.QtCore import QSize, Qt, QTimer
from PyQt6.QtGui import QColor, QPainter, QPaintEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from app.commands import title_of
from machine.worker.messages import SocketInfo, Status

MODE_WORDS = {"vm": "kept in the VM", "file": "written to the file", "read-only": "read-only"}
LIT, DARK = QColor("#f0503c"), QColor("#5a5a5a")
AFTERGLOW_MS = 300


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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(4)
        layout.addWidget(self.lamp)
        layout.addWidget(self.label)
        self.setAccessibleName(word)


class StatusLine(QStatusBar):
    """Shows a `Status`; messages come and go on the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drives: dict[str, Labelled] = {}
        self._counts: dict[str, int] = {}
        self._caps = Labelled("CAPS", self)
        self._speed = QLabel("–", self)
        self._sound = QLabel("–", self)
        self._speed.setAccessibleName("Speed")
        self._sound.setAccessibleName("Sound")
        for widget in (self._caps, self._speed, self._sound):
            self.addPermanentWidget(widget)
        self._afterglow = QTimer(self)
        self._afterglow.setSingleShot(True)
        self._afterglow.setInterval(AFTERGLOW_MS)
        self._afterglow.timeout.connect(self._darken)

    def set_sockets(self, sockets: tuple[SocketInfo, ...]) -> None:
        """Makes a lamp for every drive of the machine."""
        for drive in self._drives.values():
            self.removeWidget(drive)
            drive.deleteLater()
        self._drives = {
            info.name: Labelled(title_of(info.name), self)
            for info in sockets
            if info.kind == "disk"
        }
        for index, drive in enumerate(self._drives.values()):
            self.insertPermanentWidget(index, drive)

    def tell(self, message: str) -> None:
        """A result, for a few seconds."""
        self.showMessage(message, 8000)

    def show_status(self, status: Status) -> None:
        """Drives, lamps and speed."""
        for socket, drive in self._drives.items():
            count = status.activity.get(socket, 0)
            if count != self._counts.get(socket, count):
                drive.lamp.set_lit(True)
                self._afterglow.start()
            self._counts[socket] = count
            medium = status.media.get(socket)
            name = Path(medium.name).name if medium else "empty"
            drive.label.setText(f"{title_of(socket)}: {name}")
            drive.setToolTip(f"Writes are {MODE_WORDS[medium.mode]}" if medium else "No disk")
        self._caps.lamp.set_lit(bool(status.lamps.get("caps", 0)))
        self._speed.setText(_speed_words(status))

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
