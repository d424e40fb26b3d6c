"""One track of a double-density disk as the bytes that pass the head in one turn.

Layout: IBM System 34 (ISO 5652), the one that MSX disks are formatted with. 300 turns a minute at
250 kbit/s make 6250 bytes a turn.
"""

from typing import NamedTuple

TRACK_BYTES = 6250
SECTOR_BYTES = 512
SIZE_CODE = 2  # 128 << 2 bytes a sector

PREAMBLE = 80 + 12 + 4 + 50  # gap 4a, sync, index mark, gap 1
ID_FIELD = 12 + 4 + 4 + 2  # sync, ID mark, cylinder side record size, CRC
GAP_2 = 22
DATA_MARK = 12 + 4  # sync, data mark
GAP_3 = 84
SECTOR_SPAN = ID_FIELD + GAP_2 + DATA_MARK + SECTOR_BYTES + 2 + GAP_3

MARK_A1 = 0xF5  # what a program writes to get an A1h with a missing clock; it also presets the CRC
MARK_CRC = 0xF7  # two bytes on the disk
ID_MARK = 0xFE
DATA_MARKS = (0xF8, 0xFB)


class Formatted(NamedTuple):
    """A sector that a Write Track left on the track."""

    cylinder: int
    side: int
    record: int
    data: bytes


def id_start(index: int) -> int:
    """The byte of the turn at which the ID field of the `index`-th sector (from 0) starts."""
    return PREAMBLE + index * SECTOR_SPAN


def crc(data: bytes) -> int:
    """CRC-CCITT as the controller computes it: x16 + x12 + x5 + 1, preset to ones."""
    value = 0xFFFF
    for byte in data:
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value


def with_crc(data: bytes) -> bytes:
    """`data` and its CRC, high byte first."""
    return data + crc(data).to_bytes(2, "big")


def id_field(cylinder: int, side: int, record: int) -> bytes:
    """The six bytes after an ID mark: cylinder, side, record, size code, CRC."""
    fields = bytes((cylinder, side, record, SIZE_CODE))
    return with_crc(b"\xa1\xa1\xa1\xfe" + fields)[4:]


def compose(cylinder: int, side: int, sectors: list[bytes]) -> bytes:
    """The whole turn, from the index hole on, with `sectors` as records 1 to n."""
    gap = b"\x4e"
    turn = gap * 80 + bytes(12) + b"\xc2\xc2\xc2\xfc" + gap * 50
    for record, data in enumerate(sectors, start=1):
        turn += bytes(12) + b"\xa1\xa1\xa1\xfe" + id_field(cylinder, side, record) + gap * GAP_2
        turn += bytes(12) + with_crc(b"\xa1\xa1\xa1\xfb" + data) + gap * GAP_3
    return turn.ljust(TRACK_BYTES, gap)[:TRACK_BYTES]


def parse(written: bytes) -> list[Formatted]:
    """The 512-byte sectors in the bytes that a program gave to a Write Track command.

    A sector counts if its ID field and its data field both end in a CRC (F7h).
    """
    found = []
    fields = None
    at = 0
    while at < len(written) - 1:
        marked = written[at] == MARK_A1
        at += 1
        if not marked:
            continue
        if written[at] == ID_MARK:
            whole = written[at + 5 : at + 6] == bytes((MARK_CRC,))
            fields = written[at + 1 : at + 5] if whole and written[at + 4] == SIZE_CODE else None
        elif written[at] in DATA_MARKS and fields is not None:
            data = written[at + 1 : at + 1 + SECTOR_BYTES]
            end = at + 1 + SECTOR_BYTES
            if written[end : end + 1] == bytes((MARK_CRC,)):
                found.append(Formatted(fields[0], fields[1], fields[2], data))
            fields = None
    return found
