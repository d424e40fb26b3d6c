import re
from pathlib import Path

import pytest

from machine import cartridges, devices
from machine.core import state
from scripts import device_pages

PAGES = device_pages.make()
SUBJECTS = [*device_pages.device_subjects(), *device_pages.cartridge_subjects()]
INDEX = PAGES[Path("docs/devices/README.md")]


def page(name: str) -> str:
    return PAGES[Path("docs/devices", f"{name}.md")]


def section(text: str, title: str) -> str:
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("kind", sorted(devices.KINDS))
def test_every_kind_of_device_has_a_page_that_the_index_names(kind):
    assert f"# Device `{kind}`" in page(kind)
    assert f"({kind}.md)" in INDEX


@pytest.mark.parametrize("kind", sorted(cartridges.KINDS))
def test_every_mapper_is_on_one_page_and_in_the_index(kind):
    titles = [text.splitlines()[0] for text in PAGES.values()]

    assert len([title for title in titles if "Cartridge" in title and f"`{kind}`" in title]) == 1
    assert f"`{kind}`" in INDEX


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.page)
def test_record_of_a_page_has_the_fields_that_a_snapshot_has(subject):
    text = next(text for text in PAGES.values() if f"`{subject.page}`" in text.splitlines()[0])
    fields = re.findall(r"^\| `(\w+)` \|", section(text, "Record"), re.MULTILINE)

    captured = list(state.capture(subject.device.state))

    assert fields == (captured if len(captured) > 1 else [])


def test_ports_are_told_with_their_direction_and_first_register():
    assert "A0h–A1h (write); A2h from register 2 (read)" in page("ay8910")


def test_a_part_is_in_its_slot_at_its_addresses():
    assert "| `eb2`, `cbios2` |" not in page("mapper-ram")
    assert "3-0, 0000h–FFFFh" in page("mapper-ram")
    assert "3-1, 4000h–BFFFh" in page("msx-fdc")


def test_wires_are_told_at_both_ends():
    assert "`port_a` to `joysticks`" in page("ay8910")
    assert "at `psg.port_a`" in page("joystick-ports")
    assert "takes `disk_a`, `disk_b`" in page("msx-fdc")


def test_battery_backed_ram_of_a_mapper_is_told():
    assert "| `ascii8-sram` | 8 KB |" in page("cartridge-ascii8")
    assert "| `ascii8-sram2` | 2 KB |" in page("cartridge-ascii8")


def test_paragraphs_with_a_known_name_become_sections():
    header = "First.\n\nInaccuracies: none\nknown.\n\n    reg 0\n\nSource: my own.\n"

    assert device_pages._sections(header) == [
        *("## Inaccuracies", "", "None\nknown.", ""),
        *("    reg 0", ""),
        *("## Sources", "", "My own.", ""),
    ]
