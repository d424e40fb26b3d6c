"""Long names of files, which stand in rows of their own before the row of the short name.

An MSX passes over them; who deletes or renames a file there leaves them behind. A row has a piece
of 13 characters: order 0 (1, 2, ... from the last row up; 40h more in the first), attributes 11
(0Fh), type 12 (0), checksum of the short name 13, cluster 26 (0). Source: Microsoft, "FAT: General
Overview of On-Disk Format", version 1.03, "Long Directory Entries".
"""

from collections.abc import Iterator, Sequence

from machine.fat import directory, names
from machine.fat.layout import ROW

FIRST_IN_ROWS = 0x40
MOST = 20  # rows of a name


def is_piece(row: bytes) -> bool:
    """A row with a piece of a long name."""
    return row[0] not in (0, names.DELETED) and row[11] == directory.LONG_NAME


def strays(image: bytes | bytearray, rows: Sequence[int]) -> Iterator[int]:
    """Which rows of a folder, up to its end, have pieces of a name that no file has."""
    pieces: list[int] = []
    for at in rows:
        row = bytes(image[at : at + ROW])
        if is_piece(row):
            if row[0] & FIRST_IN_ROWS:  # a name begins
                yield from pieces
                pieces = []
            pieces.append(at)
            continue
        if pieces and not (directory.is_used(row) and _belong(image, pieces, row[:11])):
            yield from pieces
        pieces = []
        if row[0] == 0:
            return
    yield from pieces


def checksum(raw: bytes) -> int:
    """Of a short name's eleven bytes: rotated to the right and added, one after the other."""
    value = 0
    for code in raw:
        value = ((value >> 1 | value << 7) + code) & 0xFF
    return value


def _belong(image: bytes | bytearray, pieces: list[int], raw: bytes) -> bool:
    mark = checksum(raw)
    right = [FIRST_IN_ROWS | len(pieces), *range(len(pieces) - 1, 0, -1)]
    return (
        len(pieces) <= MOST
        and [image[at] for at in pieces] == right
        and all(image[at + 12] == 0 and image[at + 13] == mark for at in pieces)
        and not any(image[at + 26] or image[at + 27] for at in pieces)
    )
