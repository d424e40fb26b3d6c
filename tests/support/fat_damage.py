"""Disks, and what can go wrong on them: each kind of damage by itself, drawn by lot."""

from collections.abc import Callable
from random import Random

from machine.core.errors import Refused
from machine.fat import Entry, Volume, directory, long_names, names
from machine.fat.layout import ROW
from machine.media.dsk import SECTOR_SIZE, SIZES, blank

Damage = Callable[[Volume, Random], None]


def filled(lot: Random) -> Volume:
    """A disk of any size with files, folders, long names, deleted rows and a name, or some of that."""
    volume = Volume(blank(lot.choice(SIZES)).contents())
    folders = [""]
    if lot.random() < 0.5:
        volume.set_label(lot.choice(("DATA", "MY DISK", "ELEVENCHARS")))
    for number in range(lot.randrange(1, 30)):
        above = lot.choice(folders)
        path = f"{above}/F{number}.BIN" if above else f"F{number}.BIN"
        if lot.random() < 0.2 and path.count("/") < 5:
            path = path.replace(".BIN", "")
            if volume.free >= 2 * volume.layout.step:
                volume.make_folder(path)
                folders.append(path)
            continue
        data = bytes([number + 1]) * lot.choice((0, 1, 511, 3000, 9000, 20_000))
        if len(data) + 2 * volume.layout.step <= volume.free:
            if lot.random() < 0.1:
                _long_name(volume, above, f"a long name of number {number}", path)
            volume.write(path, data)
    for entry in list(volume.walk()):
        if not entry.is_folder and lot.random() < 0.15:
            volume.delete(entry)
    if lot.random() < 0.1 and volume.free:
        volume.write("ALL.BIN", b"!" * volume.free)
    return volume


def _long_name(volume: Volume, above: str, text: str, path: str) -> None:
    """The rows of a long name, last piece first, to stand before the row of `path`."""
    raw = names.to_row(path.rpartition("/")[2])
    mark = long_names.checksum(raw)
    pieces = [text[at : at + 13] for at in range(0, len(text), 13)]
    for number in range(len(pieces), 0, -1):
        units = [ord(char) for char in pieces[number - 1]]
        units += [0] * (len(units) < 13)
        units += [0xFFFF] * (13 - len(units))
        coded = b"".join(unit.to_bytes(2, "little") for unit in units)
        order = number | 0x40 * (number == len(pieces))
        row = bytes((order,)) + coded[:10] + bytes((directory.LONG_NAME, 0, mark))
        volume.put(volume.new_row(volume.folder(above)), row + coded[10:22] + bytes(2) + coded[22:])


def _entries(volume: Volume) -> list[Entry]:
    return list(volume.walk())


def _folders(volume: Volume) -> list[Entry]:
    return [entry for entry in _entries(volume) if entry.is_folder and volume.rows(entry)]


def _some(volume: Volume, lot: Random) -> Entry | None:
    entries = _entries(volume)
    return lot.choice(entries) if entries else None


def _word(volume: Volume, at: int, value: int) -> None:
    volume.put(at, value.to_bytes(2, "little"))


def _cluster(volume: Volume, lot: Random) -> int:
    """A number of a cluster, mostly one that there is and is taken."""
    taken = [n for n in volume.table.numbers() if volume.table[n]]
    if taken and lot.random() < 0.7:
        return lot.choice(taken)
    return lot.choice((lot.randrange(0x1000), 0, 1, 0xFF0, 0xFF7, volume.layout.clusters + 2))


def fat_bytes(volume: Volume, lot: Random) -> None:
    """Bytes in a FAT, in one or both."""
    layout = volume.layout
    size = lot.choice((3, 30, layout.fat * SECTOR_SIZE))
    at = lot.randrange(size)
    data = lot.randbytes(lot.choice((1, 2, 3, 16)))
    for copy in lot.choice(([0], [1], [0, 1])):
        start = (layout.reserved + copy * layout.fat) * SECTOR_SIZE
        volume.put(start + at, data[: layout.fat * SECTOR_SIZE - at])


def fat_entries(volume: Volume, lot: Random) -> None:
    """Entries of the FAT: crossings, circles, ends, bad clusters, taken ones of no file."""
    for _ in range(lot.choice((1, 1, 2, 5))):
        cluster = _cluster(volume, lot)
        if cluster in volume.table.numbers():
            value = lot.choice((0, 1, 0xFF7, 0xFFF, cluster, _cluster(volume, lot) & 0xFFF))
            volume.table[cluster] = value


def fat_lost(volume: Volume, lot: Random) -> None:
    """A FAT full of something else."""
    layout = volume.layout
    copy = lot.choice((0, 1))
    start = (layout.reserved + copy * layout.fat) * SECTOR_SIZE
    filler = lot.choice((b"\0", b"\xff", b"\xe5", b"\xf6"))
    begin = lot.choice((0, 3))
    volume.put(start + begin, filler * (layout.fat * SECTOR_SIZE - begin))


def row_bytes(volume: Volume, lot: Random) -> None:
    """Bytes of a row in a directory."""
    entry = _some(volume, lot)
    if entry is not None:
        at = lot.randrange(ROW)
        volume.put(entry.at + at, lot.randbytes(lot.choice((1, 1, 2, 8)))[: ROW - at])


def row_name(volume: Volume, lot: Random) -> None:
    """A name that is none, that another file has, or that says that the row is something else."""
    entry, other = _some(volume, lot), _some(volume, lot)
    if entry is None or other is None:
        return
    raw = bytearray(volume.image[entry.at : entry.at + 11])
    kind = lot.randrange(5)
    if kind == 0:
        raw = volume.image[other.at : other.at + 11]
    elif kind == 1:
        raw[lot.randrange(11)] = lot.choice(b'/:*?"<>|\\.,;=+[]\0\x01\x05\x1f\x7f\x80\xe5\xff aZ')
    elif kind == 2:
        raw = bytearray(
            lot.choice((*directory.LINKS, b"           ", b"\x05ABC    BIN", bytes(11)))
        )
    elif kind == 3:
        raw[0] = lot.choice(b"\0\xe5\x05 .\x01")
    else:
        raw = bytearray(lot.randbytes(11))
    volume.put(entry.at, bytes(raw))


def row_numbers(volume: Volume, lot: Random) -> None:
    """Attributes, first cluster, size or time of a row."""
    entry = _some(volume, lot)
    if entry is None:
        return
    kind = lot.randrange(4)
    if kind == 0:
        volume.image[entry.at + 11] = lot.choice((0x08, 0x0F, 0x10, 0x18, 0x20, 0x30, 0x40, 0xFF))
    elif kind == 1:
        _word(volume, entry.at + 26, _cluster(volume, lot))
    elif kind == 2:
        size = lot.choice((0, 1, entry.size + 1, entry.size * 2, 0x7FFFFFFF, 0xFFFFFFFF, 70_000))
        volume.put(entry.at + 28, size.to_bytes(4, "little"))
    else:
        volume.put(entry.at + 12, lot.randbytes(14))


def links(volume: Volume, lot: Random) -> None:
    """The rows `.` and `..` of a folder."""
    folders = _folders(volume)
    if not folders:
        return
    folder = lot.choice(folders)
    at = volume.rows(folder)[0] + lot.choice((0, ROW))
    kind = lot.randrange(5)
    if kind == 0:
        _word(volume, at + 26, _cluster(volume, lot))
    elif kind == 1:
        volume.image[at] = lot.choice(b"\0\xe5A ")
    elif kind == 2:
        volume.put(at, lot.randbytes(11))
    elif kind == 3:
        volume.image[at + 11] = lot.randrange(256)
    else:
        volume.put(at + 28, lot.randbytes(4))


def pieces_of_names(volume: Volume, lot: Random) -> None:
    """Pieces of long names: alone, in another order, of another file, at the end."""
    rows = volume.rows(volume.folder(""))
    kind = lot.randrange(3)
    pieces = [at for at in rows if volume.image[at + 11] == directory.LONG_NAME]
    if kind == 0 and pieces:
        at = lot.choice(pieces)
        volume.image[at + lot.randrange(ROW)] = lot.randrange(256)
        return
    at = lot.choice(rows)
    row = bytearray(lot.randbytes(ROW))
    row[0] = lot.choice((0x41, 0x42, 0x01, 0x02, 0x54, 0x40, row[0] or 1))
    row[11:13] = bytes((directory.LONG_NAME, lot.choice((0, 0, 0, 7))))
    if lot.random() < 0.7:
        row[26:28] = bytes(2)
    volume.put(at, bytes(row))


def labels(volume: Volume, lot: Random) -> None:
    """Rows of the disk's name: a second one, one in a folder, a strange one, one with clusters."""
    folder = lot.choice([None, *_folders(volume)])
    raw = lot.choice(
        (b"ANOTHER    ", b"NO NAME    ", b"           ", lot.randbytes(11), b"small name ")
    )
    row = bytearray(directory.built(raw, directory.LABEL | lot.choice((0, 0, 0x20, 0x10)), None))
    if lot.random() < 0.3:
        row[26:32] = lot.randbytes(6)
    volume.put(lot.choice(volume.rows(folder)), bytes(row))


def twice(volume: Volume, lot: Random) -> None:
    """A row copied over another one: two files of a name with the same clusters."""
    entry, other = _some(volume, lot), _some(volume, lot)
    if entry is not None and other is not None:
        volume.put(other.at, bytes(volume.image[entry.at : entry.at + ROW]))


def gone(volume: Volume, lot: Random) -> None:
    """A row deleted without its clusters, or brought back without them."""
    folder = lot.choice([None, *_folders(volume)])
    at = lot.choice(volume.rows(folder))
    volume.image[at] = 0xE5 if volume.image[at] not in (0, 0xE5) else ord("X")


def rest(volume: Volume, lot: Random) -> None:
    """Rows behind the end of a directory, or an end in its middle."""
    folder = lot.choice([None, *_folders(volume)])
    rows = volume.rows(folder)
    if lot.random() < 0.5:
        volume.image[lot.choice(rows)] = 0
    else:
        volume.put(rows[-1], lot.randbytes(ROW))


def boot_bytes(volume: Volume, lot: Random) -> None:
    """Bytes of the boot sector."""
    at = lot.choice((lot.randrange(0x0B, 0x1E), lot.randrange(0x40), lot.randrange(SECTOR_SIZE)))
    data = lot.choice((bytes, lot.randbytes))(lot.choice((1, 1, 2, 4)))
    volume.put(at, data)


def anywhere(volume: Volume, lot: Random) -> None:
    """Bytes anywhere, or a whole sector."""
    if lot.random() < 0.3:
        sector = lot.randrange(min(40, volume.layout.total))
        volume.put(sector * SECTOR_SIZE, lot.choice((bytes, lot.randbytes))(SECTOR_SIZE))
    else:
        at = lot.randrange(len(volume.image) - 16)
        volume.put(at, lot.randbytes(16))


KINDS: tuple[Damage, ...] = (
    fat_bytes, fat_entries, fat_lost, row_bytes, row_name, row_numbers, links, pieces_of_names, labels,
    twice, gone, rest, boot_bytes, anywhere,
)  # fmt: skip


def damaged(volume: Volume, lot: Random) -> list[str]:
    """Hurts a disk in one to six ways; their names. What finds nothing to hurt any more does nothing."""
    kinds = [lot.choice(KINDS) for _ in range(lot.choice((1, 1, 1, 2, 3, 6)))]
    for kind in kinds:
        try:
            kind(volume, lot)
        except Refused:  # the disk is too damaged already to find files on it
            continue
    return [kind.__name__ for kind in kinds]
