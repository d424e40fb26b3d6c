"""Files that are open. What is written is the host's at once; nothing waits in this process."""

import os
from collections.abc import Callable

from machine.exec.codes import Code, DosError, of_host
from machine.exec.folders import Folder, Place

LARGEST = 1 << 31  # bytes; no program of these systems counts further


class HostFile:
    """A regular file that is open, with its drive; errors are DosError."""

    def __init__(
        self, folder: Folder, opened: int, *, writable: bool, stamp: Callable[[], float | None]
    ) -> None:
        """`stamp`: the time that a written file gets; None leaves the host's."""
        self.is_archived = False  # writing sets the archive bit
        self._folder = folder
        self._opened = opened
        self._stamp = stamp
        self.writable = writable
        self.is_read_only = False  # it became so after it was opened
        self.was_written = False
        self.sharers = 1
        status = os.fstat(opened)
        self.identity = status.st_dev, status.st_ino

    @property
    def size(self) -> int:
        """Bytes in the file."""
        return os.fstat(self._opened).st_size

    def read(self, position: int, count: int) -> bytes:
        """Up to `count` bytes from `position` on; fewer at the end of the file."""
        try:
            return os.pread(self._opened, count, position)
        except OSError as error:
            raise of_host(error) from error

    def write(self, position: int, data: bytes) -> None:
        """Writes all of `data`; a gap before it reads as zeros. DKFUL, FILRO."""
        self._check_writing(position + len(data))
        try:
            done = 0
            while done < len(data):
                done += os.pwrite(self._opened, data[done:], position + done)
        except OSError as error:
            raise of_host(error) from error
        self.was_written = True

    def resize(self, size: int) -> None:
        """Cuts the file off, or adds zeros."""
        self._check_writing(size)
        try:
            os.ftruncate(self._opened, size)
        except OSError as error:
            raise of_host(error) from error
        self.was_written = True

    def _check_writing(self, end: int) -> None:
        if self.is_read_only or not self.writable:
            raise DosError(Code.WPROT if self._folder.read_only else Code.FILRO)
        if end > LARGEST:
            raise DosError(Code.DKFUL)

    def ensure(self) -> None:
        """What has been written is on the host's disk, with its date and archive bit."""
        if not self.was_written:
            return
        self.was_written = False
        if self.is_archived:
            self._folder.written(self.identity)
        moment = self._stamp()
        try:
            if moment is not None:
                os.utime(self._opened, (moment, moment))
            os.fdatasync(self._opened)
        except OSError as error:
            raise of_host(error) from error

    def share(self) -> "HostFile":
        """The same file once more; each sharer closes it."""
        self.sharers += 1
        return self

    def close(self) -> None:
        """One sharer less; the last one closes the host's file."""
        self.sharers -= 1
        if self.sharers:
            return
        try:
            self.ensure()
        finally:
            os.close(self._opened)


Key = tuple[int, Place, bytes]  # drive, directory, name


class OpenFiles:
    """The files behind FCBs. Programs rarely close what they only read, so the oldest ones go."""

    LIMIT = 64

    def __init__(self, open_file: Callable[[Key, bool], HostFile]) -> None:
        """`open_file(key, writing)` opens one, or raises DosError."""
        self._open_file = open_file
        self._files: dict[Key, HostFile] = {}

    def get(self, key: Key, *, writing: bool = False) -> HostFile:
        """The file of that name, opened if it is not yet, for writing where that can be."""
        file = self._files.pop(key, None)
        if file is None:
            file = self._first(key, writing=writing)
        self.put(key, file)
        return file

    def _first(self, key: Key, *, writing: bool) -> HostFile:
        try:
            return self._open_file(key, True)
        except DosError as error:
            if writing or error.code not in (Code.FILRO, Code.WPROT):
                raise
            return self._open_file(key, False)

    def put(self, key: Key, file: HostFile) -> None:
        """A file that was just made or used."""
        self._files[key] = file
        while len(self._files) > self.LIMIT:
            self._files.pop(next(iter(self._files))).close()

    def drop(self, key: Key) -> None:
        """Closes the file, if it is open."""
        file = self._files.pop(key, None)
        if file is not None:
            file.close()

    def ensure(self, key: Key) -> None:
        """What was written to the file is on the host's disk."""
        if key in self._files:
            self._files[key].ensure()

    def ensure_all(self) -> None:
        """What was written to any of them is on the host's disk."""
        for file in self._files.values():
            file.ensure()

    def close_all(self) -> None:
        """Closes all of them; the first error is raised when all are closed."""
        failed: DosError | None = None
        while self._files:
            try:
                self._files.popitem()[1].close()
            except DosError as error:
                failed = failed or error
        if failed is not None:
            raise failed
