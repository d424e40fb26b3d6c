"""`eightbox exec`: a CP/M or MSX-DOS program in this terminal, its files in the host's folders."""

import argparse
import datetime
import os
import string
import sys
import time
from pathlib import Path

from machine.cli.parser import Parser, positive
from machine.exec.vm import KINDS, ProcessVm, Result, Setup

READ_ONLY = ":ro"


def drive(text: str) -> tuple[int, tuple[Path, bool]]:
    """LETTER=DIR or LETTER=DIR:ro."""
    letter, equals, folder = text.partition("=")
    number = string.ascii_uppercase.find(letter.upper()) if len(letter) == 1 else -1
    read_only = folder.endswith(READ_ONLY)
    folder = folder.removesuffix(READ_ONLY)
    if not equals or not folder or not 0 <= number < 16:
        raise argparse.ArgumentTypeError(f"{text} should be A=DIR or A=DIR:ro, with A to P")
    return number, (Path(folder), read_only)


def moment(text: str) -> datetime.datetime:
    """YYYY-MM-DDTHH:MM, a time that the systems know."""
    try:
        date = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M")
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} should be YYYY-MM-DDTHH:MM") from None
    if not 1980 <= date.year <= 2079:
        raise argparse.ArgumentTypeError(f"{text} should be a date from 1980 to 2079")
    return date


def parser() -> Parser:
    """The options; all of them stand before the program's name."""
    options = Parser(prog="eightbox exec", description=__doc__)
    add = options.add_argument
    add("--drive", type=drive, action="append", default=[], metavar="A=DIR[:ro]")
    add("--system", choices=KINDS, default="msx2", help="whose system calls (default msx2)")
    add(
        "--terminal",
        choices=("vt52", "adm3a", "ansi", "raw"),
        default="vt52",
        help="the screen codes",
    )
    add(
        "--keys",
        choices=("terminal", "wordstar"),
        default="terminal",
        help="the codes of the cursor keys: the terminal's, or ^E ^X ^S ^D",
    )
    add("--printer", type=Path, metavar="FILE", help="what is printed; else it is thrown away")
    add(
        "--date", type=moment, metavar="YYYY-MM-DDTHH:MM", help="the clock's start; else the host's"
    )
    add("--speed", choices=("real", "max"), default="max")
    add("--until", type=positive, metavar="T", help="emulated seconds at most; exit status 3")
    add("--stats", action="store_true", help="last line on stderr: JSON of times")
    add("program", type=Path, metavar="PROGRAM.COM")
    add("arguments", nargs=argparse.REMAINDER, metavar="ARGS").required = False
    return options


def main(argv: list[str]) -> int:
    """Runs the program; returns the exit status. Refused for bad options and files."""
    args = parser().parse_args(argv)
    drives = {0: (Path(), False), **dict(args.drive)}
    setup = Setup(
        program=args.program,
        arguments=args.arguments,
        drives=drives,
        kind=args.system,
        terminal=args.terminal,
        keys=args.keys.removeprefix("terminal"),
        printer=args.printer,
        date=args.date,
        until=args.until,
        real_speed=args.speed == "real",
    )
    vm = ProcessVm(setup)
    user, wall = os.times().user, time.perf_counter()
    result = vm.run()
    if result.message:
        print(f"{args.program.name}: {result.message}", file=sys.stderr)
    if args.stats:
        import json

        print(json.dumps(stats(result, user, wall)), file=sys.stderr)
    return result.status


def stats(result: Result, user: float, wall: float) -> dict[str, float]:
    """Emulated seconds of the program, and the host's that they took since `user` and `wall`."""
    return {
        "emulated_s": round(result.emulated, 6),
        "user_cpu_s": round(os.times().user - user, 3),
        "wall_s": round(time.perf_counter() - wall, 3),
    }
