"""What every medium shares: reading and writing files with care, and a name by content."""

import hashlib
import os
import secrets
import stat
from pathlib import Path

from machine.core.errors import Refused


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
