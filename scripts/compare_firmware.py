"""Cartridges from a folder on our own firmware and on C-BIOS, both here: which pictures are equal.

    python -m scripts.compare_firmware FOLDER [--pairs eb1:cbios1,eb2:cbios2] [--hz 60] [--at 2,5]

Time counts from the first instruction in the cartridge. The two boards stand at other lines of the
picture then, so a picture may be early or late: the nearest of --frames pictures on either side
counts. Prints a line for each cartridge and pair of boards: the number of pixels that differ at
each moment, -1 where the pictures have other sizes, "not started" where the cartridge never ran.
Pictures that differ are left in --out, side by side.
"""

import argparse
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from machine import png
from machine.api import Session
from machine.core.errors import Refused

SLICE = 200  # ticks, a few instructions: some programs are soon in the BIOS again
LIMIT = 12  # emulated seconds that a start may take
SLOT = 1  # where both boards have the first cartridge
SLOT_REGISTER = 0xA8

Picture = npt.NDArray[np.uint8]


def starts(vm: Session) -> bool:
    """Runs to the first instruction in the cartridge; False if none comes in time."""
    machine = vm.machine
    while vm.seconds < LIMIT:
        machine.run(machine.now + SLICE)
        address = vm.cpu.pc
        if 0x4000 <= address < 0xC000:
            slots = machine.bus.read_port(SLOT_REGISTER)
            if slots >> 2 * (address >> 14) & 3 == SLOT:
                return True
    return False


def pictures(vm: Session, moments: list[float], frames: int) -> list[list[Picture]]:
    """The pictures within `frames` of each moment, in seconds from now; a moment's own first."""
    found: list[list[Picture]] = []
    start = vm.seconds
    for moment in moments:
        recent: deque[Picture] = deque(maxlen=2 * frames + 1)
        vm.run(until=_reaches(start + moment))
        for _ in range(2 * frames + 1):
            recent.append(vm.frame())
            vm.run(frames=1)
        found.append(sorted_from_the_middle(list(recent)))
    return found


def _reaches(end: float) -> Callable[[Session], bool]:
    return lambda vm: vm.seconds >= end


def sorted_from_the_middle(pictures_in_order: list[Picture]) -> list[Picture]:
    """The middle one first, then its neighbours, the outermost last."""
    middle = len(pictures_in_order) // 2
    places = sorted(range(len(pictures_in_order)), key=lambda index: abs(index - middle))
    return [pictures_in_order[index] for index in places]


def differences(
    rom: Path, boards: tuple[str, str], hz: int, moments: list[float], frames: int, out: Path
) -> list[int] | str:
    """Differing pixels at each moment, or why there are none."""
    shown = []
    for board in boards:
        with Session(board, hz=hz, cart1=rom) as vm:
            if not starts(vm):
                return f"not started on {board}"
            shown.append(pictures(vm, moments, frames))
    counts = []
    for moment, ours, theirs in zip(moments, *shown, strict=True):
        pairs = [(a, b) for a in ours for b in theirs[:1] if a.shape == b.shape]
        unequal = [int((a != b).any(axis=-1).sum()) for a, b in pairs]
        counts.append(min(unequal, default=-1))
        if counts[-1]:
            nearest = pairs[unequal.index(counts[-1])] if pairs else (ours[0], ours[0])
            side = np.concatenate(nearest, axis=1)
            name = f"{rom.stem}-{boards[0]}-{hz}-{moment:g}.png"
            (out / name).write_bytes(png.encode(side.shape[1], side.shape[0], side.tobytes()))
    return counts


def main() -> int:
    """The exit status: 0 if all pictures are equal."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--pairs", default="eb1:cbios1,eb2:cbios2")
    options.add_argument("--hz", default="60")
    options.add_argument("--at", default="2,5")
    options.add_argument("--frames", type=int, default=6)
    options.add_argument("--out", type=Path, default=Path("build/compare"))
    args = options.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    moments = [float(moment) for moment in args.at.split(",")]
    failed = 0
    for rom in sorted(args.folder.glob("*.[rR][oO][mM]")):
        for pair in args.pairs.split(","):
            ours, theirs = pair.split(":")
            for hz in map(int, args.hz.split(",")):
                try:
                    result = differences(rom, (ours, theirs), hz, moments, args.frames, args.out)
                except Refused as error:
                    result = str(error)[:120]
                failed += result != [0] * len(moments)
                sys.stdout.write(f"{rom.name} {pair} {hz}: {result}\n")
                sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
