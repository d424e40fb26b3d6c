"""The machine's picture: any size, right proportions, every key for the guest."""

import math

from PyQt6.QtCore import (
    QElapsedTimer,
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    pyqtSignal,
)
from PyQt6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PyQt6.QtWidgets import QSizePolicy, QWidget

from app.controllers.keys import KeyController
from app.keymaps import is_app_key
from app.views import file_drops
from machine.worker.frames import Frames

PROPORTION = (4, 3)
NOTICE_MS = 6000
TOGETHER_MS = 1000  # what is said so soon after something else is written below it
LINES = 240
SCANLINE_DEPTH = 110  # of 255: how dark it gets between two lines
BORDERLESS = QRect(24, 10, 272, 220)  # of 320 x 240: every mode's display, and a little margin


class ScreenView(QWidget):
    """Paints the newest picture. Files dropped on it are told by `files_dropped`."""

    files_dropped = pyqtSignal(list)  # list[str]
    focused = pyqtSignal(bool)

    def __init__(self, keys: KeyController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._pixels = b""  # what `_image` shows: it holds no copy
        self._image = QImage()
        self._drawn: tuple[QSize, bool, bool] | None = None  # what `_enlarged` was made for
        self._enlarged = QImage()
        self._caption = "Starting…"
        self._notice = ""
        self._notice_age = QElapsedTimer()
        self._notice_time = QTimer(self)
        self._notice_time.setSingleShot(True)
        self._notice_time.timeout.connect(self.end_notice)
        self.smooth = False
        self.integer = False
        self.border = True
        self.scanlines = False
        self._shade = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.setAcceptDrops(True)
        self.setAccessibleName("Screen of the machine")

    def sizeHint(self) -> QSize:
        """Twice the picture."""
        return QSize(640, 480)

    def show_picture(self, frames: Frames) -> None:
        """Takes over the newest picture."""
        copied = frames.copy_picture()
        if copied is None:
            return
        width, height, pixels = copied
        self.show_caption("")
        if pixels == self._pixels and self._image.size() == QSize(width, height):
            return
        self._pixels = pixels
        self._image = QImage(pixels, width, height, width * 4, QImage.Format.Format_RGB32)
        self._drawn = None
        self.update()

    def show_caption(self, text: str) -> None:
        """Writes over the picture, or takes the writing away again."""
        if text != self._caption:
            self._caption = text
            self.update()

    def show_notice(self, text: str, milliseconds: int = NOTICE_MS) -> None:
        """Writes at the screen's foot for some time, below what was written a moment before."""
        if self._notice and self._notice_age.elapsed() < TOGETHER_MS:
            lines = [line for line in self._notice.split("\n") if line != text]
            text = "\n".join([*lines, text])
            milliseconds = max(milliseconds, self._notice_time.remainingTime())
        self._notice = text
        self._notice_age.start()
        self._notice_time.start(milliseconds)
        self.update()

    def end_notice(self) -> None:
        """Takes the notice away."""
        # A method, no lambda: the garbage collector may clear a lambda of a window that is being
        # deleted while the timer still calls it.
        self._notice = ""
        self.update()

    @property
    def notice(self) -> str:
        """What is written at the screen's foot."""
        return self._notice

    @property
    def image(self) -> QImage:
        """The picture as the machine made it, a copy."""
        return self._image.copy()

    def target(self) -> QRect:
        """Where in the widget the picture stands, in pixels of the host's screen."""
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        across, down = PROPORTION
        if self.integer:
            source = self._source()
            unit = 2 if self._image.width() > 320 else 1
            factor = max(1, min(width * unit // source.width(), height * unit // source.height()))
            fitted = QSize(source.width() * factor // unit, source.height() * factor // unit)
        elif width * down > height * across:
            fitted = QSize(height * across // down, height)
        else:
            fitted = QSize(width, width * down // across)
        corner = QPoint((width - fitted.width()) // 2, (height - fitted.height()) // 2)
        return QRect(corner, fitted)

    def _enlarge(self) -> QImage:
        """The picture by the whole number that covers the target, each pixel a sharp square.

        What that is too large is smoothed away when it is painted: all pixels then look equally
        large, and only their edges are soft. With `smooth` all of the enlargement is smoothed.
        """
        size = self.target().size()
        wanted = (size, self.smooth, self.border)
        if self._drawn != wanted:
            self._drawn = wanted
            image = self._image.copy(self._source())
            if not self.smooth:
                across = max(-(-size.width() // image.width()), 1)
                down = max(-(-size.height() // image.height()), 1)
                image = image.scaled(image.width() * across, image.height() * down)
            self._enlarged = image
        return self._enlarged

    def _shaded(self, height: int) -> QImage:
        """A column of `height` pixels, darker between the lines of the picture than on them."""
        lines = LINES if self.border else BORDERLESS.height()
        if self._shade.height() != height or self._shade.text("lines") != str(lines):
            self._shade = QImage(1, height, QImage.Format.Format_ARGB32)
            self._shade.setText("lines", str(lines))
            for row in range(height):
                phase = (row + 0.5) * lines / height
                depth = (1 + math.cos(2 * math.pi * phase)) / 2
                self._shade.setPixelColor(0, row, QColor(0, 0, 0, round(SCANLINE_DEPTH * depth)))
        return self._shade

    def _source(self) -> QRect:
        if self.border or self._image.isNull():
            return self._image.rect()
        scale = self._image.width() // 320
        corner, size = BORDERLESS.topLeft() * scale, BORDERLESS.size() * scale
        return QRect(corner, size)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Black around, the picture in the middle, a caption over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0))
        if not self._image.isNull():
            ratio = self.devicePixelRatioF()
            target = self.target()
            corner = QPointF(target.left(), target.top()) / ratio
            size = QSizeF(target.width(), target.height()) / ratio
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(corner, size), self._enlarge())
            if self.scanlines:
                painter.drawImage(QRectF(corner, size), self._shaded(target.height()))
        self._write(painter, self._caption, Qt.AlignmentFlag.AlignVCenter, 14)
        self._write(painter, self._notice, Qt.AlignmentFlag.AlignBottom, 11)

    def _write(self, painter: QPainter, text: str, where: Qt.AlignmentFlag, points: int) -> None:
        if not text:
            return
        font = painter.font()
        font.setPointSize(points)
        painter.setFont(font)
        flags = where | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        room = self.rect().adjusted(24, 24, -24, -24)
        box = painter.boundingRect(room, flags, text)
        painter.fillRect(box.adjusted(-12, -8, 12, 8), QColor(0, 0, 0, 200))
        painter.setPen(QColor(255, 255, 255))
        painter.drawText(room, flags, text)

    # Keys

    def event(self, event: QEvent | None) -> bool:
        """Keeps menus and shortcuts off every key that is the guest's."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and not is_app_key(event.key(), event.modifiers())
        ):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab is a key of the guest."""
        return False

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """To the guest."""
        if event is not None and not self._keys.press(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent | None) -> None:
        """To the guest."""
        if event is not None and not self._keys.release(event):
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent | None) -> None:
        """What a dead key or an input method has composed."""
        if event is not None and event.commitString():
            self._keys.commit(event.commitString())
            event.accept()

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """The keyboard is the machine's now."""
        self.focused.emit(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """No key stays down behind the user's back."""
        self._keys.release_all()
        self.focused.emit(False)
        super().focusOutEvent(event)

    # Drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        """Files are welcome."""
        file_drops.welcome(event)

    def dropEvent(self, event: QDropEvent | None) -> None:
        """Tells which files."""
        self.files_dropped.emit(file_drops.taken(event))
