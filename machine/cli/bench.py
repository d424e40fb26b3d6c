"""`eightbox bench`: how fast this machine is, all frames rendered, all sound synthesised."""

import json

from machine.api import Session
from machine.boards import DEFAULT
from machine.cli.parser import Parser, positive
from machine.cli.run import Stopwatch


def main(argv: list[str]) -> int:
    """Runs and prints emulated seconds per user CPU second; returns the exit status."""
    options = Parser(prog="eightbox bench", description=__doc__)
    options.add_argument("board", nargs="?", default=DEFAULT)
    options.add_argument("--json", action="store_true")
    options.add_argument("--seconds", type=positive, default=60.0, help="emulated seconds")
    options.add_argument("--cart1", metavar="ROM")
    args = options.parse_args(argv)
    with Session(args.board, cart1=args.cart1) as vm:
        watch = Stopwatch()
        end = round(args.seconds * vm.machine.ticks_per_second)
        picture = vm.frame_buffer()
        while vm.machine.now < end:
            vm.machine.run(end, to_frame=True)
            picture = vm.frame_buffer(picture)
            vm.sound()
        figures = watch.stats(vm)
        if args.json:
            print(json.dumps(figures))
        else:
            rate = figures["emulated_s"] / max(figures["user_cpu_s"], 1e-3)
            print(f"{rate:.0f} emulated seconds per user CPU second ({figures['frames']} frames)")
    return 0
