"""What is wrong with a disk's file system, and mending it.

A check mends a copy and tells what there was to mend, so that both see the same. What mending keeps:
the file that comes first keeps a cluster that two files have, the other one gets a copy of it; of a
chain that runs in a circle or leaves the disk, the part before; of a folder that is none, a file;
clusters of no file become files `LOSTnnnn.CHK` in the root. Of two FATs that differ, the one with
fewer faults is right.
"""

from collections import deque
from dataclasses import dataclass

from machine.core.errors import Refused
from machine.fat import directory, names
from machine.fat.directory import Entry
from machine.fat.layout import ROW, Layout, in_boot_sector, layouts_of, of_geometry
from machine.fat.table import BAD, END, FREE, LAST
from machine.fat.volume import Volume
from machine.media.dsk import GEOMETRIES, SECTOR_SIZE, boot_sector

FIELDS = slice(0x0B, 0x1E)  # of the boot sector
ROUNDS = 5  # a mended fault can bring others to light: a folder that was cut, a name it then takes


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong."""

    text: str  # a line
    serious: bool  # writing on such a disk can destroy what is whole


def faults(image: bytes, name: str = "the disk") -> list[Fault]:
    """What is wrong with a disk; Refused if it has no file system at all."""
    return _survey(image, name).faults


def repaired(image: bytes, name: str = "the disk") -> bytes:
    """The disk without its faults. Refused if it has no file system at all."""
    for _ in range(ROUNDS):
        survey = _survey(image, name)
        image = bytes(survey.volume.image)
        if not survey.faults:
            break
    return image


def refuse_damaged(image: bytes, name: str = "the disk") -> None:
    """Refused if the disk has faults that writing on it would make worse."""
    if any(fault.serious for fault in faults(image, name)):
        raise Refused(
            f"{name} is damaged, and writing on it could destroy more; check and repair it first."
        )


def _survey(image: bytes, name: str) -> "_Survey":
    """Of the divisions that the disk can have, and its FATs, those with fewest faults in files."""
    surveys = [
        _Survey(Volume(image, name, layout), copy)
        for layout in layouts_of(image, name)
        for copy in range(layout.fats)
    ]
    return min(surveys, key=lambda survey: survey.in_files)


@dataclass
class _Chain:
    """Clusters of a file: nobody else's, then those that an earlier file has."""

    own: list[int]
    shared: list[int]
    why: str  # it ends; "" if as it should


class _Survey:
    """One walk through a disk, with one of its FATs, mending on the way."""

    def __init__(self, volume: Volume, copy: int) -> None:
        self.volume = volume
        self.faults: list[Fault] = []
        self._table = self.volume.table
        self._step = self.volume.layout.step
        self._owner: dict[int, str] = {}
        self._excess: set[int] = set()
        self._crossed: list[tuple[Entry, _Chain]] = []
        self._folders: deque[Entry | None] = deque([None])
        self._see_fats(copy)
        self._see_descriptions()
        said = len(self.faults)
        while self._folders:
            self._see_folder(self._folders.popleft())
        self._table.release(sorted(self._excess - self._owner.keys()))
        self._see_lost_clusters()
        for entry, chain in self._crossed:
            self._give_copies(entry, chain)
        self.in_files = len(self.faults) - said

    def _fault(self, text: str, *, serious: bool = False) -> None:
        self.faults.append(Fault(text, serious))

    def _see_fats(self, copy: int) -> None:
        layout, image = self.volume.layout, self.volume.image
        starts = [(layout.reserved + n * layout.fat) * SECTOR_SIZE for n in range(layout.fats)]
        used = -(-(layout.clusters + 2) * 3 // 2)
        if len({bytes(image[start : start + used]) for start in starts}) > 1:
            self._fault("the two FATs differ", serious=True)
        table = bytes(image[starts[copy] : starts[copy] + layout.fat * SECTOR_SIZE])
        for start in starts:
            self.volume.put(start, table)

    def _see_descriptions(self) -> None:
        """The media descriptors and the fields of the boot sector."""
        layout, image = self.volume.layout, self.volume.image
        standard = [g for g in GEOMETRIES if of_geometry(g)[1:] == layout[1:]]
        right = [g.media for g in standard] or [layout.media]
        told = self._table[0] & 0xFF
        if told not in right:
            self._fault(f"the FAT has media byte {told:02X}h, not {right[0]:02X}h", serious=True)
            told = layout.media if layout.media in right else right[0]
        if (self._table[0], self._table[1]) != (0xF00 | told, END):
            if self._table[1] != END or self._table[0] >> 8 != 0xF:
                self._fault("the FAT does not begin with its media byte and FFFFh")
            self._table[0], self._table[1] = 0xF00 | told, END
        if not standard:
            return  # a division of its own, which only the boot sector knows
        fields = boot_sector(next((g for g in standard if g.media == told), standard[0]))[FIELDS]
        there = bytes(image[FIELDS])
        alike = sum(a == b != 0 for a, b in zip(there, fields, strict=True))
        begins = there[:2] == fields[:2]  # bytes of a sector
        if there == fields or not (begins or alike >= len(fields) // 3):
            return  # many disks have a program there, or nothing
        said = in_boot_sector(bytes(image))
        if said != Layout(told, *layout[1:]):
            possible = said is not None and said[1:] != layout[1:]
            self._fault("the boot sector describes another disk than this", serious=possible)
            self.volume.put(FIELDS.start, fields)

    def _see_folder(self, folder: Entry | None) -> None:
        rows = self.volume.rows(folder)
        there: list[Entry] = []
        for index, at in enumerate(rows):
            row = bytes(self.volume.image[at : at + ROW])
            if row[0] == 0:
                break
            if folder is not None and index < len(directory.LINKS):
                self._see_link(folder, index, at)
            elif directory.is_used(row) or self._see_label(folder, row, at):
                row = bytes(self.volume.image[at : at + ROW])
                there.append(directory.parsed(row, folder, at))
        taken = {entry.name for entry in there}
        seen: set[str] = set()
        for entry in there:
            named = self._see_name(entry, seen, taken)
            seen.add(named.name)
            if named.is_folder:
                self._see_inner_folder(named)
            else:
                self._see_file(named)

    def _see_label(self, folder: Entry | None, row: bytes, at: int) -> bool:
        """A row that names the disk but has clusters is a file; True if it has become one."""
        attributes = row[11]
        if row[0] == names.DELETED or attributes == directory.LONG_NAME or row[26:28] == bytes(2):
            return False
        entry = directory.parsed(row, folder, at)
        self._fault(f"{entry.path}: marked as the disk's name, but has clusters")
        self.volume.image[at + 11] = attributes & ~directory.LABEL
        return True

    def _see_link(self, folder: Entry, index: int, at: int) -> None:
        above = folder.above.cluster if folder.above else 0
        right = (folder.cluster, above)[index].to_bytes(2, "little") + bytes(4)
        if self.volume.image[at + 26 : at + ROW] != right:
            self._fault(f"{folder.path}: its {'.' * (index + 1)} is another folder")
            self.volume.put(at + 26, right)

    def _see_name(self, entry: Entry, seen: set[str], taken: set[str]) -> Entry:
        raw = bytes(self.volume.image[entry.at : entry.at + 11])
        if entry.name in seen:
            self._fault(f"{entry.path}: a second one of that name")
        elif names.is_faulty(raw) or raw in directory.LINKS:
            self._fault(f"{entry.path}: no program can say that name")
        else:
            return entry
        mended = names.mended(raw, taken)
        self.volume.put(entry.at, mended)
        row = bytes(self.volume.image[entry.at : entry.at + ROW])
        named = directory.parsed(row, entry.above, entry.at)
        taken.add(named.name)
        return named

    def _see_file(self, entry: Entry) -> None:
        chain = self._followed(entry)
        need = -(-entry.size // self._step)
        have = len(chain.own) + len(chain.shared)
        size = entry.size
        if have > need:
            if not chain.why:
                self._fault(f"{entry.path}: has clusters behind its end")
            self._excess.update(chain.own[need:])
            chain = _Chain(chain.own[:need], chain.shared[: max(0, need - len(chain.own))], "")
        elif have < need:
            size = have * self._step
            if not chain.why:
                self._fault(f"{entry.path}: {entry.size} bytes, but clusters for {size} only")
        self._keep(entry, chain, size)
        if chain.shared:
            self._crossed.append((entry, chain))

    def _see_inner_folder(self, entry: Entry) -> None:
        chain = self._followed(entry)
        if not chain.own:
            if not chain.why and not chain.shared:
                self._fault(f"{entry.path}: a folder without clusters", serious=True)
            self.volume.image[entry.at] = names.DELETED
            return
        start = self.volume.layout.offset(chain.own[0])
        links = [bytes(self.volume.image[start + n * ROW :][:12]) for n in (0, 1)]
        if links != [raw + bytes((directory.FOLDER,)) for raw in directory.LINKS]:
            self._fault(f"{entry.path}: no folder; it becomes a file", serious=True)
            self.volume.image[entry.at + 11] = entry.attributes & ~directory.FOLDER
            self._keep(entry, chain, len(chain.own) * self._step)
            return
        if any(self.volume.image[entry.at + 28 : entry.at + ROW]):
            self._fault(f"{entry.path}: a folder with a size")
        self._keep(entry, chain, 0)
        self._folders.append(entry)

    def _keep(self, entry: Entry, chain: _Chain, size: int) -> None:
        """Gives an entry its own clusters and its size."""
        self._table.link(chain.own)
        self._owner.update(dict.fromkeys(chain.own, entry.path))
        first = chain.own[0] if chain.own else 0
        self.volume.put(entry.at + 26, first.to_bytes(2, "little"))
        self.volume.put(entry.at + 28, size.to_bytes(4, "little"))

    def _followed(self, entry: Entry) -> _Chain:
        """An entry's chain, with a fault for what is wrong with it."""
        chain = self._follow(entry.cluster)
        if chain.shared:
            other = self._owner[chain.shared[0]]
            self._fault(f"{entry.path}: shares clusters with {other}", serious=True)
        elif chain.why:
            self._fault(f"{entry.path}: its chain {chain.why}", serious=True)
        return chain

    def _follow(self, first: int) -> _Chain:
        chain = _Chain([], [], "")
        seen: set[int] = set()
        cluster = first
        while first:
            if cluster in seen:
                chain.why = "runs in a circle"
            elif cluster not in self._table.numbers():
                chain.why = "leaves the disk"
            elif self._table[cluster] == BAD:
                chain.why = "has a bad cluster"
            if chain.why:
                break
            seen.add(cluster)
            (chain.shared if cluster in self._owner else chain.own).append(cluster)
            value = self._table[cluster]
            if value == FREE:
                chain.why = "ends in a free cluster"
            if value == FREE or value >= LAST:
                break
            cluster = value
        return chain

    def _see_lost_clusters(self) -> None:
        """Clusters that are taken, but in no file, become files."""
        table = self._table
        lost = {n for n in table.numbers() if table[n] not in (FREE, BAD)} - self._owner.keys()
        if not lost:
            return
        self._fault(f"{len(lost)} clusters are taken, but in no file")
        heads = sorted(lost - {table[cluster] for cluster in lost})
        taken = {entry.name for entry in self.volume.entries()}
        number = 0
        for head in [*heads, *sorted(lost)]:  # then what is left: circles
            if head not in lost:
                continue
            chain = []
            cluster = head
            while cluster in lost:
                lost.remove(cluster)
                chain.append(cluster)
                cluster = table[cluster]
            while (name := f"LOST{number:04}.CHK") in taken:
                number += 1
            taken.add(name)
            self._save(name, chain)

    def _save(self, name: str, clusters: list[int]) -> None:
        """Makes a file of clusters, or frees them if the root has no room for its name."""
        rows = self.volume.rows(None)
        if all(self.volume.image[at] not in (0, names.DELETED) for at in rows):
            self._table.release(clusters)
            return
        self._table.link(clusters)
        row = directory.built(
            names.to_row(name),
            directory.ARCHIVE,
            directory.FIRST,
            clusters[0],
            len(clusters) * self._step,
        )
        self.volume.put(self.volume.new_row(None), row)

    def _give_copies(self, entry: Entry, chain: _Chain) -> None:
        """Copies the clusters that an earlier file keeps, or cuts the file if there is no room."""
        free = self._table.free()[: len(chain.shared)]
        if len(free) < len(chain.shared):
            self._keep(entry, chain, min(entry.size, len(chain.own) * self._step))
            return
        for source, target in zip(chain.shared, free, strict=True):
            start = self.volume.layout.offset(source)
            data = bytes(self.volume.image[start : start + self._step])
            self.volume.put(self.volume.layout.offset(target), data)
        size = min(entry.size, (len(chain.own) + len(free)) * self._step)
        self._keep(entry, _Chain(chain.own + free, [], ""), size)
