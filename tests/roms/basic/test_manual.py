"""docs/manual/basic: every example does in the guest what its page says."""

import re
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pytest

from machine.basic.tokens import TOKENS
from tests.support.basic import Basic, started

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "manual" / "basic"
PAGES = sorted(path for path in FOLDER.glob("*.md") if path.stem not in ("README", "keywords"))
EXAMPLE = re.compile(r"```basic\n(.*?)```\n+```text\n(.*?)```", re.DOTALL)
ONLY_EB2 = "MSX BASIC 2.0"


class Example(NamedTuple):
    """A listing, or lines for the prompt, and the rows it prints."""

    page: str
    number: int
    board: str
    lines: str
    rows: list[str]


def examples() -> list[Example]:
    found = []
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        boards = ("eb2",) if ONLY_EB2 in text.splitlines()[2] else ("eb1", "eb2")
        for number, (lines, rows) in enumerate(EXAMPLE.findall(text), 1):
            expected = [row.rstrip() for row in rows.splitlines() if row.strip()]
            found += [Example(path.stem, number, board, lines, expected) for board in boards]
    return found


def printed(basic: Basic, lines: str) -> list[str]:
    """What the lines print, without the prompt; a listing by itself is run.

    Lines behind RUN answer the program.
    """
    rows: list[str] = []
    program = list(takewhile(lambda line: line[:1].isdigit(), lines.splitlines()))
    if program:
        basic.enter("\n".join(program))
    rest = lines.strip().splitlines()[len(program) :] or ["RUN"]
    if rest[0] == "RUN":
        rest = ["\n".join(rest)]
    for line in rest:
        basic.enter("CLS")
        basic.wait()
        basic.enter(line)
        basic.wait()
        shown = basic.rows()
        typed = "".join(line.partition("\n")[0].split())
        start = shown.index("Ok") + 1 if shown[0] == "Ok" and len(shown) > 1 else 0
        while start and typed:
            typed = typed.removeprefix("".join(shown[start].split()))
            start += 1
        rows += [row for row in shown[start:-1] if row]
    return rows


@pytest.mark.parametrize(
    "example", examples(), ids=lambda example: f"{example.page}-{example.number}-{example.board}"
)
def test_an_example_prints_what_its_page_says(example: Example) -> None:
    assert printed(started(example.board), example.lines) == example.rows


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_has_its_parts(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()

    assert lines[0].startswith("# ")
    assert re.match(r"(Statement|Function|Operator|Word).*MSX BASIC (1|2)\.0", lines[2])
    assert any(line.startswith("```") for line in lines)


def test_every_word_has_a_page() -> None:
    named = " ".join(page.read_text(encoding="utf-8").splitlines()[0] for page in PAGES).split()

    assert sorted(set(TOKENS) - set(named)) == []
