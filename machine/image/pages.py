"""The bulk of all snapshots: pages of up to 4 KB, stored once each, named by their content.

A page's name is the BLAKE2b-128 of its bytes, so the memory that two snapshots share is there
once. What nothing refers to any more is swept. Pages are compressed with Zstandard.
"""

import hashlib
import sqlite3
from collections.abc import Iterable

import zstandard

from machine.core.errors import Refused
from machine.image.query import rows

PAGE_SIZE = 4096
HASH_SIZE = 16
_LEVEL = 3


class Pages:
    """The table `page` of one open image."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._compressor = zstandard.ZstdCompressor(level=_LEVEL)
        self._decompressor = zstandard.ZstdDecompressor()

    def put(self, data: bytes) -> bytes:
        """Stores bytes of any length; the names of their pages, one after the other."""
        names = []
        for at in range(0, len(data), PAGE_SIZE):
            page = data[at : at + PAGE_SIZE]
            name = hashlib.blake2b(page, digest_size=HASH_SIZE).digest()
            names.append(name)
            if not self._has(name):
                self._database.execute(
                    "INSERT INTO page (hash, data) VALUES (?, ?)",
                    (name, self._compressor.compress(page)),
                )
        return b"".join(names)

    def get(self, names: bytes, size: int) -> bytes:
        """The `size` bytes that `put` was given; Refused if a page is missing or damaged."""
        data = b"".join(self._page(name) for name in split(names))
        if len(data) != size:
            raise Refused("A snapshot in this VM file is damaged; restore another one.")
        return data

    def sweep(self) -> int:
        """Deletes the pages that no record refers to; how many."""
        wanted: set[bytes] = set()
        for (names,) in rows(self._database, "SELECT pages FROM record"):
            wanted.update(split(names))
        stored = rows(self._database, "SELECT hash FROM page")
        unreachable = [(name,) for (name,) in stored if name not in wanted]
        self._database.executemany("DELETE FROM page WHERE hash = ?", unreachable)
        return len(unreachable)

    def _has(self, name: bytes) -> bool:
        return bool(rows(self._database, "SELECT 1 FROM page WHERE hash = ?", (name,)))

    def _page(self, name: bytes) -> bytes:
        found = rows(self._database, "SELECT data FROM page WHERE hash = ?", (name,))
        page = self._unpacked(found[0][0]) if found else b""
        if hashlib.blake2b(page, digest_size=HASH_SIZE).digest() != name:
            raise Refused("A page of this snapshot is missing or damaged; restore another one.")
        return page

    def _unpacked(self, data: bytes) -> bytes:
        # The size in the frame's header is what decompress() allocates, so it is looked at first.
        try:
            if not 0 < zstandard.frame_content_size(data) <= PAGE_SIZE:
                return b""
            return self._decompressor.decompress(data)
        except zstandard.ZstdError:
            return b""


def split(names: bytes) -> Iterable[bytes]:
    """The single names in a list of them."""
    return (names[at : at + HASH_SIZE] for at in range(0, len(names), HASH_SIZE))
