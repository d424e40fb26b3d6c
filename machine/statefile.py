"""A machine's state as one file: what `eightbox run --state` writes and `--load` reads.

"8BSTATE" 1       magic and format version, 8 bytes
BLAKE2b-256       of the rest, 32 bytes
zstd frame        of a MessagePack map with the fields of `machine.machine.Capture`
"""

import hashlib
import os
from pathlib import Path

import msgspec
import zstandard

from machine.core.errors import Refused
from machine.machine import Capture
from machine.media.medium import read_file, write_file

MAGIC = b"8BSTATE\x01"
LARGEST_FILE = 64 << 20
LARGEST_STATE = 256 << 20  # bytes unpacked: no file may ask for more memory than this
_DIGEST = 32


def save(path: str | os.PathLike[str], capture: Capture) -> None:
    """Writes a state file, whole or not at all. Refused if the place cannot be written."""
    packed = zstandard.ZstdCompressor(level=3).compress(msgspec.msgpack.encode(capture))
    write_file(path, MAGIC + hashlib.blake2b(packed, digest_size=_DIGEST).digest() + packed)


def load(path: str | os.PathLike[str]) -> Capture:
    """Reads a state file. Refused, in a sentence that names it, if it is none or damaged."""
    return decode(read_file(Path(path), "state", LARGEST_FILE), str(path))


def decode(data: bytes, name: str) -> Capture:
    """The state in the bytes of a state file called `name`."""
    if data[: len(MAGIC) - 1] != MAGIC[:-1]:
        raise Refused(f"{name} is not a machine state; choose a file that EightBox saved.")
    if data[: len(MAGIC)] != MAGIC:
        raise Refused(f"{name} was saved by another version of EightBox; open it with that one.")
    digest, packed = data[len(MAGIC) :][:_DIGEST], data[len(MAGIC) + _DIGEST :]
    if hashlib.blake2b(packed, digest_size=_DIGEST).digest() != digest:
        raise Refused(f"{name} is damaged or incomplete; choose another state file.")
    try:
        if not 0 <= zstandard.frame_content_size(packed) <= LARGEST_STATE:
            raise Refused(f"{name} is damaged: it unpacks to too much; choose another state file.")
        unpacked = zstandard.ZstdDecompressor().decompress(packed)
        return msgspec.msgpack.decode(unpacked, type=Capture)
    except (
        zstandard.ZstdError,
        msgspec.DecodeError,
        UnicodeDecodeError,
        RecursionError,
    ) as error:
        raise Refused(f"{name} is damaged; choose another state file.") from error
