"""The pages of docs/formats/ that people write name what the code has."""

import re
from pathlib import Path

import pytest

from machine import media, statefile
from machine.machine import Capture
from machine.media.cas import HEADER
from machine.media.dsk import GEOMETRIES, blank
from machine.media.medium import WRITE_MODES
from machine.media.rom import CANDIDATES, MAPPERS, REGISTERS, Rom

FORMATS = Path(__file__).resolve().parents[2] / "docs" / "formats"
STATE = (FORMATS / "state.md").read_text(encoding="utf-8")
MEDIA = (FORMATS / "media.md").read_text(encoding="utf-8")


def named(text: str) -> list[str]:
    """The names in the first column of a page's tables."""
    return re.findall(r"^\| `([\w-]+)`", text, re.MULTILINE)


def test_state_page_has_every_field_of_a_captured_machine():
    fields = named(STATE.partition("## Devices")[0])

    assert fields == list(Capture.__struct_fields__)


def test_state_page_has_every_key_of_a_captured_medium():
    keys = named(STATE.partition("## Media")[2].partition("## Reading")[0])
    image = Rom(b"AB" + bytes(0x3FFE))

    assert set(keys) == {*media.capture(blank()), *media.capture(image)}


def test_state_page_has_the_version_that_is_written():
    versions = re.findall(r"^\| (\d+) \|", STATE.partition("## Versions")[2], re.MULTILINE)

    assert versions[-1] == str(statefile.MAGIC[-1])


def test_media_page_has_every_geometry_in_the_order_of_choice():
    table = [
        (
            f"| {disk.size // 1024} | {disk.sides} | {disk.tracks} | {disk.sectors}"
            f" | {disk.media:02X}h | {disk.cluster} | {disk.entries} | {disk.fat} |"
        )
        for disk in GEOMETRIES
    ]

    assert "\n".join(table) in MEDIA


@pytest.mark.parametrize("address", REGISTERS, ids=lambda address: f"{address:04X}h")
def test_media_page_has_the_points_that_an_address_gives(address):
    row = next(
        line for line in MEDIA.splitlines() if line.startswith("| ") and f"{address:04X}h" in line
    )

    assert tuple(re.findall(r"`([\w-]+)`", row)) == REGISTERS[address]


def test_media_page_has_every_mapper_and_the_order_between_equals():
    order = ", ".join(f"`{name}`" for name in CANDIDATES)

    assert [name for name in MAPPERS if f"`{name}`" not in MEDIA] == []
    assert order in " ".join(MEDIA.split())


def test_media_page_has_write_modes_and_the_mark_of_a_block():
    assert [mode for mode in WRITE_MODES if f"| `{mode}`" not in MEDIA] == []
    assert HEADER.hex(" ").upper() in MEDIA
