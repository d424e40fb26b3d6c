"""Dispatch of the commands that need no window."""

import importlib
import os
import sys

from machine.core.errors import Refused
from machine.core.unraised import heard

COMMANDS = {
    "run": "run a machine without a window",
    "exec": "run one CP/M or MSX-DOS program in this terminal",
    "disk": "disk images from outside: create, ls, get, put, rm, mkdir, check",
    "conformance": "check the processor against published vectors",
    "bench": "measure the speed",
}
REFUSED = 2
UNHEARD = 141  # what a shell makes of a program that ends by SIGPIPE


def main(argv: list[str]) -> int:
    """Runs `argv[0]`; returns the exit status. A refusal is one line on stderr and status 2."""
    try:
        if not argv or argv[0] not in COMMANDS:
            asked = argv[0] if argv else "nothing"
            raise Refused(f"eightbox: there is no command {asked}; choose {', '.join(COMMANDS)}.")
        module = importlib.import_module(f"machine.cli.{argv[0]}")
        with heard():
            status = int(module.main(argv[1:]))
        sys.stdout.flush()
        return status
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # who read the output (`| head`) has enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNHEARD


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
