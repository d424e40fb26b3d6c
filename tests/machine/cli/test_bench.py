"""`eightbox bench`: the figures that it prints."""

import json
import re
from pathlib import Path

import pytest

from machine.cli.__main__ import main


def test_json_has_the_fields_of_stats(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "eb1", "--json", "--seconds", "2"]) == 0

    (line,) = capsys.readouterr().out.splitlines()
    figures = json.loads(line)
    assert set(figures) == {"emulated_s", "user_cpu_s", "wall_s", "frames"}
    assert 2 <= figures["emulated_s"] < 2.02
    assert figures["frames"] == pytest.approx(2 * 59.92, abs=2)


def test_without_it_one_sentence_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--seconds", "1"]) == 0

    said = capsys.readouterr().out
    assert re.fullmatch(r"\d+ emulated seconds per user CPU second \(\d+ frames\)\n", said)


def test_a_cartridge_runs_and_a_bad_one_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "game.rom").write_bytes(b"AB\x10\x40".ljust(16, b"\0") + b"\x18\xfe" * 8192)
    (tmp_path / "bad.rom").write_bytes(b"AB")

    assert main(["bench", "--seconds", "1", "--cart1", str(tmp_path / "game.rom")]) == 0
    assert main(["bench", "--seconds", "1", "--cart1", str(tmp_path / "bad.rom")]) == 2

    assert "bad.rom" in capsys.readouterr().err
