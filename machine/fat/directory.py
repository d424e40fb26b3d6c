"""Rows of 32 bytes in a directory.

name 0-10, attributes 11, time 22, date 24, first cluster 26, size 28; a first byte of 0 ends the
directory, E5h is a row that was deleted. Source: MSX2 Technical Handbook, chapter 3, "Directory".
"""

from dataclasses import dataclass, field
from datetime import datetime

from machine.fat import names
from machine.fat.layout import ROW

READ_ONLY, HIDDEN, SYSTEM, LABEL, FOLDER, ARCHIVE = 0x01, 0x02, 0x04, 0x08, 0x10, 0x20
LONG_NAME = READ_ONLY | HIDDEN | SYSTEM | LABEL  # a piece of a long name, which an MSX passes over
KNOWN = READ_ONLY | HIDDEN | SYSTEM | FOLDER | ARCHIVE  # of a file or folder
LINKS = (b".          ", b"..         ")  # a folder's own two rows
FIRST, LAST_MOMENT = datetime(1980, 1, 1), datetime(2107, 12, 31, 23, 59, 58)


@dataclass(frozen=True)
class Entry:
    """A file or folder."""

    name: str  # NAME.EXT
    above: "Entry | None" = field(repr=False)  # the folder that it is in; None: the root
    attributes: int
    modified: datetime | None  # local time in steps of two seconds; None: not a time
    cluster: int  # the first one, or 0
    size: int  # bytes; 0 of a folder
    at: int  # where the row is in the image

    @property
    def path(self) -> str:
        """The names from the root on, parted by `/`."""
        return f"{self.above.path}/{self.name}" if self.above else self.name

    @property
    def is_folder(self) -> bool:
        """It has files of its own."""
        return bool(self.attributes & FOLDER)

    @property
    def flags(self) -> str:
        """The attributes as letters: folder, read-only, hidden, system, archive."""
        known = ((FOLDER, "d"), (READ_ONLY, "r"), (HIDDEN, "h"), (SYSTEM, "s"), (ARCHIVE, "a"))
        return "".join(letter if self.attributes & bit else "-" for bit, letter in known)


def parsed(row: bytes, above: Entry | None, at: int) -> Entry:
    """A row of a folder (None: the root) as an entry."""
    assert len(row) == ROW
    attributes = row[11]
    return Entry(
        name=names.from_row(row[:11]),
        above=above,
        attributes=attributes,
        modified=moment(row),
        cluster=int.from_bytes(row[26:28], "little"),
        size=0 if attributes & FOLDER else int.from_bytes(row[28:32], "little"),
        at=at,
    )


def built(
    raw: bytes, attributes: int, modified: datetime | None, cluster: int = 0, size: int = 0
) -> bytes:
    """The row of a file; a time out of 1980..2107 becomes the nearest one."""
    row = bytearray(raw.ljust(ROW, b"\0"))
    row[11] = attributes
    if modified is not None:
        when = min(max(modified.replace(tzinfo=None), FIRST), LAST_MOMENT)
        clock = when.hour << 11 | when.minute << 5 | when.second >> 1
        calendar = (when.year - 1980) << 9 | when.month << 5 | when.day
        row[22:26] = clock.to_bytes(2, "little") + calendar.to_bytes(2, "little")
    row[26:28] = cluster.to_bytes(2, "little")
    row[28:32] = size.to_bytes(4, "little")
    return bytes(row)


def moment(row: bytes) -> datetime | None:
    """When the file was last written, if that is a time at all."""
    clock, calendar = (int.from_bytes(row[at : at + 2], "little") for at in (22, 24))
    try:
        return datetime(
            1980 + (calendar >> 9),
            calendar >> 5 & 15,
            calendar & 31,
            clock >> 11,
            clock >> 5 & 63,
            (clock & 31) * 2,
        )
    except ValueError:
        return None


def is_used(row: bytes) -> bool:
    """A row of a file or folder, no deleted one, label or piece of a long name."""
    return row[0] not in (0, names.DELETED) and not row[11] & LABEL
