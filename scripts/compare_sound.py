"""Music cartridges from a folder, here and in openMSX: the same notes at the same time.

    python -m scripts.compare_sound FOLDER [--board cbios2] [--hz 60] [--from 4.5] [--to 13]

Prints for each cartridge that is heard: the correlation of the loudness in 20 ms steps, that of the
loudness of each third of an octave from 60 Hz to 15 kHz, and our loudness over openMSX's. The
recordings are compared as they stand, so a note that comes 20 ms late lowers all of them.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import wave
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from machine.api import Session
from machine.core.errors import Refused
from machine.core.mixer import RATE
from machine.media.rom import Rom
from scripts.compare_with_openmsx import THEIR_NAMES
from tests.support.openmsx import MACHINES, TIMEOUT

STEP = 0.02  # seconds
EDGES = 60 * 2 ** (np.arange(25) / 3)  # Hz
HEARD = 20.0  # the loudness of a 16-bit recording below which it counts as silent
Samples = npt.NDArray[np.float64]


def ours(board: str, hz: int, rom: Path, start: float, end: float) -> Samples:
    """What the machine plays between two moments."""
    with Session(board, hz=hz, cart1=rom) as vm:
        vm.run(seconds=start)
        vm.sound()
        blocks = []
        while vm.seconds < end:
            vm.run(seconds=STEP)
            blocks.append(vm.sound())
    return np.frombuffer(b"".join(blocks), np.int16).astype(float)


def theirs(board: str, hz: int, rom: Path, start: float, end: float) -> tuple[Samples, int]:
    """What openMSX records then, and the samples a second."""
    mapper = THEIR_NAMES.get(Rom.load(rom).mapper, "")
    with tempfile.TemporaryDirectory() as folder:
        script, file = Path(folder) / "run.tcl", Path(folder) / "sound.wav"
        script.write_text(
            "set renderer none\nset throttle off\nset mute off\nset power on\n"
            f"after time {start} {{record start -audioonly {file}}}\n"
            f"after time {end} {{record stop; exit}}\n",
            encoding="utf-8",
        )
        command = ["openmsx", "-machine", MACHINES[board, hz], "-carta", str(rom)]
        command += ["-romtype", mapper] if mapper else []
        surroundings = {"HOME": folder, "SDL_AUDIODRIVER": "dummy", "SDL_VIDEODRIVER": "dummy"}
        done = subprocess.run(
            [*command, "-script", str(script)],
            env=os.environ | surroundings,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        assert file.exists(), done.stderr
        with wave.open(str(file)) as recording:
            data = np.frombuffer(recording.readframes(recording.getnframes()), np.int16)
            channels, rate = recording.getnchannels(), recording.getframerate()
    return data.astype(float).reshape(-1, channels).mean(axis=1), rate


def bands(samples: Samples, rate: int) -> Samples:
    """The loudness of each band in each step: (steps, bands)."""
    length = round(rate * STEP)
    count = len(samples) // length
    pieces = samples[: count * length].reshape(count, length) * np.hanning(length)
    amplitudes = np.abs(np.fft.rfft(pieces, axis=1)) / length
    pitches = np.fft.rfftfreq(length, 1 / rate)
    columns = []
    for low, high in pairwise(EDGES):
        inside = (pitches >= low) & (pitches < high)
        columns.append(np.sqrt((amplitudes[:, inside] ** 2).sum(axis=1)))
    return np.stack(columns, axis=1)


def correlation(first: Samples, second: Samples) -> float:
    """Of two tables, each column less its mean."""
    first, second = first - first.mean(axis=0), second - second.mean(axis=0)
    return float((first * second).sum() / np.sqrt((first**2).sum() * (second**2).sum()))


def compare(board: str, hz: int, rom: Path, start: float, end: float) -> str:
    """One line of the report."""
    reference, rate = theirs(board, hz, rom, start, end)
    tables = [bands(ours(board, hz, rom, start, end), RATE), bands(reference, rate)]
    steps = min(map(len, tables))
    here, there = (table[:steps] for table in tables)
    loudness = [np.sqrt((table**2).sum(axis=1)) for table in (here, there)]
    if max(map(np.max, loudness)) < HEARD:
        return "silent"
    return (
        f"loudness {correlation(*loudness):.3f}, bands {correlation(here, there):.3f},"
        f" level {loudness[0].mean() / loudness[1].mean():.2f}"
    )


def main() -> int:
    """The exit status: always 0; the figures are to be judged."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--board", default="cbios2")
    options.add_argument("--hz", type=int, default=60)
    options.add_argument("--from", type=float, default=4.5, dest="start")
    options.add_argument("--to", type=float, default=13.0, dest="end")
    args = options.parse_args()
    for rom in sorted(args.folder.glob("*.[rR][oO][mM]")):
        try:
            line = compare(args.board, args.hz, rom, args.start, args.end)
        except Refused as error:
            line = str(error)
        sys.stdout.write(f"{rom.name} {args.board} {args.hz}: {line}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
