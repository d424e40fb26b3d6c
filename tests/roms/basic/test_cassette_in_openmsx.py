"""Tapes between us and openMSX, as sound: ours is loaded there, and one that our firmware saved there comes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from machine.media.cas import blank
from tests.support import eb2_in_openmsx, openmsx
from tests.support.tapes import SLOW, program, with_tape

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(bool(openmsx.missing()), reason=f"not installed: {openmsx.missing()}"),
]


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A display for openMSX."""
    with openmsx.display() as name:
        yield name


def test_programs_go_over_to_openmsx_and_back_from_its_own_tape(
    tmp_path: Path, screen: str
) -> None:
    basic = with_tape("eb2", blank())
    basic.type_program('10 PRINT "OURS"\n20 END')
    basic.direct('CSAVE "OURS"', SLOW)
    ours = tmp_path / "ours.cas"
    basic.vm.tape().save_as(ours)
    before = program(basic)
    script = f"""
proc program {{name}} {{set f [open {tmp_path}/$name w]; fconfigure $f -translation binary
puts -nonewline $f [debug read_block memory 0x8001 64]; close $f}}
set autoruncassettes off
after time 6 {{cassetteplayer insert {ours}; type "CLOAD\\r"}}
after time 40 {{program first; cassetteplayer eject; cassetteplayer new {tmp_path}/theirs.wav
type "30 REM THERE\\rCSAVE \\"BACK\\"\\r"}}
after time 75 {{cassetteplayer rewind; cassetteplayer play; type "NEW\\rCLOAD\\r"}}
after time 110 {{program second; exit}}
"""
    eb2_in_openmsx.run(tmp_path, screen, script)
    basic.enter("30 REM THERE")

    assert (tmp_path / "first").read_bytes().startswith(before)
    assert (tmp_path / "second").read_bytes().startswith(program(basic))
