"""One walk through a disk: its folders, chains and lost clusters, mended on the way."""

from collections import deque
from dataclasses import dataclass

from machine.fat import directory, heading, long_names, names
from machine.fat.directory import Entry
from machine.fat.heading import Fault
from machine.fat.layout import ROW
from machine.fat.table import BAD, FREE, LAST
from machine.fat.volume import Volume

KINDS = directory.FOLDER | directory.LABEL
KEPT_OF_LABEL = directory.ARCHIVE
NO_SHORT_NAME = 0x20  # at 12 in a row, for others than an MSX
ALIKE = 2  # of the four names and clusters in a folder's own rows, so that it is taken for a folder


@dataclass
class _Chain:
    """Clusters of a file: nobody else's, then those that an earlier file has."""

    own: list[int]
    shared: list[int]
    why: str  # it ends; "" if as it should


class Survey:
    """One walk through a disk, with one of its FATs, mending on the way.

    `faults` is what there was to mend, `in_files` how much of that was not in the disk's heading.
    """

    def __init__(self, volume: Volume, copy: int) -> None:
        self.volume = volume
        self.faults: list[Fault] = [
            *heading.mend_fats(volume, copy),
            *heading.mend_descriptions(volume),
        ]
        said = len(self.faults)
        self._table = self.volume.table
        self._step = self.volume.layout.step
        self._owner: dict[int, str] = {}
        self._excess: set[int] = set()
        self._crossed: list[tuple[Entry, _Chain]] = []
        self._folders: deque[Entry | None] = deque([None])
        self._has_label = False
        seen = self._walk()
        while sum(self._see_rest(folder) for folder in seen):
            seen += self._walk()
        self._table.release(sorted(self._excess - self._owner.keys()))
        for folder in seen:
            self._see_long_names(folder)
        self._see_lost_clusters()
        for entry, chain in self._crossed:
            self._give_copies(entry, chain)
        self.in_files = len(self.faults) - said
        self.faults += heading.mend_name(volume)

    def _fault(self, text: str, *, serious: bool = False) -> None:
        self.faults.append(Fault(text, serious))

    def _row(self, at: int) -> bytes:
        return bytes(self.volume.image[at : at + ROW])

    def _walk(self) -> list[Entry | None]:
        """Sees the folders that were found and those in them; all of these."""
        walked = []
        while self._folders:
            walked.append(self._folders.popleft())
            self._see_folder(walked[-1])
        return walked

    def _see_folder(self, folder: Entry | None) -> None:
        there: list[Entry] = []
        for index, at in enumerate(self.volume.rows(folder)):
            row = self._row(at)
            if folder is not None and index < len(directory.LINKS):
                self._see_link(folder, index, at)
            elif row[0] == 0:
                break
            elif directory.is_used(row) or self._see_label(folder, row, at):
                there.append(directory.parsed(self._row(at), folder, at))
        self._see_entries(there, set())

    def _see_entries(self, there: list[Entry], seen: set[str]) -> None:
        """Rows of a folder; `seen`: the names in it before them."""
        taken = seen | {entry.name for entry in there}
        for entry in there:
            named = self._see_name(entry, seen, taken)
            seen.add(named.name)
            if named.is_folder:
                self._see_inner_folder(named)
            else:
                self._see_file(named)

    def _see_label(self, folder: Entry | None, row: bytes, at: int) -> bool:
        """The disk's name. A row of one that has clusters is a file; True if it has become one."""
        attributes = row[11]
        if row[0] == names.DELETED or attributes == directory.LONG_NAME:
            return False
        entry = directory.parsed(row, folder, at)
        if row[26:28] != bytes(2):
            self._fault(f"{entry.path}: marked as the disk's name, but has clusters")
            self.volume.image[at + 11] = attributes & ~directory.LABEL
            return True
        if folder is not None or self._has_label:
            self._fault(f"{entry.path}: a second name of the disk")
            self.volume.image[at] = names.DELETED
            return False
        self._has_label = True
        right = names.mended_label(row[:11]) + bytes(
            (attributes & KEPT_OF_LABEL | directory.LABEL,)
        )
        if row[:12] != right or row[28:] != bytes(4):
            self._fault(f"{entry.path}: no name for a disk")
            self.volume.put(at, right)
            self.volume.put(at + 28, bytes(4))
        return False

    def _see_link(self, folder: Entry, index: int, at: int) -> None:
        above = folder.above.cluster if folder.above else 0
        right = (folder.cluster, above)[index].to_bytes(2, "little") + bytes(4)
        row = self._row(at)
        if not _is_link(row, index) or row[12] & NO_SHORT_NAME:
            self._fault(f"{folder.path}: its {'.' * (index + 1)} is something else")
            self.volume.put(at, directory.LINKS[index] + bytes((directory.FOLDER, 0)))
            self.volume.put(at + 26, right)
        elif row[26:] != right:
            self._fault(f"{folder.path}: its {'.' * (index + 1)} is another folder")
            self.volume.put(at + 26, right)

    def _see_rest(self, folder: Entry | None) -> bool:
        """Rows behind a folder's end, which an MSX does not see; True if something came back.

        A file or folder that is whole, and whose clusters nobody else has, was cut off by that end,
        and with it the empty files there.
        """
        rows = self.volume.rows(folder)
        end = next((n for n, at in enumerate(rows) if self._row(at)[0] == 0), len(rows))
        rest = [at for at in rows[end:] if self._row(at)[0] not in (0, names.DELETED)]
        if not rest:
            return False
        back = [at for at in rest if self._is_whole(directory.parsed(self._row(at), folder, at))]
        if not any(self._row(at)[26:28] != bytes(2) for at in back):
            back = []
        if back:
            self._fault(f"{_place(folder)}: ends before {_counted(len(back), 'file')} that it has")
        if len(rest) > len(back):
            self._fault(
                f"{_place(folder)}: {_counted(len(rest) - len(back), 'row')} behind its end"
            )
        for at in rest:
            if at not in back:
                self.volume.put(at, bytes(ROW))
        for at in rows[end : rows.index(back[-1]) if back else end]:
            if self.volume.image[at] == 0:
                self.volume.image[at] = names.DELETED
        there = [entry for entry in self.volume.within(folder) if entry.at in back]
        others = {entry.name for entry in self.volume.within(folder) if entry.at not in back}
        self._see_entries(there, others)
        return bool(back)

    def _is_whole(self, entry: Entry) -> bool:
        row = self._row(entry.at)
        chain = self._follow(entry.cluster)
        if names.is_faulty(row[:11]) or row[11] & ~directory.KNOWN or chain.why or chain.shared:
            return False
        if entry.is_folder:
            return bool(chain.own) and self._is_folder(entry, chain)
        return len(chain.own) == -(-entry.size // self._step)

    def _see_long_names(self, folder: Entry | None) -> None:
        strays = [*long_names.strays(self.volume.image, self.volume.rows(folder))]
        if strays:
            self._fault(
                f"{_place(folder)}: {_counted(len(strays), 'row')} of long names that no file has"
            )
        for at in strays:
            self.volume.image[at] = names.DELETED

    def _see_name(self, entry: Entry, seen: set[str], taken: set[str]) -> Entry:
        raw = bytes(self.volume.image[entry.at : entry.at + 11])
        if entry.name in seen:
            self._fault(f"{entry.path}: a second one of that name")
        elif names.is_faulty(raw) or raw in directory.LINKS:
            self._fault(f"{entry.path}: no program can say that name")
        else:
            if self.volume.image[entry.at + 12] & NO_SHORT_NAME:
                self._fault(f"{entry.path}: marked as a file without a short name")
                self.volume.image[entry.at + 12] = 0
            return entry
        self.volume.put(entry.at, names.mended(raw, taken) + bytes((entry.attributes, 0)))
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
        if not self._is_folder(entry, chain):
            self._fault(f"{entry.path}: no folder; it becomes a file", serious=True)
            self.volume.image[entry.at + 11] = entry.attributes & ~directory.FOLDER
            self._keep(entry, chain, len(chain.own) * self._step)
            return
        if any(self.volume.image[entry.at + 28 : entry.at + ROW]):
            self._fault(f"{entry.path}: a folder with a size")
        self._keep(entry, chain, 0)
        self._folders.append(entry)

    def _is_folder(self, entry: Entry, chain: _Chain) -> bool:
        """What a chain begins with is, as to names and clusters, mostly a folder's own two rows."""
        start = self.volume.layout.offset(chain.own[0])
        above = entry.above.cluster if entry.above else 0
        alike = 0
        for index, cluster in enumerate((chain.own[0], above)):
            row = self._row(start + index * ROW)
            alike += _is_link(row, index) + (row[26:28] == cluster.to_bytes(2, "little"))
        return alike >= ALIKE

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


def _is_link(row: bytes, index: int) -> bool:
    return row[:11] == directory.LINKS[index] and row[11] & KINDS == directory.FOLDER


def _counted(number: int, what: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{number} {what}{'s' * (number != 1)}"


def _place(folder: Entry | None) -> str:
    return "the root" if folder is None else folder.path
