"""A disk image's file: opened as a volume, and replaced as one step by what became of it."""

import os
from pathlib import Path

from machine.core.errors import Refused
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
        replace(self.disk, bytes(self.volume.image))
        return self.disk.flush()

    def refuse_damaged(self) -> None:
        """Refused if the disk has faults that writing on it would make worse."""
        if any(fault.serious for fault in check.faults(self.disk.contents(), self.disk.name)):
            raise Refused(
                f"{self.disk.name} is damaged, and writing on it could destroy more;"
                " check and repair it first."
            )

    def mend(self) -> Path:
        """Repairs the disk and its file; where the file as it was has been kept."""
        assert self.disk.path is not None
        kept = self.disk.path.with_name(f"{self.disk.path.name}~")
        number = 1
        while kept.exists() or kept.is_symlink():
            number += 1
            kept = self.disk.path.with_name(f"{self.disk.path.name}~{number}")
        before = self.disk.contents()
        write_file(kept, before)
        self.volume = Volume(check.repaired(before, self.disk.name), self.disk.name)
        self.save()
        return kept


def replace(disk: Disk, image: bytes) -> None:
    """Gives a disk other contents of the same size, sector by sector."""
    assert len(image) == disk.geometry.size
    for sector in range(disk.geometry.total):
        disk.write(sector, image[sector * SECTOR_SIZE : (sector + 1) * SECTOR_SIZE])
