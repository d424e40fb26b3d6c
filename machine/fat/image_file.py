"""A disk image's file: opened as a volume, and replaced as one step by what became of it."""

import os

from machine.fat.volume import Volume
from machine.media.dsk import SECTOR_SIZE, Disk


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


def replace(disk: Disk, image: bytes) -> None:
    """Gives a disk other contents of the same size, sector by sector."""
    assert len(image) == disk.geometry.size
    for sector in range(disk.geometry.total):
        disk.write(sector, image[sector * SECTOR_SIZE : (sector + 1) * SECTOR_SIZE])
