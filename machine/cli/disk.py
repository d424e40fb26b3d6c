"""`eightbox disk`: disk images from outside: create, ls, get, put, rm, mkdir, check."""

import argparse
import io
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from machine.charsets import capitals
from machine.cli.parser import Parser
from machine.core.errors import Refused
from machine.fat import Entry, Volume, check, transfer
from machine.fat.image_file import ImageFile, mend
from machine.fat.system import put_system
from machine.fat.welcome import put_welcome
from machine.media.dsk import SIZES, Disk, blank
from machine.media.medium import write_file

DONE, FAULTY = 0, 1
TEMPLATE = "{entry.size:8}  {when:16}  {entry.flags}  {entry.name}"


def parser() -> Parser:
    """The options of CONTRACT.md, one for one."""
    options = Parser(prog="eightbox disk", description=__doc__)
    commands = options.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, what: str, run: Callable[[argparse.Namespace], int]) -> Parser:
        made: Parser = commands.add_parser(name, help=what, description=what)
        made.set_defaults(run=run)
        made.add_argument("image", metavar="IMAGE", type=Path)
        return made

    made = command("create", "make a new, formatted disk", _create)
    made.add_argument(
        "--size", type=int, default=720, choices=[size // 1024 for size in SIZES], help="KB"
    )
    made.add_argument("--label", default="", help="the disk's name")
    made.add_argument("--system", action="store_true", help="with EB-DOS, to start from it")
    made.add_argument(
        "--welcome", action="store_true", help="with EB-DOS, a text about it, sample programs"
    )

    made = command("ls", "list a folder, or what a pattern stands for", _ls)
    made.add_argument("path", nargs="?", default="", metavar="PATH")
    made.add_argument("-l", dest="long", action="store_true", help="sizes, times, attributes")

    made = command("get", "copy files and folders to the host", _get)
    made.add_argument("patterns", nargs="+", metavar="PATTERN")
    made.add_argument(
        "-o", dest="to", default=".", metavar="DIR", help="into this folder; - prints the files"
    )

    made = command("put", "copy files and folders onto the disk", _put)
    made.add_argument("files", nargs="+", type=Path, metavar="FILE")
    made.add_argument("--to", default="", metavar="DIR", help="into this folder of the disk")
    made.add_argument("--as", dest="name", metavar="NAME", help="the name of a single file there")

    made = command("rm", "delete files", _rm)
    made.add_argument("patterns", nargs="+", metavar="PATTERN")
    made.add_argument("-r", dest="folders", action="store_true", help="folders, with all in them")
    made.add_argument("-f", dest="force", action="store_true", help="also what is read-only")

    made = command("mkdir", "make folders", _mkdir)
    made.add_argument("paths", nargs="+", metavar="PATH")

    made = command("check", "tell what is wrong with the file system", _check)
    made.add_argument("--repair", action="store_true", help="mend it; IMAGE~ is what it was")
    return options


def main(argv: list[str]) -> int:
    """Runs; returns the exit status. Refused for bad options, files and disks."""
    args = parser().parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # names have characters that terminals may lack
    run: Callable[[argparse.Namespace], int] = args.run
    return run(args)


def _create(args: argparse.Namespace) -> int:
    image: Path = args.image
    if image.exists() or image.is_symlink():
        raise Refused(f"{image} exists already; choose another name.")
    disk = blank(args.size * 1024, str(image))
    volume = Volume(disk.contents(), str(image))
    if args.welcome:
        put_welcome(volume)
    elif args.system:
        put_system(volume)
    volume.set_label(args.label, datetime.now())
    write_file(image, bytes(volume.image))
    return DONE


def _ls(args: argparse.Namespace) -> int:
    volume = ImageFile(args.image).volume
    entry = volume.find(args.path)
    is_folder = not args.path.strip("/\\") or (entry is not None and entry.is_folder)
    entries = volume.entries(args.path) if is_folder else transfer.matching(volume, args.path)
    for entry in entries:
        print(_line(entry) if args.long else entry.name + "/" * entry.is_folder)
    if args.long:
        files = [entry for entry in entries if not entry.is_folder]
        total = sum(entry.size for entry in files)
        label = f"{volume.label}: " if volume.label else ""
        print(f"{label}{len(files)} files, {total} bytes; {volume.free} bytes free")
    return DONE


def _line(entry: Entry) -> str:
    when = f"{entry.modified:%Y-%m-%d %H:%M}" if entry.modified else ""
    return TEMPLATE.format(entry=entry, when=when)


def _get(args: argparse.Namespace) -> int:
    volume = ImageFile(args.image).volume
    found = [entry for pattern in args.patterns for entry in transfer.matching(volume, pattern)]
    entries = list(dict.fromkeys(found))
    if args.to == "-":
        for entry in entries:
            if entry.is_folder:
                raise Refused(f"{entry.path} is a folder; name a folder of the host for it.")
            sys.stdout.buffer.write(volume.contents(entry))
        return DONE
    for entry, place in transfer.get(volume, entries, Path(args.to)):
        if place.name != entry.name:
            print(f"{entry.path} -> {place}")
    return DONE


def _put(args: argparse.Namespace) -> int:
    file = _writable(args.image)
    if args.name is not None:
        _put_as(file.volume, args.files, args.to, args.name)
    else:
        for source, path in transfer.put(file.volume, args.files, args.to):
            if capitals(source.name) != path.rpartition("/")[2]:
                print(f"{source} -> {path}")
    file.save()
    return DONE


def _put_as(volume: Volume, files: list[Path], to: str, name: str) -> None:
    if len(files) != 1 or files[0].is_dir():
        raise Refused(f"--as {name} names one file; put the others by themselves.")
    transfer.put_file(volume, files[0], f"{to}/{name}")


def _rm(args: argparse.Namespace) -> int:
    file = _writable(args.image)
    for pattern in args.patterns:
        for entry in transfer.matching(file.volume, pattern):
            if entry.is_folder and not args.folders:
                raise Refused(f"{entry.path} is a folder; add -r to delete it with all in it.")
            transfer.delete(file.volume, entry, read_only=args.force)
    file.save()
    return DONE


def _mkdir(args: argparse.Namespace) -> int:
    file = _writable(args.image)
    for path in args.paths:
        file.volume.make_folder(path, datetime.now())
    file.save()
    return DONE


def _check(args: argparse.Namespace) -> int:
    disk = Disk.load(args.image)
    found = check.faults(disk.contents(), disk.name)
    for fault in found:
        print(fault.text)
    if not found:
        volume = Volume(disk.contents(), disk.name)
        files = sum(not entry.is_folder for entry in volume.walk())
        print(f"{args.image}: no faults; {files} files, {volume.free} bytes free")
        return DONE
    if not args.repair:
        print(f"{args.image}: {len(found)} faults; --repair mends them")
        return FAULTY
    print(f"{args.image}: mended {len(found)} faults; {mend(args.image)} is what it was")
    return DONE


def _writable(path: Path) -> ImageFile:
    """The image, if writing on it can do no harm."""
    file = ImageFile(path)
    file.refuse_damaged()
    return file
