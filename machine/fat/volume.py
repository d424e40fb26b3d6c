r"""A FAT12 disk as a tree of files, read and changed in memory.

Paths are `FOLDER/NAME.EXT`, small letters or capitals, `\` as good as `/`; "" is the root.
"""

from collections.abc import Iterator
from datetime import datetime

from machine.charsets import capitals
from machine.core.errors import Refused
from machine.fat import directory, long_names, names
from machine.fat.directory import Entry
from machine.fat.layout import ROW, Layout, layout_of
from machine.fat.table import Table
from machine.media.dsk import EXTENDED, NO_NAME, SECTOR_SIZE

LONGEST_PATH = 63  # characters; MSX-DOS 2 Program Interface Specification, "whole path"


class Volume:
    """The file system in an image.

    Refused is raised for what the user or the disk did; the image is then as it was. A change goes
    to `image` at once; `bytes(volume.image)` is the disk.
    """

    def __init__(self, image: bytes, name: str = "the disk", layout: Layout | None = None) -> None:
        self.layout = layout or layout_of(image, name)
        self.image = bytearray(image)
        self.name = name
        self.table = Table(self.image, self.layout)

    @property
    def free(self) -> int:
        """Bytes that files can still get."""
        return len(self.table.free()) * self.layout.step

    @property
    def label(self) -> str:
        """The disk's name, or ""."""
        row = self.label_row()
        return "" if row is None else names.from_label(bytes(self.image[row : row + 11]))

    def entries(self, path: str = "") -> list[Entry]:
        """The files and folders in a folder, in the disk's order. Refused if it is none."""
        return self.within(self.folder(path))

    def find(self, path: str) -> Entry | None:
        """The file or folder at a path, if there is one; None for the root, too."""
        found: Entry | None = None
        for part in parts(path):
            if found is not None and not found.is_folder:
                return None
            wanted = capitals(part)
            inside = (entry for entry in self.within(found) if capitals(entry.name) == wanted)
            found = next(inside, None)
            if found is None:
                return None
        return found

    def folder(self, path: str) -> Entry | None:
        """The folder at a path, None for the root. Refused if there is no such folder."""
        found = self.find(path)
        if parts(path) and (found is None or not found.is_folder):
            raise Refused(f"{self.name} has no folder {path}; list it to see what it has.")
        return found

    def walk(self, path: str = "") -> Iterator[Entry]:
        """What is in a folder and in its folders, each folder before what is in it."""
        waiting = [iter(self.entries(path))]
        seen: set[int] = set()
        while waiting:
            entry = next(waiting[-1], None)
            if entry is None:
                waiting.pop()
                continue
            yield entry
            if entry.is_folder:
                if entry.cluster in seen:
                    raise Refused(f"{entry.path} is damaged: it is in itself; check the disk.")
                seen.add(entry.cluster)
                waiting.append(iter(self.within(entry)))

    def read(self, path: str) -> bytes:
        """A file's contents. Refused if there is no such file or it is damaged."""
        return self.contents(self._file(path))

    def contents(self, entry: Entry) -> bytes:
        """The contents of a file that `list`, `find` or `walk` gave."""
        clusters = self.table.chain(entry.cluster, entry.path)
        if entry.size > len(clusters) * self.layout.step:
            raise Refused(f"{entry.path} is damaged: it is cut off; check the disk.")
        pieces = (self._cluster(cluster) for cluster in clusters)
        return b"".join(pieces)[: entry.size]

    def write(
        self,
        path: str,
        data: bytes,
        modified: datetime | None = None,
        attributes: int = directory.ARCHIVE,
    ) -> Entry:
        """Makes a file or replaces one; the last part of `path` must be an 8.3 name.

        Refused if it does not fit on the disk, a folder of that name is there, the one that is
        there is read-only, or the path is no good.
        """
        folder, name = self._place(path)
        old = self.find(path)
        if old is not None and (old.is_folder or old.attributes & directory.READ_ONLY):
            what = "a folder" if old.is_folder else "read-only"
            raise Refused(f"{old.path} on {self.name} is {what}; delete it or choose another name.")
        had = self.table.chain(old.cluster, old.path) if old else []
        free = sorted([*had, *self.table.free()])
        count = -(-len(data) // self.layout.step)
        growth = 0 if old else self._growth(folder)
        if count + growth > len(free):
            raise Refused(
                f"{self.name} is full: {path} needs {count * self.layout.step} bytes,"
                f" {len(free) * self.layout.step} are free; delete something or take another disk."
            )
        at = old.at if old else self.new_row(folder)
        self.table.release(had)
        clusters = self.table.free()[:count]
        self.table.link(clusters)
        for number, cluster in enumerate(clusters):
            piece = data[number * self.layout.step : (number + 1) * self.layout.step]
            self.put(self.layout.offset(cluster), piece.ljust(self.layout.step, b"\0"))
        first = clusters[0] if clusters else 0
        row = directory.built(names.to_row(name), attributes, modified, first, len(data))
        self.put(at, row)
        return directory.parsed(row, folder, at)

    def make_folder(self, path: str, modified: datetime | None = None) -> None:
        """Makes a folder. Refused if something is there, there is no room, or the path is bad."""
        folder, name = self._place(path)
        if self.find(path) is not None:
            raise Refused(f"{self.name} has a {path} already; choose another name.")
        free = self.table.free()
        if len(free) < 1 + self._growth(folder):
            raise Refused(f"{self.name} is full; delete something or take another disk.")
        at = self.new_row(folder)
        cluster = self.table.free()[0]
        self.table.link([cluster])
        above = folder.cluster if folder else 0
        dots = [
            directory.built(raw, directory.FOLDER, modified, number)
            for raw, number in zip(directory.LINKS, (cluster, above), strict=True)
        ]
        self.put(self.layout.offset(cluster), b"".join(dots).ljust(self.layout.step, b"\0"))
        self.put(at, directory.built(names.to_row(name), directory.FOLDER, modified, cluster))

    def delete(self, entry: Entry, *, read_only: bool = False) -> None:
        """Deletes a file or an empty folder.

        Refused if it is read-only (unless these are to go, too), damaged or not empty.
        """
        if entry.attributes & directory.READ_ONLY and not read_only:
            raise Refused(f"{entry.path} on {self.name} is read-only; `rm -f` deletes it, too.")
        if entry.is_folder and self.within(entry):
            raise Refused(f"{entry.path} on {self.name} is not empty; delete what is in it first.")
        self.table.release(self.table.chain(entry.cluster, entry.path))
        rows = self.rows(entry.above)
        at = rows.index(entry.at)
        self.image[entry.at] = names.DELETED
        while at and long_names.is_piece(
            self._row(rows[at - 1])
        ):  # the pieces of its long name go with it
            at -= 1
            self.image[rows[at]] = names.DELETED

    def set_label(self, text: str, modified: datetime | None = None) -> None:
        """Gives the disk a name of up to eleven characters, or none. Refused if it is no name."""
        raw = names.to_label(text) if text else NO_NAME
        at = self.label_row()
        if text:
            self.put(
                self.new_row(None) if at is None else at,
                directory.built(raw, directory.LABEL, modified),
            )
        elif at is not None:
            self.image[at] = names.DELETED
        if self.image[0x26:0x27] == EXTENDED and self.image[0x36:0x39] == b"FAT":
            self.put(0x2B, raw)  # the same in the boot sector, where it has a place for it

    def rows(self, folder: Entry | None) -> list[int]:
        """Where the rows of a folder are, used or not."""
        layout = self.layout
        if folder is None:
            start = layout.root * SECTOR_SIZE
            return [*range(start, start + layout.entries * ROW, ROW)]
        return [
            at
            for cluster in self.table.chain(folder.cluster, folder.path)
            for at in range(layout.offset(cluster), layout.offset(cluster) + layout.step, ROW)
        ]

    def new_row(self, folder: Entry | None) -> int:
        """Where a new row can stand; a folder grows for it, for the root there must be room."""
        rows = self.rows(folder)
        for index, at in enumerate(rows):
            if self.image[at] == names.DELETED:
                return at
            if self.image[at] == 0:
                for later in rows[index + 1 :]:  # what is behind the end may be anything
                    self.image[later] = 0
                return at
        assert folder is not None
        cluster = self.table.free()[0]
        self.table.link([*self.table.chain(folder.cluster, folder.path), cluster])
        self.put(self.layout.offset(cluster), bytes(self.layout.step))
        return self.layout.offset(cluster)

    def put(self, at: int, data: bytes) -> None:
        """Replaces bytes of the image."""
        self.image[at : at + len(data)] = data

    def _file(self, path: str) -> Entry:
        entry = self.find(path)
        if entry is None or entry.is_folder:
            raise Refused(f"{self.name} has no file {path}; list it to see what it has.")
        return entry

    def _place(self, path: str) -> tuple[Entry | None, str]:
        """The folder (None: the root) and name of a new file."""
        names_of = parts(path)
        if not names_of:
            raise Refused(f"A file on {self.name} needs a name; say which.")
        name = capitals(names_of[-1])
        if names.fitted(name) != name:
            raise Refused(
                f"{names_of[-1]} is no name of an MSX disk: eight characters, a dot and three;"
                f" {names.fitted(name)} would be one."
            )
        if len("/".join(names_of)) > LONGEST_PATH:
            raise Refused(f"{path} is longer than {LONGEST_PATH} characters; choose a shorter one.")
        return self.folder("/".join(names_of[:-1])), name

    def within(self, folder: Entry | None) -> list[Entry]:
        """The files and folders in a folder, None: the root."""
        found = []
        for at in self.rows(folder):
            row = bytes(self.image[at : at + ROW])
            if row[0] == 0:
                break
            if directory.is_used(row) and row[:11] not in directory.LINKS:
                found.append(directory.parsed(row, folder, at))
        return found

    def _growth(self, folder: Entry | None) -> int:
        """Clusters that one more row takes: 0 or 1. Refused if it is the root and that is full."""
        if any(self.image[at] in (0, names.DELETED) for at in self.rows(folder)):
            return 0
        if folder is None:
            raise Refused(
                f"The root of {self.name} is full ({self.layout.entries} names);"
                " delete something or put it into a folder."
            )
        return 1

    def label_row(self) -> int | None:
        """Where the row with the disk's name is."""
        for at in self.rows(None):
            row = self.image[at : at + ROW]
            if row[0] == 0:
                return None
            if row[0] != names.DELETED and row[11] & directory.LONG_NAME == directory.LABEL:
                return at
        return None

    def _row(self, at: int) -> bytes:
        return bytes(self.image[at : at + ROW])

    def _cluster(self, cluster: int) -> bytes:
        start = self.layout.offset(cluster)
        return bytes(self.image[start : start + self.layout.step])


def parts(path: str) -> list[str]:
    """The names in a path."""
    return [part for part in path.replace("\\", "/").split("/") if part]
