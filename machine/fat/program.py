"""A disk made for one CP/M or MSX-DOS program: EB-DOS starts from it and runs the program."""

from pathlib import Path

from machine.core.errors import Refused
from machine.fat import names
from machine.fat.system import SYSTEM, put_system
from machine.fat.transfer import put
from machine.fat.volume import Volume
from machine.media.dsk import LARGEST, Disk, blank

AUTOEXEC = "AUTOEXEC.BAT"


def program_disk(path: Path, columns: int = 0, size: int = LARGEST) -> Disk:
    """A new disk of `size` bytes that starts the program at `path`, in `columns` if they are given.

    The files beside it that have its name before the last dot come along: a game's data, an
    editor's overlays. Refused if the program cannot be read, or they do not fit.
    """
    name = names.fitted(path.name)
    if not name.endswith(".COM") or name in SYSTEM:
        raise Refused(f"{path} has no name for a program of EB-DOS; call it NAME.COM.")
    volume = Volume(blank(size, path.name).contents(), path.name)
    put_system(volume)
    for _ in put(volume, [path, *_beside(path, size)]):
        pass  # a file is written as it is asked for
    stem = names.to_row(name)[:8].rstrip()
    lines = [b"A:" + stem]  # the drive, else DIR.COM were the command DIR
    if columns:
        lines.insert(0, f"@MODE {columns}".encode("ascii"))
    volume.write(AUTOEXEC, b"".join(line + b"\r\n" for line in lines))
    return Disk(bytes(volume.image), path.name)


def _beside(path: Path, largest: int) -> list[Path]:
    """The other files of that name in a program's folder; what no disk can hold is not meant."""
    try:
        return sorted(
            other
            for other in path.parent.iterdir()
            if other.stem.lower() == path.stem.lower()
            and other.name != path.name
            and other.is_file()
            and other.stat().st_size <= largest
        )
    except OSError as error:
        raise Refused(f"{path} cannot be read ({error.strerror}); choose another file.") from error
