"""The list of snapshots, newest first."""

from datetime import UTC, datetime
from typing import Any

from PyQt6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt
from PyQt6.QtGui import QIcon, QPixmap

from machine.worker.messages import SnapshotInfo

NODE = Qt.ItemDataRole.UserRole
THUMBNAIL = QSize(128, 96)


class SnapshotModel(QAbstractListModel):
    """One row a snapshot: name and time, thumbnail; the node number under `NODE`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[SnapshotInfo] = []
        self._icons: dict[int, QIcon] = {}

    def show(self, nodes: list[SnapshotInfo]) -> None:
        """Replaces the list."""
        self.beginResetModel()
        self._nodes = list(reversed(nodes))
        self._icons = {info.node: _icon(info.thumbnail) for info in nodes}
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """The number of snapshots."""
        return 0 if parent is not None and parent.isValid() else len(self._nodes)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name and local time, the thumbnail, or the node number."""
        if not index.isValid():
            return None
        info = self._nodes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{info.name}\n{_when(info.created)}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons[info.node]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{info.name}: double-click to go back to it"
        if role == NODE:
            return info.node
        return None


def _when(created: int) -> str:
    """Seconds since 1970 as local time; nothing for a time that a damaged file made up."""
    try:
        return f"{datetime.fromtimestamp(created, UTC).astimezone():%d %b %Y, %H:%M:%S}"
    except (ValueError, OverflowError, OSError):
        return ""


def _icon(png: bytes) -> QIcon:
    picture = QPixmap()
    picture.loadFromData(png)
    return QIcon(picture)
