"""`eightbox conformance`: what it prints and its exit status."""

import json
from pathlib import Path

import pytest

from machine.cli.__main__ import main

REGISTERS = dict.fromkeys(
    [
        "a",
        "f",
        "b",
        "c",
        "d",
        "e",
        "h",
        "l",
        "i",
        "q",
        "im",
        "iff1",
        "iff2",
        "ei",
        "p",
        "sp",
        "ix",
        "iy",
        "af_",
        "bc_",
        "de_",
        "hl_",
        "wz",
    ],
    0,
)
NOP = {
    "name": "00 0000",
    "initial": {**REGISTERS, "pc": 0x4000, "r": 0, "ram": [[0x4000, 0]]},
    "final": {**REGISTERS, "pc": 0x4001, "r": 1, "ram": [[0x4000, 0]]},
    "cycles": [
        [0x4000, None, "----"], [0x4000, None, "r-m-"], [0, 0, "----"], [0, None, "----"],
    ],
}  # fmt: skip


def test_vectors_that_pass_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "00.json").write_text(json.dumps([NOP]))

    assert main(["conformance", "z80", str(tmp_path)]) == 0

    assert capsys.readouterr().out == "z80: passed 1 failed 0\n"


def test_a_file_that_fails_has_a_line_and_the_status_is_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "00.json").write_text(json.dumps([{**NOP, "final": {**NOP["final"], "a": 1}}]))

    assert main(["conformance", "z80", str(tmp_path)]) == 1

    first, last = capsys.readouterr().out.splitlines()
    assert "00.json" in first
    assert last == "z80: passed 0 failed 1"
