"""The list of snapshots with their pictures."""

from PyQt6.QtCore import QModelIndex, QPoint, Qt
from PyQt6.QtWidgets import QDockWidget, QListView, QMenu, QWidget

from app.controllers.snapshots import SnapshotController
from app.models.snapshots import NODE, THUMBNAIL, SnapshotModel


class SnapshotDock(QDockWidget):
    """Double-click goes back to a snapshot; the menu of a row renames and deletes it."""

    def __init__(self, snapshots: SnapshotController, parent: QWidget | None = None) -> None:
        super().__init__("Snapshots", parent)
        self.setObjectName("snapshots")
        self._snapshots = snapshots
        self._model = SnapshotModel(self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setIconSize(THUMBNAIL)
        self.list.setSpacing(4)
        self.list.setWordWrap(True)
        self.list.setAccessibleName("Snapshots")
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.doubleClicked.connect(self._restore)
        self.setWidget(self.list)
        snapshots.listed.connect(self._model.show)

    def _restore(self, index: QModelIndex) -> None:
        self._snapshots.restore(int(index.data(NODE)))

    def _menu(self, where: QPoint) -> None:
        index = self.list.indexAt(where)
        if not index.isValid():
            return
        node = int(index.data(NODE))
        menu = QMenu(self)
        for title, act in (
            ("&Go back to it", self._snapshots.restore),
            ("&Rename…", self._snapshots.rename),
            ("&Delete…", self._snapshots.delete),
        ):
            action = menu.addAction(title)
            assert action is not None
            action.triggered.connect(lambda _=False, act=act: act(node))
        viewport = self.list.viewport()
        assert viewport is not None
        menu.popup(viewport.mapToGlobal(where))
