"""A guest at the prompt of EB-DOS: types commands, reads what they print, and its disks."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from machine.api import Session
from machine.machine import Capture
from machine.media.dsk import LARGEST, Disk, blank
from tests.support.floppies import files, put_file
from tests.support.prompt import Prompt
from tests.support.trees import plant

BIN = Path(__file__).resolve().parents[2] / "roms" / "bin"
SYSTEM = {"EBDOS.SYS": "ebdos.sys", "COMMAND.COM": "command.com"}


def eleven(name: str) -> str:
    """A name as a directory has it."""
    stem, _, extension = name.partition(".")
    return f"{stem:8}{extension:3}"


def disk_with(contents: Mapping[str, bytes], size: int = LARGEST) -> Disk:
    """A disk with files in its root directory."""
    disk = blank(size)
    cluster = 2
    for entry, (name, data) in enumerate(contents.items()):
        count = -(-len(data) // (disk.geometry.cluster * 512))
        put_file(disk, entry, eleven(name), data, range(cluster, cluster + count))
        cluster += count
    return disk


def system_files() -> dict[str, bytes]:
    """The two files that a disk starts EB-DOS with."""
    return {name: (BIN / file).read_bytes() for name, file in SYSTEM.items()}


def names(disk: Disk) -> dict[str, bytes]:
    """The files of a disk as `NAME.EXT`; the file system is asserted to be whole."""
    return {
        f"{name[:8].strip()}.{name[8:].strip()}".rstrip("."): data
        for name, data in files(disk).items()
    }


class Dos(Prompt):
    """A started machine at DOS's prompt."""

    def at_prompt(self) -> bool:
        """All typed keys are taken, and the last row is `X>`."""
        rows = self.rows()
        prompt = bool(rows) and len(rows[-1]) == 2 and rows[-1][1] == ">"
        return prompt and self.halts() and self.has_taken_keys()

    def says(self, words: str, limit: float = 60.0) -> None:
        """Until the screen has these words."""
        shown = self.vm.run(until=lambda _: words in "\n".join(self.rows()), limit=limit)
        assert shown, "\n".join(self.rows())

    def line(self, command: str, *answers: str, limit: float = 60.0) -> list[str]:
        """Clears the screen, runs a command, answers what it asks, and returns the rows it printed."""
        self.type("CLS\r")
        self.wait()
        self.type(command + "\r")
        for answer in answers:
            self.vm.run(until=lambda _: self.halts(), limit=limit)
            self.type(answer)
        self.wait(limit)
        rows = self.rows()[:-1]
        typed = "".join(rows[0].split())[2:] if rows else ""
        wanted = "".join(command.split())
        del rows[:1]
        while rows and len(typed) < len(wanted):  # the line itself may take up several rows
            typed += "".join(rows.pop(0).split())
        return [row for row in rows if row]


def begun(
    board: str,
    *disks: Disk,
    keys: tuple[str, ...] = (),
    roms: Mapping[str, Path] | None = None,
) -> Dos:
    """A machine with disks in its drives, just switched on, with the fast disk."""
    vm = Session(board, roms=roms)
    for name, disk in zip(("disk_a", "disk_b"), disks, strict=False):
        vm.machine.insert(name, disk)
    vm.machine.devices["disk-controller"].fast = True
    for key in keys:
        vm.key(key, down=True)
    vm.machine.reset()
    return Dos(vm)


def started(
    board: str,
    contents: Mapping[str, bytes] | None = None,
    *others: Disk,
    disk: Disk | None = None,
) -> Dos:
    """A machine at the prompt of a system disk: `disk`, or one that has these files, too."""
    first = disk or disk_with({**system_files(), **(contents or {})})
    dos = begun(board, first, *others)
    dos.wait()
    return dos


@cache
def _prompt() -> tuple[Session, Capture]:
    vm = started("eb2").vm
    return vm, vm.capture()


def level2_disk(contents: Mapping[str, bytes]) -> Disk:
    """A system disk with these files, by path; `FOLDER/` is an empty folder."""
    made = blank(LARGEST)
    plant(made, {**system_files(), **contents})
    return made


def level2_prompt(disk: Disk) -> Dos:
    """A shared machine with level 2, at its first prompt, with `disk` put into drive A."""
    vm, capture = _prompt()
    vm.restore(capture)
    vm.insert("disk_a", disk)
    return Dos(vm)
