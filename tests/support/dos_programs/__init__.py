"""Programs that try the system's functions and print what they get: one set for all worlds.

The guest runs them on its disks (tests/roms/dos/test_programs.py), `eightbox exec` on folders of the
host (tests/machine/exec/test_programs.py). A module of this package is a topic and has a list
`PROGRAMS`; the folder is searched, so a new module needs no entry anywhere.
"""

import importlib
import pkgutil
from pathlib import Path

from tests.support.dos_programs.program import DosProgram

__all__ = ["DosProgram", "all_programs"]


def all_programs() -> list[DosProgram]:
    """The programs of all topics; their names are different from each other."""
    found: list[DosProgram] = []
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        topic = importlib.import_module(f"{__name__}.{module.name}")
        found += getattr(topic, "PROGRAMS", [])
    names = [program.name for program in found]
    assert len(names) == len(set(names)), "two programs have one name"
    return found
