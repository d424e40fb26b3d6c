"""System disks: a disk with EB-DOS on it, which starts its command prompt."""

from datetime import datetime
from pathlib import Path

from machine.core.errors import Refused
from machine.fat.volume import Volume
from machine.media.dsk import LARGEST, Disk, blank
from machine.media.medium import read_file

SYSTEM = {"EBDOS.SYS": "ebdos.sys", "COMMAND.COM": "command.com"}  # by their names on the disk
FOLDER = Path(__file__).resolve().parents[2] / "roms" / "bin"


def put_system(volume: Volume, folder: Path = FOLDER, modified: datetime | None = None) -> None:
    """Puts the system's files into the root. Refused if they are not there or do not fit.

    `modified`: the time that they get; without it, that of the files in `folder`.
    """
    for name, file in SYSTEM.items():
        path = folder / file
        data = read_file(path, "system", LARGEST)
        try:
            time = modified or datetime.fromtimestamp(path.stat().st_mtime)
        except OSError as error:
            raise Refused(f"{path} cannot be read ({error.strerror}); install it anew.") from error
        volume.write(name, data, time)


def system_disk(size: int = LARGEST, name: str = "new system disk") -> Disk:
    """A new disk of `size` bytes that starts EB-DOS. Refused if there is no such size."""
    volume = Volume(blank(size, name).contents(), name)
    put_system(volume)
    return Disk(bytes(volume.image), name)
