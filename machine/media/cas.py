"""Cassettes as the bytes of their blocks: `.cas`.

A file is a row of blocks; each begins with the eight bytes HEADER at a multiple of eight, standing
for the tone that starts a block on a real tape, and goes on up to the next HEADER.

    long tone    before the block that names a file: ten times D0h, D3h or EAh, then six letters
    short tone   before every other block

Sources: "How do exactly works the .CAS format?" (msx.org, V. van Dam's description); MSX2 Technical
Handbook, chapter 5.2, "Cassette interface".
"""

import os
from typing import NamedTuple

from machine.core.errors import Refused
from machine.media.medium import identity, read_file

HEADER = bytes.fromhex("1f a6 de ba cc 13 7d 74")
ALIGNMENT = 8
FILE_TYPES = (0xD0, 0xD3, 0xEA)  # binary, BASIC, text
LARGEST = 8 << 20


class Block(NamedTuple):
    """A run of bytes behind a tone, which is long before the name of a file."""

    data: bytes
    is_name: bool


class Tape:
    """One cassette."""

    def __init__(self, base: bytes, name: str = "cassette") -> None:
        """`base`: the file's bytes. Refused if there is no block in them."""
        self.base = base
        self.name = name
        self.identity = identity(base)
        self.blocks = blocks_of(base)
        if not self.blocks:
            raise Refused(f"{name} has no blocks of a cassette in it; choose a .cas file.")

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> "Tape":
        """The cassette in a file; Refused if it cannot be read or is none."""
        return cls(read_file(path, "cassette", LARGEST), os.fspath(path))


def blocks_of(base: bytes) -> tuple[Block, ...]:
    """The blocks of a `.cas` file; what comes before the first header is not on the tape."""
    starts = []
    at = base.find(HEADER)
    while at >= 0:
        if at % ALIGNMENT == 0:
            starts.append(at)
            at = base.find(HEADER, at + len(HEADER))
        else:
            at = base.find(HEADER, at + 1)
    ends = [*starts[1:], len(base)]
    return tuple(
        _block(base[start + len(HEADER) : end]) for start, end in zip(starts, ends, strict=False)
    )


def _block(data: bytes) -> Block:
    return Block(data, any(data[:10] == bytes([kind]) * 10 for kind in FILE_TYPES))


def container(blocks: list[bytes]) -> bytes:
    """A `.cas` file of these blocks, each filled up with zeros to a multiple of eight."""
    image = bytearray()
    for data in blocks:
        image += HEADER + data + bytes(-len(data) % ALIGNMENT)
    return bytes(image)
