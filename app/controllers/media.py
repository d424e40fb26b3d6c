"""What goes into the sockets of a machine: files chosen, dropped or used before."""

from collections.abc import Sequence
from pathlib import Path

from PyQt6.QtCore import QObject, pyqtSignal

from app.controllers.questions import Questions
from app.controllers.vm import VmController
from app.settings import Settings
from machine.core.errors import Refused
from machine.media.sniff import sniff
from machine.worker.messages import (
    Eject,
    Insert,
    InsertBlank,
    Reset,
    SetWriteMode,
    SocketInfo,
    WriteBack,
    WriteMode,
)

RECENT_LIMIT = 10
FILTERS = {
    "cartridge": "Cartridges (*.rom *.mx1 *.mx2);;All files (*)",
    "disk": "Disk images (*.dsk *.di1 *.di2);;All files (*)",
    "cassette": "Cassettes (*.cas);;All files (*)",
}


class MediaController(QObject):
    """Inserts and ejects. A cartridge needs a cold start to be found, so inserting one resets."""

    inserted = pyqtSignal(str, str)  # socket, path
    image_dropped = pyqtSignal(str)  # the path of a VM's file

    def __init__(
        self, vm: VmController, settings: Settings, ask: Questions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._vm = vm
        self._settings = settings
        self._ask = ask

    @property
    def sockets(self) -> Sequence[SocketInfo]:
        """The machine's sockets, none before it has started."""
        return self._vm.info.sockets if self._vm.info is not None else ()

    def choose(self, socket: str) -> None:
        """Asks for a file and inserts it."""
        kind = self._kind(socket)
        folder = self._settings.text("media.folder")
        path = self._ask.file_to_open(f"Insert into {socket}", folder, FILTERS[kind])
        if path:
            self.insert(socket, path)

    def insert(self, socket: str, path: str) -> None:
        """Inserts the file at `path`."""

        def done(_: object) -> None:
            self._remember(self._kind(socket), path)
            if self._kind(socket) == "cartridge":
                self._vm.send(Reset())
            self.inserted.emit(socket, path)

        self._vm.request(Insert(socket=socket, path=path), done)

    def insert_blank(self, socket: str, size: int) -> None:
        """Inserts a new, formatted disk of `size` bytes."""
        self._vm.request(
            InsertBlank(socket=socket, size=size), lambda _: self.inserted.emit(socket, "")
        )

    def eject(self, socket: str) -> None:
        """Empties the socket; a machine whose cartridge is pulled out starts anew."""

        def done(_: object) -> None:
            if self._kind(socket) == "cartridge":
                self._vm.send(Reset())

        self._vm.request(Eject(socket=socket), done)

    def set_mode(self, socket: str, mode: WriteMode) -> None:
        """Says where the guest's writes go."""
        self._vm.request(SetWriteMode(socket=socket, mode=mode))

    def save_as(self, socket: str) -> None:
        """Writes the disk as it is now to a file that the user names."""
        folder = self._settings.text("media.folder")
        path = self._ask.file_to_save("Save the disk as", folder, FILTERS[self._kind(socket)])
        if path:
            self._vm.request(WriteBack(socket=socket, path=path))

    def recent(self, kind: str) -> list[str]:
        """The files last inserted into sockets of `kind`, newest first."""
        return self._settings.texts(f"recent.{kind}")

    def forget_recent(self, kind: str) -> None:
        """Clears the list of files used before."""
        self._settings.set(f"recent.{kind}", [])

    def drop(self, paths: Sequence[str]) -> None:
        """Puts files where they fit: a second cartridge or disk goes into the second socket."""
        taken: set[str] = set()
        for path in paths:
            try:
                kind = sniff(Path(path))
            except Refused as refusal:
                self._vm.refused.emit(str(refusal))
                continue
            if kind == "image":
                self.image_dropped.emit(path)
                continue
            free = [s.name for s in self.sockets if s.kind == kind and s.name not in taken]
            if not free:
                self._vm.refused.emit(f"This machine has no place for {path}, a {kind}.")
                continue
            taken.add(free[0])
            self.insert(free[0], path)

    def _kind(self, socket: str) -> str:
        return next(info.kind for info in self.sockets if info.name == socket)

    def _remember(self, kind: str, path: str) -> None:
        others = [known for known in self.recent(kind) if known != path]
        self._settings.set(f"recent.{kind}", [path, *others][:RECENT_LIMIT])
        self._settings.set("media.folder", str(Path(path).parent))
