"""BASIC programs from a folder, each run on our own firmware with keys pressed: what came of it.

    python -m scripts.run_listings FOLDER [--board eb2] [--disks] [--seconds 14] [--match "*"] [--out PICTURES]

Files with the name endings .bas, .asc and .ldr, text or tokenised, in FOLDER itself. SHIFT is
held at power-on unless --disks is given: the disk ROM keeps out then, and BASIC has its 28815 bytes.
Every second the next of some keys is pressed: space, return, digits, letters, cursor keys. Prints a line for each
file: kind, name, and "runs", "ended" or the error with the line that raised it; the last picture is
left in --out. "refused" files are no programs, as the host says.
"""

import argparse
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from machine.api import Session
from machine.core.errors import Refused
from machine.media import bas

ENDINGS = {".bas", ".asc", ".ldr"}
KEYS = ["SPACE", "RETURN", "1", "RIGHT", "A", "UP", "SPACE", "LEFT", "Y", "DOWN"]
TOKENISED = 0xFF
ERRFLG, ERRLIN, CURLIN = (
    0xF414,
    0xF6B3,
    0xF41C,
)  # number of the last error, its line, the current line
DIRECT = 0xFFFF  # what CURLIN holds at the prompt
HALT = 0x76
POWER_ON = 3  # seconds to the first prompt, and more


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


def line_of(program: Path, number: int) -> str:
    """A program line's text, without control characters."""
    for line in bas.listing(bas.load(program)).splitlines():
        if line.split(" ")[0] == str(number):
            return "".join(c for c in line if c.isprintable())[:90]
    return f"line {number} is not in the file"


def outcome(vm: Session, program: Path, seconds: int) -> str:
    """Runs a program for at most `seconds` and says what happened."""
    vm.load_basic(program)
    vm.run(until=lambda vm: word(vm, CURLIN) != DIRECT, limit=4)
    for second in range(seconds):
        if vm.run(until=at_prompt, limit=1):
            break
        vm.press(KEYS[second % len(KEYS)], frames=8)
    else:
        return "runs"
    error = vm.peek(ERRFLG)
    if not error:
        return "ended"
    return f"error {error}: {line_of(program, word(vm, ERRLIN))}"


def campaign(programs: list[Path], vm: Session, seconds: int, out: Path | None) -> Iterator[str]:
    """A line of the report for each program; each starts from the machine's present state."""
    fresh = vm.capture()
    for program in programs:
        vm.restore(fresh)
        kind = "tokenised" if program.read_bytes()[:1] == bytes([TOKENISED]) else "text"
        try:
            result = outcome(vm, program, seconds)
        except Refused as refusal:
            result = f"refused: {refusal}"
        if out:
            vm.save_png(out / f"{program.name}.png")
        yield f"{kind:9}  {program.name:70}  {result}"


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
        for path in sorted(arguments.folder.iterdir())
        if path.suffix.lower() in ENDINGS and fnmatch(path.name, arguments.match)
    ]
    vm = prompt(arguments.board, disks=arguments.disks)
    for line in campaign(programs, vm, arguments.seconds, arguments.out):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
