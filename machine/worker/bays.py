"""The sockets of a VM and what is in them: write modes, write-back, and the shelf.

What the guest wrote on a disk or cassette that is kept in the VM, or into a cartridge with a
battery, stays with the VM when it is taken out: it lies on the shelf, and is there again when the
same file is inserted.
"""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

from machine import media
from machine.core.errors import Refused
from machine.fat.program import program_disk
from machine.fat.system import system_disk
from machine.fat.welcome import welcome_disk
from machine.machine import Machine
from machine.media import cas, dsk
from machine.media.dsk import Disk
from machine.media.medium import WRITE_MODES, Writable, identity
from machine.worker.messages import DiskContents, DiskHolds, MediumStatus, WriteMode

Shelf = dict[str, dict[int, bytes]]
"""By medium: a disk's or tape's overlay, or under _BATTERY a cartridge's battery-backed RAM."""

_BATTERY = 0
NEW_DISK: dict[DiskHolds, Callable[[int], Disk]] = {
    "nothing": dsk.blank,
    "system": system_disk,
    "welcome": welcome_disk,
}


class Bays:
    """The media of one machine. `warnings` collects what went wrong unasked."""

    def __init__(self, machine: Machine, warnings: list[str]) -> None:
        self.machine = machine
        self.warnings = warnings
        self.shelf: Shelf = {}
        self._accesses: dict[str, int] = {}  # of disks to be written to their file, when last seen
        self._unwritten: set[str] = set()

    def insert(
        self, socket: str, path: str, options: dict[str, Any], mode: WriteMode | None
    ) -> None:
        """Puts a file into a socket; what was kept in the VM of this disk is on it again."""
        place = self.machine.socket(socket)
        if mode is not None:
            options = {**options, "mode": mode}
        known = inspect.signature(media.KINDS[place.kind].load).parameters
        for option in options:
            if option == "path" or option not in known:
                raise Refused(f"A {place.kind} has no option {option}; leave it out.")
        if options.get("mode", "vm") not in WRITE_MODES:
            raise Refused(f"There is no write mode {options['mode']}; use vm, file or read-only.")
        if not isinstance(options.get("mapper", ""), str):
            raise Refused("A mapper is given by its name; see the list of mappers.")
        medium = media.load(place.kind, Path(path), **options)
        self._settle(socket)
        kept = self.shelf.get(_shelf_key(medium), {})
        if isinstance(medium, Writable) and medium.mode != "file":
            medium.restore(kept)
        self.machine.insert(socket, medium)
        if not isinstance(medium, Writable):
            self.fit_batteries({socket: kept.get(_BATTERY, b"")})

    def insert_blank(self, socket: str, size: int, holds: DiskHolds = "nothing") -> None:
        """Puts a new medium, kept in the VM, into a socket: a formatted disk, or a blank tape."""
        place = self.machine.socket(socket)
        if place.kind == "cartridge":
            raise Refused(f"{socket} takes no disk or cassette; choose a drive or the recorder.")
        medium = NEW_DISK[holds](size) if place.kind == "disk" else cas.blank()
        self._settle(socket)
        self.machine.insert(socket, medium)

    def insert_program(self, socket: str, path: str) -> None:
        """Puts a new disk, kept in the VM, into a drive; it starts the program at `path`."""
        if self.machine.socket(socket).kind != "disk":
            raise Refused(f"{socket} takes no disk; choose a drive.")
        disk = program_disk(Path(path), self.machine.board.columns)
        self._settle(socket)
        self.machine.insert(socket, disk)

    def rewind(self, socket: str) -> None:
        """Winds the cassette in a socket back to its beginning."""
        place = self.machine.socket(socket)
        if place.kind != "cassette" or socket not in self.machine.media:
            raise Refused(f"There is no cassette in {socket}; insert one.")
        self.machine.devices[place.part].rewind()

    def eject(self, socket: str, *, discard: bool = False) -> None:
        """Empties a socket; `discard` drops what the guest wrote on the medium.

        Refused if what has to be in the medium's file can't be written, and for a new disk with
        something on it that is in no file.
        """
        self.machine.socket(socket)
        if not discard:
            self._settle(socket)
        medium = self.machine.eject(socket)
        if discard and medium is not None:
            self.shelf.pop(_shelf_key(medium), None)

    def set_write_mode(self, socket: str, mode: WriteMode) -> None:
        """Says where the guest's writes go; "file" writes what is kept in the VM at once."""
        medium = self.written(socket)
        before = medium.mode
        if before == mode:
            return
        if mode == "file" and medium.path is None:
            raise Refused(f"{medium.name} has no file yet; save it to one first.")
        if before == "file":
            self.flush(socket)
        medium.mode = mode
        if mode == "file":
            try:
                self.flush(socket)
            except Refused:
                medium.mode = before
                raise

    def write_back(self, socket: str, path: str) -> None:
        """Writes a medium as it is now to its own file, or to `path`."""
        medium = self.written(socket)
        if path:
            medium.save_as(path)
            if medium.path is None:  # a new disk: this is its file now
                medium.path, medium.name = Path(path), path
                medium.in_file = identity(medium.contents())
            return
        if medium.path is None:
            raise Refused(f"{medium.name} has no file yet; give one a name.")
        mode, medium.mode = medium.mode, "file"
        try:
            self.flush(socket)
        finally:
            medium.mode = mode

    def written(self, socket: str) -> Writable:
        """The disk or cassette in a socket. Refused if there is none."""
        self.machine.socket(socket)
        medium = self.machine.media.get(socket)
        if not isinstance(medium, Writable):
            raise Refused(f"There is no disk or cassette in {socket}; insert one.")
        return medium

    def disk(self, socket: str) -> Disk:
        """The disk in a socket. Refused if there is none."""
        medium = self.machine.media.get(socket)
        if not isinstance(medium, Disk):
            raise Refused(f"There is no disk in {socket}; insert one.")
        return medium

    def disk_contents(self, socket: str) -> DiskContents:
        """The disk in a socket as it is now, for `change_disk`."""
        disk = self.disk(socket)
        image = disk.contents()
        return DiskContents(
            name=Path(disk.name).name,
            writable=not disk.write_protected,
            identity=identity(image),
            image=image,
        )

    def change_disk(self, socket: str, before: str, sectors: dict[int, bytes]) -> None:
        """Replaces sectors of a disk that `disk_contents` gave; the guest sees a disk change.

        Refused, with nothing changed, if the disk is another by now, read-only, or in use.
        """
        disk = self.disk(socket)
        place = self.machine.socket(socket)
        if disk.write_protected:
            raise Refused(f"The disk in {socket} is read-only; change what may be written on it.")
        if self.machine.devices[place.part].lamp(place.index):
            raise Refused(
                f"The machine is using the disk in {socket}; wait for its light to go out."
            )
        if identity(disk.contents()) != before:
            raise Refused(f"The disk in {socket} was changed meanwhile; look at it again.")
        if any(number >= disk.geometry.total for number in sectors):
            raise Refused(f"The disk in {socket} has no such sectors; nothing was changed.")
        for number, data in sectors.items():
            disk.write(number, data)
        self.machine.insert(socket, disk)  # the latch that tells the guest of another disk
        if disk.mode == "file":
            self._flush_or_warn(socket)

    def flush(self, socket: str) -> None:
        """Writes a medium in write mode "file" to its file."""
        self.written(socket).flush()
        self._unwritten.discard(socket)

    def flush_all(self) -> None:
        """Writes all media in write mode "file"; a warning for each that can't be."""
        for socket, medium in self.machine.media.items():
            if isinstance(medium, Writable) and medium.mode == "file":
                self._flush_or_warn(socket)

    def flush_rested(self) -> None:
        """Writes those whose drive was used, but not since the last call."""
        for socket, count in self.machine.activity().items():
            medium = self.machine.media.get(socket)
            used = count != self._accesses.get(socket, count)
            self._accesses[socket] = count
            if not isinstance(medium, Writable) or medium.mode != "file":
                self._unwritten.discard(socket)
            elif used:
                self._unwritten.add(socket)
            elif socket in self._unwritten:
                self._flush_or_warn(socket)

    def status(self) -> dict[str, MediumStatus]:
        """What is in each socket that holds something."""
        return {name: self._status(name, medium) for name, medium in self.machine.media.items()}

    def _status(self, socket: str, medium: media.Medium) -> MediumStatus:
        if not isinstance(medium, Writable):
            path = str(medium.name)
            return MediumStatus(Path(path).name, path, "read-only", changed=False, writable=False)
        pending = socket in self._unwritten
        return MediumStatus(
            Path(medium.name).name,
            str(medium.path or ""),
            medium.mode,
            changed=bool(medium.overlay) and (medium.mode != "file" or pending),
            writable=not medium.write_protected,
        )

    def _flush_or_warn(self, socket: str) -> None:
        self._unwritten.discard(socket)
        try:
            self.flush(socket)
        except Refused as refusal:
            self.warnings.append(str(refusal))

    def _settle(self, socket: str) -> None:
        """Before a medium leaves: its file is written, or what it keeps is put on the shelf."""
        medium = self.machine.media.get(socket)
        if medium is None:
            return
        if not isinstance(medium, Writable):
            kept = {_BATTERY: self.batteries().get(socket, b"")}
        elif medium.mode == "file":
            self.flush(socket)
            return
        elif medium.path is None and medium.overlay:
            kind = self.machine.socket(socket).kind
            raise Refused(f"The new {kind} in {socket} is in no file yet; save it to one first.")
        else:
            saved = identity(medium.contents()) == medium.in_file
            kept = {} if saved else medium.capture()
        self.shelf.pop(_shelf_key(medium), None)
        if any(kept.values()):
            self.shelf[_shelf_key(medium)] = kept

    def batteries(self) -> dict[str, bytes]:
        """What batteries keep while the machine is off, by device."""
        kept = {name: _battery(device) for name, device in self.machine.devices.items()}
        return {name: content for name, content in kept.items() if content}

    def fit_batteries(self, kept: dict[str, bytes]) -> None:
        """Gives the devices what `batteries` kept, if they are still such devices."""
        for name, content in kept.items():
            device: Any = self.machine.devices.get(name)
            if content and len(_battery(device)) == len(content):
                device.battery = content

    def plan(self) -> dict[str, dict[str, str]]:
        """Which file is in which socket, as plain data for the VM's settings."""
        return {
            name: {"path": status.path, "mode": status.mode}
            for name, status in self.status().items()
        }

    def insert_plan(self, plan: Any) -> None:
        """Inserts what `plan` gave; a warning for each file that can't be."""
        for socket, entry in plan.items() if isinstance(plan, dict) else ():
            try:
                kind = self.machine.socket(socket).kind
                mode = entry["mode"] if kind != "cartridge" else None
                self.insert(socket, entry["path"], {}, mode)
            except Refused as refusal:
                self.warnings.append(str(refusal))
            except (KeyError, TypeError):
                self.warnings.append(f"What was in {socket} is not known any more; insert it.")

    def insert_captured(self, captured: dict[str, Any]) -> None:
        """Inserts the media of a captured machine; a warning for each that is damaged."""
        for socket, values in captured.items():
            try:
                self.machine.insert(socket, media.restore(values))
            except Refused as refusal:
                self.warnings.append(str(refusal))

    def move_to(self, machine: Machine) -> None:
        """Takes all media out of this machine and puts them into another one."""
        for socket in list(self.machine.media):
            medium = self.machine.eject(socket)
            assert medium is not None
            machine.insert(socket, medium)
        self.machine = machine

    def restored(self, machine: Machine, before: dict[str, media.Medium], shelf: Shelf) -> None:
        """After a restore: `machine` holds new media in place of those `before` it.

        What this VM itself wrote into a disk's file since is no change by another program.
        """
        self.machine = machine
        self.shelf = shelf
        self._unwritten.clear()
        for name, medium in machine.media.items():
            old = before.get(name)
            if (
                isinstance(medium, Writable)
                and isinstance(old, Writable)
                and old.path == medium.path
            ):
                medium.in_file = old.in_file


def _shelf_key(medium: media.Medium) -> str:
    path = medium.path if isinstance(medium, Writable) else medium.name
    return f"{medium.identity} {path}"


def _battery(device: object) -> bytes:
    content: bytes = getattr(device, "battery", b"")
    return content
