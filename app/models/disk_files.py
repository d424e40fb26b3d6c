"""The files of a disk as a tree: name, size, time."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PyQt6.QtCore import QMimeData, QModelIndex, QObject, Qt, QUrl, pyqtSignal
from PyQt6.QtGui import QIcon, QStandardItem, QStandardItemModel
from PyQt6.QtWidgets import QApplication, QStyle

from machine.core.errors import Refused
from machine.fat import Entry, Volume

PATH = Qt.ItemDataRole.UserRole
FOLDER = Qt.ItemDataRole.UserRole + 1
FILES = "text/uri-list"

Extract = Callable[[Sequence[str]], list[Path]]


class DiskFilesModel(QStandardItemModel):
    """Rows carry their path on the disk under `PATH` and whether they are folders under `FOLDER`.

    What is dragged out is first copied to the host by `extract`; what is dropped is told.
    """

    dropped = pyqtSignal(list, str)  # paths of the host, folder of the disk

    def __init__(self, extract: Extract, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._extract = extract
        self.damaged: list[str] = []  # folders that cannot be read

    def show(self, volume: Volume | None) -> None:
        """Replaces the tree."""
        self.clear()
        self.setHorizontalHeaderLabels(["Name", "Size", "Changed"])
        self.damaged = []
        if volume is not None:
            root = self.invisibleRootItem()
            assert root is not None
            self._fill(root, volume, "", set())

    def folder_at(self, index: QModelIndex) -> str:
        """The folder that a place in the tree is in, or is: "" is the root."""
        first = index.siblingAtColumn(0)
        if not first.isValid():
            return ""
        path = str(first.data(PATH))
        return path if first.data(FOLDER) else path.rpartition("/")[0]

    def mimeTypes(self) -> list[str]:
        """Files of the host."""
        return [FILES]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """The files and folders as copies on the host."""
        rows = [index for index in indexes if index.column() == 0]
        data = QMimeData()
        places = self._extract([str(index.data(PATH)) for index in rows])
        data.setUrls([QUrl.fromLocalFile(str(place)) for place in places])
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Files are copied, never moved."""
        return Qt.DropAction.CopyAction

    def canDropMimeData(
        self,
        data: QMimeData | None,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex,
    ) -> bool:
        """Files of the host, anywhere."""
        return data is not None and any(url.isLocalFile() for url in data.urls())

    def dropMimeData(
        self,
        data: QMimeData | None,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex,
    ) -> bool:
        """Tells what was dropped into which folder; the tree changes when it is on the disk."""
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()] if data else []
        if paths:
            self.dropped.emit(paths, self.folder_at(parent))
        return bool(paths)

    def _fill(self, above: QStandardItem, volume: Volume, path: str, seen: set[int]) -> None:
        try:
            entries = volume.entries(path)
        except Refused:
            self.damaged.append(path)
            return
        for entry in sorted(entries, key=lambda one: (not one.is_folder, one.name)):
            item = _item(entry.name)
            item.setData(entry.path, PATH)
            item.setData(entry.is_folder, FOLDER)
            item.setIcon(_icon(folder=entry.is_folder))
            above.appendRow([item, _size(entry), _item(_when(entry))])
            if entry.is_folder and entry.cluster not in seen:
                seen.add(entry.cluster)
                self._fill(item, volume, entry.path, seen)


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    return item


def _size(entry: Entry) -> QStandardItem:
    item = _item("" if entry.is_folder else f"{entry.size:,}".replace(",", " "))
    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _when(entry: Entry) -> str:
    return f"{entry.modified:%d %b %Y, %H:%M}" if entry.modified else ""


def _icon(*, folder: bool) -> QIcon:
    style = QApplication.style()
    assert style is not None
    pixmap = QStyle.StandardPixmap
    return style.standardIcon(pixmap.SP_DirIcon if folder else pixmap.SP_FileIcon)
