"""FAT12 file systems of MSX disks, seen from the host: files, folders, check and repair.

`Volume` works on an image in memory; `machine.cli.disk` and the application's disk explorer are
made of it. Reading and writing the image's file stays with them.
"""

from machine.fat.directory import Entry
from machine.fat.volume import Volume

__all__ = ["Entry", "Volume"]
