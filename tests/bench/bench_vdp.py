"""How long the VDP takes for a 60 Hz frame, in microseconds of user CPU time.

    python tests/bench/bench_vdp.py [FRAMES]

The best of several rounds counts: a shared machine is slower than it can be, never faster.
"""

import random
import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.machine.devices.v9938_rig import Rig

ROUNDS = 7
MODES = {
    "GRAPHIC1": (0x00, 0x40), "GRAPHIC2": (0x02, 0x40), "MULTICOLOR": (0x00, 0x48),
    "TEXT1": (0x00, 0x50), "TEXT2": (0x04, 0x50), "GRAPHIC3": (0x04, 0x40),
    "GRAPHIC4": (0x06, 0x40), "GRAPHIC5": (0x08, 0x40), "GRAPHIC6": (0x0A, 0x40),
    "GRAPHIC7": (0x0E, 0x40),
}  # fmt: skip


def screen(r0: int, r1: int, sprites: int) -> Rig:
    """A chip that shows noise in 212 lines, with rows of eight 16x16 sprites."""
    source = random.Random(1)
    rig = Rig()
    rig.set_all([(0, r0), (1, r1 | 2), (2, 0x1F), (5, 0xEF), (6, 0x0F), (8, 0x08), (9, 0x80)])
    rig.run_frames(2)
    rig.chip.write_vram(0, source.randbytes(0x20000))
    mode2 = r0 & 0x0C
    table = b"".join(
        bytes([30 + i // 8 * 40, i % 8 * 30, 4 * i, 15]) for i in range(sprites)
    ) + bytes([216 if mode2 else 208])  # fmt: skip
    rig.chip.write_vram(0x7600 if mode2 else 0x7780, table)
    rig.chip.write_vram(0x7400, bytes([15]) * 0x200 if mode2 else b"")
    return rig


def frame_time(rig: Rig, frames: int) -> float:
    """Microseconds of user time a frame, the best round."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        rig.run_frames(frames)
        best = min(best, resource.getrusage(resource.RUSAGE_SELF).ru_utime - begun)
    return best / frames * 1e6


def fill_time(frames: int) -> float:
    """A frame with the display off in which HMMV runs all the time."""
    rig = screen(0x06, 0x00, 0)
    best = float("inf")
    for _ in range(ROUNDS):
        begun = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        for _ in range(frames // 16):
            rig.set_all([(40, 0), (42, 0), (43, 0), (44, 0x55), (46, 0xC0)])
            rig.run_frames(16)
        best = min(best, resource.getrusage(resource.RUSAGE_SELF).ru_utime - begun)
    return best / (frames // 16 * 16) * 1e6


def main() -> None:
    """Prints the table."""
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    for name, (r0, r1) in MODES.items():
        bare = frame_time(screen(r0, r1, 0), frames)
        full = frame_time(screen(r0, r1, 32), frames)
        print(f"{name:10}  {bare:6.1f} us   with 32 sprites {full:6.1f} us")
    print(f"blank       {frame_time(screen(0x06, 0x00, 0), frames):6.1f} us")
    print(f"HMMV, blank {fill_time(frames):6.1f} us")


if __name__ == "__main__":
    main()
