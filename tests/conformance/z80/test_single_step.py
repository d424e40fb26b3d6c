"""The processor against the SingleStepTests vectors, which are too bulky to lie in the repository."""

import os
from pathlib import Path

import pytest

from machine.conformance import run_z80

NAME = "EIGHTBOX_Z80_VECTORS"
BESIDE = Path(__file__).resolve().parents[4] / "shared" / "z80-vectors" / "z80-v1-first40.zip"
OPCODES = 1604


@pytest.mark.conformance
def test_every_case_of_every_opcode_passes():
    path = Path(os.environ.get(NAME, BESIDE))
    if not path.exists():
        pytest.skip(f"no vectors: set {NAME} to a zip or folder of SingleStepTests/z80 v1")
    lines = []

    report = run_z80(path, lines.append)

    assert lines == [f"z80: passed {OPCODES} failed 0"]
    assert report.cases >= 40 * OPCODES
