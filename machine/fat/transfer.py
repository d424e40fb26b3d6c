"""Files and folders of the host to and from a volume."""

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from machine.core.errors import Refused
from machine.fat import names
from machine.fat.directory import Entry
from machine.fat.volume import Volume, parts
from machine.media.dsk import SECTOR_SIZE
from machine.media.medium import write_file

DEEPEST = 32  # folders within folders of the host, which no path of a disk is long enough for


def matching(volume: Volume, pattern: str) -> list[Entry]:
    """What a path with `*` and `?` in its last part stands for. Refused if that is nothing."""
    named = parts(pattern)
    if not named:
        return volume.entries()
    entries = volume.entries("/".join(named[:-1]))
    found = [entry for entry in entries if names.matches(entry.name, named[-1])]
    if not found:
        raise Refused(f"{volume.name} has no {pattern}; list it to see what it has.")
    return found


def put(volume: Volume, sources: Sequence[Path], to: str = "") -> Iterator[tuple[Path, str]]:
    """Copies files, and folders with all that is in them, into a folder of the volume.

    Gives each file and its path on the disk, after `machine.fat.names`' rule. Refused if a file
    cannot be read or the disk is full; the volume then has a part of them and is to be dropped.
    """
    volume.folder(to)
    given: set[str] = set()
    for source in sources:
        yield from _put(volume, source, "/".join(parts(to)), given, DEEPEST)


def put_file(volume: Volume, file: Path, path: str) -> None:
    """Copies one file to a path of 8.3 names. Refused as `put`, and if the name is none."""
    volume.write(path, *_contents(file, volume.layout.total * SECTOR_SIZE))


def get(volume: Volume, entries: Sequence[Entry], folder: Path) -> Iterator[tuple[Entry, Path]]:
    """Copies files, and folders with all that is in them, into a folder of the host.

    A file of that name there is replaced. Gives each file and its place. Refused if a file on the
    disk is damaged or the host does not take it; what was copied before stays.
    """
    places: dict[Entry | None, Path] = {}
    given: set[Path] = set()
    for entry in entries:
        inside = volume.walk(entry.path) if entry.is_folder else iter(())
        for one in (entry, *inside):
            place = _unlike(places.get(one.above, folder) / names.on_host(one.name), given)
            if one.is_folder:
                places[one] = place
                _make_folder(place)
                continue
            _make_folder(place.parent)
            write_file(place, volume.contents(one))
            if one.modified is not None:
                stamp = one.modified.timestamp()
                os.utime(place, (stamp, stamp))
            yield one, place


def delete(volume: Volume, entry: Entry, *, read_only: bool = False) -> None:
    """Deletes a file, or a folder with all that is in it."""
    inside = [*volume.walk(entry.path)] if entry.is_folder else []
    for one in (*reversed(inside), entry):
        volume.delete(one, read_only=read_only)


def _put(
    volume: Volume, source: Path, to: str, given: set[str], deeper: int
) -> Iterator[tuple[Path, str]]:
    above = f"{to}/" if to else ""
    there = {entry.name for entry in volume.entries(to)}
    # `..` and `.` have names, too
    wanted = source.name if source.name not in ("", "..") else source.resolve().name
    name = names.in_folder(wanted, there, {one for one in there if above + one in given})
    path = above + name
    given.add(path)
    if not source.is_dir():
        put_file(volume, source, path)
        yield source, path
        return
    if not deeper:
        raise Refused(f"{source} is too deep in folders for a disk; copy it by itself.")
    if volume.find(path) is None:
        volume.make_folder(path, _modified(source))
    try:
        inside = sorted(source.iterdir(), key=lambda child: (not names.fits(child.name), child))
    except OSError as error:
        raise Refused(f"{source} cannot be read ({error.strerror}); nothing was copied.") from error
    for child in inside:
        yield from _put(volume, child, path, given, deeper - 1)


def _contents(file: Path, largest: int) -> tuple[bytes, datetime]:
    """A host's file, which may be empty, and its time."""
    try:
        if not file.is_file():
            what = "is not an ordinary file" if file.exists() else "does not exist"
            raise Refused(f"{file} {what}; choose another file.")
        if file.stat().st_size > largest:
            raise Refused(f"{file} is bigger than the disk; choose another file.")
        return file.read_bytes(), _modified(file)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{file} cannot be read ({reason}); choose another file.") from error


def _modified(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError) as error:
        raise Refused(f"{path} cannot be read ({error}); choose another.") from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"{folder} cannot be made ({error.strerror}); choose another.") from error


def _unlike(place: Path, given: set[Path]) -> Path:
    """The place, or with a number at its end one that this copying has not used yet."""
    free, number = place, 0
    while free in given:
        number += 1
        free = place.with_name(f"{place.name}~{number}")
    given.add(free)
    return free
