"""What goes into a slot, a drive or a recorder: a base that stays, and what was written over it.

load        a file -> a medium, by kind of socket
kind_of     the kind of socket that a medium fits
capture     a medium -> plain data, contents included; `restore` is its inverse
"""

from pathlib import Path
from typing import Any

from machine.core.errors import Refused
from machine.media.cas import Tape
from machine.media.dsk import Disk
from machine.media.medium import WRITE_MODES, Writable
from machine.media.rom import Rom

Medium = Rom | Disk | Tape
KINDS: dict[str, type[Any]] = {"cartridge": Rom, "disk": Disk, "cassette": Tape}


def load(kind: str, path: Path, **options: Any) -> Medium:
    """The medium in a file. Options: a cartridge's `mapper`, a disk's or cassette's `mode`.

    Refused, in a sentence that names the file, if it is no medium of that kind.
    """
    medium: Medium = KINDS[kind].load(path, **options)
    return medium


def kind_of(medium: Medium) -> str:
    """The name of that kind: a key of `KINDS`."""
    return next(kind for kind, of in KINDS.items() if isinstance(medium, of))


def capture(medium: Medium) -> dict[str, Any]:
    """A medium as plain data: strings, bytes, and what was written on it, by place."""
    values: dict[str, Any] = {"kind": kind_of(medium), "name": medium.name, "base": medium.base}
    if isinstance(medium, Rom):
        values["mapper"] = medium.mapper
    if isinstance(medium, Writable):
        values["path"] = str(medium.path or "")
        values["mode"] = medium.mode
        values["overlay"] = medium.capture()
        values["in_file"] = medium.in_file
    return values


def restore(values: dict[str, Any]) -> Medium:
    """The medium that `capture` described. Refused if the data is damaged."""
    try:
        kind, name, base = values["kind"], values["name"], values["base"]
        if not isinstance(name, str) or not isinstance(base, bytes):
            raise Refused("This state is damaged: a medium in it has no contents; choose another.")
        if kind == "cartridge":
            return Rom(base, name, values["mapper"])
        if kind not in ("disk", "cassette") or values["mode"] not in WRITE_MODES:
            raise Refused(
                f"This state is damaged: it has a medium of the kind {kind}; choose another."
            )
        path = Path(values["path"]) if values["path"] else None
        written: Disk | Tape = KINDS[kind](base, name, path, values["mode"])
        if not isinstance(values["overlay"], dict) or not isinstance(values["in_file"], str):
            raise Refused(
                f"This state is damaged: what was written on a {kind} is not known; choose another."
            )
        written.restore(values["overlay"])
        written.in_file = values["in_file"]
        return written
    except (KeyError, TypeError) as error:
        raise Refused(
            f"This state is damaged: a medium in it is incomplete ({error}); choose another."
        ) from error
