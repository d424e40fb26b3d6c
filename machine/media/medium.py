"""What every medium shares: reading and writing files with care, and a name by content."""

import hashlib
import os
import secrets
import stat
from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar, Literal

from machine.core.errors import Refused

WriteMode = Literal["vm", "file", "read-only"]
WRITE_MODES: tuple[WriteMode, ...] = ("vm", "file", "read-only")


class Writable(ABC):
    """A medium that the guest writes on: a base that stays, an overlay of what was written.

    `mode`: "vm" keeps what is written in the overlay, "file" does too and allows `flush`,
    "read-only" shows the guest a write-protected medium. `in_file` is the identity of what was last
    seen in or written to the file.
    """

    WHAT: ClassVar[str]  # the kind of medium, in sentences
    LARGEST: ClassVar[int]  # bytes of a file

    def __init__(self, base: bytes, name: str, path: Path | None, mode: WriteMode) -> None:
        assert mode in WRITE_MODES
        self.base = base
        self.name = name
        self.path = path
        self.mode: WriteMode = mode
        self.identity = identity(base)
        self.overlay: dict[int, bytes] = {}
        self.in_file = self.identity

    @property
    def write_protected(self) -> bool:
        """What the sensor for the write-protect notch sees."""
        return self.mode == "read-only"

    @abstractmethod
    def contents(self) -> bytes:
        """The whole medium as the guest sees it."""

    def _is_ours(self, there: bytes) -> bool:
        """The bytes in our file can be what we read or wrote there."""
        return identity(there) == self.in_file

    def flush(self) -> bool:
        """Writes the medium as it is now to its file, whole or not at all; True if it differed.

        Refused, with the file untouched, unless the mode is "file", and if the file is gone or was
        changed by somebody else since it was read or last written here.
        """
        if self.mode != "file" or self.path is None:
            raise Refused(
                f"{self.name} is not set to be written to its file; change its write mode."
            )
        now = self.contents()
        if identity(now) == self.in_file:
            return False
        if not self._is_ours(read_file(self.path, self.WHAT, self.LARGEST)):
            raise Refused(
                f"{self.path} was changed by another program and was left alone;"
                f" save this {self.WHAT.split()[0]} under another name."
            )
        write_file(self.path, now)
        self.in_file = identity(now)
        return True

    def save_as(self, path: str | os.PathLike[str]) -> None:
        """Writes the medium as it is now to another file; Refused if that fails."""
        write_file(path, self.contents())

    def capture(self) -> dict[int, bytes]:
        """The overlay as plain data."""
        return dict(self.overlay)


def read_file(path: str | os.PathLike[str], what: str, largest: int) -> bytes:
    """The bytes of a regular file, 1..`largest` of them.

    `what` names the kind of medium in the sentence of `Refused`, which is raised for a file that is
    missing, a folder, a device, empty, larger than `largest` bytes, or not readable.
    """
    file = Path(path)
    try:
        status = file.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Refused(f"{file} is a folder; choose a {what} file.")
        if not stat.S_ISREG(status.st_mode):
            raise Refused(f"{file} is not an ordinary file; choose a {what} file.")
        if status.st_size > largest:
            raise Refused(
                f"{file} is too big for a {what} ({status.st_size} bytes, at most {largest});"
                " choose another file."
            )
        with file.open("rb") as stream:
            data = stream.read(largest + 1)
    except FileNotFoundError as error:
        raise Refused(f"{file} does not exist; choose another {what} file.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{file} cannot be read ({reason}); choose another {what} file.") from error
    if not data:
        raise Refused(f"{file} is empty; choose another {what} file.")
    if len(data) > largest:
        raise Refused(f"{file} is too big for a {what} (at most {largest}); choose another file.")
    return data


def write_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Replaces a file as one step: afterwards it is the old one or the new one, never a part.

    Refused if the folder or the disk does not take it; the old file is then untouched.
    """
    file = Path(os.path.realpath(path))
    try:
        mode = stat.S_IMODE(file.stat().st_mode) if file.exists() else None
        temporary = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
        try:
            with temporary.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            if mode is not None:
                temporary.chmod(mode)
            temporary.replace(file)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(
            f"{file} cannot be written ({reason}); the file was left as it was."
        ) from error


def identity(data: bytes) -> str:
    """A medium's name by content: BLAKE2b-128 in hexadecimal."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
