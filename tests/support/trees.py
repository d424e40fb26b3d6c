"""Folders and files on FAT12 disks, written and read by a plain second implementation for tests."""

from collections.abc import Iterator

from machine.media.dsk import SECTOR_SIZE, Disk

FOLDER = 0x10
LABEL = 0x08
STAMP = b"\x21\x43\x65\x07"  # time and date of what is planted
LAST = 0xFFF


def packed(name: str) -> bytes:
    """ "A.TXT" as the eleven characters of a directory entry."""
    if name in (".", ".."):
        return name.encode().ljust(11)
    stem, _, kind = name.partition(".")
    assert 0 < len(stem) <= 8 and len(kind) <= 3, name
    return f"{stem:8}{kind:3}".encode("latin-1")


def plain(row: bytes) -> str:
    """The name in a directory entry as people write it."""
    stem, kind = row[:8].decode("latin-1").rstrip(), row[8:11].decode("latin-1").rstrip()
    stem = "\xe5" + stem[1:] if stem[:1] == "\x05" else stem
    return f"{stem}.{kind}" if kind else stem


class Volume:
    """The file system of a disk; changes go to it by `save`."""

    def __init__(self, disk: Disk) -> None:
        """Takes a formatted disk; its geometry is that of its size."""
        self.disk = disk
        geometry = disk.geometry
        self.step = geometry.cluster * SECTOR_SIZE
        self.directory = 1 + 2 * geometry.fat
        self.data = self.directory + geometry.entries * 32 // SECTOR_SIZE
        self.last = (geometry.total - self.data) // geometry.cluster + 1
        self.image = bytearray(disk.contents())
        size = geometry.fat * SECTOR_SIZE
        self.fats = [
            self.image[SECTOR_SIZE + n * size : SECTOR_SIZE + n * size + size] for n in (0, 1)
        ]

    def following(self, cluster: int) -> int:
        """The entry of a cluster in the first FAT."""
        pair = int.from_bytes(self.fats[0][cluster * 3 // 2 :][:2], "little")
        return pair >> 4 if cluster & 1 else pair & 0xFFF

    def link(self, cluster: int, following: int) -> None:
        """Sets the entry of a cluster."""
        at = cluster * 3 // 2
        pair = int.from_bytes(self.fats[0][at : at + 2], "little")
        odd = cluster & 1
        pair = (pair & 0x000F | following << 4) if odd else (pair & 0xF000 | following)
        self.fats[0][at : at + 2] = pair.to_bytes(2, "little")

    def free(self) -> list[int]:
        """The free clusters, in order."""
        return [n for n in range(2, self.last + 1) if not self.following(n)]

    def place(self, cluster: int) -> int:
        """The offset of a cluster in the image."""
        return (self.data + (cluster - 2) * self.disk.geometry.cluster) * SECTOR_SIZE

    def chain(self, first: int) -> Iterator[int]:
        """The clusters from `first` on. Asserts that they are of this disk and end."""
        seen = set()
        while first < 0xFF8:
            assert 2 <= first <= self.last, f"a chain leads to cluster {first:X}h"
            assert first not in seen, "a chain goes in a circle"
            seen.add(first)
            yield first
            first = self.following(first)

    def contents(self, first: int) -> bytes:
        """All bytes of a chain, that of the root directory for 0."""
        if not first:
            size = self.disk.geometry.entries * 32
            return bytes(self.image[self.directory * SECTOR_SIZE :][:size])
        return b"".join(self.image[self.place(n) :][: self.step] for n in self.chain(first))

    def store(self, data: bytes) -> int:
        """Writes `data` into free clusters; returns the first, 0 for no data."""
        count = -(-len(data) // self.step)
        chain = self.free()[:count]
        assert len(chain) == count, "the disk is full"
        for index, cluster in enumerate(chain):
            self.link(cluster, chain[index + 1] if index + 1 < count else LAST)
            piece = data[index * self.step :][: self.step].ljust(self.step, b"\0")
            self.image[self.place(cluster) : self.place(cluster) + self.step] = piece
        return chain[0] if chain else 0

    def rows(self, first: int) -> Iterator[tuple[int, bytes]]:
        """The used entries of a directory and where they lie in it."""
        data = self.contents(first)
        for at in range(0, len(data), 32):
            if not data[at]:
                break
            if data[at] != 0xE5:
                yield at, data[at : at + 32]

    def enter(self, folder: int, row: bytes) -> None:
        """Puts an entry into the first free place of a directory, which grows if it is full."""
        data = self.contents(folder)
        at = next((n for n in range(0, len(data), 32) if data[n] in (0, 0xE5)), None)
        if at is None:
            assert folder, "the root directory is full"
            added = self.store(bytes(self.step))
            self.link(list(self.chain(folder))[-1], added)
            at = len(data)
        if folder:
            cluster = list(self.chain(folder))[at // self.step]
            place = self.place(cluster) + at % self.step
        else:
            place = self.directory * SECTOR_SIZE + at
        self.image[place : place + 32] = row

    def folder(self, path: str) -> int:
        """The first cluster of a folder by its path, 0 for the root. Makes what is missing."""
        at = 0
        for name in filter(None, path.split("/")):
            found = [row for _, row in self.rows(at) if row[:11] == packed(name)]
            at = int.from_bytes(found[0][26:28], "little") if found else self._make(at, name)
        return at

    def _make(self, parent: int, name: str) -> int:
        first = self.store(bytes(self.step))
        for label, cluster in ((".", first), ("..", parent)):
            self.enter(first, entry(packed(label), FOLDER, cluster, 0))
        self.enter(parent, entry(packed(name), FOLDER, first, 0))
        return first

    def save(self) -> None:
        """Writes the changes to the disk."""
        size = len(self.fats[0])
        for copy in (0, 1):
            at = SECTOR_SIZE + copy * size
            self.image[at : at + size] = self.fats[0]
        for sector in range(self.disk.geometry.total):
            piece = bytes(self.image[sector * SECTOR_SIZE :][:SECTOR_SIZE])
            if piece != self.disk.read(sector):
                self.disk.write(sector, piece)


def entry(name: bytes, attributes: int, first: int, size: int) -> bytes:
    """A directory entry."""
    row = name + bytes((attributes,)) + bytes(10) + STAMP + first.to_bytes(2, "little")
    return row + size.to_bytes(4, "little")


def plant(disk: Disk, files: dict[str, bytes], attributes: int = 0) -> None:
    """Writes files by their paths ("DIR/A.TXT"); a path that ends with "/" is a folder."""
    volume = Volume(disk)
    for path, data in files.items():
        above, _, name = path.rpartition("/")
        folder = volume.folder(above)
        if name:
            volume.enter(folder, entry(packed(name), attributes, volume.store(data), len(data)))
    volume.save()


def tree(disk: Disk) -> dict[str, bytes]:
    """All files by their paths, and folders as "DIR/" with no bytes.

    Asserts that the file system is whole: equal FATs, chains as long as the files need, no cluster
    in two files, none that is taken but in no file, "." and ".." where they must lead.
    """
    volume = Volume(disk)
    assert volume.fats[0] == volume.fats[1], "the FATs differ"
    assert volume.fats[0][:3] == bytes((disk.geometry.media, 0xFF, 0xFF))
    found: dict[str, bytes] = {}
    taken: set[int] = set()
    _collect(volume, "", 0, 0, found, taken)
    lost = {n for n in range(2, volume.last + 1) if volume.following(n) not in (0, 0xFF7)} - taken
    assert not lost, f"clusters {sorted(lost)} are taken but in no file"
    return found


def _collect(
    volume: Volume, path: str, folder: int, parent: int, found: dict[str, bytes], taken: set[int]
) -> None:
    for _, row in volume.rows(folder):
        name, first = plain(row), int.from_bytes(row[26:28], "little")
        if row[11] & LABEL:
            continue
        if name in (".", ".."):
            assert first == (folder if name == "." else parent), f"{path}{name} leads elsewhere"
            continue
        chain = list(volume.chain(first)) if first else []
        assert not taken & set(chain), f"{path}{name} shares clusters with another file"
        taken.update(chain)
        assert path + name not in found, f"{path}{name} is there twice"
        if row[11] & FOLDER:
            found[f"{path}{name}/"] = b""
            _collect(volume, f"{path}{name}/", first, folder, found, taken)
            continue
        size = int.from_bytes(row[28:32], "little")
        fits = len(chain) == -(-size // volume.step)
        assert fits, f"the chain of {path}{name} does not fit its {size} bytes"
        found[path + name] = volume.contents(first)[:size] if first else b""
