"""A disk image's file: opened as a volume, and replaced as one step by what became of it."""

import os
from pathlib import Path

from machine.fat import check
from machine.fat.volume import Volume
from machine.media.dsk import SECTOR_SIZE, Disk
from machine.media.medium import write_file


class ImageFile:
    """A `.dsk` file and the volume in it; changes reach the file with `save`.

    Refused if the file is no disk image or has no file system.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.disk = Disk.load(path, mode="file")
        self.volume = Volume(self.disk.contents(), self.disk.name)

    def save(self) -> bool:
        """Writes the volume to the file; True if it differed.

        Refused, with the file untouched, if somebody else changed it since it was opened.
        """
        return replace(self.disk, bytes(self.volume.image))

    def refuse_damaged(self) -> None:
        """Refused if the disk has faults that writing on it would make worse."""
        check.refuse_damaged(self.disk.contents(), self.disk.name)


def replace(disk: Disk, image: bytes) -> bool:
    """Gives a disk and its file other contents of the same size; True if they differed."""
    assert len(image) == disk.geometry.size
    for sector in range(disk.geometry.total):
        disk.write(sector, image[sector * SECTOR_SIZE : (sector + 1) * SECTOR_SIZE])
    return disk.flush()


def mend(path: str | os.PathLike[str]) -> Path:
    """Repairs the disk in a file; where the file as it was has been kept.

    Refused if it is no disk image or has no file system, or if it cannot be written.
    """
    disk = Disk.load(path, mode="file")
    before = disk.contents()
    mended = check.repaired(before, disk.name)
    kept = _unused(Path(path))
    write_file(kept, before)
    replace(disk, mended)
    return kept


def _unused(path: Path) -> Path:
    """NAME~ or, if that is there, NAME~2, NAME~3, ..."""
    kept, number = path.with_name(f"{path.name}~"), 1
    while kept.exists() or kept.is_symlink():
        number += 1
        kept = path.with_name(f"{path.name}~{number}")
    return kept
