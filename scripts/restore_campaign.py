"""Programs from a folder, captured at a random tick and restored into another machine.

    python -m scripts.restore_campaign FOLDER [--boards eb1,eb2] [--seed 1] [--frames 60]

Both machines then run on with keys going down: every picture, every sample and the final states
have to be equal. The state goes through a state file on its way. Prints what differs.
"""

import argparse
import hashlib
import random
import sys
import tempfile
from pathlib import Path

from machine import statefile
from machine.api import Session
from machine.core.errors import Refused
from machine.media.sniff import sniff

SOCKETS = {"cartridge": "cart1", "disk": "disk_a", "cassette": "cassette"}
LATEST = 12.0  # emulated seconds; the capture is made anywhere before


def story(vm: Session, frames: int) -> list[str]:
    """A digest of picture and sound of each of the next frames."""
    digests = []
    for number in range(frames):
        if number % 11 in (3, 7):
            vm.key("SPACE", down=number % 11 == 3)
        vm.run(frames=1)
        digests.append(hashlib.blake2b(vm.frame_buffer().tobytes() + vm.sound()).hexdigest())
    return digests


def differs(path: Path, board: str, draw: random.Random, frames: int) -> str:
    """What is not equal, "" if all is. Refused for a file that goes into no socket."""
    kind = sniff(path)
    if kind not in SOCKETS:
        raise Refused(f"{path} is a {kind}; name a folder of cartridges, disks and cassettes.")
    with Session(board) as one, Session(board) as two, tempfile.TemporaryDirectory() as folder:
        one.insert(SOCKETS[kind], path)
        one.machine.reset()
        one.run(seconds=draw.uniform(0, LATEST))
        two.run(seconds=draw.uniform(0, LATEST / 4))
        statefile.save(Path(folder) / "state", one.capture())
        two.restore(statefile.load(Path(folder) / "state"))
        told, retold = story(one, frames), story(two, frames)
        if told != retold:
            pairs = enumerate(zip(told, retold, strict=True))
            return f"frame {next(frame for frame, (one, two) in pairs if one != two)}"
        first, second = one.capture().devices, two.capture().devices
        return ", ".join(name for name in first if first[name] != second[name])


def main() -> int:
    """The exit status: 0 if everything was equal."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--boards", default="eb1,eb2")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--frames", type=int, default=60)
    args = options.parse_args()
    draw = random.Random(args.seed)
    runs = failed = 0
    for path in sorted(args.folder.iterdir()):
        for board in args.boards.split(","):
            try:
                what = differs(path, board, draw, args.frames)
            except Refused as refusal:
                sys.stdout.write(f"{path.name}: {refusal}\n")
                break
            runs += 1
            failed += bool(what)
            if what:
                sys.stdout.write(f"{path.name} on {board}: {what} differ\n")
    sys.stdout.write(f"{runs} runs, {failed} differ\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
