"""Documentation is checked, not trusted."""

import re
from pathlib import Path

import pytest

from machine.boards import BOARDS
from machine.cartridges import KINDS as MAPPERS
from machine.cli.__main__ import COMMANDS
from machine.cli.__main__ import main as run_command

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("assets", "docs", "roms", "scripts", "tests")
PAGES = sorted([*ROOT.glob("*.md"), *(p for f in FOLDERS for p in (ROOT / f).rglob("*.md"))])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
HEADING_LINK = re.compile(r"\]\(([^)#\s]*)#([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
CODE = re.compile(r"^ {4}.*$", re.MULTILINE)  # where brackets are no link
CODE_PATH = re.compile(
    r"`((?:machine|app|roms|tests|docs|assets|scripts|build_backend|typings)/[\w./-]*)`"
)


def page(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PAGES, ids=page)
def test_links_lead_somewhere(path):
    text = CODE.sub("", path.read_text(encoding="utf-8"))
    links = [link for link in LINK.findall(text) if "://" not in link]

    assert [link for link in links if not (path.parent / link).exists()] == []


def anchors(path: Path) -> set[str]:
    """What a page's headings are called in links, as the places that show Markdown make it."""
    titles = HEADING.findall(path.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", PAGES, ids=page)
def test_links_to_a_heading_find_it(path):
    links = HEADING_LINK.findall(CODE.sub("", path.read_text(encoding="utf-8")))
    found = [(path.parent / file if file else path, to) for file, to in links if "://" not in file]

    assert [to for file, to in found if to not in anchors(file)] == []


@pytest.mark.parametrize("path", PAGES, ids=page)
def test_files_that_a_page_names_exist(path):
    named = CODE_PATH.findall(path.read_text(encoding="utf-8"))

    assert [file for file in named if not (ROOT / file).exists()] == []


def test_readme_gives_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "python3 bootstrap.py run" in text
    assert "python3 bootstrap.py test" in text


def test_continuous_integration_runs_the_readmes_test_command():
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert "python3 bootstrap.py test" in text


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_manual_tells_every_option_of_a_command(command, capsys):
    text = (ROOT / "docs" / "manual" / "command-line.md").read_text(encoding="utf-8")

    with pytest.raises(SystemExit):
        run_command([command, "--help"])

    options = set(re.findall(r"(?<![\w-])--[a-z][\w-]*", capsys.readouterr().out)) - {"--help"}
    assert f"eightbox {command}" in text
    assert {option for option in options if option not in text} == set()


def test_manual_tells_every_mapper():
    text = (ROOT / "docs" / "manual" / "command-line.md").read_text(encoding="utf-8")

    assert [mapper for mapper in MAPPERS if f"`{mapper}`" not in text] == []


def test_manual_tells_every_board():
    text = (ROOT / "docs" / "manual" / "command-line.md").read_text(encoding="utf-8")

    assert [board for board in BOARDS if f"`{board}`" not in text] == []
