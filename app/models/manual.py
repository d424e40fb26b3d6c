"""The manual's pages: their titles, where a word is in them, and the examples that they have."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "manual"
FIRST_PAGE = FOLDER / "README.md"
TABLES = {"keywords.md"}  # pages of tables only: every word is in them
EXAMPLE = re.compile(r"```basic\n(.*?)```\n", re.DOTALL)
RUN, SEARCH = "run", "search"  # schemes of links
EXCERPT = 80  # characters on each side of what was found


class Page(NamedTuple):
    """One page; the words of its title are what it is about."""

    path: Path
    title: str
    text: str
    plain: str  # what is behind the title, without marks, in one line
    small: str  # all of the text, in small letters


@cache
def pages() -> tuple[Page, ...]:
    """All of them, the first page first."""
    return tuple(reading())


def reading() -> Iterator[Page]:
    """The same, each read as it is asked for: together they take longer than a frame."""
    return (_read(path) for path in _paths())


def page_in(path: Path) -> Page | None:
    """The page that a file has, None if that is no page of the manual."""
    return _read(path) if path in _paths() else None


@cache
def _paths() -> tuple[Path, ...]:
    paths = sorted(FOLDER.rglob("*.md"), key=lambda path: (path.parent != FOLDER, path.stem))
    return tuple(path for path in paths if path.name not in TABLES)


@cache
def _read(path: Path) -> Page:
    text = path.read_text(encoding="utf-8")
    first, _, body = text.partition("\n")
    title = re.sub(r"\\([^\w\s])", r"\1", first.removeprefix("#")).strip()
    return Page(path, title, text, _plain(body), text.lower())


def page_about(words: str) -> Page | None:
    """The page with all of `words` in its title, in capitals: a word of BASIC as CIRCLE or TAB(."""
    wanted = words.upper().split()
    for page in pages():
        if wanted and all(word.rstrip("(") in _names(page) for word in wanted):
            return page
    return None


def words() -> list[str]:
    """Everything that `page_about` finds."""
    return sorted({name for page in pages() for name in _names(page) if name[:1].isalpha()})


def _names(page: Page) -> set[str]:
    """The words of the title in capitals."""
    return {name.rstrip("(,:") or name for name in page.title.split() if name == name.upper()}


def found(query: str) -> str:
    """A page in Markdown: links to the pages that have all words of `query`, best first."""
    terms = query.lower().split()
    hits = [page for page in pages() if terms and all(term in page.small for term in terms)]
    hits.sort(key=lambda page: -_weight(page, terms))
    rows = [f"# Search: {_literal(query)}", ""]
    for page in hits:
        rows += [
            f"**[{_literal(page.title)}]({page.path.as_uri()})**",
            "",
            _excerpt(page, terms),
            "",
        ]
    if not hits:
        rows.append("No page has all of these words.")
    return "\n".join(rows)


def _weight(page: Page, terms: list[str]) -> int:
    title = page.title.lower()
    return sum(100 * (term in title) + min(page.small.count(term), 20) for term in terms)


def _excerpt(page: Page, terms: list[str]) -> str:
    at = max(page.plain.lower().find(terms[0]), 0)
    start, end = max(at - EXCERPT, 0), at + EXCERPT
    part = page.plain[start:end]
    return "…" * (start > 0) + _literal(part) + "…" * (end < len(page.plain))


def _plain(text: str) -> str:
    """Markdown without its marks, in one line."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)\s]*\.(?:md|png)[^)]*\)", r"\1", text)
    return " ".join(
        re.sub(r"^#+ |\| ?-+(?= ?\|)|[`*|]|^text$|^basic$", " ", text, flags=re.MULTILINE).split()
    )


def _literal(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]()#+.!|<>~-])", r"\\\1", text)


def with_links(page: Page) -> str:
    """The page's text with a link below each example of BASIC that the machine can be given."""
    number = 0

    def linked(block: re.Match[str]) -> str:
        nonlocal number
        number += 1
        does = "Run" if is_program(block[1]) else "Type"
        place = f"{page.path.relative_to(FOLDER).as_posix()}:{number}"
        return f"{block[0]}\n[{does} this example]({RUN}:{place})\n\n"

    return EXAMPLE.sub(linked, page.text)


def example(place: str) -> str:
    """The lines of the example that a link names, "" if there is none."""
    name, _, number = place.rpartition(":")
    page = page_in(FOLDER / name)
    blocks = EXAMPLE.findall(page.text) if page is not None else []
    return (
        str(blocks[int(number) - 1]) if number.isdigit() and 0 < int(number) <= len(blocks) else ""
    )


def is_program(lines: str) -> bool:
    """Whether all lines have numbers: a program to be run, and not lines for the prompt."""
    return all(line[:1].isdigit() for line in lines.splitlines())
