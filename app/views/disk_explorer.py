"""Windows that look into disks: files dragged out and in, put, got, deleted; check and repair."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PyQt6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTemporaryDir
from PyQt6.QtGui import QAction, QCloseEvent, QKeySequence
from PyQt6.QtWidgets import QAbstractItemView, QLabel, QToolBar, QTreeView, QVBoxLayout, QWidget

from app.commands import title_of
from app.controllers.explorer import DriveSource, DriveWatch, ExplorerController, FileSource, Source
from app.controllers.media import FILTERS
from app.controllers.questions import Questions
from app.controllers.vm import VmController
from app.models.disk_files import PATH, DiskFilesModel
from app.services.icons import application_icon
from app.settings import Settings
from app.views.dialogs import Dialogs
from machine.fat import Volume

SELECT, ROW = QItemSelectionModel.SelectionFlag.Select, QItemSelectionModel.SelectionFlag.Rows
SIZE = QSize(560, 420)
NAME_WIDTH = 260


class DiskExplorer(QWidget):
    """One disk in a window of its own."""

    def __init__(self, source: Source, ask: Questions | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.controller = ExplorerController(source, ask or Dialogs(self), self)
        self.model = DiskFilesModel(self._copied_out, self)
        self.actions_by_name: dict[str, QAction] = {}
        self._dragged: list[QTemporaryDir] = []
        self._had_disk = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowIcon(application_icon())
        self.setWindowTitle(f"{source.title} – disk explorer")
        self.tree = self._tree()
        self.room = QLabel(self)
        self.news = QLabel(self)
        self.news.setWordWrap(True)
        self.news.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.addWidget(self._bar())
        layout.addWidget(self.tree)
        layout.addWidget(self.room)
        layout.addWidget(self.news)
        self.resize(SIZE)
        self.controller.shown.connect(self._show)
        self.controller.told.connect(self.news.setText)
        self.controller.refused.connect(self.news.setText)
        self.model.dropped.connect(self.controller.put)
        self._grey()
        self.controller.refresh()

    def chosen(self) -> list[str]:
        """The paths of the rows that are selected."""
        return [str(index.data(PATH)) for index in self._selected()]

    def here(self) -> str:
        """The folder that the first selected row is or is in; the root if none is selected."""
        return self.model.folder_at(next(iter(self._selected()), QModelIndex()))

    def _tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self.model)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        tree.setDefaultDropAction(Qt.DropAction.CopyAction)
        tree.setAlternatingRowColors(True)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName("Files on the disk")
        selection = tree.selectionModel()
        assert selection is not None
        selection.selectionChanged.connect(self._grey)
        return tree

    def _bar(self) -> QToolBar:
        bar = QToolBar(self)
        control = self.controller
        standard = QKeySequence.StandardKey
        rows: tuple[tuple[str, str, Callable[[], object], QKeySequence.StandardKey | None], ...] = (
            ("get", "Get…", lambda: control.choose_get(self.chosen()), standard.Copy),
            ("put", "Put…", lambda: control.choose_put(self.here()), standard.Paste),
            ("delete", "Delete", lambda: control.delete(self.chosen()), standard.Delete),
            ("folder", "New folder…", lambda: control.make_folder(self.here()), standard.New),
            ("check", "Check and repair", control.check, None),
            ("refresh", "Look again", control.refresh, standard.Refresh),
        )
        tips = {
            "get": "Copies what is selected to this computer; dragging it out does, too",
            "put": "Copies files onto the disk; dropping them here does, too",
            "check": "Looks for damage, and repairs it if you agree",
        }
        for name, title, act, key in rows:
            action = QAction(title, self)
            action.setIconText(title)  # Qt's own leaves the dots out
            action.triggered.connect(lambda _=False, act=act: act())
            if key is not None:
                action.setShortcut(key)
            action.setToolTip(tips.get(name, title.rstrip("…")))
            bar.addAction(action)
            self.actions_by_name[name] = action
        return bar

    def _show(self, volume: Volume | None) -> None:
        opened, chosen = self._open_folders(), self.chosen()
        self.model.show(volume)
        self.tree.setColumnWidth(0, NAME_WIDTH)
        selection = self.tree.selectionModel()
        assert selection is not None
        for index in self._rows(QModelIndex()):
            path = index.data(PATH)
            self.tree.setExpanded(index, path in opened)
            if path in chosen:
                selection.select(index, SELECT | ROW)
        if volume is None:
            self.room.setText("")
        else:
            label = f"{volume.label}: " if volume.label else ""
            total = volume.layout.clusters * volume.layout.step
            self.room.setText(f"{label}{volume.free // 1024} of {total // 1024} KB free")
            if not self._had_disk:
                self.news.setText("")
            if self.model.damaged:
                self.news.setText("Parts of this disk cannot be read; check it.")
        self._had_disk = volume is not None
        self._grey()

    def _selected(self) -> list[QModelIndex]:
        selection = self.tree.selectionModel()
        return selection.selectedRows() if selection is not None else []

    def _open_folders(self) -> set[str]:
        rows = self._rows(QModelIndex())
        return {str(index.data(PATH)) for index in rows if self.tree.isExpanded(index)}

    def _rows(self, above: QModelIndex) -> list[QModelIndex]:
        """All rows below one, those of folders included."""
        rows = [self.model.index(row, 0, above) for row in range(self.model.rowCount(above))]
        return [one for row in rows for one in (row, *self._rows(row))]

    def _grey(self) -> None:
        some = bool(self.chosen())
        for name in ("get", "delete"):
            self.actions_by_name[name].setEnabled(some)
        for name in ("put", "folder"):
            self.actions_by_name[name].setEnabled(self.controller.volume is not None)

    def _copied_out(self, paths: Sequence[str]) -> list[Path]:
        """Copies for a drag, which live as long as this window."""
        folder = QTemporaryDir()
        self._dragged.append(folder)
        self.controller.get(paths, Path(folder.path()))
        return sorted(Path(folder.path()).iterdir())

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """The copies that were dragged out and not taken go."""
        for folder in self._dragged:
            folder.remove()
        super().closeEvent(event)


class Explorers:
    """The explorers of one machine's window."""

    def __init__(
        self,
        window: QWidget,
        vm: VmController,
        settings: Settings,
        ask: Questions | None,
    ) -> None:
        """`ask` answers in the place of dialogs."""
        self._window = window
        self._vm = vm
        self._settings = settings
        self._ask = ask
        self.open: dict[str, DiskExplorer] = {}

    def of_drive(self, socket: str) -> None:
        """Looks into the disk that is in a drive of the machine."""
        if self._forward(socket):
            return
        watch = DriveWatch(self._vm, socket)
        explorer = self._show(socket, DriveSource(self._vm, socket))
        watch.setParent(explorer)
        watch.stirred.connect(explorer.controller.refresh)

    def of_file(self) -> None:
        """Asks for an image file and looks into it."""
        folder = self._settings.text("media.folder") or str(Path.home())
        ask = self._ask or Dialogs(self._window)
        path = ask.file_to_open("Explore a disk image", folder, FILTERS["disk"])
        if path and not self._forward(path):
            explorer = self._show(path, FileSource(path))
            drives = " and ".join(title_of(socket) for socket in self._drives_with(path))
            if drives:
                explorer.news.setText(
                    f"{drives} took this file in when it was inserted: the machine does not see"
                    f" changes made here; explore {drives} instead."
                )

    def _drives_with(self, path: str) -> list[str]:
        media = self._vm.status.media if self._vm.status is not None else {}
        file = Path(path).resolve()
        return [
            socket
            for socket, medium in media.items()
            if medium.path and Path(medium.path).resolve() == file
        ]

    def _show(self, name: str, source: Source) -> DiskExplorer:
        explorer = DiskExplorer(source, self._ask, self._window)
        self.open[name] = explorer
        explorer.destroyed.connect(lambda: self.open.pop(name, None))
        explorer.show()
        return explorer

    def _forward(self, name: str) -> bool:
        explorer = self.open.get(name)
        if explorer is not None:
            explorer.show()
            explorer.activateWindow()
            explorer.raise_()
            explorer.controller.refresh()
        return explorer is not None
