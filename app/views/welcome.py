"""The welcome page: what can be done here, each thing by one click."""

from collections.abc import Callable, Iterable

from PyQt6.QtCore import QSize, Qt, pyqtSignal
from PyQt6.QtGui import QDragEnterEvent, QDropEvent, QIcon
from PyQt6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QCommandLinkButton,
    QDockWidget,
    QGridLayout,
    QLabel,
    QScrollArea,
    QToolButton,
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
WIDTH = 316
PICTURE = QSize(136, 102)  # as scripts/sample_pictures.py makes them
COLUMNS = 2

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
        self.buttons: dict[str, QAbstractButton] = {}
        self._do = do
        self._samples = tuple(samples)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setSpacing(2)
        layout.addWidget(_text("<h3>What can I do here?</h3>" + FIRST_STEPS))
        for name, title, tells in OPENERS:
            layout.addWidget(self._button(name, title, tells))
        layout.addWidget(_text("<b>Sample programs</b>"))
        layout.addLayout(self._shelf())
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

    def _shelf(self) -> QGridLayout:
        """The samples by their pictures."""
        shelf = QGridLayout()
        shelf.setSpacing(4)
        for place, sample in enumerate(self._samples):
            button = QToolButton()
            button.setIcon(QIcon(str(sample.picture)))
            button.setIconSize(PICTURE)
            button.setText(sample.title)
            button.setToolTip(sample.tells)
            button.setAccessibleDescription(sample.tells)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setAutoRaise(True)
            self._wire(button, command_of(sample))
            shelf.addWidget(button, place // COLUMNS, place % COLUMNS)
        return shelf

    def _button(self, name: str, title: str, tells: str) -> QCommandLinkButton:
        button = QCommandLinkButton(title, tells)
        self._wire(button, name)
        return button

    def _wire(self, button: QAbstractButton, name: str) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._do(name))
        self.buttons[name] = button


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
