"""assets/pictures: what each sample program looks like, for the welcome page.

    python -m scripts.sample_pictures [NAME ...]

A picture is the machine's, at half its size, after the steps below: seconds of waiting, texts that
are typed, and keys that are held for so many seconds. Made again when a sample changes.
"""

import sys

import numpy as np

from app.models.samples import Sample, sample, samples
from machine import png
from machine.api import Session
from machine.media.medium import write_file

Step = float | str | tuple[str, float]
BOARD = "eb2"
MOMENT = (2026, 11, 24, 10, 9, 30)
LEFT, TOP, WIDTH, HEIGHT = 24, 18, 272, 204  # of a frame of 320 x 240: a little of the border
STEPS: dict[str, tuple[Step, ...]] = {
    "bouncing": (12.0,),
    "bricks": (3.0, " ", 1.0, ("RIGHT", 0.3), 0.3),
    "calendar": (3.0,),
    "cave": (3.0, "N\rGET LAMP\rN\r", 3.0),
    "clock": (9.0,),
    "hanoi": (6.2,),
    "lissajous": (19.5,),
    "mandel": (900.0,),
    "palette": (40.0,),
    "rosette": (20.0,),
    "sketch": (
        3.0, ("RIGHT", 1.6), "6", ("DOWN", 1.4), "9", ("LEFT", 3.0), "4", ("UP", 2.4), "7",
        ("RIGHT", 2.0), ("DOWN", 1.0), 0.5,
    ),
    "snake": (4.0, " ", 1.5, ("DOWN", 0.3), 0.4, ("LEFT", 0.2), 0.4),
    "sorting": (20.0,),
    "tune": (40.0,),
}  # fmt: skip


def picture(found: Sample) -> bytes:
    """The PNG of a sample."""
    with Session(found.board or BOARD) as vm:
        clock = vm.machine.with_role("clock")
        if clock is not None:
            clock.set_time(*MOMENT)
        vm.load_basic(found.path)
        for step in STEPS[found.name]:
            _take(vm, step)
        rgb = vm.frame()
    if len(rgb) == 2 * 240:
        rgb = rgb[::2, ::2]
    part = rgb[TOP : TOP + HEIGHT, LEFT : LEFT + WIDTH].astype(np.uint16)
    halved = (part[::2, ::2] + part[1::2, ::2] + part[::2, 1::2] + part[1::2, 1::2]) // 4
    return png.encode(WIDTH // 2, HEIGHT // 2, halved.astype(np.uint8).tobytes(), 9)


def _take(vm: Session, step: Step) -> None:
    if isinstance(step, str):
        vm.type(step)
    elif isinstance(step, float):
        vm.run(seconds=step)
    else:
        key, seconds = step
        vm.key(key, down=True)
        vm.run(seconds=seconds)
        vm.key(key, down=False)
        vm.run(seconds=0.1)


def main(names: list[str]) -> None:
    """Writes the pictures of `names`, or of all samples."""
    for found in [sample(name) for name in names] or samples():
        found.picture.parent.mkdir(exist_ok=True)
        write_file(found.picture, picture(found))
        print(f"{found.picture.name}: written")


if __name__ == "__main__":
    main(sys.argv[1:])
