"""Cartridges from a folder, here and in openMSX: which pictures are equal.

    python -m scripts.compare_with_openmsx FOLDER [--boards cbios1,cbios2] [--hz 50,60] [--at 8,11]

Prints a line for each cartridge, board and video standard: the number of pixels that differ at each
moment. Where they do, both pictures and their difference are left in --out, side by side.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

from machine import png
from machine.api import Session
from machine.core.errors import Refused
from machine.media.rom import Rom
from tests.support import openmsx

THEIR_NAMES = {
    "ascii8": "ASCII8",
    "ascii16": "ASCII16",
    "konami": "Konami",
    "konami-scc": "KonamiSCC",
}
# Our boards have a printer at the printer port.
PRINTER = """
close [open $::env(HOME)/printer.log w]
set printerlogfilename $::env(HOME)/printer.log
plug printerport logger
"""


def differences(
    screen: str, rom: Path, board: str, hz: int, moments: list[float], out: Path
) -> list[int]:
    """Differing pixels at each moment; -1 where the two pictures have other sizes."""
    mapper = Rom.load(rom).mapper
    theirs = openmsx.pictures(
        screen, board, hz, rom, moments, mapper=THEIR_NAMES.get(mapper, ""), script=PRINTER
    )
    counts = []
    with Session(board, hz=hz, cart1=rom) as vm:
        for moment, reference in zip(moments, theirs, strict=True):
            vm.machine.run(round(moment * vm.machine.ticks_per_second))
            ours = vm.frame()
            if ours.shape == (480, 640, 3):
                reference = reference.repeat(2, axis=0).repeat(2, axis=1)
                # At 320 x 240 openMSX averages neighbours: only the even rows can be compared.
                ours = ours.astype(np.uint16)
                ours = ((ours[:, ::2] + ours[:, 1::2]) // 2).astype(np.uint8).repeat(2, axis=1)
            different = (ours != reference).any(axis=-1)
            counts.append(int(different.sum()))
            if counts[-1]:
                marks = np.where(different[..., None], 255, 0).astype(np.uint8).repeat(3, axis=2)
                side = np.concatenate([ours, reference, marks], axis=1)
                name = f"{rom.stem}-{board}-{hz}-{moment:g}.png"
                (out / name).write_bytes(png.encode(side.shape[1], side.shape[0], side.tobytes()))
    return counts


def main() -> int:
    """The exit status: 0 if all pictures are equal."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--boards", default="cbios1,cbios2")
    options.add_argument("--hz", default="60")
    options.add_argument("--at", default="8,11")
    options.add_argument("--out", type=Path, default=Path("build/compare"))
    args = options.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    moments = [float(moment) for moment in args.at.split(",")]
    failed = 0
    with openmsx.display() as screen:
        for rom in sorted(args.folder.glob("*.[rR][oO][mM]")):
            for board in args.boards.split(","):
                for hz in map(int, args.hz.split(",")):
                    try:
                        counts = differences(screen, rom, board, hz, moments, args.out)
                    except (Refused, AssertionError) as error:
                        sys.stdout.write(f"{rom.name} {board} {hz}: {str(error)[:120]}\n")
                        continue
                    failed += any(counts)
                    sys.stdout.write(f"{rom.name} {board} {hz}: {counts}\n")
                    sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
