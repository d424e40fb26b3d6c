"""Dispatch of the commands that need no window."""

import importlib
import sys

from machine.core.errors import Refused

COMMANDS = {
    "run": "run a machine without a window",
    "conformance": "check the processor against published vectors",
    "bench": "measure the speed",
}
REFUSED = 2


def main(argv: list[str]) -> int:
    """Runs `argv[0]`; returns the exit status. A refusal is one line on stderr and status 2."""
    try:
        if not argv or argv[0] not in COMMANDS:
            asked = argv[0] if argv else "nothing"
            raise Refused(f"eightbox: there is no command {asked}; choose {', '.join(COMMANDS)}.")
        module = importlib.import_module(f"machine.cli.{argv[0]}")
        return int(module.main(argv[1:]))
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
