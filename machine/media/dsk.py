"""Floppy disks as raw sector images: `.dsk`.

The file's bytes are the base and never change here; what the guest writes goes to an overlay, by
sector. Writing back to the file happens on request only. Formats: MSX2 Technical Handbook, chapter
3, table of media (media descriptors F8h-FFh) and figure 3.10 (the boot sector's fields); ECMA-107,
"Extended FDC Descriptor" (26h-3Dh).
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from machine.core.errors import Refused
from machine.media.medium import Writable, WriteMode, read_file

SECTOR_SIZE = 512
LARGEST = 720 * 1024
EXTENDED, NO_NAME = b"\x29", b"NO NAME    "  # 26h and 2Bh of a boot sector that has such fields


class Geometry(NamedTuple):
    """How a disk is divided, and the fields of its file system that follow from that."""

    media: int  # media descriptor
    sides: int
    tracks: int  # per side
    sectors: int  # per track
    cluster: int  # sectors
    entries: int  # of the root directory
    fat: int  # sectors of one FAT

    @property
    def total(self) -> int:
        """Sectors on the disk."""
        return self.sides * self.tracks * self.sectors

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return self.total * SECTOR_SIZE


# Where two formats have one size, the 3.5 inch one comes first: it is the default.
GEOMETRIES = (
    Geometry(0xF9, 2, 80, 9, 2, 112, 3),
    Geometry(0xFB, 2, 80, 8, 2, 112, 2),
    Geometry(0xF8, 1, 80, 9, 2, 112, 2),
    Geometry(0xFD, 2, 40, 9, 2, 112, 2),
    Geometry(0xFA, 1, 80, 8, 2, 112, 1),
    Geometry(0xFF, 2, 40, 8, 2, 112, 1),
    Geometry(0xFC, 1, 40, 9, 1, 64, 2),
    Geometry(0xFE, 1, 40, 8, 1, 64, 1),
)
SIZES = tuple(sorted({geometry.size for geometry in GEOMETRIES}))


def geometry_of(data: bytes) -> Geometry | None:
    """The division of an image: by size; between equals by the boot sector, then by the FAT."""
    fitting = [geometry for geometry in GEOMETRIES if geometry.size == len(data)]
    if not fitting:
        return None
    sectors, sides = (int.from_bytes(data[at : at + 2], "little") for at in (0x18, 0x1A))
    for geometry in fitting:
        if (geometry.sectors, geometry.sides) == (sectors, sides):
            return geometry
    for geometry in fitting:
        if geometry.media in (data[0x15], data[SECTOR_SIZE]):
            return geometry
    return fitting[0]


class Disk(Writable):
    """One floppy disk; its overlay has sectors by number."""

    WHAT = "disk image"
    LARGEST = LARGEST

    def __init__(
        self,
        base: bytes,
        name: str = "disk",
        path: Path | None = None,
        mode: WriteMode = "vm",
    ) -> None:
        geometry = geometry_of(base)
        if geometry is None:
            kilobytes = ", ".join(str(size // 1024) for size in SIZES)
            raise Refused(
                f"{name} has {len(base)} bytes, which is no disk's size;"
                f" a disk image has {kilobytes} KB."
            )
        super().__init__(base, name, path, mode)
        self.geometry = geometry

    @classmethod
    def load(cls, path: str | os.PathLike[str], mode: WriteMode = "vm") -> "Disk":
        """The disk in a file; Refused if it cannot be read or has no disk's size."""
        file = Path(path)
        return cls(read_file(file, "disk image", LARGEST), str(file), file, mode)

    def read(self, sector: int) -> bytes:
        """The 512 bytes of a logical sector, 0..`geometry.total`-1."""
        assert 0 <= sector < self.geometry.total
        written = self.overlay.get(sector)
        return self._base_sector(sector) if written is None else written

    def write(self, sector: int, data: bytes) -> None:
        """Replaces a logical sector; `data` has 512 bytes."""
        assert 0 <= sector < self.geometry.total and len(data) == SECTOR_SIZE
        assert not self.write_protected
        if data == self._base_sector(sector):
            self.overlay.pop(sector, None)
        else:
            self.overlay[sector] = bytes(data)

    def contents(self) -> bytes:
        """The whole disk as the guest sees it."""
        image = bytearray(self.base)
        for sector, data in self.overlay.items():
            image[sector * SECTOR_SIZE : (sector + 1) * SECTOR_SIZE] = data
        return bytes(image)

    def _is_ours(self, there: bytes) -> bool:
        # A path may come from a stranger's state: what has another size is no file of ours.
        return len(there) == len(self.base) and super()._is_ours(there)

    def restore(self, overlay: Mapping[Any, Any]) -> None:
        """Puts a captured overlay back; Refused, with the disk unchanged, if it does not fit."""
        for sector, data in overlay.items():
            fits = isinstance(sector, int) and 0 <= sector < self.geometry.total
            if not fits or not isinstance(data, bytes) or len(data) != SECTOR_SIZE:
                raise Refused(
                    f"The saved sectors of {self.name} do not fit this disk; nothing was changed."
                )
        self.overlay = {
            sector: data for sector, data in overlay.items() if data != self._base_sector(sector)
        }

    def _base_sector(self, sector: int) -> bytes:
        return self.base[sector * SECTOR_SIZE : (sector + 1) * SECTOR_SIZE]


def blank(size: int = LARGEST, name: str = "new disk") -> Disk:
    """A formatted, empty FAT12 disk of `size` bytes, one of SIZES."""
    fitting = [geometry for geometry in GEOMETRIES if geometry.size == size]
    if not fitting:
        kilobytes = ", ".join(str(known // 1024) for known in SIZES)
        raise Refused(f"A disk of {size} bytes does not exist; choose one of {kilobytes} KB.")
    return Disk(formatted(fitting[0]), name)


def formatted(geometry: Geometry) -> bytes:
    """The image of a formatted, empty disk."""
    image = bytearray(boot_sector(geometry))
    fat = bytes((geometry.media, 0xFF, 0xFF)).ljust(geometry.fat * SECTOR_SIZE, b"\0")
    image += fat + fat + bytes(geometry.entries * 32)
    image += b"\xe5" * (geometry.size - len(image))  # what formatting leaves in the data area
    return bytes(image)


def boot_sector(geometry: Geometry) -> bytes:
    """Sector 0 of an empty disk: the fields of the file system and a program that declines.

    An MSX calls the program at offset 1Eh twice; returning leaves the computer to its own ROM.
    """
    fields = bytearray(b"\xeb\xfe\x90EightBox")
    fields += SECTOR_SIZE.to_bytes(2, "little") + bytes((geometry.cluster,))
    fields += (1).to_bytes(2, "little") + b"\x02"  # reserved sectors, FATs
    fields += geometry.entries.to_bytes(2, "little") + geometry.total.to_bytes(2, "little")
    fields += bytes((geometry.media,)) + geometry.fat.to_bytes(2, "little")
    fields += geometry.sectors.to_bytes(2, "little") + geometry.sides.to_bytes(2, "little")
    fields += bytes(2)  # hidden sectors
    assert len(fields) == 0x1E
    fields += b"\xc9".ljust(8, b"\0")  # RET; what follows is for today's tools: no name, no number
    fields += EXTENDED + bytes(4) + NO_NAME + b"FAT12   "
    return bytes(fields.ljust(SECTOR_SIZE, b"\0"))
