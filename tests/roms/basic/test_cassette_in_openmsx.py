"""Tapes between us and openMSX, as sound: ours is loaded there, and one that our firmware saved there comes back."""

import wave
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from machine.media.cas import blank
from tests.support import eb2_in_openmsx, openmsx
from tests.support.tapes import SLOW, name, program, with_tape

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


def recording(file: Path, blocks: Iterable[bytes]) -> None:
    """A sound file of a tape at 2400 baud that ends within the last half-wave of its last bit."""
    half = [b"\x20" * 10, b"\xe0" * 10]  # of a 0, at 48000 Hz; a 1 has two cycles in its time
    bits = {"0": b"".join(half), "1": b"".join(level[:5] for level in half) * 2}
    sound = b""
    for block in blocks:
        coded = "11".join("0" + f"{byte:08b}"[::-1] for byte in block)
        sound += b"\x80" * 24000 + bits["1"] * 8000 + b"".join(bits[bit] for bit in coded)
    with wave.open(str(file), "wb") as output:
        output.setparams((1, 1, 48000, 0, "NONE", ""))
        output.writeframes(sound[:-3])


@pytest.mark.parametrize("last", [0x00, 0xFF])
def test_a_recording_that_ends_without_stop_bits_is_read_to_its_last_byte(
    tmp_path: Path, screen: str, last: int
) -> None:
    data = bytes(range(100)) + bytes([last])
    place = bytes.fromhex("00c064c000c0")
    recording(tmp_path / "cut.wav", [name(0xD0, "CUT"), place + data])
    script = f"""
set autoruncassettes off
after time 6 {{cassetteplayer insert {tmp_path}/cut.wav; type "BLOAD\\"CAS:\\"\\r"}}
after time 25 {{set f [open {tmp_path}/read w]; fconfigure $f -translation binary
puts -nonewline $f [debug read_block memory 0xC000 101]; close $f
set f [open {tmp_path}/shown w]; puts $f [get_screen]; close $f; exit}}
"""
    eb2_in_openmsx.run(tmp_path, screen, script)
    rows = [row.strip() for row in (tmp_path / "shown").read_text().splitlines()]

    assert (tmp_path / "read").read_bytes() == data
    assert rows[rows.index("Found:CUT") + 1] == "Ok"
