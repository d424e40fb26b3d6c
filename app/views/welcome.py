"""The welcome page: what can be done here, each thing by one click."""

from collections.abc import Callable, Iterable

from PyQt6.QtCore import QSize, Qt, pyqtSignal
from PyQt6.QtGui import QDragEnterEvent, QDropEvent
from PyQt6.QtWidgets import (
    QCheckBox,
    QCommandLinkButton,
    QDockWidget,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.models.samples import Sample
from app.program_commands import command_of
from app.settings import Settings
from app.views import file_drops

ALWAYS = "welcome.always"
FIRST_STEPS = (
    "The computer beside this page starts in BASIC: click on its picture, type"
    " <b>PRINT 6*7</b> and press Return. Or start with one of these:"
)
DISK = "media.welcome_disk"
OPENERS = (
    (DISK, "Start EB-DOS", "Files, commands and programs, from a disk made for this machine"),
    ("media.open", "Open a file…", "A cartridge, disk, cassette or BASIC program of your own"),
    ("help.manual", "Read the manual", "Keys, files, snapshots, BASIC"),
)
WIDTH = 290

Do = Callable[[str], None]


class WelcomePage(QDockWidget):
    """A page beside the picture; it never takes the keyboard. `do` carries out a command by name.

    Files dropped on it are told by `files_dropped`.
    """

    files_dropped = pyqtSignal(list)  # list[str]

    def __init__(self, samples: Iterable[Sample], do: Do, settings: Settings) -> None:
        super().__init__("Welcome")
        self.setAcceptDrops(True)
        self.setObjectName("welcome")
        self.setAllowedAreas(
            Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
        )
        self.buttons: dict[str, QCommandLinkButton] = {}
        self._do = do
        self._samples = tuple(samples)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setSpacing(2)
        layout.addWidget(_text("<h3>What can I do here?</h3>" + FIRST_STEPS))
        for name, title, tells in OPENERS:
            layout.addWidget(self._button(name, title, tells))
        layout.addWidget(_text("<b>Sample programs</b>"))
        for sample in self._samples:
            layout.addWidget(self._button(command_of(sample), sample.title, sample.tells))
        layout.addStretch()
        always = QCheckBox("Show this at every start", page)
        always.setChecked(settings.flag(ALWAYS))
        always.toggled.connect(lambda on: settings.set(ALWAYS, on))
        self.always = always
        self.setWidget(_framed(page, always))

    def sizeHint(self) -> QSize:
        """Wide enough for a line of text."""
        return QSize(WIDTH, 480)

    def show_board(self, board: str, *, has_drive: bool) -> None:
        """Greys the samples that `board` can't run, and the disk where there is no drive."""
        self.buttons[DISK].setEnabled(has_drive)
        for sample in self._samples:
            button = self.buttons[command_of(sample)]
            button.setEnabled(sample.board in ("", board))

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        """Files are welcome."""
        file_drops.welcome(event)

    def dropEvent(self, event: QDropEvent | None) -> None:
        """Tells which files."""
        self.files_dropped.emit(file_drops.taken(event))

    def _button(self, name: str, title: str, tells: str) -> QCommandLinkButton:
        button = QCommandLinkButton(title, tells)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._do(name))
        self.buttons[name] = button
        return button


def _text(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label


def _framed(page: QWidget, foot: QWidget) -> QWidget:
    """The page, which scrolls, above a foot that does not."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(page)
    frame = QWidget()
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 6)
    layout.addWidget(scroll)
    layout.addWidget(foot)
    frame.setMinimumWidth(WIDTH)
    return frame
