"""Sub-ROM: what each entry may change, as the documents say."""

from pathlib import Path

import pytest

from tests.support.subrom import ENTRIES, SubRom, started

# Entry: register pairs it may change besides AF (MSX2 Technical Handbook, appendix 1).
CHANGES = {
    "DOGRPH": "",
    "GRPPRT": "",
    "SCALXY": "bc de",
    "MAPXYC": "hl",
    "READC": "",
    "SETATR": "",
    "SETC": "",
    "TRIGHT": "",
    "RIGHTC": "",
    "TLEFTC": "",
    "LEFTC": "",
    "TDOWNC": "",
    "DOWNC": "",
    "TUPC": "",
    "UPC": "",
    "CALPAT": "de hl",
    "CALATR": "de hl",
    "GSPSIZ": "",
    "WRTVRM": "",
    "RDVRM": "",
    "PUTVRM": "",
    "WRTVDP": "bc",
    "VDPSTA": "",
    "KYKLOK": "",
    "SETPAG": "",
    "INIPLT": "bc de",
    "RSTPLT": "bc de",
    "GETPLT": "bc de",
    "SETPLT": "",
    "KNJPRT": "",
    "REDCLK": "",
    "WRTCLK": "",
}
GIVEN = {"bc": 0x0021, "de": 0x0017, "hl": 0x0043}


@pytest.fixture
def sub() -> SubRom:
    return started()


@pytest.mark.parametrize("mode", [0, 2, 3, 5, 8])
@pytest.mark.parametrize("entry", list(CHANGES))
def test_an_entry_keeps_the_other_registers(sub: SubRom, entry: str, mode: int) -> None:
    sub.mode(mode)
    result = sub.call(entry, a=1, **GIVEN)

    changed = {name for name, value in GIVEN.items() if getattr(result, name) != value}
    assert changed <= set(CHANGES[entry].split())


def test_every_entry_is_a_jump_into_the_rom() -> None:
    rom = (Path(__file__).resolve().parents[2] / "roms" / "bin" / "eb2_sub.rom").read_bytes()

    assert rom[:2] == b"CD"
    assert len(rom) == 0x4000
    for address in ENTRIES.values():
        assert rom[address] == 0xC3
        assert 0x01D0 < int.from_bytes(rom[address + 1 : address + 3], "little") < 0x4000
