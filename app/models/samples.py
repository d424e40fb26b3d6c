"""The sample programs that come with EightBox, by what their first line says of them."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "samples"
PICTURES = FOLDER.parent / "pictures"
FIRST_LINE = re.compile(r"10 ' ([A-Z ]+) - (.+)\. (Any board|[a-z0-9]+)\.")
ANY_BOARD = "Any board"


class Sample(NamedTuple):
    """One program: `board` is the only board that it runs on, "" if it runs on all."""

    name: str
    title: str
    tells: str
    board: str
    path: Path

    @property
    def picture(self) -> Path:
        """What it looks like, a PNG."""
        return PICTURES / f"{self.name}.png"


@cache
def samples() -> tuple[Sample, ...]:
    """All of them, by title. A file whose first line doesn't tell what it must is a bug."""
    return tuple(sorted(_read(path) for path in FOLDER.glob("*.bas")))


def sample(name: str) -> Sample:
    """The one of that name."""
    return next(found for found in samples() if found.name == name)


def _read(path: Path) -> Sample:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    found = FIRST_LINE.fullmatch(first)
    assert found, f"{path.name}: {first}"
    board = "" if found[3] == ANY_BOARD else found[3]
    tells = found[2][0].upper() + found[2][1:]
    return Sample(path.stem, found[1].capitalize(), tells, board, path)
