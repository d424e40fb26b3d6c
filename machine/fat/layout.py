"""Where the parts of a FAT12 file system lie in a disk image.

Source: MSX2 Technical Handbook, chapter 3 (media descriptors F8h-FFh, fields of the boot sector).
"""

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
        and layout.reserved > 0
        and layout.fats in (1, 2)
        and layout.fat > 0
        and layout.entries > 0
        and layout.data < layout.total <= len(image) // SECTOR_SIZE
        and 0 < layout.clusters <= FAT12_CLUSTERS
        and (layout.clusters + 2) * 3 <= layout.fat * SECTOR_SIZE * 2
    )
    return layout if possible else None


def layout_of(image: bytes, name: str = "the disk") -> Layout:
    """The file system's division: the first of these whose FATs begin alike, and like a FAT.

    1. what the boot sector says, 2. what the image's size says, 3. what the media descriptor in
    the FAT says. Refused if the disk has no standard size or none of them is there.
    """
    geometry = geometry_of(image)
    if geometry is None:
        raise Refused(f"{name} has {len(image)} bytes, which is no disk's size; choose a disk.")
    first = image[SECTOR_SIZE]
    told = [of_geometry(known) for known in GEOMETRIES if known.media == first]
    candidates = [in_boot_sector(image), of_geometry(geometry), *told]
    possible = [
        layout for layout in candidates if layout is not None and layout.total <= geometry.total
    ]
    for layout in possible:
        begin = [_fat_begins(image, layout, copy) for copy in range(layout.fats)]
        if begin[0] == begin[-1] and begin[0][1:] == b"\xff\xff":
            return layout
    for layout in possible:  # one of the FATs is damaged
        for copy in range(layout.fats):
            begins = _fat_begins(image, layout, copy)
            if begins[0] >= 0xF8 and begins[1:] == b"\xff\xff":
                return layout
    raise Refused(f"{name} has no file system that EightBox knows; its sectors are its own.")


def _fat_begins(image: bytes, layout: Layout, copy: int) -> bytes:
    start = (layout.reserved + copy * layout.fat) * SECTOR_SIZE
    return image[start : start + 3]


def _word(image: bytes, at: int) -> int:
    return int.from_bytes(image[at : at + 2], "little")
