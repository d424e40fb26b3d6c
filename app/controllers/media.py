"""What goes into the sockets of a machine: files chosen, dropped or used before."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PyQt6.QtCore import QObject, pyqtSignal

from app.commands import title_of
from app.controllers.questions import Questions
from app.controllers.vm import VmController
from app.settings import Settings
from machine.core.errors import Refused
from machine.media.dsk import LARGEST
from machine.media.sniff import sniff
from machine.worker.messages import (
    DiskHolds,
    Eject,
    Insert,
    InsertBlank,
    InsertProgram,
    MediumStatus,
    Power,
    Reset,
    Rewind,
    Run,
    SetWriteMode,
    SocketInfo,
    WriteBack,
    WriteMode,
)

RECENT_LIMIT = 10
SAVE, THROW_AWAY, CANCEL = "Save", "Throw away", "Cancel"
FILTERS = {
    "cartridge": "Cartridges (*.rom *.mx1 *.mx2);;All files (*)",
    "disk": "Disk images (*.dsk *.di1 *.di2);;All files (*)",
    "cassette": "Cassettes (*.cas);;All files (*)",
}
ANY_FILTER = (
    "Whatever fits (*.rom *.mx1 *.mx2 *.dsk *.di1 *.di2 *.cas *.bas *.com *.8box);;All files (*)"
)


class MediaController(QObject):
    """Inserts and ejects. A cartridge needs a cold start to be found, so inserting one resets."""

    inserted = pyqtSignal(str, str)  # socket, path
    ejected = pyqtSignal(str)  # socket
    saved = pyqtSignal(str, str)  # socket, path
    image_dropped = pyqtSignal(str)  # the path of a VM's file
    program_dropped = pyqtSignal(str)  # the path of a BASIC program

    def __init__(
        self, vm: VmController, settings: Settings, ask: Questions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._vm = vm
        self._settings = settings
        self._ask = ask
        self.mappers: dict[str, str] = {}

    @property
    def sockets(self) -> Sequence[SocketInfo]:
        """The machine's sockets, none before it has started."""
        return self._vm.info.sockets if self._vm.info is not None else ()

    def medium(self, socket: str) -> MediumStatus | None:
        """What is in a socket, as the machine last told."""
        return self._vm.status.media.get(socket) if self._vm.status is not None else None

    def choose(self, socket: str) -> None:
        """Asks for a file and inserts it."""
        folder = self._settings.text("media.folder") or str(Path.home())
        title = f"Insert into {title_of(socket)}"
        path = self._ask.file_to_open(title, folder, FILTERS[self._kind(socket)])
        if path:
            self.insert(socket, path)

    def choose_any(self) -> None:
        """Asks for a file of any kind and puts it where it fits."""
        folder = self._settings.text("media.folder") or str(Path.home())
        path = self._ask.file_to_open("Open a file", folder, ANY_FILTER)
        if path:
            self.drop([path])

    def insert(self, socket: str, path: str, mapper: str = "") -> None:
        """Inserts the file at `path`; `mapper` "" leaves it to the cartridge's contents."""

        def done(_: object) -> None:
            self.mappers[socket] = mapper
            self._remember(self._kind(socket), path)
            if self._kind(socket) == "cartridge":
                self._vm.send(Reset())
            self.inserted.emit(socket, path)

        options: dict[str, str | int | bool] = {"mapper": mapper} if mapper else {}
        request = Insert(socket=socket, path=path, options=options)
        self._leave(socket, lambda: self._vm.request(request, done))

    def insert_blank(self, socket: str, size: int, holds: DiskHolds = "nothing") -> None:
        """Inserts a new medium: a disk of `size` bytes, with what it `holds`, or a blank tape."""
        request = InsertBlank(socket=socket, size=size, holds=holds)
        self._leave(
            socket, lambda: self._vm.request(request, lambda _: self.inserted.emit(socket, ""))
        )

    def start_welcome_disk(self, socket: str) -> None:
        """Inserts a welcome disk and starts the machine anew, so that EB-DOS comes up from it."""
        self._start_from(InsertBlank(socket=socket, size=LARGEST, holds="welcome"))

    def start_dos_program(self, path: str) -> None:
        """Starts a CP/M or MSX-DOS program from a new disk in the first drive."""
        drive = next((info.name for info in self.sockets if info.kind == "disk"), None)
        if drive is None:
            self._vm.refused.emit(f"This machine has no drive, which {path} needs.")
            return
        self._settings.set("media.folder", str(Path(path).parent))
        self._start_from(InsertProgram(socket=drive, path=path))

    def _start_from(self, disk: InsertBlank | InsertProgram) -> None:
        """Inserts a new disk and starts the machine from it."""

        def done(_: object) -> None:
            self.inserted.emit(disk.socket, "")
            status = self._vm.status
            if status is not None and not status.powered:
                self._vm.send(Power(on=True))
                return
            self._vm.send(Reset())
            if status is not None and not status.running:
                self._vm.send(Run())

        self._leave(disk.socket, lambda: self._vm.request(disk, done))

    def eject(self, socket: str) -> None:
        """Empties the socket; a machine whose cartridge is pulled out starts anew."""

        def done(_: object) -> None:
            if self._kind(socket) == "cartridge":
                self._vm.send(Reset())
            self.ejected.emit(socket)

        self._leave(socket, lambda: self._vm.request(Eject(socket=socket), done))

    def set_mapper(self, socket: str, mapper: str) -> None:
        """Inserts the cartridge once more, banked as `mapper` says ("": as it looks)."""
        medium = self.medium(socket)
        if medium is None:
            self._vm.refused.emit(f"{title_of(socket)} is empty; insert a cartridge first.")
        else:
            self.insert(socket, medium.path, mapper)

    def rewind(self, socket: str) -> None:
        """Winds the cassette back to its beginning."""
        self._vm.request(Rewind(socket=socket))

    def set_mode(self, socket: str, mode: WriteMode) -> None:
        """Says where the guest's writes go."""
        self._vm.request(SetWriteMode(socket=socket, mode=mode))

    def save(self, socket: str) -> None:
        """Writes the medium as it is now to its file, or to one that the user names."""
        medium = self.medium(socket)
        if medium is None or not medium.path:
            self.save_as(socket)
        else:
            self._save_to(socket, "")

    def save_as(self, socket: str, then: Callable[[], object] = lambda: None) -> bool:
        """Writes the medium to a file that the user names, then calls `then`; False if none was."""
        folder = self._settings.text("media.folder") or str(Path.home())
        kind = self._kind(socket)
        path = self._ask.file_to_save(
            f"Save the {kind} in {title_of(socket)} as", folder, FILTERS[kind]
        )
        if path:
            self._save_to(socket, path, then)
        return bool(path)

    def changed(self) -> list[str]:
        """The sockets of media with something on them that is in no file of theirs."""
        media = self._vm.status.media if self._vm.status is not None else {}
        return [name for name, medium in media.items() if medium.changed]

    def save_all(self, then: Callable[[], object]) -> None:
        """Saves what has changed, asking for files that are missing; `then` if all went well."""
        sockets = self.changed()
        if not sockets:
            then()
            return
        waiting = set(sockets)

        def saved(socket: str) -> None:
            waiting.discard(socket)
            if not waiting:
                then()

        for socket in sockets:
            medium = self.medium(socket)
            if medium is not None and medium.path:
                self._save_to(socket, "", partial(saved, socket))
            elif not self.save_as(socket, partial(saved, socket)):
                return

    def recent(self, kind: str) -> list[str]:
        """The files last inserted into sockets of `kind`, newest first."""
        return self._settings.texts(f"recent.{kind}")

    def forget_recent(self, kind: str) -> None:
        """Clears the list of files used before."""
        self._settings.set(f"recent.{kind}", [])

    def _leave(self, socket: str, then: Callable[[], object]) -> None:
        """Before a medium leaves its socket: one that is in no file yet is saved or thrown away."""
        medium = self.medium(socket)
        if medium is None or medium.path or not medium.changed:
            then()
            return
        kind = self._kind(socket)
        question = f"The new {kind} in {title_of(socket)} is in no file yet. Save it?"
        answer = self._ask.choice(f"A new {kind}", question, (SAVE, THROW_AWAY, CANCEL))
        if answer == SAVE:
            self.save_as(socket, then)
        elif answer == THROW_AWAY:
            self._vm.request(Eject(socket=socket, discard=True), lambda _: then())

    def _save_to(self, socket: str, path: str, then: Callable[[], object] = lambda: None) -> None:
        def done(_: object) -> None:
            medium = self.medium(socket)
            self.saved.emit(socket, path or (medium.path if medium is not None else ""))
            then()

        self._vm.request(WriteBack(socket=socket, path=path), done)

    def drop(self, paths: Sequence[str]) -> None:
        """Puts files where they fit; what fits nowhere is refused, and the others go on."""
        known = []
        for path in paths:
            try:
                known.append((path, sniff(Path(path))))
            except Refused as refusal:
                self._vm.refused.emit(str(refusal))
        self.place(known)

    def place(self, files: Sequence[tuple[str, str]]) -> None:
        """Puts files, by path and kind as `sniff` names it, where they fit.

        A second cartridge or disk goes into the second socket.
        """
        taken: set[str] = set()
        for path, kind in files:
            if kind == "image":
                self.image_dropped.emit(path)
                continue
            if kind == "program":
                self.program_dropped.emit(path)
                continue
            if kind == "command":
                self.start_dos_program(path)
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
        self._settings.put_first(f"recent.{kind}", path, RECENT_LIMIT)
        self._settings.set("media.folder", str(Path(path).parent))
