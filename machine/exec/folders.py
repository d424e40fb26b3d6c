"""A drive: a folder of the host, and no way out of it.

Everything is opened step by step from the folder's own descriptor, each name as one component,
links never followed: neither `..` nor an absolute path nor a symbolic link can be expressed. Only
regular files and folders exist for the program; devices, pipes and sockets are not even opened. A
hard link is the file itself: what has been linked into the folder is in it.

Attributes: a file that its owner may not write is read-only. Hidden, system and archive are kept in
an extended attribute where the host's file system has such, else as long as the VM lives.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from machine.core.errors import Refused
from machine.exec import names
from machine.exec.codes import Code, DosError, of_host

READ_ONLY, HIDDEN, SYSTEM, VOLUME, DIRECTORY, ARCHIVE, DEVICE = (1, 2, 4, 8, 16, 32, 128)
KEPT = HIDDEN | SYSTEM | ARCHIVE
ATTRIBUTE = "user.eightbox.attributes"
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_FILE = os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY

Place = tuple[bytes, ...]  # a directory: the 8.3 names of the way to it; empty: the root


class Entry(NamedTuple):
    """What a program sees of a file or directory: `modified` in seconds since the epoch."""

    name: bytes
    host: str
    attributes: int
    size: int
    modified: float
    identity: tuple[int, int]  # device and inode
    stamp: tuple[int, int] | None = None  # date and time as a program has set them

    @property
    def is_directory(self) -> bool:
        """Whether it is one."""
        return bool(self.attributes & DIRECTORY)


class Folder:
    """A drive. Errors are DosError with the codes of MSX-DOS 2."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Refused if `path` is no folder that can be read."""
        self.path = path
        self.read_only = read_only
        self._attributes: dict[tuple[int, int], int] = {}
        self._stamps: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {}
        try:
            self._root = os.open(path, _FOLDER)
        except OSError as error:
            raise Refused(
                f"The folder {path} cannot be a drive ({error.strerror}); name another one."
            ) from error

    def close(self) -> None:
        """Gives the host's folder back."""
        os.close(self._root)

    # Looking

    @contextmanager
    def _directory(self, place: Place) -> Iterator[int]:
        """A descriptor of the directory. NODIR if there is none."""
        opened = os.dup(self._root)
        try:
            for name in place:
                host = self._listing(opened).get(name)
                if host is None:
                    raise DosError(Code.NODIR)
                try:
                    deeper = os.open(host, _FOLDER | os.O_NOFOLLOW, dir_fd=opened)
                except OSError as error:
                    raise DosError(Code.NODIR) from error
                os.close(opened)
                opened = deeper
            yield opened
        except OSError as error:
            raise of_host(error) from error
        finally:
            os.close(opened)

    def _listing(self, directory: int) -> dict[bytes, str]:
        return names.visible(name for name in os.listdir(directory) if _exists(directory, name))

    def _entry(self, directory: int, name: bytes, host: str) -> Entry | None:
        try:
            status = os.stat(host, dir_fd=directory, follow_symlinks=False)
        except OSError:
            return None  # gone meanwhile
        identity = status.st_dev, status.st_ino
        modified = status.st_mtime
        set_at, stamp = self._stamps.get(identity, (0.0, None))
        if set_at != modified:
            stamp = None
        attributes = self._kept(directory, host, identity)
        if stat.S_ISDIR(status.st_mode):
            attributes = attributes & HIDDEN | DIRECTORY
            return Entry(name, host, attributes, 0, modified, identity, stamp)
        if not status.st_mode & stat.S_IWUSR:
            attributes |= READ_ONLY
        return Entry(name, host, attributes, status.st_size, modified, identity, stamp)

    def _kept(self, directory: int, host: str, identity: tuple[int, int]) -> int:
        if identity not in self._attributes:
            attributes = 0
            with suppress(OSError, ValueError, DosError):
                opened = _open_either(host, directory)
                try:
                    attributes = int(os.getxattr(opened, ATTRIBUTE), 16) & KEPT
                finally:
                    os.close(opened)
            self._attributes[identity] = attributes
        return self._attributes[identity]

    def entries(self, place: Place) -> list[Entry]:
        """All files and directories of a directory, by name. NODIR if there is none."""
        with self._directory(place) as directory:
            listing = sorted(self._listing(directory).items())
            found = [self._entry(directory, name, host) for name, host in listing]
        return [entry for entry in found if entry is not None]

    def find(self, place: Place, name: bytes) -> Entry | None:
        """The file or directory of that name; None if there is none."""
        with self._directory(place) as directory:
            host = self._listing(directory).get(name)
            return self._entry(directory, name, host) if host is not None else None

    def get(self, place: Place, name: bytes) -> Entry:
        """The file or directory of that name. NOFIL if there is none."""
        entry = self.find(place, name)
        if entry is None:
            raise DosError(Code.NOFIL)
        return entry

    def free(self) -> int:
        """Bytes that the host has free for us."""
        room = os.fstatvfs(self._root)
        return 0 if self.read_only else room.f_bavail * room.f_frsize

    # Files

    def open(self, place: Place, name: bytes, *, writing: bool) -> int:
        """A descriptor of a regular file. NOFIL, DIRX, FILRO, WPROT."""
        entry = self.get(place, name)
        if entry.is_directory:
            raise DosError(Code.DIRX)
        if writing:
            self._check_writing()
            if entry.attributes & READ_ONLY:
                raise DosError(Code.FILRO)
        with self._directory(place) as directory:
            return _open_regular(entry.host, os.O_RDWR if writing else os.O_RDONLY, directory)

    def create(self, place: Place, name: bytes) -> int:
        """A descriptor of a new file, or of the old one without its contents.

        IFNM if no file can have that name; DIRX, SYSX, FILRO, WPROT.
        """
        self._check_writing()
        if not names.is_valid(name):
            raise DosError(Code.IFNM)
        entry = self.find(place, name)
        if entry is not None:
            if entry.attributes & SYSTEM:
                raise DosError(Code.SYSX)
            opened = self.open(place, name, writing=True)
            os.ftruncate(opened, 0)
            return opened
        with self._directory(place) as directory:
            flags = _FILE | os.O_RDWR | os.O_CREAT | os.O_EXCL
            opened = os.open(names.host_name(name), flags, 0o666, dir_fd=directory)
            status = os.fstat(opened)
            self._attributes[status.st_dev, status.st_ino] = 0  # the inode may be an old one
            return opened

    def make_directory(self, place: Place, name: bytes) -> None:
        """A new directory. IFNM, DIRX, FILEX, WPROT."""
        self._check_writing()
        if not names.is_valid(name):
            raise DosError(Code.IFNM)
        entry = self.find(place, name)
        if entry is not None:
            raise DosError(Code.DIRX if entry.is_directory else Code.FILEX)
        with self._directory(place) as directory:
            os.mkdir(names.host_name(name), dir_fd=directory)

    def delete(self, place: Place, name: bytes) -> None:
        """Removes a file, or a directory that is empty. NOFIL, FILRO, DIRNE, WPROT."""
        self._check_writing()
        entry = self.get(place, name)
        if entry.attributes & READ_ONLY:
            raise DosError(Code.FILRO)
        with self._directory(place) as directory:
            if entry.is_directory:
                os.rmdir(entry.host, dir_fd=directory)
            else:
                os.unlink(entry.host, dir_fd=directory)
                self._attributes.pop(entry.identity, None)

    def move(self, place: Place, name: bytes, to: Place, new: bytes) -> None:
        """Renames, or moves to another directory. NOFIL, IFNM, DUPF, DIRE, WPROT."""
        self._check_writing()
        entry = self.get(place, name)
        if not names.is_valid(new):
            raise DosError(Code.IFNM)
        if entry.is_directory and to[: len(place) + 1] == (*place, name):
            raise DosError(Code.DIRE)
        if self.find(to, new) is not None:
            raise DosError(Code.DUPF)
        host = names.host_name(new) if new != name else entry.host
        with self._directory(place) as source, self._directory(to) as target:
            if _exists(target, host):  # an alias for a long name may be as it
                raise DosError(Code.DUPF)
            os.rename(entry.host, host, src_dir_fd=source, dst_dir_fd=target)

    def set_attributes(self, place: Place, name: bytes, attributes: int) -> None:
        """Sets read-only, hidden, system and archive. NOFIL, WPROT."""
        self._check_writing()
        entry = self.get(place, name)
        with self._directory(place) as directory:
            opened = _open_either(entry.host, directory)
            try:
                mode = stat.S_IMODE(os.fstat(opened).st_mode)
                self._attributes[entry.identity] = attributes & KEPT
                with suppress(OSError):  # not every file system can
                    os.setxattr(opened, ATTRIBUTE, f"{attributes & KEPT:02X}".encode())
                if entry.is_directory:
                    return
                writable = mode & ~0o222 if attributes & READ_ONLY else mode | stat.S_IWUSR
                os.fchmod(opened, writable)
            finally:
                os.close(opened)

    def set_modified(
        self, place: Place, name: bytes, moment: float, stamp: tuple[int, int]
    ) -> None:
        """Sets the time of the last change, in seconds since the epoch. NOFIL, WPROT.

        `stamp`: date and time that the program sees from then on, though no calendar has them.
        """
        self._check_writing()
        entry = self.get(place, name)
        with self._directory(place) as directory:
            os.utime(entry.host, (moment, moment), dir_fd=directory, follow_symlinks=False)
            status = os.stat(entry.host, dir_fd=directory, follow_symlinks=False)
            self._stamps[entry.identity] = status.st_mtime, stamp

    def written(self, identity: tuple[int, int]) -> None:
        """A file was written to: its archive bit is set."""
        self._attributes[identity] = self._attributes.get(identity, 0) | ARCHIVE

    def _check_writing(self) -> None:
        if self.read_only:
            raise DosError(Code.WPROT)


def _exists(directory: int, name: str) -> bool:
    """Whether a name is that of a regular file or a folder."""
    try:
        mode = os.stat(name, dir_fd=directory, follow_symlinks=False).st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _open_either(host: str, directory: int) -> int:
    """Opens a regular file or a folder, for its attributes."""
    if stat.S_ISDIR(os.stat(host, dir_fd=directory, follow_symlinks=False).st_mode):
        return os.open(host, _FOLDER | os.O_NOFOLLOW, dir_fd=directory)
    return _open_regular(host, os.O_RDONLY, directory)


def _open_regular(host: str, flags: int, directory: int) -> int:
    """Opens a file that is a regular one before and after; NOFIL if it is not."""
    if not stat.S_ISREG(os.stat(host, dir_fd=directory, follow_symlinks=False).st_mode):
        raise DosError(Code.NOFIL)
    opened = os.open(host, _FILE | flags, dir_fd=directory)
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise DosError(Code.NOFIL)
    return opened
