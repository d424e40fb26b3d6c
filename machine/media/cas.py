"""Cassettes as the bytes of their blocks: `.cas`.

A file is a row of blocks; each begins with the eight bytes HEADER at a multiple of eight, standing
for the tone that starts a block on a real tape, and goes on up to the next HEADER.

    long tone    before the block that names a file: ten times D0h, D3h or EAh, then six letters
    short tone   before every other block

Sources: "How do exactly works the .CAS format?" (msx.org, V. van Dam's description); MSX2 Technical
Handbook, chapter 5.2, "Cassette interface".
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from machine.core.errors import Refused
from machine.media.medium import Writable, WriteMode, read_file

HEADER = bytes.fromhex("1f a6 de ba cc 13 7d 74")
ALIGNMENT = 8
FILE_TYPES = (0xD0, 0xD3, 0xEA)  # binary, BASIC, text
LARGEST = 8 << 20


class Block(NamedTuple):
    """A run of bytes behind a tone, which is long before the name of a file."""

    data: bytes
    is_name: bool


class Tape(Writable):
    """One cassette; its overlay has the whole tape at 0, once something was recorded.

    `partial` is what has come of the block that is being recorded.
    """

    WHAT = "cassette"
    LARGEST = LARGEST

    def __init__(
        self,
        base: bytes,
        name: str = "cassette",
        path: Path | None = None,
        mode: WriteMode = "vm",
    ) -> None:
        """`base`: the file's bytes, none for a blank tape. Refused if no block is in them."""
        super().__init__(base, name, path, mode)
        self.blocks = blocks_of(base)
        self.partial = bytearray()
        if base and not self.blocks:
            raise Refused(f"{name} has no blocks of a cassette in it; choose a .cas file.")

    @classmethod
    def load(cls, path: str | os.PathLike[str], mode: WriteMode = "vm") -> "Tape":
        """The cassette in a file; Refused if it cannot be read or is none."""
        file = Path(path)
        return cls(read_file(file, "cassette", LARGEST), str(file), file, mode)

    def record(self, first: int, count: int, data: bytes) -> None:
        """Puts a block over `count` blocks from number `first` on. What is full stays as it is."""
        assert 0 <= first <= first + count <= len(self.blocks)
        assert not self.write_protected
        parts = [block.data for block in self.blocks]
        parts[first : first + count] = [data]
        image = container(parts)
        if len(image) <= LARGEST:
            self._put(image)

    def contents(self) -> bytes:
        """The whole tape as a `.cas` file."""
        return self.overlay.get(0, self.base)

    def capture(self) -> dict[int, bytes]:
        """The overlay as plain data, and under 1 what has come of the present block."""
        return {**self.overlay, 1: bytes(self.partial)} if self.partial else dict(self.overlay)

    def restore(self, overlay: Mapping[Any, Any]) -> None:
        """Puts a captured overlay back; Refused, with the tape unchanged, if it is damaged."""
        image, partial = overlay.get(0, self.base), overlay.get(1, b"")
        fits = all(isinstance(part, bytes) and len(part) <= LARGEST for part in (image, partial))
        if not fits or set(overlay) - {0, 1} or (0 in overlay and not blocks_of(image)):
            raise Refused(f"What was recorded on {self.name} is damaged; nothing was changed.")
        self._put(image)
        self.partial = bytearray(partial)

    def _put(self, image: bytes) -> None:
        self.blocks = blocks_of(image)
        self.overlay = {} if image == self.base else {0: image}


def blank(name: str = "new tape") -> Tape:
    """A cassette with nothing on it."""
    return Tape(b"", name)


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
    return Block(data, is_name_of(data))


def is_name_of(data: bytes) -> bool:
    """The block names a file, so that a long tone is before it."""
    return any(data[:10] == bytes([kind]) * 10 for kind in FILE_TYPES)


def container(blocks: list[bytes]) -> bytes:
    """A `.cas` file of these blocks, each filled up with zeros to a multiple of eight."""
    image = bytearray()
    for data in blocks:
        image += HEADER + data + bytes(-len(data) % ALIGNMENT)
    return bytes(image)
