"""The welcome disk: EB-DOS with a text that tells about it, tools and the sample programs.

It is made anew each time, so it always has the system and the samples of this version; the same
files give the same bytes, whenever and wherever it is made.
"""

from datetime import datetime
from pathlib import Path

from machine.fat.system import FOLDER, put_system
from machine.fat.volume import Volume
from machine.media import bas
from machine.media.dsk import LARGEST, Disk, blank
from machine.media.medium import read_file

# In FOLDER, by their names on the disk
TOOLS = {"EDIT.COM": "edit.com", "HELLO.COM": "hello.com", "MON.COM": "mon.com"}
ASSETS = Path(__file__).resolve().parents[2] / "assets"
TEXTS = ASSETS / "disks" / "welcome"
SAMPLES = ASSETS / "samples"
MADE = datetime(2026, 1, 1, 12, 0)  # the time that all files on it have


def put_welcome(volume: Volume) -> None:
    """Puts all of the welcome disk into the root. Refused if it does not fit or a file is missing.

    Texts get the line ends of DOS, programs in BASIC become tokens.
    """
    put_system(volume, modified=MADE)
    for path in sorted(TEXTS.iterdir()):
        text = read_file(path, "text", LARGEST).replace(b"\n", b"\r\n")
        volume.write(path.name.upper(), text, MADE)
    for name, file in TOOLS.items():
        volume.write(name, read_file(FOLDER / file, "program", LARGEST), MADE)
    for path in sorted(SAMPLES.glob("*.bas")):
        program = bytes([bas.MARK]) + bas.load(path)
        volume.write(f"{path.stem[:8].upper()}.BAS", program, MADE)


def welcome_disk(size: int = LARGEST, name: str = "welcome disk") -> Disk:
    """A new welcome disk of `size` bytes. Refused if there is no such size."""
    volume = Volume(blank(size, name).contents(), name)
    put_welcome(volume)
    return Disk(bytes(volume.image), name)
