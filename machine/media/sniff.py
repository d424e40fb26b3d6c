"""What a file is, by its first bytes and its size; the name only where these leave it open."""

import stat
from pathlib import Path

from machine.core.errors import Refused
from machine.media.cas import HEADER as CASSETTE
from machine.media.dsk import SIZES as DISK_SIZES

SQLITE = b"SQLite format 3\0"
_BY_NAME = {
    ".rom": "cartridge",
    ".mx1": "cartridge",
    ".mx2": "cartridge",
    ".dsk": "disk",
    ".di1": "disk",
    ".di2": "disk",
    ".cas": "cassette",
    ".8box": "image",
    ".bas": "program",
    ".com": "command",
}


def sniff(path: Path) -> str:
    """The kind of a file: "cartridge", "disk", "cassette", "program", "command" or "image".

    A program is one in BASIC, a command one of CP/M or MSX-DOS, an image a VM.

    Refused, in a sentence that names the file, if it cannot be read or looks like none of them.
    """
    try:
        status = path.stat()
        if stat.S_ISFIFO(status.st_mode):
            raise Refused(f"{path} is a pipe; choose a file.")  # whose other end may stay silent
        with path.open("rb") as file:
            head = file.read(512)
        size = status.st_size
    except OSError as error:
        raise Refused(f"{path} cannot be read ({error.strerror}); choose another file.") from error
    if head.startswith(SQLITE):
        return "image"
    if head.startswith(CASSETTE):
        return "cassette"
    if head.startswith(b"AB"):
        return "cartridge"
    if size in DISK_SIZES and head[:1] in (b"\xeb", b"\xe9"):
        return "disk"
    if path.suffix.lower() in _BY_NAME:
        return _BY_NAME[path.suffix.lower()]
    if size in DISK_SIZES:
        return "disk"
    raise Refused(
        f"{path} is no cartridge, disk, cassette, program or VM that EightBox knows;"
        " choose another file."
    )
