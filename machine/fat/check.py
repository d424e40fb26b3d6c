"""What is wrong with a disk's file system, and mending it.

A check mends a copy and tells what there was to mend, so that both see the same. What mending
keeps: the file that comes first keeps a cluster that two files have, the other one gets a copy of
it; of a chain that runs in a circle or leaves the disk, the part before; of a folder that is none,
a file; clusters of no file become files `LOSTnnnn.CHK` in the root. Of two FATs that differ, the
one with fewer faults is right. What stands behind a folder's end comes back if it is a whole file.
"""

from machine.core.errors import Refused
from machine.fat.heading import Fault
from machine.fat.layout import layouts_of
from machine.fat.survey import Survey
from machine.fat.volume import Volume

ROUNDS = 8  # a mended fault can bring others to light: a folder that was cut, a name it then takes


def faults(image: bytes, name: str = "the disk") -> list[Fault]:
    """All that is wrong with a disk; Refused if it has no file system at all."""
    return _mended(image, name)[0]


def repaired(image: bytes, name: str = "the disk") -> bytes:
    """The disk without its faults. Refused if it has no file system at all, or they do not end."""
    found, mended = _mended(image, name)
    if found and _survey(mended, name).faults:
        raise Refused(f"{name} is damaged beyond repair; copy from it what can still be read.")
    return mended


def _mended(image: bytes, name: str) -> tuple[list[Fault], bytes]:
    found: list[Fault] = []
    for _ in range(ROUNDS):
        survey = _survey(image, name)
        if not survey.faults:
            break
        found += (fault for fault in survey.faults if fault not in found)
        image = bytes(survey.volume.image)
    return found, image


def refuse_damaged(image: bytes, name: str = "the disk") -> None:
    """Refused if the disk has faults that writing on it would make worse."""
    if any(fault.serious for fault in faults(image, name)):
        raise Refused(
            f"{name} is damaged, and writing on it could destroy more; check and repair it first."
        )


def _survey(image: bytes, name: str) -> Survey:
    """Of the divisions that the disk can have, and its FATs, those with fewest faults in files."""
    surveys = [
        Survey(Volume(image, name, layout), copy)
        for layout in layouts_of(image, name)
        for copy in range(layout.fats)
    ]
    return min(surveys, key=lambda survey: survey.in_files)
