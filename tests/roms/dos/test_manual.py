"""The examples of docs/manual/dos.md give what the page says."""

import re
from pathlib import Path

import pytest

from machine.media.dsk import blank
from tests.support.dos import started

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "manual" / "dos.md").read_text("utf-8")
FILES = {
    "NOTES.TXT": b"First line\r\nSecond line\r\n",
    "TEST.TXT": b"A test\r\n",
    "GAME.BAS": b"10 PRINT 1\r\n",
}
LINES = re.MULTILINE | re.DOTALL
SECTIONS = dict(re.findall(r"^### ([^\n]+)\n(.*?)(?=^##|\Z)", PAGE, LINES))
BLOCKS = {name: re.findall(r"^```\n(.*?)^```", text, LINES) for name, text in SECTIONS.items()}
EXAMPLES = [(name, block) for name, blocks in BLOCKS.items() for block in blocks]
GOES_AWAY = ("BASIC",)


@pytest.mark.parametrize(("name", "block"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_the_example_gives_what_the_page_says(name, block):
    dos = started("eb2", FILES, blank())
    for step in re.split(r"^A>", block, flags=re.MULTILINE)[1:]:
        command, *rows = step.splitlines()
        if command.startswith(GOES_AWAY):
            dos.vm.type(f"{command}\r")
            dos.says("Ok")
            return
        assert dos.line(command) == rows


def test_every_command_of_help_is_on_the_page():
    dos = started("eb1")
    words = {row.split()[0] for row in dos.line("HELP")}
    told = {word for name in SECTIONS for word in name.split(", ")}
    known = {word for word in told if dos.line(f"HELP {word}")[0].startswith(word)}

    assert words == known
    assert known < told


def test_every_command_of_the_page_has_help_at_level_2():
    dos = started("eb2")

    for name in SECTIONS:
        for word in name.split(", "):
            assert dos.line(f"HELP {word}")[0].split()[0] == word
