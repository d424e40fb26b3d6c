"""The manual in a window of its own: the pages of docs/, as they are."""

from pathlib import Path

from PyQt6.QtCore import Qt, QUrl
from PyQt6.QtWidgets import QMainWindow, QTextBrowser, QToolBar, QWidget

FIRST_PAGE = Path(__file__).resolve().parents[2] / "docs" / "manual" / "README.md"
MARGIN = 20  # pixels


class Manual(QMainWindow):
    """Shows a page, follows its links, and goes back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Manual – EightBox")
        self.pages = QTextBrowser(self)
        self.pages.setOpenExternalLinks(True)
        self.pages.sourceChanged.connect(self._set_margin)
        self.setCentralWidget(self.pages)
        bar = QToolBar("Manual", self)
        bar.setMovable(False)
        for title, go, able in (
            ("Back", self.pages.backward, self.pages.backwardAvailable),
            ("Forward", self.pages.forward, self.pages.forwardAvailable),
        ):
            action = bar.addAction(title, go)
            assert action is not None
            action.setEnabled(False)
            able.connect(action.setEnabled)
        bar.addAction("First page", self.show_first)
        self.addToolBar(bar)
        self.resize(780, 700)
        self.show_first()

    def _set_margin(self) -> None:
        document = self.pages.document()
        assert document is not None
        document.setDocumentMargin(MARGIN)

    def show_first(self) -> None:
        """The page that names the others."""
        self.pages.setSource(QUrl.fromLocalFile(str(FIRST_PAGE)))
