r"""CP/M and MSX-DOS programs from a folder, each in the terminal and in the guest's EB-DOS.

    python -m scripts.run_programs FOLDER TRIALS.toml [--world exec|guest|both] [--board eb2]
                                                      [--match "*"] [--out PICTURES]

A trial in the TOML file:

    [[trial]]
    name = "what it is"
    files = ["G/ZORK1.*"]                   patterns below FOLDER: what is on the disk
    run = "ZORK1"                           the command line
    steps = [["mailbox", "look\r"], …]     text to wait for, what is typed then
    options = ["--system", "cpm"]           for exec; may be missing
    seconds = 60                            emulated at most for each step; may be missing

Prints a line a trial: "works", or the text that did not come and the last line that did. Exit
status 1 if one did not work. The programs are not part of EightBox; docs/compatibility.md says
which were tried.
"""

import argparse
import os
import pty
import select
import shutil
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import Any

from machine.api import Session
from machine.fat import Volume
from machine.fat.system import put_system
from machine.media.dsk import LARGEST, Disk, blank

PATIENCE = 20.0  # seconds of the host for a step of exec
ENDED = "A>"


@dataclass(frozen=True)
class Trial:
    """One program and what is typed at it."""

    name: str
    files: list[str]
    run: str
    steps: list[list[str]]
    options: list[str] = field(default_factory=list)
    seconds: float = 60
    worlds: list[str] = field(default_factory=lambda: ["exec", "guest"])

    def sources(self, folder: Path) -> list[Path]:
        """The files that its disk has."""
        found = {path for pattern in self.files for path in folder.glob(pattern)}
        return sorted(path for path in found if not path.name.startswith("."))


def squeezed(text: str) -> str:
    """Text without blanks and line ends, in which a phrase is found however it was wrapped."""
    return "".join(text.split())


def in_terminal(trial: Trial, folder: Path) -> str:
    """Runs a trial under `eightbox exec` in a terminal of its own; "works", or what is missing."""
    with tempfile.TemporaryDirectory() as place:
        for source in trial.sources(folder):
            shutil.copy(source, Path(place) / source.name.lower())
        program, *arguments = trial.run.split()
        file = next(Path(place).glob(f"{program.lower()}.com"))
        command = [
            sys.executable,
            "-m",
            "machine.cli",
            "exec",
            *trial.options,
            file.name,
            *arguments,
        ]
        child, terminal = pty.fork()
        if child == 0:
            root = str(Path(__file__).resolve().parents[1])
            os.chdir(place)
            os.environ.update(PYTHONPATH=root, TERM="xterm")
            os.execv(command[0], command)
        try:
            return _talk(trial, terminal)
        finally:
            os.close(terminal)
            os.waitpid(child, 0)


def _talk(trial: Trial, terminal: int) -> str:
    shown = ""
    for wanted, answer in trial.steps:
        deadline = time.monotonic() + PATIENCE
        while squeezed(wanted) not in squeezed(shown):
            ready, _, _ = select.select([terminal], [], [], max(deadline - time.monotonic(), 0))
            try:
                more = os.read(terminal, 4096) if ready else b""
            except OSError:
                more = b""
            if not more:
                return _missing(wanted, shown.splitlines())
            shown += more.decode("utf-8", "replace")
        shown = ""
        os.write(terminal, answer.encode())
    return "works"


def in_guest(trial: Trial, folder: Path, board: str, picture: Path | None) -> str:
    """Runs a trial at the prompt of EB-DOS; "works", or what did not come."""
    volume = Volume(blank(LARGEST).contents())
    put_system(volume)
    for source in trial.sources(folder):
        volume.write(source.name.upper(), source.read_bytes())
    with Session(board) as vm:
        vm.insert("disk_a", Disk(bytes(volume.image), "trial"))
        vm.machine.devices["disk-controller"].fast = True
        vm.machine.reset()
        begin = [ENDED, "MODE 80\r" if board == "eb2" else "\r"]
        for wanted, answer in [begin, [ENDED, trial.run + "\r"], *trial.steps]:
            came = vm.run(until=partial(_shows, squeezed(wanted)), limit=trial.seconds)
            if picture:
                vm.save_png(picture)
            if not came:
                return _missing(wanted, vm.screen_text())
            vm.type(answer)
            vm.run(frames=30)
    return "works"


def _shows(wanted: str, vm: Session) -> bool:
    return wanted in squeezed("".join(vm.screen_text()))


def _missing(wanted: str, rows: list[str]) -> str:
    last = next((row.strip() for row in reversed(rows) if row.strip("\u2588 ")), "nothing")
    return f"no {wanted!r}; last line: {last[:70]!r}"


def trials(file: Path, match: str) -> Iterator[Trial]:
    """The trials of a TOML file whose names match."""
    rows: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["trial"]
    for row in rows:
        if fnmatch(row["name"], match):
            yield Trial(**row)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("trials", type=Path)
    parser.add_argument("--world", choices=["exec", "guest", "both"], default="both")
    parser.add_argument("--board", default="eb2")
    parser.add_argument("--match", default="*")
    parser.add_argument("--out", type=Path, help="folder for the guest's last pictures")
    given = parser.parse_args()
    if given.out:
        given.out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for number, trial in enumerate(trials(given.trials, given.match)):
        for world in trial.worlds if given.world == "both" else [given.world]:
            if world not in trial.worlds:
                continue
            picture = given.out / f"{number:03}.png" if given.out else None
            result = (
                in_terminal(trial, given.folder)
                if world == "exec"
                else in_guest(trial, given.folder, given.board, picture)
            )
            failed += result != "works"
            print(f"{world:5} {trial.name:28} {result}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
