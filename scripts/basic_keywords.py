"""docs/manual/basic/keywords.md: every word of BASIC, its token, its page and its tests.

    python -m scripts.basic_keywords [--check]

A test uses a word if one of its strings, taken as a line of BASIC, has the word's token. Words are
in capitals there; what is written small is text.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from machine.basic.lister import text_of
from machine.basic.tokeniser import tokens
from machine.basic.tokens import TOKENS
from machine.core.errors import Refused
from scripts import pages

FOLDER = Path("docs/manual/basic")
PAGE = FOLDER / "keywords.md"
TESTS = pages.ROOT / "tests" / "roms" / "basic"
NOTE = "<!-- Made by scripts/basic_keywords.py from manual and tests: run it again. -->"
SMALL = dict.fromkeys(range(ord("a"), ord("z") + 1), 0x80)
SMALL_GROUP = 12  # strings and numbers of a tuple or comparison about one line
ERRORS = (
    "NEXT without", "Syntax error", "RETURN without", "Out of", "Illegal", "Overflow", "Undefined",
    "Subscript", "Redimensioned", "Division", "Type mismatch", "String", "Can't", "Device",
    "Verify", "No RESUME", "RESUME without", "Missing operand", "Line buffer", "Bad file", "File ",
    "Input past", "Direct statement", "Sequential", "Unprintable",
)  # fmt: skip
ERROR_NAMES = ("CALL", "TYPE", "SYNTAX", "OVERFLOW", "ILLEGAL", "MISMATCH", "OPERAND", "DIVISION")
WITH_DISK = "with a disk"


class Word(NamedTuple):
    """A row of the table."""

    word: str
    token: bytes
    page: str
    since: str
    uses: Counter[str]  # lines of BASIC with the word, by test file
    errors: int  # of these, those that stand beside the name of an error


def words() -> list[Word]:
    """All words in the order of their tokens."""
    page_of, since_of = manual()
    uses, errors = used()
    return [
        Word(word, token, page_of[word], since_of[word], uses[word], errors[word])
        for word, token in sorted(TOKENS.items(), key=lambda row: (len(row[1]), row[1]))
    ]


def manual() -> tuple[dict[str, str], dict[str, str]]:
    """The page and the version of each word."""
    page_of, since_of = {}, {}
    for path in sorted((pages.ROOT / FOLDER).glob("*.md")):
        if path.stem in ("README", "keywords"):
            continue
        title, _, kind, *_ = path.read_text(encoding="utf-8").splitlines()
        for word in title.removeprefix("# ").split():
            if word not in page_of or "1.0" in kind:
                page_of[word] = path.name
                since_of[word] = kind.partition("MSX BASIC ")[2]
    return page_of, since_of


@cache
def used() -> tuple[dict[str, Counter[str]], Counter[str]]:
    """How many lines of each test file use a word, and how many of all expect an error."""
    uses: dict[str, Counter[str]] = {word: Counter() for word in TOKENS}
    errors: Counter[str] = Counter()
    for path in sorted(TESTS.glob("test_*.py")):
        for line, expects_error in lines_of(path):
            for word in words_in(line):
                uses[word][path.stem.removeprefix("test_")] += 1
                errors[word] += expects_error
    return uses, errors


def lines_of(path: Path) -> Iterator[tuple[str, bool]]:
    """The strings of a test file, line by line, and whether an error's name stands beside them."""
    yield from _lines(ast.parse(path.read_text(encoding="utf-8")), False)


def _lines(node: ast.AST, expects_error: bool) -> Iterator[tuple[str, bool]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from ((line, expects_error) for line in node.value.splitlines())
    if isinstance(node, ast.Tuple | ast.Compare):
        expects_error = expects_error or _names_an_error(node)
    for child in ast.iter_child_nodes(node):
        if not _is_docstring(child):
            yield from _lines(child, expects_error)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _names_an_error(group: ast.AST) -> bool:
    parts = list(ast.walk(group))
    texts = [part.value for part in parts if isinstance(part, ast.Constant)]
    names = [part.id for part in parts if isinstance(part, ast.Name)]
    return len(texts) <= SMALL_GROUP and (
        any(isinstance(text, str) and text.strip().startswith(ERRORS) for text in texts)
        or any(name in ERROR_NAMES for name in names)
    )


def words_in(line: str) -> set[str]:
    """The words of a line of BASIC."""
    body = re.sub(r"^\s*\d+\s?", "", line)
    code = body.encode("ascii", "replace").translate(bytes(SMALL.get(n, n) for n in range(256)))
    try:
        codes = tokens(code)
    except Refused:
        return set()
    listed = text_of(codes)
    return {word for word, token in TOKENS.items() if token in codes and word in listed}


def gaps() -> list[str]:
    """The words that no test uses but that of the manual; those of a disk wait for theirs."""
    return [word.word for word in words() if not word.uses and WITH_DISK not in word.since]


def make() -> dict[Path, str]:
    """The page by its path."""
    rows = [
        f"| `{row.word.replace('|', chr(92) + '|')}` | {row.token.hex().upper()} | {row.since}"
        f" | [page]({row.page}) | {sum(row.uses.values())} | {row.errors}"
        f" | {', '.join(f'{name} {count}' for name, count in row.uses.most_common(4))} |"
        for row in words()
    ]
    head = [
        "# Words of BASIC and their tests",
        "",
        NOTE,
        "",
        "*Lines* is how many lines of BASIC in `tests/roms/basic` use the word, *errors* how many",
        "of these stand beside an error that they must give; the files with the most of them",
        "follow. Each page's examples are tests too (`test_manual.py`).",
        "",
        "| word | token | since | manual | lines | errors | tests |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    return {PAGE: "\n".join([*head, *rows]) + "\n"}


if __name__ == "__main__":
    sys.exit(pages.run(__doc__ or "", make))
