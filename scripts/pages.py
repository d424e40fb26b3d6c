"""Pages that are derived from sources: written, or compared with what is there."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

Pages = Mapping[Path, str]
"""By path below the project's root."""


def stale(pages: Pages, root: Path = ROOT) -> list[str]:
    """The pages that are missing or not as they should be, or that no source stands for.

    The last are looked for in folders of which `pages` has the README.md.
    """
    folders = {page.parent for page in pages if page.name == "README.md"}
    there = {path.relative_to(root) for folder in folders for path in (root / folder).glob("*.md")}
    changed = [
        page
        for page, text in pages.items()
        if not (root / page).exists() or (root / page).read_text(encoding="utf-8") != text
    ]
    return sorted(map(str, {*changed, *(there - set(pages))}))


def write(pages: Pages, root: Path = ROOT) -> list[str]:
    """Makes the pages what they should be; the names of those that were not."""
    changed = stale(pages, root)
    for name in changed:
        path = root / name
        if Path(name) in pages:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages[Path(name)], encoding="utf-8")
        else:
            path.unlink()
    return changed


def run(description: str, make: Callable[[], Pages]) -> int:
    """The command line of a script that makes pages; its exit status."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if a page is stale")
    check = parser.parse_args().check
    changed = stale(make()) if check else write(make())
    for name in changed:
        print(f"{name}: {'stale' if check else 'written'}")
    return 1 if check and changed else 0
