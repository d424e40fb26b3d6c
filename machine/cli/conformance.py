"""`eightbox conformance`: the processor against published single-step vectors."""

from pathlib import Path

from machine.cli.parser import Parser
from machine.conformance import run_z80


def main(argv: list[str]) -> int:
    """Prints a line per failing file and the totals; 0 if nothing failed, else 1."""
    options = Parser(prog="eightbox conformance", description=__doc__)
    options.add_argument("processor", choices=("z80",))
    options.add_argument("path", type=Path, help="a zip or folder of SingleStepTests JSON files")
    report = run_z80(options.parse_args(argv).path)
    return 1 if report.failed else 0
