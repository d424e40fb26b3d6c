"""The two ROMs of BASIC share page 1: nobody calls straight into the one that is not there."""

import re
from pathlib import Path

import pytest

from roms.build import assemble

ROMS = Path(__file__).resolve().parents[2] / "roms"
INCLUDED = re.compile(r'^\s+INCLUDE\s+"([^"]+)"', re.MULTILINE)
LABEL = re.compile(r"^([A-Za-z_][\w.]*):(?!\s+(?:EQU|MACRO))", re.MULTILINE)
JUMP = re.compile(
    r"\b(?:call|jp|jr|djnz)\s+(?:(?:n?[zc]|p[oe]|p|m)\s*,\s*)?([A-Za-z_][\w.]*)", re.IGNORECASE
)


def files_of(top: Path) -> list[Path]:
    """`top` and everything that it includes."""
    found = [top]
    for name in INCLUDED.findall(top.read_text(encoding="utf-8")):
        found += files_of((top.parent / name).resolve())
    return found


def labels_of(files: list[Path]) -> set[str]:
    """The labels of routines, in lower case."""
    texts = (file.read_text(encoding="utf-8") for file in files)
    return {label.lower() for text in texts for label in LABEL.findall(text)}


def straight_calls(files: list[Path], forbidden: set[str]) -> list[str]:
    """Jumps and calls in `files` to one of the labels."""
    return [
        f"{file.name}:{number}: {label}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        for label in JUMP.findall(line.split(";")[0])
        if label.lower() in forbidden
    ]


@pytest.fixture(scope="module")
def sources() -> tuple[list[Path], list[Path]]:
    """Files of the main ROM and of the BASIC ROM."""
    basic = files_of(ROMS / "basic" / "rom.asm")
    return [file for file in files_of(ROMS / "bios" / "eb2.asm") if file not in basic], basic


def test_the_main_rom_calls_the_basic_rom_by_far_calls_only(
    sources: tuple[list[Path], list[Path]],
) -> None:
    main, basic = sources

    assert straight_calls(main, labels_of(basic)) == []


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_the_basic_rom_calls_the_main_roms_page_1_by_far_calls_only(
    sources: tuple[list[Path], list[Path]], board: str
) -> None:
    main, basic = sources
    symbols = assemble(ROMS / "bios" / f"{board}.asm")[1]
    addresses = {name.lower(): address for name, address in symbols.items()}
    page_1 = {label for label in labels_of(main) if 0x4000 <= addresses.get(label, 0) < 0x8000}
    math = {"sin", "cos", "tan", "atn", "log", "sqr", "exp", "rnd", "fin", "fout", "pufout"}

    assert straight_calls(basic, page_1 | math) == []


def test_a_straight_call_would_be_found(tmp_path: Path) -> None:
    file = tmp_path / "x.asm"
    file.write_text("a:  jp nz,there\n  call There ; there\n  MAIN there\n", encoding="utf-8")

    assert straight_calls([file], {"there"}) == ["x.asm:1: there", "x.asm:2: There"]
