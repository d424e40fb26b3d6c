"""A disk that is looked into: a file's, or the one in a drive of the running machine.

Nothing here waits for the machine: a disk is asked for, and what was wanted is done when it comes.
A change is made on a copy and given back as a whole; if the disk is another by then, nothing is
changed and the user is told.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from PyQt6.QtCore import QObject, pyqtSignal

from app.commands import title_of
from app.controllers.questions import Questions
from app.controllers.vm import VmController
from machine.charsets import capitals
from machine.core.errors import Refused
from machine.fat import Volume, check, names, transfer
from machine.fat.directory import Entry
from machine.fat.image_file import mend, replace
from machine.media.dsk import SECTOR_SIZE, Disk
from machine.worker.messages import ChangeDisk, DiskContents, ReadDisk, Status

REPAIR, LEAVE, DELETE = "Repair", "Leave it", "Delete"
REPLACE, CANCEL = "Replace", "Cancel"
SHOWN_FAULTS = 12  # lines of a question


class Contents(NamedTuple):
    """A disk at one moment."""

    name: str
    image: bytes
    identity: str = ""


Got = Callable[[Contents], object]
Sorry = Callable[[str], object]


class Source(Protocol):
    """Where a disk is read from and written to."""

    title: str

    def read(self, got: Got, sorry: Sorry) -> None:
        """Asks for the disk as it is now."""

    def write(
        self, before: Contents, image: bytes, done: Callable[[], object], sorry: Sorry
    ) -> None:
        """Puts `image` in the place of what `read` gave; `sorry` if that is not there any more."""

    def mend(self, before: Contents, done: Callable[[str], object], sorry: Sorry) -> None:
        """Repairs the disk; `done` gets a sentence."""


class FileSource:
    """The disk in an image file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.title = Path(path).name

    def read(self, got: Got, sorry: Sorry) -> None:
        """The file's bytes."""
        try:
            disk = Disk.load(self.path)
        except Refused as refusal:
            sorry(str(refusal))
        else:
            got(Contents(self.title, disk.contents(), disk.identity))

    def write(
        self, before: Contents, image: bytes, done: Callable[[], object], sorry: Sorry
    ) -> None:
        """Replaces the file, if its bytes are those that were read."""
        try:
            disk = Disk.load(self.path, mode="file")
            if disk.identity != before.identity:
                raise Refused(f"{self.path} was changed by another program; look at it again.")
            replace(disk, image)
        except Refused as refusal:
            sorry(str(refusal))
        else:
            done()

    def mend(self, before: Contents, done: Callable[[str], object], sorry: Sorry) -> None:
        """Repairs the file and keeps what it was."""
        try:
            kept = mend(self.path)
        except Refused as refusal:
            sorry(str(refusal))
        else:
            done(f"Repaired; {kept.name} is what it was")


class DriveSource:
    """The disk in a drive of the machine, with what the machine wrote."""

    def __init__(self, vm: VmController, socket: str) -> None:
        self._vm = vm
        self.socket = socket
        self.title = title_of(socket)

    def read(self, got: Got, sorry: Sorry) -> None:
        """Asks the worker."""

        def came(disk: DiskContents) -> None:
            got(Contents(disk.name, disk.image, disk.identity))

        self._vm.request(ReadDisk(socket=self.socket), came, sorry)

    def write(
        self, before: Contents, image: bytes, done: Callable[[], object], sorry: Sorry
    ) -> None:
        """Sends the sectors that differ."""
        spans = [slice(at, at + SECTOR_SIZE) for at in range(0, len(image), SECTOR_SIZE)]
        sectors = {
            number: image[span]
            for number, span in enumerate(spans)
            if image[span] != before.image[span]
        }
        request = ChangeDisk(socket=self.socket, before=before.identity, sectors=sectors)
        self._vm.request(request, lambda _: done(), sorry)

    def mend(self, before: Contents, done: Callable[[str], object], sorry: Sorry) -> None:
        """Repairs the disk in the drive."""
        try:
            image = check.repaired(before.image, before.name)
        except Refused as refusal:
            sorry(str(refusal))
        else:
            self.write(before, image, lambda: done("Repaired"), sorry)


class ExplorerController(QObject):
    """What can be done with the files of one disk."""

    shown = pyqtSignal(object)  # Volume, or None: there is nothing to show
    told = pyqtSignal(str)  # what was done
    refused = pyqtSignal(str)  # a sentence for the user

    def __init__(self, source: Source, ask: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.volume: Volume | None = None
        self._ask = ask

    def refresh(self) -> None:
        """Shows the disk as it is now."""
        self.source.read(self._show, self._gone)

    def get(self, paths: Sequence[str], folder: Path) -> list[Path]:
        """Copies files and folders as shown to a folder of the host; their places there."""
        places = []
        try:
            if self.volume is not None:
                for _, place in transfer.get(self.volume, self._entries(paths), folder):
                    places.append(place)
        except Refused as refusal:
            self.refused.emit(str(refusal))
        return places

    def choose_get(self, paths: Sequence[str]) -> None:
        """Asks for a folder of the host and copies files and folders into it."""
        folder = self._ask.folder("Copy to the folder", str(Path.home()))
        if folder:
            places = self.get(paths, Path(folder))
            self.told.emit(f"{_files(len(places))} copied to {folder}")

    def choose_put(self, to: str) -> None:
        """Asks for files of the host and copies them into a folder of the disk."""
        files = self._ask.files_to_open("Put onto the disk", str(Path.home()))
        if files:
            self.put(files, to)

    def put(self, files: Sequence[str], to: str) -> None:
        """Copies files and folders of the host into a folder of the disk."""

        def act(volume: Volume) -> str:
            if not self._may_replace(volume, files, to):
                return ""
            put = list(transfer.put(volume, [Path(file) for file in files], to))
            renamed = [path for file, path in put if capitals(file.name) != path.rpartition("/")[2]]
            return f"{_files(len(put))} put onto the disk" + (
                f"; new names: {', '.join(renamed[:4])}" if renamed else ""
            )

        self._change(act)

    def delete(self, paths: Sequence[str]) -> None:
        """Deletes files and folders, once the user has agreed."""
        what = paths[0] if len(paths) == 1 else f"these {len(paths)}"
        if self._ask.choice("Delete", f"Delete {what} from the disk?", (DELETE, LEAVE)) != DELETE:
            return

        def act(volume: Volume) -> str:
            for path in paths:
                entry = volume.find(path)
                if entry is not None:  # it may have gone with the folder that it was in
                    transfer.delete(volume, entry, read_only=True)
            return f"{_files(len(paths))} deleted"

        self._change(act)

    def make_folder(self, to: str) -> None:
        """Asks for a name and makes a folder in a folder."""
        name = self._ask.text("New folder", "Name: eight characters at most", "")
        if name:
            path = f"{to}/{name}" if to else name

            def act(volume: Volume) -> str:
                volume.make_folder(path, datetime.now())
                return f"{name.upper()} is made"

            self._change(act)

    def check(self) -> None:
        """Tells what is wrong with the disk, and repairs it if the user agrees."""

        def looked(before: Contents) -> None:
            try:
                faults = check.faults(before.image, before.name)
            except Refused as refusal:
                self.refused.emit(str(refusal))
                return
            if not faults:
                self.told.emit("The disk has no faults")
                return
            lines = [fault.text for fault in faults[:SHOWN_FAULTS]]
            if len(faults) > SHOWN_FAULTS:
                lines.append(f"and {len(faults) - SHOWN_FAULTS} more")
            question = "\n".join([*lines, "", "Repair the disk?"])
            if self._ask.choice("Check the disk", question, (REPAIR, LEAVE)) == REPAIR:
                self.source.mend(before, self._done, self.refused.emit)

        self.source.read(looked, self.refused.emit)

    def _change(self, act: Callable[[Volume], str]) -> None:
        """Does something to the disk as it is now; `act` tells what it did, "" for nothing."""

        def got(before: Contents) -> None:
            try:
                check.refuse_damaged(before.image, before.name)
                volume = Volume(before.image, before.name)
                sentence = act(volume)
            except Refused as refusal:
                self.refused.emit(str(refusal))
                return
            if not sentence:
                return
            self.source.write(
                before, bytes(volume.image), lambda: self._done(sentence), self.refused.emit
            )

        self.source.read(got, self.refused.emit)

    def _may_replace(self, volume: Volume, files: Sequence[str], to: str) -> bool:
        """Nothing of that name is there, or the user agrees."""
        there = {entry.name for entry in volume.entries(to)}
        fitting = [Path(file).name for file in files if names.fits(Path(file).name)]
        replaced = sorted({names.fitted(name) for name in fitting} & there)
        if not replaced:
            return True
        named = ", ".join(replaced[:SHOWN_FAULTS]) + (", ..." * (len(replaced) > SHOWN_FAULTS))
        question = f"The disk has {named} already. Replace what has the same name?"
        return self._ask.choice("Put onto the disk", question, (REPLACE, CANCEL)) == REPLACE

    def _done(self, sentence: str) -> None:
        self.told.emit(sentence)
        self.refresh()

    def _show(self, contents: Contents) -> None:
        try:
            self.volume = Volume(contents.image, contents.name)
        except Refused as refusal:
            self._gone(str(refusal))
        else:
            self.shown.emit(self.volume)

    def _gone(self, sentence: str) -> None:
        self.volume = None
        self.shown.emit(None)
        self.refused.emit(sentence)

    def _entries(self, paths: Sequence[str]) -> list[Entry]:
        assert self.volume is not None
        found = [self.volume.find(path) for path in paths]
        return [entry for entry in found if entry is not None]


class DriveWatch(QObject):
    """Calls for a new look when the disk in a drive is another, or was written and rests."""

    stirred = pyqtSignal()

    def __init__(self, vm: VmController, socket: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket = socket
        # what was told before the disk was asked for: whatever comes later is news
        self._shown = self._seen(vm.status) if vm.status is not None else None
        self._last = self._shown
        vm.status_told.connect(self._look)

    def _look(self, status: Status) -> None:
        now = self._seen(status)
        if self._shown is None:
            self._shown = now
        elif now != self._shown and (now == self._last or not status.running):
            self._shown = now
            self.stirred.emit()
        self._last = now

    def _seen(self, status: Status) -> tuple[object, ...]:
        medium = status.media.get(self._socket)
        return medium and (medium.name, medium.path), status.activity.get(self._socket, 0)


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
