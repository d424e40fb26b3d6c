"""What functions 40-56 do with files and directories that a path or a fileinfo block names.

A fileinfo block: FFh, the name as text, attributes, time, date, cluster, size, drive, and from 26
on what is ours: 26-27 the directory's number, 28 the search's attributes, 29-39 its pattern, 40-50
the eleven characters of the name found. So a search goes on behind the name that it gave last, and
neither new nor deleted files disturb it.

Source: "MSX-DOS 2 Function Specifications", 3.44-3.66; "Program Interface Specification", 3.4.
"""

from typing import NamedTuple

from machine.exec import clock, names
from machine.exec.codes import Code, DosError
from machine.exec.console import Console
from machine.exec.devices import Device as CharacterDevice
from machine.exec.devices import device_named
from machine.exec.drives import Drives
from machine.exec.files import HostFile, Key
from machine.exec.folders import (
    ARCHIVE,
    DEVICE,
    DIRECTORY,
    HIDDEN,
    READ_ONLY,
    SYSTEM,
    VOLUME,
    Entry,
    Place,
)
from machine.exec.guest import Guest
from machine.exec.paths import ANY, DOT, DOT_DOT, Paths, whole
from machine.exec.streams import Stream, Streams

BLOCK = 0xFF  # the first byte of a fileinfo block
BLOCK_SIZE = 64
NOWHERE = (0, 0)  # the identity of what is no file
CREATE_NEW = 0x80
FILE_BITS = READ_ONLY | HIDDEN | SYSTEM | ARCHIVE


class Target(NamedTuple):
    """A file or directory that may be there, or a device."""

    drive: int
    place: Place
    name: bytes
    device: CharacterDevice | None = None

    @property
    def key(self) -> Key:
        """Drive, directory and name."""
        return self.drive, self.place, self.name


class Directory:
    """Files and directories of the program's drives."""

    def __init__(
        self, guest: Guest, drives: Drives, paths: Paths, streams: Streams, console: Console
    ) -> None:
        self._guest = guest
        self._drives = drives
        self._paths = paths
        self._streams = streams
        self._console = console
        self._places: list[Place] = []
        self.whole_path = b""  # of what was found last

    # Naming

    def target(self, address: int) -> Target:
        """What a path or fileinfo block at `address` names."""
        if self._guest.memory[address & 0xFFFF] == BLOCK:
            return self.block_target(address)
        return self.path_target(self._guest.text(address))

    def path_target(self, text: bytes) -> Target:
        """What a path names. IPATH if it ends with a separator, or is empty."""
        drive, place, name = self._paths.locate(text)
        if not name:
            raise DosError(Code.IPATH)
        return Target(drive, place, name, device_named(name, self._console))

    def block_target(self, address: int) -> Target:
        """What a fileinfo block names. IATTR if it is none of ours."""
        block = self._guest.read(address, BLOCK_SIZE)
        number = block[26] | block[27] << 8
        drive = block[25] - 1
        if number >= len(self._places) or drive not in self._drives.folders:
            raise DosError(Code.IATTR)
        name = block[40:51]
        device = device_named(name, self._console) if block[14] & DEVICE else None
        return Target(drive, self._places[number], name, device)

    def place_of_block(self, address: int) -> tuple[int, Place]:
        """The directory that a fileinfo block names. IATTR if it names a file, IDEV a device."""
        target = self.block_target(address)
        if target.device is not None:
            raise DosError(Code.IDEV)
        if not self.entry(target).is_directory:
            raise DosError(Code.IATTR)
        return target.drive, self._paths.step(target.drive, target.place, target.name)

    # Looking

    def _entries(self, drive: int, place: Place) -> list[Entry]:
        """Everything in a directory; in a subdirectory also itself and the one above."""
        found = self._drives.folder(drive).entries(place)
        if place:
            dots = (Entry(name, "", DIRECTORY, 0, 0.0, NOWHERE) for name in (DOT, DOT_DOT))
            found = [*dots, *found]
        return found

    def entry(self, target: Target) -> Entry:
        """The one entry of a target. IPATH if its name is ambiguous, NOFIL."""
        if b"?" in target.name:
            raise DosError(Code.IPATH)
        if target.name in (DOT, DOT_DOT) and target.place:
            return Entry(target.name, "", DIRECTORY, 0, 0.0, NOWHERE)
        return self._drives.folder(target.drive).get(target.place, target.name)

    def find(self, block: int, where: tuple[int, Place], pattern: bytes, attributes: int) -> None:
        """The first entry that fits, into the fileinfo block at `block`. NOFIL."""
        if attributes & VOLUME:
            raise DosError(Code.NOFIL)  # folders have no volume's name
        device = device_named(pattern, self._console)
        if device is not None:
            entry = Entry(device.name.ljust(names.SIZE), "", DEVICE, 0, 0.0, NOWHERE)
            self.fill(block, where, entry, pattern, attributes)
            return
        self._find_from(block, where, pattern, attributes, b"")

    def find_next(self, block: int) -> None:
        """The next entry of the search in the fileinfo block. NOFIL."""
        target = self.block_target(block)
        data = self._guest.read(block, BLOCK_SIZE)
        if target.device is not None:
            raise DosError(Code.NOFIL)
        where = target.drive, target.place
        self._find_from(block, where, data[29:40], data[28], target.name)

    def _find_from(
        self, block: int, where: tuple[int, Place], pattern: bytes, attributes: int, last: bytes
    ) -> None:
        asked = attributes & (DIRECTORY | HIDDEN | SYSTEM)
        for entry in self._entries(*where):
            special = entry.attributes & (DIRECTORY | HIDDEN | SYSTEM)
            if entry.name > last and names.matches(pattern, entry.name) and not special & ~asked:
                self.fill(block, where, entry, pattern, attributes)
                return
        raise DosError(Code.NOFIL)

    def fill(
        self,
        block: int,
        where: tuple[int, Place],
        entry: Entry,
        pattern: bytes = ANY,
        attributes: int = 0,
    ) -> None:
        """Writes a fileinfo block."""
        drive, place = where
        if place not in self._places:
            self._places.append(place)
        date, time = stamp(entry)
        words = time | date << 16 | (2 if entry.size else 0) << 32 | entry.size << 48
        data = bytes((BLOCK,)) + names.printed(entry.name).ljust(13, b"\0")
        data += bytes((entry.attributes,)) + words.to_bytes(10, "little") + bytes((drive + 1,))
        data += self._places.index(place).to_bytes(2, "little") + bytes((attributes,))
        data += pattern + entry.name
        self._guest.write(block, data.ljust(BLOCK_SIZE, b"\0"))
        self.whole_path = whole(place, entry.name)

    # Making

    def create(self, target: Target, attributes: int, block: int | None = None) -> HostFile | None:
        """A new file, open, or directory (None); its entry goes to `block` if there is one.

        IFNM, FILEX, FILRO, SYSX, DIRX, FOPEN, WPROT.
        """
        where = target.drive, target.place
        folder = self._drives.folder(target.drive)
        if target.name in (DOT, DOT_DOT):
            raise DosError(Code.DIRX)
        if not names.is_valid(target.name):
            raise DosError(Code.IFNM)
        old = folder.find(target.place, target.name)
        if old is not None:
            try:
                self._check_replacing(old, attributes)
            except DosError:
                if block is not None:
                    self.fill(block, where, old)
                raise
        if attributes & DIRECTORY:
            folder.make_directory(target.place, target.name)
            made = None
            if attributes & HIDDEN:
                folder.set_attributes(target.place, target.name, DIRECTORY | HIDDEN)
        else:
            made = self._drives.create(target.key)
            wanted = attributes & FILE_BITS | ARCHIVE
            folder.set_attributes(target.place, target.name, wanted)
            made.is_read_only = bool(wanted & READ_ONLY)
        if block is not None:
            self.fill(block, where, folder.get(target.place, target.name))
        return made

    def _check_replacing(self, old: Entry, attributes: int) -> None:
        if attributes & CREATE_NEW:
            raise DosError(Code.FILEX)
        if old.is_directory:
            raise DosError(Code.DIRX)
        if attributes & DIRECTORY:
            raise DosError(Code.FILEX)
        if old.attributes & READ_ONLY:
            raise DosError(Code.FILRO)
        if old.attributes & SYSTEM:
            raise DosError(Code.SYSX)
        if self._streams.users(old.identity):
            raise DosError(Code.FOPEN)

    # Changing; `own` is the stream of the handle by which the file is named

    def _changeable(self, target: Target, own: Stream | None) -> Entry:
        """The entry of a target that nobody else has open. NOFIL, DOT, FOPEN."""
        if target.name in (DOT, DOT_DOT):
            raise DosError(Code.DOT)
        entry = self.entry(target)
        if any(stream is not own for stream in self._streams.users(entry.identity)):
            raise DosError(Code.FOPEN)
        if own is not None and own.file is not None:
            own.file.ensure()
        self._drives.check_writing(target.drive)
        return entry

    def delete(self, target: Target, own: Stream | None = None) -> None:
        """Deletes a file or empty directory. FILRO, DIRNE too."""
        entry = self._changeable(target, own)
        if entry.is_directory and self._is_current(target):
            self._drives.places[target.drive] = ()
        self._drives.files.drop(target.key)
        self._drives.folder(target.drive).delete(target.place, target.name)

    def _is_current(self, target: Target) -> bool:
        inside = (*target.place, target.name)
        return self._drives.place(target.drive)[: len(inside)] == inside

    def rename(self, target: Target, text: bytes, own: Stream | None = None) -> Key:
        """Gives a new name, `?` keeps a character; where it is then. IFNM, DUPF too."""
        entry = self._changeable(target, own)
        pattern, used = names.parse(text)
        if used != len(text) or not used:
            raise DosError(Code.IFNM)
        new = names.filled(pattern, entry.name)
        return self._put(target, target.place, new)

    def move(self, target: Target, text: bytes, own: Stream | None = None) -> Key:
        """Moves to another directory of the drive; where it is then. DUPF, DIRE too."""
        self._changeable(target, own)
        if text[1:2] == b":":
            raise DosError(Code.IPATH)
        place = self._paths.directory(bytes((target.drive + 0x41, 0x3A)) + text)[1]
        return self._put(target, place, target.name)

    def _put(self, target: Target, place: Place, name: bytes) -> Key:
        if (place, name) == (target.place, target.name):
            return target.key
        if device_named(name, self._console) is not None:
            raise DosError(Code.IFNM)
        self._drives.files.drop(target.key)
        self._drives.folder(target.drive).move(target.place, target.name, place, name)
        return target.drive, place, name

    def set_attributes(self, target: Target, wanted: int, own: Stream | None = None) -> None:
        """Sets read-only, hidden, system, archive. IATTR for others."""
        if target.name in (DOT, DOT_DOT):
            return
        entry = self._changeable(target, own)
        if entry.is_directory:
            if wanted & ~(DIRECTORY | HIDDEN) or not wanted & DIRECTORY:
                raise DosError(Code.IATTR)
        elif wanted & ~FILE_BITS:
            raise DosError(Code.IATTR)
        self._drives.folder(target.drive).set_attributes(target.place, target.name, wanted)
        if own is not None and own.file is not None:
            own.file.is_read_only = bool(wanted & READ_ONLY)

    def set_modified(self, target: Target, date: int, time: int, own: Stream | None = None) -> None:
        """Sets date and time of the last change, as they are."""
        self._changeable(target, own)
        folder = self._drives.folder(target.drive)
        folder.set_modified(target.place, target.name, clock.unpacked(date, time), (date, time))


def stamp(entry: Entry) -> tuple[int, int]:
    """Date and time of an entry; none where it has none."""
    if entry.stamp is not None:
        return entry.stamp
    return clock.packed_seconds(entry.modified) if entry.modified else (0, 0)


def check_way(way: int) -> None:
    """ISBFN unless it is 0, get, or 1, set."""
    if way > 1:
        raise DosError(Code.ISBFN)
