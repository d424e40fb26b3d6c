"""roms/build.py: the committed images are what the sources give."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.assembler import assemble

ROMS = Path(__file__).resolve().parents[2] / "roms"


def build(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs build.py."""
    return subprocess.run(
        [sys.executable, str(ROMS / "build.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("image", ["eb1_main", "eb2_main"])
def test_the_committed_image_is_what_the_sources_give(image: str) -> None:
    done = build("--check", image)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_symbols_name_the_documented_entries() -> None:
    lines = build("--symbols", "eb2_main").stdout.splitlines()

    symbols = {name: int(address, 16) for address, name in map(str.split, lines)}
    assert symbols["FORCLR"] == 0xF3E9
    image = (ROMS / "bin" / "eb2_main.rom").read_bytes()
    assert image[0xA2:0xA5] == b"\xc3" + symbols["CHPUT"].to_bytes(2, "little")
    assert image[4:6] == symbols["FONT"].to_bytes(2, "little")


def test_an_unknown_image_is_refused_with_the_names_there_are() -> None:
    done = build("build", "eb3_main")

    assert done.returncode == 1
    assert "eb3_main" in done.stderr
    assert "eb1_main" in done.stderr


def test_the_assembler_says_what_is_wrong_with_a_program() -> None:
    with pytest.raises(ValueError, match="Undefined symbol NOWHERE"):
        assemble(" jp NOWHERE")


def test_the_assembler_places_code_at_its_origin() -> None:
    source = ' INCLUDE "bios.inc"\nhere: jp here\n call CHPUT'

    assert assemble(source, 0xC000) == bytes.fromhex("c300c0cda200")
