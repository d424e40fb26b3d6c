"""Where the parts of a FAT12 file system lie in a disk image.

Source: MSX2 Technical Handbook, chapter 3 (media descriptors F8h-FFh, fields of the boot sector).
"""

from operator import eq
from typing import NamedTuple

from machine.core.errors import Refused
from machine.media.dsk import GEOMETRIES, SECTOR_SIZE, Geometry, geometry_of

ROW = 32  # bytes of a file in a directory
FAT12_CLUSTERS = 4084


class Layout(NamedTuple):
    """A file system's division, in sectors where nothing else is said."""

    media: int  # media descriptor: the first byte of the FAT
    reserved: int
    fats: int
    fat: int
    entries: int  # of the root directory
    cluster: int
    total: int

    @property
    def root(self) -> int:
        """First sector of the root directory."""
        return self.reserved + self.fats * self.fat

    @property
    def data(self) -> int:
        """First sector of cluster 2."""
        return self.root + -(-self.entries * ROW // SECTOR_SIZE)

    @property
    def clusters(self) -> int:
        """Clusters of data; they have the numbers 2..clusters+1."""
        return (self.total - self.data) // self.cluster

    @property
    def step(self) -> int:
        """Bytes of a cluster."""
        return self.cluster * SECTOR_SIZE

    def offset(self, cluster: int) -> int:
        """Where a cluster begins in the image, in bytes."""
        assert 2 <= cluster <= self.clusters + 1
        return (self.data + (cluster - 2) * self.cluster) * SECTOR_SIZE


def of_geometry(geometry: Geometry) -> Layout:
    """The file system that formatting gives a standard disk."""
    return Layout(
        geometry.media, 1, 2, geometry.fat, geometry.entries, geometry.cluster, geometry.total
    )


def in_boot_sector(image: bytes) -> Layout | None:
    """What the boot sector says, if it is possible on this disk; many MSX disks say nothing."""
    layout = Layout(
        media=image[0x15],
        reserved=_word(image, 0x0E),
        fats=image[0x10],
        fat=_word(image, 0x16),
        entries=_word(image, 0x11),
        cluster=image[0x0D],
        total=_word(image, 0x13),
    )
    possible = (
        _word(image, 0x0B) == SECTOR_SIZE
        and layout.cluster.bit_count() == 1
        and layout.media >= 0xF0
        and layout.reserved > 0
        and layout.fats in (1, 2)
        and layout.fat > 0
        and layout.entries > 0
        and layout.entries * ROW % SECTOR_SIZE == 0
        and layout.data < layout.total <= len(image) // SECTOR_SIZE
        and 0 < layout.clusters <= FAT12_CLUSTERS
        and (layout.clusters + 2) * 3 <= layout.fat * SECTOR_SIZE * 2
    )
    return layout if possible else None


def layout_of(image: bytes, name: str = "the disk") -> Layout:
    """The file system's division: the first of `layouts_of`. Refused if there is none."""
    return layouts_of(image, name)[0]


def layouts_of(image: bytes, name: str = "the disk") -> list[Layout]:
    """The divisions that are possible: those whose FATs begin alike, and like a FAT.

    Tried are what the boot sector says, what the image's size says, and what the media descriptor
    in the FAT says, in that order. If none has two such FATs, one of them is enough; if none has
    even that, what the boot sector says and a FAT nearly bears out. Refused if the disk has no
    standard size or no file system.
    """
    geometry = geometry_of(image)
    if geometry is None:
        raise Refused(f"{name} has {len(image)} bytes, which is no disk's size; choose a disk.")
    told = [of_geometry(g) for g in GEOMETRIES if g.media == image[SECTOR_SIZE]]
    candidates = [in_boot_sector(image), of_geometry(geometry), *told]
    fitting = [c for c in candidates if c is not None and c.total <= geometry.total]
    possible = [layout for layout in dict.fromkeys(fitting) if _begins_alike(image, layout)]
    if all(layout.fats == 1 for layout in possible):
        possible += [layout for layout in dict.fromkeys(fitting) if _has_one_fat(image, layout)]
    if not possible and (said := in_boot_sector(image)) and _has_nearly_a_fat(image, said):
        possible = [said]
    if not possible:
        raise Refused(f"{name} has no file system that EightBox knows; its sectors are its own.")
    return list(dict.fromkeys(possible))


def _begins_alike(image: bytes, layout: Layout) -> bool:
    begins = {_fat_begins(image, layout, copy) for copy in range(layout.fats)}
    return len(begins) == 1 and begins.pop()[1:] == b"\xff\xff"


def _has_one_fat(image: bytes, layout: Layout) -> bool:
    begins = [_fat_begins(image, layout, copy) for copy in range(layout.fats)]
    return any(begin[0] >= 0xF8 and begin[1:] == b"\xff\xff" for begin in begins)


def _has_nearly_a_fat(image: bytes, layout: Layout) -> bool:
    right = bytes((layout.media, 0xFF, 0xFF))
    begins = [_fat_begins(image, layout, copy) for copy in range(layout.fats)]
    return any(sum(map(eq, begin, right)) == 2 for begin in begins)


def _fat_begins(image: bytes, layout: Layout, copy: int) -> bytes:
    start = (layout.reserved + copy * layout.fat) * SECTOR_SIZE
    return image[start : start + 3]


def _word(image: bytes, at: int) -> int:
    return int.from_bytes(image[at : at + 2], "little")
