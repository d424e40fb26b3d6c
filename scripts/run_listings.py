"""BASIC programs from a folder, each run on our own firmware with keys pressed: what came of it.

    python -m scripts.run_listings FOLDER [--board eb2] [--disks] [--seconds 14] [--match "*"]
                                   [--out PICTURES]

Files with the name endings .bas, .asc and .ldr, text or tokenised, in FOLDER itself or, with
--disks, below it: then each runs with a disk in drive A that holds the files beside it. Without
--disks SHIFT is held at power-on: the disk ROM keeps out, and BASIC has its 28815 bytes. Every
second the next of some keys is pressed: space, return, digits, letters, cursor keys. Prints a line
for each file: kind, name, and "runs", "ended" or the error with the line that raised it; the last
picture is left in --out. "refused" files are no programs, as the host says.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from machine.api import Session
from machine.core.errors import Refused
from machine.media.dsk import Disk, blank
from tests.support.floppies import put_file

ENDINGS = {".bas", ".asc", ".ldr"}
KEYS = ["SPACE", "RETURN", "1", "RIGHT", "A", "UP", "SPACE", "LEFT", "Y", "DOWN"]
TOKENISED = 0xFF
NAME = re.compile(r"[\w!#$%&'()@^`{}~-]{1,8}(\.[\w!#$%&'()@^`{}~-]{0,3})?", re.ASCII)
ERRFLG, ERRLIN, CURLIN = (
    0xF414,
    0xF6B3,
    0xF41C,
)  # number of the last error, its line, the current line
DIRECT = 0xFFFF  # what CURLIN holds at the prompt
HALT = 0x76
POWER_ON = 3  # seconds to the first prompt, and more
PRESS = 0.15  # seconds that a key is held
MOST_CLUSTERS = 700  # of a 720 KB disk


def word(vm: Session, address: int) -> int:
    """The word at `address`."""
    return vm.peek(address) | vm.peek(address + 1) << 8


def at_prompt(vm: Session) -> bool:
    """The firmware waits for a line: no program runs, the CPU halts."""
    return word(vm, CURLIN) == DIRECT and vm.peek(max(vm.cpu.pc - 1, 0)) == HALT


def prompt(board: str, *, disks: bool) -> Session:
    """A machine at its first prompt."""
    vm = Session(board)
    vm.key("SHIFT", down=not disks)
    vm.run(seconds=POWER_ON)
    vm.key("SHIFT", down=False)
    vm.run(seconds=1)
    return vm


def as_on_a_disk(path: Path) -> bytes:
    """A file's bytes; lines of a listing, which a repository may have cut, end with CR LF."""
    data = path.read_bytes()
    if path.suffix.lower() not in ENDINGS or data[:1] == bytes([TOKENISED]) or b"\r" in data:
        return data
    return data.replace(b"\n", b"\r\n")


def disk_of(folder: Path) -> Disk:
    """A disk with the files of `folder` whose names a disk can have, as many as fit."""
    disk = blank()
    step = disk.geometry.cluster * 512
    cluster = 2
    names = [path for path in sorted(folder.iterdir()) if NAME.fullmatch(path.name)]
    for entry, path in enumerate(names[: disk.geometry.entries]):
        data = as_on_a_disk(path) if path.is_file() else b""
        behind = cluster + -(-len(data) // step)
        if not data or behind > MOST_CLUSTERS:
            continue
        stem, _, ending = path.name.upper().partition(".")
        put_file(disk, entry, f"{stem:8}{ending:3}", data, range(cluster, behind))
        cluster = behind
    return disk


def line_of(listing: str, number: int) -> str:
    """A program line's text, without control characters."""
    for line in listing.splitlines():
        if line.split(" ")[0] == str(number):
            return "".join(c for c in line if c.isprintable())[:90]
    return f"line {number}, which is not in the program"


def outcome(vm: Session, program: Path, seconds: int) -> str:
    """Runs a program for at most `seconds` and says what happened."""
    vm.load_basic(program)
    vm.run(until=lambda vm: word(vm, CURLIN) != DIRECT, limit=4)
    for second in range(seconds):
        if vm.run(until=at_prompt, limit=1):
            break
        key = KEYS[second % len(KEYS)]
        vm.key(key, down=True)
        ended = vm.run(until=at_prompt, limit=PRESS)
        vm.key(key, down=False)
        if ended:
            break
    else:
        return "runs"
    error = vm.peek(ERRFLG)
    if not error:
        return "ended"
    return f"error {error}: {line_of(vm.listing(), word(vm, ERRLIN))}"


def campaign(
    programs: list[Path], vm: Session, seconds: int, out: Path | None, *, disks: bool
) -> Iterator[str]:
    """A line of the report for each program; each starts from the machine's present state."""
    fresh = vm.capture()
    for program in programs:
        vm.restore(fresh)
        if disks:
            vm.insert_disk("a", disk_of(program.parent))
        kind = "tokenised" if program.read_bytes()[:1] == bytes([TOKENISED]) else "text"
        try:
            result = outcome(vm, program, seconds)
        except Refused as refusal:
            result = f"refused: {refusal}"
        if out:
            vm.save_png(out / f"{program.name}.png")
        yield f"{kind:9}  {program.parent.name + '/' + program.name:50}  {result}"


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="runs BASIC programs with keys pressed")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--board", default="eb2")
    parser.add_argument("--disks", action="store_true")
    parser.add_argument("--seconds", type=int, default=14)
    parser.add_argument("--match", default="*")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
    programs = [
        path
        for path in sorted(arguments.folder.glob("**/*" if arguments.disks else "*"))
        if path.suffix.lower() in ENDINGS and fnmatch(path.name, arguments.match)
    ]
    vm = prompt(arguments.board, disks=arguments.disks)
    for line in campaign(programs, vm, arguments.seconds, arguments.out, disks=arguments.disks):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
