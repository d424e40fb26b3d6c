"""The manual in a window of its own: the pages of docs/, as they are, with a search."""

from pathlib import Path
from typing import Any

from PyQt6.QtCore import QStringListModel, Qt, QTimer, QUrl, pyqtSignal
from PyQt6.QtGui import QDesktopServices, QTextDocument
from PyQt6.QtWidgets import QCompleter, QLineEdit, QMainWindow, QTextBrowser, QToolBar

from app.models import manual
from app.models.manual import FIRST_PAGE

MARGIN = 20  # pixels
SEARCH_WIDTH = 260  # pixels
MARKDOWN = QTextDocument.ResourceType.MarkdownResource


class Pages(QTextBrowser):
    """Shows pages of files and of searches."""

    def loadResource(self, type: int, name: QUrl) -> Any:
        """The page, if it is one of ours."""
        if name.scheme() == manual.SEARCH:
            return manual.found(name.path())
        page = manual.page_in(Path(name.toLocalFile()))
        return super().loadResource(type, name) if page is None else manual.with_links(page)


class Manual(QMainWindow):
    """Shows a page, follows its links, goes back, and finds words."""

    example_wanted = pyqtSignal(str)  # the lines of an example that the machine is to be given

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Manual – EightBox")
        self.pages = Pages(self)
        self.pages.setOpenLinks(False)
        self.pages.anchorClicked.connect(self._follow)
        document = self.pages.document()
        assert document is not None
        document.setDocumentMargin(MARGIN)
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
        self._words = QStringListModel(self)
        self.search = self._search_line()
        bar.addWidget(self.search)
        self.addToolBar(bar)
        self.resize(780, 700)
        self.show_first()
        self._unread = manual.reading()
        self._reader = QTimer(self)
        self._reader.timeout.connect(self._read_on)
        self._reader.start(0)

    def _read_on(self) -> None:
        """Reads one page, so that a search has little to wait for; then words are offered."""
        if next(self._unread, None) is None:
            self._reader.stop()
            self._words.setStringList(manual.words())

    def _search_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText("Search: CIRCLE, snapshot, …")
        line.setClearButtonEnabled(True)
        line.setFixedWidth(SEARCH_WIDTH)
        completer = QCompleter(self._words, line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self.search_for)
        line.setCompleter(completer)
        line.returnPressed.connect(lambda: self.search_for(line.text()))
        return line

    def search_for(self, query: str) -> None:
        """The page about a word of BASIC, or a page of links to those that have the words."""
        page = manual.page_about(query)
        if page is not None:
            self.pages.setSource(QUrl.fromLocalFile(str(page.path)))
        elif query.strip():
            url = QUrl()
            url.setScheme(manual.SEARCH)
            url.setPath(" ".join(query.split()))
            self.pages.setSource(url, MARKDOWN)

    def ask(self) -> None:
        """The keyboard is for the search."""
        self.search.setFocus()
        self.search.selectAll()

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == manual.RUN:
            if lines := manual.example(url.path()):
                self.example_wanted.emit(lines)
        elif url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        else:
            self.pages.setSource(url)

    def show_first(self) -> None:
        """The page that names the others."""
        self.pages.setSource(QUrl.fromLocalFile(str(FIRST_PAGE)))
