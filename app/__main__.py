"""`eightbox`: the application, or one of the commands that need no window."""

import sys

from machine.cli.__main__ import COMMANDS, REFUSED
from machine.cli.__main__ import main as run_command
from machine.core.errors import Refused

USAGE = """eightbox                the application
eightbox open FILE...   the application with FILEs: cartridges, disks, cassettes, programs, VMs
{commands}
eightbox COMMAND --help tells more."""


def main(argv: list[str] | None = None) -> int:
    """The exit status: 0 done, 1 a check failed, 2 refused, 3 a limit was reached."""
    arguments = sys.argv[1:] if argv is None else argv
    if {"-h", "--help"} & {*arguments[:1], *(arguments[1:2] if arguments[:1] == ["open"] else ())}:
        lines = [f"eightbox {name:14} {what}" for name, what in COMMANDS.items()]
        sys.stdout.write(USAGE.format(commands="\n".join(lines)) + "\n")
        return 0
    if arguments and arguments[0] in COMMANDS:
        return run_command(arguments)
    try:
        return _open_application(arguments)
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return REFUSED


def _open_application(arguments: list[str]) -> int:
    if arguments and arguments[0] != "open":
        known = ", ".join(["open", *COMMANDS])
        raise Refused(f"eightbox: there is no command {arguments[0]}; choose {known}.")
    if arguments == ["open"]:
        raise Refused("eightbox open: which files? Name at least one.")
    from app.services.display import obstacle

    if why_not := obstacle():
        raise Refused(why_not)
    from app.application import run

    return run(arguments[1:])


if __name__ == "__main__":
    sys.exit(main())
